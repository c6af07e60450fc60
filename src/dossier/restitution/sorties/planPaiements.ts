/** La feuille « Paiements » : ce qui se paie ou se recouvre aujourd'hui, les totaux par nature, puis ce qui attend. */
import type { Examen } from '../../examiner';
import { FEUILLES_SORTIES } from '../../feuilles';
import type { CellulePlan, FeuillePlan } from '../../formes/plan';
import { euros, libelle, texte } from '../cellules';
import { feuilleDeTable, LARGEUR_MONTANT, table, type ColonneTable } from '../planTable';
import { hautDePage } from '../mentions';
import { paiementsDe, type Paiement } from './paiements';

const COLONNES: readonly ColonneTable<Paiement>[] = [
  { entete: 'N° dossier', largeur: 18, valeur: (p) => p.dossier },
  { entete: 'Gestionnaire', largeur: 34, valeur: (p) => p.gestionnaire },
  { entete: 'Nature', largeur: 12, valeur: (p) => p.nature },
  { entete: 'Gestion', largeur: 9, valeur: (p) => p.gestion },
  { entete: 'Montant', largeur: LARGEUR_MONTANT, valeur: (p) => p.montant },
  { entete: 'Compte', largeur: 17, valeur: (p) => p.compte },
  { entete: 'Spécificité', largeur: 12, valeur: (p) => p.specificite },
  { entete: 'Pourquoi', largeur: 84, valeur: (p) => p.motif },
];

/** Les paiements en tableau, intitulés compris : payer et recouvrer ne s'additionnent pas, il n'a pas de total. */
export const tableauPaiements = (paiements: readonly Paiement[]): CellulePlan[][] =>
  table(COLONNES, paiements, 1);

export function planPaiements(examen: Examen): FeuillePlan {
  const { paiements, enAttente, totaux } = paiementsDe(examen);
  return feuilleDeTable({
    nom: FEUILLES_SORTIES.paiements,
    haut: [
      ...hautDePage('Paiements', examen),
      ...Object.entries(totaux).map(([nature, total]) => [libelle(`Total ${nature}`), euros(total)]),
      [],
    ],
    colonnes: COLONNES,
    lignes: paiements,
    rien: 'Rien à payer ni à recouvrer aujourd’hui.',
    bas: [
      [],
      [libelle('En attente', 'entete'), libelle('Pourquoi', 'entete')],
      ...(enAttente.length > 0
        ? enAttente.map(({ dossier, motif }) => [texte(dossier), libelle(motif)])
        : [[libelle('Aucun dossier.')]]),
    ],
    pied: 'Paiements — Clas',
  });
}
