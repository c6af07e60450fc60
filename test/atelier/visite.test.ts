/** La visite guidée : chaque étape attend le geste réel, dans la grille ou le volet. */
import { violations } from '../navigateur/outils/axe';
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
    await volet.getByRole('tab', { name: /Clôturer/ }).click();
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
    await page.getByRole('button', { name: 'Ouvrir sans garder' }).click();
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

  it('Échap, dans la grille, annule la frappe ; dans le ruban, arrête la visite', async () => {
    const { page } = atelier;
    const carte = page.locator('.visite');
    await page.evaluate(() => window.atelier!.seance!.grille.entrer());
    await page.keyboard.type('9');
    await page.keyboard.press('Escape');
    expect(await carte.count()).toBe(1);
    await page.locator('#ruban').getByRole('button', { name: 'Aide' }).focus();
    await page.keyboard.press('Escape');
    expect(await carte.count()).toBe(0);
  });

  it('s’arrête quand un autre classeur s’ouvre, à l’étape où l’on est', async () => {
    const { page, volet } = atelier;
    await page.getByRole('button', { name: 'Visite guidée' }).click();
    await etape(1);
    await page.locator('#ruban').getByRole('button', { name: 'Vérifier le classeur' }).click();
    await etape(2);
    await volet.getByRole('button', { name: /^Aller à la cellule .*S3$/ }).click();
    await etape(3);
    await page.locator('#exemples').selectOption('clas-anomalies.xlsx');
    await attendreOuvert(page, 'clas-anomalies.xlsx');
    await volet.getByRole('tab', { name: /Vérifier/ }).waitFor();
    expect(await page.locator('.visite, .halo').count()).toBe(0);
    expect(atelier.ecarts).toEqual([]);
  });

  it('poste sombre : la page, la visite et le volet le sont, et tout s’y lit', async () => {
    const { page, volet } = atelier;
    await page.emulateMedia({ colorScheme: 'dark' });
    await atelier.rouvrir();
    await page.getByRole('button', { name: 'Visite guidée' }).click();
    await etape(1);
    const fonds = await page.evaluate(() =>
      ['.ruban', '.visite', '.etat'].map((s) =>
        Math.max(
          ...(getComputedStyle(document.querySelector(s) as Element).backgroundColor.match(/\d+/g) ?? [])
            .slice(0, 3)
            .map(Number),
        ),
      ),
    );
    expect(fonds.filter((clarte) => clarte > 96)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.classList.contains('univer-dark'))).toBe(true);
    expect(await volet.locator('html').evaluate((e) => e.style.colorScheme)).toBe('dark');
    for (const racine of ['.titre', '.ruban', '.visite', '.etat'])
      expect(await violations(page, racine)).toEqual([]);
  });
});
