/**
 * Siret : quatorze chiffres, clé de Luhn. Les établissements de La Poste (Siren 356000000) suivent
 * une autre clé : la somme de leurs chiffres est un multiple de 5.
 */
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
export const chiffresSiret = (texte: string): string => texte.replace(/[\s\u00a0\u202f]/g, '');

/** Vrai pour un Siret de quatorze chiffres à la clé juste ; les blancs sont admis. */
export function siretValide(texte: string): boolean {
  const chiffres = chiffresSiret(texte);
  if (!/^\d{14}$/.test(chiffres) || /^0{9}/.test(chiffres)) return false;
  if (sommeLuhn(chiffres) % 10 === 0) return true;
  return (
    chiffres.startsWith(SIREN_LA_POSTE) && [...chiffres].reduce((somme, c) => somme + Number(c), 0) % 5 === 0
  );
}
