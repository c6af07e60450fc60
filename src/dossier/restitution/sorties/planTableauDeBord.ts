/**
 * La feuille « Tableau de bord » : des tables, et leurs graphiques natifs. Les graphiques lisent les cellules : ils
 * suivent l'agent qui les retouche, et s'impriment avec Excel.
 */
import { TITRES, type EtapeControle } from '../../anomalies/catalogue';
import { EFFECTIFS, effectifsDits } from '../../calcul/totaux';
import type { Examen } from '../../examiner';
import { FEUILLES_SORTIES } from '../../feuilles';
import type { CellulePlan, FeuillePlan, GraphiquePlan } from '../../formes/plan';
import { colonneDe, entetes, entier, euros, libelle, texte } from '../cellules';
import { hautDePage } from '../mentions';
import { repartir, type Apport } from './repartitions';
import { sommeSiConnue, ZERO, type Decimal } from '../../../valeurs/montant';

interface Table {
  readonly titre: string;
  readonly type: GraphiquePlan['type'];
  readonly intitules: readonly string[];
  readonly lignes: readonly (readonly [string, ...(Decimal | number | null)[]])[];
}

/** Groupes montrés un à un ; les autres ensemble, sinon le graphique ne se lit plus. */
const BARRES_MAX = 15;
const HAUTEUR = 16;
const LARGEUR = 8;
const COLONNE_GRAPHIQUES = 6;

type LignePs = readonly [string, Decimal | null, Decimal | null];

/** Les plus grandes Ps d'abord, une Ps inconnue en tête ; au-delà de quinze, le reste en une ligne. */
function principales(lignes: readonly LignePs[], nomDuReste: (n: number) => string): readonly LignePs[] {
  const triees = [...lignes].sort(([, a], [, b]) =>
    a === null || b === null ? Number(b === null) - Number(a === null) : b.comparedTo(a),
  );
  if (triees.length <= BARRES_MAX) return triees;
  const reste = triees.slice(BARRES_MAX - 1);
  return [
    ...triees.slice(0, BARRES_MAX - 1),
    [nomDuReste(reste.length), sommeSiConnue(reste.map((l) => l[1])), sommeSiConnue(reste.map((l) => l[2]))],
  ];
}

function tables(examen: Examen): Table[] {
  const { calculs, totaux, effectifs, anomalies, lecture } = examen;
  const { annee, enveloppeN, enveloppeN1 } = lecture.parametres;
  // comme les totaux : ce qui est retenu sur les dossiers agréés, ce qui est versé sur tous
  const comptes = calculs.filter((c) => !c.ecarte && (c.agree || !c.montants.versePs.montant?.isZero()));
  const retenue: Apport = (c) => (c.agree ? c.montants.psRetenue.montant : ZERO);
  const ps = (axe: 'commune' | 'public'): readonly LignePs[] =>
    repartir(examen, comptes, axe, [retenue, (c) => c.montants.versePs.montant]).map(
      ({ nom, montants: [retenu = null, verse = null] }) => [nom, retenu, verse] as const,
    );
  const familles = new Map<EtapeControle, number>();
  for (const { etape } of anomalies) familles.set(etape, (familles.get(etape) ?? 0) + 1);
  return [
    {
      titre: 'Ps par commune',
      type: 'barres',
      intitules: ['Commune', 'Ps retenue', 'Versé'],
      lignes: principales(ps('commune'), (n) => `${n} autres communes`),
    },
    {
      titre: 'Ps par public',
      type: 'colonnes',
      intitules: ['Public', 'Ps retenue', 'Versé'],
      lignes: ps('public'),
    },
    {
      titre: 'Effectifs des projets agréés',
      type: 'colonnes',
      intitules: ['', 'Nombre'],
      lignes: [
        ['Projets', effectifs.projets],
        ...effectifsDits(effectifs).map((cle) => [EFFECTIFS[cle], effectifs[cle] ?? null] as const),
      ],
    },
    {
      titre: 'Accordé et versé',
      type: 'colonnes',
      intitules: ['', 'Accordé', 'Versé'],
      lignes: [
        ['Ps', totaux.psRetenue.montant, totaux.versePs.montant],
        ['Bonus', totaux.bonus.montant, totaux.verseBonus.montant],
      ],
    },
    {
      titre: 'Enveloppes',
      type: 'colonnes',
      intitules: ['Gestion', 'Notifiée', 'Engagée', 'Payée'],
      lignes: [
        [String(annee), enveloppeN, totaux.partN.montant, totaux.versePsN.montant],
        [String(annee + 1), enveloppeN1, totaux.partN1.montant, totaux.versePsN1.montant],
      ],
    },
    {
      titre: 'Anomalies par genre',
      type: 'barres',
      intitules: ['Genre', 'Nombre'],
      lignes: [...familles].map(([etape, n]) => [TITRES[etape], n] as const),
    },
  ];
}

const cellule = (valeur: Decimal | number | null): CellulePlan =>
  typeof valeur === 'number' ? entier(valeur) : valeur === null ? libelle('inconnu') : euros(valeur);

/** Un graphique trace « inconnu » comme rien : la légende de l'axe le dit, pour qu'on ne le prenne pas pour zéro. */
function legende(
  nom: string,
  valeurs: readonly (Decimal | number | null)[],
  [, ...intitules]: readonly string[],
): string {
  const inconnus = intitules.filter((_, i) => valeurs[i] === null);
  return inconnus.length > 0 ? `${nom} (inconnu : ${inconnus.join(', ')})` : nom;
}

export function planTableauDeBord(examen: Examen): FeuillePlan {
  const lignes: CellulePlan[][] = [...hautDePage('Tableau de bord', examen)];
  const graphiques: GraphiquePlan[] = [];
  for (const { titre, type, intitules, lignes: rangees } of tables(examen)) {
    const debut = lignes.length + 1;
    lignes.push([libelle(titre, 'titre')], entetes(intitules));
    const premiere = lignes.length + 1;
    for (const [nom, ...valeurs] of rangees)
      lignes.push([texte(legende(nom, valeurs, intitules)), ...valeurs.map(cellule)]);
    const derniere = lignes.length;
    if (rangees.length > 0)
      graphiques.push({
        type,
        titre,
        categories: colonneDe(1, premiere, derniere),
        series: intitules.slice(1).map((nom, i) => ({ nom, valeurs: colonneDe(i + 2, premiere, derniere) })),
        ancre: { ligne: debut, colonne: COLONNE_GRAPHIQUES, lignes: HAUTEUR, colonnes: LARGEUR },
      });
    // le graphique est à droite de sa table : la suivante commence sous lui
    do lignes.push([]);
    while (lignes.length < debut + HAUTEUR);
  }
  return {
    nom: FEUILLES_SORTIES.tableauDeBord,
    colonnes: [{ largeur: 30 }, { largeur: 16 }, { largeur: 16 }, { largeur: 16 }],
    lignes,
    graphiques,
    impression: { paysage: false, pied: 'Tableau de bord — Clas' },
  };
}
