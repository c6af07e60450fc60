/** Les montants d'un projet : cycle de vie, agrément, acomptes, 80 %, bonus, contrôle, totaux. */
import {
  CLES_MONTANTS,
  FAITS,
  GROUPES,
  clesDuGroupe,
  type CleMontant,
  type Groupe,
} from '../../src/dossier/calcul/montants';
import { effectifsDits } from '../../src/dossier/calcul/totaux';
import { CYCLE_INDU, CYCLE_SOLDE } from '../outils/cycle';
import { examen, projet, versement, jour, type Ligne, type Reglages } from './fabrique';

const montants = (change: Ligne, reste: Reglages = {}): Record<string, string | null> => {
  const m = examen({ projets: [projet(change)], ...reste }).calculs[0]?.montants;
  return Object.fromEntries(CLES_MONTANTS.map((c) => [c, m?.[c].montant?.toFixed(2) ?? null]));
};

const CYCLE = {
  collectifsAgrees: 3,
  coutPrevisionnel: 24000,
  bonusEnfants: 3,
  bonusParents: 2,
  collectifsReels: 3,
};
const VERSES: Reglages = {
  versements: [
    versement({ montant: 2000 }),
    versement({ gestion: 'N+1', date: jour('2022-02-10'), montant: 3200 }),
  ],
};

test('cycle de vie des règles : compte de résultat de 22 500 €', () => {
  expect(montants({ ...CYCLE, coutReel: 22500 }, VERSES)).toEqual({
    ...CYCLE_SOLDE,
    excedent80: '0.00',
    controle: null,
    // sans montant accordé ni contrôle, l'année entière dit la même chose que le cycle
    psRetenue: '7689.00',
    psLiquidee: '7312.50',
    acompteDisponibleN: null,
    acompteDisponibleN1: '29.38',
    bonusDu: '1500.00',
    psControlee: null,
    bonusControle: null,
    controlePs: null,
    controleBonus: null,
    controlePsN: null,
    controlePsN1: null,
    psDue: '7312.50',
    bonusDuFinal: '1500.00',
    versePsN: '2000.00',
    versePsN1: '3200.00',
    versePs: '5200.00',
    verseBonus: '0.00',
    resteN: '925.00',
    resteN1: '1187.50',
    resteAPayerPs: '2112.50',
    resteAPayerBonus: '1500.00',
    resteAPayer: '3612.50',
    resteARecouvrerPs: '0.00',
    resteARecouvrerBonus: '0.00',
    resteARecouvrer: '0.00',
  });
});

test('cycle de vie des règles : compte de résultat de 10 000 €, l’indu ne se compense pas avec le bonus', () => {
  expect(montants({ ...CYCLE, coutReel: 10000 }, VERSES)).toMatchObject(CYCLE_INDU);
});

test('contrôle : Ps et bonus recalculés, le bonus ramené aux collectifs contrôlés', () => {
  expect(
    montants({ ...CYCLE, coutReel: 22500, coutControle: 15000, collectifsControles: 2 }, VERSES).controle,
  ).toBe('-2737.50');
  expect(
    montants({ ...CYCLE, coutReel: 22500, coutControle: 22500, collectifsControles: 3 }, VERSES).controle,
  ).toBe('0.00');
  expect(montants({ ...CYCLE, coutReel: 22500, coutControle: 24000 }, VERSES).controle).toBe('376.50');
});

test.each(['en attente', 'refusé', null])(
  'agrément %j : la Ps théorique se montre, rien n’est dû, rien n’entre dans les totaux',
  (agrement) => {
    const e = examen({ projets: [projet({ ...CYCLE, agrement, coutReel: 22500 })] });
    const m = e.calculs[0]?.montants;
    expect([m?.psPrevisionnelle, m?.psReelle].map((d) => d?.montant?.toFixed(2))).toEqual([
      '7689.00',
      '7312.50',
    ]);
    expect([m?.bonus, m?.chargeAPayer, m?.engagement].map((d) => d?.montant?.toFixed(2))).toEqual([
      '0.00',
      '0.00',
      '0.00',
    ]);
    expect([m?.soldePs, m?.aPayer].map((x) => x?.montant)).toEqual([null, null]);
    // refusé, tout acompte est un indu ; en attente, rien ne se dit
    expect(m?.indu.montant?.toFixed(2) ?? null).toBe(agrement === 'refusé' ? '0.00' : null);
    const connus = CLES_MONTANTS.filter((cle) => !FAITS.has(cle) && e.totaux[cle].montant !== null);
    expect(connus).toEqual([]);
    expect(e.effectifs).toEqual({
      projets: 0,
      collectifs: 0,
      enfants: 0,
    });
  },
);

