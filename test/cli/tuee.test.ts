/** Tuée (SIGKILL) à n'importe quel moment, une commande laisse l'ancien fichier ou le nouveau, entiers. */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, utimesSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { tirage } from '../outils/tirage';
import { clas, dossierProvisoire, exemple, RACINE } from './clas';

/** Par commande. L'intégration continue en fait cent : chacune coûte un processus, donc un temps que l'on n'a pas partout. */
const FOIS = process.env['CI'] ? 100 : 24;
/** Tuées de front : plus que de processeurs, elles passent aussi par des moments où la machine les fait attendre. */
const DE_FRONT = 4;

const LENT = pathToFileURL(join(__dirname, 'disqueLent.mjs')).href;

jest.setTimeout(600_000);

const dossier = dossierProvisoire();
const AU = ['--au', '2022-01-20'];
const cycle = exemple('cycle-de-vie.xlsx');
const remontee = join(dossier, 'CAF45.xlsx');
const COMMANDES: Readonly<Record<string, readonly string[]>> = {
  preparer: ['--annee', '2021-2022', '--caf', '45'],
  remontee: [cycle, ...AU],
  cloture: [cycle, ...AU],
  consolider: [remontee],
};
const ancien = readFileSync(exemple('clas-2021-2022.xlsx'));

beforeAll(async () => {
  expect((await clas(['remontee', cycle, ...AU, '--sortie', remontee])).code).toBe(0);
});

/** Quand tuer : tant de millisecondes après le lancement, ou après l'apparition du fichier provisoire. */
interface Moment {
  readonly depuis: 'lancement' | 'ecriture';
  readonly ms: number;
}

interface Fin {
  readonly tuee: boolean;
  readonly fichier: Buffer;
  readonly restes: readonly string[];
  readonly duree: number;
  /** Du premier octet écrit à la fin. */
  readonly ecriture: number;
}

let rang = 0;
/** Lance la commande sur un ancien fichier, la tue au moment dit, et relève ce qui reste. */
function lancer(commande: string, quand?: Moment): Promise<Fin> {
  const ici = join(dossier, `t${++rang}`);
  const sortie = join(ici, 'sortie.xlsx');
  mkdirSync(ici);
  writeFileSync(sortie, ancien);
  return new Promise((rendre) => {
    const debut = performance.now();
    let ecrit = debut;
    const enfant = spawn(
      process.execPath,
      [
        '--import',
        LENT,
        join(RACINE, 'build/clas.mjs'),
        commande,
        ...(COMMANDES[commande] ?? []),
        '--sortie',
        sortie,
      ],
      { stdio: 'ignore' },
    );
    const tuer = ({ ms }: Moment): void => void setTimeout(() => enfant.kill('SIGKILL'), ms);
    if (quand?.depuis === 'lancement') tuer(quand);
    const guet = watch(ici, (_, nom) => {
      if (ecrit !== debut || !nom?.endsWith('.tmp')) return;
      ecrit = performance.now();
      if (quand?.depuis === 'ecriture') tuer(quand);
    });
    enfant.on('close', (_, signal) => {
      guet.close();
      rendre({
        tuee: signal === 'SIGKILL',
        fichier: readFileSync(sortie),
        restes: readdirSync(ici).filter((nom) => nom !== 'sortie.xlsx'),
        duree: performance.now() - debut,
        ecriture: performance.now() - ecrit,
      });
    });
  });
}

/** Deux tiers des morts pendant l'écriture, les autres n'importe quand. */
function moments(temoin: Fin): Moment[] {
  const hasard = tirage(1_789);
  return Array.from({ length: FOIS }, (_, i) =>
    i % 3 > 0
      ? { depuis: 'ecriture', ms: hasard(Math.round(temoin.ecriture)) }
      : { depuis: 'lancement', ms: hasard(Math.round(temoin.duree)) },
  );
}

test.each(Object.keys(COMMANDES))(
  '%s : l’ancien fichier ou le nouveau, jamais un mélange',
  async (commande) => {
    const [un, deux] = [await lancer(commande), await lancer(commande)];
    // la même demande donne les mêmes octets : sinon « le nouveau » ne voudrait rien dire
    expect(un.fichier.equals(deux.fichier)).toBe(true);
    expect([un.tuee, un.fichier.equals(ancien), un.restes]).toEqual([false, false, []]);

    const aVenir = moments(deux);
    const fins: Fin[] = [];
    const tuer = async (): Promise<void> => {
      for (let quand = aVenir.pop(); quand; quand = aVenir.pop()) fins.push(await lancer(commande, quand));
    };
    await Promise.all(Array.from({ length: DE_FRONT }, tuer));

    expect(fins).toHaveLength(FOIS);
    expect(fins.filter(({ fichier }) => !fichier.equals(ancien) && !fichier.equals(un.fichier))).toEqual([]);
    // rien d'autre qu'un fichier provisoire, et seulement quand la mort l'a surpris
    const etrangers = fins.flatMap(({ tuee, restes }) =>
      tuee ? restes.filter((nom) => !/^\.clas-[0-9a-f]{12}\.tmp$/.test(nom)) : restes,
    );
    expect(etrangers).toEqual([]);
    // la mort est bien tombée avant, pendant et après l'écriture
    const pendant = fins.filter(({ restes }) => restes.length === 1);
    expect(pendant.length).toBeGreaterThan(FOIS / 6);
    expect(pendant.every(({ fichier }) => fichier.equals(ancien))).toBe(true);
    expect(fins.filter(({ tuee, restes }) => tuee && restes.length === 0).length).toBeGreaterThan(0);
  },
);

test('la commande suivante réussit et balaie le reste d’une mort ancienne, pas celui d’une écriture en cours', async () => {
  const ici = join(dossier, 'suite');
  mkdirSync(ici);
  const sortie = join(ici, 'sortie.xlsx');
  const [vieux, recent, autre] = ['.clas-0123456789ab.tmp', '.clas-ba9876543210.tmp', '.clas-notes.tmp'];
  for (const nom of [vieux, recent, autre]) writeFileSync(join(ici, nom), 'moitié');
  for (const nom of [vieux, autre]) utimesSync(join(ici, nom), 0, 0);
  expect((await clas(['remontee', cycle, ...AU, '--sortie', sortie])).code).toBe(0);
  expect(readFileSync(sortie).equals(readFileSync(remontee))).toBe(true);
  expect(readdirSync(ici)).toEqual([recent, autre, 'sortie.xlsx'].sort());
});
