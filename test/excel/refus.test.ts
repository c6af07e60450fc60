import { ErreurClasseur } from '../../src/dossier/formes/erreurs';
import { estPassager, traduire } from '../../src/classeur/excel/erreurs';
import { creerPortExcel } from '../../src/classeur/excel';
import type { Changement } from '../../src/classeur/excel/port';
import { CODES_OFFICE } from '../../atelier/hote/classeur/erreurs';
import { ouvrirHote, type ExcelOuvert } from '../../outils/excel';
import { planAnomalies, planDeDeuxFeuilles } from './outils';

/** Codes de défauts internes, ou de ce que Clas ne demande jamais : la phrase générale dit quoi faire. */
const INTERNES = new Set<string>([
  ...['ContentLengthRequired', 'EmptyChartSeries', 'GeneralException', 'InvalidArgument', 'InvalidBinding'],
  ...['InvalidOperation', 'InvalidRequest', 'OpenWorkbookLinksBlocked', 'PowerQueryRefreshResourceChallenge'],
  ...['RangeImageExceedsLimit', 'RefreshWorkbookLinksBlocked'],
]);

test.each(CODES_OFFICE)('%s a sa phrase, qui dit quoi faire', (code) => {
  const generale = traduire({ code: 'GeneralException' }).message;
  const refus = traduire({ code });
  expect(refus).toBeInstanceOf(ErreurClasseur);
  expect(refus.message === generale).toBe(INTERNES.has(code));
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

describe('Un classeur dont la structure est protégée', () => {
  let ouvert: ExcelOuvert;
  beforeEach(async () => {
    ouvert = await ouvrirHote({ feuilles: [{ nom: 'Projets', lignes: [] }] });
  });
  afterEach(() => ouvert.fermer());

  test('ne reçoit pas de feuille neuve : la phrase nomme la bonne protection, rien n’est tenté', async () => {
    ouvert.hote.classeur.structure = { motDePasse: null };
    const port = creerPortExcel();
    const phrase = /classeur est protégé.*Protéger le classeur/;
    await expect(port.creerFeuilles(planDeDeuxFeuilles())).rejects.toThrow(phrase);
    await expect(port.ecrireFeuilles([planAnomalies(1)])).rejects.toThrow(phrase);
    ouvert.hote.classeur.structure = null;
    await port.ecrireFeuilles([planAnomalies(1)]);
    expect(ouvert.hote.classeur.feuilles).toHaveLength(2);
  });

  test('laisse récrire une feuille de Clas qui existe', async () => {
    const port = creerPortExcel();
    await port.ecrireFeuilles([planAnomalies(3)]);
    ouvert.hote.classeur.structure = { motDePasse: 'secret' };
    await port.ecrireFeuilles([planAnomalies(1)]);
    expect(
      ouvert.hote
        .lire('Anomalies!A4:E5')
        .flat()
        .some(({ valeur }) => valeur !== null),
    ).toBe(false);
  });
});

test('Excel sur le web : récrire une feuille n’efface jamais plus de cellules qu’il n’en admet', async () => {
  const ouvert = await ouvrirHote({ plateforme: 'Web', feuilles: [{ nom: 'Projets', lignes: [] }] });
  const port = creerPortExcel();
  await port.ecrireFeuilles([planAnomalies(30)]);
  await ouvert.hote.saisir('Anomalies!Z99', 'égaré');
  const trajets = await ouvert.hote.pendant(async () => {
    await port.lire();
    await port.ecrireFeuilles([planAnomalies(2)]);
  });
  expect(trajets.every(({ erreur }) => erreur === null)).toBe(true);
  const restes = ouvert.hote.lire('Anomalies!A5:Z99').flat();
  expect(restes.some(({ valeur }) => valeur !== null)).toBe(false);
  ouvert.fermer();
});
