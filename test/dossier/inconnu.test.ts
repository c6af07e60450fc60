/** L'inconnu est contagieux : illisible, non compté, non lu ; et il dit pourquoi, du montant au total. */
import { avec, inconnu, inconnuDe, inconnuPour, type Manque } from '../../src/dossier/calcul/connu';
import { direManque, suiteDesCauses } from '../../src/dossier/calcul/manque';
import { CLES_MONTANTS, type CleMontant } from '../../src/dossier/calcul/montants';
import { examen, jour, projet, versement, type Ligne, type Reglages } from './fabrique';

const LIQUIDE: Ligne = { coutReel: 18000, collectifsReels: 3 };

/** Les clés inconnues d'un projet, pour cette raison. */
const inconnues = (r: Reglages, phrase: string): CleMontant[] => {
  const m = examen(r).calculs[0]?.montants;
  return CLES_MONTANTS.filter((cle) => {
    const montant = m?.[cle];
    return montant?.montant === null && montant.manque.some((x) => direManque(x) === phrase);
  });
};
const montant = (r: Reglages, cle: CleMontant): string | null =>
  examen(r).calculs[0]?.montants[cle].montant?.toFixed(2) ?? null;

const DES_ACOMPTES_N = ['acomptesN', 'chargeAPayer', 'soldeN', 'versePsN', 'resteN'];
const DES_DEUX = ['soldePs', 'aPayer', 'indu', 'versePs', 'resteAPayerPs', 'resteAPayer'];
const RECOUVRER = ['resteARecouvrerPs', 'resteARecouvrer'];
const trier = (cles: readonly string[]): string[] => [...cles].sort();

test.each([
  ['un montant en erreur', { montant: { illisible: '#REF!' } }],
  ['un montant vide', { montant: null }],
  ['une nature mal écrite', { nature: 'acompt', montant: 500 }],
])('%s dans le journal ne compte pas pour 0 €', (titre, change) => {
  const r = {
    projets: [projet(LIQUIDE)],
    versements: [versement({ montant: 100 }), versement({ ...change, date: jour('2021-12-02') })],
  };
  const cles = inconnues(r, 'Versements, ligne 3 : montant non compté');
  // une nature inconnue est peut-être un bonus
  const deBonus = titre.startsWith('une nature')
    ? ['verseBonus', 'resteAPayerBonus', 'resteARecouvrerBonus']
    : [];
  expect(trier(cles)).toEqual(trier([...DES_ACOMPTES_N, ...DES_DEUX, ...RECOUVRER, ...deBonus]));
  expect(montant(r, 'soldeN1')).toBe('3510.00');
  const e = examen(r);
  expect(e.anomalies.filter((a) => a.feuille === 'Versements').map((a) => [a.reference, a.gravite])).toEqual([
    ['C-ACO-08', 'bloquante'],
  ]);
  expect(e.totaux.acomptesN.montant).toBeNull();
  expect(e.totaux.psRetenue.montant).not.toBeNull();
});

test('une gestion illisible rend inconnues les deux gestions ; étrangère à l’année, elle ne compte nulle part', () => {
  const avec = (gestion: string): Reglages => ({
    projets: [projet(LIQUIDE)],
    versements: [versement({ montant: 100 }), versement({ gestion, date: jour('2021-12-02'), montant: 7 })],
  });
  expect([montant(avec('abc'), 'acomptesN'), montant(avec('abc'), 'acomptesN1')]).toEqual([null, null]);
  expect([montant(avec('2019'), 'acomptesN'), montant(avec('2019'), 'acomptesN1')]).toEqual([
    '100.00',
    '0.00',
  ]);
});

test('un bonus d’une gestion étrangère à l’année ne compte nulle part', () => {
  const bonus = (gestion: string, montant: number) =>
    versement({ nature: 'bonus', gestion, date: jour('2022-06-10'), montant });
  const r = { projets: [projet(LIQUIDE)], versements: [bonus('N+1', 300), bonus('2019', 7)] };
  expect([montant(r, 'verseBonus'), montant(r, 'versePs')]).toEqual(['300.00', '0.00']);
});

