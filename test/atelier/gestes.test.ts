/** Les gestes de l'agent dans la grille : ce que le volet en sait, ce que la page en montre. */
import { attendre } from '../outils/attente';
import {
  attendreOuvert,
  attendreValeur,
  choisir,
  lire,
  ouvrirAtelier,
  taper,
  valeur,
  type AtelierOuvert,
} from './outils';

let atelier: AtelierOuvert;
beforeAll(async () => {
  atelier = await ouvrirAtelier();
});
beforeEach(() => atelier.rouvrir());
afterEach(() => expect(atelier.ecarts).toEqual([]));
afterAll(() => atelier.fermer());

const verifier = (): Promise<void> =>
  atelier.page.locator('#ruban').getByRole('button', { name: 'Vérifier le classeur' }).click();
const supprimerLigne = (nom: string, ligne: number): Promise<void> =>
  atelier.page.evaluate(
    ([feuille, rang]) => {
      const { hote, grille } = window.atelier!.seance!;
      grille.feuilleVue(hote.feuille(feuille).id).deleteRows(rang - 1, 1);
    },
    [nom, ligne] as const,
  );
const montree = (ligne: number, colonne: number): Promise<unknown> =>
  atelier.page.evaluate(
    ([i, j]) => {
      const { hote, grille } = window.atelier!.seance!;
      return grille.feuilleVue(hote.feuille('Projets').id).getSheet().getCell(i, j)?.v;
    },
    [ligne, colonne] as const,
  );
const etat = (): Promise<string> => atelier.page.locator('#etat').innerText();

it('une ligne supprimée : le contrôle à la frappe dit ce que dit une vérification', async () => {
  const { volet } = atelier;
  await verifier();
  await volet.getByText(/^Contrôle fait\s: \d+\salertes/).waitFor();
  await supprimerLigne('Projets', 3);
  await volet.getByText(/Contrôle fait\s: 4\sbloquantes/).waitFor();
  expect(await volet.getByText(/présent 2 fois/).count()).toBe(0);
});

it('une liste s’ouvre à sa flèche, et se remplit au clavier', async () => {
  const { page } = atelier;
  await page.evaluate(() => {
    const { hote, grille } = window.atelier!.seance!;
    const regle = (source: string): object => ({ list: { inCellDropDown: true, source } });
    const { id } = hote.feuille('Projets');
    const rect = { ligne: 2, colonne: 6, lignes: 9, colonnes: 1 };
    grille.presenter(id, { genre: 'validation', rect, regle: regle('élémentaire,collège') });
    grille.presenter(id, { genre: 'validation', rect: { ...rect, colonne: 7 }, regle: regle('oui,non') });
    grille.presenter(id, { genre: 'validation', rect: { ...rect, colonne: 1 }, regle: regle('nord,sud') });
  });
  await choisir(page, 'Projets!B3');
  const fleche = await page.evaluate(() => {
    const { hote, grille } = window.atelier!.seance!;
    const cellule = grille.feuilleVue(hote.feuille('Projets').id).getRange('B5').getCellRect();
    const aire = ({ width, height }: DOMRect): number => width * height;
    const [dessin] = [...document.querySelectorAll('#grille canvas')]
      .map((c) => c.getBoundingClientRect())
      .sort((a, b) => aire(b) - aire(a));
    return { x: cellule.right - 7, y: dessin!.top + cellule.top + cellule.height / 2 };
  });
  const sud = page.getByText('sud', { exact: true });
  // la flèche répond une fois dessinée
  const cliquer = async (): Promise<number> => {
    await page.mouse.move(fleche.x - 3, fleche.y);
    await page.mouse.click(fleche.x, fleche.y);
    return sud.count();
  };
  await attendre(cliquer, (montres) => montres > 0);
  await sud.click();
  await attendreValeur(page, 'Projets!B5', 'sud');
  await choisir(page, 'Projets!G3');
  await page.keyboard.type('élémentaire', { delay: 70 });
  await page.keyboard.press('Tab');
  await page.keyboard.type('non', { delay: 70 });
  await page.keyboard.press('Tab');
  await attendreValeur(page, 'Projets!G3', 'élémentaire');
  await attendreValeur(page, 'Projets!H3', 'non');
  expect(await page.evaluate(() => document.activeElement?.matches('[data-u-comp="editor"]'))).toBe(true);
});

it('un nombre au-dessus de zéro se tape sous son contrôle', async () => {
  const { page } = atelier;
  await page.evaluate(() => {
    const { hote, grille } = window.atelier!.seance!;
    grille.presenter(hote.feuille('Projets').id, {
      genre: 'validation',
      rect: { ligne: 2, colonne: 51, lignes: 1, colonnes: 1 },
      regle: { decimal: { formula1: 0, operator: 'GreaterThanOrEqualTo' } },
    });
  });
  await taper(page, 'Projets!AZ3', '12');
  await attendreValeur(page, 'Projets!AZ3', 12);
});

it('sans format, nombres et booléens se montrent en français ; avec, comme le format le dit', async () => {
  const { page } = atelier;
  await taper(page, 'Projets!AZ3', '8000,5');
  await taper(page, 'Projets!AZ4', 'faux');
  await attendreValeur(page, 'Projets!AZ4', false);
  expect(await montree(2, 51)).toBe('8000,5');
  expect(await montree(3, 51)).toBe('FAUX');
  expect(String(await montree(2, 18)).replace(/\s/gu, ' ')).toBe('15 011,53 € ');
});

