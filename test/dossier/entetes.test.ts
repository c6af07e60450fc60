/** La ligne d'en-tête et ses colonnes : un rang d'intitulés ou deux, des groupes, des mots communs, un tableau d'à côté. */
import type { Colonnes } from '../../src/dossier/colonnes/colonne';
import { COLONNES_PROJETS } from '../../src/dossier/colonnes/projets';
import { COLONNES_VERSEMENTS } from '../../src/dossier/colonnes/versements';
import type { Feuille } from '../../src/dossier/formes/grille';
import {
  contenuVa,
  intitulesLus,
  trouverEntetes,
  type OptionsEntetes,
} from '../../src/dossier/lecture/entetes';
import type { Valeur } from '../../src/valeurs/valeur';
import { feuille } from './fabrique';

type Lignes = readonly (readonly Valeur[])[];
interface Reste extends Partial<Feuille>, Partial<OptionsEntetes> {
  readonly definitions?: Colonnes;
}

const trouver = (lignes: Lignes, { definitions = COLONNES_PROJETS, annee = 2021, ...reste }: Reste = {}) =>
  trouverEntetes(feuille('F', lignes, reste), definitions, { dates1904: false, ...reste, annee });
/** Les colonnes reconnues, dans l'ordre de la feuille : « dossier - enfants », « - » pour une qui ne l'est pas. */
const colonnes = (lignes: Lignes, reste: Reste = {}): string => {
  const lues = trouver(lignes, reste);
  const cles = new Map([...(lues?.colonnes ?? [])].map(([cle, i]) => [i, cle]));
  for (const [cle, rangs] of lues?.doubles ?? []) for (const i of rangs) cles.set(i, `2×${cle}`);
  return lues ? `${lues.indice} : ${lues.intitules.map((_, i) => cles.get(i) ?? '-').join(' ')}` : 'rien';
};
const TETE = ['N° dossier', 'Gestionnaire'];
const P1 = ['P-1', 'Les Marronniers'];
const P2 = ['P-2', 'Les Tilleuls'];

describe('La ligne', () => {
  test('celle qui reconnaît le plus de colonnes, la première entre deux égales', () => {
    expect(colonnes([['Suivi du Clas'], [], TETE, P1])).toBe('2 : dossier gestionnaire');
    expect(colonnes([TETE, P1, TETE, P2])).toBe('0 : dossier gestionnaire');
    expect(colonnes([TETE, P1, [...TETE, 'Commune'], P2])).toBe('2 : dossier gestionnaire commune');
    expect(colonnes([TETE, P1, ['Dossier', 'Dossier', 'Commune', 'Commune', 'Siret']])).toBe(
      '2 : 2×dossier 2×dossier 2×commune 2×commune siret',
    );
  });

  test('au moins deux colonnes, dans les quarante premières lignes', () => {
    expect(colonnes([['N° dossier', 'Autre'], P1])).toBe('rien');
    const vides = (n: number): Lignes => Array.from({ length: n }, () => []);
    expect(colonnes([...vides(39), TETE])).toBe('39 : dossier gestionnaire');
    expect(colonnes([...vides(40), TETE])).toBe('40 : dossier gestionnaire');
    expect(colonnes([...vides(41), TETE])).toBe('rien');
  });

  test('dans les 256 premières colonnes ; plus loin, un intitulé se nomme et ne se lit pas', () => {
    const loin = (n: number): Valeur[] => Array.from({ length: n }, () => null);
    const enTete = (vides: number): Lignes => [[...TETE, ...loin(vides), 'Commune', 12, 'Siret'], P1];
    expect(trouver(enTete(253))?.colonnes.get('commune')).toBe(255);
    expect(trouver(enTete(254))?.colonnes.size).toBe(2);
    const { intitules = [] } = trouver(enTete(254)) ?? {};
    expect([intitules.length, intitules[1], intitules[255], ...intitules.slice(256)]).toEqual([
      259,
      'Gestionnaire',
      null,
      'Commune',
      null,
      'Siret',
    ]);
  });
});

