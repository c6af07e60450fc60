/**
 * Tous les montants d'un projet. Chaque montant vient d'une règle de `src/reglement`, avec ses étapes ;
 * ici on ne fait que réunir les données et dire ce qui manque.
 */
import type { Projet } from '../colonnes/projets';
import { collectifsRetenus, estAgree, type Contexte } from '../controle/contexte';
import { acompteMaxN, acompteMaxN1 } from '../../reglement/acompte';
import type { Bareme } from '../../reglement/bareme';
import { bonus, bonusControles, bonusDe } from '../../reglement/bonus';
import { chargeAPayer, engagement } from '../../reglement/cloture';
import { excedent80 } from '../../reglement/cofinancement';
import type { Etape, Resultat } from '../../reglement/explication';
import { aPayer, ecartControle, indu, soldeN, soldeN1, soldePs } from '../../reglement/liquidation';
import { ZERO, somme, type Decimal } from '../../valeurs/montant';
import { ps } from '../../reglement/ps';
import { partN, partN1 } from '../../reglement/repartition';
import { acomptesDe } from './acomptes';
import { CLES_MONTANTS, type CalculProjet, type CleMontant, type Montants } from './montants';

type Resultats = Partial<Record<CleMontant, Resultat | null>>;

/** Un calcul dont une donnée manque n'a pas de résultat. */
const si = <A, B>(a: A | null, b: B | null, calcul: (a: A, b: B) => Resultat): Resultat | null =>
  a === null || b === null ? null : calcul(a, b);

export function calculerProjet(projet: Projet, contexte: Contexte): CalculProjet {
  const { bareme, arrondi } = contexte.lecture.parametres;
  const agree = estAgree(projet);
  const retenus = collectifsRetenus(projet);
  const psDe = (cout: Decimal | null, nb: number | null): Resultat | null =>
    bareme ? si(cout, nb, (c, n) => ps(c, n, bareme, arrondi)) : null;

  const previsionnelle = psDe(projet.coutPrevisionnel, projet.collectifsAgrees);
  const reelle = psDe(projet.coutReel, retenus);
  const prev = previsionnelle?.montant ?? null;
  const reel = reelle?.montant ?? null;
  const acomptes = acomptesDe(projet, contexte);
  const dusBonus = bonusDus(projet, bareme, agree);
  const lesBonus = dusBonus?.total.montant ?? null;

  // sans agrément, la Ps reste théorique : rien n'est dû, rien ne se solde
  const reelAgree = agree ? reel : null;
  const solde =
    reelAgree === null || acomptes.n === null || acomptes.n1 === null
      ? null
      : soldePs(reelAgree, acomptes.n, acomptes.n1);
  const reference = coutDeReference(projet, prev, reel);
  const famille =
    reference.ps === null || lesBonus === null
      ? null
      : somme([reference.ps, lesBonus, projet.fondsLocaux ?? ZERO, projet.autresBrancheFamille ?? ZERO]);

  const resultats: Resultats = {
    psPrevisionnelle: previsionnelle,
    partN: prev && partN(prev),
    partN1: prev && partN1(prev),
    acompteMaxN: prev && acompteMaxN(prev),
    acompteMaxN1: prev && acompteMaxN1(prev),
    chargeAPayer: agree ? si(prev, acomptes.nAvantCloture, chargeAPayer) : null,
    engagement: agree ? prev && engagement(prev) : null,
    bonusEnfants: dusBonus?.enfants ?? null,
    bonusParents: dusBonus?.parents ?? null,
    bonus: dusBonus?.total ?? null,
    psReelle: reelle,
    soldeN: si(reelAgree, acomptes.n, soldeN),
    soldeN1: si(reelAgree, acomptes.n1, soldeN1),
    soldePs: solde,
    aPayer: si(solde?.montant ?? null, lesBonus, aPayer),
    indu: solde && indu(solde.montant),
    excedent80: si(reference.cout, famille, excedent80),
    controle: controle(projet, retenus, reelAgree, psDe, bareme),
  };
  const montants = {} as Record<CleMontant, Decimal | null>;
  const etapes: Partial<Record<CleMontant, readonly Etape[]>> = {};
  for (const cle of CLES_MONTANTS) {
    const resultat = resultats[cle];
    montants[cle] = resultat?.montant ?? null;
    if (resultat) etapes[cle] = resultat.etapes;
  }
  montants.acomptesN = acomptes.n;
  montants.acomptesN1 = acomptes.n1;
  if (!agree && prev !== null) montants.chargeAPayer = montants.engagement = ZERO;
  return {
    projet,
    agree,
    collectifsRetenus: retenus,
    montants,
    etapes,
    acomptesNAvantCloture: acomptes.nAvantCloture ?? ZERO,
    brancheFamille: famille,
    coutDeReference: reference.cout,
  };
}

