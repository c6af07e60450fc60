/**
 * Ce qui peut se payer, ou doit se recouvrer, au jour examiné : par dossier, nature et gestion, avec le compte,
 * la spécificité et la raison ; et, pour les autres dossiers, pourquoi rien ne se paie encore.
 * Rien ne se compense : un bonus reste dû à côté d'un indu de Ps, un rappel à côté d'un solde.
 */
import { ecrituresPassees } from '../../calcul/passees';
import { direManque } from '../../calcul/manque';
import type { CalculProjet, CleMontant } from '../../calcul/montants';
import { creerContexte, type Contexte } from '../../controle/contexte';
import type { Examen } from '../../examiner';
import { COMPTES, imputer, specificiteDuCompte } from '../../../reglement/comptes';
import { euros, pourCent } from '../../../reglement/explication';
import { GESTION } from '../../../reglement/parametres';
import { dateFrancaise } from '../../../valeurs/date';
import { plusPetit, positifOuZero, somme, ZERO, type Decimal } from '../../../valeurs/montant';
import { cleDossier } from '../../../valeurs/texte';
import { SEUILS } from '../../seuils';
import { liquider } from '../arrete/liquidation';
import { cleProjet, depassement, direBlocage, empechements } from './empechements';
import { manquesDe } from '../../calcul/connu';

const NATURES_PAIEMENT = [
  'acompte',
  'solde',
  'rappel',
  'bonus',
  'rappel bonus',
  'indu',
  'indu bonus',
] as const;
type NaturePaiement = (typeof NATURES_PAIEMENT)[number];
const estIndu = (nature: NaturePaiement): boolean => nature.startsWith('indu');

export interface Paiement {
  readonly dossier: string;
  readonly gestionnaire: string | null;
  readonly nature: NaturePaiement;
  /** Année civile de la gestion. */
  readonly gestion: number;
  /** En €, positif : la nature dit si c'est à verser ou à recouvrer. */
  readonly montant: Decimal;
  /** Charge à payer passée, ou compte de l'âge de la gestion au jour examiné. */
  readonly compte: string;
  readonly specificite: string | null;
  readonly motif: string;
}

/** Un dossier n'a qu'un paiement par nature, par gestion et par compte. */
export const clePaiement = ({ dossier, nature, gestion, compte }: Paiement): string =>
  `${cleDossier(dossier)} ${nature} ${gestion} ${compte}`;

/** Ce qu'un dossier attend pour que rien ne s'y paie. */
interface EnAttente {
  readonly dossier: string;
  readonly motif: string;
  /** L'endroit de l'anomalie qui le bloque, que le motif dit aussi. */
  readonly ou?: string;
}

export interface Paiements {
  readonly au: string;
  readonly paiements: readonly Paiement[];
  readonly enAttente: readonly EnAttente[];
  /** Par nature ; celles dont rien n'est à payer n'y sont pas. */
  readonly totaux: Readonly<Partial<Record<NaturePaiement, Decimal>>>;
}

/** Ce qu'un dossier a à payer ou à recouvrer, avant le compte ; `rang` : 0 pour la gestion N, 1 pour N+1. */
interface Du {
  readonly nature: NaturePaiement;
  readonly rang: 0 | 1;
  readonly montant: Decimal;
  readonly motif: string;
}
const RANGS = [0, 1] as const;

const plein = (montant: Decimal | null): montant is Decimal => montant !== null && montant.gt(0);

/** Acomptes encore possibles, tant que le compte de résultat n'est pas là. */
function acomptes(calcul: CalculProjet): Du[] {
  const gestions = [
    ['acompteDisponibleN', GESTION.tauxAcompteN],
    ['acompteDisponibleN1', GESTION.tauxAcompteN1],
  ] as const;
  return RANGS.flatMap((rang) => {
    const [cle, taux] = gestions[rang];
    const montant = calcul.montants[cle].montant;
    const motif = `${pourCent(taux)} de la Ps retenue, moins les acomptes déjà versés`;
    return plein(montant) ? [{ nature: 'acompte', rang, montant, motif }] : [];
  });
}

/** Un reste, sur les gestions qui le doivent : ce que l'une a reçu de trop vient d'abord en moins de l'autre. */
function parGestion(reste: Decimal, n: Decimal): readonly [Decimal, Decimal] {
  const partN = plusPetit(positifOuZero(n), reste);
  return [partN, reste.minus(partN)];
}

