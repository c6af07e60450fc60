/**
 * Ouvrir l'année suivante : le classeur préparé de N+1 reçoit tout ce que celui de N savait. Les projets agréés y gardent
 * leur identité, sans montant ni numéro ; les bonus versés viennent du journal ; ce qui reste à liquider se liste à part.
 */
import type { CalculProjet } from '../../calcul/montants';
import type { Colonne } from '../../colonnes/colonne';
import { COLONNES_PROJETS } from '../../colonnes/projets';
import { ErreurClasseur } from '../../formes/erreurs';
import { FEUILLES_SORTIES } from '../../feuilles';
import type { ClasseurPlan, FeuillePlan } from '../../formes/plan';
import type { Examen } from '../../examiner';
import { feuilleDeTable, LARGEUR_MONTANT, type ColonneTable } from '../planTable';
import { planModele } from '../modele/preparer';
import type { Donnee } from '../modele/saisie';
import { hautDePage } from '../mentions';
import { anneeScolaire } from '../../../reglement/annee';
import { somme, type Decimal } from '../../../valeurs/montant';
import { serieDeDate } from '../../../valeurs/date';

/** Ce qui ne change pas d'une année à l'autre. */
const IDENTITE = [
  'gestionnaire',
  'siret',
  'typeGestionnaire',
  'action',
  'commune',
  'public',
  'rural',
  'debutConvention',
  'finConvention',
] as const satisfies readonly (keyof typeof COLONNES_PROJETS)[];

export interface BonusRepris {
  readonly dossier: string;
  readonly gestionnaire: string | null;
  /** Collectifs dont le bonus est dû, par nature. */
  readonly bonusEnfants: number;
  readonly bonusParents: number;
  /** Versé net, en €, d'après le journal. */
  readonly montant: Decimal;
}

/** Ce que le journal a payé de bonus ; `null` : un versement ne s'y lit pas, la somme reste à saisir. */
export type BonusARepris = Omit<BonusRepris, 'montant'> & { readonly montant: Decimal | null };

export interface ALiquider {
  readonly dossier: string;
  readonly gestionnaire: string | null;
  /** `null` : inconnu, le compte de résultat n'est pas là. */
  readonly resteAPayer: Decimal | null;
  readonly resteARecouvrer: Decimal | null;
}

export interface Reprise {
  /** Année du nouveau classeur. */
  readonly annee: number;
  readonly projets: readonly CalculProjet[];
  readonly bonusVerses: readonly BonusARepris[];
  readonly aLiquider: readonly ALiquider[];
}

/** Les collectifs dont le bonus est dû : les réels s'ils sont saisis, bornés par l'accordé et les collectifs retenus. */
export function bonusDus({
  projet,
  collectifsRetenus,
}: CalculProjet): Pick<BonusRepris, 'gestionnaire' | 'bonusEnfants' | 'bonusParents'> {
  const dus = (nature: 'bonusEnfants' | 'bonusParents'): number => {
    const accordes = projet[nature] ?? 0;
    return Math.min(accordes, projet[`${nature}Reels`] ?? accordes, collectifsRetenus ?? accordes);
  };
  return {
    gestionnaire: projet.gestionnaire,
    bonusEnfants: dus('bonusEnfants'),
    bonusParents: dus('bonusParents'),
  };
}

/** Les bonus que le journal dit versés, à déclarer l'année suivante. */
const bonusVersesDe = ({ calculs }: Examen): BonusARepris[] =>
  calculs.flatMap((calcul) => {
    const { montant } = calcul.montants.verseBonus;
    return montant?.isZero() ? [] : [{ dossier: calcul.projet.dossier ?? '', ...bonusDus(calcul), montant }];
  });

/** Payé, ou dont un versement ne se lit pas. */
const estPaye = (calcul: CalculProjet): boolean =>
  (['versePs', 'verseBonus'] as const).some((cle) => !calcul.montants[cle].montant?.isZero());

