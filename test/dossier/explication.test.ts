/** « Pourquoi ce montant ? » va jusqu'aux cellules ; « Et si » est le calcul d'un classeur où la cellule vaut autre chose. */
import fc from 'fast-check';
import { examiner } from '../../src/dossier/examiner';
import { CLES_MONTANTS, MONTANTS } from '../../src/dossier/calcul/montants';
import { lieuDOrigine, lieuDuManque } from '../../src/dossier/calcul/origines';
import { CHAMPS_SUPPOSES, supposer, type Supposition } from '../../src/dossier/calcul/supposer';
import { creerContexte } from '../../src/dossier/controle/contexte';
import { cascadeBonus, cascadePs } from '../../src/dossier/restitution/cascade';
import { expliquerDossier } from '../../src/dossier/restitution/sorties/explication';
import { formuleChiffree, type Etape } from '../../src/reglement/explication';
import { montant } from '../../src/valeurs/montant';
import { PROJET, classeur, jour, type Ligne } from './fabrique';

const euros = fc.integer({ min: 0, max: 40_000 }).map((n) => n / 100 + n);
const nombre = fc.integer({ min: 0, max: 6 });
const ligne = fc.record({
  agrement: fc.constantFrom('favorable', 'favorable', 'refusé', 'en attente'),
  coutPrevisionnel: fc.option(euros),
  coutReel: fc.option(euros),
  coutControle: fc.option(euros),
  collectifsAgrees: nombre,
  collectifsReels: fc.option(nombre),
  collectifsControles: fc.option(nombre),
  montantAccorde: fc.option(euros),
  fondsLocaux: fc.option(euros),
  autresBrancheFamille: fc.option(euros),
  bonusEnfants: fc.option(nombre),
  bonusParents: fc.option(nombre),
  bonusEnfantsReels: fc.option(nombre),
  bonusParentsReels: fc.option(nombre),
  acomptesN: fc.option(euros),
  acomptesN1: fc.option(euros),
});
const versement = fc.record({
  dossier: fc.constant('P-1'),
  nature: fc.constantFrom('acompte', 'reversement', 'solde', 'rappel', 'indu', 'bonus', 'indu bonus'),
  gestion: fc.constantFrom('N', 'N+1'),
  date: fc.constantFrom(jour('2021-11-20'), jour('2022-03-01'), null),
  montant: euros,
  reference: fc.constant(null),
});
const versements = fc.option(fc.array(versement, { maxLength: 5 }), { nil: undefined });

const lire = (projet: Ligne, verses: readonly Ligne[] | undefined) =>
  classeur({ projets: [{ ...PROJET, ...projet }], ...(verses && { versements: verses }) });

test('la cellule où mène une entrée contient ce nombre', () => {
  fc.assert(
    fc.property(ligne, versements, (projet, verses) => {
      const { lecture, calculs } = examiner(lire(projet, verses), { au: '2022-11-02' });
      for (const { projet: p, montants, brancheFamille } of calculs)
        for (const m of [...CLES_MONTANTS.map((cle) => montants[cle]), brancheFamille])
          for (const etape of m.montant === null ? [] : m.etapes)
            for (const [nom, origine] of Object.entries(etape.origines ?? {})) {
              const cellule = lieuDOrigine(lecture, p.ligne, origine)?.valeur;
              expect([etape.etape, nom, montant((cellule ?? 0) as number).toString()]).toEqual([
                etape.etape,
                nom,
                String(etape.entrees[nom]),
              ]);
            }
    }),
  );
});

/** Ce que seul le classeur ou le barème sait : tout autre nombre d'une étape est le résultat d'une étape d'avant. */
const DU_BAREME = /^(taux|prix plafond|montant maximal publié|bonus)$/;

