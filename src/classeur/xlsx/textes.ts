/** Textes écrits dans un fichier : longueur d'une cellule, caractères qu'aucun fichier ne peut porter. */
const TEXTE_MAX = 32_767;

/** Texte tel qu'Excel l'accepte : longueur bornée sans couper un caractère, échappements protégés. */
export function texteEcrit(texte: string): string {
  let t = texte;
  if (t.length > TEXTE_MAX) {
    const coupe = t.charCodeAt(TEXTE_MAX - 1);
    t = t.slice(0, coupe >= 0xd800 && coupe <= 0xdbff ? TEXTE_MAX - 1 : TEXTE_MAX);
  }
  if (t.includes('_x')) t = t.replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_');
  if (t.includes('\ufffe') || t.includes('\uffff')) t = t.replace(/[\ufffe\uffff]/g, '');
  return t;
}

const ENTITES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Un caractère de commande n'existe pas en XML ; Excel le range sous la forme « _x0007_ ». */
// eslint-disable-next-line no-control-regex -- ce sont justement les caractères de commande que l'on échappe
const A_ECHAPPER = /[&<>"\r\0-\x08\v\f\x0e-\x1f]/g;

export const echapper = (texte: string): string =>
  texteEcrit(texte).replace(
    A_ECHAPPER,
    (c) => ENTITES[c] ?? `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  );
