/** Acomptes au-delà des maximums, jugés à leur date, et au-delà des 4/10 : situés au versement qui fait dépasser. */
import { grouperPar } from '../../../valeurs/grouper';
import { anomalie, type Anomalie, type Lieu } from '../../anomalies/anomalie';
import {
  comptes,
  estAgree,
  parDossier,
  type Contexte,
  type VersementCompte,
  type VersementSitue,
} from '../../controle/contexte';
import { acompteMaxN, acompteMaxN1, jugerAcomptes, type JourDAcompte } from '../../../reglement/acompte';
import { tropVerseN } from '../../../reglement/cloture';
import { euros } from '../../../reglement/explication';
import { estAcompte, montantSigne } from '../../../reglement/journal';
import { repartir } from '../../../reglement/repartition';
import { ZERO } from '../../../valeurs/montant';
import { comparerTextes } from '../../../valeurs/ordre';
import { etatsDe } from '../avenants';
import { estInconnu } from '../connu';
import type { CalculProjet } from '../montants';

type Gestion = 'n' | 'n1';

const REGLES = {
  n: { max: acompteMaxN, cle: 'acomptesN', code: 'acomptes.n-superieurs', cleMax: 'acompteMaxN' },
  n1: { max: acompteMaxN1, cle: 'acomptesN1', code: 'acomptes.n1-superieurs', cleMax: 'acompteMaxN1' },
} as const;

const SANS_DATE = '9999-12-31';
const dateDe = (v: VersementCompte): string => v.date ?? SANS_DATE;

/** Acomptes et reversements comptés d'une gestion, par jour dans l'ordre ; un même jour garde l'ordre de la feuille. */
const acomptesParDate = parDossier((versements: readonly VersementSitue[]) => {
  const de = (gestion: Gestion): ReadonlyMap<string, readonly VersementCompte[]> =>
    grouperPar(
      comptes(versements)
        .filter((v) => v.gestion === gestion && estAcompte(v.nature))
        .sort((a, b) => comparerTextes(dateDe(a), dateDe(b))),
      dateDe,
    );
  return { n: de('n'), n1: de('n1') };
});

/** Le verdict d'une gestion, et le versement qui franchit le maximum ; `undefined` : un maximum n'est pas connu. */
function juger({ projet: p, montants }: CalculProjet, gestion: Gestion, contexte: Contexte) {
  const { max, cle, cleMax } = REGLES[gestion];
  const [total, maximum] = [montants[cle].montant, montants[cleMax].montant];
  if (total === null || maximum === null) return undefined;
  const { lecture, projetDe, versementsDe } = contexte;
  if (!lecture.versements) {
    const verdict = jugerAcomptes([{ versements: [total], maximum }], maximum);
    return { ...verdict, total, maximum, fautif: null };
  }
  // deux projets du même numéro partagent leur journal : le premier en dit ce qu'il y a à dire
  if (projetDe(p.dossier) !== p) return undefined;
  const parJour = acomptesParDate(versementsDe(p), contexte)[gestion];
  const etats = etatsDe(p, contexte);
  const changements = etats.flatMap((e) => e.depuis ?? []);
  const dates = [...new Set([...changements, ...parJour.keys()])].sort(comparerTextes);
  const jours: (JourDAcompte & { readonly date: string })[] = [];
  for (const date of dates) {
    const enVigueur = etats.findLast((e) => e.depuis === null || e.depuis <= date);
    // sans date, ou sans avenant, un acompte se juge à ce qui est décidé aujourd'hui
    const retenue = date === SANS_DATE ? undefined : enVigueur?.retenue;
    if (estInconnu(retenue)) return undefined;
    jours.push({
      date,
      versements: (parJour.get(date) ?? []).map(montantSigne),
      maximum: retenue === undefined ? maximum : max(retenue).montant,
    });
  }
  const verdict = jugerAcomptes(jours, maximum);
  const jour = verdict.jour === null ? undefined : jours[verdict.jour];
  let cumul = ZERO;
  const acomptes = [...parJour.values()].flat();
  const fautif =
    jour &&
    acomptes.find((v) => {
      const signe = montantSigne(v);
      cumul = cumul.plus(signe);
      return dateDe(v) === jour.date && signe.gt(0) && cumul.gt(jour.maximum);
    });
  return { ...verdict, total, maximum, fautif: fautif ?? null };
}

export function verifierAcomptes(calcul: CalculProjet, contexte: Contexte): Anomalie[] {
  const { projet: p, montants: m } = calcul;
  const { lecture } = contexte;
  const { projets, versements, parametres } = lecture;
  const retenue = m.psRetenue.montant;
  if (!estAgree(p) || retenue === null) return [];
  const { annee } = parametres;
  const anomalies: Anomalie[] = [];
  const verdicts = { n: juger(calcul, 'n', contexte), n1: juger(calcul, 'n1', contexte) };
  for (const gestion of ['n', 'n1'] as const) {
    const v = verdicts[gestion];
    if (v === undefined || v.verdict === 'régulier') continue;
    const { cle } = REGLES[gestion];
    const civile = gestion === 'n' ? annee : annee + 1;
    const [a, max] = [euros(v.total), euros(v.maximum)];
    const lieu: Lieu =
      versements && v.fautif
        ? versements.lieu(v.fautif.ligne, 'montant')
        : projets.lieu(p.ligne, versements ? 'dossier' : cle);
    const e = euros(v.total.minus(v.maximum));
    if (v.verdict === 'au-dessus après révision')
      anomalies.push(
        anomalie(
          'acomptes.apres-revision',
          projets.lieu(p.ligne, p.montantAccorde === null ? 'coutPrevisionnel' : 'montantAccorde'),
          { g: civile, a, m: max, e },
        ),
      );
    else if (gestion === 'n')
      anomalies.push(
        // sans journal, un acompte n'a pas de date : on ne peut pas dire qu'il était de trop le jour où il est parti
        anomalie(versements ? 'acomptes.n-superieurs' : 'acomptes.n-sans-date', lieu, {
          n: civile,
          a,
          m: max,
          ps: euros(retenue),
          e,
        }),
      );
    else
      anomalies.push(
        anomalie(versements ? 'acomptes.n1-superieurs' : 'acomptes.n1-sans-date', lieu, {
          n1: civile,
          a,
          m: max,
          ps: euros(retenue),
          e,
        }),
      );
  }
  const avant = calcul.acomptesNAvantCloture.montant;
  const trop = avant && tropVerseN(retenue, avant).montant;
  if (trop?.gt(0)) {
    // reversé depuis, ou régulier à sa date : un fait, que rien n'efface et que le solde régularise
    const suivi =
      m.acomptesN.montant?.lte(repartir(retenue).n.montant) || verdicts.n?.verdict !== 'irrégulier';
    anomalies.push(
      anomalie(
        suivi ? 'cloture.trop-verse-regulier' : 'cloture.trop-verse-n',
        projets.lieu(p.ligne, versements ? 'dossier' : 'acomptesN'),
        { n: annee, e: euros(trop) },
      ),
    );
  }
  return anomalies;
}
