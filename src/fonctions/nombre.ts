/**
 * Un nombre écrit en texte à la française : « 1 234,56 € », « 1.234,56 ».
 * « 1.234 » peut être un millier ou trois décimales : il est refusé plutôt que deviné.
 */
const AMBIGU = /^[-+]?[1-9]\d{0,2}[.,]\d{3}$/;
const GROUPES = /^([-+]?)([1-9]\d{0,2}(?:([ '.])\d{3})(?:\3\d{3})*)(?:([.,])(\d+))?$/;
const SIMPLE = /^([-+]?)(\d+)(?:[.,](\d+))?$/;

/** Rend l'écriture décimale (« -1234.56 »), `ambigu`, ou `undefined` si le texte n'est pas un nombre. */
export function lireTexte(texte: string): string | undefined {
  const net = texte.trim().replace(/\s/g, ' ').replace(/’/g, "'").replace('−', '-').replace(/ ?€$/, '');
  if (AMBIGU.test(net)) return 'ambigu';
  const simple = SIMPLE.exec(net);
  if (simple) return `${simple[1]}${simple[2]}.${simple[3] ?? '0'}`;
  const [, signe, entier = '', separateur, virgule, decimales = '0'] = GROUPES.exec(net) ?? [];
  if (!entier || (virgule && virgule === separateur)) return undefined;
  return `${signe}${entier.replace(/\D/g, '')}.${decimales}`;
}
