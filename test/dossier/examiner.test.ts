/** Le moteur entier : cycle de vie, agrément, ordre des anomalies, contrôle en panne. */
import { calculerProjet } from '../../src/dossier/calcul/calculer';
import { CLES_MONTANTS } from '../../src/dossier/calcul/montants';
import { ETAPES } from '../../src/dossier/anomalies/catalogue';
import { creerContexte } from '../../src/dossier/controle/contexte';
import { examen, projet, rapport, versement, jour, type Ligne, type Reglages } from './fabrique';

const montants = (change: Ligne, reste: Reglages = {}): Record<string, string | null> => {
  const m = examen({ projets: [projet(change)], ...reste }).calculs[0]?.montants;
  return Object.fromEntries(CLES_MONTANTS.map((c) => [c, m?.[c]?.toFixed(2) ?? null]));
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
    psPrevisionnelle: '7689.00',
    partN: '3075.60',
    partN1: '4613.40',
    acompteMaxN: '2152.92',
    acompteMaxN1: '3229.38',
    acomptesN: '2000.00',
    acomptesN1: '3200.00',
    chargeAPayer: '1075.60',
    engagement: '4613.40',
    bonusEnfants: '900.00',
    bonusParents: '600.00',
    bonus: '1500.00',
    psReelle: '7312.50',
    soldeN: '925.00',
    soldeN1: '1187.50',
    soldePs: '2112.50',
    aPayer: '3612.50',
    indu: '0.00',
    excedent80: '0.00',
    controle: null,
  });
});

test('cycle de vie des règles : compte de résultat de 10 000 €, l’indu ne se compense pas avec le bonus', () => {
  expect(montants({ ...CYCLE, coutReel: 10000 }, VERSES)).toMatchObject({
    psReelle: '3250.00',
    soldeN: '-700.00',
    soldeN1: '-1250.00',
    soldePs: '-1950.00',
    indu: '1950.00',
    aPayer: '1500.00',
  });
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
    expect([m?.psPrevisionnelle, m?.psReelle].map((d) => d?.toFixed(2))).toEqual(['7689.00', '7312.50']);
    expect([m?.bonus, m?.chargeAPayer, m?.engagement].map((d) => d?.toFixed(2))).toEqual([
      '0.00',
      '0.00',
      '0.00',
    ]);
    expect([m?.soldePs, m?.aPayer, m?.indu]).toEqual([null, null, null]);
    expect(Object.values(e.totaux).every((t) => t === null)).toBe(true);
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

test('chaque montant calculé porte ses étapes, leur formule et leur source', () => {
  const calcul = examen({ projets: [projet({ ...CYCLE, coutReel: 22500, coutControle: 20000 })], ...VERSES })
    .calculs[0];
  const sansEtapes = CLES_MONTANTS.filter(
    (c) => c !== 'acomptesN' && c !== 'acomptesN1' && !calcul?.etapes[c]?.length,
  );
  expect(sansEtapes).toEqual([]);
  for (const cle of CLES_MONTANTS) {
    const derniere = calcul?.etapes[cle]?.at(-1);
    if (derniere) expect(derniere.montant).toEqual(calcul?.montants[cle]);
    for (const etape of calcul?.etapes[cle] ?? [])
      expect([etape.formule, etape.source].every((t) => t.length > 0)).toBe(true);
  }
});

test('les anomalies sont dans l’ordre : étape, feuille, ligne, colonne, code', () => {
  const projets = [
    projet({ agrement: 'en attente', commune: null, coutPrevisionnel: 'x', siret: '1' }),
    projet({ dossier: null, public: 'maternelle' }),
  ];
  const { anomalies } = examen({
    projets,
    versements: [versement({ dossier: 'Z' })],
    parametres: { Caf: null },
  });
  const cles = anomalies.map(
    (a) =>
      [
        ETAPES.indexOf(a.etape),
        ['Paramètres', 'Projets', 'Versements'].indexOf(a.feuille),
        a.ligne ?? 0,
        a.colonne ?? 0,
      ] as const,
  );
  const trie = [...cles].sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || a[3] - b[3]);
  expect(anomalies.length).toBeGreaterThan(5);
  expect(cles).toEqual(trie);
});

test('deux projets au même numéro ne disent pas deux fois un même versement', () => {
  const e = examen({
    projets: [projet({}), projet({ action: 'Autre' })],
    versements: [versement({ montant: 1638.01 })],
  });
  expect(rapport(e)).toEqual([
    'Projets!A2 dossier.doublon',
    'Projets!A3 dossier.doublon',
    'Versements!E2 acomptes.n-superieurs',
  ]);
});

test('le calcul ne dépend que de ses arguments', () => {
  const { lecture, au } = examen({ projets: [projet(CYCLE)] });
  const p = lecture.projets.lignes[0];
  if (!p) throw new Error('projet attendu');
  expect(calculerProjet(p, creerContexte(lecture, au))).toEqual(
    calculerProjet(p, creerContexte(lecture, au)),
  );
});
