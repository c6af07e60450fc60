import { resolve } from 'node:path';
import { buildSync } from 'esbuild';
import { ouvrirHote, type ExcelOuvert } from '../../outils/excel';

describe('L’amorce', () => {
  let ouvert: ExcelOuvert;
  afterEach(() => ouvert.fermer());

  it('charge la bibliothèque authentique et résout Office.onReady', async () => {
    ouvert = await ouvrirHote({
      feuilles: [
        {
          nom: 'Projets',
          lignes: [
            ['N° dossier', 'Coût'],
            ['D-1', 12.5],
          ],
        },
      ],
    });
    await ouvert.Excel.run(async (contexte) => {
      const plage = contexte.workbook.worksheets.getItem('Projets').getRange('A1:B2');
      plage.load('values,address');
      await contexte.sync();
      expect(plage.values).toEqual([
        ['N° dossier', 'Coût'],
        ['D-1', 12.5],
      ]);
      expect(plage.address).toBe('Projets!A1:B2');
    });
  });
});

describe('La page', () => {
  it('charge l’hôte sans Univer : la grille arrive à part', () => {
    const { metafile } = buildSync({
      entryPoints: [resolve('atelier/hote/hote.ts'), resolve('atelier/hote/amorce.ts')],
      bundle: true,
      format: 'esm',
      write: false,
      outdir: 'build',
      metafile: true,
      logLevel: 'error',
    });
    const fichiers = Object.keys(metafile.inputs);
    expect(fichiers.length).toBeGreaterThan(20);
    expect(fichiers.filter((fichier) => /node_modules|univer/i.test(fichier))).toEqual([]);
  });
});
