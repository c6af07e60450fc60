/**
 * Construction du complément : `npm run build` publie dans `dist/`, `npm run dev` sert sur le poste ; avec
 * `-- --env recette`, c'est la recette, dans `dist-recette/`.
 * CLAS_ADRESSE donne l'adresse de publication (https, avec sa barre finale).
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Minimizer from 'minimizer-webpack-plugin';
import webpack from 'webpack';
import { entetesDe } from './webpack/entetes.js';
import { Licences } from './webpack/licences.js';
import { ADRESSE_LOCALE, Publier } from './webpack/publier.js';
import { PublierRecette } from './webpack/recette.js';

const racine = fileURLToPath(new URL('.', import.meta.url));
const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

function lireAdresse(local) {
  const adresse = local ? ADRESSE_LOCALE : (process.env.CLAS_ADRESSE ?? 'https://clas.example.fr/');
  if (/^https:\/\/\S+\/$/.test(adresse)) return adresse;
  throw new Error(`CLAS_ADRESSE : « ${adresse} » doit commencer par https:// et finir par une barre.`);
}

const COMPLEMENT = {
  dossier: 'dist',
  Publier,
  // les fonctions seules et minuscules, puis le reste ; le volet vient à la demande
  entry: {
    fonctions: './src/fonctions/associer.ts',
    complement: { import: './src/complement/index.ts', dependOn: 'fonctions' },
  },
  filename: ({ chunk }) => (chunk.name === 'fonctions' ? '[name].js' : 'code/[name].[contenthash:10].js'),
};

/** Un second complément, à part : il interroge un vrai Excel (docs/recette.md). */
const RECETTE = {
  dossier: 'dist-recette',
  Publier: PublierRecette,
  entry: { recette: './atelier/recette/page.ts' },
  filename: '[name].js',
};

/** Certificat local de confiance, demandé seulement pour servir. */
async function serveur() {
  const { getHttpsServerOptions } = await import('office-addin-dev-certs');
  return { type: 'https', options: await getHttpsServerOptions() };
}

export default async (env, { mode = 'production' } = {}) => {
  const local = mode === 'development';
  const sortie = env?.recette ? RECETTE : COMPLEMENT;
  return {
    mode,
    context: racine,
    target: ['web', 'es2022'],
    devtool: local ? 'source-map' : false,
    entry: sortie.entry,
    output: {
      path: `${racine}${sortie.dossier}`,
      publicPath: '',
      globalObject: 'globalThis',
      chunkLoadingGlobal: 'clas',
      clean: true,
      filename: sortie.filename,
      chunkFilename: 'code/[name].[contenthash:10].js',
    },
    resolve: {
      extensions: ['.tsx', '.ts', '.js'],
      // une copie de l'arbre qui emprunte ce node_modules construit les mêmes octets
      symlinks: false,
    },
    resolveLoader: { symlinks: false },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          loader: 'swc-loader',
          options: {
            jsc: {
              target: 'es2022',
              parser: { syntax: 'typescript', tsx: true },
              transform: { react: { runtime: 'automatic' } },
            },
          },
        },
      ],
    },
    optimization: {
      splitChunks: false,
      moduleIds: 'size',
      mangleExports: 'size',
      minimizer: [
        // swc réduit comme terser, trois fois plus vite ; les licences ont leur fichier
        new Minimizer({
          minify: Minimizer.swcMinify,
          parallel: false,
          extractComments: false,
          terserOptions: { format: { comments: false } },
        }),
        '...',
      ],
      // « ... » garde ce que webpack réduit d'autre (pages, feuilles de style)
      minimizeOptions: { javascript: false },
    },
    // le poids se mesure compressé, par un test
    performance: false,
    plugins: [
      new webpack.DefinePlugin({ __VERSION__: JSON.stringify(version) }),
      // ce qui s'ouvre d'abord se compile à côté, pendant que la page travaille, au lieu de l'arrêter à chaque fonction ;
      // après la réduction, qui ôterait ces mots
      new webpack.BannerPlugin({
        banner: '//# allFunctionsCalledOnLoad',
        raw: true,
        include: /^code\/volet/,
        stage: webpack.Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_SIZE + 1,
      }),
      new Licences(),
      new sortie.Publier({ racine, adresse: lireAdresse(local), version }),
    ],
    ...(env?.WEBPACK_SERVE && {
      devServer: {
        port: 3000,
        hot: false,
        server: await serveur(),
        headers: ({ url }) => entetesDe(new URL(url, ADRESSE_LOCALE).pathname),
      },
    }),
  };
};