test('un acompte N daté de N+1 ou sans date compte dans le solde, pas dans l’arrêté de N', () => {
  const acomptes = [
    versement({ montant: 1000 }),
    versement({ montant: 100, date: jour('2022-01-05') }),
    versement({ montant: 10, date: null }),
  ];
  expect(montants({ ...CYCLE, coutReel: 24000 }, { versements: acomptes })).toMatchObject({
    acomptesN: '1110.00',
    chargeAPayer: '2075.60',
    soldeN: '1965.60',
  });
});

test('coût réel sans collectifs réels : les agréés ; coût manquant : rien', () => {
  expect(montants({ collectifsReels: null, coutReel: 24000 }).psReelle).toBe('7689.00');
  expect(montants({ coutPrevisionnel: null })).toMatchObject({
    psPrevisionnelle: null,
    partN: null,
    chargeAPayer: null,
    acomptesN: '0.00',
    excedent80: null,
  });
});

test.each([
  ['barème publié', '7689.00'],
  ['centime', '7687.88'],
  ['euro', '7689.00'],
])('arrondi « %s »', (arrondi, attendu) => {
  expect(montants(CYCLE, { parametres: { 'Arrondi Ps': arrondi } }).psPrevisionnelle).toBe(attendu);
});

test('le dernier jour de N compte dans l’arrêté de N, le lendemain non', () => {
  const acomptes = [
    versement({ montant: 1000, date: jour('2021-12-31') }),
    versement({ montant: 100, date: jour('2022-01-01') }),
  ];
  expect(montants(CYCLE, { versements: acomptes })).toMatchObject({
    acomptesN: '1100.00',
    chargeAPayer: '2075.60',
  });
});

test('un acompte illisible : rien de ce qui en dépend ne se calcule', () => {
  expect(montants({ ...CYCLE, coutReel: 22500, acomptesN: 'x', acomptesN1: 3200 })).toMatchObject({
    acomptesN: null,
    chargeAPayer: null,
    soldeN: null,
    soldeN1: '1187.50',
    soldePs: null,
    aPayer: null,
    indu: null,
    engagement: '4613.40',
  });
  expect(montants({ ...CYCLE, coutReel: 22500, acomptesN: 2000, acomptesN1: 'x' })).toMatchObject({
    acomptesN1: null,
    chargeAPayer: '1075.60',
    soldeN: '925.00',
    soldeN1: null,
    soldePs: null,
  });
});

test('les colonnes des acomptes, sans journal ; un journal sans aucun acompte du dossier les rend inconnues', () => {
  const colonnes = { ...CYCLE, coutReel: 22500, acomptesN: 2000, acomptesN1: 3200 };
  expect(montants(colonnes)).toMatchObject({ chargeAPayer: '1075.60', aPayer: '3612.50' });
  expect(montants(colonnes, { versements: [versement({ dossier: 'P-2' })] })).toMatchObject({
    acomptesN: null,
    acomptesN1: null,
    chargeAPayer: null,
    versePs: null,
    verseBonus: '0.00',
  });
});

test('80 % : Ps, bonus, fonds locaux et autres financements, sur le coût réel s’il est connu', () => {
  const autres = { ...CYCLE, fondsLocaux: 4000, autresBrancheFamille: 500 };
  // 3 250 + 1 500 + 4 000 + 500 − 8 000
  expect(montants({ ...autres, coutReel: 10000 }).excedent80).toBe('1250.00');
  expect(montants({ ...autres, coutPrevisionnel: 10000 }).excedent80).toBe('1250.00');
  expect(montants({ ...autres, coutPrevisionnel: 10000, coutReel: 0 }).excedent80).toBe('4500.00');
  // un coût nul est connu : tout ce que paie la branche Famille dépasse
  expect(montants({ ...autres, coutPrevisionnel: 0, coutReel: 0 }).excedent80).toBe('4500.00');
  expect(montants({ ...autres, coutPrevisionnel: 10000, coutReel: 24000 }).excedent80).toBe('0.00');
});

