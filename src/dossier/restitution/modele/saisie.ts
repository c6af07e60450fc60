/** Une feuille de saisie : intitulés, notes d'aide, formats et contrôles de saisie tirés des définitions de colonnes. */
import type { Colonne, Colonnes, TypeColonne } from '../../colonnes/colonne';
import type { CellulePlan, FeuillePlan, Format, ValidationPlan } from '../../formes/plan';
import { anneeScolaire } from '../../../reglement/annee';
import { adresseDe, lettres } from '../../formes/adresses';

import { colonneDe, entetes } from '../cellules';
import { listeDuChoix, sourceListe, type CleListe } from './listes';

/** Une ligne remplie d'avance : des valeurs de cellule (une date est son numéro de série). */
export type Donnee = Readonly<Partial<Record<string, CellulePlan['valeur']>>>;

export interface Saisie {
  readonly nom: string;
  readonly tableau: string;
  readonly colonnes: Colonnes;
  readonly lignes: number;
  /** Lignes déjà remplies, par clé de colonne, en haut du tableau. */
  readonly donnees?: readonly Donnee[];
  /** Année N, pour borner les dates. */
  readonly annee: number;
  /** Listes proposées à des colonnes de texte, par clé de colonne, et ce qui s'y attend. */
  readonly listes?: Readonly<Record<string, { readonly liste: CleListe; readonly attendu: string }>>;
  /** Formule d'une colonne calculée, pour une ligne ; `de` donne la lettre d'une colonne. */
  readonly formules?: Readonly<Record<string, (ligne: number, de: (cle: string) => string) => string>>;
}

/** Le format d'affichage de chaque type de colonne. */
export const FORMATS: Readonly<Record<TypeColonne, Format>> = {
  texte: 'texte',
  siret: 'texte',
  montant: 'montant',
  entier: 'entier',
  nombre: 'general',
  duree: 'general',
  date: 'date',
  ouiNon: 'general',
  choix: 'general',
};

const LARGEUR_MIN = 12;
const LARGEUR_TEXTE = 26;
/** Ce que la colonne recevra, entier : un Siret, « 124 000,00 € », « favorable sous réserve ». */
const LARGEURS: Readonly<Partial<Record<TypeColonne, number>>> = { siret: 17, montant: 16 };
const largeur = ({ type, entete, choix = {} }: Colonne): number =>
  type === 'texte'
    ? LARGEUR_TEXTE
    : Math.max(
        LARGEURS[type] ?? LARGEUR_MIN,
        Math.min(entete.length + 2, 20),
        ...Object.keys(choix).map((mot) => mot.length + 2),
      );

type Regle = Pick<ValidationPlan, 'regle' | 'rigueur'> & { readonly attendu: string };

/** Années avant et après N où tombe toute date d'un classeur : conventions de quatre ans, paiements tardifs. */
const MARGE_ANNEES = 5;

/**
 * Un nombre faux s'arrête à la saisie ; une liste ou une date laisse passer ce que la lecture sait comprendre
 * ou signaler (« mairie », une date hors de l'année).
 */
function regle({ type, choix }: Colonne, annee: number): Regle | undefined {
  switch (type) {
    case 'montant':
      return {
        regle: { type: 'decimal', min: 0 },
        rigueur: 'arret',
        attendu: 'Un montant en euros, positif ou nul.',
      };
    case 'entier':
      return {
        regle: { type: 'entier', min: 0 },
        rigueur: 'arret',
        attendu: 'Un nombre entier, positif ou nul.',
      };
    case 'nombre':
    case 'duree':
      return {
        regle: { type: 'decimal', min: 0 },
        rigueur: 'avertissement',
        attendu: 'Un nombre, positif ou nul.',
      };
    case 'date':
      return {
        regle: { type: 'date', min: `${annee - MARGE_ANNEES}-01-01`, max: `${annee + MARGE_ANNEES}-12-31` },
        rigueur: 'avertissement',
        attendu: `Une date jj/mm/aaaa, proche de ${anneeScolaire(annee)}.`,
      };
    case 'ouiNon':
      return {
        regle: { type: 'liste', source: sourceListe('ouiNon') },
        rigueur: 'avertissement',
        attendu: 'oui ou non.',
      };
    case 'choix': {
      const liste = choix && listeDuChoix(choix);
      if (!choix || !liste) return undefined;
      return {
        regle: { type: 'liste', source: sourceListe(liste) },
        rigueur: 'avertissement',
        attendu: `${Object.keys(choix).join(', ')}.`,
      };
    }
    case 'texte':
    case 'siret':
      return undefined;
  }
}

/** Une liste proposée laisse passer ce que la lecture sait comprendre. */
const regleDeListe = (dite: NonNullable<Saisie['listes']>[string] | undefined): Regle | undefined =>
  dite && {
    regle: { type: 'liste', source: sourceListe(dite.liste) },
    rigueur: 'avertissement',
    attendu: dite.attendu,
  };

/** La feuille, avec ses lignes vides : l'en-tête en ligne 1, le tableau dessous. */
export function planSaisie({
  nom,
  tableau,
  colonnes,
  lignes: prevues,
  annee,
  formules = {},
  listes = {},
  donnees = [],
}: Saisie): FeuillePlan {
  const lignes = Math.max(prevues, donnees.length);
  const definitions = Object.entries(colonnes);
  const cles = definitions.map(([cle]) => cle);
  const de = (cle: string): string => lettres(cles.indexOf(cle) + 1);
  const derniere = lignes + 1;
  const ligneVide = (ligne: number): CellulePlan[] =>
    definitions.map(([cle, { type }]) => {
      const formule = formules[cle];
      return formule
        ? { valeur: '', format: FORMATS[type], formule: formule(ligne, de) }
        : { valeur: donnees[ligne - 2]?.[cle] ?? null, format: FORMATS[type] };
    });
  return {
    nom,
    colonnes: definitions.map(([, c]) => ({
      largeur: largeur(c),
      format: FORMATS[c.type],
      ...(c.repliee && { repliee: true }),
    })),
    lignes: [
      entetes(definitions.map(([, c]) => c.entete)),
      ...Array.from({ length: lignes }, (_, i) => ligneVide(i + 2)),
    ],
    lignesFigees: 1,
    colonnesFigees: 1,
    tableaux: [{ nom: tableau, plage: `A1:${adresseDe(derniere, cles.length)}` }],
    validations: definitions.flatMap(([cle, c], i) => {
      const r = cle in formules ? undefined : (regleDeListe(listes[cle]) ?? regle(c, annee));
      if (!r) return [];
      const { regle: laRegle, rigueur, attendu } = r;
      const plage = colonneDe(i + 1, 2, derniere);
      return [{ plage, regle: laRegle, titre: c.entete, message: attendu, rigueur }];
    }),
    notes: definitions.map(([, { aide }], i) => ({ adresse: adresseDe(1, i + 1), texte: aide })),
    impression: { paysage: true, repeterLigne: 1 },
  };
}
