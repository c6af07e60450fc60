/**
 * Tous les montants d'un projet, de la demande au recouvrement. Chaque montant vient d'une règle de `src/reglement`,
 * avec ses étapes ; ici on ne fait que réunir les données et dire ce qui manque.
 */
import type { COLONNES_PROJETS, Projet } from '../colonnes/projets';
import { collectifsRetenus, estAgree, estEcarte, estRefuse, type Contexte } from '../controle/contexte';
import type { Parametres } from '../lecture/parametres';
import { acompteDisponible, acompteMaxN, acompteMaxN1 } from '../../reglement/acompte';
import type { Bareme } from '../../reglement/bareme';
import { bonus, bonusDe, bonusRealises, sansBonus } from '../../reglement/bonus';
import { chargeAPayer, engagement } from '../../reglement/cloture';
import { brancheFamille, excedent80 } from '../../reglement/cofinancement';
import { psControlee, psLiquidee, psRetenue } from '../../reglement/decision';
import { explique, resultat, type Etape, type Resultat } from '../../reglement/explication';
import {
  aPayer,
  ecartControle,
  indu,
  induRefuse,
  soldeN,
  soldeN1,
  soldePs,
} from '../../reglement/liquidation';
import { ps } from '../../reglement/ps';
import { repartir } from '../../reglement/repartition';
import { resteAPayer, resteARecouvrer, resteGestion } from '../../reglement/reste';
import { INTERPRETATION, circ } from '../../reglement/sources';
import { ZERO, type Decimal } from '../../valeurs/montant';
import {
  avec,
  estFaute,
  inconnu,
  lue,
  lueOu,
  raisonDe,
  sommeConnue,
  valeurDe,
  type Donnee,
  type Montant,
} from './connu';
import { journalDe, type Journal } from './journal';
import { CLES_MONTANTS, type CalculProjet, type CleMontant } from './montants';
import { etapesDe, precede, situer } from './origines';

type PsDe = (cout: Donnee<Decimal>, nb: Donnee<number>) => Montant;

const nul = (etape: string, motif: string): Resultat => resultat(etape, motif, {}, ZERO, circ('3.1'));
/** Où se lit la décision de la Caf. */
const ACCORDE = { 'montant accordé': 'montantAccorde' } as const;
const SANS_AGREMENT = 'sans agrément favorable, rien n’est dû';

const LIRE = Object.fromEntries(
  CLES_MONTANTS.map((cle) => [cle, ({ montants }: CalculProjet) => montants[cle]]),
) as Record<CleMontant, (c: CalculProjet) => Montant>;

/** Tout ce dont les montants d'un projet dépendent : de quoi les refaire sans retenir le classeur. */
interface Donnees {
  readonly projet: Projet;
  readonly parametres: Parametres;
  readonly journal: Journal;
  /** La gestion N+1 est-elle ouverte à la date de l'examen ? */
  readonly n1Ouverte: boolean;
}

export function calculerProjet(projet: Projet, contexte: Contexte): CalculProjet {
  return sansEtapes({
    projet,
    parametres: contexte.lecture.parametres,
    journal: journalDe(projet, contexte),
    n1Ouverte: contexte.au >= contexte.jour('01-01', 1),
  });
}

/** Un classeur fait cent mille montants, et l'agent en ouvre dix : leurs étapes se refont, ensemble, quand on les lit. */
function sansEtapes(donnees: Donnees): CalculProjet {
  const calcul = calculer(donnees);
  let refait: CalculProjet | undefined;
  const dire = (lire: (c: CalculProjet) => Montant): readonly Etape[] =>
    etapesDe(lire((refait ??= calculer(donnees))));
  const alleger = (m: Montant, lire: (c: CalculProjet) => Montant): Montant =>
    m.montant === null ? m : explique(m.montant, dire, lire);
  const montants = { ...calcul.montants };
  for (const cle of CLES_MONTANTS) montants[cle] = alleger(montants[cle], LIRE[cle]);
  return { ...calcul, montants, brancheFamille: alleger(calcul.brancheFamille, (c) => c.brancheFamille) };
}