test.each([
  ['sans montant de bonus au barème, un bonus est inconnu', [null, null], {}, [null, null, null]],
  ['sans montant pour les parents', [300, null], {}, ['900.00', null, null]],
  ['sans montant pour les enfants', [null, 300], {}, [null, '600.00', null]],
  [
    'aucun bonus demandé : zéro, même sans montant',
    [null, null],
    { bonusEnfants: 0, bonusParents: 0 },
    ['0.00', '0.00', '0.00'],
  ],
  [
    'un montant par genre suffit à qui n’a que ce genre',
    [null, 290],
    { bonusEnfants: 0 },
    ['0.00', '580.00', '580.00'],
  ],
  ['un nombre d’enfants illisible', [300, 300], { bonusEnfants: 'x' }, [null, '600.00', null]],
  ['un nombre de parents illisible', [300, 300], { bonusParents: 'x' }, ['900.00', null, null]],
])('bonus : %s', (_titre, [enfants, parents], change, [e, p, total]) => {
  const bareme = [[2021, 0.325, 7885, 2563, enfants ?? null, parents ?? null, 'Cnaf']];
  expect(montants({ ...CYCLE, ...change }, { bareme })).toMatchObject({
    bonusEnfants: e,
    bonusParents: p,
    bonus: total,
  });
});

test('contrôle : chaque donnée contrôlée seule, et ce sans quoi il n’a pas de suite', () => {
  const reel = { ...CYCLE, coutReel: 22500 };
  // deux collectifs au plafond, un bonus de chaque genre par collectif : 5 126 + 1 200 − 7 312,50 − 1 500
  expect(montants({ ...reel, collectifsControles: 2 }).controle).toBe('-2486.50');
  // sans collectifs contrôlés, les retenus : 6 500 + 1 500 − 7 312,50 − 1 500
  expect(montants({ ...reel, coutControle: 20000 }).controle).toBe('-812.50');
  expect(montants({ ...reel, bonusEnfants: null, bonusParents: null, coutControle: 20000 }).controle).toBe(
    '-812.50',
  );
  for (const cle of ['coutControle', 'collectifsControles', 'bonusEnfants', 'bonusParents'])
    expect(
      montants({ ...reel, coutControle: 20000, collectifsControles: 2, [cle]: 'abc' }).controle,
    ).toBeNull();
  expect(montants({ ...CYCLE, coutControle: 20000 }).controle).toBeNull();
  expect(montants({ ...reel, agrement: 'en attente', coutControle: 20000 }).controle).toBeNull();
  const sansParents = [[2021, 0.325, 7885, 2563, 300, null, 'Cnaf']];
  expect(montants({ ...reel, coutControle: 20000 }, { bareme: sansParents }).controle).toBeNull();
  const sansEnfants = [[2021, 0.325, 7885, 2563, null, 300, 'Cnaf']];
  expect(montants({ ...reel, coutControle: 20000 }, { bareme: sansEnfants }).controle).toBeNull();
});

test('contrôle : l’explication va de la Ps contrôlée au droit initial', () => {
  const { calculs } = examen({ projets: [projet({ ...CYCLE, coutReel: 22500, coutControle: 20000 })] });
  const m = calculs[0]?.montants;
  const etapes = (cle: CleMontant) => {
    const montant = m?.[cle];
    return montant?.montant ? montant.etapes.map((e) => [e.etape, e.montant.toFixed(2)]) : [];
  };
  expect(etapes('psControlee')).toEqual([
    ['Coût plafonné', '20000.00'],
    ['Ps', '6500.00'],
    ['Ps contrôlée', '6500.00'],
  ]);
  expect(etapes('bonusControle')).toEqual([
    ['Bonus enfants', '900.00'],
    ['Bonus parents', '600.00'],
    ['Bonus contrôlé', '1500.00'],
  ]);
  const suite = etapes('controle');
  expect(suite.at(-1)).toEqual(['Suite du contrôle', '-812.50']);
  expect(suite).toEqual(
    expect.arrayContaining([
      ['Ps liquidée', '7312.50'],
      ['Ps contrôlée', '6500.00'],
      ['Contrôle : Ps', '-812.50'],
      ['Contrôle : bonus', '0.00'],
    ]),
  );
});

test('sans barème, rien ne se calcule', () => {
  expect(montants(CYCLE, { parametres: { 'Année scolaire': '2022-2023' }, bareme: [] })).toMatchObject({
    psPrevisionnelle: null,
    partN: null,
    chargeAPayer: null,
    engagement: null,
    bonus: null,
    excedent80: null,
  });
});

