/** Boîtes des notes, à la mesure de leur texte : la bibliothèque leur donne à toutes quatre lignes. */
const COLONNES = 4;
const CARACTERES_PAR_LIGNE = 44;
const POINTS_PAR_LIGNE = 13;
const POINTS_PAR_COLONNE = 48;

function nombreDeLignes(texte: string): number {
  return texte
    .split('\n')
    .reduce((n, ligne) => n + Math.max(1, Math.ceil(ligne.length / CARACTERES_PAR_LIGNE)), 1);
}

/** Agrandit dans le dessin (VML) la boîte de chaque note, prises dans l'ordre du dessin : par ligne, puis par colonne. */
export function agrandirNotes(vml: string, textes: readonly string[]): string {
  let rang = 0;
  return vml.replace(/<v:shape .*?<\/v:shape>/gs, (forme) => {
    const hauteur = nombreDeLignes(textes[rang++] ?? '') * POINTS_PAR_LIGNE;
    return forme
      .replace(
        /width:[\d.]+pt;height:[\d.]+pt/,
        `width:${String(COLONNES * POINTS_PAR_COLONNE)}pt;height:${String(hauteur)}pt`,
      )
      .replace(
        /<x:Anchor>(\d+),15,(\d+),2,\d+,31,\d+,4<\/x:Anchor>/,
        (_tout, colonne: string, ligne: string) => {
          const bas = Number(ligne) + Math.ceil(hauteur / 15);
          return `<x:Anchor>${colonne},15,${ligne},2,${String(Number(colonne) + COLONNES)},15,${String(bas)},4</x:Anchor>`;
        },
      );
  });
}
