/**
 * La feuille « Calculs » : une ligne par projet, tous ses montants. Les totaux ne comptent que les projets
 * agréés ; les autres gardent une Ps théorique, montrée en retrait.
 */
import { CLES_MONTANTS, MONTANTS, type CalculProjet } from '../../calcul/montants';
import { COLONNES_PROJETS as P } from '../../colonnes/projets';
import type { Examen } from '../../examiner';
import { FEUILLES_CLAS } from '../../feuilles';
import type { FeuillePlan } from '../../formes/plan';
import { colonneDe } from '../cellules';
import { table, type ColonneTable } from '../planTable';

const COLONNE_AGREMENT = 4;
const AGREE = 'favorable';

const IDENTITE: readonly ColonneTable<CalculProjet>[] = [
  { entete: P.dossier.entete, largeur: 18, valeur: ({ projet }) => projet.dossier },
  { entete: P.gestionnaire.entete, largeur: 28, valeur: ({ projet }) => projet.gestionnaire },
  { entete: P.action.entete, largeur: 28, valeur: ({ projet }) => projet.action },
  { entete: P.agrement.entete, largeur: 12, valeur: ({ projet }) => projet.agrement ?? 'en attente' },
  { entete: 'Collectifs retenus', largeur: 11, valeur: (c) => c.collectifsRetenus },
];

export function planCalculs({ calculs, totaux }: Pick<Examen, 'calculs' | 'totaux'>): FeuillePlan {
  const colonnes: ColonneTable<CalculProjet>[] = [
    ...IDENTITE,
    ...CLES_MONTANTS.map((cle) => ({
      entete: MONTANTS[cle].intitule,
      largeur: 15,
      valeur: ({ montants }: CalculProjet) => montants[cle].montant,
      total: totaux[cle].montant,
    })),
  ];
  return {
    nom: FEUILLES_CLAS.calculs,
    colonnes: colonnes.map(({ largeur }) => ({ largeur })),
    lignes: table(colonnes, calculs, 1, {
      formule: (plage, debut, fin) => `SUMIF(${colonneDe(COLONNE_AGREMENT, debut, fin)},"${AGREE}",${plage})`,
      style: ({ agree }) => (agree ? undefined : 'aide'),
    }),
    lignesFigees: 1,
    colonnesFigees: 1,
    impression: { paysage: true, repeterLigne: 1, pied: 'Totaux : projets agréés' },
  };
}
