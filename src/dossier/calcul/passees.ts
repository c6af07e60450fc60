/**
 * Ce que le comptable a passé (feuille Écritures passées) : la charge à payer et l'engagement de chaque dossier, tels
 * qu'ils sont aux comptes. L'arrêté figé ne se refait pas : c'est cela qui se liquide et se contrepasse (Circ. § 3.4).
 */
import type { EcriturePassee } from '../colonnes/ecrituresPassees';
import type { Lecture } from '../lecture/lecture';
import { COMPTES, MOIS_ARRETE, MOIS_CONTREPASSATION } from '../../reglement';
import { ZERO, somme, type Decimal } from '../../valeurs/montant';
import { cleDossier } from '../../valeurs/texte';
import { unParObjet } from '../../valeurs/unParObjet';

export interface DossierPasse {
  readonly dossier: string;
  /** Première et dernière de ses lignes. */
  readonly premiere: number;
  readonly derniere: number;
  readonly charge: Decimal;
  readonly engagement: Decimal;
  /** Déjà contrepassé, net de ce que l'écriture inverse a repris. */
  readonly contrepasse: Decimal;
  /** Une de ses écritures ne se lit pas, ou ne se compte pas : ces sommes ne sont pas toute la vérité. */
  readonly douteux: boolean;
}

type ChampAttendu = 'mois' | 'exercice' | 'compte' | 'dossier';
/** Un exercice est une année civile, sur quatre chiffres. */
const EXERCICES = [1000, 9999] as const;

export interface EcrituresPassees {
  readonly dossiers: ReadonlyMap<string, DossierPasse>;
  readonly debit: Decimal;
  readonly credit: Decimal;
  /** Lignes qu'on ne sait compter : sans mois, exercice ou compte, ou, sur un compte de l'arrêté, sans dossier ou d'une autre année. */
  /** Au mois 13 de l'arrêté, pour un dossier, sur un compte qui n'en est pas : une faute de frappe y perdrait une charge. */
  readonly comptesInconnus: readonly { readonly ligne: number; readonly compte: string }[];
  readonly nonComptees: readonly { readonly ligne: number; readonly champ: ChampAttendu }[];
}

/** « 13 », « mois 13 », « Exercice 2021 » : un seul nombre, d'une longueur plausible ; sinon `null`. */
function seulNombre(texte: string | null, min: number, max: number): number | null {
  const nombres = texte?.match(/\d+/g);
  const nombre = nombres?.length === 1 ? Number(nombres[0]) : Number.NaN;
  return nombre >= min && nombre <= max ? nombre : null;
}

const chiffres = (texte: string | null): string => (texte ?? '').replace(/\D/g, '');
const compteDe = ({ code }: { readonly code: string }): string => chiffres(code);

const CHARGE = compteDe(COMPTES.chargeAPayer);
const ENGAGEMENT = compteDe(COMPTES.engagementDebit);

/** Ceux que l'arrêté mouvemente au mois 13. */
export const COMPTES_ARRETE = [
  COMPTES.subventionN,
  COMPTES.chargeAPayer,
  COMPTES.engagementDebit,
  COMPTES.engagementCredit,
] as const;
const DE_L_ARRETE: ReadonlySet<string> = new Set(COMPTES_ARRETE.map(compteDe));

const RIEN = {
  charge: ZERO,
  engagement: ZERO,
  contrepasse: ZERO,
  douteux: false,
};

/** `null` sans feuille Écritures passées : rien n'est figé. Lue une fois par classeur. */
export const ecrituresPassees = unParObjet(lire);

function lire({ ecrituresPassees: table, parametres }: Lecture): EcrituresPassees | null {
  if (!table) return null;
  const { annee } = parametres;
  const dossiers = new Map<string, DossierPasse>();
  const comptesInconnus: EcrituresPassees['comptesInconnus'][number][] = [];
  const nonComptees: EcrituresPassees['nonComptees'][number][] = [];
  for (const e of table.lignes) {
    const compte = chiffres(e.compte);
    const mois = seulNombre(e.mois, 1, MOIS_ARRETE);
    const exercice = seulNombre(e.exercice, ...EXERCICES);
    const deLArrete = compte === CHARGE || compte === ENGAGEMENT;
    const manque =
      mois === null
        ? 'mois'
        : exercice === null || (deLArrete && mois === MOIS_ARRETE && exercice !== annee)
          ? 'exercice'
          : compte === ''
            ? 'compte'
            : deLArrete && e.dossier === null
              ? 'dossier'
              : undefined;
    const arrete = mois === MOIS_ARRETE && exercice === annee;
    if (manque) nonComptees.push({ ligne: e.ligne, champ: manque });
    else if (arrete && e.dossier !== null && !DE_L_ARRETE.has(compte))
      comptesInconnus.push({ ligne: e.ligne, compte: e.compte ?? '' });
    if (e.dossier === null) continue;
    const cle = cleDossier(e.dossier);
    const connu = dossiers.get(cle) ?? { dossier: e.dossier, premiere: e.ligne, ...RIEN };
    const nonLu = e.illisibles.has('debit') || e.illisibles.has('credit');
    const avant = {
      ...connu,
      derniere: e.ligne,
      douteux: connu.douteux || nonLu || manque !== undefined,
    };
    const net = (e.debit ?? ZERO).minus(e.credit ?? ZERO);
    const reprise = mois === MOIS_CONTREPASSATION && exercice === annee + 1 && compte === ENGAGEMENT;
    dossiers.set(cle, {
      ...avant,
      charge: arrete && compte === CHARGE ? avant.charge.minus(net) : avant.charge,
      engagement: arrete && compte === ENGAGEMENT ? avant.engagement.plus(net) : avant.engagement,
      contrepasse: reprise ? avant.contrepasse.minus(net) : avant.contrepasse,
    });
  }
  const total = (de: (e: EcriturePassee) => Decimal | null): Decimal =>
    somme(table.lignes.flatMap((e) => de(e) ?? []));
  return {
    dossiers,
    debit: total((e) => e.debit),
    credit: total((e) => e.credit),
    comptesInconnus,
    nonComptees,
  };
}

/** Ce qui a été passé pour un dossier. */
export const passePour = (passees: EcrituresPassees, dossier: string | null): DossierPasse | undefined =>
  dossier === null ? undefined : passees.dossiers.get(cleDossier(dossier));
