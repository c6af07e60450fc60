/** Rend les icônes du manifeste depuis leur seule source, `assets/icones/clas.svg` : `node scripts/lancer.mjs scripts/icones.ts`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { lancerChromium } from '../outils/chromium';

const DOSSIER = new URL(`file://${process.cwd()}/assets/icones/`);
const TAILLES = [16, 20, 24, 32, 40, 48, 64, 80];
const SYMBOLES = ['clas', 'verifier', 'fichier', 'aide'];

const source = readFileSync(new URL('clas.svg', DOSSIER), 'utf8').replace(
  /<use href="#clas" \/>\s*<\/svg>/,
  '',
);
const navigateur = await lancerChromium();
const page = await navigateur.newPage();
for (const symbole of SYMBOLES) {
  for (const taille of TAILLES) {
    await page.setViewportSize({ width: taille, height: taille });
    await page.setContent(
      `<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${source}<use href="#${symbole}" /></svg>`,
    );
    const image = await page.screenshot({ omitBackground: true });
    writeFileSync(new URL(`${symbole}-${taille}.png`, DOSSIER), image);
  }
}
await navigateur.close();
