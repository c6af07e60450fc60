import { ErreurClasseur } from '../../src/dossier/formes/erreurs';
import { estPassager, traduire } from '../../src/classeur/excel/erreurs';
import { creerPortExcel } from '../../src/classeur/excel';
import type { Changement } from '../../src/classeur/excel/port';
import { ouvrirHote } from '../../outils/excel';

/** Codes de « Application-specific error codes » qu'un agent peut rencontrer. */
const DOCUMENTES = [
  ...['AccessDenied', 'ActivityLimitReached', 'ApiNotAvailable', 'ApiNotFound', 'Conflict'],
  ...['FilteredRangeConflict', 'InactiveWorkbook', 'InsertDeleteConflict', 'InvalidOperationInCellEditMode'],
  ...['InvalidReference', 'ItemAlreadyExists', 'ItemNotFound', 'MemoryLimitReached', 'MergedRangeConflict'],
  ...['NonBlankCellOffSheet', 'OperationCellsExceedLimit', 'PivotTableRangeConflict', 'RangeExceedsLimit'],
  ...['RequestAborted', 'RequestPayloadSizeLimitExceeded', 'ResponsePayloadSizeLimitExceeded'],
  ...['ServiceNotAvailable', 'UnsupportedOperation', 'UnsupportedSheet'],
];

test.each(DOCUMENTES)('%s a sa phrase, qui dit quoi faire', (code) => {
  const generale = traduire({ code: 'GeneralException' }).message;
  const refus = traduire({ code });
  expect(refus).toBeInstanceOf(ErreurClasseur);
  expect(refus.message).not.toBe(generale);
  expect(refus.message).not.toContain(code);
});

test('un autre classeur au premier plan : Excel n’a pas écouté, rien d’autre à essayer', () => {
  expect(estPassager({ code: 'InactiveWorkbook' })).toBe(true);
  expect(estPassager({ code: 'MergedRangeConflict' })).toBe(false);
});

test('après un tri ou un masquage de l’agent, toute la feuille est à relire', async () => {
  const ouvert = await ouvrirHote({ feuilles: [{ nom: 'Projets', lignes: [['Coût'], [10], [20]] }] });
  const recus: Changement[] = [];
  const arreter = await creerPortExcel().surChangement((changement) => recus.push(changement));
  await ouvert.hote.agent.trier('Projets!A2:A3', 0, false);
  await ouvert.hote.agent.masquerLignes('Projets!A2');
  for (let tour = 0; tour < 50 && recus.length < 2; tour += 1)
    await new Promise((suite) => setTimeout(suite, 20));
  expect(recus).toEqual([
    { feuille: 'Projets', plage: null },
    { feuille: 'Projets', plage: null },
  ]);
  await arreter();
  ouvert.fermer();
});

describe('Un classeur qu’Excel n’ouvre pas', () => {
  const ouvrir = async (code: 'GeneralException' | 'InvalidOperationInCellEditMode'): Promise<unknown> => {
    const ouvert = await ouvrirHote({ feuilles: [{ nom: 'Projets', lignes: [] }] });
    ouvert.hote.prevoirPanne(1, { action: 0, code });
    const echec = await creerPortExcel()
      .ouvrirClasseur(new Uint8Array([0x50, 0x4b]))
      .catch((erreur: unknown) => erreur);
    ouvert.fermer();
    return echec;
  };

  test('par stratégie : la phrase la nomme, et dit les autres voies', async () => {
    expect(await ouvrir('GeneralException')).toMatchObject({
      message: expect.stringMatching(/stratégie de sécurité.*télécharger.*copier/) as string,
    });
  });

  test('pendant une saisie : la phrase reste celle de la saisie', async () => {
    expect(await ouvrir('InvalidOperationInCellEditMode')).toMatchObject({
      message: expect.stringMatching(/en cours de saisie/) as string,
    });
  });
});
