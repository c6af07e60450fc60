/** Liquidation : compte de résultat reçu, écart avec la charge à payer, sommes à recouvrer, bonus payé pour le montant dû. */
import { anomalie, type Anomalie } from '../../anomalies/anomalie';
import { estRefuse, parDossier, type Contexte, type VersementSitue } from '../../controle/contexte';
import { ecartChargeAPayer } from '../../../reglement/cloture';
import { euros } from '../../../reglement/explication';
import { estDeBonus } from '../../../reglement/journal';
import { ZERO, type Decimal } from '../../../valeurs/montant';
import type { Montant } from '../connu';
import type { CalculProjet } from '../montants';
import { compteDeResultatDu } from './compteDeResultat';
import { ecrituresPassees, passePour } from '../passees';

export function verifierLiquidation(calcul: CalculProjet, contexte: Contexte): Anomalie[] {
  const { projet: p, montants, acomptesNAvantCloture } = calcul;
  const { lecture } = contexte;
  if (estRefuse(p)) return verifierRefuse(calcul, contexte);
  if (p.agrement === 'ajourné') return verifierAjourne(calcul, contexte);
  // sans décision, ni solde, ni reste, ni bonus dû n'est connu : rien ne se dit plus bas
  const { projets, parametres } = lecture;
  const anomalies: Anomalie[] = [];
  if (compteDeResultatDu(calcul, contexte))
    anomalies.push(
      anomalie('cloture.compte-de-resultat-absent', projets.lieu(p.ligne, 'coutReel'), {
        n1: parametres.annee + 1,
      }),
    );
  const [soldeN, acomptesN, charge] = [
    montants.soldeN.montant,
    montants.acomptesN.montant,
    chargeAuxComptes(calcul, contexte),
  ];
  if (soldeN && acomptesN && charge && acomptesNAvantCloture.montant) {
    const apres = acomptesN.minus(acomptesNAvantCloture.montant);
    const ecart = ecartChargeAPayer(soldeN, charge, apres).montant;
    if (!ecart.isZero())
      anomalies.push(
        anomalie('cloture.ecart-charge-a-payer', projets.lieu(p.ligne, 'coutReel'), {
          c: euros(charge),
          l: euros(soldeN.plus(apres)),
          e: euros(ecart),
        }),
      );
  }
  return [...anomalies, ...verifierReste(calcul, contexte), ...verifierBonusVerse(calcul, contexte)];
}

/** La charge passée, quand l'arrêté est figé ; sinon celle que l'on calcule. `null` : on ne la connaît pas. */
function chargeAuxComptes({ projet, montants, ecarte }: CalculProjet, { lecture }: Contexte): Decimal | null {
  const passees = ecrituresPassees(lecture);
  // à l'écart, il n'est pas de l'arrêté : aucune charge n'en est passée
  if (!passees) return ecarte ? null : montants.chargeAPayer.montant;
  const passe = passePour(passees, projet.dossier);
  return passe?.douteux ? null : (passe?.charge ?? ZERO);
}

/** Les natures payées au dossier, et son premier bonus. */
const payes = parDossier((versements: readonly VersementSitue[]) => ({
  natures: new Set(versements.map(({ versement }) => versement.nature)),
  bonus: versements.find(({ versement: { nature } }) => nature !== null && estDeBonus(nature)),
}));

/** La Ps et le bonus ensemble ; l'un peut être connu avant l'autre. */
const ensemble = (ps: Montant, bonus: Montant): Decimal | null =>
  ps.montant && bonus.montant ? ps.montant.plus(bonus.montant) : (ps.montant ?? bonus.montant);

/** Payé au-dessus du dû : à recouvrer, jusqu'à ce que ce le soit. Un solde, un rappel ou un bonus en est la cause : il se dit. */
function verifierReste({ projet: p, montants: m }: CalculProjet, contexte: Contexte): Anomalie[] {
  const { projets } = contexte.lecture;
  const anomalies: Anomalie[] = [];
  const connu = ensemble(m.resteARecouvrerPs, m.resteARecouvrerBonus);
  if (connu?.gt(0))
    anomalies.push(anomalie('cloture.indu', projets.lieu(p.ligne, 'coutReel'), { e: euros(connu) }));
  const causes = [
    { reste: m.resteARecouvrerPs, verse: m.versePs, du: m.psDue, natures: ['solde', 'rappel'] },
    {
      reste: m.resteARecouvrerBonus,
      verse: m.verseBonus,
      du: m.bonusDuFinal,
      natures: ['bonus', 'rappel bonus'],
    },
  ] as const;
  for (const { reste, verse, du, natures } of causes) {
    const sont = payes(contexte.versementsDe(p), contexte).natures;
    if (natures.some((n) => sont.has(n)) && reste.montant?.gt(0) && verse.montant && du.montant)
      anomalies.push(
        anomalie('ps.verse-superieur', projets.lieu(p.ligne, 'dossier'), {
          v: euros(verse.montant),
          d: euros(du.montant),
          e: euros(reste.montant),
        }),
      );
  }
  return anomalies;
}

/** Le bonus se paie en une fois : un autre montant que le dû se dit. */
function verifierBonusVerse({ projet: p, montants: m }: CalculProjet, contexte: Contexte): Anomalie[] {
  const { versements } = contexte.lecture;
  const premier = payes(contexte.versementsDe(p), contexte).bonus;
  const [verse, du] = [m.verseBonus.montant, m.bonusDuFinal.montant];
  if (!versements || !premier || !verse || !du || verse.eq(du)) return [];
  return [
    anomalie('bonus.verse-different', versements.lieu(premier.versement.ligne, 'montant'), {
      v: euros(verse),
      a: euros(du),
    }),
  ];
}

/** Refusé et payé : à recouvrer, jusqu'à ce que ce le soit. */
function verifierRefuse({ projet: p, montants: m }: CalculProjet, { lecture }: Contexte): Anomalie[] {
  const v = ensemble(m.resteARecouvrerPs, m.resteARecouvrerBonus);
  return v?.gt(0)
    ? [anomalie('agrement.refuse', lecture.projets.lieu(p.ligne, 'agrement'), { v: euros(v) })]
    : [];
}

function verifierAjourne({ projet: p, montants: m }: CalculProjet, { lecture }: Contexte): Anomalie[] {
  const v = ensemble(m.versePs, m.verseBonus);
  return v?.gt(0)
    ? [anomalie('agrement.ajourne-paye', lecture.projets.lieu(p.ligne, 'agrement'), { v: euros(v) })]
    : [];
}
