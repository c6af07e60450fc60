/** Les cinq étapes de la visite. Chacune attend l'état réel du classeur ou du volet, jamais un bouton « Suivant ». */
import { adresse } from '../hote/grille/adresses';
import type { Hote } from '../hote/hote';

/** La faute glissée dans l'exemple : un montant accompagné d'un mot, comme on en tape. */
export const FAUTE = { feuille: 'Projets', cellule: 'S3', adresse: 'Projets!S3' } as const;
export const fauter = (montant: string): string => `environ ${montant}`;
export const EXEMPLE = 'clas-2021-2022.xlsx';
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
  readonly texte: (montant: string) => string;
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
const allerEnS3 = (volet: Document | null): HTMLElement | undefined =>
  bouton(volet, new RegExp(`^Aller à la cellule .*\\b${FAUTE.cellule}$`));

export const ETAPES: readonly Etape[] = [
  {
    titre: 'Vérifier',
    texte: () =>
      'Dans le ruban, cliquer sur « Vérifier le classeur » : le volet relit tout et liste ce qui ne va pas, sans rien modifier.',
    cible: ({ page }) => duRuban(page, 'verifier'),
    fait: ({ volet, actions }) => actions.has('verifier') && allerEnS3(volet) !== undefined,
  },
  {
    titre: 'Aller à la cellule',
    texte: () =>
      `Un coût n’est pas un nombre. Dans le volet, cliquer sur « Aller à la cellule » : la grille montre ${FAUTE.cellule}.`,
    cible: ({ volet }) => allerEnS3(volet),
    fait: ({ hote: { classeur } }) =>
      classeur.active.nom === FAUTE.feuille && adresse(classeur.selection) === FAUTE.cellule,
  },
  {
    titre: 'Corriger',
    texte: (montant) =>
      `Cliquer la cellule ${FAUTE.cellule}, taper ${montant}, puis Entrée. Le contrôle à la frappe relit aussitôt.`,
    cible: () => null,
    fait: ({ hote }) => typeof hote.lire(FAUTE.adresse)[0]?.[0]?.valeur === 'number',
  },
  {
    titre: 'Remplir la remontée',
    texte: () =>
      'Dans l’onglet « Clôturer » du volet, cliquer sur « Remplir la remontée » : une feuille « Remontée Cnaf » s’ajoute au classeur.',
    cible: ({ volet }) => bouton(volet, /^Remplir la remontée/) ?? bouton(volet, /^Clôturer/),
    fait: ({ hote }) => hote.classeur.trouverFeuille(REMONTEE) !== null,
  },
  {
    titre: 'Générer le fichier',
    texte: () =>
      'Cliquer sur « Générer le fichier » : le classeur à remettre à la Cnaf est prêt à télécharger, en valeurs, avec son empreinte.',
    cible: ({ volet, page }) => bouton(volet, /^Générer le fichier/) ?? duRuban(page, 'genererFichier'),
    fait: ({ volet }) => Boolean(volet?.querySelector('a[download][href^="blob:"]')),
  },
];