describe('Deux rangs d’intitulés', () => {
  const haut = (...groupes: readonly Valeur[]): Valeur[] => [...TETE, ...groupes];
  const bas = (...dessous: readonly Valeur[]): Valeur[] => [null, null, ...dessous];
  const P = (...v: readonly Valeur[]): Valeur[] => [...P1, ...v];
  const FUSION = { fusions: ['A1:A2', 'B1:B2', 'C1:D1'] };

  test.each<[string, Lignes, Reste, string]>([
    [
      'fusionné',
      [haut('Bonus', null), bas('Enfants', 'Parents'), P(1, 2)],
      FUSION,
      'bonusEnfants bonusParents',
    ],
    [
      'sur des vides',
      [haut('Bonus', null), bas('Enfants', 'Parents'), P(1, 2)],
      {},
      'bonusEnfants bonusParents',
    ],
    ['N et N+1', [haut('Acomptes', null), bas('N', 'N+1'), P(1, 2)], {}, 'acomptesN acomptesN1'],
    ['des millésimes', [haut('Acomptes', null), bas(2021, 2022), P(1, 2)], {}, 'acomptesN acomptesN1'],
    ['des années écrites', [haut('Acomptes', ' '), bas('2021', '2022'), P(1, 2)], {}, 'acomptesN acomptesN1'],
    [
      'prévisionnel et réel',
      [haut('Coût', null), bas('prévisionnel', 'réel'), P(1, 2)],
      {},
      'coutPrevisionnel coutReel',
    ],
    [
      'l’agrément et sa date',
      [haut('Agrément', null), bas('Avis', 'Date'), P('oui', 44_481)],
      {},
      'agrement dateAgrement',
    ],
    [
      'un seul dessous',
      [haut('Bonus', 'Commune'), bas('enfants', null), P(1, 'Olivet')],
      {},
      'bonusEnfants commune',
    ],
    [
      'la fusion s’arrête, la colonne d’après est seule',
      [haut('Bonus', null, null), bas('Enfants', 'Parents', 'Enfants'), P(1, 2, 3)],
      FUSION,
      'bonusEnfants bonusParents enfants',
    ],
    [
      'sans fusion, les vides continuent le groupe',
      [haut('Bonus', null, null), bas('Enfants', 'Parents', 'Commune'), P(1, 2, 'x')],
      {},
      'bonusEnfants bonusParents commune',
    ],
    [
      'un nombre au-dessus arrête le groupe',
      [haut('Bonus', null, 12), bas('Enfants', 'Parents', 'Enfants'), P(1, 2, 3)],
      {},
      'bonusEnfants bonusParents enfants',
    ],
    [
      'deux fusions',
      [haut('Bonus', null, 'Acomptes', null), bas('Enfants', 'Parents', 'N', 'N+1'), P(1, 2, 3, 4)],
      { fusions: ['C1:D1', 'E1:F1'] },
      'bonusEnfants bonusParents acomptesN acomptesN1',
    ],
  ])('%s', (_, lignes, reste, attendu) => {
    expect(colonnes(lignes, reste)).toBe(`1 : dossier gestionnaire ${attendu}`);
  });

  test.each(['Bonus 2020', 'N-1'])('sous « %s », ce n’est pas une donnée de cette année', (groupe) => {
    const lignes = [haut(groupe, null, 'Siret'), bas('Enfants', 'Commune', null), P(1, 'Olivet')];
    expect([...(trouver(lignes)?.colonnes.keys() ?? [])]).toEqual(['dossier', 'gestionnaire', 'siret']);
  });

  test('les deux rangs se disent ensemble', () => {
    const lignes = [haut('Acomptes', null, 'Commune'), bas(2021, 2022, null), P(1, 2, 'Olivet')];
    expect(trouver(lignes, FUSION)?.intitules).toEqual([
      ...TETE,
      'Acomptes 2021',
      'Acomptes 2022',
      'Commune',
    ]);
    const agrement = [haut('Agrément', null), bas('Avis', 'Date'), P('oui', 44_481)];
    expect(trouver(agrement)?.intitules).toEqual([...TETE, 'Avis', 'Agrément Date']);
  });

  test('un intitulé fusionné sur deux colonnes de montants est celui des deux', () => {
    const fusionne = (titre: string, ...lignes: Lignes) =>
      colonnes([haut(titre, null, 'Commune'), ...lignes], { fusions: ['C1:D1'] });
    expect(fusionne('Acomptes N', P(500, 400))).toBe(
      '0 : dossier gestionnaire 2×acomptesN 2×acomptesN commune',
    );
    // dans un fichier, la ligne s'arrête à sa dernière cellule
    expect(colonnes([haut('Acomptes N'), P(500, 400)], { fusions: ['C1:D1'] })).toBe(
      '0 : dossier gestionnaire 2×acomptesN 2×acomptesN',
    );
    // la seconde n'a rien, ou n'est que du texte : la fusion n'est qu'une mise en page
    expect(fusionne('Acomptes N', P(500))).toBe('0 : dossier gestionnaire acomptesN - commune');
    expect(fusionne('Action', P('Clas', 'du soir'))).toBe('0 : dossier gestionnaire action - commune');
    const deuxRangs = [haut('Acomptes N', null, 'Bonus', null), bas(null, null, 'Enfants', 'Parents')];
    const fusions = ['C1:D2', 'E1:F1'];
    expect(colonnes([...deuxRangs, P(5, 4, 1, 1)], { fusions })).toBe(
      '1 : dossier gestionnaire 2×acomptesN 2×acomptesN bonusEnfants bonusParents',
    );
  });

  test('un groupe que rien ne reconnaît avec le rang du bas donne son nom à ses colonnes', () => {
    const lignes = [haut('Acomptes N', null, 'Commune'), bas('octobre', 'novembre'), P(500, 400)];
    expect(trouver(lignes)?.intitules).toEqual([
      ...TETE,
      'Acomptes N octobre',
      'Acomptes N novembre',
      'Commune',
    ]);
    expect(colonnes(lignes)).toBe('1 : dossier gestionnaire - - commune');
    const pointage = { acomptesN: 'Acomptes N octobre' };
    expect(colonnes(lignes, { pointage })).toBe('1 : dossier gestionnaire acomptesN - commune');
  });

  test('la feuille commence ailleurs qu’en A1 : les fusions aussi', () => {
    const lignes = [haut('Bonus', null, null), bas('Enfants', 'Parents', 'Enfants'), P(1, 2, 3)];
    const reste = { premiereLigne: 4, premiereColonne: 3, fusions: ['C4:C5', 'E4:F4'] };
    expect(colonnes(lignes, reste)).toBe('1 : dossier gestionnaire bonusEnfants bonusParents enfants');
  });

  test('un seul rang : la ligne du dessous est une donnée, quoi qu’elle dise', () => {
    expect(colonnes([[...TETE, 'Commune'], P('Orléans')])).toBe('0 : dossier gestionnaire commune');
    expect(colonnes([[...TETE, 'Action', 'Commune'], P('Bonus', 'Enfants')])).toBe(
      '0 : dossier gestionnaire action commune',
    );
    expect(colonnes([[...TETE, 'Enfants', 'Année scolaire'], P(12, 2021)])).toBe(
      '0 : dossier gestionnaire enfants anneeScolaire',
    );
    expect(colonnes([[...TETE, 'Enfants', 'Commune'], bas(12, 'Orléans')])).toBe(
      '0 : dossier gestionnaire enfants commune',
    );
  });

  test('un titre de feuille n’est pas un groupe', () => {
    const titre = ['Suivi', ...Array<null>(6).fill(null)];
    const entete = [...TETE, 'Commune', 'Enfants', 'Siret', '1er', '2e'];
    expect(trouver([titre, entete, P1], { fusions: ['A1:G1'] })?.intitules).toEqual(entete);
    expect(colonnes([titre, entete, P1])).toBe('1 : dossier gestionnaire commune enfants siret - -');
  });

  test('le groupe nomme ce qui ne se reconnaît pas seul : « 1er » acompte, « 2e »', () => {
    const dessus = [null, null, 'Acomptes', null];
    for (const [un, deux] of [
      ['1er', '2e'],
      [1, 2],
    ]) {
      const reste = { fusions: ['C1:D1'] };
      const dits = [...TETE, `Acomptes ${un}`, `Acomptes ${deux}`];
      expect(trouver([dessus, [...TETE, un ?? '', deux ?? ''], P1], reste)?.intitules).toEqual(dits);
      expect(trouver([dessus, [...TETE, un ?? '', deux ?? ''], P1])?.intitules).toEqual(dits);
      expect(
        trouver([haut('Acomptes', null), bas(un ?? '', deux ?? ''), P(1, 2)])?.colonnes.get('dossier'),
      ).toBe(0);
    }
    // la fusion finie, le groupe aussi
    const lignes = [[null, null, 'Acomptes', null, null], [...TETE, '1er', '2e', 'x'], P1];
    expect(trouver(lignes, { fusions: ['C1:D1'] })?.intitules.at(-1)).toBe('x');
    expect(trouver(lignes)?.intitules.at(-1)).toBe('Acomptes x');
    expect(colonnes([[null, null, 'Divers', null], [...TETE, 'Commune', 'Enfants'], P1])).toBe(
      '1 : dossier gestionnaire commune enfants',
    );
  });

  test('six colonnes font encore un groupe, sept un titre', () => {
    const sous = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const dits = (n: number) =>
      trouver([
        [null, null, 'Divers', ...Array<null>(n - 1).fill(null)],
        [...TETE, ...sous.slice(0, n)],
        P1,
      ])?.intitules.at(2);
    expect([dits(6), dits(7)]).toEqual(['Divers a', 'a']);
  });
});