/** Soldes, rappels et indus de Ps, une fois le droit connu. Un rappel est ce qu'un contrôle ajoute à la liquidation. */
function ps(calcul: CalculProjet): Du[] {
  const de = (cle: CleMontant): Decimal | null => calcul.montants[cle].montant;
  const [due, verse, n] = [de('psDue'), de('versePs'), de('resteN')];
  if (!due || !verse || !n) return [];
  const ecart = due.minus(verse);
  const source = de('psControlee') === null ? 'Ps liquidée' : 'Ps contrôlée';
  if (!ecart.isPos())
    return parLignes('indu', parGestion(ecart.neg(), n.neg()), () =>
      calcul.agree
        ? `versé ${euros(verse)} pour une ${source} de ${euros(due)} : à recouvrer`
        : `agrément refusé, ${euros(verse)} versés : à recouvrer`,
    );
  // ce que le contrôle a ajouté, par gestion ; rien sans lui, ni quand il retranche
  const ajout = positifOuZero(de('controlePs') ?? ZERO);
  const ajoutN = ajout.isZero() ? ZERO : (de('controlePsN') ?? ZERO);
  const parts = parGestion(ecart, n);
  const soldes = parGestion(positifOuZero(ecart.minus(ajout)), n.minus(ajoutN));
  const motif = `${source} ${euros(due)}, moins ${euros(verse)} déjà versés`;
  return [
    ...parLignes('solde', soldes, () => motif),
    ...parLignes(
      'rappel',
      [parts[0].minus(soldes[0]), parts[1].minus(soldes[1])],
      (montant) => `${euros(montant)} de plus après le contrôle (${motif})`,
    ),
  ];
}

const parLignes = (
  nature: NaturePaiement,
  montants: readonly [Decimal, Decimal],
  motif: (montant: Decimal) => string,
): Du[] =>
  RANGS.flatMap((rang) => {
    const montant = montants[rang];
    return plein(montant) ? [{ nature, rang, montant, motif: motif(montant) }] : [];
  });

/** Bonus, et ce qu'un contrôle y ajoute ; il se paie avec le solde de N+1, ou à partir du 1er juin. */
function bonus(calcul: CalculProjet): Du[] {
  const [reste, trop] = [
    calcul.montants.resteAPayerBonus.montant,
    calcul.montants.resteARecouvrerBonus.montant,
  ];
  const rappel = plusPetit(positifOuZero(calcul.montants.controleBonus.montant ?? ZERO), reste ?? ZERO);
  const du = (nature: NaturePaiement, montant: Decimal | null, motif: string): Du[] =>
    plein(montant) ? [{ nature, rang: 1, montant, motif }] : [];
  return [
    ...du('bonus', reste && reste.minus(rappel), 'bonus dû, avec le solde de N+1'),
    ...du('rappel bonus', rappel, 'bonus de plus après le contrôle'),
    ...du('indu bonus', trop, 'bonus versé de plus que dû : à recouvrer'),
  ];
}

/** Pourquoi rien ne se paie ; l'avis et les 80 % d'abord, que l'agent reconnaît. */
function attente(calcul: CalculProjet): string | null {
  const { projet } = calcul;
  if (calcul.ecarte) return `mis à l’écart : ${projet.misAlEcart ?? 'motif illisible'}`;
  if (projet.agrement === 'refusé') return null;
  if (!calcul.agree) return `agrément ${projet.agrement === 'ajourné' ? 'ajourné' : 'en attente'}`;
  return depassement(calcul);
}

/** Ce qui manque pour savoir quoi payer : avant la liquidation si rien d'autre ne se paie, ensuite toujours. */
function manque(calcul: CalculProjet, liquide: boolean): string | null {
  const cles = liquide
    ? (['versePs', 'bonusDuFinal', 'verseBonus'] as const)
    : (['psRetenue', 'versePs', 'psDue'] as const);
  const [m] = cles.flatMap((cle) => manquesDe(calcul.montants[cle]));
  if (!m) return null;
  return m.champ === 'coutReel' && m.raison === 'absent' ? 'compte de résultat attendu' : direManque(m);
}

