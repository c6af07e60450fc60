/** Les réponses JSON des sorties de l'année : clés et ordre du contrat, montants en textes à deux décimales. */
import { ecrireMontant } from '../json';
import type { FormeJson } from '../formesJson';
import type { Paiements } from './paiements';

export const jsonPaiements = ({ au, paiements, enAttente, totaux }: Paiements): FormeJson<'paiements'> => ({
  au,
  paiements: paiements.map((p) => ({
    dossier: p.dossier,
    gestionnaire: p.gestionnaire,
    nature: p.nature,
    gestion: p.gestion,
    montant: ecrireMontant(p.montant),
    compte: p.compte,
    specificite: p.specificite,
    motif: p.motif,
  })),
  enAttente: enAttente.map(({ dossier, motif }) => ({ dossier, motif })),
  totaux: Object.fromEntries(Object.entries(totaux).map(([nature, total]) => [nature, ecrireMontant(total)])),
});
