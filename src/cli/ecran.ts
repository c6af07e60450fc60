/** L'écran d'une personne : sa largeur, ses couleurs, et la progression d'un travail long. */
import type { WriteStream } from 'node:tty';

const CODES = { rouge: 31, jaune: 33, bleu: 34, vert: 32, gras: 1, pale: 2 } as const;
export type Couleur = keyof typeof CODES;

export interface Ecran {
  readonly largeur: number;
  readonly teinter: (couleur: Couleur, texte: string) => string;
}

export interface Reglage {
  readonly couleur: boolean;
  readonly sansCouleur: boolean;
}

type Environnement = Readonly<Record<string, string | undefined>>;

/** L'option l'emporte sur l'environnement, et l'environnement sur le terminal. */
function enCouleurs(flux: Partial<WriteStream>, env: Environnement, reglage: Reglage): boolean {
  if (reglage.sansCouleur) return false;
  if (reglage.couleur) return true;
  if (env['NO_COLOR']) return false;
  return flux.isTTY === true && env['TERM'] !== 'dumb';
}

export function creerEcran(flux: Partial<WriteStream>, env: Environnement, reglage: Reglage): Ecran {
  const couleurs = enCouleurs(flux, env, reglage);
  const annoncee = flux.columns ?? Number(env['COLUMNS']);
  return {
    largeur: Math.min(120, Math.max(60, annoncee > 0 ? annoncee : 80)),
    teinter: (couleur, texte) => (couleurs ? `\u001b[${CODES[couleur]}m${texte}\u001b[0m` : texte),
  };
}

/** Une seule ligne, réécrite puis effacée ; rien hors d'un terminal. */
export function creerProgression(flux: Pick<WriteStream, 'isTTY' | 'write'>): {
  avancer: (etape: string) => void;
  effacer: () => void;
} {
  let montree = false;
  const ecrire = (texte: string): void => void (flux.isTTY && flux.write(`\r\u001b[K${texte}`));
  return {
    avancer: (etape) => {
      montree = true;
      ecrire(etape);
    },
    effacer: () => {
      if (montree) ecrire('');
      montree = false;
    },
  };
}
