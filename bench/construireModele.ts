/**
 * Le modèle officiel de volet React (yo office, runtime partagé et fonctions personnalisées), reconstitué avec nos mots :
 * mêmes dépendances, mêmes entrées, mêmes composants, construit par webpack en production avec ses réglages.
 * Sans es6-promise ni Babel : c'est à son avantage.
 */
import { ADRESSE_OFFICE } from '../webpack/office.js';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import webpack from 'webpack';

const SORTIE = resolve('build/modele');
/** Les fonctions viennent en dernier ; le runtime partagé attend donc tout le reste. */
const SCRIPTS = ['polyfills', 'react', 'volet', 'fonctions'];
const OFFICE = ADRESSE_OFFICE;

const page = (scripts: readonly string[]): string =>
  `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Modèle</title>
<script src="${OFFICE}"></script>
${scripts.map((nom) => `<script defer src="${nom}.js"></script>`).join('\n')}
</head>
<body><div id="volet"></div></body>
</html>
`;

const parametre = (name: string) => ({ name, type: 'number' });
const METADONNEES = {
  functions: [
    { id: 'ADDITIONNER', name: 'ADDITIONNER', parameters: ['premier', 'second'].map(parametre) },
    { id: 'COMPTER', name: 'COMPTER', parameters: ['pas'].map(parametre), options: { stream: true } },
  ],
};

const CONFIGURATION: webpack.Configuration = {
  mode: 'production',
  target: ['web', 'es5'],
  entry: {
    polyfills: './bench/modele/polyfills.ts',
    react: ['react', 'react-dom'],
    volet: { import: './bench/modele/volet.tsx', dependOn: 'react' },
    fonctions: './bench/modele/fonctions.ts',
  },
  output: { path: SORTIE, clean: true },
  resolve: { extensions: ['.tsx', '.ts', '.js'] },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        loader: 'swc-loader',
        options: {
          jsc: {
            target: 'es5',
            parser: { syntax: 'typescript', tsx: true },
            transform: { react: { runtime: 'automatic' } },
          },
        },
      },
    ],
  },
  performance: false,
};

/** Dossiers du modèle, et du même sans ses compléments pour Internet Explorer. */
export async function construireModele(): Promise<string> {
  rmSync(SORTIE, { recursive: true, force: true });
  await new Promise<void>((reussir, echouer) => {
    webpack(CONFIGURATION, (erreur, bilan) => {
      if (erreur ?? bilan?.hasErrors()) echouer(erreur ?? new Error(bilan?.toString('errors-only')));
      else reussir();
    });
  });
  mkdirSync(`${SORTIE}/icones`, { recursive: true });
  cpSync('assets/icones/clas-80.png', `${SORTIE}/icones/clas-80.png`);
  writeFileSync(`${SORTIE}/volet.html`, page(SCRIPTS));
  writeFileSync(`${SORTIE}/sansPolyfills.html`, page(SCRIPTS.slice(1)));
  writeFileSync(`${SORTIE}/fonctions.json`, JSON.stringify(METADONNEES));
  return SORTIE;
}
