/** Les mots par lesquels une ligne dit qu'elle totalise : « Total », « S/Total », « Nb dossiers », « T O T A L ». */
import { sansAccents } from '../../../valeurs/texte';
import type { Valeur } from '../../../valeurs/valeur';

const MOTS_DE_TOTAL =
  /s ?\/ ?t|(?:sous)?tota(?:les?|l|ux)|[σ∑]|ensemble|sommes?|cumuls?|moyen(?:ne)?s?|medianes?|max(?:imum)?|min(?:imum)?|ecarts?|differences?|recap(?:itulatif)?s?|general|generaux|resultats?|reports?|reporter|dont/;
const MOT_DE_TOTAL = new RegExp(`^(?:${MOTS_DE_TOTAL.source})$`);
/** « Sous-total », « S/Total », « ss total » : un seul mot. */
const SOUS_TOTAL = /(?<![a-z0-9])s(?:ous|s)?\s*[-/ ]\s*tota/g;
const LETTRES_ESPACEES = /^(?:[a-z] )+[a-z]$/;
/** « NB : … » ouvre une note, « Nb dossiers » un compte. */
const NOMBRE_DE =
  /^(?:nombre d(?:e|es|u)?(?![a-z])|n(?:b|bre)\.? [a-z]|\d+ (?:projet|dossier|action|structure|gestionnaire)s?$)/;

export const MOTS_DU_LIBELLE = 6;
/** Seul sur sa ligne, sans rien à totaliser, un libellé plus long est une note : « en attente du compte de résultat ». */
export const MOTS_D_UN_LIBELLE_SEUL = 3;

const plat = (texte: string): string =>
  sansAccents(texte)
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/^[\s*•.:=>→-]+|[\s*•.:=]+$/g, '');

/** Le premier ou le dernier mot dit un total. */
export function diTotal(v: Valeur, motsAdmis = MOTS_DU_LIBELLE): boolean {
  if (typeof v !== 'string' || v.length > 200) return false;
  const nu = plat(v);
  const texte = LETTRES_ESPACEES.test(nu) ? nu.replaceAll(' ', '') : nu.replace(SOUS_TOTAL, 'soustota');
  if (NOMBRE_DE.test(texte)) return true;
  // presque aucune cellule n'en a un, où que ce soit : inutile d'en faire des mots
  if (!MOTS_DE_TOTAL.test(texte)) return false;
  const mots = texte.split(/[\s:;,()-]+/).filter((mot) => mot !== '');
  // une phrase qui finit par « résultat » est une note
  const bouts = mots.length > motsAdmis ? [mots[0]] : [texte, mots[0], mots.at(-1)];
  return bouts.some((mot = '') => MOT_DE_TOTAL.test(mot));
}
