/** Rend les icônes du manifeste depuis leur seule source, `assets/icones/clas.svg` : `node scripts/icones.mjs`. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const DOSSIER = new URL('../assets/icones/', import.meta.url);
const TAILLES = [16, 20, 24, 32, 40, 48, 64, 80];
const SYMBOLES = ['clas', 'verifier', 'fichier', 'aide'];

/** Chromium du poste s'il existe, sinon celui du paquet. */
async function executable() {
  const duPoste = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
    existsSync,
  );
  return duPoste ?? (await import('@sparticuz/chromium')).default.executablePath();
}

const source = readFileSync(new URL('clas.svg', DOSSIER), 'utf8').replace(
  /<use href="#clas" \/>\s*<\/svg>/,
  '',
);
const navigateur = await chromium.launch({ executablePath: await executable(), args: ['--no-sandbox'] });
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
