/**
 * Deux classeurs, ou deux remontées d'une même Caf, comparés dossier par dossier : ce qui est venu, parti, changé, et ce
 * que cela change à l'argent. Les dossiers se rapprochent par leur numéro, quel que soit leur ordre.
 */
import { grouperPar } from '../../../valeurs/grouper';
import { memeCaf } from '../../cafs';
import type { CleMontant } from '../../calcul/montants';
import type { Colonne } from '../../colonnes/colonne';
import { COLONNES_PROJETS } from '../../colonnes/projets';
import type { Examen } from '../../examiner';
import { ErreurClasseur } from '../../formes/erreurs';
import type { Remontee } from '../remontee/donnees';
import {
  BLOCS,
  CLES_LIGNE,
  COLONNES_REMONTEE,
  type Bloc,
  type LigneRemontee,
} from '../remontee/presentation';
import { ZERO, type Decimal } from '../../../valeurs/montant';
import { comparerTextes } from '../../../valeurs/ordre';
import { cleDossier, normaliser } from '../../../valeurs/texte';

/** Une valeur lue : montant exact, nombre, texte, oui/non ; `null` quand la cellule est vide ou illisible. */
export type ValeurComparee = string | number | boolean | Decimal | null;

interface ChampModifie {
  /** Clé de la colonne (« coutReel »). */
  readonly champ: string;
  readonly intitule: string;
  readonly avant: ValeurComparee;
  readonly apres: ValeurComparee;
}

/** Les montants dont l'effet se montre. */
export const EFFETS = ['psRetenue', 'psDue', 'bonus'] as const satisfies readonly CleMontant[];
type Effets = Readonly<Record<(typeof EFFETS)[number], Decimal | null>>;

export interface ProjetModifie {
  readonly dossier: string;
  readonly champs: readonly ChampModifie[];
  /** Après moins avant, en € ; `null` quand l'un des deux est inconnu. */
  readonly effet: Effets;
}

/** Un dossier parti, et celui qui est venu à sa place. */
export interface Renumerote {
  readonly avant: string;
  readonly apres: string;
  /** La colonne « Dossier précédent » le dit ; sinon ce n'est qu'une piste : même gestionnaire, même action. */
  readonly dit?: true;
}

export interface Comparaison {
  readonly ajoutes: readonly string[];
  readonly disparus: readonly string[];
  /** Ces dossiers restent parmi les partis et les venus. */
  readonly renumerotes: readonly Renumerote[];
  readonly modifies: readonly ProjetModifie[];
  /** Les deux documents ne sont pas de la même année scolaire. */
  readonly annees?: readonly [number, number];
}

/** Ce qui se compare d'un dossier : ses champs, toujours les mêmes et dans le même ordre, et ses montants. */
interface Fiche {
  readonly dossier: string;
  /** Un projet du document, et non seulement un bonus payé pour l'année d'avant. */
  readonly projet: boolean;
  readonly champs: readonly {
    readonly champ: string;
    readonly intitule: string;
    readonly valeur: ValeurComparee;
    /** Devenue illisible, ou ne l'étant plus, une cellule a changé sans valeur à montrer. */
    readonly illisible?: boolean;
  }[];
  readonly montants: Effets;
  /** Son numéro de l'année d'avant. */
  readonly precedent?: string | null;
}
type Fiches = ReadonlyMap<string, Fiche>;

const egales = (a: ValeurComparee, b: ValeurComparee): boolean =>
  typeof a === 'object' && a !== null && typeof b === 'object' && b !== null ? a.eq(b) : a === b;

const ecart = (avant: Decimal | null, apres: Decimal | null): Decimal | null =>
  avant === null || apres === null ? null : apres.minus(avant);

/** Gestionnaire et action ; `null` dès que l'un manque : deux inconnus ne se ressemblent pas. */
function projetDit({ champs }: Fiche): string | null {
  const dits = ['gestionnaire', 'action'].map((cle) => {
    const valeur = champs.find(({ champ }) => champ === cle)?.valeur;
    return typeof valeur === 'string' ? normaliser(valeur) : '';
  });
  return dits.includes('') ? null : dits.join('|');
}

/** Ce que dit « Dossier précédent », puis ce qui se devine. */
function renumeroter(partis: readonly Fiche[], venus: readonly Fiche[]): Renumerote[] {
  const parNumero = new Map(partis.map((p) => [cleDossier(p.dossier), p]));
  const dits = venus.flatMap((venu) => {
    const parti = parNumero.get(cleDossier(venu.precedent ?? ''));
    return parti ? [{ parti, venu }] : [];
  });
  const [partisDits, venusDits] = [new Set(dits.map((d) => d.parti)), new Set(dits.map((d) => d.venu))];
  return [
    ...dits.map(({ parti, venu }) => ({ avant: parti.dossier, apres: venu.dossier, dit: true as const })),
    ...deviner(
      partis.filter((p) => !partisDits.has(p)),
      venus.filter((v) => !venusDits.has(v)),
    ),
  ];
}

/** Un seul parti et un seul venu pour un même projet : à plusieurs, rien ne dit lequel est devenu lequel. */
function deviner(partis: readonly Fiche[], venus: readonly Fiche[]): Renumerote[] {
  const [avant, apres] = [grouperPar(partis, projetDit), grouperPar(venus, projetDit)];
  return [...avant].flatMap(([dit, [parti, ...autresPartis]]) => {
    const [venu, ...autresVenus] = apres.get(dit) ?? [];
    return dit !== null && parti && venu && autresPartis.length + autresVenus.length === 0
      ? [{ avant: parti.dossier, apres: venu.dossier }]
      : [];
  });
}

