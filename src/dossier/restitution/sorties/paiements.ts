/**
 * Ce qui peut se payer, ou doit se recouvrer, au jour examiné : par dossier, nature et gestion, avec le compte,
 * la spécificité et la raison ; et, pour les autres dossiers, pourquoi rien ne se paie encore.
 * Rien ne se compense : un bonus reste dû à côté d'un indu de Ps.
 */
import type { CalculProjet } from '../../calcul/montants';
import { adresse } from '../../anomalies/anomalie';
import type { Examen } from '../../examiner';
import { compteSubvention, specificite } from '../../../reglement/comptes';
import { euros } from '../../../reglement/explication';
import { COFINANCEMENT, GESTION } from '../../../reglement/parametres';
import { pourCent } from '../../../reglement/explication';
import { plusPetit, positifOuZero, somme, ZERO, type Decimal } from '../../../valeurs/montant';
import { cleDossier } from '../../../valeurs/texte';
import { montantConnu } from './montantConnu';

const NATURES_PAIEMENT = ['acompte', 'solde', 'rappel', 'bonus', 'indu', 'indu bonus'] as const;
type NaturePaiement = (typeof NATURES_PAIEMENT)[number];

export interface Paiement {
  readonly dossier: string;
  readonly gestionnaire: string | null;
  readonly nature: NaturePaiement;
  /** Année civile de la gestion. */
  readonly gestion: number;
  /** En €, positif : la nature dit si c'est à verser ou à recouvrer. */
  readonly montant: Decimal;
  /** Compte de charge selon l'âge de la gestion au jour examiné. */
  readonly compte: string;
  readonly specificite: string | null;
  readonly motif: string;
}

/** Un dossier n'a qu'un paiement par nature et par gestion. */
export const clePaiement = ({ dossier, nature, gestion }: Paiement): string =>
  `${cleDossier(dossier)} ${nature} ${gestion}`;

export interface Paiements {
  readonly au: string;
  readonly paiements: readonly Paiement[];
  readonly enAttente: readonly { readonly dossier: string; readonly motif: string }[];
  /** Par nature ; celles dont rien n'est à payer n'y sont pas. */
  readonly totaux: Readonly<Partial<Record<NaturePaiement, Decimal>>>;
}

/** Ce qu'un dossier a à payer, avant le compte et la spécificité ; ou la raison de ne rien payer. */
interface Du {
  readonly nature: NaturePaiement;
  readonly rang: 0 | 1;
  readonly montant: Decimal;
  readonly motif: string;
}

const plein = (montant: Decimal | null): montant is Decimal => montant !== null && montant.gt(0);

/** Acomptes encore possibles, tant que le compte de résultat n'est pas là. */
function acomptes(calcul: CalculProjet): Du[] {
  return (
    [
      ['acompteDisponibleN', 0, GESTION.tauxAcompteN],
      ['acompteDisponibleN1', 1, GESTION.tauxAcompteN1],
    ] as const
  ).flatMap(([cle, rang, taux]) => {
    const montant = montantConnu(calcul, cle);
    return plein(montant)
      ? [
          {
            nature: 'acompte' as const,
            rang,
            montant,
            motif: `${pourCent(taux)} de la Ps retenue, moins les acomptes déjà versés`,
          },
        ]
      : [];
  });
}

/**
 * Le reste de Ps, réparti sur les gestions qui le doivent : ce qu'une gestion a reçu de trop vient d'abord en moins
 * de l'autre, puisque le reste du dossier est le même pour les deux.
 */
function parGestion(reste: Decimal, n: Decimal): readonly [Decimal, Decimal] {
  const partN = plusPetit(positifOuZero(n), reste);
  return [partN, reste.minus(partN)];
}

/** Soldes, rappels et indus de Ps, une fois le droit connu. */
function ps(calcul: CalculProjet): Du[] {
  const [due, verse, liquidee] = (['psDue', 'versePs', 'psLiquidee'] as const).map((cle) =>
    montantConnu(calcul, cle),
  );
  const n = montantConnu(calcul, 'resteN');
  if (!due || !verse || !n) return [];
  const ecart = due.minus(verse);
  if (ecart.isZero()) return [];
  const aRecouvrer = ecart.isNeg();
  const parts = parGestion(ecart.abs(), aRecouvrer ? n.neg() : n);
  // après un contrôle, ce qui dépasse la liquidation est un rappel ; le solde de la liquidation garde son nom
  const controle =
    montantConnu(calcul, 'psControlee') !== null && liquidee !== null && liquidee !== undefined;
  const apresSolde = controle && verse.gte(liquidee);
  const nature: NaturePaiement = aRecouvrer ? 'indu' : apresSolde ? 'rappel' : 'solde';
  const source = controle ? 'Ps contrôlée' : 'Ps liquidée';
  return ([0, 1] as const).flatMap((rang) => {
    const montant = parts[rang];
    const motif = aRecouvrer
      ? `versé ${euros(verse)} pour une ${source} de ${euros(due)} : à recouvrer`
      : `${source} ${euros(due)}, moins ${euros(verse)} déjà versés`;
    return plein(montant) ? [{ nature, rang, montant, motif }] : [];
  });
}

