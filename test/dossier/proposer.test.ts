/** Une table faite à la maison, d'un coup : ce que Clas propose pour des intitulés d'agents, et ce qu'il laisse choisir. */
import { examiner } from '../../src/dossier/examiner';
import type { ClasseurLu } from '../../src/dossier/formes/grille';
import { propositionsDe, proposerProjets, type Proposition } from '../../src/dossier/lecture/proposer';
import type { Valeur } from '../../src/valeurs/valeur';
import { classeur, feuille, jour } from './fabrique';

/** Intitulé d'agent, valeurs, colonne de Clas ; les intitulés ne sont repris d'aucune liste de synonymes. */
const MAISON: readonly (readonly [string, readonly Valeur[], string | null])[] = [
  ['N° du dossier (Elan)', ['P-1', 'P-2', 'P-3'], 'dossier'],
  ['Nom du porteur', ['Les Marronniers', 'La Cité', 'Le Fil'], 'gestionnaire'],
  ['Siret asso', ['73282932000074', '73282932000074', '73282932000074'], 'siret'],
  ['Nom de l’action menée', ['Clas A', 'Clas B', 'Clas C'], 'action'],
  ['Ville d’implantation', ['Orléans', 'Blois', 'Tours'], 'commune'],
  ['Élèves de', ['collège', 'élémentaire', 'lycée'], 'public'],
  ['Avis rendu', ['favorable', 'refusé', 'favorable'], 'agrement'],
  ['Date comité dép.', [jour('2021-10-12'), jour('2021-10-12'), jour('2021-10-12')], 'dateAgrement'],
  ['Nb groupes prévus', [3, 2, 4], 'collectifsAgrees'],
  ['Nb enf. inscrits', [30, 20, 40], 'enfants'],
  ['Axe n° 1 (enfants)', ['oui', 'oui', 'oui'], 'axeEnfants'],
  ['Axe n° 2 (parents)', ['oui', 'oui', 'oui'], 'axeParents'],
  ['Axe n° 3 (école)', ['oui', 'oui', 'oui'], 'axeEcole'],
  ['Axe n° 4 (territoire)', ['oui', 'oui', 'oui'], 'axeTerritoire'],
  ['Montant du budget déposé', [18_000, 12_000, 24_000], 'coutPrevisionnel'],
  ['Aide fonds locaux Caf 45', [0, 0, 0], 'fondsLocaux'],
  ['Cofinancements obtenus', [11_550, 6000, 9000], 'autresRecettes'],
  ['Bonus enfants demandés', [1, 0, 1], 'bonusEnfants'],
  ['Bonus parents demandés', [1, 0, 0], 'bonusParents'],
  ['Couleur de la pochette', ['bleu', 'vert', 'rouge'], null],
];

const maison = (nom: string, table = MAISON): ClasseurLu => {
  const lu = classeur();
  const lignes = [0, 1, 2].map((l) => table.map(([, valeurs]) => valeurs[l] ?? null));
  const faite = feuille(nom, [table.map(([entete]) => entete), ...lignes]);
  return { ...lu, feuilles: lu.feuilles.map((f) => (f.nom === 'Projets' ? faite : f)) };
};
const proposition = (table = MAISON): Proposition | undefined =>
  propositionsDe(examiner(maison('Projets', table), { au: '2022-01-10' }).lecture, false)[0];
const champs = (p: Proposition | null | undefined): Record<string, string | null> =>
  Object.fromEntries(p?.colonnes.map(({ entete, champ }) => [entete, champ]) ?? []);

test('vingt intitulés de la maison', () => {
  expect(champs(proposition())).toEqual(
    Object.fromEntries(MAISON.map(([entete, , champ]) => [entete, champ])),
  );
});

test('sûre : l’intitulé est proche et les trois valeurs se lisent ; sinon à vérifier', () => {
  const aVerifier = proposition()?.colonnes.filter(({ champ, sure }) => champ !== null && !sure);
  expect(aVerifier?.map(({ entete }) => entete)).toEqual(['Élèves de', 'Nb enf. inscrits']);
  const sansValeur = proposition(
    MAISON.map(([e, v, c]) => [e, c === 'autresRecettes' ? [] : v, c] as const),
  )?.colonnes.find(({ champ }) => champ === 'autresRecettes');
  expect(sansValeur).toMatchObject({ valeurs: [], sure: false });
});

