/** Ctrl-C pendant une commande : arrêt en une phrase, code 130, rien à moitié écrit. Le signal est un vrai signal, au vrai programme. */
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lancerNode, type Passage } from '../../outils/processus';
import { clas, dossierProvisoire, exemple, RACINE } from './clas';

const dossier = dossierProvisoire();
const AU = ['--au', '2022-01-20'];
const classeur = exemple('clas-2021-2022.xlsx');
const remontee = join(dossier, 'CAF45.xlsx');
const modele = join(RACINE, 'assets/modeles/notification.docx');
const sansInsecables = (texte: string): string => texte.replace(/[\u00a0\u202f]/g, ' ');

/** Chargé avant la commande : un signal au n-ième fichier lu (.xlsx) ou écrit (.tmp) ; un terminal, si on le demande. */
const SIGNAL = `data:text/javascript,${encodeURIComponent(`
  import fs from 'node:fs';
  import { syncBuiltinESMExports } from 'node:module';
  const [geste, rang, signal] = (process.env.SIGNAL_AU ?? '').split(' ');
  let faits = 0;
  for (const [nom, motif] of [['readFileSync', /[.]xlsx$/], ['openSync', /[.]tmp/]]) {
    const faire = fs[nom];
    fs[nom] = (chemin, ...a) => {
      if (nom === geste && motif.test(String(chemin)) && ++faits === Number(rang)) process.kill(process.pid, signal);
      return faire(chemin, ...a);
    };
  }
  syncBuiltinESMExports();
  if (process.env.TERMINAL) process.stderr.isTTY = true;
`)}`;

const lancer = (args: readonly string[], signalAu = '', terminal = ''): Promise<Passage> =>
  lancerNode(['--import', SIGNAL, join(RACINE, 'build/clas.mjs'), ...args], {
    cwd: dossier,
    env: { ...process.env, SIGNAL_AU: signalAu, TERMINAL: terminal },
  });

function attendreArret({ code, sortie, erreur }: Passage, attendu: string, voulu = 130): void {
  expect({ code, sortie, erreur: sansInsecables(erreur) }).toEqual({
    code: voulu,
    sortie: '',
    erreur: `Arrêté avant la fin ; ${attendu}.\n`,
  });
}

beforeAll(async () => {
  expect((await clas(['remontee', classeur, ...AU, '--sortie', remontee])).code).toBe(0);
});

test.each([
  ['verifier', [classeur, ...AU], 1],
  ['calculer', [classeur, ...AU, '--json'], 1],
  ['paiements', [classeur, ...AU, '--sortie', 'neuf'], 1],
  ['fiches', [classeur, ...AU, '--sortie', 'neuf'], 1],
  ['comparer', [classeur, classeur, ...AU], 2],
  ['consolider', [remontee, remontee, '--sortie', 'neuf'], 2],
  ['courriers', [classeur, ...AU, '--modele', modele, '--sortie', 'neuf'], 1],
] as const)('%s, interrompu en lisant : une phrase, code 130, rien d’écrit', async (nom, args, rang) => {
  attendreArret(await lancer([nom, ...args], `readFileSync ${rang} SIGINT`), 'rien n’a été écrit');
  expect(readdirSync(dossier)).toEqual(['CAF45.xlsx']);
});

test.each([
  ['SIGTERM', 143],
  ['SIGHUP', 129],
])('%s aussi, sous son code', async (signal, code) => {
  attendreArret(await lancer(['verifier', classeur], `readFileSync 1 ${signal}`), 'rien n’a été écrit', code);
});

describe('courriers, interrompus en écrivant', () => {
  const courriers = (sortie: string, ...suite: string[]) =>
    lancer(['courriers', classeur, ...AU, '--modele', modele, '--sortie', sortie], ...suite);

  test.each([1, 2, 30])('à la %ie lettre : le dossier neuf n’est pas là', async (rang) => {
    attendreArret(await courriers('lettres', `openSync ${rang} SIGINT`), 'rien n’a été écrit');
    expect(readdirSync(dossier)).toEqual(['CAF45.xlsx']);
  });

  test('les lettres d’hier et le reste du dossier ne bougent pas ; sans arrêt, elles sont toutes remplacées', async () => {
    const ici = join(dossier, 'lettres');
    mkdirSync(ici);
    const nom = '045-2021-0001 Association Le Fil d’Ariane.docx';
    for (const fichier of [nom, 'notes.txt']) writeFileSync(join(ici, fichier), 'hier');
    attendreArret(await courriers(ici, 'openSync 30 SIGINT'), 'rien n’a été écrit');
    expect(readdirSync(ici).map((f) => [f, readFileSync(join(ici, f), 'utf8')])).toEqual([
      [nom, 'hier'],
      ['notes.txt', 'hier'],
    ]);
    const { code, erreur } = await courriers(ici, '', 'oui');
    expect(code).toBe(0);
    expect(readFileSync(join(ici, nom), 'latin1').startsWith('PK')).toBe(true);
    expect(readFileSync(join(ici, 'notes.txt'), 'utf8')).toBe('hier');
    expect(readdirSync(ici).filter((f) => f.startsWith('.'))).toEqual([]);
    // à un terminal : où l'on en est, puis une ligne effacée
    expect(erreur).toMatch(/Lecture de .*Contrôle et calcul….*Courriers : 1\/\d+…/s);
    expect(erreur.endsWith('\r\u001b[K')).toBe(true);
    rmSync(ici, { recursive: true });
  });
});

test('une écriture commencée s’achève : le fichier est entier, et la commande le dit', async () => {
  const passage = await lancer(['remontee', classeur, ...AU, '--sortie', 'deux.xlsx'], 'openSync 1 SIGINT');
  expect([passage.code, passage.erreur]).toEqual([0, '']);
  expect(readFileSync(join(dossier, 'deux.xlsx')).equals(readFileSync(remontee))).toBe(true);
});

test('entre deux sorties : celles qui sont écrites sont entières, et nommées', async () => {
  const sorties = ['--sortie', 'ecritures.xlsx', '--figer', 'fige.xlsx'];
  const entiere = await lancer(['cloture', classeur, ...AU, ...sorties]);
  expect(entiere.code).toBe(0);
  const temoin = readFileSync(join(dossier, 'ecritures.xlsx'));
  for (const nom of ['ecritures.xlsx', 'fige.xlsx']) rmSync(join(dossier, nom));
  attendreArret(
    await lancer(['cloture', classeur, ...AU, ...sorties], 'openSync 1 SIGINT'),
    'déjà écrit, en entier : ecritures.xlsx',
  );
  expect(readFileSync(join(dossier, 'ecritures.xlsx')).equals(temoin)).toBe(true);
  expect(readdirSync(dossier)).not.toContain('fige.xlsx');
});