/** Le bonus ne se paie qu'avec le solde de N+1 : le droit de Ps connu, et le jour venu. */
function bonus(calcul: CalculProjet, soldeEnJeu: boolean): Du[] {
  const du: Du[] = [];
  const reste = montantConnu(calcul, 'resteAPayerBonus');
  if (plein(reste) && soldeEnJeu)
    du.push({ nature: 'bonus', rang: 1, montant: reste, motif: 'bonus dû, avec le solde de N+1' });
  const trop = montantConnu(calcul, 'resteARecouvrerBonus');
  if (plein(trop))
    du.push({
      nature: 'indu bonus',
      rang: 1,
      montant: trop,
      motif: 'bonus versé de plus que dû : à recouvrer',
    });
  return du;
}

/** Pourquoi rien ne se paie, quand rien ne se paie. */
function attente(calcul: CalculProjet): string | null {
  const { projet } = calcul;
  if (projet.agrement === null || projet.agrement === 'en attente') return 'agrément en attente';
  if (!calcul.agree) return null;
  if (plein(montantConnu(calcul, 'excedent80')))
    return `financements de la branche Famille au-delà de ${pourCent(COFINANCEMENT.tauxMaximum)} du coût`;
  if (montantConnu(calcul, 'psRetenue') === null) return 'budget attendu, ou illisible';
  if (montantConnu(calcul, 'psLiquidee') === null) return 'compte de résultat attendu';
  if (montantConnu(calcul, 'versePs') === null) return 'versement du journal illisible';
  return null;
}

/** Dossiers d'une anomalie bloquante, avec son adresse : rien ne s'y paie avant qu'elle ne soit corrigée. */
function bloques({ anomalies, lecture }: Examen): ReadonlyMap<string, string> {
  const tables = [lecture.projets, lecture.collectifs, lecture.versements];
  const dossierDe = new Map(
    tables.flatMap((table) =>
      (table?.lignes ?? []).map(
        (r) => [`${table?.feuille.nom ?? ''}|${r.ligne}` as string, r.dossier] as const,
      ),
    ),
  );
  const trouves = new Map<string, string>();
  for (const a of anomalies) {
    const dossier = a.gravite === 'bloquante' ? dossierDe.get(`${a.feuille}|${a.ligne ?? ''}`) : undefined;
    if (typeof dossier === 'string' && !trouves.has(cleDossier(dossier)))
      trouves.set(cleDossier(dossier), adresse(a) ?? a.feuille);
  }
  return trouves;
}

export function paiementsDe(examen: Examen): Paiements {
  const { lecture, au, calculs } = examen;
  const { annee } = lecture.parametres;
  const exercice = Number(au.slice(0, 4));
  const empeches = bloques(examen);
  const paiements: Paiement[] = [];
  const enAttente: { dossier: string; motif: string }[] = [];
  for (const calcul of calculs) {
    const { projet } = calcul;
    const dossier = projet.dossier ?? '';
    const attendre = (motif: string): void => void enAttente.push({ dossier, motif });
    if (calcul.ecarte) {
      attendre(`mis à l’écart : ${projet.misAlEcart ?? ''}`);
      continue;
    }
    const empeche = empeches.get(cleDossier(dossier));
    if (empeche !== undefined) {
      attendre(`anomalie bloquante en ${empeche}`);
      continue;
    }
    const liquide = montantConnu(calcul, 'psDue') !== null;
    const trop80 = plein(montantConnu(calcul, 'excedent80'));
    const reste = ps(calcul);
    const dus = [
      ...(liquide || trop80 ? [] : acomptes(calcul)),
      ...reste.filter(({ nature }) => nature === 'indu' || !trop80),
      ...bonus(calcul, calcul.agree && liquide && !trop80),
    ];
    for (const { nature, rang, montant, motif } of dus)
      paiements.push({
        dossier,
        gestionnaire: projet.gestionnaire,
        nature,
        gestion: annee + rang,
        montant,
        compte: compteSubvention(Math.max(exercice, annee + rang), annee + rang).code,
        specificite: specificite(projet.typeGestionnaire ?? 'association'),
        motif,
      });
    const raison = dus.some(({ nature }) => !nature.startsWith('indu')) ? null : attente(calcul);
    if (raison !== null) attendre(raison);
  }
  const totaux = Object.fromEntries(
    NATURES_PAIEMENT.flatMap((nature) => {
      const montants = paiements.filter((p) => p.nature === nature).map((p) => p.montant);
      return montants.length > 0 ? [[nature, somme([ZERO, ...montants])]] : [];
    }),
  );
  return { au, paiements, enAttente, totaux };
}