test('une date illisible : l’acompte est versé, rien ne dit s’il l’était avant l’arrêté de N', () => {
  const r = (gestion: string): Reglages => ({
    projets: [projet(LIQUIDE)],
    versements: [versement({ montant: 100 }), versement({ gestion, montant: 7, date: 'bientôt' })],
  });
  expect(montant(r('N'), 'acomptesN')).toBe('107.00');
  expect(inconnues(r('N'), 'Versements, ligne 3 : montant non compté')).toEqual(['chargeAPayer']);
  expect(montant(r('N+1'), 'acomptesN1')).toBe('7.00');
  expect(inconnues(r('N+1'), 'Versements, ligne 3 : montant non compté')).toEqual([]);
});

test('des fonds locaux en erreur ne comptent pas pour 0 € dans les 80 %', () => {
  const r = { projets: [projet({ fondsLocaux: { illisible: '#N/A' }, autresBrancheFamille: 9000 })] };
  expect(inconnues(r, 'Fonds locaux : cellule illisible')).toEqual(['excedent80']);
  const e = examen(r);
  expect(e.anomalies.filter((a) => a.reference.startsWith('C-FIN-0')).map((a) => a.code)).toEqual([
    'financement.double',
  ]);
  expect(e.totaux.excedent80.montant).toBeNull();
});

test('un compte de résultat illisible ne se remplace pas par le budget', () => {
  const r = { projets: [projet({ coutReel: 'néant', collectifsReels: 3 })] };
  const cles = inconnues(r, 'Coût réel : cellule illisible');
  expect(cles).toEqual(
    expect.arrayContaining([
      'psReelle',
      'psLiquidee',
      'bonusDu',
      'soldeN',
      'psDue',
      'resteAPayer',
      'excedent80',
    ]),
  );
  expect(montant(r, 'bonus')).toBe('600.00');
});

test('un montant accordé illisible : ni Ps retenue, ni rien de ce qui s’y appuie', () => {
  const r = { projets: [projet({ ...LIQUIDE, montantAccorde: 'à voir' })] };
  const cles = inconnues(r, 'Montant accordé : cellule illisible');
  expect(cles).toEqual(
    expect.arrayContaining(['psRetenue', 'partN', 'acompteMaxN', 'chargeAPayer', 'engagement', 'psDue']),
  );
  expect(montant(r, 'psPrevisionnelle')).toBe('5850.00');
});

test('un total laisse ce qui n’est pas encore là, et devient inconnu dès qu’un terme ne se compte pas', () => {
  const enCours = projet({ dossier: 'P-2', action: 'Autre' });
  const attente = examen({ projets: [projet(LIQUIDE), enCours] });
  expect(attente.totaux.psReelle.montant?.toFixed(2)).toBe('5850.00');
  const illisible = examen({ projets: [projet(LIQUIDE), projet({ ...enCours, coutReel: 'néant' })] });
  expect(illisible.totaux.psReelle).toEqual({
    montant: null,
    manque: [{ champ: 'coutReel', raison: 'illisible', dossier: 'P-2' }],
  });
  const avis = examen({ projets: [projet(LIQUIDE), projet({ ...enCours, agrement: 'à voir' })] });
  expect(avis.totaux.psRetenue.montant).toBeNull();
  const orphelin = examen({ projets: [projet(LIQUIDE)], versements: [versement({ dossier: 'P-9' })] });
  expect(orphelin.totaux.versePs.montant).toBeNull();
  expect(orphelin.calculs[0]?.montants.versePs.montant?.toFixed(2)).toBe('0.00');
});

test('un seul terme illisible, loin derrière des dossiers en attente, rend le total inconnu', () => {
  const attente = Array.from({ length: 25 }, (_, i) => projet({ dossier: `P-${i}`, action: `Action ${i}` }));
  const illisible = projet({ dossier: 'P-X', action: 'Autre', coutReel: 'néant' });
  expect(examen({ projets: [...attente, illisible] }).totaux.psReelle).toEqual({
    montant: null,
    manque: [{ champ: 'coutReel', raison: 'illisible', dossier: 'P-X' }],
  });
});

test('un total que rien ne fait encore connaître dit ce qui est attendu', () => {
  expect(examen({ projets: [projet({})] }).totaux.psReelle).toEqual({
    montant: null,
    manque: [{ champ: 'coutReel', raison: 'absent', dossier: 'P-1' }],
  });
});

