/** Ce qui se dit de la forme d'une feuille : colonnes absentes ou en double, lignes et colonnes masquées, cellules fusionnées. */
import { lettres, lirePlage } from '../formes/adresses';
import { anomalie, type Anomalie, type Lieu } from '../anomalies/anomalie';
import { NUMERIQUES, type Colonnes } from '../colonnes/colonne';
import { valeurEn, type Feuille } from '../formes/grille';
import type { Entetes } from './entetes';
import type { ColonneLue } from './lignes/rangees';
import { estVide } from '../../valeurs/texte';

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

/**
 * Par ligne d'Excel, les colonnes de nombres que couvre une fusion remplie : un montant étalé sur deux dossiers n'est pas
 * nul pour le second, il est inconnu.
 */
export function couvertesParFusion(
  { fusions, lignes, premiereLigne, premiereColonne }: Feuille,
  colonnes: readonly ColonneLue[],
): ReadonlyMap<number, readonly ColonneLue[]> {
  const couvertes = new Map<number, ColonneLue[]>();
  // des fusions qui se chevauchent, dans un fichier forgé, ne se parcourent pas deux fois
  const faites = new Map<number, number>();
  const nombres = colonnes.filter(({ definition }) => NUMERIQUES.has(definition.type));
  for (const plage of fusions) {
    const { ligne1, ligne2, colonne1, colonne2 } = lirePlage(plage);
    if (estVide(lignes[ligne1 - premiereLigne]?.[colonne1 - premiereColonne] ?? null)) continue;
    const fin = Math.min(ligne2, premiereLigne + lignes.length - 1);
    for (const colonne of nombres) {
      const c = premiereColonne + colonne.i;
      if (c < colonne1 || c > colonne2) continue;
      const faite = faites.get(c) ?? 0;
      for (let l = Math.max(c === colonne1 ? ligne1 + 1 : ligne1, faite + 1); l <= fin; l++) {
        const deja = couvertes.get(l);
        if (deja) deja.push(colonne);
        else couvertes.set(l, [colonne]);
      }
      faites.set(c, Math.max(faite, fin));
    }
  }
  return couvertes;
}

export function verifierPresentation(
  feuille: Feuille,
  ligneEntete: number,
  lignes: readonly { readonly ligne: number }[],
  colonnes: readonly { readonly colonne: number; readonly repliee?: boolean | undefined }[],
  lieu: Lieu,
): Anomalie[] {
  const dernier = lignes.at(-1)?.ligne ?? ligneEntete;
  const lues = new Set(lignes.map(({ ligne }) => ligne));
  const masquees = feuille.lignesMasquees.filter((l) => lues.has(l)).length;
  // une colonne masquée qui ne porte rien ne cache rien, et le modèle replie lui-même les siennes
  const colonnesMasquees = feuille.colonnesMasquees.filter(
    (c) =>
      colonnes.some(({ colonne, repliee }) => colonne === c && !repliee) &&
      lignes.some(({ ligne }) => !estVide(valeurEn(feuille, ligne, c))),
  );
  const fusions = feuille.fusions.filter((plage) => {
    const { ligne1: debut, ligne2: fin, colonne1: gauche, colonne2: droite } = lirePlage(plage);
    // un intitulé qui occupe les deux rangs de l'en-tête n'y cache rien
    const surDeuxRangs = fin === ligneEntete && gauche === droite;
    return (
      fin >= ligneEntete &&
      !surDeuxRangs &&
      debut <= dernier &&
      colonnes.some(({ colonne }) => colonne >= gauche && colonne <= droite)
    );
  });
  return [
    ...(masquees > 0 ? [anomalie('feuille.lignes-masquees', lieu, { n: masquees })] : []),
    ...(colonnesMasquees.length > 0
      ? [
          anomalie('feuille.colonnes-masquees', lieu, {
            n: colonnesMasquees.length,
            colonnes: colonnesMasquees.slice(0, 5).map(lettres).join(', '),
          }),
        ]
      : []),
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
