/** clas enveloppe : une année civile, des deux classeurs qui la composent. */
import { suivreEnveloppe } from '../../dossier/restitution/suite/enveloppe';
import { jsonEnveloppe } from '../../dossier/restitution/suite/json';
import { lireNombre } from '../../valeurs/nombre';
import type { Decimal } from '../../valeurs/montant';
import type { Commande } from '../commande';
import { ErreurUsage } from '../erreurs';
import { examinerUn, OPTIONS_EXAMEN } from '../examen';
import { resumeEnveloppe } from '../resume/enveloppe';

const ANNEE_CIVILE = /^20\d{2}$/;

function lireMontant(saisi: string | undefined): Decimal | null {
  if (saisi === undefined) return null;
  const lu = lireNombre(saisi);
  if (lu.etat === 'illisible' || lu.valeur.isNeg())
    throw new ErreurUsage(
      `Le montant « ${saisi} » de --notifiee est illisible : l’écrire 120000 ou 120000,50.`,
    );
  return lu.valeur;
}

export const enveloppe: Commande = {
  role: 'l’enveloppe d’une année civile : notifiée, engagée, payée, disponible',
  fichiers: 'plusieurs',
  obligatoires: ['annee'],
  facultatives: ['notifiee', ...OPTIONS_EXAMEN],
  executer: async (demande) => {
    const { fichiers, valeurs } = demande;
    const saisie = valeurs.annee ?? '';
    if (!ANNEE_CIVILE.test(saisie))
      throw new ErreurUsage(`L’année civile « ${saisie} » est illisible : l’écrire 2022.`);
    const examens = [];
    for (const fichier of fichiers) examens.push(await examinerUn(fichier, demande));
    const suivi = suivreEnveloppe(Number(saisie), lireMontant(valeurs.notifiee), examens);
    return {
      code: examens.every(({ valide }) => valide) ? 0 : 1,
      json: () => jsonEnveloppe(suivi),
      resume: (ecran) => resumeEnveloppe(suivi, ecran),
      ...(examens.some(({ valide }) => !valide) && {
        motif: 'Montants provisoires : un classeur a des anomalies bloquantes (clas verifier les liste).',
      }),
    };
  },
};
