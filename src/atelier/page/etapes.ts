/** Les cinq étapes de la visite. Chacune attend l'état réel du classeur ou du volet, jamais un bouton « Suivant ». */
import { estErreur } from '../hote/grille/types';
import type { Hote } from '../hote/hote';

/** La faute glissée dans l'exemple : un coût tapé en toutes lettres. */
export const FAUTE = { feuille: 'Projets', adresse: 'Projets!S3', valeur: 'douze mille euros' } as const;
export const EXEMPLE = 'clas-2021-2022.xlsx';
const CORRECTION = '12 000';
const REMONTEE = 'Remontée Cnaf';

/** Ce qu'une étape regarde. */
export interface Vue {
  readonly hote: Hote;
  readonly page: Document;
  readonly volet: Document | null;
  /** Boutons du ruban actionnés depuis le début de l'étape. */
  readonly actions: ReadonlySet<string>;
}

export interface Etape {
  readonly titre: string;
  readonly texte: string;
  /** Ce qu'il faut actionner, du plus précis au plus général. */
  readonly cible: (vue: Vue) => Element | null | undefined;
  readonly fait: (vue: Vue) => boolean;
}

const bouton = (racine: Document | null, nom: RegExp): HTMLElement | undefined =>
  [...(racine?.querySelectorAll<HTMLElement>('button, a.bouton') ?? [])].find((b) =>
    nom.test(b.getAttribute('aria-label') ?? b.textContent ?? ''),
  );
const duRuban = (page: Document, action: string): HTMLElement | null =>
  page.querySelector(`#ruban [data-action="${action}"]`);
const ongletRemontee = (volet: Document | null): HTMLElement | undefined => bouton(volet, /^Remontée/);

function coutCorrige(hote: Hote): boolean {
  const valeur = hote.lire(FAUTE.adresse)[0]?.[0]?.valeur;
  return valeur !== null && valeur !== undefined && !estErreur(valeur) && typeof valeur === 'number';
}

function cibleCorrection(): Element | null {
  return null;
}

export const ETAPES: readonly Etape[] = [
  {
    titre: 'Vérifier',
    texte:
      'Dans le ruban, cliquer sur « Vérifier le classeur » : le volet relit tout et liste ce qui ne va pas, sans rien modifier.',
    cible: ({ page }) => duRuban(page, 'verifier'),
    fait: ({ volet, actions }) =>
      actions.has('verifier') &&
      bouton(volet, /^Aller à la cellule S3|^Aller à la cellule Projets!S3/) !== undefined,
  },
  {
    titre: 'Aller à la cellule',
    texte:
      'Un coût est écrit en toutes lettres. Dans le volet, cliquer sur « Aller à la cellule » : la grille montre la cellule S3.',
    cible: ({ volet }) => bouton(volet, /^Aller à la cellule .*S3/),
    fait: ({ hote }) =>
      hote.classeur.active.nom === FAUTE.feuille &&
      hote.classeur.selection.ligne === 2 &&
      hote.classeur.selection.colonne === 18,
  },
  {
    titre: 'Corriger',
    texte: `Taper ${CORRECTION} dans la cellule S3, puis Entrée. Le contrôle à la frappe relit aussitôt.`,
    cible: cibleCorrection,
    fait: ({ hote }) => coutCorrige(hote),
  },
  {
    titre: 'Remplir la remontée',
    texte:
      'Dans l’onglet « Remontée » du volet, cliquer sur « Remplir la remontée » : une feuille « Remontée Cnaf » s’ajoute au classeur.',
    cible: ({ volet }) => bouton(volet, /^Remplir la remontée/) ?? ongletRemontee(volet),
    fait: ({ hote }) => hote.classeur.trouverFeuille(REMONTEE) !== null,
  },
  {
    titre: 'Générer le fichier',
    texte:
      'Cliquer sur « Générer le fichier » : le classeur à remettre à la Cnaf est prêt à télécharger, en valeurs, avec son empreinte.',
    cible: ({ volet, page }) => bouton(volet, /^Générer le fichier/) ?? duRuban(page, 'genererFichier'),
    fait: ({ volet }) => volet?.querySelector('a[download][href^="blob:"]') !== null && volet !== null,
  },
];
