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
