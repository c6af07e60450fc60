/** La visite guidée : chaque étape attend le geste réel, dans la grille ou le volet. */
import { attendreOuvert, ouvrirAtelier, type AtelierOuvert } from './outils';

let atelier: AtelierOuvert;
beforeAll(async () => {
  atelier = await ouvrirAtelier();
});
afterAll(() => atelier.fermer());

const etape = (rang: number): Promise<void> =>
  atelier.page.getByRole('heading', { name: `Étape ${rang} sur 5` }).waitFor();
const focus = (): Promise<string> => atelier.page.evaluate(() => document.activeElement?.id ?? '');

describe('La visite guidée', () => {
  it('vérifier, aller à la cellule, corriger, remplir, générer : au clavier', async () => {
    const { page, volet } = atelier;
    const carte = page.getByRole('region', { name: /Étape|Visite/ });
    const yAller = carte.getByRole('button', { name: 'Y aller' });
    await page.getByRole('button', { name: 'Visite guidée' }).click();
    await etape(1);
    expect(await focus()).toBe('titre-visite');

    await yAller.press('Enter');
    await page.keyboard.press('Enter');
    await etape(2);
    await yAller.press('Enter');
    await page.keyboard.press('Enter');
    await etape(3);
    const montant = /taper (\d+,\d\d)/.exec(await carte.innerText())?.[1] ?? '';
    await yAller.press('Enter');
    await page.keyboard.type(montant, { delay: 10 });
    await page.keyboard.press('Enter');
    await etape(4);
    await volet.getByRole('tab', { name: /Remontée/ }).click();
    await volet.locator('button:not([aria-disabled="true"])', { hasText: 'Remplir la remontée' }).waitFor();
    await yAller.press('Enter');
    await page.keyboard.press('Enter');
    await etape(5);
    await yAller.press('Enter');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Visite terminée' }).waitFor();
    expect(atelier.ecarts).toEqual([]);
  });

  it('Échap l’arrête et rend le focus à son bouton', async () => {
    const { page } = atelier;
    await page.getByRole('button', { name: 'Arrêter la visite' }).press('Escape');
    expect(await page.locator('.visite').count()).toBe(0);
    expect(await focus()).toBe('visite');
  });

  it('n’avance pas sans le geste, et ne retient personne', async () => {
    const { page } = atelier;
    await page.getByRole('button', { name: 'Visite guidée' }).click();
    await attendreOuvert(page, 'clas-2021-2022.xlsx');
    await etape(1);
    // le halo se repose à chaque regard de la visite : reposé deux fois, elle a regardé deux fois
    for (let regard = 0; regard < 2; regard++) {
      await page.locator('.halo').evaluate((halo: HTMLElement) => (halo.hidden = true));
      await page.locator('.halo').waitFor();
    }
    expect(await page.getByRole('heading', { name: 'Étape 1 sur 5' }).count()).toBe(1);
    // hors de la carte, tout reste utilisable
    await page.locator('#ruban').getByRole('button', { name: 'Ouvrir Clas' }).click();
    expect(await page.locator('#volet').isVisible()).toBe(false);
  });
});
