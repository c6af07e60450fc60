/** Écrit dans `dist/` ce qui n'est pas du code : manifeste, pages, métadonnées, en-têtes, icônes. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { composerAide } from './aide.js';
import { CSP_META, REGLES, fichierHeaders, fichierNginx } from './entetes.js';
import { ADRESSE_OFFICE } from './office.js';
import { lireFonctions } from './fonctions-declarees.js';

/** Adresse du manifeste de travail, remplacée partout par celle de publication. */
export const ADRESSE_LOCALE = 'https://localhost:3000/';

export const ICONES = 'assets/icones';
/** Les mots et les paragraphes, les mêmes que le volet montre au survol. */
const DEFINITIONS = 'src/dossier/affichage/definitions.json';

/** La taille sous laquelle une page ne se voit pas : la page et son script la partagent. */
const VISIBLE = 'src/complement/visible.json';

/** Version du manifeste : quatre nombres. */
export const versionManifeste = (version) => `${version.replace(/[^\d.].*$/, '')}.0`;

export class Publier {
  /** @param {{ racine: string, adresse: string, version: string }} options */
  constructor(options) {
    this.options = options;
  }

  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap('Publier', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_TRANSFER;
      compilation.hooks.processAssets.tapPromise({ name: 'Publier', stage }, async () => {
        const scripts = {
          COMPLEMENT: compilation.entrypoints.get('complement').getFiles()[0],
          VOLET: [...compilation.namedChunks.get('volet').files][0],
        };
        for (const [nom, contenu] of await this.fichiers(scripts)) {
          compilation.emitAsset(nom, new sources.RawSource(contenu));
        }
      });
    });
  }

  /** @returns {Promise<[string, string | Buffer][]>} */
  async fichiers(scripts) {
    const { racine, adresse, version } = this.options;
    const lire = (chemin) => readFileSync(join(racine, chemin), 'utf8');
    const { fonctions, json } = await lireFonctions(racine, adresse);
    const { pixelsMin } = JSON.parse(lire(VISIBLE));
    const remplacements = {
      ADRESSE: adresse,
      CSP: CSP_META,
      OFFICE: ADRESSE_OFFICE,
      PIXELS: pixelsMin,
      ...scripts,
    };
    const remplir = (chemin) =>
      Object.entries(remplacements).reduce(
        (page, [nom, valeur]) => page.replaceAll(`{{${nom}}}`, valeur),
        lire(chemin),
      );
    const manifeste = lire('manifest.xml')
      .replaceAll(ADRESSE_LOCALE, adresse)
      .replace(/<Version>.*?<\/Version>/, `<Version>${versionManifeste(version)}</Version>`);
    return [
      ['manifest.xml', manifeste],
      ['fonctions.json', json],
      [
        'aide.html',
        composerAide(fonctions, { version, csp: CSP_META, definitions: JSON.parse(lire(DEFINITIONS)) }),
      ],
      ['volet.html', remplir('src/complement/volet.html')],
      ['404.html', remplir('src/complement/404.html')],
      ['page.css', lire('src/complement/page.css')],
      ['_headers', fichierHeaders()],
      ['nginx.conf', fichierNginx()],
      ['en-tetes.json', `${JSON.stringify(REGLES, null, 2)}\n`],
      ...readdirSync(join(racine, ICONES))
        .filter((nom) => nom.endsWith('.png'))
        .map((nom) => [`icones/${nom}`, readFileSync(join(racine, ICONES, nom))]),
    ];
  }
}