/** Ce qui reste à un dossier : une somme, ou l'inconnu de qui n'est pas liquidé. */
function aLiquider(calcul: CalculProjet): ALiquider[] {
  const [resteAPayer, resteARecouvrer] = [
    calcul.montants.resteAPayer.montant,
    calcul.montants.resteARecouvrer.montant,
  ];
  const inconnu = resteAPayer === null || resteARecouvrer === null;
  // en attente et jamais payé : rien n'est promis, rien n'est à liquider
  if (inconnu && !calcul.agree && !estPaye(calcul)) return [];
  if (!inconnu && resteAPayer.isZero() && resteARecouvrer.isZero()) return [];
  return [
    {
      dossier: calcul.projet.dossier ?? '',
      gestionnaire: calcul.projet.gestionnaire,
      resteAPayer,
      resteARecouvrer,
    },
  ];
}

export const reprendre = (examen: Examen): Reprise => ({
  annee: examen.lecture.parametres.annee + 1,
  projets: examen.calculs.filter(({ agree }) => agree),
  bonusVerses: bonusVersesDe(examen),
  aLiquider: examen.calculs.flatMap(aLiquider),
});

/** Les dossiers dont la somme des bonus versés reste à saisir. */
export const bonusInconnus = ({ bonusVerses }: Reprise): readonly BonusARepris[] =>
  bonusVerses.filter(({ montant }) => montant === null);

/** Total des bonus repris, en € ; `null` : l'un d'eux est inconnu. */
export const montantRepris = (reprise: Reprise): Decimal | null =>
  bonusInconnus(reprise).length > 0 ? null : somme(reprise.bonusVerses.flatMap((b) => b.montant ?? []));

const ecrire = ({ type }: Colonne, valeur: unknown): string | number | boolean | null => {
  if (valeur === null || valeur === undefined) return null;
  if (type === 'date') return serieDeDate(valeur as string);
  return type === 'ouiNon' ? (valeur === true ? 'oui' : 'non') : (valeur as string | number);
};

const donneeProjet = ({ projet }: CalculProjet): Donnee => ({
  ...Object.fromEntries(IDENTITE.map((cle) => [cle, ecrire(COLONNES_PROJETS[cle], projet[cle])])),
  dossierPrecedent: projet.dossier,
});

const donneeBonus = (b: BonusARepris): Donnee => ({ ...b, montant: b.montant?.toNumber() ?? null });

const COLONNES_A_LIQUIDER: readonly ColonneTable<ALiquider>[] = [
  { entete: 'N° dossier', largeur: 18, valeur: (l) => l.dossier },
  { entete: 'Gestionnaire', largeur: 34, valeur: (l) => l.gestionnaire },
  { entete: 'Reste à payer', largeur: LARGEUR_MONTANT, valeur: (l) => l.resteAPayer ?? 'inconnu' },
  { entete: 'Reste à recouvrer', largeur: LARGEUR_MONTANT, valeur: (l) => l.resteARecouvrer ?? 'inconnu' },
];

const planALiquider = (lignes: readonly ALiquider[], examen: Examen): FeuillePlan =>
  feuilleDeTable({
    nom: FEUILLES_SORTIES.aLiquider,
    haut: hautDePage(`À liquider, dossiers ${anneeScolaire(examen.lecture.parametres.annee)}`, examen),
    colonnes: COLONNES_A_LIQUIDER,
    lignes,
    paysage: false,
    pied: 'À liquider — Clas',
  });

/** Le classeur de l'année suivante. @throws ErreurClasseur quand la Caf n'est pas connue. */
export function planReprise(examen: Examen, reprise: Reprise = reprendre(examen)): ClasseurPlan {
  const {
    caf,
    nomCaf,
    contact,
    siretCaf,
    codeOrganisme,
    arrondi,
    limiterAuMontantAccorde,
    bareme,
    enveloppeN1,
  } = examen.lecture.parametres;
  if (caf === null) throw new ErreurClasseur('Caf non renseignée : la saisir dans la feuille Paramètres.');
  const plan = planModele({
    annee: reprise.annee,
    caf,
    nomCaf: nomCaf ?? undefined,
    repris: {
      contact,
      siretCaf,
      codeOrganisme,
      arrondi,
      limiterAuMontantAccorde,
      enveloppeN: enveloppeN1,
      baremePrecedent: bareme,
      projets: reprise.projets.map(donneeProjet),
      bonusVerses: reprise.bonusVerses.map(donneeBonus),
    },
  });
  return { ...plan, feuilles: [...plan.feuilles, planALiquider(reprise.aLiquider, examen)] };
}