/** Ce que le calendrier interdit encore : une gestion N+1 en N, un bonus avant le solde ; `null` : c'est possible. */
function tropTot(
  { nature, rang }: Du,
  dus: readonly Du[],
  calcul: CalculProjet,
  contexte: Contexte,
): string | null {
  const { au, jour, versementsDe } = contexte;
  if (estIndu(nature) || rang === 0) return null;
  const ouverture = jour('01-01', 1);
  if (au < ouverture)
    return `${nature} : rien ne se paie sur ${ouverture.slice(0, 4)} avant le ${dateFrancaise(ouverture)}`;
  const payable = jour(SEUILS.bonusPayable, 1);
  const avecSolde =
    dus.some((d) => d.nature === 'solde' && d.rang === 1) ||
    versementsDe(calcul.projet).some(
      ({ versement: v, gestion }) =>
        v.nature === 'solde' && gestion === 'n1' && v.date !== null && v.date <= au,
    );
  return nature !== 'bonus' || au >= payable || avecSolde
    ? null
    : `bonus : avec le solde de N+1, ou à partir du ${dateFrancaise(payable)}`;
}

export function paiementsDe(examen: Examen): Paiements {
  const { lecture, au, calculs } = examen;
  const { annee } = lecture.parametres;
  const exercice = Number(au.slice(0, 4));
  const empeches = empechements(examen);
  const contexte = creerContexte(lecture, au);
  const charges = chargesRestantes(examen);
  const paiements: Paiement[] = [];
  const enAttente: EnAttente[] = [];
  for (const calcul of calculs) {
    const { projet } = calcul;
    const dossier = projet.dossier ?? '';
    const cle = cleProjet(projet);
    const retenu = attente(calcul);
    const empeche = calcul.ecarte || (retenu !== null && !calcul.agree) ? undefined : empeches.get(cle);
    const liquide = calcul.montants.psDue.montant !== null;
    const dus =
      calcul.ecarte || empeche !== undefined
        ? []
        : [
            ...(liquide ? [] : acomptes(calcul)),
            ...ps(calcul),
            // le bonus attend la liquidation ; ce qui en est payé de trop se recouvre sans elle
            ...bonus(calcul).filter(({ nature }) => liquide || estIndu(nature)),
          ];
    const payables = dus.filter(({ nature }) => retenu === null || estIndu(nature));
    const remis = payables.map((du) => tropTot(du, payables, calcul, contexte));
    for (const { nature, rang, montant, motif } of payables.filter((_, i) => remis[i] === null)) {
      const charge = rang === 0 ? (charges.get(cle) ?? ZERO) : ZERO;
      const signe = estIndu(nature) ? montant.neg() : montant;
      for (const part of imputer(signe, exercice, annee + rang, charge)) {
        if (part.compte === COMPTES.chargeAPayer) charges.set(cle, charge.minus(part.montant));
        paiements.push({
          dossier,
          gestionnaire: projet.gestionnaire,
          nature,
          gestion: annee + rang,
          montant: part.montant.abs(),
          compte: part.compte.code,
          specificite: specificiteDuCompte(part.compte.code, projet.typeGestionnaire),
          motif,
        });
      }
    }
    const inconnu = liquide || dus.every(({ nature }) => estIndu(nature)) ? manque(calcul, liquide) : null;
    if (retenu === null && empeche !== undefined)
      enAttente.push({ dossier, motif: direBlocage(empeche), ou: empeche });
    else
      for (const motif of new Set([retenu ?? inconnu, ...remis]))
        if (motif !== null) enAttente.push({ dossier, motif });
  }
  const totaux = Object.fromEntries(
    NATURES_PAIEMENT.flatMap((nature) => {
      const montants = paiements.filter((p) => p.nature === nature).map((p) => p.montant);
      return montants.length > 0 ? [[nature, somme(montants)]] : [];
    }),
  );
  return { au, paiements, enAttente, totaux };
}

/** Ce qui reste de la charge passée de chaque dossier, une fois ôté ce que les versements en ont déjà consommé. */
function chargesRestantes(examen: Examen): Map<string, Decimal> {
  const charges = new Map<string, Decimal>();
  for (const [cle, { charge }] of ecrituresPassees(examen.lecture)?.dossiers ?? []) charges.set(cle, charge);
  if (charges.size === 0) return charges;
  for (const { dossier, compte, montant } of liquider(examen)) {
    const cle = cleDossier(dossier);
    if (compte === COMPTES.chargeAPayer.code) charges.set(cle, (charges.get(cle) ?? ZERO).minus(montant));
  }
  return charges;
}
