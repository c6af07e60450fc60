import { ErreurOffice } from '../classeur/erreurs';

/**
 * Ensemble d'exigences de chaque membre joué, au-delà d'ExcelApi 1.1 (docs : « [API set: ExcelApi x.y] »).
 * La bibliothèque ne vérifie pas elle-même : c'est Excel qui répond ApiNotFound. Un test compare à la documentation.
 */
export const VERSIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '1.2': {
    Chart: 'Worksheet',
    FormatProtection: 'Locked',
    FunctionResult: 'Error Value',
    Functions: 'Date',
    Range: 'ColumnHidden GetResizedRange Hidden Merge RowHidden Sort Unmerge',
    RangeFormat: 'AutofitColumns ColumnWidth Protection RowHeight',
    RangeSort: 'Apply',
    Table: 'ClearFilters ConvertToRange Worksheet',
    Workbook: 'Functions',
    Worksheet: 'Protection',
    WorksheetProtection: 'Options Protect Protected Unprotect',
  },
  '1.4': {
    ChartCollection: 'GetCount GetItemOrNullObject',
    ChartSeriesCollection: 'GetCount',
    NamedItem: 'Comment Delete Scope',
    NamedItemCollection: 'Add GetCount GetItemOrNullObject',
    Range: 'GetIntersectionOrNullObject GetUsedRangeOrNullObject',
    TableCollection: 'GetCount GetItemOrNullObject',
    TableColumnCollection: 'GetItemOrNullObject',
    Workbook: 'Settings',
    Worksheet: 'GetUsedRangeOrNullObject Names',
    WorksheetCollection: 'GetCount GetItemOrNullObject',
  },
  '1.6': {
    Application: 'SuspendApiCalculationUntilNextSync',
    CellValueConditionalFormat: 'Format Rule',
    ConditionalFormat: 'CellValue Custom Delete GetRange Id Priority Type',
    ConditionalFormatCollection: 'Add ClearAll GetCount GetItemAt',
    ConditionalFormatRule: 'Formula',
    ConditionalRangeFill: 'Color',
    ConditionalRangeFont: 'Bold Color',
    ConditionalRangeFormat: 'Fill Font',
    CustomConditionalFormat: 'Format Rule',
    Range: 'ConditionalFormats',
  },
  '1.7': {
    Chart: 'ChartType Id',
    ChartAxis: 'Visible',
    ChartLineFormat: 'Weight',
    ChartSeries: 'ChartType Delete GapWidth HasDataLabels SetValues SetXAxisValues',
    ChartSeriesCollection: 'Add',
    NamedItem: 'Formula',
    Range: 'GetAbsoluteResizedRange IsEntireColumn',
    Workbook: 'GetActiveCell Name Protection',
    WorkbookProtection: 'Protect Protected Unprotect',
    Worksheet: 'FreezePanes GetRangeByIndexes TabColor',
    WorksheetFreezePanes: 'FreezeAt FreezeColumns FreezeRows GetLocationOrNullObject Unfreeze',
  },
  '1.8': {
    ChartAxis: 'NumberFormat',
    ChartDataLabels: 'NumberFormat',
    DataValidation: 'Clear ErrorAlert IgnoreBlanks Prompt Rule Type',
    Range: 'DataValidation',
    Runtime: 'EnableEvents',
    Workbook: 'ReadOnly',
    Worksheet: 'ShowGridlines',
  },
  '1.9': {
    ConditionalFormat: 'GetRanges',
    HeaderFooter: 'LeftFooter RightFooter',
    HeaderFooterGroup: 'DefaultForAllPages',
    PageLayout:
      'GetPrintTitleRowsOrNullObject HeadersFooters Orientation PaperSize SetPrintTitleColumns SetPrintTitleRows Zoom',
    Range: 'GetColumnProperties GetRowProperties GetTables',
    RangeAreas: 'Address Areas ConditionalFormats Format',
    RangeCollection: 'GetCount GetItemAt',
    RangeFont: 'Strikethrough',
    TableScopedCollection: 'GetCount',
    Worksheet: 'GetRanges PageLayout',
  },
  '1.10': {
    Range: 'Group',
  },
  '1.12': {
    ChartSeries: 'GetDimensionValues',
    Range: 'GetSpillingToRangeOrNullObject HasSpill',
  },
  '1.13': {
    Range: 'GetMergedAreasOrNullObject',
    Table: 'Resize',
  },
  '1.14': {
    ConditionalFormatCollection: 'GetItemOrNullObject',
    TableScopedCollection: 'GetItemOrNullObject',
  },
};

const PAR_MEMBRE = new Map<string, string>(
  Object.entries(VERSIONS).flatMap(([version, classes]) =>
    Object.entries(classes).flatMap(([classe, membres]) =>
      membres.split(' ').map((membre) => [`${classe}.${membre}`, version] as const),
    ),
  ),
);

export function mineure(version: string): number {
  return Number(version.split('.')[1] ?? 0);
}

/** doc : office/dev/add-ins/testing/application-specific-api-error-handling (ApiNotFound) */
export function verifierVersion(classe: string, membre: string, declaree: string): void {
  const requise = PAR_MEMBRE.get(`${classe}.${membre}`);
  if (requise === undefined || mineure(requise) <= mineure(declaree)) return;
  const nom = `${classe}.${membre.charAt(0).toLowerCase()}${membre.slice(1)}`;
  throw new ErreurOffice(
    'ApiNotFound',
    `${nom} demande ExcelApi ${requise}, et cet Excel s'arrête à ${declaree}.`,
  );
}