test('les trois premières valeurs se montrent telles que l’agent les voit', () => {
  const parChamp = new Map(proposition()?.colonnes.map((c) => [c.champ, c.valeurs]));
  expect(parChamp.get('coutPrevisionnel')).toEqual(['18000', '12000', '24000']);
  expect(parChamp.get('public')).toEqual(['collège', 'élémentaire', 'lycée']);
});

test.each<[string, readonly (readonly [string, readonly Valeur[]])[]]>([
  ['deux champs également proches', [['Bonus accordés', [1, 1, 1]]]],
  ['une autre année', [['Budget déposé 2019', [1, 2, 3]]]],
  ['un contenu qui ne se lit pas', [['Budget déposé', ['en cours', 'à voir', 'reçu']]]],
  ['des nombres ne sont pas un nom', [['Nom du porteur', [1, 2, 3]]]],
  ['un compte n’est pas un montant', [['Nb de cofinancements obtenus', [1, 2, 3]]]],
  ['une date n’est pas ce qu’elle date', [['Date du budget', ['01/09/2021', '02/09/2021', '']]]],
  ['un solde n’est pas un acompte', [['Solde acompte N versé', [1, 2, 3]]]],
  [
    'deux colonnes pour un champ',
    [
      ['Budget déposé', [1, 2, 3]],
      ['Budget transmis', [1, 2, 3]],
    ],
  ],
  [
    'un intitulé répété',
    [
      ['Budget déposé', [1, 2, 3]],
      ['Budget déposé', [4, 5, 6]],
    ],
  ],
])('rien ne se devine : %s', (_, colonnes) => {
  const noms = new Set(['dossier', 'public']);
  const table = MAISON.filter(([, , champ]) => noms.has(champ ?? ''));
  const avec = proposition([...table, ...colonnes.map(([e, v]) => [e, v, null] as const)]);
  const dits = avec?.colonnes.filter(({ entete }) => colonnes.some(([e]) => e === entete));
  expect(dits?.map(({ champ }) => champ)).toEqual(colonnes.map(() => null));
});

test('une colonne déjà lue garde son champ : rien d’autre ne le prend', () => {
  const p = proposition([
    ...MAISON,
    ['N° dossier', ['P-1', 'P-2', 'P-3'], null],
    ['Action', ['a', 'b', 'c'], null],
  ]);
  expect(p?.champs).not.toContain('dossier');
  expect(champs(p)['N° du dossier (Elan)']).toBeNull();
});

test('sous un titre, la ligne des intitulés se trouve', () => {
  const lu = maison('Projets');
  const haut: Valeur[][] = [['Suivi des Clas'], [], ['Mis à jour le', '12/01/2022']];
  const feuilles = lu.feuilles.map((f) =>
    f.nom === 'Projets' ? { ...f, lignes: [...haut, ...f.lignes] } : f,
  );
  const { lecture } = examiner({ ...lu, feuilles }, { au: '2022-01-10' });
  expect(champs(propositionsDe(lecture, false)[0])).toEqual(champs(proposition()));
});

test('un classeur juste ne propose rien', () => {
  const { lecture } = examiner(classeur(), { au: '2022-01-10' });
  expect(propositionsDe(lecture, false)).toEqual([]);
});

