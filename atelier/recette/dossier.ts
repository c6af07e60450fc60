/** Ce que la recette rapporte : l'Excel qui a répondu, et ses réponses. */
import type { Json, Reponse } from './sonde';

export interface Dossier {
  readonly recette: 1;
  readonly clas: string;
  readonly excel: Readonly<Record<string, Json>>;
  readonly reponses: readonly Reponse[];
}

const JEUX: readonly (readonly [nom: string, versions: readonly string[]])[] = [
  ['ExcelApi', Array.from({ length: 21 }, (_, i) => `1.${i + 1}`)],
  ['SharedRuntime', ['1.1', '1.2']],
  ['CustomFunctionsRuntime', ['1.1', '1.2', '1.3', '1.4', '1.5']],
  ['OpenBrowserWindowApi', ['1.1']],
];

const acceptees = (): Json =>
  Object.fromEntries(
    JEUX.map(([nom, versions]) => [
      nom,
      versions.filter((v) => Office.context.requirements.isSetSupported(nom, v)).at(-1) ?? null,
    ]),
  );

const fenetre = (): Json => ({ visible: document.visibilityState, taille: [innerWidth, innerHeight] });

/** La fenêtre au premier script, avant Office. */
const AU_DEPART = typeof document === 'undefined' ? null : fenetre();

/** Ce que la politique de contenu a refusé depuis l'ouverture. */
const refusees: string[] = [];
if (typeof document !== 'undefined')
  document.addEventListener(
    'securitypolicyviolation',
    (e) => void refusees.push(`${e.effectiveDirective} ${e.blockedURI}`),
  );

/** L'Excel et la page ; rien de l'agent ni de ses fichiers. */
export async function entete(): Promise<Dossier['excel']> {
  const { diagnostics, displayLanguage, contentLanguage } = Office.context;
  const culture = await Excel.run(async (contexte) => {
    const { cultureInfo } = contexte.workbook.application.load('cultureInfo/name');
    await contexte.sync();
    return cultureInfo.name;
  }).catch(() => null);
  return {
    diagnostics: { ...diagnostics },
    jeux: acceptees(),
    langues: [displayLanguage, contentLanguage, culture],
    office: [...document.scripts].map(({ src }) => src).filter((src) => src.includes('office')),
    navigateur: navigator.userAgent,
    cadres: [...(location.ancestorOrigins ?? [])],
    fenetre: { depart: AU_DEPART, pret: fenetre() },
    refusees,
  };
}

/** « recette-PC-16.0.18129.20158.json » : un fichier par Excel et par version. */
export function nomDe({ excel }: Dossier): string {
  const { platform, version } = (excel['diagnostics'] ?? {}) as Readonly<Record<string, Json>>;
  return `recette-${String(platform)}-${String(version)}.json`.replace(/[^\w.-]+/g, '-');
}
