/** S'arrêter proprement : Ctrl-C, ou un signal du système, ne laisse rien à moitié écrit et se dit en une phrase. */
import { setImmediate as tour } from 'node:timers/promises';
import { typographier } from '../dossier/affichage/typographie';
import { inoffensif } from './texte';

/** Les codes de sortie d'usage : 128 et le numéro du signal. */
const CODES = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;
const SIGNAUX = Object.keys(CODES) as (keyof typeof CODES)[];

/** Ce qui est commencé, et comment l'ôter ; ce qui est écrit, entier. */
const chantiers = new Set<() => void>();
const ecrits: string[] = [];

/** Rend la main : un signal reçu pendant un long calcul s'entend ici. */
export const ceder = (): Promise<void> => tour();

/** Ce travail laissera des restes si on l'arrête. @returns à appeler quand il n'en laisse plus */
export function commencer(defaire: () => void): () => void {
  chantiers.add(defaire);
  return () => void chantiers.delete(defaire);
}

export const noterEcrit = (sortie: string): void => void ecrits.push(sortie);

/** Écoute les signaux jusqu'à la fin du travail ; une écriture, d'une traite, passe avant eux. */
export async function enEcoutant<T>(travail: () => Promise<T>): Promise<T> {
  const arreter = (signal: keyof typeof CODES): void => {
    for (const defaire of chantiers) defaire();
    const quoi = ecrits.length > 0 ? `déjà écrit, en entier : ${ecrits.join(', ')}` : 'rien n’a été écrit';
    const effacer = process.stderr.isTTY ? '\r\u001b[K' : '';
    process.stderr.write(`${effacer}${inoffensif(typographier(`Arrêté avant la fin ; ${quoi}.`))}\n`, () =>
      process.exit(CODES[signal]),
    );
  };
  for (const signal of SIGNAUX) process.on(signal, arreter);
  try {
    return await travail();
  } finally {
    for (const signal of SIGNAUX) process.off(signal, arreter);
  }
}
