/**
 * La recette : un second complément, avec sa sortie, son identité et ses noms de fonctions (`npm run build -- --env recette`).
 * Rien d'elle n'entre dans ce que le produit publie.
 */
import { generateCustomFunctionsMetadata } from 'custom-functions-metadata';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CSP_META } from './entetes.js';
import { lireFonctions } from './fonctions-declarees.js';
import { ADRESSE_OFFICE } from './office.js';
import { ADRESSE_LOCALE, ICONES, versionManifeste } from './publier.js';

const SOURCE = 'atelier/recette';

const renommer = (texte) => texte.replaceAll('CLAS.', 'CLASR.');

/** Un argument écrit dans l'aide, à la française, tel que le lit Office.js. */
const international = (arguments_) =>
  arguments_
    .split(/("[^"]*")/)
    .map((morceau, rang) => (rang % 2 ? morceau : morceau.replaceAll(',', '.').replaceAll(';', ',')))
    .join('');

function resultat(texte) {
  if (texte === 'VRAI' || texte === 'FAUX') return texte === 'VRAI';
  const nombre = Number(texte.replace(',', '.'));
  return Number.isNaN(nombre) ? texte : nombre;
}

/** Les exemples que l'aide publie, hors tableaux et plages. */
function exemple(texte) {
  const [, nom, arguments_ = '', attendu] = /^=([A-Z0-9_.]+)\((.*)\) → (.*)$/.exec(texte);
  if (arguments_.includes(':') || attendu.startsWith('tableau')) return [];
  return [{ formule: renommer(`=${nom}(${international(arguments_)})`), attendu: resultat(attendu) }];
}

/** Les fonctions de la recette pour Excel, et les exemples à y passer. @param {string} racine */
export async function fonctionsRecette(racine) {
  const { fonctions } = await lireFonctions(racine, ADRESSE_LOCALE);
  const { metadataJson, errors } = await generateCustomFunctionsMetadata([join(racine, SOURCE, 'echo.ts')]);
  if (errors.length > 0) throw new Error(errors.join('\n'));
  const produit = fonctions.map((fonction) => ({
    ...fonction,
    id: renommer(fonction.id),
    name: renommer(fonction.name),
    helpUrl: undefined,
    detail: undefined,
  }));
  return {
    metadonnees: {
      allowErrorForDataTypeAny: true,
      functions: [...produit, ...JSON.parse(metadataJson).functions],
    },
    exemples: fonctions.flatMap(({ detail }) => detail.exemples).flatMap(exemple),
  };
}

export class PublierRecette {
  /** @param {{ racine: string, adresse: string, version: string }} options */
  constructor(options) {
    this.options = options;
  }

  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap('PublierRecette', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_TRANSFER;
      compilation.hooks.processAssets.tapPromise({ name: 'PublierRecette', stage }, async () => {
        for (const [nom, contenu] of await this.fichiers())
          compilation.emitAsset(nom, new sources.RawSource(contenu));
      });
    });
  }

  /** @returns {Promise<[string, string | Buffer][]>} */
  async fichiers() {
    const { racine, adresse, version } = this.options;
    const lire = (chemin) => readFileSync(join(racine, chemin), 'utf8');
    const { metadonnees, exemples } = await fonctionsRecette(racine);
    return [
      [
        'manifest-recette.xml',
        lire(`${SOURCE}/manifest-recette.xml`)
          .replaceAll(ADRESSE_LOCALE, adresse)
          .replace(/<Version>.*?<\/Version>/, `<Version>${versionManifeste(version)}</Version>`),
      ],
      [
        'recette.html',
        lire(`${SOURCE}/recette.html`)
          .replaceAll('{{CSP}}', CSP_META)
          .replaceAll('{{OFFICE}}', ADRESSE_OFFICE),
      ],
      ['page.css', lire('src/complement/page.css')],
      ['fonctions.json', JSON.stringify(metadonnees)],
      ['exemples.json', JSON.stringify(exemples)],
      ...readdirSync(join(racine, ICONES))
        .filter((nom) => nom.startsWith('clas-') && nom.endsWith('.png'))
        .map((nom) => [`icones/${nom}`, readFileSync(join(racine, ICONES, nom))]),
    ];
  }
}