function calculer({ projet, parametres, journal, n1Ouverte }: Donnees): CalculProjet {
  const p = projet;
  const { bareme: duClasseur, arrondi, limiterAuMontantAccorde: limiter } = parametres;
  const bareme: Donnee<Bareme> = duClasseur ?? inconnu({ champ: 'bareme', raison: 'absent' });
  const [agree, refuse] = [estAgree(p), estRefuse(p)];
  const sansAvis = raisonDe(p, 'agrement');
  /** Ce qui n'existe qu'avec un agrément ; `sinon` : ce qui vaut sans lui, si l'avis se lit. */
  const siAgree = (faire: () => Montant, sinon?: Montant): Montant =>
    agree
      ? faire()
      : sansAvis === 'absent'
        ? (sinon ?? inconnu({ champ: 'agrement', raison: refuse ? 'sansObjet' : 'absent' }))
        : inconnu({ champ: 'agrement', raison: sansAvis });

  const psDe: PsDe = (cout, nb) => avec([cout, nb, bareme], (c, n, b) => ps(c, n, b, arrondi));
  const retenus = nbRetenus(p);
  const accorde = lueOu(p, 'montantAccorde', null);
  const limite =
    limiter === null
      ? inconnu({ champ: 'limiterAuMontantAccorde', raison: 'illisible' })
      : limiter
        ? accorde
        : null;

  // la demande et la décision
  const previsionnelle = situer(psDe(lue(p, 'coutPrevisionnel'), lue(p, 'collectifsAgrees')), {
    coût: 'coutPrevisionnel',
    nb: 'collectifsAgrees',
  });
  const retenue: Montant = agree
    ? situer(avec([deResultat(previsionnelle), accorde], psRetenue), ACCORDE)
    : avec([deResultat(previsionnelle)], (prev) => psRetenue(prev, null));
  const base = valeurDe(retenue);
  const parts = avec([base], repartir);
  const maxN = precede(avec([base], acompteMaxN), retenue);
  const maxN1 = precede(avec([base], acompteMaxN1), retenue);
  const [acomptesN, acomptesN1] = [valeurDe(journal.acomptesN), valeurDe(journal.acomptesN1)];

  // la liquidation : sans agrément, la Ps reste théorique, rien ne se solde
  const champNb = p.collectifsReels === null ? 'collectifsAgrees' : 'collectifsReels';
  const reelle = situer(psDe(lue(p, 'coutReel'), retenus), { coût: 'coutReel', nb: champNb });
  const liquidee = situer(
    siAgree(() => avec([deResultat(reelle), limite], psLiquidee)),
    ACCORDE,
  );
  const liquide = valeurDe(liquidee);
  const lesBonus = bonusAccordes(p, bareme, siAgree);
  const du = siAgree(
    () => bonusDus(p, 'Bonus dû', { nb: retenus, champ: champNb }, liquidee, bareme),
    sansBonus('Bonus dû', SANS_AGREMENT),
  );
  const solde = precede(
    avec([liquide, acomptesN, acomptesN1], soldePs),
    liquidee,
    journal.acomptesN,
    journal.acomptesN1,
  );

  // le contrôle sur place
  const enControle = ['coutControle', 'collectifsControles'] as const;
  const controles = enControle.some((cle) => p[cle] !== null || p.illisibles.has(cle));
  const nbControles = p.collectifsControles ?? lueOu(p, 'collectifsControles', retenus);
  const siControle = (faire: () => Montant): Montant =>
    siAgree(() => (controles ? faire() : inconnu({ champ: 'coutControle', raison: 'sansObjet' })));
  const champNbControle = p.collectifsControles === null ? champNb : 'collectifsControles';
  const controlee = siControle(() => {
    const cout = lueOu(p, 'coutControle', lue(p, 'coutReel')) as Donnee<Decimal>;
    const surPlace = situer(psDe(cout, nbControles), {
      coût: p.coutControle === null ? 'coutReel' : 'coutControle',
      nb: champNbControle,
    });
    return situer(avec([deResultat(surPlace), limite], psControlee), ACCORDE);
  });
  const bonusControle = siControle(() =>
    bonusDus(p, 'Bonus contrôlé', { nb: nbControles, champ: champNbControle }, controlee, bareme),
  );
  const ecart = (initial: Donnee<Decimal>, final: Donnee<Decimal>, etape: string): Montant =>
    siControle(() => avec([initial, final], (i, f) => ecartControle(i, f, etape)));
  const partsControlees = avec([valeurDe(controlee)], repartir);
  const partsLiquidees = avec([liquide], repartir);
  const ecartDeParts = (gestion: 'n' | 'n1', etape: string): Montant => {
    const [initial, final] = [partDe(partsLiquidees, gestion), partDe(partsControlees, gestion)];
    return precede(ecart(valeurDe(initial), valeurDe(final), etape), liquidee, initial, controlee, final);
  };
  const controlePs = precede(ecart(liquide, valeurDe(controlee), 'Contrôle : Ps'), liquidee, controlee);
  const controleBonus = precede(
    ecart(valeurDe(du), valeurDe(bonusControle), 'Contrôle : bonus'),
    du,
    bonusControle,
  );

  // le dû, une fois tout connu
  const saufRefus = (etape: string, faire: () => Montant): Montant =>
    refuse ? nul(etape, 'agrément refusé : rien n’est dû') : siAgree(faire);
  const due = saufRefus('Ps due', () => renommer('Ps due', controles ? controlee : liquidee));
  const bonusFinal = saufRefus('Bonus dû, après contrôle', () =>
    renommer('Bonus dû, après contrôle', controles ? bonusControle : du),
  );
  const partsDues = avec([valeurDe(due)], repartir);
  const versePs = avec([deResultat(journal.versePsN), deResultat(journal.versePsN1)], (n, n1) =>
    resultat(
      'Ps versée',
      '{Ps N versée} + {Ps N+1 versée}',
      { 'Ps N versée': n.montant, 'Ps N+1 versée': n1.montant },
      n.montant.plus(n1.montant),
      circ('3.4'),
      [n, n1],
    ),
  );
  const reste = (regle: typeof resteAPayer): Record<'ps' | 'bonus' | 'total', Montant> => {
    const de = (objet: string, du: Montant, verse: Montant): Montant =>
      precede(
        avec([valeurDe(du), valeurDe(verse)], (d, v) => regle(objet, d, v)),
        du,
        verse,
      );
    const dePs = de('Ps', due, versePs);
    const deBonus = de('Bonus', bonusFinal, journal.verseBonus);
    const nom = regle === resteAPayer ? 'Reste à payer' : 'Reste à recouvrer';
    return { ps: dePs, bonus: deBonus, total: additionner(nom, { Ps: dePs, bonus: deBonus }) };
  };
  const [aPayerEncore, aRecouvrer] = [reste(resteAPayer), reste(resteARecouvrer)];

  const reference = coutDeReference(p, { agree, retenue, reelle, liquidee, bonus: lesBonus.total, du });
  const fonds = {
    Ps: valeurDe(reference.ps),
    bonus: valeurDe(reference.bonus),
    'fonds locaux': lueOu(p, 'fondsLocaux', ZERO),
    'autres financements': lueOu(p, 'autresBrancheFamille', ZERO),
  };
  const famille = precede(
    situer(
      avec([sommeConnue(Object.values(fonds))], (total) =>
        brancheFamille(fonds as Record<keyof typeof fonds, Decimal>, total),
      ),
      { 'fonds locaux': 'fondsLocaux', 'autres financements': 'autresBrancheFamille' },
    ),
    reference.ps,
    reference.bonus,
  );
  const disponible = (gestion: 'N' | 'N+1', ouverte: boolean, max: Montant, verses: Montant): Montant =>
    siAgree(() =>
      ouverte
        ? precede(
            avec([valeurDe(max), valeurDe(verses)], (m, v) => acompteDisponible(gestion, m, v)),
            max,
            verses,
          )
        : inconnu({ champ: 'jour', raison: 'sansObjet' }),
    );

  const montants: Record<CleMontant, Montant> = {
    psPrevisionnelle: previsionnelle,
    psRetenue: retenue,
    psReelle: reelle,
    psLiquidee: liquidee,
    partN: precede(partDe(parts, 'n'), retenue),
    partN1: precede(partDe(parts, 'n1'), retenue),
    acompteMaxN: maxN,
    acompteMaxN1: maxN1,
    acomptesN: journal.acomptesN,
    acomptesN1: journal.acomptesN1,
    acompteDisponibleN: disponible('N', !n1Ouverte, maxN, journal.acomptesN),
    acompteDisponibleN1: disponible('N+1', n1Ouverte, maxN1, journal.acomptesN1),
    chargeAPayer: siAgree(
      () =>
        precede(
          avec([base, valeurDe(journal.acomptesNAvantCloture)], chargeAPayer),
          retenue,
          journal.acomptesNAvantCloture,
        ),
      nul('Charge à payer N', SANS_AGREMENT),
    ),
    engagement: siAgree(
      () => precede(avec([base], engagement), retenue),
      nul('Engagement N+1', SANS_AGREMENT),
    ),
    bonusEnfants: lesBonus.enfants,
    bonusParents: lesBonus.parents,
    bonus: lesBonus.total,
    bonusDu: du,
    soldeN: precede(avec([liquide, acomptesN], soldeN), liquidee, journal.acomptesN),
    soldeN1: precede(avec([liquide, acomptesN1], soldeN1), liquidee, journal.acomptesN1),
    soldePs: solde,
    aPayer: siAgree(() => precede(avec([valeurDe(solde), valeurDe(du)], aPayer), solde, du)),
    indu: refuse
      ? precede(avec([acomptesN, acomptesN1], induRefuse), journal.acomptesN, journal.acomptesN1)
      : precede(avec([valeurDe(solde)], indu), solde),
    psControlee: controlee,
    bonusControle,
    controlePs,
    controleBonus,
    controlePsN: ecartDeParts('n', 'Contrôle : part N'),
    controlePsN1: ecartDeParts('n1', 'Contrôle : part N+1'),
    controle: siControle(() => additionner('Suite du contrôle', { Ps: controlePs, bonus: controleBonus })),
    psDue: due,
    bonusDuFinal: bonusFinal,
    versePsN: journal.versePsN,
    versePsN1: journal.versePsN1,
    versePs,
    verseBonus: journal.verseBonus,
    resteN: precede(
      avec([partsDues, valeurDe(journal.versePsN)], ({ n }, v) => resteGestion('N', n, v)),
      due,
      journal.versePsN,
    ),
    resteN1: precede(
      avec([partsDues, valeurDe(journal.versePsN1)], ({ n1 }, v) => resteGestion('N+1', n1, v)),
      due,
      journal.versePsN1,
    ),
    resteAPayerPs: aPayerEncore.ps,
    resteAPayerBonus: aPayerEncore.bonus,
    resteAPayer: aPayerEncore.total,
    resteARecouvrerPs: aRecouvrer.ps,
    resteARecouvrerBonus: aRecouvrer.bonus,
    resteARecouvrer: aRecouvrer.total,
    excedent80: precede(
      situer(avec([reference.cout, valeurDe(famille)], excedent80), { coût: reference.champ }),
      famille,
    ),
  };
  const ecarte = estEcarte(p);
  return {
    projet,
    agree: agree && !ecarte,
    ecarte,
    collectifsRetenus: collectifsRetenus(p),
    montants,
    acomptesNAvantCloture: journal.acomptesNAvantCloture,
    brancheFamille: famille,
    coutDeReference: reference.cout,
  };
}

