/** L'atelier au travail : la grille, le ruban, le vrai volet, dans un vrai navigateur. */
import { readFileSync } from 'node:fs';
import { lireXlsx } from '../../src/classeur/xlsx';
import { attendre } from '../outils/attente';
import {
  attendreValeur,
  choisie,
  choisir,
  lire,
  ouvrirAtelier,
  taper,
  telecharger,
  valeur,
  type AtelierOuvert,
} from './outils';

let atelier: AtelierOuvert;
beforeAll(async () => {
  atelier = await ouvrirAtelier();
});
afterAll(() => atelier.fermer());

const ruban = (nom: string) => atelier.page.locator('#ruban').getByRole('button', { name: nom });

describe('La page de l’atelier', () => {
  it('s’ouvre sur l’exemple, avec le vrai volet à côté', async () => {
    expect(await valeur(atelier.page, 'Projets!A1')).toBe('N° dossier');
    await atelier.volet.getByRole('heading', { name: 'Clas', exact: true }).waitFor();
    await atelier.volet.getByText('Caf du Loiret').waitFor();
    expect(await atelier.page.title()).toBe('clas-2021-2022.xlsx — Atelier Clas');
  });

  it('montre les boutons du manifeste', async () => {
    const noms = await atelier.page.locator('#ruban button').allInnerTexts();
    expect(noms.map((nom) => nom.trim())).toEqual([
      'Ouvrir Clas',
      'Vérifier le classeur',
      'Générer le fichier',
      'Aide',
    ]);
  });

  it('comprend la frappe française et calcule par les vraies fonctions', async () => {
    const { page } = atelier;
    await taper(page, 'Projets!AZ2', '12,5');
    await attendreValeur(page, 'Projets!AZ2', 12.5);
    await taper(page, 'Projets!AZ3', '=CLAS.PS(24000;3)');
    await attendreValeur(page, 'Projets!AZ3', 7689);
    expect((await lire(page, 'Projets!AZ3')).formule).toBe('=CLAS.PS(24000,3)');
    await taper(page, 'Projets!AZ4', '=SOMME(AZ2;0,5)');
    await attendreValeur(page, 'Projets!AZ4', 13);
    await taper(page, 'Projets!AZ5', '31/12/2021');
    await attendreValeur(page, 'Projets!AZ5', 44_561);
  });

  it('déborde et montre les erreurs en français', async () => {
    const { page } = atelier;
    await taper(page, 'Projets!BB2', '=CLAS.EXPLIQUER(24000;3)');
    await attendreValeur(page, 'Projets!BB3', 'Ps');
    await taper(page, 'Projets!AZ6', '=CLAS.PS("a";3)');
    await attendreValeur(page, 'Projets!AZ6', {
      erreur: '#VALUE!',
      message: 'coût : « a » n’est pas un nombre.',
    });
    const montree = await page.evaluate(() => {
      const { hote, grille } = window.atelier!.seance!;
      return grille.feuilleVue(hote.feuille('Projets').id).getSheet().getCell(5, 51)?.v;
    });
    expect(montree).toBe('#VALEUR!');
  });

  it('vérifie depuis le ruban, va à la cellule, voit la correction', async () => {
    const { page, volet } = atelier;
    await taper(page, 'Projets!S3', 'environ 15000');
    await ruban('Vérifier le classeur').click();
    await volet.getByRole('button', { name: /^Aller à la cellule .*S3$/ }).click();
    await page.waitForFunction(() => window.atelier?.seance?.hote.classeur.selection.colonne === 18);
    expect(await choisie(page)).toBe('Projets 2 18');
    await taper(page, 'Projets!S3', '15 011,53');
    await attendreValeur(page, 'Projets!S3', 15_011.53);
    // le contrôle à la frappe relit seul : plus rien ne bloque
    await volet.getByText(/Contrôle fait\s: \d+\salertes/).waitFor();
    // le bouton de l'anomalie corrigée a disparu du volet : le clavier, lui, est resté dans la grille
    expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('IFRAME');
  });

  it('remplit la remontée et fait le fichier, relu par notre lecteur', async () => {
    const { page, volet } = atelier;
    await volet.getByRole('tab', { name: /Clôturer/ }).click();
    await choisir(page, 'Projets!B2');
    await volet.getByRole('button', { name: 'Remplir la remontée' }).click();
    await volet.getByText('La feuille « Remontée Cnaf » est à jour.').waitFor();
    // une feuille ajoutée n'emmène pas l'agent
    expect(await choisie(page)).toBe('Projets 1 1');
    expect(await valeur(page, 'Remontée Cnaf!A1')).toContain('Remontée Cnaf');
    await ruban('Générer le fichier').click();
    const lien = volet.getByRole('tabpanel').getByRole('link', { name: 'Télécharger' });
    const { nom, chemin } = await telecharger(page, () => lien.click());
    expect(nom).toBe('CLAS_BONUS_2021-2022_CAF45.xlsx');
    const lu = await lireXlsx(readFileSync(chemin));
    expect(lu.feuilles.map((feuille) => feuille.nom)).toContain('Remontée Cnaf');
  });

  it('montre les couleurs que pose le volet, et les retire', async () => {
    const { page, volet } = atelier;
    const fond = (): Promise<unknown> =>
      page.evaluate(() => {
        const { hote, grille } = window.atelier!.seance!;
        const feuille = grille.feuilleVue(hote.feuille('Projets').id).getSheet();
        const style = feuille.getCell(9, 18)?.s;
        return typeof style === 'object' ? style?.bg?.rgb : undefined;
      });
    const avant = await fond();
    await volet.getByRole('tab', { name: /Vérifier/ }).click();
    const choisir = async (geste: string): Promise<void> => {
      await volet.getByRole('button', { name: 'Écrire', exact: true }).click();
      await volet.getByRole('menuitem', { name: geste }).click();
    };
    await choisir('Colorer les cellules');
    await expect(attendre(fond, (vu) => vu !== avant)).resolves.toBe('#E8F1FB');
    await choisir('Retirer les couleurs');
    await expect(attendre(fond, (vu) => vu === avant)).resolves.toBe(avant);
  });

  it('ferme et rouvre le volet par le ruban', async () => {
    const bouton = ruban('Ouvrir Clas');
    await bouton.click();
    expect(await atelier.page.locator('#volet').isVisible()).toBe(false);
    expect(await bouton.getAttribute('aria-expanded')).toBe('false');
    await bouton.click();
    expect(await atelier.page.locator('#volet').isVisible()).toBe(true);
  });

  it('se parcourt au clavier : F6 va du ruban à la grille, au volet, et revient', async () => {
    const { page } = atelier;
    const region = (): Promise<string> =>
      page.evaluate(() => {
        const actif = document.activeElement;
        if (actif?.matches('[data-u-comp="editor"]')) return 'grille';
        return actif?.closest('#ruban, #volet')?.id ?? '';
      });
    await ruban('Aide').focus();
    for (const attendue of ['grille', 'volet', 'ruban']) {
      await page.keyboard.press('F6');
      expect(await region()).toBe(attendue);
    }
  });

  it('ne parle à personne d’autre et ne laisse aucune erreur', () => {
    expect(atelier.ecarts).toEqual([]);
  });
});

describe('En 320 pixels', () => {
  it('le volet passe sous la grille, sans défilement horizontal', async () => {
    const etroit = await ouvrirAtelier({ taille: { width: 320, height: 720 } });
    const { page } = etroit;
    const boites = await page.evaluate(() => {
      const [grille, volet] = ['grille', 'volet'].map((id) =>
        document.getElementById(id)!.getBoundingClientRect(),
      );
      return { grille, volet, large: document.documentElement.scrollWidth };
    });
    expect(boites.large).toBeLessThanOrEqual(320);
    expect(boites.volet!.top).toBeGreaterThanOrEqual(boites.grille!.bottom - 1);
    expect(boites.grille!.height).toBeGreaterThan(150);
    expect(boites.volet!.height).toBeGreaterThan(150);
    expect(etroit.ecarts).toEqual([]);
    await etroit.fermer();
  });
});
