/**
 * Les codes qu'une requête peut rendre : une panne d'un autre code n'existe dans aucun Excel.
 * doc : office/dev/add-ins/testing/application-specific-api-error-handling, excel/excel.errorcodes
 */
export const CODES_OFFICE = [
  ...['AccessDenied', 'ActivityLimitReached', 'ApiNotAvailable', 'ApiNotFound', 'BadPassword', 'Conflict'],
  ...['ContentLengthRequired', 'EmptyChartSeries', 'FilteredRangeConflict', 'FormulaLengthExceedsLimit'],
  ...['GeneralException', 'InactiveWorkbook', 'InsertDeleteConflict', 'InvalidArgument', 'InvalidBinding'],
  ...['InvalidOperation', 'InvalidOperationInCellEditMode', 'InvalidReference', 'InvalidRequest'],
  ...['InvalidSelection', 'ItemAlreadyExists', 'ItemNotFound', 'MemoryLimitReached', 'MergedRangeConflict'],
  ...['NonBlankCellOffSheet', 'NotImplemented', 'OpenWorkbookLinksBlocked', 'OperationCellsExceedLimit'],
  ...['PivotTableRangeConflict', 'PowerQueryRefreshResourceChallenge', 'RangeExceedsLimit'],
  ...['RangeImageExceedsLimit', 'RefreshWorkbookLinksBlocked', 'RequestAborted'],
  ...['RequestPayloadSizeLimitExceeded', 'ResponsePayloadSizeLimitExceeded', 'ServiceNotAvailable'],
  ...[
    'Unauthenticated',
    'UndoNotSupported',
    'UnsupportedFeature',
    'UnsupportedOperation',
    'UnsupportedSheet',
  ],
] as const;

export type CodeOffice = (typeof CODES_OFFICE)[number];

/** Erreur que le vrai Excel rendrait : code d'Office.js et phrase. */
export class ErreurOffice extends Error {
  constructor(
    readonly code: CodeOffice,
    message: string,
  ) {
    super(message);
    this.name = 'ErreurOffice';
  }
}

/** L'hôte émulé ne sait pas : un trou de l'hôte, jamais une réponse d'Excel. */
export class MembreInconnu extends Error {
  constructor(readonly membre: string) {
    super(`membre inconnu de l'hôte émulé : ${membre}`);
    this.name = 'MembreInconnu';
  }
}

export function introuvable(quoi: string): ErreurOffice {
  return new ErreurOffice('ItemNotFound', `La ressource demandée n'existe pas : ${quoi}.`);
}

export function argumentInvalide(detail: string): ErreurOffice {
  return new ErreurOffice(
    'InvalidArgument',
    `L'argument n'est pas valide, est manquant ou a un format incorrect : ${detail}.`,
  );
}

/** `quoi` : la feuille, ou le classeur dont la structure est protégée. */
export function accesRefuse(quoi: string): ErreurOffice {
  return new ErreurOffice('AccessDenied', `« ${quoi} » est protégé : cette action est refusée.`);
}