test('un total inconnu par une faute ne dit que les fautes', () => {
  const deux = projet({ coutReel: 'néant', collectifsAgrees: null, collectifsReels: null });
  const e = examen({ projets: [deux] });
  const m = e.calculs[0]?.montants.psReelle;
  expect(m?.montant === null ? m.manque.map(direManque) : []).toEqual([
    'Coût réel : cellule illisible',
    'Collectifs agréés : à saisir',
  ]);
  expect(e.totaux.psReelle).toEqual({
    montant: null,
    manque: [{ champ: 'coutReel', raison: 'illisible', dossier: 'P-1' }],
  });
});

test.each([
  ['acomptesN', 2000, 'nonCompte', ['acomptesN', 'chargeAPayer', 'versePsN'], ['acomptesN1', 'versePsN1']],
  ['acomptesN', 'x', 'illisible', ['acomptesN', 'chargeAPayer', 'versePsN'], ['acomptesN1', 'versePsN1']],
  ['acomptesN1', 3200, 'nonCompte', ['acomptesN1', 'versePsN1'], ['acomptesN', 'versePsN']],
  ['acomptesN1', 'x', 'illisible', ['acomptesN1', 'versePsN1'], ['acomptesN', 'versePsN']],
] as const)(
  'à côté d’un journal sans acompte du dossier, la colonne %s (%j) est un manque : %s',
  (colonne, saisi, raison, inconnus, connus) => {
    const r = {
      projets: [projet({ ...LIQUIDE, [colonne]: saisi })],
      versements: [versement({ dossier: 'P-2' })],
    };
    const m = examen(r).calculs[0]?.montants;
    for (const cle of inconnus)
      expect(m?.[cle]).toEqual({ montant: null, manque: [{ champ: colonne, raison }] });
    expect(connus.map((cle) => montant(r, cle))).toEqual(['0.00', '0.00']);
    expect(montant(r, 'verseBonus')).toBe('0.00');
  },
);

test('l’explication d’une somme versée cite chaque versement, avec son signe', () => {
  const m = examen({
    projets: [projet({})],
    versements: [
      versement({ montant: 1300, date: jour('2021-12-03') }),
      versement({ nature: 'reversement', montant: 300, date: null }),
    ],
  }).calculs[0]?.montants.acomptesN;
  expect(m?.montant?.toFixed(2)).toBe('1000.00');
  expect(m?.montant ? m.etapes.map((e) => e.formule) : []).toEqual([
    '{acompte du 03/12/2021 (ligne 2)} − {reversement sans date (ligne 3)}',
  ]);
});

test('un versement sans numéro de dossier peut être de n’importe lequel : il rend inconnues les sommes de tous', () => {
  const e = examen({
    projets: [projet(LIQUIDE), projet({ dossier: 'P-2', action: 'Autre' })],
    versements: [versement({ montant: 100 }), versement({ dossier: null, date: jour('2021-12-02') })],
  });
  for (const { montants } of e.calculs) {
    const { acomptesN } = montants;
    expect(acomptesN.montant === null ? acomptesN.manque.map(direManque) : acomptesN).toEqual([
      'Versements, ligne 3 : montant non compté',
    ]);
    // c'est un acompte de N : le reste est connu
    expect([montants.acomptesN1.montant, montants.verseBonus.montant].map(String)).toEqual(['0', '0']);
  }
});

test('un journal que rien ne permet de lire laisse tout ce qui a été versé inconnu, bonus compris', () => {
  const r = {
    sansVersements: ['dossier', 'nature', 'gestion', 'date', 'reference'],
    versements: [versement({})],
  };
  expect(inconnues(r, 'Versements : feuille non lue')).toEqual(
    expect.arrayContaining(['acomptesN', 'acomptesN1', 'versePs', 'verseBonus', 'resteAPayerBonus']),
  );
});