it('une erreur s’explique sur la cellule choisie, et suit sa ligne', async () => {
  const { page } = atelier;
  const phrase = 'coût : « abc » n’est pas un nombre.';
  await taper(page, 'Projets!AK6', '=CLAS.PS("abc";3)');
  await attendreValeur(page, 'Projets!AK6', { erreur: '#VALUE!', message: phrase });
  await choisir(page, 'Projets!AK6');
  expect(await attendre(etat, (dit) => dit !== '')).toBe(`AK6 : ${phrase}`);
  await supprimerLigne('Projets', 4);
  await attendreValeur(page, 'Projets!AK5', { erreur: '#VALUE!', message: phrase });
  await choisir(page, 'Projets!AK5');
  expect(await attendre(etat, (dit) => dit.startsWith('AK5'))).toBe(`AK5 : ${phrase}`);
  await choisir(page, 'Projets!AK7');
  expect(await attendre(etat, (dit) => dit === '')).toBe('');
});

it('une ligne masquée dans la grille est dite par le contrôle', async () => {
  const { page, volet } = atelier;
  await page.evaluate(() => {
    const { hote, grille } = window.atelier!.seance!;
    grille.feuilleVue(hote.feuille('Projets').id).hideRows(3, 2);
  });
  await verifier();
  await volet
    .getByText(/2 lignes masquées/)
    .first()
    .waitFor();
});

it('le ruban valide la frappe en cours', async () => {
  const { page, volet } = atelier;
  await choisir(page, 'Projets!S3');
  await page.keyboard.press('F2');
  await page.keyboard.type(' ou plus');
  await verifier();
  await volet.getByRole('button', { name: /^Aller à la cellule .*S3$/ }).waitFor();
  expect(await valeur(page, 'Projets!S3')).toBe('15011,53 ou plus');
});

it('le complément attend que la frappe soit finie', async () => {
  const { page } = atelier;
  const edition = (): Promise<boolean> => page.evaluate(() => window.atelier!.seance!.hote.enEdition);
  await choisir(page, 'Projets!AZ3');
  await page.keyboard.type('9');
  expect(await attendre(edition, Boolean)).toBe(true);
  await page.keyboard.press('Enter');
  expect(await attendre(edition, (vu) => !vu)).toBe(false);
  expect((await lire(page, 'Projets!AZ3')).valeur).toBe(9);
});

describe('Ouvrir un autre classeur', () => {
  const ouvrir = (nom: string): Promise<string[]> => atelier.page.locator('#exemples').selectOption(nom);
  const bouton = (nom: string) => atelier.page.getByRole('dialog').getByRole('button', { name: nom });

  it('ne demande rien quand rien n’a changé', async () => {
    await verifier();
    await atelier.volet.getByText(/^Contrôle fait/).waitFor();
    await ouvrir('clas-anomalies.xlsx');
    await attendreOuvert(atelier.page, 'clas-anomalies.xlsx');
  });

  it('demande avant de perdre une frappe : renoncer, enregistrer, ou ne pas garder', async () => {
    const { page } = atelier;
    await taper(page, 'Projets!AZ3', '9');
    await attendreValeur(page, 'Projets!AZ3', 9);
    await ouvrir('clas-anomalies.xlsx');
    await page.keyboard.press('Escape');
    await bouton('Annuler').waitFor({ state: 'detached' });
    expect(await valeur(page, 'Projets!AZ3')).toBe(9);
    await ouvrir('clas-anomalies.xlsx');
    const [copie] = await Promise.all([
      page.waitForEvent('download'),
      bouton('Enregistrer une copie, puis ouvrir').click(),
    ]);
    expect(copie.suggestedFilename()).toBe('clas-2021-2022 - copie.xlsx');
    await attendreOuvert(page, 'clas-anomalies.xlsx');
    await taper(page, 'Projets!AZ3', '9');
    await attendreValeur(page, 'Projets!AZ3', 9);
    await ouvrir('clas-2021-2022.xlsx');
    await bouton('Ouvrir sans garder').click();
    await attendreOuvert(page, 'clas-2021-2022.xlsx');
    expect(await valeur(page, 'Projets!AZ3')).toBe(null);
  });

  it('ne garde pas les réglages du précédent', async () => {
    const { page } = atelier;
    const reglage = (): Promise<unknown> =>
      page.evaluate(() => {
        const cadre = document.querySelector('iframe')?.contentWindow as unknown as {
          Office: { context: { document: { settings: { get(cle: string): unknown } } } };
        };
        return cadre.Office.context.document.settings.get('essai');
      });
    const poser = (): Promise<void> =>
      page.evaluate(async () => {
        const cadre = document.querySelector('iframe')?.contentWindow as unknown as {
          Office: {
            context: {
              document: {
                settings: { set(cle: string, valeur: string): void; saveAsync(fin: () => void): void };
              };
            };
          };
        };
        const { settings } = cadre.Office.context.document;
        settings.set('essai', 'du premier');
        await new Promise<void>((fini) => settings.saveAsync(() => fini()));
      });
    await atelier.volet.getByText('Caf du Loiret').waitFor();
    await poser();
    expect(await reglage()).toBe('du premier');
    await ouvrir('clas-anomalies.xlsx');
    await attendreOuvert(page, 'clas-anomalies.xlsx');
    await atelier.volet.getByRole('tab', { name: /Vérifier/ }).waitFor();
    expect(await reglage()).toBe(null);
  });
});

it('le curseur de zoom est sur sa glissière', async () => {
  const milieux = await atelier.page.evaluate(() =>
    ['[role="handle"]', '[role="track"]'].map((choix) => {
      const { top, bottom } = document.querySelector(`#grille ${choix}`)!.getBoundingClientRect();
      return (top + bottom) / 2;
    }),
  );
  expect(Math.abs(milieux[0]! - milieux[1]!)).toBeLessThan(2);
});
