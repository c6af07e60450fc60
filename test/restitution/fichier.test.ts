/** Le fichier écrit : relu par nous et par une autre bibliothèque, il dit la même chose et n'exécute rien. */
import { createHash } from 'node:crypto';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { ecrireXlsx, lireXlsx } from '../../src/classeur/xlsx';
import { lireRemontee } from '../../src/dossier/restitution/remontee/relecture';
import type { Remontee } from '../../src/dossier/restitution/remontee/donnees';
import { creerRemontee } from '../../src/dossier/restitution/remontee/remontee';
import { planRemontee } from '../../src/dossier/restitution/remontee/planRemontee';
import { planRemonteeFeuille } from '../../src/dossier/restitution/remontee/planRemonteeFeuille';
import { examen, examinerExemple, projet, relire, type Donnees } from './outils';

const remonter = (donnees: Donnees): Promise<Remontee> => creerRemontee(examen(donnees));

async function parExcelJs(octets: Uint8Array): Promise<ExcelJS.Workbook> {
  const classeur = new ExcelJS.Workbook();
  await classeur.xlsx.load(octets.buffer as ArrayBuffer);
  return classeur;
}

/** Toutes les cellules d'une feuille, formule et valeur calculée. */
function cellules(feuille: ExcelJS.Worksheet | undefined): ExcelJS.Cell[] {
  const toutes: ExcelJS.Cell[] = [];
  feuille?.eachRow((ligne) => ligne.eachCell((c) => toutes.push(c)));
  return toutes;
}

