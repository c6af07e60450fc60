/**
 * Siret : quatorze chiffres, clé de Luhn. Les établissements de La Poste (Siren 356000000) suivent
 * une autre clé : la somme de leurs chiffres est un multiple de 5.
 */
import { sansInvisibles } from './texte';

const SIREN_LA_POSTE = '356000000';

function sommeLuhn(chiffres: string): number {
  let somme = 0;
  for (let i = 0; i < chiffres.length; i++) {
    const chiffre = Number(chiffres[chiffres.length - 1 - i]) * (i % 2 ? 2 : 1);
    somme += chiffre > 9 ? chiffre - 9 : chiffre;
  }
  return somme;
}

/** Retire les blancs de présentation (« 123 456 789 00012 »). */
export const chiffresSiret = (texte: string): string =>
  sansInvisibles(texte).replace(/\s/g, '').replace(/^['’]/, '');

/** Vrai pour un Siret de quatorze chiffres à la clé juste ; les blancs sont admis. */
export function siretValide(texte: string): boolean {
  const chiffres = chiffresSiret(texte);
  if (!/^\d{14}$/.test(chiffres) || /^0{9}/.test(chiffres)) return false;
  if (sommeLuhn(chiffres) % 10 === 0) return true;
  return (
    chiffres.startsWith(SIREN_LA_POSTE) && [...chiffres].reduce((somme, c) => somme + Number(c), 0) % 5 === 0
  );
}

/** Les quatorze chiffres d'un Siret juste ; `null` : faux, il désignerait un autre, ou personne. */
export const siretExact = (texte: string | null): string | null =>
  texte !== null && siretValide(texte) ? chiffresSiret(texte) : null;

export type SiretLu =
  | { readonly etat: 'lu'; readonly valeur: string }
  /** Stocké en nombre, ou sans son zéro de tête : la clé confirme la valeur rendue. */
  | { readonly etat: 'converti'; readonly valeur: string }
  /** Excel n'en garde que les premiers chiffres : rien ne les rendra. */
  | { readonly etat: 'arrondi' }
  /** Neuf chiffres : l'entreprise, sans l'établissement. */
  | { readonly etat: 'siren' }
  | { readonly etat: 'illisible' };

/** Les cinq derniers chiffres (l'établissement) sont à zéro : aucun établissement n'a ce numéro. */
const ARRONDI = /^\d{7,}0{5}$/;
const SCIENTIFIQUE = /^\d(?:[.,]\d+)?E\+?\d+$/i;

/** Le Siret d'une cellule ; `affiche` : ce que son format en montre (« 9,99E+13 »). */
export function lireSiret(brut: string | number | boolean, affiche = ''): SiretLu {
  const chiffres = chiffresSiret(String(brut));
  // avant de rendre les zéros perdus : cinq zéros devant un Siren laissent sa clé juste
  if (/^\d{9}$/.test(chiffres)) return { etat: 'siren' };
  const enNombre = typeof brut === 'number';
  if (SCIENTIFIQUE.test(chiffres) || (enNombre && ARRONDI.test(chiffres))) return { etat: 'arrondi' };
  // deux zéros de tête perdus, pas davantage
  const complete = 14 - chiffres.length <= 2 ? chiffres.padStart(14, '0') : chiffres;
  if ((enNombre || chiffres.length === 13) && siretValide(complete))
    return { etat: 'converti', valeur: complete };
  if (enNombre && SCIENTIFIQUE.test(chiffresSiret(affiche))) return { etat: 'arrondi' };
  return siretValide(chiffres) ? { etat: 'lu', valeur: chiffres } : { etat: 'illisible' };
}
