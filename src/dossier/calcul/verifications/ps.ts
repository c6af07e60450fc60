/** Vérifications de la Ps : coûts absents, plafond, écarts, comparaison avec les montants saisis. */
import { anomalie, type Anomalie } from '../../anomalies/anomalie';
import type { Collectif } from '../../colonnes/collectifs';
import { estRefuse, nombreBonus, parDossier, type Contexte } from '../../controle/contexte';
import { SEUILS } from '../../seuils';
import { euros, pourCent } from '../../../reglement/explication';
import { somme, type Decimal } from '../../../valeurs/montant';
import { auPlafond, ps } from '../../../reglement/ps';
import type { CalculProjet } from '../montants';
import { compteDeResultatDu } from './compteDeResultat';

const nul = (d: Decimal | null): boolean => d === null || d.isZero();

export function verifierPs(calcul: CalculProjet, contexte: Contexte): Anomalie[] {
  return [
    ...verifierCouts(calcul, contexte),
    ...verifierPlafond(calcul, contexte),
    ...verifierSaisies(calcul, contexte),
    ...verifierParCollectif(calcul, contexte),
  ];
}

function verifierCouts(calcul: CalculProjet, contexte: Contexte): Anomalie[] {
  const { projet: p, montants, agree, collectifsRetenus: retenus } = calcul;
  const { lecture, au, jour } = contexte;
  if (estRefuse(p)) return [];
  const { projets, parametres } = lecture;
  const anomalies: Anomalie[] = [];
  const absent = (cle: 'coutPrevisionnel' | 'coutReel'): boolean => nul(p[cle]) && !p.illisibles.has(cle);
  const reelNul = p.coutReel?.isZero() ?? false;
  const budgetLu = projets.a('coutPrevisionnel');
  if (budgetLu && absent('coutPrevisionnel') && (p.collectifsAgrees ?? 0) > 0)
    anomalies.push(anomalie('ps.cout-previsionnel-absent', projets.lieu(p.ligne, 'coutPrevisionnel')));
  const anneeFinie = au > jour(SEUILS.finExercice, 1);
  if (
    agree &&
    absent('coutReel') &&
    (reelNul || ((retenus ?? 0) > 0 && anneeFinie)) &&
    !compteDeResultatDu(calcul, contexte)
  )
    anomalies.push(
      anomalie(reelNul ? 'ps.cout-reel-nul' : 'ps.cout-reel-absent', projets.lieu(p.ligne, 'coutReel')),
    );
  const lieuBonus = projets.lieu(p.ligne, (p.bonusEnfants ?? 0) > 0 ? 'bonusEnfants' : 'bonusParents');
  // un coût réel nul est un fait : le bonus n'est pas dû, rien n'est à corriger pour autant
  if (agree && reelNul && nombreBonus(p) > 0) anomalies.push(anomalie('bonus.sans-ps-reelle', lieuBonus));
  if (
    p.coutReel !== null &&
    p.collectifsReels === null &&
    !p.illisibles.has('collectifsReels') &&
    p.collectifsAgrees !== null
  )
    anomalies.push(
      anomalie('ps.collectifs-reels-absents', projets.lieu(p.ligne, 'collectifsReels'), {
        a: p.collectifsAgrees,
      }),
    );
  if (
    budgetLu &&
    nombreBonus(p) > 0 &&
    (retenus ?? 0) > 0 &&
    parametres.bareme &&
    absent('coutPrevisionnel') &&
    p.coutReel === null &&
    !p.illisibles.has('coutReel') &&
    nul(montants.psPrevisionnelle.montant) &&
    agree
  )
    anomalies.push(anomalie('bonus.sans-ps', lieuBonus));
  if (p.coutPrevisionnel?.gt(0) && p.coutReel?.gt(0)) {
    const ecart = p.coutReel.minus(p.coutPrevisionnel).div(p.coutPrevisionnel);
    if (ecart.abs().gt(SEUILS.tauxEcartBudget))
      anomalies.push(
        anomalie('ps.ecart-budget', projets.lieu(p.ligne, 'coutReel'), {
          x: `${ecart.isPos() ? '+' : '−'}${pourCent(ecart.abs())}`,
        }),
      );
  }
  return anomalies;
}

function verifierPlafond(
  { projet: p, collectifsRetenus: retenus }: CalculProjet,
  { lecture }: Contexte,
): Anomalie[] {
  const { projets, parametres } = lecture;
  const { bareme } = parametres;
  if (!bareme) return [];
  const cas = [
    { cle: 'coutPrevisionnel', nb: p.collectifsAgrees },
    { cle: 'coutReel', nb: retenus },
  ] as const;
  return cas.flatMap(({ cle, nb }) => {
    const cout = p[cle];
    if (cout === null || !nb || !auPlafond(cout, nb, bareme)) return [];
    return [
      anomalie('ps.plafond-applique', projets.lieu(p.ligne, cle), {
        v: euros(cout.div(nb)),
        p: euros(bareme.prixPlafond),
      }),
    ];
  });
}

/** Une formule écrasée par une valeur, un montant accordé au-delà du droit. */
function verifierSaisies(
  { projet: p, montants }: CalculProjet,
  { lecture: { projets } }: Contexte,
): Anomalie[] {
  const droit = montants.psPrevisionnelle.montant;
  if (droit === null) return [];
  const anomalies: Anomalie[] = [];
  const { psSaisie, montantAccorde } = p;
  if (psSaisie !== null && !psSaisie.eq(droit))
    anomalies.push(
      anomalie('ps.montant-saisi-different', projets.lieu(p.ligne, 'psSaisie'), {
        a: euros(psSaisie),
        b: euros(droit),
        e: euros(psSaisie.minus(droit).abs()),
      }),
    );
  if (montantAccorde?.gt(droit))
    anomalies.push(
      anomalie('ps.accorde-superieur', projets.lieu(p.ligne, 'montantAccorde'), {
        a: euros(montantAccorde),
        d: euros(droit),
      }),
    );
  return anomalies;
}

/** Coût des collectifs d'un dossier et somme de leurs Ps, s'ils ont tous le leur. */
const parCollectif = parDossier((collectifs: readonly Collectif[], { lecture }) => {
  const { bareme, arrondi } = lecture.parametres;
  const couts = collectifs.flatMap((c) => c.cout ?? []);
  if (!bareme || couts.length !== collectifs.length) return null;
  return {
    nombre: couts.length,
    cout: somme(couts),
    ps: somme(couts.map((c) => ps(c, 1, bareme, arrondi).montant)),
  };
});

/** Quand chaque collectif a son coût : ce que donnerait le plafond appliqué collectif par collectif. */
function verifierParCollectif(
  { projet: p, montants, collectifsRetenus: retenus }: CalculProjet,
  contexte: Contexte,
): Anomalie[] {
  const detail = parCollectif(contexte.collectifsDe(p), contexte);
  if (!retenus || detail?.nombre !== retenus) return [];
  const { coutReel, coutPrevisionnel } = p;
  // d'autres coûts donneraient une autre Ps : c'est leur écart qui se dit (C-COL-07)
  const surLaMoyenne = coutReel?.eq(detail.cout)
    ? montants.psReelle.montant
    : coutPrevisionnel?.eq(detail.cout)
      ? montants.psPrevisionnelle.montant
      : null;
  if (surLaMoyenne === null || detail.ps.eq(surLaMoyenne)) return [];
  return [
    anomalie('ps.par-collectif-different', contexte.lecture.projets.lieu(p.ligne, 'coutPrevisionnel'), {
      a: euros(detail.ps),
      b: euros(surLaMoyenne),
    }),
  ];
}
