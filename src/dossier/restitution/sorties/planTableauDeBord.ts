/**
 * La feuille « Tableau de bord » : quatre tables, et leurs graphiques natifs. Les graphiques lisent les cellules : ils
 * suivent l'agent qui les retouche, et s'impriment avec Excel.
 */
import type { Examen } from '../../examiner';
import { FEUILLES_SORTIES } from '../../feuilles';
import type { CellulePlan, FeuillePlan, GraphiquePlan } from '../../formes/plan';
import { colonneDe, entetes, entier, euros, libelle, texte } from '../cellules';
import { hautDePage } from './mentions';
import { repartir } from './repartitions';
import type { Decimal } from '../../../valeurs/montant';

interface Table {
  readonly titre: string;
  readonly type: GraphiquePlan['type'];
  readonly intitules: readonly string[];
  readonly lignes: readonly (readonly [string, ...(Decimal | number | null)[]])[];
}

/** Communes montrées une à une ; les autres ensemble, sinon le graphique ne se lit plus. */
const BARRES_MAX = 15;
const HAUTEUR = 16;
const LARGEUR = 8;
const COLONNE_GRAPHIQUES = 6;

function tables(examen: Examen): Table[] {
  const { calculs, totaux, anomalies, lecture } = examen;
  const { annee, enveloppeN, enveloppeN1 } = lecture.parametres;
  const agrees = calculs.filter((c) => c.agree);
  const ps = (axe: 'commune' | 'public') =>
    repartir(agrees, axe, ['psRetenue', 'versePs']).map(
      (g) => [g.nom, g.montants.psRetenue ?? null, g.montants.versePs ?? null] as const,
    );
  const communes = [...ps('commune')].sort((a, b) => b[1]?.comparedTo(a[1] ?? 0) ?? 1).slice(0, BARRES_MAX);
  const familles = new Map<string, number>();
  for (const { etape } of anomalies) familles.set(etape, (familles.get(etape) ?? 0) + 1);
  return [
    {
      titre: 'Ps par commune',
      type: 'barres',
      intitules: ['Commune', 'Ps retenue', 'Versé'],
      lignes: communes,
    },
    {
      titre: 'Ps par public',
      type: 'colonnes',
      intitules: ['Public', 'Ps retenue', 'Versé'],
      lignes: ps('public'),
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
      lignes: [...familles].map(([nom, n]) => [nom, n] as const),
    },
  ];
}

const cellule = (valeur: Decimal | number | null): CellulePlan =>
  typeof valeur === 'number' ? entier(valeur) : valeur === null ? libelle('inconnu') : euros(valeur);

export function planTableauDeBord(examen: Examen): FeuillePlan {
  const lignes: CellulePlan[][] = [...hautDePage('Tableau de bord', examen)];
  const graphiques: GraphiquePlan[] = [];
  for (const { titre, type, intitules, lignes: rangees } of tables(examen)) {
    const debut = lignes.length + 1;
    lignes.push([libelle(titre, 'titre')], entetes(intitules));
    const premiere = lignes.length + 1;
    for (const [nom, ...valeurs] of rangees) lignes.push([texte(nom), ...valeurs.map(cellule)]);
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
    while (lignes.length < debut + HAUTEUR) lignes.push([]);
  }
  return {
    nom: FEUILLES_SORTIES.tableauDeBord,
    colonnes: [{ largeur: 30 }, { largeur: 16 }, { largeur: 16 }, { largeur: 16 }],
    lignes,
    graphiques,
    impression: { paysage: false, pied: 'Tableau de bord — Clas' },
  };
}
