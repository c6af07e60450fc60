import { CODES_OFFICE } from '../../atelier/hote/classeur/erreurs';
import { ouvrirHote, type ExcelOuvert } from '../../outils/excel';

let ouvert: ExcelOuvert;
beforeEach(async () => {
  ouvert = await ouvrirHote({
    feuilles: [
      {
        nom: 'Projets',
        lignes: [
          ['a', 'b'],
          [1, 2],
          [3, 4],
        ],
      },
      { nom: 'Listes', lignes: [['x']] },
    ],
  });
});
afterEach(() => ouvert.fermer());

const feuille = (contexte: Excel.RequestContext, nom = 'Projets'): Excel.Worksheet =>
  contexte.workbook.worksheets.getItem(nom);

/** Le code du refus, ou « accepté ». */
function refus(geste: (contexte: Excel.RequestContext) => void): Promise<string> {
  return Excel.run(async (contexte) => {
    geste(contexte);
    await contexte.sync();
    return 'accepté';
  }).catch((erreur: unknown) => String((erreur as { code?: string }).code));
}

describe('Ce qu’un complément écrit se lit à l’américaine, ce que tape l’agent à la française', () => {
  // 12 octobre 2021 : 44481 ; 10 décembre 2021 : 44540 (calendrier 1900)
  it.each([
    ['12/10/2021', 44_540, 44_481],
    ['13/10/2021', '13/10/2021', 44_482],
    ['2021-10-12', 44_481, 44_481],
    ['true', true, 'true'],
    ['vrai', 'vrai', true],
    ['12,5', '12,5', 12.5],
    ['1,234', 1234, 1.234],
    ['12.5', 12.5, 12.5],
    ['12,5%', '12,5%', 0.125],
    ['10:30', 0.4375, 0.4375],
    ['007', 7, 7],
  ])('%s', async (texte, parOffice, tape) => {
    await Excel.run(async (contexte) => {
      const cellule = feuille(contexte).getRange('D1');
      cellule.values = [[texte]];
      cellule.load('values');
      await contexte.sync();
      expect(cellule.values).toEqual([[parOffice]]);
    });
    await ouvert.hote.saisir('Projets!E1', texte);
    expect(ouvert.hote.lire('Projets!E1')[0]?.[0]?.valeur).toBe(tape);
  });
});

describe('Validations', () => {
  const regle = { custom: { formula: '=TRUE' } };
  it.each([
    [
      'titre de 33 signes',
      { prompt: { title: 'x'.repeat(33), message: 'm', showPrompt: true } },
      'InvalidArgument',
    ],
    [
      'message de 256 signes',
      { prompt: { title: 't', message: 'x'.repeat(256), showPrompt: true } },
      'InvalidArgument',
    ],
    [
      'alerte de 226 signes',
      { errorAlert: { title: 't', message: 'x'.repeat(226), showAlert: true, style: 'Stop' } },
      'InvalidArgument',
    ],
    ['parenthèse ouverte', { rule: { custom: { formula: '=SUM(A1' } } }, 'InvalidArgument'],
    [
      'feuille absente',
      { rule: { list: { inCellDropDown: true, source: '=Absente!$A$1:$A$3' } } },
      'InvalidArgument',
    ],
    [
      'limites exactes',
      {
        rule: regle,
        prompt: { title: 'x'.repeat(32), message: 'x'.repeat(255), showPrompt: true },
        errorAlert: { title: 'x'.repeat(32), message: 'x'.repeat(225), showAlert: true, style: 'Stop' },
      },
      'accepté',
    ],
    [
      'liste d’une autre feuille',
      { rule: { list: { inCellDropDown: true, source: '=Listes!$A$1:$A$3' } } },
      'accepté',
    ],
  ])('%s', async (_, reglages, attendu) => {
    expect(
      await refus((contexte) => {
        const { dataValidation } = feuille(contexte).getRange('A2');
        Object.assign(dataValidation, reglages);
      }),
    ).toBe(attendu);
  });
});

describe('Fusions', () => {
  it('ne garde que la cellule du coin, et se lit par ses zones', async () => {
    await Excel.run(async (contexte) => {
      feuille(contexte).getRange('A2:B3').merge();
      const zones = feuille(contexte).getRange('A1:B3').getMergedAreasOrNullObject();
      zones.load('address,areas/items/address');
      const dedans = feuille(contexte).getRange('B3:D9').getMergedAreasOrNullObject();
      dedans.load('address');
      const plage = feuille(contexte).getRange('A1:B3').load('values');
      await contexte.sync();
      expect(plage.values).toEqual([
        ['a', 'b'],
        [1, ''],
        ['', ''],
      ]);
      // l'adresse commune ne cite que les coins : seules les zones sont sûres
      expect(zones.address).toBe('Projets!A2');
      expect(zones.areas.items.map(({ address }) => address)).toEqual(['Projets!A2:B3']);
      expect(dedans.isNullObject).toBe(true);
    });
  });

  it('au-delà de 512, la demande échoue', async () => {
    const { fusions } = ouvert.hote.feuille('Projets');
    const lire = (): Promise<string> =>
      refus(
        (contexte) =>
          void feuille(contexte).getRange('A1:B5000').getMergedAreasOrNullObject().load('address'),
      );
    for (let i = 0; i < 512; i += 1) fusions.push({ ligne: i, colonne: 0, lignes: 1, colonnes: 2 });
    expect(await lire()).toBe('accepté');
    fusions.push({ ligne: 600, colonne: 0, lignes: 1, colonnes: 2 });
    expect(await lire()).toBe('GeneralException');
  });

  it('un tableau et une fusion ne se couvrent pas', async () => {
    expect(
      await refus((contexte) => {
        feuille(contexte).getRange('A2:B2').merge();
        feuille(contexte).tables.add('A1:B3', true);
      }),
    ).toBe('MergedRangeConflict');
    expect(
      await refus((contexte) => {
        feuille(contexte).getRange('A2:B2').unmerge();
        feuille(contexte).tables.add('A1:B3', true);
        feuille(contexte).getRange('A2:B2').merge();
      }),
    ).toBe('InvalidOperation');
  });
});