test.each<[Manque, string]>([
  [{ champ: 'agrement', raison: 'absent' }, 'Agrément : décision attendue'],
  [{ champ: 'agrement', raison: 'illisible' }, 'Agrément : cellule illisible'],
  [{ champ: 'coutReel', raison: 'absent' }, 'Coût réel : à saisir'],
  [{ champ: 'coutReel', raison: 'nonLu', dossier: 'P-2' }, 'Dossier P-2, Coût réel : colonne non lue'],
  [{ champ: 'jour', raison: 'sansObjet' }, 'Date : sans objet'],
  [
    { champ: 'versements', raison: 'nonCompte', ligne: 4, dossier: null },
    'Dossier sans numéro, Versements, ligne 4 : montant non compté',
  ],
  [{ champ: 'versements', raison: 'nonLu' }, 'Versements : feuille non lue'],
  [{ champ: 'versements', raison: 'illisible' }, 'Versements : cellule illisible'],
])('%j se dit « %s »', (manque, phrase) => {
  expect(direManque(manque)).toBe(phrase);
});

describe('des causes', () => {
  const ligne = (n: number): Manque => ({ champ: 'versements', raison: 'nonCompte', ligne: n });
  const attente = (n: number): Manque => ({ champ: 'coutReel', raison: 'absent', dossier: `P-${n}` });
  const jusqua = (n: number, de: (n: number) => Manque): Manque[] =>
    Array.from({ length: n }, (_, i) => de(i));

  test('les fautes d’abord, vingt en tout', () => {
    const { manque } = inconnuPour([...jusqua(25, attente), ...jusqua(3, ligne)]);
    expect(manque).toEqual([...jusqua(3, ligne), ...jusqua(17, attente)]);
    expect(inconnuPour(jusqua(25, ligne)).manque).toEqual(jusqua(20, ligne));
  });

  test('chacune une fois ; une autre ligne, un autre dossier, une autre raison en sont une autre', () => {
    const autres: Manque[] = [
      ligne(1),
      ligne(2),
      attente(1),
      attente(2),
      { champ: 'coutReel', raison: 'sansObjet' },
    ];
    expect(inconnuPour([...autres, ...autres]).manque).toHaveLength(5);
  });

  test('à vingt, il y en a peut-être d’autres', () => {
    expect(suiteDesCauses(inconnuPour(jusqua(19, ligne)))).toBeNull();
    expect(suiteDesCauses(inconnuPour(jusqua(20, ligne)))).toBe('… et peut-être d’autres');
  });

  test('une seule donnée manque : elle se transmet telle quelle ; plusieurs : toutes leurs causes', () => {
    const [un, deux] = [inconnu(ligne(1)), inconnu(attente(1))];
    expect(inconnuDe([1, un, null, un])).toBe(un);
    expect(inconnuDe([deux, un])).toEqual({ montant: null, manque: [ligne(1), attente(1)] });
    expect(avec([un, 1], () => 'connu')).toBe(un);
    expect(avec([2, 1], (a, b) => a - b)).toBe(1);
  });
});

test('un avis illisible : rien ne se calcule comme si la décision manquait', () => {
  const r = { projets: [projet({ ...LIQUIDE, agrement: 'bof' })] };
  const cles = inconnues(r, 'Agrément : cellule illisible');
  expect(cles).toEqual(
    expect.arrayContaining(['chargeAPayer', 'engagement', 'bonus', 'bonusDu', 'aPayer', 'psDue']),
  );
  expect(inconnues(r, 'Agrément : décision attendue')).toEqual([]);
});

test('une limite illisible : la Ps liquidée n’est pas connue, la retenue l’est', () => {
  const r: Reglages = {
    projets: [projet({ ...LIQUIDE, montantAccorde: 5000 })],
    parametres: { 'Limiter la Ps au montant accordé': 'peut-être' },
  };
  expect(inconnues(r, 'Limiter la Ps au montant accordé : cellule illisible')).toEqual(
    expect.arrayContaining(['psLiquidee', 'soldeN', 'psDue']),
  );
  expect(montant(r, 'psRetenue')).toBe('5000.00');
});

test('sans barème, c’est lui qui manque', () => {
  const r: Reglages = { projets: [projet({})], parametres: { 'Année scolaire': '2030-2031' }, bareme: [] };
  expect(inconnues(r, 'Barème de l’année : à saisir')).toEqual(
    expect.arrayContaining(['psPrevisionnelle', 'psRetenue', 'partN', 'bonus']),
  );
});

