/**
 * Ce que les deux adaptateurs montrent de même, dit une fois : l'aspect des rôles, les bornes d'Excel, les pieds de page,
 * les largeurs, les listes de saisie. Couleurs discrètes, contraste d'au moins 4,5 entre texte et fond.
 */
import type { FeuillePlan, Style, TableauPlan, ValidationPlan } from '../dossier/formes/plan';
import { lettres, lirePlage, plageDe } from '../dossier/formes/adresses';

/** Couleurs en « RRVVBB ». */
export interface Aspect {
  readonly fond?: string;
  readonly texte?: string;
  readonly gras?: true;
  readonly italique?: true;
  readonly taille?: number;
  /** Le texte passe à la ligne, centré en hauteur. */
  readonly renvoi?: true;
  /** Trait au-dessus. */
  readonly trait?: string;
  /** Filet autour de la cellule. */
  readonly cadre?: string;
  readonly deverrouillee?: true;
}

/** Le vert de Clas : celui du volet et des intitulés de nos feuilles. */
const VERT_CLAS = '0B6B47';

export const ASPECTS: Readonly<Record<Style, Aspect>> = {
  normal: {},
  titre: { gras: true, taille: 14, texte: '063F2A' },
  entete: { fond: VERT_CLAS, texte: 'FFFFFF', gras: true, renvoi: true },
  total: { fond: 'F2F2F2', gras: true, trait: '404040' },
  aide: { italique: true, texte: '595959' },
  saisie: { fond: 'FFFBEB', cadre: 'BFBFBF', deverrouillee: true },
  bloquante: { fond: 'FDE7E9', texte: '8A1C1C' },
  alerte: { fond: 'FFF4CE', texte: '6B4A00' },
  information: { fond: 'E8F1FB', texte: '1F4E79' },
};

/** Style de tableau d'Excel, sobre : nos en-têtes ont leur propre couleur. */
export const STYLE_TABLEAU = 'TableStyleLight1';

/** Au-delà, Excel refuse le message de saisie, ou déclare le fichier corrompu. */
const TITRE_MAX = 32;
const MESSAGE_MAX = 225;

export const abreger = (texte: string): string =>
  texte.length <= MESSAGE_MAX ? texte : `${texte.slice(0, MESSAGE_MAX - 1)}…`;

/** Titre et message d'un contrôle de saisie, à la longueur qu'Excel admet. */
export const bulle = ({ titre, message }: Pick<ValidationPlan, 'titre' | 'message'>) => ({
  titre: titre.slice(0, TITRE_MAX),
  message: abreger(message),
});

/** Un tableau réduit à son en-tête n'existe pas pour Excel : il lui faut au moins une ligne, même vide. */
export function plageTableau({ plage }: Pick<TableauPlan, 'plage'>): string {
  const lue = lirePlage(plage);
  return plageDe({ ...lue, ligne2: Math.max(lue.ligne2, lue.ligne1 + 1) });
}

const PIED_MAX = 200;

/** Pied de page : ce que dit la feuille à gauche, la page à droite, dans la syntaxe d'Excel. */
export const piedDe = ({ pied }: NonNullable<FeuillePlan['impression']>) => ({
  gauche: pied === undefined ? null : pied.slice(0, PIED_MAX).replaceAll('&', '&&'),
  droite: 'Page &P sur &N',
});

/** Ce qui tient en largeur sur une page A4 sans se réduire à moins de trois cinquièmes : au-delà, rien ne se lirait. */
const CARACTERES_PAR_PAGE = { paysage: 250, portrait: 165 } as const;

/** Combien de pages en largeur, et ce que chacune répète : l'en-tête, et les colonnes figées quand une page n'y suffit pas. */
export function miseEnPageDe({ colonnes, colonnesFigees = 0, impression }: FeuillePlan) {
  const largeur = colonnes.reduce((n, c) => n + (c.repliee === true ? 0 : c.largeur), 0);
  const admise = CARACTERES_PAR_PAGE[impression?.paysage === true ? 'paysage' : 'portrait'];
  const pages = impression?.unePage === true ? 1 : Math.ceil(largeur / admise);
  const ligne = impression?.repeterLigne;
  return {
    pages,
    lignes: ligne === undefined ? null : `$${ligne}:$${ligne}`,
    colonnes: pages > 1 && colonnesFigees > 0 ? `$A:$${lettres(colonnesFigees)}` : null,
  };
}

/** Un caractère fait 7 pixels, la marge 5, un pixel trois quarts de point. */
export const enPoints = (caracteres: number): number => (Math.trunc(caracteres * 7) + 5) * 0.75;

/** Les groupes de colonnes repliées : première et dernière, à partir de 0. */
export function groupesDe(colonnes: FeuillePlan['colonnes']): readonly (readonly [number, number])[] {
  const groupes: [number, number][] = [];
  colonnes.forEach(({ repliee }, c) => {
    const dernier = groupes.at(-1);
    if (!repliee) return;
    if (dernier?.[1] === c - 1) dernier[1] = c;
    else groupes.push([c, c]);
  });
  return groupes;
}