/** Le résultat entier, pour que l'explication suive. */
const deResultat = (m: Montant): Donnee<Resultat> => m;

const partDe = (parts: Donnee<ReturnType<typeof repartir>>, gestion: 'n' | 'n1'): Montant =>
  avec([parts], (p) => p[gestion]);

/** Le même montant, sous le nom qu'il prend. */
const renommer = (etape: string, m: Montant): Montant =>
  avec([deResultat(m)], (r) =>
    explique(r.montant, () => {
      const { etape: nom = 'montant', source = INTERPRETATION } = r.etapes.at(-1) ?? {};
      return resultat(etape, `{${nom}}`, { [nom]: r.montant }, r.montant, source, [r]).etapes;
    }),
  );

/** Deux montants d'un même projet, chacun avec ses étapes. */
const additionner = (etape: string, { Ps, bonus: b }: Record<'Ps' | 'bonus', Montant>): Montant =>
  avec([deResultat(Ps), deResultat(b)], (x, y) =>
    resultat(
      etape,
      '{Ps} + {bonus}',
      { Ps: x.montant, bonus: y.montant },
      x.montant.plus(y.montant),
      circ('3.4'),
      [x, y],
    ),
  );

/** Collectifs retenus : les réels, à défaut les agréés ; une cellule illisible ne se remplace pas par l'autre. */
const nbRetenus = (p: Projet): Donnee<number> =>
  p.collectifsReels ?? (lueOu(p, 'collectifsReels', lue(p, 'collectifsAgrees')) as Donnee<number>);

