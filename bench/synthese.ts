/** Le tableau en tête de page : ce que chaque mesure affirme, ce qu'on visait, et si c'est tenu. */
import { ecrireSection, lireSection, tableau } from '../outils/rapport';

export interface Affirmation {
  readonly mesure: string;
  readonly clas: string;
  /** Ce à quoi on se compare, mesuré au même moment. */
  readonly aCote?: string;
  readonly objectif?: string;
  readonly tenu?: boolean;
}

export interface Mesure {
  readonly texte: string;
  readonly synthese: readonly Affirmation[];
}

const ENTETES = ['Section', 'Mesure', 'Clas', 'À côté', 'Objectif', 'Tenu'];

/** L'ancre que donne GitHub à un titre. */
const ancre = (titre: string): string =>
  titre
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');
const lien = (titre: string): string => `[${titre}](#${ancre(titre)})`;

const ligne = (titre: string, a: Affirmation): string[] => [
  lien(titre),
  a.mesure,
  a.clas,
  a.aCote ?? '—',
  a.objectif ?? '—',
  a.tenu === undefined ? '—' : a.tenu ? 'oui' : '**non**',
];

/** Remplace les lignes d'une mesure, dans l'ordre des `titres` ; celles des mesures non refaites restent. */
export function ecrireSynthese(
  titres: readonly string[],
  titre: string,
  nouvelles: readonly Affirmation[],
): void {
  const anciennes = lireSection('synthese')
    .split('\n')
    .filter((texte) => texte.startsWith('| ['))
    .map((texte) => texte.slice(2, -2).split(' | '));
  const lignes = titres.flatMap((t) =>
    t === titre ? nouvelles.map((a) => ligne(t, a)) : anciennes.filter(([section]) => section === lien(t)),
  );
  ecrireSection('synthese', 'En bref', 'npm run bench', tableau(ENTETES, lignes));
}