describe('Ce que l’agent a dit', () => {
  const lignes = [
    [...TETE, 'Coût', 'Montant retenu'],
    [...P1, 1, 2],
  ];
  test('une colonne désignée l’emporte, même sur une colonne reconnue', () => {
    expect(colonnes(lignes)).toBe('0 : dossier gestionnaire coutPrevisionnel -');
    expect(colonnes(lignes, { pointage: { coutPrevisionnel: 'MONTANT RETENU' } })).toBe(
      '0 : dossier gestionnaire - coutPrevisionnel',
    );
    expect(colonnes(lignes, { pointage: { montantAccorde: 'coût' } })).toBe(
      '0 : dossier gestionnaire montantAccorde -',
    );
  });

  test('sous son groupe aussi', () => {
    const deux = [
      [...TETE, 'Divers', null],
      [null, null, 'Un', 'Deux'],
      [...P1, 1, 2],
    ];
    expect(colonnes(deux, { pointage: { coutReel: 'Divers un', fondsLocaux: 'deux' } })).toBe(
      '1 : dossier gestionnaire coutReel fondsLocaux',
    );
    expect(trouver(deux, { pointage: { fondsLocaux: 'deux', coutReel: 'un' } })?.intitules).toEqual([
      ...TETE,
      'Un',
      'Deux',
    ]);
  });

  test('une colonne écartée ne se reconnaît plus, et garde son nom', () => {
    const ecartee = trouver(lignes, { ignorees: [' coût '] });
    expect([ecartee?.colonnes.has('coutPrevisionnel'), ecartee?.intitules[2]]).toEqual([false, 'Coût']);
    const deux = [
      [...TETE, 'Bonus', null],
      [null, null, 'Enfants', 'Parents'],
      [...P1, 1, 2],
    ];
    expect(colonnes(deux, { ignorees: ['Bonus enfants'] })).toBe('1 : dossier gestionnaire - bonusParents');
  });
});

