/** Réglages gardés dans le classeur : feuilles et colonnes désignées, contrôle à la frappe. Rien de personnel. */
import type { CapacitesExcel, PortExcel } from '../classeur/excel/port';
import { FEUILLES_AGENT, trouverFeuille, type CleFeuille } from '../dossier/feuilles';
import type { Designations } from '../dossier/lecture/roles';
import type { Proposition } from '../dossier/lecture/proposer';

export const CLE_DESIGNATIONS = 'designations';
export const CLE_SUIVI = 'suivi';

const CLES = Object.keys(FEUILLES_AGENT) as CleFeuille[];

const estTable = (valeur: unknown): valeur is Readonly<Record<string, unknown>> =>
  typeof valeur === 'object' && valeur !== null;

/** Des textes rangés sous une clé ; le reste est laissé. */
const textes = (valeur: unknown): Record<string, string> =>
  estTable(valeur)
    ? Object.fromEntries(
        Object.entries(valeur).filter((e): e is [string, string] => typeof e[1] === 'string'),
      )
    : {};

/** Un réglage illisible (autre version, main étrangère) vaut aucun réglage. */
export function lireDesignations(texte: string | null): Designations {
  let lu: unknown = null;
  try {
    lu = JSON.parse(texte ?? 'null');
  } catch (erreur) {
    if (!(erreur instanceof SyntaxError)) throw erreur;
  }
  if (!estTable(lu)) return {};
  const { colonnes, ignorees } = lu;
  const laissees = Array.isArray(ignorees) ? ignorees.filter((i): i is string => typeof i === 'string') : [];
  const pointees = estTable(colonnes) ? CLES.filter((cle) => cle in colonnes) : [];
  return {
    feuilles: textes(lu['feuilles']),
    colonnes: Object.fromEntries(pointees.map((cle) => [cle, textes(estTable(colonnes) && colonnes[cle])])),
    ...(laissees.length > 0 && { ignorees: laissees }),
  };
}

export const lireReglages = (port: PortExcel): { designations: Designations; suivi: boolean } => ({
  designations: lireDesignations(port.lireReglage(CLE_DESIGNATIONS)),
  suivi: suiviLu(port.lireReglage(CLE_SUIVI), suiviDOffice(port.capacites())),
});

/** Sans choix de l'agent : éteint quand chaque relecture lui ferait perdre Ctrl+Z. */
export const suiviDOffice = ({ annule }: CapacitesExcel): boolean => annule;

const suiviLu = (choix: string | null, dOffice: boolean): boolean =>
  choix === 'oui' || choix === 'non' ? choix === 'oui' : dOffice;

/** Les désignations d'une feuille qui n'est plus là : renommée, supprimée. */
export const designationsPerdues = (d: Designations, noms: readonly string[]): readonly CleFeuille[] => {
  const feuilles = noms.map((nom) => ({ nom }));
  return CLES.filter((cle) => {
    const nom = d.feuilles?.[cle];
    return nom !== undefined && !trouverFeuille(feuilles, cle, nom);
  });
};

/** Sans elles, la feuille se reconnaît de nouveau par son nom ; le choix de l'agent reste gardé. */
export const designationsTenues = (d: Designations, noms: readonly string[]): Designations =>
  designationsPerdues(d, noms).reduce((tenues, cle) => designerFeuille(tenues, cle, null), d);

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

/** Accepte une proposition : sa feuille, si son nom ne la dit pas, et la colonne de chaque champ retenu (champ → intitulé). */
export function accepter(
  d: Designations,
  { cle, feuille }: Pick<Proposition, 'cle' | 'feuille'>,
  retenus: Readonly<Record<string, string>>,
): Designations {
  const nommee = trouverFeuille([{ nom: feuille }], cle, d.feuilles?.[cle])
    ? d
    : designerFeuille(d, cle, feuille);
  return Object.entries(retenus).reduce(
    (suite, [champ, intitule]) => designerColonne(suite, cle, champ, intitule),
    nommee,
  );
}

/** « Ce n'est pas une colonne de Clas » : son intitulé ne ressemble plus à rien. */
export const ignorerColonne = (d: Designations, intitule: string): Designations => ({
  ...d,
  ignorees: [...new Set([...(d.ignorees ?? []), intitule])],
});
