/** Du texte pour un terminal : typographie française, retours à la ligne, caractères sans danger. */
import { typographier } from '../dossier/affichage/typographie';
import type { Ecran } from './ecran';

/** Commandes de terminal et inversions de sens : un classeur reçu ne doit pas piloter l'écran de l'agent. */
// eslint-disable-next-line no-control-regex -- ce sont justement les caractères de contrôle que l'on retire
const DANGEREUX = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

export const inoffensif = (texte: string): string => texte.replace(DANGEREUX, '\ufffd');

/** Liste en toutes lettres : « a, b et c ». */
export const enumerer = (mots: readonly string[]): string =>
  mots.length < 2 ? mots.join('') : `${mots.slice(0, -1).join(', ')} et ${mots.at(-1) ?? ''}`;

/** Lignes d'au plus `largeur` caractères, coupées aux espaces ordinaires ; un mot trop long reste entier. */
export function couper(texte: string, largeur: number): string[] {
  const lignes: string[] = [];
  for (const paragraphe of texte.split('\n')) {
    let ligne = '';
    for (const mot of paragraphe.split(' ')) {
      if (ligne !== '' && [...ligne].length + 1 + [...mot].length > largeur) {
        lignes.push(ligne);
        ligne = mot;
      } else ligne = ligne === '' ? mot : `${ligne} ${mot}`;
    }
    lignes.push(ligne);
  }
  return lignes;
}

/** Le paragraphe, chaque ligne précédée de `marge` (la première de `debut`). */
export function paragraphe(texte: string, largeur: number, marge = '', debut = marge): string {
  const lignes = couper(texte, Math.max(20, largeur - [...marge].length));
  return lignes.map((ligne, i) => (i === 0 ? debut : marge) + ligne).join('\n');
}

/** Une phrase pour cet écran : sa typographie, ses retours à la ligne, rien qui le pilote. */
export const dire = (texte: string, { largeur }: Pick<Ecran, 'largeur'>, marge = '', debut = marge): string =>
  paragraphe(typographier(inoffensif(texte)), largeur, marge, debut);

export const aDroite = (texte: string, largeur: number): string =>
  ' '.repeat(Math.max(0, largeur - [...texte].length)) + texte;

export const aGauche = (texte: string, largeur: number): string =>
  texte + ' '.repeat(Math.max(0, largeur - [...texte].length));

/** Coupe à la largeur, points de suspension compris. */
export const abreger = (texte: string, largeur: number): string => {
  const signes = [...texte];
  return signes.length <= largeur ? texte : `${signes.slice(0, largeur - 1).join('')}…`;
};