describe('Le rang d’un intitulé', () => {
  test.each<[string, readonly string[], string]>([
    ['l’exact l’emporte sur le synonyme', ['Budget', 'Coût prévisionnel'], '- coutPrevisionnel'],
    ['le synonyme sur une forme large', ['Total des budgets', 'Budget'], '- coutPrevisionnel'],
    [
      'deux de même rang ne se devinent pas',
      ['Budget', 'Prix de revient'],
      '2×coutPrevisionnel 2×coutPrevisionnel',
    ],
  ])('%s', (_, tetes, attendu) => {
    expect(
      colonnes([
        [...TETE, ...tetes],
        [...P1, 1, 2],
      ]),
    ).toBe(`0 : dossier gestionnaire ${attendu}`);
  });
});

describe('Un mot commun ne vaut que si son contenu va', () => {
  test.each<[string, readonly Valeur[], string]>([
    ['Statut', ['association', 'mairie', 'x'], 'typeGestionnaire'],
    ['Statut', ['association', 'x'], '-'],
    ['Statut', ['en cours', 'soldé'], '-'],
    ['Statut', [], 'typeGestionnaire'],
    ['Statut', [null, ' ', 'sas'], 'typeGestionnaire'],
    ['STATUTS', ['en cours', 'soldé'], '-'],
    ['Type de gestionnaire', ['x', 'y'], 'typeGestionnaire'],
    ['Groupes', [3, 4], 'collectifsAgrees'],
    ['Groupes', ['a', 'b'], '-'],
    ['Collectifs', ['a', 'b'], 'collectifsAgrees'],
    ['Date d’agrément du comité', ['x', 'y'], '-'],
    ['Total des budgets', ['x', 'y'], 'coutPrevisionnel'],
    ['Nom de la commune', [1, 2], '-'],
  ])('« %s », %j : %s', (tete, valeurs, attendu) => {
    const lignes = Array.from({ length: Math.max(1, valeurs.length) }, (_, k) => [...P1, valeurs[k] ?? null]);
    expect(colonnes([[...TETE, tete], ...lignes])).toBe(`0 : dossier gestionnaire ${attendu}`);
  });

  test('un nombre sous un format de date n’est pas un nombre de groupes', () => {
    const lignes = [
      [...TETE, 'Groupes'],
      [...P1, 44_000],
    ];
    const formats = [undefined, [undefined, undefined, 'dd/mm/yyyy']];
    expect(colonnes(lignes)).toBe('0 : dossier gestionnaire collectifsAgrees');
    expect(colonnes(lignes, { formats })).toBe('0 : dossier gestionnaire -');
  });

  test('au journal, « Type » est la nature s’il en contient', () => {
    const journal = (valeurs: readonly Valeur[]): string =>
      colonnes([['N° dossier', 'Montant', 'Type'], ...valeurs.map((v) => ['P-1', 1, v])], {
        definitions: COLONNES_VERSEMENTS,
      });
    expect([journal(['acompte', 'solde']), journal(['courrier', 'mail'])]).toEqual([
      '0 : dossier montant nature',
      '0 : dossier montant -',
    ]);
  });
});