test('une feuille d’un autre nom se propose ; ses colonnes acceptées, tout se lit', () => {
  const lu = maison('Feuil1');
  const [p, ...autres] = proposerProjets(lu);
  expect(autres).toEqual([]);
  expect(p?.feuille).toBe('Feuil1');
  const pointage = Object.fromEntries(
    p?.colonnes.flatMap(({ champ, entete }) => (champ === null ? [] : [[champ, entete]])) ?? [],
  );
  const designations = { feuilles: { projets: 'Feuil1' }, colonnes: { projets: pointage } };
  const { lecture, anomalies } = examiner(lu, { au: '2022-01-10', designations });
  expect(anomalies.filter(({ code }) => code === 'colonne.absente')).toEqual([]);
  expect(lecture.projets.lignes.map(({ coutPrevisionnel }) => coutPrevisionnel?.toNumber())).toEqual([
    18_000, 12_000, 24_000,
  ]);
  const deux = { ...lu, feuilles: [...lu.feuilles, ...maison('Feuil2').feuilles.slice(1)] };
  // celle de l'année et celle d'avant : l'agent choisit
  expect(proposerProjets(deux).map((q) => q.feuille)).toEqual(['Feuil1', 'Feuil2']);
  expect(
    proposerProjets({
      ...lu,
      feuilles: [
        feuille('Notes', [
          ['Budget', 'Ville'],
          [1, 'Blois'],
        ]),
      ],
    }),
  ).toEqual([]);
});