test('aucun nombre d’une explication ne vient de nulle part', () => {
  fc.assert(
    fc.property(ligne, versements, (projet, verses) => {
      const { calculs } = examiner(lire(projet, verses), { au: '2022-11-02' });
      for (const { montants } of calculs)
        for (const cle of CLES_MONTANTS) {
          const m = montants[cle];
          if (m.montant === null) continue;
          const connus = new Set<string>(['0']);
          for (const { etape, entrees, origines = {}, montant: fait } of m.etapes) {
            for (const [nom, valeur] of Object.entries(entrees))
              if (!DU_BAREME.test(nom) && !(nom in origines))
                // un montant positif pris à l'envers, ou le partage d'une étape d'avant
                expect([cle, etape, nom, connus.has(String(valeur)) || /^part/.test(nom)]).toEqual([
                  cle,
                  etape,
                  nom,
                  true,
                ]);
            connus.add(fait.toString());
          }
        }
    }),
  );
});

test('« Et si » donne ce que donnerait le classeur corrigé', () => {
  const cle = fc.constantFrom(...CHAMPS_SUPPOSES);
  fc.assert(
    fc.property(ligne, versements, fc.dictionary(cle, nombre), (projet, verses, supposition) => {
      const avant = examiner(lire(projet, verses), { au: '2022-11-02' });
      const apres = examiner(lire({ ...projet, ...supposition }, verses), { au: '2022-11-02' });
      const lue = Object.fromEntries(
        Object.entries(supposition).map(([c, n]) => [c, c.startsWith('cout') ? montant(n) : n]),
      ) as Supposition;
      const suppose = avant.calculs.map((c) =>
        supposer(c.projet, lue, creerContexte(avant.lecture, avant.au)),
      );
      const dits = (calculs: typeof suppose) =>
        calculs.map(({ montants }) => CLES_MONTANTS.map((c) => [c, montants[c].montant?.toFixed(2) ?? null]));
      expect(dits(suppose)).toEqual(dits([...apres.calculs]));
    }),
  );
});

test('« Et si » remplace une cellule illisible ; les autres le restent', () => {
  const { lecture, calculs, au } = examen({
    coutPrevisionnel: 'x',
    coutReel: 18_000,
    collectifsReels: 'y',
    fondsLocaux: 'z',
  });
  const suppose = calculs.map((c) =>
    supposer(c.projet, { coutPrevisionnel: montant(18_000), collectifsReels: 2 }, creerContexte(lecture, au)),
  );
  expect(
    suppose.map(({ collectifsRetenus, montants: m }) => [
      collectifsRetenus,
      m.psRetenue.montant?.toFixed(2),
      m.psReelle.montant?.toFixed(2),
      m.excedent80.montant,
    ]),
  ).toEqual([[2, '5850.00', '5126.00', null]]);
});

const examen = (projet: Ligne, verses?: readonly Ligne[]) =>
  examiner(lire(projet, verses), { au: '2022-01-10' });
const escalier = (projet: Ligne, verses?: readonly Ligne[]) =>
  examen(projet, verses)
    .calculs.flatMap((c) => cascadePs(c))
    .map(({ intitule, montant: m }) => [intitule, m.montant?.toFixed(2) ?? null]);

test('l’escalier de la Ps, de la demande au reste', () => {
  const acompte = {
    dossier: 'P-1',
    nature: 'acompte',
    gestion: 'N',
    date: jour('2021-11-20'),
    montant: 1000,
  };
  const agree = { montantDemande: 6000, montantAccorde: 5000, coutReel: 18_000 };
  expect(escalier(agree, [acompte])).toEqual([
    ['Demandé', '6000.00'],
    ['Accordé', '5000.00'],
    ['Dû', '5000.00'],
    ['Versé', '1000.00'],
    ['Reste à payer', '4000.00'],
  ]);
  // refusé : rien n'est accordé, ce qui est versé se recouvre
  expect(escalier({ ...agree, agrement: 'refusé' }, [acompte])).toEqual([
    ['Demandé', '6000.00'],
    ['Accordé', '0.00'],
    ['Dû', '0.00'],
    ['Versé', '1000.00'],
    ['Reste à recouvrer', '1000.00'],
  ]);
  // pas encore décidé : rien ne se dit à la place
  expect(escalier({ agrement: 'en attente' })).toEqual([
    ['Demandé', null],
    ['Accordé', null],
    ['Dû', null],
    ['Versé', '0.00'],
    ['Reste à payer', null],
  ]);
});