describe('Une unité sous l’intitulé', () => {
  const sous = (tete: string, unite: Valeur, ...reste: readonly Valeur[]) =>
    trouver([[...TETE, tete], [null, null, unite], ...reste.map((v) => [...P1, v])]);
  test.each<[Valeur, string | undefined]>([
    ['k€', undefined],
    ['en milliers d’euros', undefined],
    ['(montants saisis en milliers d’euros)', undefined],
    ['€', 'Coût prévisionnel'],
    ['k€ 2021', 'Coût prévisionnel'],
    [12, 'Coût prévisionnel'],
    [null, 'Coût prévisionnel'],
  ])('%j', (unite, lue) => {
    const lues = sous('Coût prévisionnel', unite, 24);
    const i = lues?.colonnes.get('coutPrevisionnel');
    expect(i === undefined ? undefined : lues?.intitules[i]).toBe(lue);
  });

  test('une colonne de milliers garde son unité ; un nombre d’enfants n’en a pas', () => {
    expect(sous('Coût prévisionnel', ' k€ ', 24)?.intitules[2]).toBe('Coût prévisionnel k€');
    expect(sous('Enfants', 'k', 24)?.colonnes.get('enfants')).toBe(2);
  });

  test('elle ne compte pas dans ce que la colonne contient', () => {
    const va = (...valeurs: readonly Valeur[]): boolean =>
      contenuVa(feuille('F', [['x'], ...valeurs.map((v) => [v])]), 1, 0, COLONNES_PROJETS.coutReel, false);
    expect([va('k€', 24), va('€', 24), va(), va('x', 24, 25), va('x', 24)]).toEqual([
      true,
      false,
      true,
      true,
      false,
    ]);
  });
});

