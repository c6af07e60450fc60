/** Lancer un programme à part, et en garder tout : code, sorties, durée, mémoire. */
import { spawn } from 'node:child_process';

export interface Passage {
  readonly code: number | null;
  readonly sortie: string;
  readonly erreur: string;
  /** Durée, ou temps de calcul s'il est moindre : une machine occupée ailleurs n'accuse pas Clas. */
  readonly ms: number;
  /** Pic de mémoire, en Mo. */
  readonly mo: number;
}

export interface PassageMesure extends Passage {
  /** Temps de calcul, tous fils réunis, en ms. */
  readonly calculMs: number;
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

/** `args` : le programme, puis ses arguments. */
export function lancerNode(
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<PassageMesure> {
  return new Promise((rendre, echouer) => {
    const debut = performance.now();
    const enfant = spawn(process.execPath, ['--import', MESURE, ...args], {
      ...options,
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
        calculMs: calcul / 1000,
        mo: memoire / 1024,
      });
    });
  });
}
