/** Lancer la vraie commande, comme un agent, et en garder tout : code, sorties, durée, mémoire. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { lancer } from '../../src/cli/lancer';

export const RACINE = resolve(__dirname, '../..');
export const exemple = (nom: string): string => join(RACINE, 'assets/exemples', nom);

export interface Passage {
  readonly code: number | null;
  readonly sortie: string;
  readonly erreur: string;
  /** Durée, ou temps de calcul s'il est moindre : une machine occupée ailleurs n'accuse pas Clas. */
  readonly ms: number;
  /** Pic de mémoire, en Mo. */
  readonly mo: number;
}

/**
 * Sous Linux, le pic que rend `resourceUsage` compte celui du processus qui a lancé la commande : /proc ne dit que le sien.
 */
const MESURE = `data:text/javascript,${encodeURIComponent(`
  import { readFileSync, writeSync } from 'node:fs';
  process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    let pic = maxRSS;
    try { pic = /VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]; } catch {}
    writeSync(3, pic + ' ' + (userCPUTime + systemCPUTime));
  });
`)}`;

export interface Conditions {
  readonly env?: Readonly<Record<string, string>>;
  readonly dossier?: string;
}

export function clas(
  args: readonly string[],
  { env = {}, dossier = RACINE }: Conditions = {},
): Promise<Passage> {
  return new Promise((rendre, echouer) => {
    const debut = performance.now();
    const enfant = spawn(process.execPath, ['--import', MESURE, join(RACINE, 'bin/clas.mjs'), ...args], {
      cwd: dossier,
      env: { ...process.env, NO_COLOR: '', FORCE_COLOR: '', COLUMNS: '80', ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    });
    const textes = ['', '', '', ''];
    for (const canal of [1, 2, 3] as const)
      enfant.stdio[canal]?.on('data', (morceau: Buffer) => (textes[canal] += morceau.toString()));
    enfant.on('error', echouer);
    enfant.on('close', (code) => {
      const [memoire = NaN, calcul = NaN] = (textes[3] ?? '').split(' ').map(Number);
      rendre({
        code,
        sortie: textes[1] ?? '',
        erreur: textes[2] ?? '',
        ms: Math.min(performance.now() - debut, calcul / 1000),
        mo: memoire / 1024,
      });
    });
  });
}

/** Sans nouveau processus : plus rapide, quand rien n'en dépend. */
export async function clasSurPlace(args: readonly string[]): Promise<Passage> {
  const textes = { stdout: '', stderr: '' };
  const flux = (nom: keyof typeof textes) =>
    ({ write: (texte: string) => ((textes[nom] += texte), true) }) as unknown as NodeJS.WriteStream & {
      fd: 1 & 2;
    };
  const code = await lancer(args, { stdout: flux('stdout'), stderr: flux('stderr'), env: {} });
  return { code, sortie: textes.stdout, erreur: textes.stderr, ms: 0, mo: 0 };
}

/** L'objet JSON de la sortie standard, qui ne doit contenir que lui. */
export const jsonDe = <T = Record<string, unknown>>({ sortie }: Passage): T => JSON.parse(sortie) as T;

/** Un dossier à soi, ôté à la fin du fichier de tests. */
export function dossierProvisoire(): string {
  const dossier = mkdtempSync(join(tmpdir(), 'clas-'));
  afterAll(() => rmSync(dossier, { recursive: true, force: true }));
  return dossier;
}

/** Une phrase, une seule, sans trace de pile. */
export function attendrePhrase({ code, sortie, erreur }: Passage, motif: RegExp): void {
  expect({ code, sortie }).toEqual({ code: 2, sortie: '' });
  expect(erreur.replace(/[\u00a0\u202f]/g, ' ')).toMatch(motif);
  expect(erreur.trimEnd().split('\n')).toHaveLength(1);
  expect(erreur).not.toMatch(/\bat |Error|undefined|node:/);
}