describe('Une colonne, une proposition', () => {
  const [DOSSIER, PUBLIC] = [MAISON[0], MAISON[5]] as [(typeof MAISON)[number], (typeof MAISON)[number]];
  /** Ce qui est proposé pour une colonne, à côté de deux que Clas propose. */
  const pour = (entete: string, valeurs: readonly Valeur[]): string | undefined => {
    const lue = proposition([DOSSIER, PUBLIC, [entete, valeurs, null]])?.colonnes.find(
      (c) => c.entete === entete,
    );
    return lue && `${lue.champ ?? '-'}${lue.sure ? ' sûre' : ''}`;
  };
  test.each<[string, readonly Valeur[], string]>([
    ['Budget déposé', [1, 2, 3], 'coutPrevisionnel sûre'],
    ['Budget déposé', ['1 000 €', 2, 3], 'coutPrevisionnel sûre'],
    ['Budget déposé', [1, 2, 'x'], 'coutPrevisionnel'],
    ['Budget déposé', [1, 'x', 'y'], '-'],
    ['Budget déposé', [], 'coutPrevisionnel'],
    ['Nom du porteur', ['A', 'B', 'C'], 'gestionnaire sûre'],
    ['Nom du porteur', ['A', 'B', 3], '-'],
    // un Siret, un avis se reconnaissent à leur seul contenu
    ['Identifiant', ['73282932000074', '73282932000074', '73282932000074'], 'siret'],
    ['Identifiant', ['73282932000074', '73282932000074', '12'], '-'],
    ['Suite', ['favorable', 'refusé', 'favorable'], 'agrement'],
    ['Suite', ['favorable', 'refusé', 'x y'], '-'],
    ['Suite', [], '-'],
    ['Repère', [1, 2, 3], '-'],
  ])('« %s », %j : %s', (entete, valeurs, attendu) => {
    expect(pour(entete, valeurs)).toBe(attendu);
  });

  test('une valeur se montre comme l’agent la voit ; les vides se passent', () => {
    const lignes = [
      ['N° du dossier', 'Date comité dép.', 'Élèves de', 'Notes'],
      ['P-1', null, 'collège', ' '],
      ['P-2', 44_531, 'lycée', ' a  b'],
      ['P-3', 44_532, 'lycée', true],
      ['P-4', 44_533, 'lycée', 2.5],
      ['P-5', 44_534, 'lycée', 'c'],
    ];
    const formats = lignes.map(() => [undefined, 'dd/mm/yyyy']);
    const lu = classeur();
    const feuilles = lu.feuilles.map((f) =>
      f.nom === 'Projets' ? feuille('Projets', lignes, { formats, premiereColonne: 3 }) : f,
    );
    const { lecture } = examiner({ ...lu, feuilles }, { au: '2022-01-10' });
    const [p] = propositionsDe(lecture, false);
    expect(p?.colonnes.map(({ colonne, valeurs }) => [colonne, valeurs])).toEqual([
      [3, ['P-1', 'P-2', 'P-3']],
      [4, ['01/12/2021', '02/12/2021', '03/12/2021']],
      [5, ['collège', 'lycée', 'lycée']],
      [6, ['a b', 'VRAI', '2,5']],
    ]);
    expect(propositionsDe(lecture, true)[0]?.colonnes.map((c) => c.valeurs)).toContainEqual([
      '02/12/2025',
      '03/12/2025',
      '04/12/2025',
    ]);
  });

  test('ce que l’agent écarte ne se propose plus', () => {
    const { lecture } = examiner(maison('Projets'), { au: '2022-01-10' });
    const entetes = (ignorees?: readonly string[]) =>
      propositionsDe(lecture, false, ignorees)[0]?.colonnes.map((c) => c.entete);
    expect(entetes()).toContain('Siret asso');
    expect(entetes(['SIRET asso'])).not.toContain('Siret asso');
  });

  test('les champs à choisir : ceux qui manquent, sans ceux que Clas calcule ni ceux du journal', () => {
    const lu = maison('Projets');
    const sans = propositionsDe(examiner(lu, { au: '2022-01-10' }).lecture, false)[0]?.champs ?? [];
    expect([sans.includes('coutReel'), sans.includes('psSaisie'), sans.includes('acomptesN')]).toEqual([
      true,
      false,
      true,
    ]);
    const journal = feuille('Versements', [
      ['N° dossier', 'Nature', 'Gestion', 'Date', 'Montant'],
      ['P-1', 'acompte', 'N', 44_520, 5],
    ]);
    const avec =
      propositionsDe(
        examiner({ ...lu, feuilles: [...lu.feuilles, journal] }, { au: '2022-01-10' }).lecture,
        false,
      )[0]?.champs ?? [];
    expect([avec.includes('coutReel'), avec.includes('acomptesN'), avec.includes('acomptesN1')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('une autre feuille de données se propose aussi', () => {
    const lu = classeur();
    const journal = feuille('Versements', [
      ['Dossier concerné', 'Nature', 'Gestion', 'Somme payée'],
      ['P-1', 'acompte', 'N', 5],
    ]);
    const { lecture } = examiner({ ...lu, feuilles: [...lu.feuilles, journal] }, { au: '2022-01-10' });
    expect(
      propositionsDe(lecture, false).map(({ cle, feuille: f, colonnes }) => [
        cle,
        f,
        colonnes.map(({ champ }) => champ),
      ]),
    ).toEqual([['versements', 'Versements', ['dossier']]]);
  });
});

describe('La feuille des projets, sous un autre nom', () => {
  const noms = (...feuilles: readonly Parameters<typeof feuille>[]): string[] =>
    proposerProjets({ dates1904: false, feuilles: feuilles.map((f) => feuille(...f)) }).map((p) => p.feuille);
  const TETE = ['N° dossier', 'Gestionnaire', 'Action', 'Divers'];
  const P = ['P-1', 'x', 'y', 'z'];
  test('trois colonnes obligatoires au moins, lues ou proposées ; de deux feuilles, celle qui en a le plus', () => {
    expect(noms(['A', [TETE, P]])).toEqual(['A']);
    expect(noms(['A', [TETE.slice(0, 2), P]])).toEqual([]);
    expect(noms(['A', [['N° dossier', 'Nom du porteur', 'Action'], P]])).toEqual(['A']);
    expect(
      noms(
        ['A', [TETE, P]],
        [
          'B',
          [
            [...TETE, 'Agrément'],
            [...P, 'favorable'],
          ],
        ],
      ),
    ).toEqual(['B']);
    expect(noms(['A', [TETE, P]], ['B', [TETE, P]])).toEqual(['A', 'B']);
    expect(noms()).toEqual([]);
  });

  test('ni une page de Clas, ni une feuille sans intitulé', () => {
    expect(noms(['Calculs', [TETE, P]], ['Liquidation', [TETE, P]], ['Vide', []], ['Un', [['x']]])).toEqual(
      [],
    );
  });

  test('l’année n’est pas encore connue : aucun millésime n’est N', () => {
    const [p] = proposerProjets({
      dates1904: false,
      feuilles: [
        feuille('A', [
          [...TETE, 'Acomptes 2021'],
          [...P, 5],
        ]),
      ],
    });
    expect(p?.champs).toContain('acomptesN');
  });
});
