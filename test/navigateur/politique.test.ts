/** La politique de contenu publiée s'applique au volet : ni script étranger, ni script écrit dans la page. */
import type { Browser } from 'playwright-core';
import { jusqua } from '../outils/attente';
import { projet } from '../volet/port';
import { classeur } from './outils/classeurs';
import { ORIGINE, ouvrirNavigateur, ouvrirVolet } from './outils/page';

let navigateur: Browser;
beforeAll(async () => {
  navigateur = await ouvrirNavigateur();
});
afterAll(() => navigateur.close());

test('un script ajouté à la page ne s’exécute pas, et la page le dit', async () => {
  const { page, ecarts, fermer } = await ouvrirVolet(navigateur, { feuilles: classeur(projet('D-1')) });
  const execute = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.etranger = true';
    document.head.append(script);
    return 'etranger' in window;
  });
  expect(execute).toBe(false);
  // l'en-tête et l'élément meta refusent chacun
  await jusqua(() => ecarts.length > 0);
  for (const ecart of ecarts) expect(ecart).toContain('Content Security Policy');
  await fermer();
});

test('l’en-tête publié accompagne la page', async () => {
  const { page, fermer } = await ouvrirVolet(navigateur, { feuilles: classeur(projet('D-1')) });
  const reponse = await page.goto(`${ORIGINE}/volet.html`);
  expect(reponse?.headers()['content-security-policy']).toMatch(/default-src 'self'.*frame-ancestors/);
  await fermer();
});