test('les bonus ont le leur', () => {
  const [calcul] = examen({ coutReel: 18_000, bonusEnfantsReels: 0 }).calculs;
  expect(calcul && cascadeBonus(calcul).map((p) => [p.intitule, p.montant.montant?.toFixed(2)])).toEqual([
    ['Accordé', '600.00'],
    ['Dû', '300.00'],
    ['Versé', '0.00'],
    ['Reste à payer', '300.00'],
  ]);
});

test('la branche Famille montre ses étapes, et le manque sa cellule', () => {
  const vu = examen({ fondsLocaux: 100 });
  const [calcul] = vu.calculs;
  const famille = calcul?.brancheFamille;
  expect(famille?.montant === null ? [] : famille?.etapes.map((e) => e.etape)).toEqual([
    'Coût plafonné',
    'Ps',
    'Ps retenue',
    'Bonus enfants',
    'Bonus parents',
    'Bonus',
    'Branche Famille',
  ]);
  const manque = calcul?.montants.psReelle;
  expect(manque?.montant === null && manque.manque.map((m) => lieuDuManque(vu.lecture, 2, m)?.champ)).toEqual(
    ['coutReel'],
  );
});

test('l’explication à copier : chaque palier, ses chiffres, sa source et ses cellules', () => {
  const vu = examen({ montantAccorde: 5000 });
  const texte = vu.calculs.map((c) => expliquerDossier(c, vu)).join();
  const sans = texte.replaceAll(/[\u00a0\u202f]/g, ' ');
  expect(sans).toContain('P-1 — Association Les Marronniers — Clas des Marronniers');
  expect(sans).toContain('Ps — Accordé : 5 000,00 €');
  expect(sans).toContain('5 850,00 €, au plus 5 000,00 € = 5 000,00 € (Circ. 2021-006, § 3.1 ; Projets!');
  expect(sans).toContain('Ps — Dû : inconnu\n  - Coût réel : à saisir');
});

/** Contrôlé, payé, plafonné par l'accordé : aucune donnée du calcul n'y manque. */
const COMPLET: Ligne = {
  coutPrevisionnel: 24_000,
  montantAccorde: 7_600,
  coutReel: 22_500,
  collectifsReels: 3,
  coutControle: 20_000,
  collectifsControles: 2,
  bonusEnfants: 3,
  bonusParents: 2,
  bonusEnfantsReels: 2,
  fondsLocaux: 100,
  autresBrancheFamille: 50,
};
const VERSES: readonly Ligne[] = [
  { dossier: 'P-1', nature: 'acompte', gestion: 'N', date: jour('2021-11-20'), montant: 2000 },
  { dossier: 'P-1', nature: 'acompte', gestion: 'N+1', date: jour('2022-01-10'), montant: 3200 },
  { dossier: 'P-1', nature: 'bonus', gestion: 'N+1', date: jour('2022-06-10'), montant: 300 },
];
const complet = (change: Ligne = {}, verses: readonly Ligne[] | null = VERSES) =>
  examiner(lire({ ...COMPLET, ...change }, verses ?? undefined), { au: '2022-06-30' }).calculs[0]?.montants;
type Montants = NonNullable<ReturnType<typeof complet>>;
type Cle = (typeof CLES_MONTANTS)[number];
const etapesDe = (m: Montants | undefined, cle: Cle) => {
  const trouve = m?.[cle];
  if (!trouve || trouve.montant === null) throw new Error(`${cle} est inconnu.`);
  return trouve.etapes;
};

