/** Texte brut d'une cellule → valeur exacte, selon le type que le fichier déclare. */
import type { Valeur } from '../../valeurs/valeur';
import { refus } from './phrases';
import { decoder, decoderTexte } from './xml';

/** `brut` est `null` quand la cellule n'a pas de valeur ; `formule` porte son « = », ou est vide. */
export function valeurLue(
  type: string,
  brut: string | null,
  formule: string,
  chaines: readonly string[],
): Valeur {
  if (brut === null) return formule === '' ? null : { illisible: formule };
  switch (type) {
    case 's': {
      const texte = brut === '' ? undefined : chaines[Number(brut)];
      if (texte === undefined) throw refus('texteAbsent');
      return texte;
    }
    case 'str':
    case 'inlineStr':
      return copier(decoderTexte(brut));
    case 'b':
      return brut === '1' || brut === 'true';
    case 'e':
      return { illisible: decoder(brut) };
    case 'd':
      return dateLue(decoder(brut));
    default:
      // Une formule au résultat vide, sans type, n'a jamais été calculée : ce n'est pas zéro.
      if (brut === '') return formule === '' ? null : { illisible: formule };
      return nombreLu(brut);
  }
}

/** « 2021-09-01T00:00:00 » → « 2021-09-01 » : le jour seul, jamais converti dans un calendrier. */
function dateLue(texte: string): string {
  return /^\d{4}-\d\d-\d\dT/.test(texte) ? texte.slice(0, 10) : texte;
}

function nombreLu(brut: string): Valeur {
  const n = Number(brut);
  if (n === 0 && brut.trim() === '') return null;
  // « 0x1F » ou « Infinity » seraient des nombres pour JavaScript, pas pour un classeur.
  const etranger =
    brut.length > 1 &&
    brut.charCodeAt(0) === 48 &&
    brut.charCodeAt(1) > 57 &&
    (brut.charCodeAt(1) | 32) !== 101;
  return Number.isFinite(n) && !etranger ? n : { illisible: decoder(brut) };
}

/** Un extrait de chaîne garde en mémoire tout le morceau de fichier d'où il vient : on en garde une copie. */
export function copier(texte: string): string {
  return texte.length < 13 ? texte : ` ${texte}`.slice(1);
}
