/** Ce que coûte l'exactitude : les mêmes règles en nombres flottants, sans explication, et les centimes qu'elles perdent. */
import { lireXlsx } from '../src/classeur/xlsx';
import { calculerProjet } from '../src/dossier/calcul/calculer';
import type { CleMontant } from '../src/dossier/calcul/montants';
import { creerContexte } from '../src/dossier/controle/contexte';
import { examiner } from '../src/dossier/examiner';
import { grandClasseur } from './chaine';
import { alterner } from './chronometre';
import { fois, ms } from '../outils/rapport';
import type { Mesure } from './synthese';

const TOURS = 7;
const AU = '2022-09-15';

interface Entree {
  readonly cout: number;
  readonly reel: number;
  readonly nb: number;
  readonly enfants: number;
  readonly parents: number;
  readonly acomptesN: number;
  readonly acomptesN1: number;
}

const centime = (n: number): number => Math.round(n * 100) / 100;
const plancher = (n: number): number => Math.floor(n * 100) / 100;
const psFlottante = (cout: number, nb: number): number =>
  cout >= nb * 7885 ? nb * 2563 : centime(cout * 0.325);

function calculerEnFlottants(e: Entree): Partial<Record<CleMontant, number>> {
  const prev = psFlottante(e.cout, e.nb);
  const reelle = psFlottante(e.reel, e.nb);
  const [n, rn] = [centime(prev * 0.4), centime(reelle * 0.4)];
  const bonus = e.enfants * 300 + e.parents * 300;
  const [soldeN, soldeN1] = [rn - e.acomptesN, reelle - rn - e.acomptesN1];
  const soldePs = soldeN + soldeN1;
  return {
    psPrevisionnelle: prev,
    partN: n,
    partN1: prev - n,
    acompteMaxN: plancher(prev * 0.28),
    acompteMaxN1: plancher(prev * 0.42),
    chargeAPayer: Math.max(0, n - e.acomptesN),
    engagement: prev - n,
    bonus,
    psReelle: reelle,
    soldeN,
    soldeN1,
    soldePs,
    aPayer: Math.max(0, soldePs) + bonus,
    indu: Math.max(0, -soldePs),
    excedent80: Math.max(0, centime(reelle + bonus - e.reel * 0.8)),
  };
}

const nombre = (d: { toNumber: () => number } | null): number => d?.toNumber() ?? 0;

export async function mesurerFlottants(): Promise<Mesure> {
  const { lecture } = examiner(await lireXlsx(await grandClasseur()), { au: AU });
  const contexte = creerContexte(lecture, AU);
  // un compte de résultat à 97,31 % du budget, pour que toutes les règles aient à travailler
  const projets = lecture.projets.lignes
    .filter((p) => p.agrement === 'favorable')
    .map((p) => ({ ...p, coutReel: p.coutPrevisionnel?.times('0.9731').toDecimalPlaces(2) ?? null }));
  const exacts = projets.map((p) => calculerProjet(p, contexte));
  const entrees = exacts.map(({ projet: p, montants }): Entree => ({
    cout: nombre(p.coutPrevisionnel),
    reel: nombre(p.coutReel),
    nb: p.collectifsAgrees ?? 0,
    enfants: p.bonusEnfants ?? 0,
    parents: p.bonusParents ?? 0,
    acomptesN: nombre(montants.acomptesN.montant),
    acomptesN1: nombre(montants.acomptesN1.montant),
  }));
  let faux = 0;
  let total = 0;
  exacts.forEach(({ montants }, i) => {
    const flottants = calculerEnFlottants(entrees[i] as Entree);
    for (const [cle, valeur] of Object.entries(flottants) as [CleMontant, number][]) {
      total++;
      // « -0.00 » est un zéro, pas une faute
      if (montants[cle].montant?.toFixed(2) !== valeur.toFixed(2).replace(/^-(?=0\.00$)/, '')) faux++;
    }
  });
  const t = await alterner(
    {
      exact: () => projets.map((p) => calculerProjet(p, contexte)),
      flottants: () => entrees.map(calculerEnFlottants),
    },
    TOURS,
  );
  const parProjet = (t.exact / projets.length) * 1000;
  const texte = `Les règles de ${projets.length} projets agréés : **${ms(t.exact)}** en décimal exact, avec l’explication de chaque montant (${Math.round(parProjet)} µs par projet) ; **${ms(t.flottants)}** en flottants, sans explication. Rapport : ${fois(t.exact / t.flottants)}. Les flottants donnent ${faux} montants faux d’un centime ou plus sur ${total}.`;
  return {
    texte,
    synthese: [
      {
        mesure: 'Les montants d’un projet, exacts et expliqués',
        clas: `${Math.round(parProjet)} µs`,
        aCote: `${faux} centimes faux sur ${total} montants en flottants`,
      },
    ],
  };
}
