/** Tuée (SIGKILL) à n'importe quel moment, une commande laisse l'ancien fichier ou le nouveau, entiers. */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { tirage } from '../../outils/tirage';
import { clas, dossierProvisoire, exemple, RACINE } from './clas';

/** Par commande, cent en tout : à chaque geste du disque d'abord, le reste au hasard. Les quatre ont le même écrivain. */
const FOIS = 25;
/** Tuées de front : plus que de processeurs, elles passent aussi par des moments où la machine les fait attendre. */
const DE_FRONT = 4;

const DISQUE = pathToFileURL(join(__dirname, 'disque.mjs')).href;

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

/** Quand tuer : juste avant tel geste sur le disque, ou tant de ms après le lancement ou après le premier geste. */
type Mort =
  { readonly avantLeGeste: number } | { readonly depuis: 'lancement' | 'ecriture'; readonly ms: number };

interface Fin {
  readonly tuee: boolean;
  readonly fichier: Buffer;
  readonly restes: readonly string[];
  /** Ce que le disque a dit avoir fait, dans l'ordre. */
  readonly gestes: readonly string[];
  readonly duree: number;
  /** Du premier geste à la fin. */
  readonly ecriture: number;
}

let rang = 0;
/** Lance la commande sur un ancien fichier, la tue au moment dit, et relève ce qui reste. */
function lancer(commande: string, mort?: Mort): Promise<Fin> {
  const ici = join(dossier, `t${++rang}`);
  const sortie = join(ici, 'sortie.xlsx');
  mkdirSync(ici);
  writeFileSync(sortie, ancien);
  const clasMjs = join(RACINE, 'build/clas.mjs');
  const arguments_ = [commande, ...(COMMANDES[commande] ?? []), '--sortie', sortie];
  return new Promise((rendre, echouer) => {
    const debut = performance.now();
    let ecrit: number | undefined;
    let dit = '';
    const enfant = spawn(process.execPath, ['--import', DISQUE, clasMjs, ...arguments_], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
      env: {
        ...process.env,
        MORT_AU_GESTE: mort && 'avantLeGeste' in mort ? String(mort.avantLeGeste) : undefined,
      },
    });
    const tuerDepuis = (depart: 'lancement' | 'ecriture'): void => {
      if (mort && 'depuis' in mort && mort.depuis === depart)
        setTimeout(() => enfant.kill('SIGKILL'), mort.ms);
    };
    tuerDepuis('lancement');
    enfant.stdio[3]?.on('data', (morceau: Buffer) => {
      dit += morceau.toString();
      if (ecrit === undefined) tuerDepuis('ecriture');
      ecrit ??= performance.now();
    });
    enfant.on('error', echouer);
    enfant.on('close', (_, signal) =>
      rendre({
        tuee: signal === 'SIGKILL',
        fichier: readFileSync(sortie),
        restes: readdirSync(ici).filter((nom) => nom !== 'sortie.xlsx'),
        gestes: dit.split('\n').slice(0, -1),
        duree: performance.now() - debut,
        ecriture: performance.now() - (ecrit ?? debut),
      }),
    );
  });
}

async function tuer(commande: string, morts: readonly Mort[]): Promise<Fin[]> {
  const aVenir = [...morts.entries()];
  const fins: Fin[] = [];
  const suivante = async (): Promise<void> => {
    for (let prise = aVenir.shift(); prise; prise = aVenir.shift())
      fins[prise[0]] = await lancer(commande, prise[1]);
  };
  await Promise.all(Array.from({ length: DE_FRONT }, suivante));
  return fins;
}

/** Deux tiers des morts pendant l'écriture, les autres n'importe quand. */
function auHasard(fois: number, temoin: Fin): Mort[] {
  const hasard = tirage(1_789);
  return Array.from({ length: fois }, (_, i) =>
    i % 3 > 0
      ? { depuis: 'ecriture', ms: hasard(Math.round(temoin.ecriture)) }
      : { depuis: 'lancement', ms: hasard(Math.round(temoin.duree)) },
  );
}

test.each(Object.keys(COMMANDES))(
  '%s : l’ancien fichier ou le nouveau, jamais un mélange',
  async (commande) => {
    const [un, temoin] = [await lancer(commande), await lancer(commande)];
    // la même demande donne les mêmes octets : sinon « le nouveau » ne voudrait rien dire
    expect(un.fichier.equals(temoin.fichier)).toBe(true);
    expect([un.tuee, un.fichier.equals(ancien), un.restes]).toEqual([false, false, []]);
    const nouveau = un.fichier;
    const etatDe = ({ fichier }: Fin): string =>
      fichier.equals(ancien) ? 'ancien' : fichier.equals(nouveau) ? 'nouveau' : 'mélange';

    // à chaque geste de l'écriture : avant le premier, entre deux, après le dernier
    const total = un.gestes.length;
    expect([un.gestes[0], un.gestes.at(-1)]).toEqual(['openSync', 'renameSync']);
    expect(un.gestes.filter((nom) => nom === 'writeSync').length).toBeGreaterThan(7);
    const morts = Array.from({ length: total + 1 }, (_, avantLeGeste) => ({ avantLeGeste }));
    const parGeste = await tuer(commande, morts);
    expect(parGeste.map((fin) => [fin.tuee, fin.gestes.length, etatDe(fin), fin.restes.length])).toEqual(
      morts.map(({ avantLeGeste: n }) => [
        true,
        n,
        n < total ? 'ancien' : 'nouveau',
        n % total === 0 ? 0 : 1,
      ]),
    );

    // à n'importe quel instant : le disque a pu faire un geste de plus qu'il n'a eu le temps d'en dire
    const fins = await tuer(commande, auHasard(FOIS - morts.length, temoin));
    for (const fin of fins) {
      const permis =
        fin.gestes.length === total
          ? ['nouveau']
          : fin.gestes.length < total - 1
            ? ['ancien']
            : ['ancien', 'nouveau'];
      expect(permis).toContain(etatDe(fin));
      // rien d'autre qu'un fichier provisoire, et seulement quand la mort l'a surpris
      expect(fin.restes.length).toBeLessThanOrEqual(fin.tuee && etatDe(fin) === 'ancien' ? 1 : 0);
    }
    const restes = [...parGeste, ...fins].flatMap((fin) => fin.restes);
    expect(restes.filter((nom) => !/^\.clas-[0-9a-f]{12}\.tmp$/.test(nom))).toEqual([]);
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