/** De quoi chaque montant se tire : la Ps retenue pour l'avance, la liquidée pour le solde, la due pour le reste. */
const SOURCES: readonly (readonly [Cle, ...Cle[]])[] = [
  ['partN', 'psRetenue'],
  ['partN1', 'psRetenue'],
  ['acompteMaxN', 'psRetenue'],
  ['acompteMaxN1', 'psRetenue'],
  ['chargeAPayer', 'psRetenue'],
  ['engagement', 'psRetenue'],
  ['acompteDisponibleN1', 'acompteMaxN1', 'acomptesN1'],
  ['soldeN', 'psLiquidee', 'acomptesN'],
  ['soldeN1', 'psLiquidee', 'acomptesN1'],
  ['soldePs', 'psLiquidee', 'acomptesN', 'acomptesN1'],
  ['aPayer', 'soldePs', 'bonusDu'],
  ['indu', 'soldePs'],
  ['controlePs', 'psLiquidee', 'psControlee'],
  ['controleBonus', 'bonusDu', 'bonusControle'],
  ['controle', 'controlePs', 'controleBonus'],
  ['psDue', 'psControlee'],
  ['bonusDuFinal', 'bonusControle'],
  ['versePs', 'versePsN', 'versePsN1'],
  ['resteN', 'psDue', 'versePsN'],
  ['resteN1', 'psDue', 'versePsN1'],
  ['resteAPayerPs', 'psDue', 'versePs'],
  ['resteAPayerBonus', 'bonusDuFinal', 'verseBonus'],
  ['resteAPayer', 'resteAPayerPs', 'resteAPayerBonus'],
  ['resteARecouvrerPs', 'psDue', 'versePs'],
  ['resteARecouvrerBonus', 'bonusDuFinal', 'verseBonus'],
  ['resteARecouvrer', 'resteARecouvrerPs', 'resteARecouvrerBonus'],
  ['excedent80', 'psLiquidee', 'bonusDu'],
];
test.each(SOURCES)('%s montre d’abord comment a été fait ce dont il se tire', (cle, ...sources) => {
  const m = complet();
  const lue = (e: Etape) => `${e.etape} : ${formuleChiffree(e)} = ${e.montant.toFixed(2)}`;
  // une étape qui se lit de même ne se répète pas
  const avant = [...new Set(sources.flatMap((s) => etapesDe(m, s)).map(lue))];
  const siennes = etapesDe(m, cle);
  expect(siennes.slice(0, avant.length).map(lue)).toEqual(avant);
  expect(new Set(siennes.map(lue)).size).toBe(siennes.length);
  expect(siennes.length).toBeGreaterThan(avant.length);
});

const sansInsecables = (texte: string | undefined): string | undefined => texte?.replaceAll(/\s/g, ' ');
/** La règle de la Ps est la même aux trois âges ; l'intitulé d'une part rappelle sa fraction. */
const NOMS: Readonly<Partial<Record<Cle, string>>> = { psPrevisionnelle: 'Ps', psReelle: 'Ps' };
/** Échu à ce jour. */
const SANS_OBJET: readonly Cle[] = ['acompteDisponibleN'];
test.each(CLES_MONTANTS.filter((cle) => !SANS_OBJET.includes(cle)))(
  '%s : sa dernière étape porte son nom, et chaque nombre de ses formules se dit',
  (cle) => {
    const etapes = etapesDe(complet(), cle);
    const { intitule } = MONTANTS[cle];
    expect([intitule, intitule.replace(/ \(.*\)$/, ''), NOMS[cle]].map(sansInsecables)).toContain(
      sansInsecables(etapes.at(-1)?.etape),
    );
    for (const { formule, entrees } of etapes)
      expect(new Set(Object.keys(entrees))).toEqual(
        new Set([...formule.matchAll(/\{([^}]*)\}/g)].map(([, nom]) => nom)),
      );
  },
);

test.each(['resteAPayer', 'aPayer', 'excedent80', 'versePs'] as const)(
  '%s : aucune étape ne se dit deux fois, même quand deux de ses sources en viennent',
  (cle) => {
    const etapes = etapesDe(complet(), cle).map((e) => JSON.stringify(e));
    expect(etapes).toEqual([...new Set(etapes)]);
  },
);

