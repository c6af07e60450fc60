/** Ouvrir puis enregistrer : ce qui était dans le fichier y est encore, cellule par cellule. */
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { ouvrirComplet, type FeuilleComplete } from '../../src/classeur/xlsx/complet';
import { classeurComplet } from './fabrique';
import {
  attendreOuvert,
  attendreValeur,
  ouvrirAtelier,
  taper,
  telecharger,
  type AtelierOuvert,
} from './outils';

const dossier = mkdtempSync(join(tmpdir(), 'atelier-'));
const fabrique = join(dossier, 'tout.xlsx');
const CLASSEURS = [
  'assets/exemples/clas-2021-2022.xlsx',
  'assets/exemples/clas-anomalies.xlsx',
  'assets/exemples/cycle-de-vie.xlsx',
  'test/exemples/loiret-41-lo.xlsx',
  'test/exemples/agent-maison-lo.xlsx',
  'test/exemples/bloquant-acomptes.xlsx',
  fabrique,
];

let atelier: AtelierOuvert;
beforeAll(async () => {
  await classeurComplet(fabrique);
  atelier = await ouvrirAtelier();
});
afterAll(() => atelier.fermer());

async function ouvrir(chemin: string): Promise<void> {
  const nom = chemin.split('/').pop() ?? '';
  await atelier.page.evaluate(() => delete document.documentElement.dataset['pret']);
  await atelier.page.setInputFiles('#fichier', chemin);
  await attendreOuvert(atelier.page, nom);
}

async function enregistrer(): Promise<Buffer> {
  const bouton = atelier.page.getByRole('button', { name: 'Enregistrer une copie' });
  return readFileSync((await telecharger(atelier.page, () => bouton.click())).chemin);
}

const sansVide = <T extends object>(objet: T): Partial<T> =>
  Object.fromEntries(Object.entries(objet).filter(([, v]) => v !== undefined && v !== false)) as Partial<T>;

/** Ce qu'on promet de garder d'une feuille. */
function decrire(feuille: FeuilleComplete): unknown {
  const cellules = [...(feuille.cells ?? [])]
    .filter(
      ([, { style, comment, hyperlink, value, formula }]) =>
        style ?? comment ?? hyperlink ?? value ?? formula,
    )
    .map(([cle, { style, comment, hyperlink }]) => [
      cle,
      { style, note: comment?.text, lien: hyperlink?.target },
    ]);
  const colonnes = (feuille.columns ?? []).map(({ width, hidden }) => sansVide({ width, hidden }));
  while (colonnes.length > 0 && Object.keys(colonnes.at(-1) ?? {}).length === 0) colonnes.pop();
  return {
    nom: feuille.name,
    cellules: Object.fromEntries(cellules),
    colonnes,
    lignes: [...(feuille.rowDefs ?? [])].map(([n, { height, hidden }]) => [n, sansVide({ height, hidden })]),
    fusions: feuille.merges ?? [],
    figees: { rows: 0, columns: 0, ...feuille.freezePane },
    // l'étiquette d'une ligne de total absente ne dit rien ; un tableau sans style reçoit celui d'Excel
    tableaux: (feuille.tables ?? []).map(({ name, range, style, columns }) => ({
      name,
      range,
      style: style ?? 'TableStyleMedium2',
      colonnes: columns.map((colonne) => colonne.name),
    })),
    validations: feuille.dataValidations ?? [],
    conditionnelles: feuille.conditionalRules ?? [],
    masquee: [feuille.hidden === true, feuille.veryHidden === true],
    onglet: feuille.view?.tabColor?.rgb,
    impression: [
      feuille.pageSetup?.printArea,
      feuille.pageSetup?.printTitlesRow,
      feuille.pageSetup?.orientation,
    ],
  };
}

async function decrireFichier(octets: Uint8Array): Promise<unknown> {
  const { lu, modele } = await ouvrirComplet(octets);
  return {
    valeurs: lu.feuilles.map(({ nom, lignes, formules }) => ({
      nom,
      lignes: elaguer(lignes),
      formules: [...formules],
    })),
    feuilles: modele.sheets.map(decrire),
    noms: (modele.namedRanges ?? []).map(({ name, range }) => [name, range]),
  };
}

