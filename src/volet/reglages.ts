/** Réglages gardés dans le classeur : feuilles et colonnes désignées, contrôle à la frappe. Rien de personnel. */
import { z } from 'zod/mini';
import type { PortExcel } from '../classeur/excel/port';
import { FEUILLES_AGENT, type CleFeuille } from '../dossier/feuilles';
import type { Designations } from '../dossier/lecture/lire';

export const CLE_DESIGNATIONS = 'clas.designations';
export const CLE_SUIVI = 'clas.suivi';

const textes = z.record(z.string(), z.string());
const forme = z.object({ feuilles: z.optional(textes), colonnes: z.optional(z.record(z.string(), textes)) });

const estCle = (cle: string): cle is CleFeuille => cle in FEUILLES_AGENT;
const choisir = <T>(table: Readonly<Record<string, T>> = {}): Partial<Record<CleFeuille, T>> =>
  Object.fromEntries(Object.entries(table).filter(([cle]) => estCle(cle)));

/** Un réglage illisible (autre version, main étrangère) vaut aucun réglage. */
export function lireDesignations(texte: string | null): Designations {
  if (texte === null) return {};
  try {
    const lu = forme.safeParse(JSON.parse(texte));
    if (!lu.success) return {};
    return { feuilles: choisir(lu.data.feuilles), colonnes: choisir(lu.data.colonnes) };
  } catch (erreur) {
    if (erreur instanceof SyntaxError) return {};
    throw erreur;
  }
}

export const lireReglages = (port: PortExcel): { designations: Designations; suivi: boolean } => ({
  designations: lireDesignations(port.lireReglage(CLE_DESIGNATIONS)),
  suivi: port.lireReglage(CLE_SUIVI) !== 'non',
});

/** Désigne une feuille ; `null` revient à son nom habituel. */
export function designerFeuille(d: Designations, cle: CleFeuille, nom: string | null): Designations {
  const feuilles = { ...d.feuilles };
  if (nom === null) delete feuilles[cle];
  else feuilles[cle] = nom;
  return { ...d, feuilles };
}

/** Désigne la colonne d'une donnée par son intitulé ; `null` revient à la reconnaissance. */
export function designerColonne(
  d: Designations,
  feuille: CleFeuille,
  champ: string,
  intitule: string | null,
): Designations {
  const { [champ]: _, ...autres } = d.colonnes?.[feuille] ?? {};
  const pointage = intitule === null ? autres : { ...autres, [champ]: intitule };
  return { ...d, colonnes: { ...d.colonnes, [feuille]: pointage } };
}