test('un montant qui en reprend un autre le nomme, avec la section d’où il vient', () => {
  const derniere = (m: Montants | undefined, cle: Cle) => {
    const { etape, formule, source } = etapesDe(m, cle).at(-1) ?? {};
    return [etape, formule, source];
  };
  expect(derniere(complet(), 'psDue')).toEqual([
    'Ps due',
    '{Ps contrôlée}',
    derniere(complet(), 'psControlee')[2],
  ]);
  const sans = complet({ coutControle: null, collectifsControles: null });
  expect(derniere(sans, 'psDue')).toEqual(['Ps due', '{Ps liquidée}', derniere(sans, 'psLiquidee')[2]]);
  const nulle = complet({ coutReel: 0, coutControle: null, collectifsControles: null });
  expect(derniere(nulle, 'bonusDu').slice(0, 2)).toEqual(['Bonus dû', 'Ps nulle : le bonus la complète']);
});

test('les parts d’un contrôle montrent la part d’avant, puis celle d’après', () => {
  const m = complet();
  for (const [cle, part, nom] of [
    ['controlePsN', 'Part N (4/10)', 'Contrôle : part N'],
    ['controlePsN1', 'Part N+1 (6/10)', 'Contrôle : part N+1'],
  ] as const)
    expect(etapesDe(m, cle).map((e) => e.etape)).toEqual([
      ...[...etapesDe(m, 'psLiquidee').map((e) => e.etape), part],
      ...[...etapesDe(m, 'psControlee').map((e) => e.etape), part, nom],
    ]);
});

/** « étape : entrée ← colonne », pour tout ce qui se lit dans Projets ; les versements, par leur ligne. */
const lues = (m: Montants | undefined, cle: Cle): string[] =>
  etapesDe(m, cle).flatMap(({ etape, origines = {} }) =>
    Object.entries(origines).map(
      ([nom, o]) => `${etape} : ${nom} ← ${o.table === 'projets' ? o.champ : `${o.champ}, ligne ${o.ligne}`}`,
    ),
  );
const deLaPs = (cout: string, nb: string): string[] => [
  `Coût plafonné : coût ← ${cout}`,
  `Coût plafonné : nb ← ${nb}`,
];
const BONUS = ['Bonus enfants : nb ← bonusEnfants', 'Bonus parents : nb ← bonusParents'];
const BONUS_REELS = ['Bonus enfants : nb ← bonusEnfantsReels', 'Bonus parents : nb ← bonusParents'];