test('deux causes qui diffèrent par un seul trait restent deux ; la même ne se dit qu’une fois', () => {
  const cause: Manque = { champ: 'versements', raison: 'nonCompte', ligne: 3, dossier: 'P-1' };
  const autres: readonly Manque[] = [
    { ...cause, champ: 'acomptesN' },
    { ...cause, raison: 'nonLu' },
    { ...cause, ligne: 4 },
    { ...cause, dossier: 'P-2' },
    { ...cause, dossier: null },
  ];
  expect(inconnuPour([cause, ...autres, { ...cause }]).manque).toEqual([cause, ...autres]);
});

test('sans montant des bonus au barème, c’est lui qui manque ; sans bonus accordé, rien', () => {
  const bareme = [[2021, 0.325, 7885, 2563, null, null, 'essai']];
  expect(inconnues({ bareme }, 'Montant des bonus au barème : à saisir')).toEqual(
    expect.arrayContaining(['bonusEnfants', 'bonusParents', 'bonus', 'bonusDu']),
  );
  expect(montant({ projets: [projet({ bonusEnfants: 0, bonusParents: 0 })], bareme }, 'bonus')).toBe('0.00');
});

test('une faute et une attente : le bonus dû n’est pas celui qu’on a accordé', () => {
  const r = { projets: [projet({ coutReel: null, montantAccorde: 'à voir' })] };
  expect(inconnues(r, 'Montant accordé : cellule illisible')).toContain('bonusDu');
});

test('aucun bonus accordé : un nombre réel illisible n’y change rien', () => {
  const r = { projets: [projet({ ...LIQUIDE, bonusEnfants: 0, bonusParents: 0, bonusEnfantsReels: 'x' })] };
  expect(montant(r, 'bonusDu')).toBe('0.00');
});

test('sans contrôle, un dossier n’empêche pas le total de ceux qui en ont un', () => {
  const { totaux } = examen({
    projets: [
      projet({ ...LIQUIDE, coutControle: 16_000, collectifsControles: 3 }),
      projet({ ...LIQUIDE, dossier: 'P-2', action: 'Autre' }),
    ],
  });
  expect(totaux.controle.montant?.toFixed(2)).toBe('-650.00');
});

test('un total dit la faute du vingt-et-unième dossier, quand les vingt premiers ne font qu’attendre', () => {
  const projets = Array.from({ length: 21 }, (_, i) =>
    projet({ dossier: `P-${i + 1}`, action: `Clas ${i + 1}`, coutReel: i === 20 ? 'x' : null }),
  );
  const { psReelle } = examen({ projets }).totaux;
  expect(psReelle.montant === null && psReelle.manque.map(direManque)).toEqual([
    'Dossier P-21, Coût réel : cellule illisible',
  ]);
});

test('un total dit le dossier dont l’avis ne se lit pas, et le versement d’aucun dossier', () => {
  const dits = (r: Reglages, cle: CleMontant): string[] => {
    const total = examen(r).totaux[cle];
    return total.montant === null ? total.manque.map(direManque) : [];
  };
  expect(dits({ projets: [projet({}), projet({ dossier: 'P-2', agrement: 'bof' })] }, 'psRetenue')).toEqual([
    'Dossier P-2, Agrément : cellule illisible',
  ]);
  expect(dits({ versements: [versement({}), versement({ dossier: 'P-9' })] }, 'versePs')).toEqual([
    'Versements, ligne 3 : montant non compté',
  ]);
});

test('un total dit combien de dossiers il réunit', () => {
  const { psRetenue } = examen({ projets: [projet({}), projet({ dossier: 'P-2', action: 'Autre' })] }).totaux;
  expect(psRetenue.montant !== null && psRetenue.etapes.map((e) => [e.formule, e.entrees])).toEqual([
    ['somme de {nb} dossiers', { nb: 2 }],
  ]);
});

test('des collectifs agréés illisibles n’empêchent pas de compter les réels', () => {
  const { effectifs } = examen({ projets: [projet({ collectifsAgrees: 'x', collectifsReels: 3 })] });
  expect(effectifs.collectifs).toBe(3);
});
