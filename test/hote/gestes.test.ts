import { ouvrirHote, type ExcelOuvert } from '../../outils/excel';

let ouvert: ExcelOuvert;
beforeEach(async () => {
  ouvert = await ouvrirHote({
    feuilles: [
      {
        nom: 'Projets',
        lignes: [
          ['b', 2],
          ['a', 1],
          ['c', 3],
        ],
      },
    ],
  });
});
afterEach(() => ouvert.fermer());

/** Tout ce qu'entend un complément qui écoute le classeur, dans l'ordre. */
async function ecouter(): Promise<Record<string, unknown>[]> {
  const recus: Record<string, unknown>[] = [];
  const noter = (evenement: object): Promise<void> => {
    const { type, address, source, triggerSource, changeType } = evenement as Record<string, unknown>;
    recus.push({
      type,
      address,
      source,
      ...(triggerSource !== undefined && { triggerSource }),
      ...(changeType !== undefined && { changeType }),
    });
    return Promise.resolve();
  };
  await Excel.run(async (contexte) => {
    const { worksheets } = contexte.workbook;
    worksheets.onChanged.add(noter);
    worksheets.onRowSorted.add(noter);
    worksheets.onRowHiddenChanged.add(noter);
    worksheets.onFormatChanged.add(noter);
    await contexte.sync();
  });
  return recus;
}

describe('Ce que fait une personne, tel que l’entend un complément', () => {
  it('trie par la flèche : les lignes bougent, seul le tri s’annonce', async () => {
    const recus = await ecouter();
    await ouvert.hote.agent.trier('Projets!A1:B3');
    expect(ouvert.hote.lire('Projets!A1:B3').map((ligne) => ligne.map(({ valeur }) => valeur))).toEqual([
      ['a', 1],
      ['b', 2],
      ['c', 3],
    ]);
    expect(recus).toEqual([{ type: 'WorksheetRowSorted', address: 'A1:B3', source: 'Local' }]);
  });

  it('masque une ligne, la montre, la met en couleur', async () => {
    const recus = await ecouter();
    await ouvert.hote.agent.masquerLignes('Projets!A2');
    await ouvert.hote.agent.masquerLignes('Projets!A2', false);
    await ouvert.hote.agent.formater('Projets!A2', 'fill.color', '#FF0000');
    expect(recus).toEqual([
      { type: 'WorksheetRowHiddenChanged', address: '2:2', source: 'Local', changeType: 'Hidden' },
      { type: 'WorksheetRowHiddenChanged', address: '2:2', source: 'Local', changeType: 'Unhidden' },
      { type: 'WorksheetFormatChanged', address: 'A2', source: 'Local' },
    ]);
  });

  it('un coauteur : source Remote, pour chaque geste', async () => {
    const recus = await ecouter();
    await ouvert.hote.coauteur.saisir('Projets!A1', 'x');
    await ouvert.hote.coauteur.trier('Projets!A1:B3');
    await ouvert.hote.coauteur.masquerLignes('Projets!A3');
    expect(recus).toEqual([
      {
        type: 'WorksheetChanged',
        address: 'A1',
        source: 'Remote',
        triggerSource: 'Unknown',
        changeType: 'RangeEdited',
      },
      { type: 'WorksheetRowSorted', address: 'A1:B3', source: 'Remote' },
      { type: 'WorksheetRowHiddenChanged', address: '3:3', source: 'Remote', changeType: 'Hidden' },
    ]);
  });

  it('annuler et rétablir s’entendent comme une frappe', async () => {
    const recus = await ecouter();
    await ouvert.hote.agent.saisir('Projets!B1', 20);
    await ouvert.hote.annuler();
    await ouvert.hote.retablir();
    const attendu = {
      type: 'WorksheetChanged',
      address: 'B1',
      source: 'Local',
      triggerSource: 'Unknown',
      changeType: 'RangeEdited',
    };
    expect(recus).toEqual([attendu, attendu, attendu]);
  });

  it('ferme le volet et le rouvre : le complément l’apprend', async () => {
    const recus: string[] = [];
    await Office.addin.onVisibilityModeChanged(({ visibilityMode }) => void recus.push(visibilityMode));
    ouvert.hote.montrerVolet(false);
    ouvert.hote.montrerVolet(true);
    await new Promise((suite) => setTimeout(suite, 0));
    expect(recus).toEqual(['Hidden', 'Taskpane']);
  });
});
