import { ORIGINES_OFFICE } from './office.js';

/**
 * En-têtes HTTP des fichiers publiés, pour l'hébergement (`_headers`, `en-tetes.json`, `nginx.conf`), le serveur de
 * développement et les tests : une seule liste.
 *
 * - scripts : les nôtres et Office.js, rien d'autre ; `style-src 'unsafe-inline'` ne sert qu'à Office.js sur le web ;
 * - `frame-ancestors` : Excel sur le web affiche le volet dans un cadre ; ni X-Frame-Options, ni COOP, qui l'en empêcheraient ;
 * - CORS : Excel relit les fonctions et les icônes depuis une autre origine ;
 * - cache : ce qui a une adresse fixe se revalide à chaque fois ; `code/` porte une empreinte dans ses noms.
 */
const OFFICE = ORIGINES_OFFICE.join(' ');
/** Qui affiche Excel sur le web : Microsoft 365, OneDrive personnel (live.com), Teams. Tous les cadres comptent, même emboîtés. */
const CADRES = [
  '*.officeapps.live.com',
  '*.live.com',
  '*.office.com',
  '*.office365.com',
  '*.sharepoint.com',
  '*.cloud.microsoft',
  '*.office.net',
  '*.microsoft365.com',
  'teams.microsoft.com',
  '*.teams.microsoft.com',
  // nuages souverains d’Office, que la bibliothèque tient pour siens
  '*.officeapps-df.live.com',
  '*.online.office365.us',
  '*.online.office.de',
  '*.partner.officewebapps.cn',
];

/** Ce qu'un élément `meta` peut porter (il ne connaît pas `frame-ancestors`). */
export const CSP_META = [
  "default-src 'self'",
  `script-src 'self' ${OFFICE}`,
  // hors des hôtes qu'elle connaît, la bibliothèque demande l'accord de l'agent dans un cadre à elle
  `frame-src ${OFFICE}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

export const CSP = `${CSP_META}; frame-ancestors 'self' ${CADRES.map((hote) => `https://${hote}`).join(' ')}`;

const PARTAGE = { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' };

export const REGLES = [
  {
    chemin: '/*',
    entetes: {
      'Content-Security-Policy': CSP,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'no-cache',
    },
  },
  { chemin: '/fonctions.js', entetes: PARTAGE },
  { chemin: '/fonctions.json', entetes: PARTAGE },
  { chemin: '/icones/*', entetes: { ...PARTAGE, 'Cache-Control': 'public, max-age=86400' } },
  { chemin: '/code/*', entetes: { 'Cache-Control': 'public, max-age=31536000, immutable' } },
];

const convient = (chemin, motif) =>
  motif.endsWith('*') ? chemin.startsWith(motif.slice(0, -1)) : chemin === motif;

/** En-têtes d'un chemin : la règle la plus précise l'emporte. @returns {Record<string, string>} */
export const entetesDe = (chemin) =>
  Object.assign(
    {},
    ...REGLES.filter((regle) => convient(chemin, regle.chemin)).map((regle) => regle.entetes),
  );

/** Fichier `_headers` des hébergeurs statiques ; « ! » retire d'abord l'en-tête hérité de la règle générale. */
export const fichierHeaders = () =>
  REGLES.map(({ chemin, entetes }) =>
    [
      chemin,
      ...(chemin !== '/*' && entetes['Cache-Control'] ? ['  ! Cache-Control'] : []),
      ...Object.entries(entetes).map(([nom, valeur]) => `  ${nom}: ${valeur}`),
    ].join('\n'),
  ).join('\n\n') + '\n';

/** À inclure dans un bloc `server` de nginx, où un `add_header` efface tous ceux dont il hérite : chaque lieu les porte tous. */
export const fichierNginx = () =>
  REGLES.map(({ chemin }) =>
    [
      `location ${chemin.endsWith('*') ? chemin.slice(0, -1) : `= ${chemin}`} {`,
      ...Object.entries(entetesDe(chemin)).map(([nom, valeur]) => `  add_header ${nom} "${valeur}" always;`),
      '}',
    ].join('\n'),
  ).join('\n') + '\n';