/** Dans l'ordre des numéros de dossier : l'ordre des lignes n'est pas un changement. */
function rapprocher(avant: Fiches, apres: Fiches): Comparaison {
  const seuls = (ici: Fiches, la: Fiches): Fiche[] =>
    [...ici]
      .flatMap(([cle, fiche]) => (fiche.projet && !la.get(cle)?.projet ? [fiche] : []))
      .sort((a, b) => comparerTextes(a.dossier, b.dossier));
  const [venus, partis] = [seuls(apres, avant), seuls(avant, apres)];
  const modifies = [...apres].flatMap(([cle, fiche]): ProjetModifie[] => {
    const autre = avant.get(cle);
    if (autre?.projet !== fiche.projet) return [];
    const champs = fiche.champs.flatMap(({ champ, intitule, valeur, illisible }, i): ChampModifie[] => {
      const ancien = autre.champs[i];
      const a = ancien?.valeur ?? null;
      return egales(a, valeur) && ancien?.illisible === illisible
        ? []
        : [{ champ, intitule, avant: a, apres: valeur }];
    });
    const effet = Object.fromEntries(
      EFFETS.map((cleMontant) => [cleMontant, ecart(autre.montants[cleMontant], fiche.montants[cleMontant])]),
    ) as Effets;
    const change = champs.length > 0 || Object.values(effet).some((e) => e !== null && !e.isZero());
    return change ? [{ dossier: fiche.dossier, champs, effet }] : [];
  });
  return {
    ajoutes: venus.map(({ dossier }) => dossier),
    disparus: partis.map(({ dossier }) => dossier),
    renumerotes: renumeroter(partis, venus),
    modifies: modifies.sort((a, b) => comparerTextes(a.dossier, b.dossier)),
  };
}

const CHAMPS = Object.entries<Colonne>(COLONNES_PROJETS)
  .filter(([cle, c]) => cle !== 'dossier' && !c.calculee)
  .map(([cle, { entete }]) => ({ champ: cle as keyof typeof COLONNES_PROJETS, intitule: entete }));

/** Une fiche par numéro : un doublon se signale à la vérification. */
function fichesDuClasseur({ calculs }: Examen): Fiches {
  const fiches = new Map<string, Fiche>();
  for (const calcul of calculs) {
    const { projet } = calcul;
    if (projet.dossier === null || fiches.has(cleDossier(projet.dossier))) continue;
    fiches.set(cleDossier(projet.dossier), {
      dossier: projet.dossier,
      projet: true,
      precedent: projet.dossierPrecedent,
      champs: CHAMPS.map((c) => ({
        ...c,
        valeur: projet[c.champ],
        illisible: projet.illisibles.has(c.champ),
      })),
      montants: Object.fromEntries(EFFETS.map((cle) => [cle, calcul.montants[cle].montant])) as Effets,
    });
  }
  return fiches;
}

const deuxAnnees = (avant: number, apres: number): Pick<Comparaison, 'annees'> =>
  avant === apres ? {} : { annees: [avant, apres] };

/** @throws ErreurClasseur quand les deux classeurs disent deux Caf. */
export function comparer(ancien: Examen, nouveau: Examen): Comparaison {
  const [a, b] = [ancien.lecture.parametres, nouveau.lecture.parametres];
  if (a.caf !== null && b.caf !== null && a.caf !== b.caf)
    throw new ErreurClasseur('Les deux classeurs ne sont pas de la même Caf.');
  return {
    ...rapprocher(fichesDuClasseur(ancien), fichesDuClasseur(nouveau)),
    ...deuxAnnees(a.annee, b.annee),
  };
}

const lignesDe = (lignes: readonly LigneRemontee[]): ReadonlyMap<string, LigneRemontee> =>
  new Map(lignes.map((l) => [cleDossier(l.dossier), l]));

/** Les champs d'un bloc de la remontée ; vides, sans ligne de ce dossier. */
const champsDuBloc = (bloc: Bloc, ligne: LigneRemontee | undefined): Fiche['champs'] =>
  CLES_LIGNE.filter((cle) => cle !== 'dossier' && COLONNES_REMONTEE[cle].blocs.includes(bloc)).map((cle) => ({
    champ: bloc === 'accordes' ? cle : `${bloc}.${cle}`,
    intitule: `${COLONNES_REMONTEE[cle].entete} (${BLOCS[bloc].bonus})`,
    valeur: ligne?.[cle] ?? null,
  }));

/** `dossiers` : ceux des deux remontées ; un bonus versé de plus ou de moins est un changement, non un projet. */
function fichesDeLaRemontee(remontee: Remontee, dossiers: ReadonlyMap<string, LigneRemontee>): Fiches {
  const [accordes, verses] = [lignesDe(remontee.accordes), lignesDe(remontee.verses)];
  return new Map(
    [...dossiers].map(([cle, { dossier }]): [string, Fiche] => [
      cle,
      {
        dossier,
        projet: accordes.has(cle),
        champs: [...champsDuBloc('accordes', accordes.get(cle)), ...champsDuBloc('verses', verses.get(cle))],
        montants: { psRetenue: null, psDue: null, bonus: accordes.get(cle)?.montant ?? ZERO },
      },
    ]),
  );
}

/** @throws ErreurClasseur quand les deux remontées ne sont pas de la même Caf. */
export function comparerRemontees(ancienne: Remontee, nouvelle: Remontee): Comparaison {
  if (!memeCaf(ancienne, nouvelle))
    throw new ErreurClasseur('Les deux remontées ne sont pas de la même Caf.');
  const dossiers = lignesDe([ancienne, nouvelle].flatMap((r) => [...r.verses, ...r.accordes]));
  return {
    ...rapprocher(fichesDeLaRemontee(ancienne, dossiers), fichesDeLaRemontee(nouvelle, dossiers)),
    ...deuxAnnees(ancienne.annee, nouvelle.annee),
  };
}
