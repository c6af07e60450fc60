/** Le cours commun des commandes qui écrivent un fichier officiel : un classeur bloqué n'écrit rien, et dit pourquoi. */
import type { ClasseurPlan } from '../../dossier/formes/plan';
import type { Examen } from '../../dossier/examiner';
import { phraseBlocage, type Officiel } from '../../dossier/restitution/blocage';
import { jsonVerifier } from '../../dossier/restitution/json';
import type { Commande, Issue } from '../commande';
import { ecrireClasseur, type Ecrit } from '../ecrire';
import type { Ecran } from '../ecran';
import { examinerFichier, OPTIONS_EXAMEN } from '../examen';
import { preparerSortie } from '../fichiers';
import { resumeBloquantes } from '../resume/anomalies';
import { enTete } from '../resume/enTete';

interface Restitution<T> {
  readonly role: string;
  readonly objet: Officiel;
  readonly creer: (examen: Examen) => T | Promise<T>;
  readonly plan: (faite: T) => ClasseurPlan;
  readonly json: (faite: T) => unknown;
  readonly resumer: (faite: T, examen: Examen, ecrit: Ecrit, ecran: Ecran) => string;
}

export const ecrireOfficiel = <T>({ role, objet, creer, plan, json, resumer }: Restitution<T>): Commande => ({
  role,
  fichiers: 'un',
  obligatoires: ['sortie'],
  facultatives: OPTIONS_EXAMEN,
  executer: async (demande) => {
    const [fichier = ''] = demande.fichiers;
    const sortie = demande.valeurs.sortie ?? '';
    const reel = preparerSortie(sortie, demande.fichiers);
    const examen = await examinerFichier(demande);
    if (!examen.valide) return bloquee(fichier, examen, objet);
    demande.avancer(`Écriture : ${objet}…`);
    const faite = await creer(examen);
    const ecrit = await ecrireClasseur(plan(faite), sortie, reel);
    return {
      code: 0,
      json: () => json(faite),
      resume: (ecran) => `${enTete(fichier, examen, ecran)}\n\n${resumer(faite, examen, ecrit, ecran)}`,
    };
  },
});

/** Les anomalies sur la sortie, la raison sur la sortie d'erreur. */
const bloquee = (fichier: string, examen: Examen, objet: Officiel): Issue => ({
  code: 1,
  json: () => jsonVerifier(examen),
  resume: (ecran) => `${enTete(fichier, examen, ecran)}\n\n${resumeBloquantes(examen, ecran)}`,
  motif: phraseBlocage(examen, objet),
});
