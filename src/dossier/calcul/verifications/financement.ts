/** Cofinancement : la limite des 80 %, et l'équilibre du budget prévisionnel. */
import { anomalie, type Anomalie } from '../../anomalies/anomalie';
import { estRefuse, nombreBonus, type Contexte } from '../../controle/contexte';
import { SEUILS } from '../../seuils';
import { bonus } from '../../../reglement/bonus';
import { euros, pourCent } from '../../../reglement/explication';
import { ZERO } from '../../../valeurs/montant';
import { avec, estInconnu, inconnu, lueOu, sommeConnue, valeurDe } from '../connu';
import type { CalculProjet } from '../montants';
import type { Projet } from '../../colonnes/projets';

/** Ce qui peut se réduire, dans l'ordre proposé (interprétation) ; la Ps ne se réduit pas. */
const postesAReduire = (p: Projet): string =>
  [
    p.fondsLocaux?.gt(0) ? 'fonds locaux' : '',
    p.autresBrancheFamille?.gt(0) ? 'autres financements de la branche Famille' : '',
    nombreBonus(p) > 0 ? 'bonus' : '',
  ]
    .filter(Boolean)
    .join(', ') || 'vérifier le coût';

export function verifierFinancement(calcul: CalculProjet, contexte: Contexte): Anomalie[] {
  if (estRefuse(calcul.projet)) return [];
  return [...verifier80(calcul, contexte), ...verifierRecettes(calcul, contexte)];
}

function verifier80(
  { projet: p, montants, brancheFamille, coutDeReference: cout }: CalculProjet,
  { lecture: { projets } }: Contexte,
): Anomalie[] {
  const total = brancheFamille.montant;
  const excedent = montants.excedent80.montant;
  // un coût nul se dit par C-PS-02 : aucune part ne s'y mesure, et rien ne pourrait la faire baisser
  if (total === null || excedent === null || estInconnu(cout) || cout.isZero()) return [];
  const lieu = projets.lieu(p.ligne, p.coutReel === null ? 'coutPrevisionnel' : 'coutReel');
  // la part ne se divise que pour être dite
  const x = (): string => pourCent(total.div(cout));
  if (excedent.gt(0))
    return [
      anomalie('financement.depassement-80', lieu, {
        t: euros(total),
        x: x(),
        e: euros(excedent),
        ordre: postesAReduire(p),
      }),
    ];
  return total.gte(cout.times(SEUILS.tauxProche80))
    ? [anomalie('financement.proche-80', lieu, { x: x() })]
    : [];
}

function verifierRecettes({ projet: p, montants }: CalculProjet, { lecture }: Contexte): Anomalie[] {
  const { projets, parametres } = lecture;
  const { bareme } = parametres;
  const cout = p.coutPrevisionnel;
  if (!projets.a('autresRecettes') || p.illisibles.has('autresRecettes') || !cout?.gt(0)) return [];
  const autres = p.autresRecettes ?? ZERO;
  const lieu = projets.lieu(p.ligne, 'autresRecettes');
  // le bonus demandé compte au budget même avant l'agrément ; sans barème, on ne se prononce pas
  const demandes =
    bareme?.bonusEnfants && bareme.bonusParents
      ? bonus(p.bonusEnfants ?? 0, p.bonusParents ?? 0, bareme.bonusEnfants, bareme.bonusParents).montant
      : nombreBonus(p) === 0
        ? ZERO
        : inconnu({ champ: 'baremeBonus', raison: 'absent' });
  const ps = montants.psPrevisionnelle;
  const somme = sommeConnue([
    valeurDe(ps),
    avec([lueOu(p, 'bonusEnfants', 0), lueOu(p, 'bonusParents', 0)], () => demandes),
    lueOu(p, 'fondsLocaux', ZERO),
    lueOu(p, 'autresBrancheFamille', ZERO),
    autres,
  ]);
  const recettes = ps.montant?.gt(0) && !estInconnu(somme) ? somme : null;
  if (recettes?.gt(cout))
    return [anomalie('financement.recettes-superieures', lieu, { r: euros(recettes), c: euros(cout) })];
  if (autres.isZero()) return [anomalie('financement.sans-cofinanceur', lieu)];
  return recettes?.lt(cout)
    ? [anomalie('financement.budget-desequilibre', lieu, { e: euros(cout.minus(recettes)) })]
    : [];
}
