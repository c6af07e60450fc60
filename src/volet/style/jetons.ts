/**
 * Les jetons de Fluent que le volet emploie, valeur claire et valeur sombre. Fluent les pose d'ordinaire par un
 * fournisseur de thème, qui pèse plus que tous nos boutons ; un test compare cette liste à ses thèmes.
 */
export type Jeton = readonly [clair: string, sombre: string];

/** Le vert de Clas, à la place du bleu de Fluent. */
export const MARQUE: Readonly<Record<string, Jeton>> = {
  colorBrandBackground: ['#0b6b47', '#0f7a52'],
  colorBrandBackground2: ['#e9f6f0', '#0a2b1f'],
  colorBrandBackgroundHover: ['#095a3b', '#0b6b47'],
  colorBrandBackgroundPressed: ['#063f2a', '#063f2a'],
  colorBrandForeground1: ['#0b6b47', '#6fd3a8'],
};

export const COULEURS: Readonly<Record<string, Jeton>> = {
  colorNeutralBackground1: ['#ffffff', '#292929'],
  colorNeutralBackground1Hover: ['#f5f5f5', '#3d3d3d'],
  colorNeutralBackground1Pressed: ['#e0e0e0', '#1f1f1f'],
  colorNeutralBackground2: ['#fafafa', '#1f1f1f'],
  colorNeutralBackground3: ['#f5f5f5', '#141414'],
  colorNeutralBackgroundDisabled: ['#f0f0f0', '#141414'],
  colorNeutralForeground1: ['#242424', '#ffffff'],
  colorNeutralForeground2: ['#424242', '#d6d6d6'],
  colorNeutralForeground3: ['#616161', '#adadad'],
  colorNeutralForegroundDisabled: ['#bdbdbd', '#5c5c5c'],
  colorNeutralStroke1: ['#d1d1d1', '#666666'],
  colorNeutralStroke1Hover: ['#c7c7c7', '#757575'],
  colorNeutralStroke1Pressed: ['#b3b3b3', '#6b6b6b'],
  colorNeutralStroke2: ['#e0e0e0', '#525252'],
  colorNeutralStrokeAccessible: ['#616161', '#adadad'],
  colorNeutralStrokeDisabled: ['#e0e0e0', '#424242'],
  colorStatusDangerBackground1: ['#fdf3f4', '#3b0509'],
  colorStatusDangerBorder1: ['#eeacb2', '#c50f1f'],
  colorStatusDangerForeground1: ['#b10e1c', '#dc626d'],
  colorStatusSuccessBackground1: ['#f1faf1', '#052505'],
  colorStatusSuccessBorder1: ['#9fd89f', '#107c10'],
  colorStatusSuccessForeground1: ['#0e700e', '#54b054'],
  colorStatusWarningForeground3: ['#bc4b09', '#f98845'],
  colorStrokeFocus2: ['#000000', '#ffffff'],
  colorSubtleBackgroundHover: ['#f5f5f5', '#383838'],
  colorSubtleBackgroundPressed: ['#e0e0e0', '#2e2e2e'],
};

/** Les mêmes en clair et en sombre. */
export const COMMUNS: Readonly<Record<string, string>> = {
  borderRadiusLarge: '6px',
  borderRadiusMedium: '4px',
  borderRadiusSmall: '2px',
  fontFamilyBase:
    "'Segoe UI', 'Segoe UI Web (West European)', -apple-system, BlinkMacSystemFont, Roboto, 'Helvetica Neue', sans-serif",
  fontSizeBase200: '12px',
  fontSizeBase300: '14px',
  lineHeightBase200: '16px',
  lineHeightBase300: '20px',
  spacingHorizontalM: '12px',
  spacingHorizontalS: '8px',
};
