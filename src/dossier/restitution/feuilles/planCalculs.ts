/**
 * La feuille « Calculs » : une ligne par projet, tous ses montants. Les totaux des faits (versé, dû, reste) comptent tous
 * les dossiers ; les autres, les agréés. Un projet sans agrément garde une Ps théorique, montrée en retrait.
 */
import { CLES_MONTANTS, FAITS, MONTANTS, type CalculProjet } from '../../calcul/montants';
import { COLONNES_PROJETS as P } from '../../colonnes/projets';
import type { Examen } from '../../examiner';
import { FEUILLES_CLAS } from '../../feuilles';
import type { FeuillePlan } from '../../formes/plan';
import { colonneDe } from '../cellules';
import { feuilleDeTable, LARGEUR_MONTANT, type ColonneTable } from '../planTable';

const COLONNE_AGREMENT = 4;
/** « favorable » et « favorable sous réserve ». */
const AGREE = 'favorable*';
const ECARTE = 'mis à l’écart';

const somme = (critere: string) => (plage: string, debut: number, fin: number) =>
  `SUMIF(${colonneDe(COLONNE_AGREMENT, debut, fin)},"${critere}",${plage})`;

const IDENTITE: readonly ColonneTable<CalculProjet>[] = [
  { entete: P.dossier.entete, largeur: 18, valeur: ({ projet }) => projet.dossier },
  { entete: P.gestionnaire.entete, largeur: 28, valeur: ({ projet }) => projet.gestionnaire },
  { entete: P.action.entete, largeur: 28, valeur: ({ projet }) => projet.action },
  {
    entete: P.agrement.entete,
    largeur: 12,
    valeur: ({ projet, ecarte }) => (ecarte ? ECARTE : (projet.agrement ?? 'en attente')),
  },
  { entete: 'Collectifs retenus', largeur: 11, valeur: (c) => c.collectifsRetenus },
];

export function planCalculs({ calculs, totaux }: Pick<Examen, 'calculs' | 'totaux'>): FeuillePlan {
  const colonnes: ColonneTable<CalculProjet>[] = [
    ...IDENTITE,
    ...CLES_MONTANTS.map((cle) => ({
      entete: MONTANTS[cle].intitule,
      largeur: LARGEUR_MONTANT,
      valeur: ({ montants }: CalculProjet) => montants[cle].montant,
      total: totaux[cle].montant,
      formule: somme(FAITS.has(cle) ? `<>${ECARTE}` : AGREE),
    })),
  ];
  return feuilleDeTable({
    nom: FEUILLES_CLAS.calculs,
    colonnes,
    lignes: calculs,
    style: ({ agree }) => (agree ? undefined : 'aide'),
    colonnesFigees: 1,
    pied: 'Totaux : projets agréés ; versé, dû et reste : tous les dossiers',
  });
}