test.each<[Cle, Ligne, readonly string[]]>([
  ['psPrevisionnelle', {}, [...deLaPs('coutPrevisionnel', 'collectifsAgrees'), 'Ps : nb ← collectifsAgrees']],
  [
    'psRetenue',
    {},
    [
      ...deLaPs('coutPrevisionnel', 'collectifsAgrees'),
      'Ps : nb ← collectifsAgrees',
      'Ps retenue : montant accordé ← montantAccorde',
    ],
  ],
  ['psReelle', {}, deLaPs('coutReel', 'collectifsReels')],
  ['psReelle', { collectifsReels: null }, deLaPs('coutReel', 'collectifsAgrees')],
  [
    'psLiquidee',
    {},
    [...deLaPs('coutReel', 'collectifsReels'), 'Ps liquidée : montant accordé ← montantAccorde'],
  ],
  [
    'psControlee',
    {},
    [
      ...deLaPs('coutControle', 'collectifsControles'),
      'Ps : nb ← collectifsControles',
      'Ps contrôlée : montant accordé ← montantAccorde',
    ],
  ],
  [
    'psControlee',
    { coutControle: null, montantAccorde: null },
    [...deLaPs('coutReel', 'collectifsControles'), 'Ps : nb ← collectifsControles'],
  ],
  [
    'psControlee',
    { collectifsControles: null, montantAccorde: null },
    deLaPs('coutControle', 'collectifsReels'),
  ],
  [
    'psControlee',
    { collectifsControles: null, collectifsReels: null, montantAccorde: null },
    deLaPs('coutControle', 'collectifsAgrees'),
  ],
  ['bonusEnfants', {}, BONUS.slice(0, 1)],
  ['bonusParents', {}, BONUS.slice(1)],
  ['bonus', {}, BONUS],
  ['bonusDu', {}, BONUS_REELS],
  ['bonusControle', {}, BONUS_REELS],
  // le nombre de collectifs borne les bonus : c'est lui qui a fixé le nombre
  [
    'bonusControle',
    { bonusEnfantsReels: 3 },
    ['Bonus enfants : nb ← collectifsControles', 'Bonus parents : nb ← bonusParents'],
  ],
  [
    'bonusDu',
    { collectifsReels: 1, bonusEnfantsReels: null },
    ['Bonus enfants : nb ← collectifsReels', 'Bonus parents : nb ← collectifsReels'],
  ],
  ['acomptesN', {}, ['Acomptes N versés : acompte du 20/11/2021 (ligne 2) ← montant, ligne 2']],
  ['versePsN1', {}, ['Ps N+1 versée : acompte du 10/01/2022 (ligne 3) ← montant, ligne 3']],
  ['verseBonus', {}, ['Bonus versé : bonus du 10/06/2022 (ligne 4) ← montant, ligne 4']],
  [
    'excedent80',
    { montantAccorde: null },
    [
      ...deLaPs('coutReel', 'collectifsReels'),
      ...BONUS_REELS,
      'Branche Famille : fonds locaux ← fondsLocaux',
      'Branche Famille : autres financements ← autresBrancheFamille',
      'Dépassement des 80 % : coût ← coutReel',
    ],
  ],
  [
    'excedent80',
    { montantAccorde: null, coutReel: null, coutControle: null },
    [
      ...deLaPs('coutPrevisionnel', 'collectifsAgrees'),
      'Ps : nb ← collectifsAgrees',
      ...BONUS,
      'Branche Famille : fonds locaux ← fondsLocaux',
      'Branche Famille : autres financements ← autresBrancheFamille',
      'Dépassement des 80 % : coût ← coutPrevisionnel',
    ],
  ],
])('%s, %j : chaque entrée lue mène à sa cellule', (cle, change, attendues) => {
  expect(lues(complet(change), cle)).toEqual(attendues);
});

test('sans journal, un acompte mène à sa colonne', () => {
  const m = complet({ acomptesN: 2000, acomptesN1: 3200 }, null);
  expect(
    ['acomptesN', 'acomptesN1', 'versePsN', 'versePsN1', 'verseBonus'].map((c) => lues(m, c as Cle)),
  ).toEqual([
    ['Acomptes N versés : colonne Acomptes N ← acomptesN'],
    ['Acomptes N+1 versés : colonne Acomptes N+1 ← acomptesN1'],
    ['Ps N versée : colonne Acomptes N ← acomptesN'],
    ['Ps N+1 versée : colonne Acomptes N+1 ← acomptesN1'],
    [],
  ]);
});

test('une origine dont la feuille ou la colonne manque n’a pas de lieu', () => {
  const { lecture } = examiner(classeur({ sans: ['fondsLocaux'] }), { au: '2022-06-30' });
  expect(lieuDOrigine(lecture, 2, { table: 'projets', champ: 'coutReel' })?.champ).toBe('coutReel');
  expect(lieuDOrigine(lecture, 2, { table: 'projets', champ: 'fondsLocaux' })).toBeNull();
  expect(lieuDOrigine(lecture, 2, { table: 'versements', champ: 'montant', ligne: 3 })).toBeNull();
  expect(lieuDOrigine(lecture, 2, { table: 'parametres', champ: 'annee' })).toBeNull();
  expect(lieuDuManque(lecture, 2, { champ: 'bareme', raison: 'absent' })).toBeNull();
  const avec = lire({}, VERSES.slice(0, 2));
  const lieu = (ligne?: number) => {
    const l = lieuDuManque(examiner(avec, { au: '2022-06-30' }).lecture, 2, {
      champ: 'versements',
      raison: 'nonCompte',
      ...(ligne !== undefined && { ligne }),
    });
    return [l?.feuille, l?.ligne, l?.champ];
  };
  expect([lieu(3), lieu()]).toEqual([
    ['Versements', 3, 'montant'],
    ['Versements', 1, 'montant'],
  ]);
});
