/** Gestion d'un versement : « N », « N+1 », l'année civile, ou les deux (« N (2021) »), quels que soient les mots autour. */
import { dateDeTexte } from '../../valeurs/date';
import { normaliser } from '../../valeurs/texte';

/** `n` : gestion de l'année d'ouverture ; `n1` : la suivante ; `autre` : étrangère à l'année scolaire. */
export type Gestion = 'n' | 'n1' | 'autre';

const MOTS = /(?:gestion|exercice|annee|civile|ex|g)+(?=n|\d)/;

const N1 = /n\s*\+?\s*1(?!\d)/i;

/** `illisible` : ni une gestion ni une année, ou les deux qui se contredisent (« N (2022) » en 2021). */
export function lireGestion(texte: string | null, annee: number): Gestion | 'illisible' | null {
  if (texte === null) return null;
  if (texte.includes('?')) return 'illisible';
  const jour = dateDeTexte(texte);
  const forme = jour?.slice(0, 4) ?? normaliser(texte).replace(MOTS, '');
  if (/^(?:(?:19|20)\d{2})?n(?:moins\d|[2-9])(?:(?:19|20)\d{2})?$/.test(forme)) return 'autre';
  const lu = /^(n1?)?((?:19|20)\d{2})?(n1?)?$/.exec(forme);
  const relative = lu?.[1] ?? lu?.[3];
  // « 20 21 », « N°1 » : la ponctuation ôtée n'en fait ni une année ni une gestion
  const collee =
    (lu?.[2] === undefined || texte.includes(lu[2]) || jour !== undefined) &&
    (relative !== 'n1' || N1.test(texte));
  if (!lu || !collee || (lu[1] && lu[3])) return 'illisible';
  const civile = lu[2] === undefined ? undefined : deLAnnee(Number(lu[2]), annee);
  if (relative === undefined) return civile ?? 'illisible';
  const dite = relative === 'n' ? 'n' : 'n1';
  return civile === undefined || civile === dite ? dite : 'illisible';
}

const deLAnnee = (civile: number, annee: number): Gestion =>
  civile === annee ? 'n' : civile === annee + 1 ? 'n1' : 'autre';

/** Gestion d'un jour : l'année civile de la date. */
export const gestionDuJour = (iso: string, annee: number): Gestion =>
  deLAnnee(Number(iso.slice(0, 4)), annee);