/** Une ligne vide en fin de feuille ne compte pas. */
const elaguer = (lignes: readonly (readonly unknown[])[]): unknown[][] => {
  const rendues = lignes.map((ligne) => {
    const copie = [...ligne];
    while (copie.length > 0 && copie.at(-1) === null) copie.pop();
    return copie;
  });
  while (rendues.at(-1)?.length === 0) rendues.pop();
  return rendues;
};

describe('Enregistrer une copie garde le classeur', () => {
  it.each(CLASSEURS)('%s', async (chemin) => {
    await ouvrir(chemin);
    const copie = await enregistrer();
    expect(await decrireFichier(copie)).toEqual(await decrireFichier(readFileSync(chemin)));
    // un second lecteur l'ouvre aussi
    await new ExcelJS.Workbook().xlsx.load(copie as unknown as ArrayBuffer);
  });

  it('porte ce que l’agent a tapé, avec la formule et sa valeur', async () => {
    await ouvrir(fabrique);
    await taper(atelier.page, 'Projets!B2', '=CLAS.PS(24000;3)');
    await attendreValeur(atelier.page, 'Projets!B2', 7689);
    await attendreValeur(atelier.page, 'Projets!B5', 19_689);
    await taper(atelier.page, 'Notes!C2', '12,5');
    await attendreValeur(atelier.page, 'Notes!C2', 12.5);
    const { lu, modele } = await ouvrirComplet(await enregistrer());
    const [projets] = lu.feuilles;
    expect(projets?.formules.get('B2')).toBe('=CLAS.PS(24000,3)');
    expect(projets?.lignes[1]?.[1]).toBe(7689);
    expect(projets?.lignes[4]?.[1]).toBe(19_689);
    expect(modele.sheets[0]?.cells?.get('1,1')?.style?.numFmt).toBe('#,##0.00\\ "€"');
    expect(modele.sheets[1]?.rows[1]?.[2]).toBe(12.5);
  });
});

describe('Une ligne insérée', () => {
  it('déplace tableau, règles, notes et mises en forme avec leurs cellules', async () => {
    await ouvrir(fabrique);
    await atelier.page.evaluate(() => {
      const { hote, grille } = window.atelier!.seance!;
      grille.feuilleVue(hote.feuille('Projets').id).insertRowAfter(1);
      grille.feuilleVue(hote.feuille('Notes').id).insertRowBefore(0);
    });
    await attendreValeur(atelier.page, 'Projets!A6', 'Total');
    const { lu, modele } = await ouvrirComplet(await enregistrer());
    const [projets, notes] = modele.sheets;
    expect(projets?.tables?.[0]?.range).toBe('A1:D4');
    expect(projets?.dataValidations?.map(({ range }) => range)).toEqual(
      expect.arrayContaining(['B2:B41', 'C2:C41']),
    );
    expect(projets?.cells?.get('5,0')?.style?.font?.size).toBe(14);
    expect(lu.feuilles[0]?.formules.get('B6')).toBe('=SUM(B2:B4)');
    expect(notes?.cells?.get('2,1')?.comment?.text).toBe('Vu avec le gestionnaire le 3 mai.');
  });
});

describe('Ouvrir', () => {
  it('dit en une phrase ce qui n’est pas un classeur, et garde celui qui est ouvert', async () => {
    const { page } = atelier;
    await page.setInputFiles('#fichier', {
      name: 'lettre.xlsx',
      mimeType: '',
      buffer: Buffer.from('Bonjour'),
    });
    await page.locator('#etat.echec').waitFor();
    expect(await page.locator('#etat').textContent()).toMatch(/\.$/);
    expect(await page.locator('#nom').textContent()).toBe('tout.xlsx');
  });

  it('ouvre un fichier déposé', async () => {
    const { page } = atelier;
    const base64 = readFileSync('assets/exemples/cycle-de-vie.xlsx').toString('base64');
    await page.evaluate((contenu) => {
      const octets = Uint8Array.from(atob(contenu), (signe) => signe.charCodeAt(0));
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([octets], 'depose.xlsx'));
      document
        .getElementById('grille')!
        .dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    }, base64);
    await attendreOuvert(page, 'depose.xlsx');
    expect(atelier.ecarts).toEqual([]);
  });
});
