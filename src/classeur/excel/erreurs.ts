/**
 * Ce qu'Excel refuse, en une phrase que l'agent peut suivre. L'erreur d'origine reste dans `cause`.
 * Les codes sont ceux d'Office.js (« Application-specific error codes »).
 */
import { ErreurClasseur } from '../../dossier/formes/erreurs';

const ANCIEN =
  'Cette version d’Excel est trop ancienne pour Clas : il faut Excel 2021, Microsoft 365 ou Excel sur le web.';
const OCCUPE = 'Excel est trop occupé pour répondre : attendre quelques secondes, puis recommencer.';
const DISPARU =
  'Une feuille, un tableau ou une cellule a été supprimé ou renommé entre-temps : vérifier de nouveau le classeur.';
const PROTEGE =
  'Excel refuse la modification : ôter la protection de la feuille ou du classeur (onglet Révision), ou activer la modification s’il est en mode protégé, puis recommencer. Si rien n’est protégé, l’antivirus du poste peut l’interdire.';
/** Feuille qui refuserait d'être écrite : Excel ne le dirait qu'une fois le reste fait. */
export const refusProtegee = (feuille: string, comment = 'protégée'): ErreurClasseur =>
  new ErreurClasseur(
    `La feuille « ${feuille} » est ${comment} : ôter sa protection (onglet Révision), puis recommencer.`,
  );
const FUSION =
  'Des cellules fusionnées gênent l’écriture : les défusionner (onglet Accueil), puis recommencer.';
const VOLUME =
  'Excel refuse d’agir sur autant de cellules à la fois : supprimer les lignes et les colonnes inutiles, puis recommencer.';

const PHRASES: Readonly<Record<string, string>> = {
  InvalidOperationInCellEditMode:
    'Une cellule est en cours de saisie : la valider (Entrée) ou l’annuler (Échap), puis recommencer.',
  ActivityLimitReached: OCCUPE,
  RequestAborted: OCCUPE,
  ServiceNotAvailable: OCCUPE,
  RequestPayloadSizeLimitExceeded:
    'Il y a trop de données à écrire en une fois dans ce classeur : le résultat n’a pas été écrit.',
  ResponsePayloadSizeLimitExceeded:
    'Le classeur est trop grand pour être lu : supprimer les lignes et les colonnes inutiles, puis recommencer.',
  AccessDenied: PROTEGE,
  InactiveWorkbook: 'Un autre classeur est au premier plan : cliquer dans celui-ci, puis recommencer.',
  MergedRangeConflict: FUSION,
  InsertDeleteConflict: FUSION,
  FilteredRangeConflict:
    'Un filtre masque une partie des cellules : effacer le filtre (onglet Données), puis recommencer.',
  NonBlankCellOffSheet:
    'Des cellules remplies sortiraient de la feuille : vider ses dernières lignes et colonnes, puis recommencer.',
  OperationCellsExceedLimit: VOLUME,
  RangeExceedsLimit: VOLUME,
  MemoryLimitReached: 'Excel manque de mémoire : fermer les autres classeurs, puis recommencer.',
  Conflict:
    'Quelqu’un d’autre modifie ce classeur en même temps : attendre quelques secondes, puis recommencer.',
  UnsupportedSheet:
    'Cette feuille n’est pas une feuille de calcul (graphique, macro) : choisir une autre feuille, puis recommencer.',
  PivotTableRangeConflict: 'Un tableau croisé dynamique occupe ces cellules : le déplacer, puis recommencer.',
  ItemNotFound: DISPARU,
  InvalidReference: DISPARU,
  InvalidObjectPath: DISPARU,
  ItemAlreadyExists: 'Une feuille ou un tableau de ce nom existe déjà : le renommer, puis recommencer.',
  ApiNotFound: ANCIEN,
  ApiNotAvailable: ANCIEN,
  BadPassword:
    'Une feuille de Clas est protégée par un mot de passe : ôter sa protection (onglet Révision), puis recommencer.',
  FormulaLengthExceedsLimit: 'Une formule est trop longue pour Excel : la raccourcir, puis recommencer.',
  InvalidSelection: 'La sélection ne convient pas : choisir une seule cellule, puis recommencer.',
  HostRestartNeeded: 'Clas vient d’être mis à jour : fermer Excel et le rouvrir.',
  Unauthenticated: 'Excel a perdu votre connexion : vous reconnecter à votre compte, puis recommencer.',
  NotImplemented: ANCIEN,
  UnsupportedFeature:
    'Le classeur contient ce que cet Excel ne sait pas traiter : l’ouvrir dans un Excel plus récent.',
  UndoNotSupported: 'Excel n’a pas pu réunir cette action en une seule annulation : recommencer.',
  UnsupportedOperation:
    'Excel ne permet pas cela dans ce classeur (lecture seule, affichage limité…) : l’ouvrir pour le modifier, puis recommencer.',
};

const GENERALE =
  'Excel n’a pas pu faire ce qui était demandé : recommencer ; si cela persiste, enregistrer le classeur, le fermer et le rouvrir.';

/** Code d'une erreur d'Office.js ; `null` : l'erreur ne vient pas d'Excel. */
export function codeExcel(erreur: unknown): string | null {
  if (typeof erreur !== 'object' || erreur === null || erreur instanceof ErreurClasseur) return null;
  return 'code' in erreur && typeof erreur.code === 'string' ? erreur.code : null;
}

/** « PageLayout.setPrintTitleRows » : le membre où Excel s'est arrêté. */
export function lieuExcel(erreur: unknown): string {
  const { debugInfo } = erreur as { debugInfo?: { errorLocation?: string } };
  return debugInfo?.errorLocation ?? '';
}

/** Excel a dit pourquoi, d'un code connu. */
export const aSaPhrase = (erreur: unknown): boolean => (codeExcel(erreur) ?? '') in PHRASES;

export function traduire(erreur: unknown): ErreurClasseur {
  if (erreur instanceof ErreurClasseur) return erreur;
  return new ErreurClasseur(PHRASES[codeExcel(erreur) ?? ''] ?? GENERALE, { cause: erreur });
}

/** Excel a refusé d'écouter : refaire la même demande autrement ne servirait à rien. */
export function estPassager(erreur: unknown): boolean {
  return [
    'InvalidOperationInCellEditMode',
    'ActivityLimitReached',
    'RequestAborted',
    'InactiveWorkbook',
    'ServiceNotAvailable',
  ].includes(codeExcel(erreur) ?? '');
}