describe('aller et retour', () => {
  test.each(['loiret-41-lo', 'agent-maison-lo'])('%s : la remontée relue est la même', async (nom) => {
    const faite = await creerRemontee(await examinerExemple(nom));
    expect(await lireRemontee(await relire(planRemontee(faite)))).toEqual(faite);
  });

  test('réenregistrée par une autre bibliothèque, elle est encore la même', async () => {
    const faite = await creerRemontee(await examinerExemple('loiret-41-lo'));
    const classeur = await parExcelJs(await ecrireXlsx(planRemontee(faite)));
    const octets = new Uint8Array(await classeur.xlsx.writeBuffer());
    expect(await lireRemontee(await lireXlsx(octets))).toEqual(faite);
  });

  test('néant se relit, et se lit dans la feuille', async () => {
    const faite = await remonter({});
    const textes = planRemonteeFeuille(faite).lignes.map((l) => l[0]?.valeur);
    expect(textes).toContain('Néant : aucun projet avec bonus.');
    expect(textes).toContain('Néant : aucun bonus versé.');
    expect(await lireRemontee(await relire(planRemontee(faite)))).toEqual(faite);
  });

  test('des textes et des montants quelconques', async () => {
    const texte = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.string({ unit: 'binary', maxLength: 20 }),
    );
    const ligne = fc.record({
      texte,
      collectifs: fc.integer({ min: 3, max: 9 }),
      verse: fc.integer({ min: 0, max: 10 ** 9 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(ligne, { maxLength: 5 }), async (lignes) => {
        const faite = await remonter({
          nomCaf: lignes[0]?.texte ?? null,
          projets: lignes.map((l, i) =>
            projet(`D${i} ${l.texte}`, {
              Action: l.texte,
              Commune: l.texte,
              'Collectifs agréés': l.collectifs,
            }),
          ),
          verses: lignes.map((l, i) => [`Total ${i}`, l.texte, null, null, l.verse / 100]),
        });
        expect(await lireRemontee(await relire(planRemontee(faite)))).toEqual(faite);
      }),
      { seed: 2021006, numRuns: 20 },
    );
  });
});

describe('la feuille', () => {
  test('« = + - @ » en tête restent des textes', async () => {
    const pieges = ['=HYPERLINK("http://x")', '+33', '-2+3', '@SOMME(A1)'];
    const faite = await remonter({
      codeOrganisme: '=1+1',
      projets: pieges.map((p) => projet(p, { Gestionnaire: p, Action: p, Commune: p })),
    });
    const classeur = await parExcelJs(await ecrireXlsx(planRemontee(faite)));
    const feuille = classeur.getWorksheet('Remontée Cnaf');
    const ecrites = cellules(feuille).filter((c) => pieges.includes(String(c.value)) || c.value === '=1+1');
    expect(ecrites).toHaveLength(pieges.length * 4 + 1);
    expect(ecrites.every((c) => c.type === ExcelJS.ValueType.String && c.numFmt === '@')).toBe(true);
    expect(await lireRemontee(await relire(planRemontee(faite)))).toEqual(faite);
  });

  test('ses seules formules sont des sommes natives, dont la valeur est exacte', async () => {
    const faite = await creerRemontee(await examinerExemple('loiret-41-lo'));
    const classeur = await parExcelJs(await ecrireXlsx(planRemontee(faite)));
    const formules = classeur.worksheets.flatMap((f) =>
      cellules(f).filter((c) => c.type === ExcelJS.ValueType.Formula),
    );
    expect(formules).toHaveLength(6 + 3 + 8);
    for (const c of formules) {
      const [, fonction, colonne, debut, fin] =
        /^(SUM|COUNT)\(([A-Z]+)(\d+):\2(\d+)\)$/.exec(c.formula) ?? [];
      const plage = Array.from({ length: Number(fin) - Number(debut) + 1 }, (_, i) =>
        c.worksheet.getCell(`${colonne ?? ''}${Number(debut) + i}`),
      ).flatMap(({ value }) => (typeof value === 'number' ? [value] : []));
      const recalcule = fonction === 'COUNT' ? plage.length : plage.reduce((a, b) => a + b, 0);
      expect(c.result).toBe(recalcule);
    }
  });

  test('figée, en paysage, protégée, avec ses propriétés', async () => {
    const faite = await remonter({ projets: [projet('A')] });
    const classeur = await parExcelJs(await ecrireXlsx(planRemontee(faite)));
    expect(classeur.worksheets.map((f) => f.name)).toEqual(['Remontée Cnaf', 'Données', 'Contrôle']);
    const feuille = classeur.worksheets[0];
    expect(feuille?.views[0]).toMatchObject({ state: 'frozen', ySplit: 6, xSplit: 1 });
    expect(feuille?.pageSetup).toMatchObject({ orientation: 'landscape', printTitlesRow: '6:6' });
    expect(feuille?.getRow(6).getCell(1).value).toBe('N° dossier');
    expect(classeur.worksheets.map((f) => 'sheetProtection' in f && f.sheetProtection !== null)).toEqual([
      true,
      true,
      true,
    ]);
    expect(classeur).toMatchObject({
      title: 'Remontée Cnaf des bonus Clas 2021-2022',
      creator: 'Caf du Loiret',
    });
  });

  test('dans un classeur 2021-2022, le bloc versés dit 2020-2021', async () => {
    const textes = planRemonteeFeuille(await remonter({})).lignes.map((l) => String(l[0]?.valeur ?? ''));
    expect(textes.find((t) => t.startsWith('Bonus accordés pour'))).toContain('2021-2022');
    expect(textes.find((t) => t.startsWith('Bonus versés pour'))).toContain('2020-2021');
  });
});

test('l’empreinte se refait sans Clas, d’après la feuille Données et la recette publiée', async () => {
  const faite = await creerRemontee(await examinerExemple('loiret-41-lo'));
  const classeur = await parExcelJs(await ecrireXlsx(planRemontee(faite)));
  const lignes: string[] = ['caf\t45\tCaf du Loiret\t', 'annee\t2021', 'ecartes\t0'];
  const sommes = new Map<number, number>();
  classeur.getWorksheet('Données')?.eachRow((ligne, n) => {
    if (n === 1) return;
    const champs = Array.from({ length: 12 }, (_, i) => ligne.getCell(i + 5).value);
    champs.forEach((v, i) => typeof v === 'number' && sommes.set(i, (sommes.get(i) ?? 0) + v));
    const textes = champs.map((v, i) => (v === null ? '' : i >= 9 ? Number(v).toFixed(2) : String(v)));
    lignes.push(['accordes', ...textes].join('\t'));
  });
  const totaux = [lignes.length - 3, sommes.get(6), sommes.get(7), sommes.get(8)];
  const montants = [sommes.get(9), sommes.get(10), sommes.get(11), 0].map((m) => m?.toFixed(2));
  const noms = [
    'projets',
    'collectifs',
    'collectifsBonusEnfants',
    'collectifsBonusParents',
    'bonusEnfants',
    'bonusParents',
    'bonusAccordes',
    'bonusVerses',
  ];
  noms.forEach((nom, i) => lignes.push(`total\t${nom}\t${String([...totaux, ...montants][i])}`));
  const octets = lignes.map((l) => Buffer.from(`${l}\n`)).sort(Buffer.compare);
  expect(createHash('sha256').update(Buffer.concat(octets)).digest('hex')).toBe(faite.empreinte);
});
