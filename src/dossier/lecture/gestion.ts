/** Gestion d'un versement : « N », « N+1 » ou l'année civile. */
import { normaliser } from '../../valeurs/texte';

/** `n` : gestion de l'année d'ouverture ; `n1` : la suivante ; `autre` : étrangère à l'année scolaire. */
export type Gestion = 'n' | 'n1' | 'autre';

export function lireGestion(texte: string | null, annee: number): Gestion | null {
  if (texte === null) return null;
  const forme = normaliser(texte).replace(/^(?:gestion|exercice|annee)/, '');
  if (forme === 'n' || forme === String(annee)) return 'n';
  if (forme === 'n1' || forme === String(annee + 1)) return 'n1';
  return 'autre';
}

/** Gestion d'un jour : l'année civile de la date. */
export const gestionDuJour = (iso: string, annee: number): Gestion =>
  lireGestion(iso.slice(0, 4), annee) ?? 'autre';
