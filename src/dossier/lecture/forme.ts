/** Ce qui se dit de la forme d'une feuille : colonnes absentes ou en double, lignes masquées, cellules fusionnées. */
import { lirePlage } from '../formes/adresses';
import { anomalie, type Anomalie, type Lieu } from '../anomalies/anomalie';
import type { Colonnes } from '../colonnes/colonne';
import type { Feuille } from '../formes/grille';
import type { Entetes } from './entetes';

export function verifierEntetes(
  definitions: Colonnes,
  entetes: Entetes | undefined,
  lieu: (cle: string) => Lieu,
  cellule: (i: number) => string,
): Anomalie[] {
  return Object.entries(definitions).flatMap(([cle, c]) => {
    // les colonnes que Clas ne fait que comparer sont en plus : en double, il les laisse
    if (entetes?.colonnes.has(cle) || c.calculee) return [];
    const double = entetes?.doubles.get(cle);
    if (double)
      return [
        anomalie('colonne.en-double', lieu(cle), { col: c.entete, cellules: double.map(cellule).join(', ') }),
      ];
    if (c.exigence === 'oui')
      return [
        anomalie('colonne.absente', lieu(cle), {
          col: c.entete,
          liste: [c.entete, ...c.synonymes].join(', '),
        }),
      ];
    if (c.exigence !== 'alerte' || !entetes) return [];
    return [
      cle === 'siret'
        ? anomalie('colonne.siret-absente', lieu(cle))
        : anomalie('colonne.attendue-absente', lieu(cle), { col: c.entete }),
    ];
  });
}

export function verifierPresentation(
  feuille: Feuille,
  ligneEntete: number,
  lignes: readonly { readonly ligne: number }[],
  colonnes: readonly number[],
  lieu: Lieu,
): Anomalie[] {
  const dernier = lignes.at(-1)?.ligne ?? ligneEntete;
  const lues = new Set(lignes.map(({ ligne }) => ligne));
  const masquees = feuille.lignesMasquees.filter((l) => lues.has(l)).length;
  const fusions = feuille.fusions.filter((plage) => {
    const { ligne1: debut, ligne2: fin, colonne1: gauche, colonne2: droite } = lirePlage(plage);
    // un intitulé qui occupe les deux rangs de l'en-tête n'y cache rien
    const surDeuxRangs = fin === ligneEntete && gauche === droite;
    return (
      fin >= ligneEntete &&
      !surDeuxRangs &&
      debut <= dernier &&
      colonnes.some((c) => c >= gauche && c <= droite)
    );
  });
  return [
    ...(masquees > 0 ? [anomalie('feuille.lignes-masquees', lieu, { n: masquees })] : []),
    ...(fusions.length > 0
      ? [
          anomalie('feuille.cellules-fusionnees', lieu, {
            n: fusions.length,
            plages: fusions.slice(0, 5).join(', '),
          }),
        ]
      : []),
  ];
}