describe('Protections et lecture seule', () => {
  it('ôter une protection absente se refuse', async () => {
    expect(await refus((contexte) => feuille(contexte).protection.unprotect())).toBe('AccessDenied');
  });

  it.each<[string, (contexte: Excel.RequestContext) => void]>([
    ['ajouter', (contexte) => void contexte.workbook.worksheets.add('Neuve')],
    ['supprimer', (contexte) => feuille(contexte).delete()],
    ['renommer', (contexte) => void (feuille(contexte).name = 'Autre')],
    ['masquer', (contexte) => void (feuille(contexte).visibility = 'Hidden')],
    ['déplacer', (contexte) => void (feuille(contexte).position = 1)],
  ])('structure protégée : %s une feuille se refuse, écrire dans une cellule non', async (_, geste) => {
    ouvert.hote.classeur.structure = { motDePasse: null };
    await Excel.run(async (contexte) => {
      const { protection } = contexte.workbook;
      protection.load('protected');
      feuille(contexte).getRange('A1').values = [['écrit']];
      await contexte.sync();
      expect(protection.protected).toBe(true);
    });
    expect(await refus(geste)).toBe('AccessDenied');
    expect(
      await refus((contexte) => {
        contexte.workbook.protection.unprotect();
        geste(contexte);
      }),
    ).toBe('accepté');
  });

  it('lecture seule : se lit, s’écrit, mais ses réglages ne se gardent pas', async () => {
    ouvert.hote.classeur.lectureSeule = true;
    await Excel.run(async (contexte) => {
      contexte.workbook.load('readOnly');
      feuille(contexte).getRange('A1').values = [['écrit']];
      await contexte.sync();
      expect(contexte.workbook.readOnly).toBe(true);
    });
    expect(await garder()).toBe('failed');
    ouvert.hote.classeur.lectureSeule = false;
    ouvert.hote.prevoirPanneReglages();
    expect([await garder(), await garder()]).toEqual(['failed', 'succeeded']);
  });
});

function garder(): Promise<string> {
  Office.context.document.settings.set('cle', 'valeur');
  return new Promise((finir) =>
    Office.context.document.settings.saveAsync(({ status }) => finir(String(status))),
  );
}

describe('Refus de circonstance', () => {
  it('un autre classeur au premier plan : rien ne se fait, puis tout reprend', async () => {
    const ecrire = (): Promise<string> =>
      refus((contexte) => void (feuille(contexte).getRange('A1').values = [['écrit']]));
    ouvert.hote.auPremierPlan = false;
    expect(await ecrire()).toBe('InactiveWorkbook');
    expect(ouvert.hote.lire('Projets!A1')[0]?.[0]?.valeur).toBe('a');
    ouvert.hote.auPremierPlan = true;
    expect(await ecrire()).toBe('accepté');
  });

  it('sur le web, une opération trop vaste se refuse ; toute la feuille d’un geste, non', async () => {
    ouvert.hote.classeur.cellulesParOperation = 33_554_000;
    expect(await refus((contexte) => feuille(contexte).getRange('51:1048576').clear())).toBe(
      'OperationCellsExceedLimit',
    );
    expect(await refus((contexte) => feuille(contexte).getRange().clear())).toBe('accepté');
    ouvert.hote.classeur.cellulesParOperation = Infinity;
    expect(await refus((contexte) => feuille(contexte).getRange('51:1048576').clear())).toBe('accepté');
  });

  it.each(CODES_OFFICE.map((code) => [code]))('%s peut se prévoir', async (code) => {
    ouvert.hote.prevoirPanne(1, { action: 0, code });
    expect(await refus((contexte) => void feuille(contexte).getRange('A1').load('values'))).toBe(code);
  });

  it('ouvrir un classeur neuf peut échouer, comme sous une stratégie de sécurité', async () => {
    ouvert.hote.prevoirPanne(1, { action: 0, code: 'GeneralException' });
    await expect(Excel.createWorkbook('UEsDBA==')).rejects.toMatchObject({ code: 'GeneralException' });
    expect(ouvert.hote.classeur.classeursCrees).toEqual([]);
  });
});

test('les codes prévisibles sont ceux que publient les types d’Office.js, et ceux de la page des erreurs', () => {
  const publies = new Set<string>(Object.values(Excel.ErrorCodes));
  const absents = [...publies].filter((code) => !(CODES_OFFICE as readonly string[]).includes(code));
  expect(publies.size).toBeGreaterThan(25);
  expect(absents).toEqual([]);
});