describe('« Année » est l’année scolaire de la ligne, si elle n’a que cela', () => {
  test.each<[string, readonly Valeur[], string]>([
    ['Année', [2021, 2021, 2020], 'anneeScolaire'],
    ['Année', [2021, 2020], '-'],
    ['Année', [2021, 2021, 2022], '-'],
    ['Année', ['2021', null, 2021], 'anneeScolaire'],
    ['Année', ['2021-2022', '2019-2020'], 'anneeScolaire'],
    ['Année', ['2019 – 2020', '2018/19'], 'anneeScolaire'],
    ['Année', ['2019-2020', 2018], '-'],
    ['Année', [2021, 'x', 2021], '-'],
    ['Année', [2021, 2021, 12], '-'],
    ['Année', [], '-'],
    ['Années', [2021], 'anneeScolaire'],
    ['Années Clas', [2020], '-'],
    ['Année scolaire', [2020, 'x'], 'anneeScolaire'],
    ['Campagne', ['x'], 'anneeScolaire'],
  ])('« %s », %j : %s', (tete, valeurs, attendu) => {
    const lignes = Array.from({ length: Math.max(1, valeurs.length) }, (_, k) => [...P1, valeurs[k] ?? null]);
    expect(colonnes([[...TETE, tete], ...lignes])).toBe(`0 : dossier gestionnaire ${attendu}`);
  });
});

describe('Un tableau d’à côté', () => {
  const lignes = (entete: readonly Valeur[], ...donnees: Lignes): Lignes => [entete, ...donnees];
  test.each<[string, Lignes, string]>([
    [
      'séparé d’une colonne vide, il peut répéter un nom',
      lignes([...TETE, 'Commune', null, 'Commune', 'Total'], [...P1, 'Olivet', ' ', 'Olivet', 3]),
      'dossier gestionnaire commune - - -',
    ],
    [
      'à gauche aussi',
      lignes(['Commune', 'Total', null, ...TETE, 'Commune'], ['Olivet', 3, null, ...P1, 'Olivet']),
      '- - - dossier gestionnaire commune',
    ],
    [
      'une colonne sans intitulé mais remplie ne sépare pas',
      lignes(
        [...TETE, 'Commune', null, 'Commune'],
        [...P1, 'Olivet', null, 'Olivet'],
        [...P2, 'Olivet', 'x', 'a'],
      ),
      'dossier gestionnaire 2×commune - 2×commune',
    ],
    [
      'une colonne intitulée, même vide, non plus',
      lignes([...TETE, 'Commune', 'Divers', 'Commune'], [...P1, 'Olivet', null, 'Olivet']),
      'dossier gestionnaire 2×commune - 2×commune',
    ],
    [
      'un montant répété reste en double',
      lignes([...TETE, 'Budget', null, 'Budget'], [...P1, 1, null, 2]),
      'dossier gestionnaire 2×coutPrevisionnel - 2×coutPrevisionnel',
    ],
    [
      'deux fois dans le tableau des dossiers : rien ne tranche',
      lignes([...TETE, 'Commune', 'Commune', null, 'Commune'], [...P1, 'a', 'b', null, 'c']),
      'dossier gestionnaire 2×commune 2×commune - 2×commune',
    ],
    [
      'deux colonnes de dossiers non plus',
      lignes([...TETE, 'Commune', null, 'N° dossier', 'Commune'], [...P1, 'a', null, 'P-1', 'c']),
      '2×dossier gestionnaire 2×commune - 2×dossier 2×commune',
    ],
    [
      'sans numéro de dossier non plus',
      lignes(['Gestionnaire', 'Commune', null, 'Commune'], ['x', 'a', null, 'c']),
      'gestionnaire 2×commune - 2×commune',
    ],
    [
      'deux fois hors du tableau : rien ne tranche',
      lignes([...TETE, null, 'Commune', 'Commune'], [...P1, null, 'b', 'c']),
      'dossier gestionnaire - 2×commune 2×commune',
    ],
  ])('%s', (_, toutes, attendu) => {
    expect(colonnes(toutes)).toBe(`0 : ${attendu}`);
  });
});

test('les intitulés à proposer : ceux de l’en-tête, sinon ceux du haut de la feuille', () => {
  const f = feuille('F', [
    [...TETE, null, ' Coût '],
    [...P1, 1, 2],
  ]);
  const lues = trouverEntetes(f, COLONNES_PROJETS, { annee: 2021, dates1904: false });
  expect(intitulesLus(f, lues)).toEqual([...TETE, 'Coût']);
  const autre = feuille('F', [['a', null, ' ', { illisible: '#N/A' }, 2], ['b']]);
  expect(intitulesLus(autre, undefined)).toEqual(['a', '2']);
  expect(intitulesLus(feuille('F', []), undefined)).toEqual([]);
});