test('les totaux : les projets agréés, ce qui est connu de chacun, rien si rien ne l’est', () => {
  const { totaux } = examen({
    projets: [
      projet({ ...CYCLE, coutReel: 22500, acomptesN: 2000, acomptesN1: 3200 }),
      projet({ ...CYCLE, dossier: 'P-2', action: 'Autre', coutReel: null }),
      projet({ ...CYCLE, dossier: 'P-3', action: 'Encore', agrement: 'en attente' }),
    ],
  });
  const ecrits = Object.fromEntries(CLES_MONTANTS.map((c) => [c, totaux[c].montant?.toFixed(2) ?? null]));
  expect(ecrits).toMatchObject({
    psPrevisionnelle: '15378.00',
    acomptesN: '2000.00',
    chargeAPayer: '4151.20',
    psReelle: '7312.50',
    soldePs: '2112.50',
    bonus: '3000.00',
    controle: null,
  });
});

test('le calcul dit aussi ce qui sert à ses vérifications', () => {
  const [c] = examen({
    projets: [projet({ ...CYCLE, coutReel: 22500, collectifsReels: 2, fondsLocaux: 100 })],
    versements: [versement({ montant: 10 }), versement({ montant: 5, date: jour('2022-01-01') })],
  }).calculs;
  expect([c?.agree, c?.collectifsRetenus]).toEqual([true, 2]);
  // 2 × 2 563 + 1 200 dus (2 collectifs réels) + 100
  expect(
    [c?.acomptesNAvantCloture.montant, c?.brancheFamille.montant, c?.coutDeReference].map(String),
  ).toEqual(['10', '6426', '22500']);
});

test('chaque montant calculé porte ses étapes, leur formule et leur source', () => {
  const m = examen({ projets: [projet({ ...CYCLE, coutReel: 22500, coutControle: 20000 })], ...VERSES })
    .calculs[0]?.montants;
  for (const cle of CLES_MONTANTS.filter((c) => c !== 'acompteDisponibleN')) {
    const calcule = m?.[cle];
    if (!calcule || calcule.montant === null) throw new Error(`${cle} est inconnu.`);
    expect(calcule.etapes.at(-1)?.montant).toEqual(calcule.montant);
    for (const etape of calcule.etapes)
      expect([etape.formule, etape.source].every((t) => t.length > 0)).toBe(true);
  }
});

test('sans agrément : rien à payer ni à engager, que la Ps se calcule ou non', () => {
  const enAttente = { ...CYCLE, agrement: 'en attente' };
  expect(montants(enAttente)).toMatchObject({ chargeAPayer: '0.00', engagement: '0.00' });
  expect(montants({ ...enAttente, coutPrevisionnel: null })).toMatchObject({
    chargeAPayer: '0.00',
    engagement: '0.00',
  });
});

test('les effectifs : ce qui se lit s’additionne, l’illisible rend inconnu, ce que personne ne dit ne se dit pas', () => {
  const deux = (change: Ligne) =>
    examen({
      projets: [
        projet({ familles: 12, benevoles: 0, collectifsReels: 2 }),
        projet({ dossier: 'P-2', action: 'Autre', enfants: 24, familles: 3, ...change }),
      ],
    }).effectifs;
  const connus = deux({});
  expect(connus).toEqual({ projets: 2, collectifs: 5, enfants: 54, familles: 15, benevoles: 0 });
  expect(effectifsDits(connus)).toEqual(['collectifs', 'enfants', 'familles', 'benevoles']);
  expect(deux({ familles: null, enfants: null })).toMatchObject({ enfants: 30, familles: 12 });
  expect(deux({ familles: 'x', enfants: 'x' })).toMatchObject({
    enfants: null,
    familles: null,
    collectifs: 5,
  });
  expect(deux({ collectifsReels: 'x' }).collectifs).toBeNull();
  expect(deux({ accompagnateurs: 'x' })).toMatchObject({ accompagnateurs: null, benevoles: 0 });
});

test('chaque montant est d’un groupe et d’un seul, dans l’ordre de la liste', () => {
  const groupes = (Object.keys(GROUPES) as Groupe[]).map(clesDuGroupe);
  expect(groupes.flat().sort()).toEqual([...CLES_MONTANTS].sort());
  expect(clesDuGroupe('droit')).toEqual(['psPrevisionnelle', 'psReelle', 'psRetenue', 'psLiquidee']);
});

test('le total d’un fait compte les dossiers refusés, celui d’un droit les seuls agréés', () => {
  const { totaux } = examen({
    projets: [projet({}), projet({ dossier: 'P-2', action: 'Autre', agrement: 'refusé' })],
    versements: [versement({ montant: 100 }), versement({ dossier: 'P-2', montant: 40 })],
  });
  expect([totaux.versePs.montant?.toFixed(2), totaux.psRetenue.montant?.toFixed(2)]).toEqual([
    '140.00',
    '5850.00',
  ]);
});