/** Montant d'un bonus au barème ; inutile quand il n'y en a aucun. */
const parCollectif = (
  bareme: Donnee<Bareme>,
  cle: 'bonusEnfants' | 'bonusParents',
  nb: Donnee<number>,
): Donnee<Decimal> =>
  nb === 0
    ? ZERO
    : avec([nb, bareme], (_, b) => b[cle] ?? inconnu({ champ: 'baremeBonus', raison: 'absent' }));

function bonusAccordes(
  p: Projet,
  bareme: Donnee<Bareme>,
  siAgree: (faire: () => Montant, sinon: Montant) => Montant,
): Record<'enfants' | 'parents' | 'total', Montant> {
  const [nbEnfants, nbParents] = [lueOu(p, 'bonusEnfants', 0), lueOu(p, 'bonusParents', 0)];
  const enfants = parCollectif(bareme, 'bonusEnfants', nbEnfants);
  const parents = parCollectif(bareme, 'bonusParents', nbParents);
  return {
    enfants: siAgree(
      () =>
        situer(
          avec([nbEnfants, enfants], (n, u) => bonusDe('enfants', n, u)),
          { nb: 'bonusEnfants' },
        ),
      sansBonus('Bonus enfants', SANS_AGREMENT),
    ),
    parents: siAgree(
      () =>
        situer(
          avec([nbParents, parents], (n, u) => bonusDe('parents', n, u)),
          { nb: 'bonusParents' },
        ),
      sansBonus('Bonus parents', SANS_AGREMENT),
    ),
    total: siAgree(
      () =>
        situerBonus(
          avec([nbEnfants, nbParents, enfants, parents], (e, n, ue, up) => bonus(e, n, ue, up)),
          'bonusEnfants',
          'bonusParents',
        ),
      sansBonus('Bonus', SANS_AGREMENT),
    ),
  };
}

