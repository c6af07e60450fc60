/** Le cours commun des commandes qui écrivent un fichier officiel : un classeur bloqué n'écrit rien, et dit pourquoi. */
import type { ClasseurPlan } from '../../dossier/formes/plan';
import type { Examen } from '../../dossier/examiner';
import { phraseBlocage, refusOfficiel, type Officiel } from '../../dossier/restitution/blocage';
import { avecPrecedent } from '../../dossier/restitution/suite/precedent';
import { jsonVerifier } from '../../dossier/restitution/json';
import type { Commande, Demande, Issue } from '../commande';
import { ecrireClasseur, resumeEcrit } from '../ecrire';
import type { Ecran } from '../ecran';
import { examinerFichier, examinerUn, OPTIONS_EXAMEN } from '../examen';
import type { NomOption } from '../options';
import { preparerSortie, type Ecrit } from '../fichiers';
import { resumeBloquantes } from '../resume/anomalies';
import { enTete } from '../resume/enTete';

/** Un autre classeur a montré de quoi bloquer : l'examen, avec ces anomalies. */
export interface Bloquee {
  readonly bloquee: Examen;
}

interface Restitution<T extends object> {
  readonly role: string;
  readonly objet: Officiel;
  /** Le document, ou ce qui l'empêche. */
  readonly creer: (examen: Examen, precedent: Examen | null) => T | Promise<T | Bloquee>;
  readonly plan: (faite: T) => ClasseurPlan;
  readonly json: (faite: T) => unknown;
  readonly resumer: (faite: T, examen: Examen, ecrit: Ecrit, ecran: Ecran) => string;
  /** Ses options en plus de celles de l'examen, et ce qu'elles écrivent une fois le document fait. */
  readonly facultatives?: readonly NomOption[];
  readonly completer?: (faite: T, demande: Demande) => Promise<readonly Ecrit[]>;
  /** Vérifie ces options avant tout travail. */
  readonly preparer?: (demande: Demande) => void;
}

export const ecrireOfficiel = <T extends object>({
  role,
  objet,
  creer,
  plan,
  json,
  resumer,
  facultatives = [],
  completer,
  preparer,
}: Restitution<T>): Commande => ({
  role,
  fichiers: 'un',
  obligatoires: ['sortie'],
  facultatives: [...facultatives, ...OPTIONS_EXAMEN],
  executer: async (demande) => {
    const [fichier = ''] = demande.fichiers;
    const { precedent } = demande.valeurs;
    const sortie = preparerSortie(demande.valeurs.sortie ?? '', [
      ...demande.fichiers,
      ...(precedent === undefined ? [] : [precedent]),
    ]);
    preparer?.(demande);
    const lu = await examinerFichier(demande);
    const avant = precedent === undefined ? null : await examinerUn(precedent, demande);
    const examen = avant ? avecPrecedent(lu, avant) : lu;
    const refus = refusOfficiel(examen, objet);
    if (refus !== null) return issueBloquee(fichier, examen, refus);
    demande.avancer(`Écriture : ${objet}…`);
    const faite = await creer(examen, avant);
    if ('bloquee' in faite) return issueBloquee(fichier, faite.bloquee, phraseBlocage(faite.bloquee, objet));
    const ecrit = await ecrireClasseur(plan(faite), sortie);
    const autres = (await completer?.(faite, demande)) ?? [];
    return {
      code: 0,
      json: () => json(faite),
      resume: (ecran) =>
        [
          enTete(fichier, examen, ecran),
          resumer(faite, examen, ecrit, ecran),
          ...autres.map((e) => resumeEcrit(e, ecran)),
        ].join('\n\n'),
    };
  },
});

/** Les anomalies sur la sortie, la raison sur la sortie d'erreur. */
const issueBloquee = (fichier: string, examen: Examen, motif: string): Issue => ({
  code: 1,
  json: () => jsonVerifier(examen),
  resume: (ecran) => `${enTete(fichier, examen, ecran)}\n\n${resumeBloquantes(examen, ecran)}`,
  motif,
});