/** Bonus dus : aucun sans agrément, inconnus si le barème ou une cellule manque. */
function bonusDus(
  p: Projet,
  bareme: Bareme | null,
  agree: boolean,
): Record<'enfants' | 'parents' | 'total', Resultat> | null {
  const nbEnfants = agree ? (p.bonusEnfants ?? 0) : 0;
  const nbParents = agree ? (p.bonusParents ?? 0) : 0;
  const montantEnfants = bareme?.bonusEnfants ?? (nbEnfants === 0 ? ZERO : null);
  const montantParents = bareme?.bonusParents ?? (nbParents === 0 ? ZERO : null);
  if (
    montantEnfants === null ||
    montantParents === null ||
    p.illisibles.has('bonusEnfants') ||
    p.illisibles.has('bonusParents')
  )
    return null;
  return {
    enfants: bonusDe('enfants', nbEnfants, montantEnfants),
    parents: bonusDe('parents', nbParents, montantParents),
    total: bonus(nbEnfants, nbParents, montantEnfants, montantParents),
  };
}

/** Le coût des 80 % : le réel s'il est connu, sinon le prévisionnel, avec la Ps qui lui répond. Un coût nul ne mesure rien. */
function coutDeReference(
  p: Projet,
  prev: Decimal | null,
  reel: Decimal | null,
): { cout: Decimal | null; ps: Decimal | null } {
  if (p.coutReel?.gt(0)) return { cout: p.coutReel, ps: reel };
  if (p.coutPrevisionnel?.gt(0)) return { cout: p.coutPrevisionnel, ps: prev };
  return { cout: null, ps: null };
}

/** Une cellule illisible ne se remplace pas par une autre donnée. */
const DU_CONTROLE = ['coutControle', 'collectifsControles', 'bonusEnfants', 'bonusParents'] as const;

/** Ps et bonus recalculés sur les données contrôlées, comparés au droit initial. */
function controle(
  p: Projet,
  retenus: number | null,
  reelle: Decimal | null,
  psDe: (cout: Decimal | null, nb: number | null) => Resultat | null,
  bareme: Bareme | null,
): Resultat | null {
  if (
    (p.coutControle === null && p.collectifsControles === null) ||
    DU_CONTROLE.some((cle) => p.illisibles.has(cle)) ||
    reelle === null ||
    !bareme?.bonusEnfants ||
    !bareme.bonusParents
  )
    return null;
  const nb = p.collectifsControles ?? retenus;
  const psControlee = psDe(p.coutControle ?? p.coutReel, nb);
  if (psControlee === null || nb === null) return null;
  const { bonusEnfants, bonusParents } = bareme;
  const initial = bonus(p.bonusEnfants ?? 0, p.bonusParents ?? 0, bonusEnfants, bonusParents);
  const controles = bonus(
    bonusControles(p.bonusEnfants ?? 0, nb),
    bonusControles(p.bonusParents ?? 0, nb),
    bonusEnfants,
    bonusParents,
  );
  const ecart = ecartControle(reelle.plus(initial.montant), psControlee.montant.plus(controles.montant));
  return { montant: ecart.montant, etapes: [...psControlee.etapes, ...controles.etapes, ...ecart.etapes] };
}

/** Totaux des projets agréés : somme de ce qui est connu, `null` si rien ne l'est. */
export function totaliser(calculs: readonly CalculProjet[]): Montants {
  const agrees = calculs.filter((c) => c.agree);
  return Object.fromEntries(
    CLES_MONTANTS.map((cle) => {
      const connus = agrees.flatMap((c) => c.montants[cle] ?? []);
      return [cle, connus.length > 0 ? somme(connus) : null];
    }),
  ) as Montants;
}