/** Bonus dus sur une Ps (liquidée ou contrôlée) : aucun si elle est nulle ; tant qu'elle s'attend, ceux accordés. */
function bonusDus(
  p: Projet,
  etape: string,
  collectifs: { readonly nb: Donnee<number>; readonly champ: keyof typeof COLONNES_PROJETS },
  surPs: Montant,
  bareme: Donnee<Bareme>,
): Montant {
  if (surPs.montant === null ? surPs.manque.some(estFaute) : surPs.montant.isZero())
    return surPs.montant === null ? surPs : sansBonus(etape, 'Ps nulle : le bonus la complète');
  const nb = (
    accordes: 'bonusEnfants' | 'bonusParents',
    reels: 'bonusEnfantsReels' | 'bonusParentsReels',
  ) => {
    const [a, r] = [lueOu(p, accordes, 0), lueOu(p, reels, null)];
    // aucun bonus accordé : inutile de savoir combien de collectifs ont fonctionné
    return a === 0 ? 0 : avec([a, r, collectifs.nb], bonusRealises);
  };
  /** La cellule qui a fixé le nombre : les réels, à défaut les accordés, à moins que les collectifs ne le bornent. */
  const champDe = (
    n: Donnee<number>,
    accordes: 'bonusEnfants' | 'bonusParents',
    reels: 'bonusEnfantsReels' | 'bonusParentsReels',
  ): keyof typeof COLONNES_PROJETS =>
    n === p[reels] ? reels : n === (p[accordes] ?? 0) ? accordes : collectifs.champ;
  const enfants = nb('bonusEnfants', 'bonusEnfantsReels');
  const parents = nb('bonusParents', 'bonusParentsReels');
  const dus = avec(
    [
      enfants,
      parents,
      parCollectif(bareme, 'bonusEnfants', enfants),
      parCollectif(bareme, 'bonusParents', parents),
    ],
    (e, n, ue, up) => bonus(e, n, ue, up, etape),
  );
  return situerBonus(
    dus,
    champDe(enfants, 'bonusEnfants', 'bonusEnfantsReels'),
    champDe(parents, 'bonusParents', 'bonusParentsReels'),
  );
}

/** Les deux nombres d'un bonus, chacun dans sa cellule. */
const situerBonus = (
  m: Montant,
  enfants: keyof typeof COLONNES_PROJETS,
  parents: keyof typeof COLONNES_PROJETS,
): Montant => situer(situer(m, { nb: enfants }, 'Bonus enfants'), { nb: parents }, 'Bonus parents');

interface PourLes80 {
  readonly agree: boolean;
  readonly retenue: Montant;
  readonly reelle: Montant;
  readonly liquidee: Montant;
  readonly bonus: Montant;
  readonly du: Montant;
}

interface Reference {
  readonly champ: 'coutReel' | 'coutPrevisionnel';
  readonly cout: Donnee<Decimal>;
  readonly ps: Montant;
  readonly bonus: Montant;
}

/** Le coût des 80 %, et ce qui lui répond : le réel, la Ps liquidée et le bonus dû ; à défaut le budget et l'accordé. */
function coutDeReference(p: Projet, m: PourLes80): Reference {
  const surLeReel = p.coutReel !== null || p.illisibles.has('coutReel');
  const champ = surLeReel ? 'coutReel' : 'coutPrevisionnel';
  return {
    champ,
    cout: lue(p, champ),
    ...(surLeReel ? { ps: m.agree ? m.liquidee : m.reelle, bonus: m.du } : { ps: m.retenue, bonus: m.bonus }),
  };
}
