/** Les thèmes de Fluent à la couleur de Clas : clair et sombre, suivis en cours de route. */
import {
  FluentProvider,
  createDarkTheme,
  createLightTheme,
  type BrandVariants,
  type Theme,
} from '@fluentui/react-components';
import { useEffect, useMemo, useState, type ReactNode } from 'react';

/** Le vert de Clas, du plus sombre au plus clair ; 80 est celui des boutons. */
const VERT: BrandVariants = {
  10: '#021109',
  20: '#052617',
  30: '#063f2a',
  40: '#084b32',
  50: '#09533a',
  60: '#095a3b',
  70: '#0a6342',
  80: '#0b6b47',
  90: '#0f7a52',
  100: '#2b9068',
  110: '#4fae86',
  120: '#6fd3a8',
  130: '#93dfbd',
  140: '#b5ead2',
  150: '#d3f3e4',
  160: '#e9f6f0',
};

/** Chacun se fait quand il sert. */
export const THEMES = {
  clair: () => createLightTheme(VERT),
  // sur fond sombre, les nuances que Fluent prend par défaut ne se lisent pas : les deux plus claires
  sombre: () => ({
    ...createDarkTheme(VERT),
    colorBrandForeground1: VERT[120],
    colorBrandForeground2: VERT[130],
    colorBrandForegroundLink: VERT[120],
    colorBrandForegroundLinkHover: VERT[130],
    colorBrandForegroundLinkPressed: VERT[110],
    colorCompoundBrandForeground1: VERT[120],
    colorCompoundBrandForeground1Hover: VERT[130],
    colorCompoundBrandStroke: VERT[120],
  }),
} as const satisfies Readonly<Record<string, () => Theme>>;

export type Aspect = keyof typeof THEMES;

const IMPOSEES = '(forced-colors: active)';
const SOMBRE = '(prefers-color-scheme: dark)';

/** Clair ou sombre d'après le fond que dit Office (« #292929 ») ; `null` : il n'en dit rien qui se lise. */
const estSombre = (fond = ''): boolean | null => {
  const [r, v, b] = (fond.match(/[0-9a-f]{2}/gi) ?? []).map((deux) => parseInt(deux, 16));
  return r === undefined || v === undefined || b === undefined ? null : r + v + b < 3 * 128;
};

/**
 * Le thème d'Office, à défaut celui du poste ; Excel ne dit pas quand le sien change, le poste si. Sous des couleurs imposées, le poste remplace
 * les nôtres par les siennes, et dit lui-même s'il est sombre : les composants de Fluent suivent ses mots-clés.
 */
export function aspectDe(vaut: (demande: string) => boolean, fondOffice: string | undefined): Aspect {
  const dOffice = vaut(IMPOSEES) ? null : estSombre(fondOffice);
  return (dOffice ?? vaut(SOMBRE)) ? 'sombre' : 'clair';
}

const fondOffice = (): string | undefined =>
  typeof Office === 'undefined'
    ? undefined
    : (Office.context as { officeTheme?: { bodyBackgroundColor?: string } } | undefined)?.officeTheme
        ?.bodyBackgroundColor;

const regarder = (): Aspect => aspectDe((demande) => matchMedia(demande).matches, fondOffice());

function useAspect(): Aspect {
  const [aspect, poser] = useState(regarder);
  useEffect(() => {
    const revoir = (): void => poser(regarder());
    const demandes = [IMPOSEES, SOMBRE].map((demande) => matchMedia(demande));
    for (const demande of demandes) demande.addEventListener('change', revoir);
    return () => demandes.forEach((demande) => demande.removeEventListener('change', revoir));
  }, []);
  return aspect;
}

export function Themes({ children }: { readonly children: ReactNode }) {
  const aspect = useAspect();
  const theme = useMemo(THEMES[aspect], [aspect]);
  // les couleurs de nos propres formes (jauges, signes) suivent le même choix
  useEffect(() => {
    document.documentElement.style.colorScheme = aspect === 'clair' ? 'light' : 'dark';
  }, [aspect]);
  return (
    <FluentProvider theme={theme}>
      {/* Fluent recopie la classe de son fournisseur aux menus et bulles : celle du volet est dedans */}
      <div className="volet">{children}</div>
    </FluentProvider>
  );
}
