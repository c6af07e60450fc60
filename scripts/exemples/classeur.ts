/** Poser des lignes écrites à la main dans les feuilles d'un classeur d'agent, tel que Clas le prépare. */
import { COLONNES_BONUS_VERSES } from '../../src/dossier/colonnes/bonusVerses';
import { COLONNES_COLLECTIFS } from '../../src/dossier/colonnes/collectifs';
import type { Colonne, Colonnes } from '../../src/dossier/colonnes/colonne';
import { COLONNES_ECRITURES_PASSEES } from '../../src/dossier/colonnes/ecrituresPassees';
import { COLONNES_PROJETS } from '../../src/dossier/colonnes/projets';
import { COLONNES_VERSEMENTS } from '../../src/dossier/colonnes/versements';
import { lettres } from '../../src/dossier/formes/adresses';
import { estDateIso, serieDeDate } from '../../src/valeurs/date';
import type { CellulePlan, ClasseurPlan, FeuillePlan, Format } from '../../src/dossier/formes/plan';
import { FORMATS } from '../../src/dossier/restitution/modele/saisie';

type Brute = string | number | null;
type Ligne<D extends Colonnes> = { readonly [K in keyof D]?: Brute };
export type LigneProjet = Ligne<typeof COLONNES_PROJETS>;
export type LigneCollectif = Ligne<typeof COLONNES_COLLECTIFS>;
export type LigneVersement = Ligne<typeof COLONNES_VERSEMENTS>;
type LigneBonusVerse = Ligne<typeof COLONNES_BONUS_VERSES>;

export interface Contenu {
  readonly titre: string;
  readonly description: string;
  readonly parametres: readonly (readonly [string, Brute])[];
  /** Année N, taux, prix plafond, montant maximal, bonus enfants, bonus parents, source. */
  readonly bareme: readonly Brute[];
  /** Colonnes que Clas ne fait que comparer (« Ps prévisionnelle »…), à ajouter. */
  readonly comparees?: readonly (keyof typeof COLONNES_PROJETS)[];
  /** Intitulé ajouté en dernière colonne de Projets. */
  readonly enTrop?: string;
  readonly projets: readonly LigneProjet[];
  readonly collectifs: readonly LigneCollectif[];
  readonly versements: readonly LigneVersement[];
  readonly bonusVerses?: readonly LigneBonusVerse[];
  readonly ecrituresPassees?: readonly Ligne<typeof COLONNES_ECRITURES_PASSEES>[];
}

const LARGES = ['gestionnaire', 'action', 'observations', 'lieu', 'collectif'];

const entete = (valeur: string): CellulePlan => ({ valeur, style: 'entete' });

function feuille<D extends Colonnes>(
  nom: string,
  definitions: D,
  cles: readonly (keyof D & string)[],
  lignes: readonly Ligne<D>[],
  enTrop?: string,
): FeuillePlan {
  const cellule = (brute: Brute, type: Colonne['type']): CellulePlan =>
    type === 'date' && typeof brute === 'string' && estDateIso(brute)
      ? { valeur: serieDeDate(brute), format: 'date' }
      : { valeur: brute };
  const intitules = [...cles.map((cle) => definitions[cle]?.entete ?? ''), ...(enTrop ? [enTrop] : [])];
  const fin = `${lettres(intitules.length)}${lignes.length + 1}`;
  return {
    nom,
    colonnes: cles.map((cle) => ({
      largeur: LARGES.includes(cle) ? 34 : 16,
      format: FORMATS[definitions[cle]?.type ?? 'texte'],
    })),
    lignes: [
      intitules.map(entete),
      ...lignes.map((l) => cles.map((cle) => cellule(l[cle] ?? null, definitions[cle]?.type ?? 'texte'))),
    ],
    lignesFigees: 1,
    colonnesFigees: 1,
    // un tableau Excel n'admet pas deux intitulés égaux
    ...(enTrop === undefined &&
      lignes.length > 0 && {
        tableaux: [{ nom: nom.normalize('NFD').replace(/[^A-Za-z]/g, ''), plage: `A1:${fin}` }],
      }),
    impression: { paysage: true, repeterLigne: 1 },
  };
}

function feuilleParametres({ parametres, bareme }: Contenu): FeuillePlan {
  const titres = [
    'Année N',
    'Taux',
    'Prix plafond',
    'Montant maximal',
    'Bonus enfants',
    'Bonus parents',
    'Source',
  ];
  const formats: readonly Format[] = ['entier', 'taux', 'montant', 'montant', 'montant', 'montant', 'texte'];
  const vide: CellulePlan = { valeur: null };
  const droite = [
    titres.map(entete),
    bareme.map((valeur, i): CellulePlan => ({ valeur, format: formats[i] ?? 'general' })),
  ];
  return {
    nom: 'Paramètres',
    colonnes: [22, 34, 4, 12, 10, 16, 16, 16, 16, 40].map((largeur) => ({ largeur })),
    lignes: parametres.map(([libelle, valeur], i) => [
      { valeur: libelle, style: 'entete' },
      { valeur, format: 'texte', style: 'saisie' },
      vide,
      ...(droite[i] ?? []),
    ]),
  };
}

const cles = <D extends Colonnes>(definitions: D): (keyof D & string)[] =>
  (Object.keys(definitions) as (keyof D & string)[]).filter((cle) => !definitions[cle]?.calculee);

export function planExemple(contenu: Contenu): ClasseurPlan {
  const { titre, description, comparees = [], enTrop, bonusVerses, ecrituresPassees } = contenu;
  return {
    feuilles: [
      feuilleParametres(contenu),
      feuille(
        'Projets',
        COLONNES_PROJETS,
        [...cles(COLONNES_PROJETS), ...comparees],
        contenu.projets,
        enTrop,
      ),
      feuille('Collectifs', COLONNES_COLLECTIFS, cles(COLONNES_COLLECTIFS), contenu.collectifs),
      feuille('Versements', COLONNES_VERSEMENTS, cles(COLONNES_VERSEMENTS), contenu.versements),
      ...(bonusVerses
        ? [feuille('Bonus versés', COLONNES_BONUS_VERSES, cles(COLONNES_BONUS_VERSES), bonusVerses)]
        : []),
      ...(ecrituresPassees
        ? [
            feuille(
              'Écritures passées',
              COLONNES_ECRITURES_PASSEES,
              cles(COLONNES_ECRITURES_PASSEES),
              ecrituresPassees,
            ),
          ]
        : []),
    ],
    proprietes: { titre, sujet: 'Exemple, noms inventés', auteur: 'Clas', description },
  };
}

export const BAREME_2021: Contenu['bareme'] = [
  2021,
  0.325,
  7885,
  2563,
  300,
  300,
  'Circulaire Cnaf 2021-006, § 3.2 et 3.3',
];

export const parametres = (caf: string, nomCaf: string): Contenu['parametres'] => [
  ['Caf', caf],
  ['Nom de la Caf', nomCaf],
  ['Code organisme', null],
  ['Année scolaire', '2021-2022'],
  ['Arrondi Ps', 'barème publié'],
  ['Contact', 'clas@exemple.fr'],
];
