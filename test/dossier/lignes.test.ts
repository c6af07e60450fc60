/** Le sort de chaque ligne sous l'en-tête : donnée, vide, total, titre ou note, consigne, préremplie, d'une autre année. */
import type { Colonne, Colonnes } from '../../src/dossier/colonnes/colonne';
import { COLONNES_COLLECTIFS } from '../../src/dossier/colonnes/collectifs';
import { COLONNES_ECRITURES_PASSEES } from '../../src/dossier/colonnes/ecrituresPassees';
import { COLONNES_PROJETS } from '../../src/dossier/colonnes/projets';
import { COLONNES_VERSEMENTS } from '../../src/dossier/colonnes/versements';
import type { Feuille } from '../../src/dossier/formes/grille';
import { trouverEntetes } from '../../src/dossier/lecture/entetes';
import { trierLignes } from '../../src/dossier/lecture/lignes/trier';
import type { Valeur } from '../../src/valeurs/valeur';
import { feuille } from './fabrique';

type Lignes = readonly (readonly Valeur[])[];
interface Reste extends Partial<Feuille> {
  readonly definitions?: Colonnes;
  readonly titres?: boolean;
}
const ABREGES: Readonly<Record<string, string>> = {
  donnee: 'D',
  vide: '.',
  'ligne de total': 'total',
  'intitulés répétés': 'entête',
  'numéros de colonnes': 'numéros',
  'note ou titre': 'note',
  'unités, consignes ou signature': 'consigne',
  'ligne préremplie, sans saisie': 'préremplie',
  'ligne d’une autre année': 'année',
};
/** Les sorts, dans l'ordre de la feuille. */
function sorts(lignes: Lignes, { definitions = COLONNES_PROJETS, titres, ...reste }: Reste = {}): string {
  const f = feuille('F', lignes, reste);
  const options = { annee: 2021, dates1904: false };
  const entetes = trouverEntetes(f, definitions, options);
  if (!entetes) throw new Error('sans en-tête');
  const colonnes = [...entetes.colonnes].map(([cle, i]) => ({
    cle,
    i,
    definition: definitions[cle] as Colonne,
  }));
  const tries = trierLignes(f, entetes, colonnes, { ...options, titresDAnnee: titres });
  return [...tries]
    .sort(([a], [b]) => a - b)
    .map(([, sort]) => ABREGES[sort] ?? sort)
    .join(' ');
}

const TETE = [
  'N° dossier',
  'Gestionnaire',
  'Action',
  'Commune',
  'Coût prévisionnel',
  'Collectifs agréés',
  'Projet bonus validé',
  'Siret',
  'Observations',
];
/** A : dossier, B : gestionnaire, C : action, D : commune, E : coût, F : collectifs, G : bonus, H : Siret, I : observations. */
const l = (cellules: Readonly<Record<string, Valeur>>): Valeur[] =>
  [...'ABCDEFGHI'].map((c) => cellules[c] ?? null);
const P = (dossier: Valeur = 'P-001'): Valeur[] =>
  l({ A: dossier, B: 'Les Tilleuls', C: 'Clas', D: 'Olivet', E: 18_000, F: 3 });
const entre = (cellules: Readonly<Record<string, Valeur>>, reste: Reste = {}): string =>
  sorts([TETE, P(), l(cellules), P('P-002')], reste).split(' ')[1] ?? '';
const formules = (...adresses: readonly (readonly [string, string])[]) => ({ formules: new Map(adresses) });

describe('Un total', () => {
  test.each([
    'Total',
    'TOTAL GÉNÉRAL',
    'Grand total',
    'Totaux',
    'Totales',
    'Ensemble',
    'Somme',
    'Sommes',
    'Cumul',
    'Cumuls',
    'Moyenne',
    'Moyennes',
    'Récapitulatif',
    'Récapitulatifs',
    'Général',
    'Généraux',
    'Résultat',
    'Résultats',
    'Report',
    'Reports',
    'À reporter',
    '∑',
    'S/T',
    's / t',
    'S/Total',
    'S-total',
    'ss total',
    'Sous – total',
    'Sous-totaux',
    'Soustotal',
    '• Total',
    '*** Total ***',
    '= Total :',
    'T O T A L',
    'Nombre de dossiers',
    'Nombre d’actions',
    'Nombre des projets',
    'Nombre du mois',
    'Nb dossiers',
    'Nbre. dossiers',
    'Nbre dossiers',
    'Projets : total',
    'Total, tous gestionnaires',
    'Coût moyen',
    'dont quartiers prioritaires',
    'Total des 2 projets retenus par le comité',
    'Tous les gestionnaires réunis, total',
  ])('« %s »', (libelle) => {
    expect(entre({ B: libelle, E: 36_000 })).toBe('total');
  });

  test.each([
    'Totalement refait',
    'Les totaux du comité sont justes',
    'Un projet et le dernier de tous est le résultat',
    'Nombre',
    'Nombrede',
    'NB : à revoir',
    'nb.',
    'Dénombre de',
    'Sous-traitance',
    'Bus total x',
    'a b',
    'Résultante',
    'xtotal',
    `Total ${'x'.repeat(200)}`,
  ])('« %s » n’en est pas un', (libelle) => {
    expect(entre({ B: libelle, E: 36_000, F: 2 })).toBe('D');
  });

  test.each<[string, Readonly<Record<string, Valeur>>, string]>([
    ['dans le numéro, l’action ou la commune', { A: 'Total', E: 1 }, 'total'],
    ['dans l’action', { C: 'Total', E: 1 }, 'total'],
    ['dans la commune', { D: 'Total', E: 1 }, 'total'],
    ['non dans les observations', { I: 'Total', E: 1 }, 'D'],
    ['avec une remarque à côté', { B: 'Total', E: 1, I: 'arrêté au 31/12' }, 'total'],
    [
      'avec un tiret, un pourcentage, un nombre écrit',
      { B: 'Total', E: '-', F: '12 %', G: '1 200,00' },
      'total',
    ],
    ['avec un autre total', { B: 'Total', C: 'Ensemble', E: 1 }, 'total'],
    ['mais non avec un autre texte', { B: 'Total', C: 'Clas', E: 1 }, 'D'],
    ['ni avec un numéro et des textes', { A: 'P-003', B: 'Ensemble', C: 'Clas', E: 1 }, 'D'],
    ['ni une réponse', { B: 'Total', G: 'oui', E: 1 }, 'D'],
    ['ni une case cochée', { B: 'Total', G: true, E: 1 }, 'D'],
    ['avec la somme d’une colonne ôtée', { B: 'Total', E: { illisible: '#REF!' }, F: 2 }, 'total'],
    ['non avec un Siret', { G: 'Total', H: 2, E: 1 }, 'D'],
    ['sous une réponse, sans rien qui identifie la ligne', { G: 'Total', E: 1, F: 2 }, 'total'],
    ['sous un Siret', { H: 'TOTAL', E: 1 }, 'total'],
    ['non avec un autre texte', { G: 'Total', E: 1, F: '2 dossiers' }, 'D'],
    ['ni une colonne de nombres', { E: 'Total', F: 2 }, 'D'],
    ['seul, court', { B: 'Total des projets' }, 'total'],
    ['seul, plus long, c’est une note', { B: 'reçu avant le résultat' }, 'note'],
    ['seul, plus long, mais son premier mot', { B: 'Total des projets du comité' }, 'total'],
  ])('%s', (_, cellules, attendu) => {
    expect(entre(cellules)).toBe(attendu);
  });

  test('une fiche dont le gestionnaire s’appelle « Ensemble » : un numéro saisi, neuf, long comme les autres, et trois cellules', () => {
    const fiche = { A: 2021003, B: 'Ensemble', E: 1, F: 2 };
    const parmi = (cellules: Readonly<Record<string, Valeur>>, reste: Reste = {}): string =>
      sorts([TETE, P(2021001), l(cellules), P(2021002)], reste).split(' ')[1] ?? '';
    expect(parmi(fiche)).toBe('D');
    expect(parmi({ ...fiche, F: null })).toBe('total');
    expect(parmi({ ...fiche, A: 20210003 })).toBe('total');
    expect(parmi({ ...fiche, A: 2021001 })).toBe('total');
    expect(parmi({ ...fiche, A: '20210,3' })).toBe('total');
    expect(parmi(fiche, formules(['F3', '=F2']))).toBe('total');
    expect(parmi(fiche, formules(['A3', '=A2+2']))).toBe('total');
  });

  test('une formule à côté d’un total ne le défait pas', () => {
    expect(entre({ B: 'Total', C: 'Clas bleu', E: 1 })).toBe('D');
    expect(entre({ B: 'Total', C: 'Clas bleu', E: 1 }, formules(['C3', '=COUNTA(A2:A2)&" projets"']))).toBe(
      'total',
    );
  });

  test('le libellé est aussi dans la première colonne, quelle qu’elle soit', () => {
    const tete = ['Coût prévisionnel', 'Collectifs agréés', 'N° dossier'];
    expect(sorts([tete, [1, 2, 'P-1'], ['Total', 2, null], [1, 2, 'P-2']])).toBe('D total D');
    expect(
      sorts([
        ['', ...tete],
        ['', 1, 2, 'P-1'],
        ['', 1, 'Total', null],
        ['', 1, 2, 'P-2'],
      ]),
    ).toBe('D D D');
  });

  test('ligne de total d’un tableau d’Excel', () => {
    expect(entre({ A: 'P-009', B: 'x', C: 'y', D: 'z' }, { lignesDeTotal: [3] })).toBe('total');
    expect(entre({ G: 'non' }, { lignesDeTotal: [3] })).toBe('total');
    expect(entre({}, { lignesDeTotal: [3] })).toBe('.');
    expect(sorts([TETE, P(), l({ E: 1 })], { premiereLigne: 4, lignesDeTotal: [6] })).toBe('D total');
  });
});

describe('Un total sans libellé : rien que des agrégats', () => {
  test.each([
    '=SUM(E2:E2)',
    '=sum(E2:E2)',
    '=+SUM(E2)',
    '= SUM(E2)',
    '=SUMIF(A:A,"P",E:E)',
    '=SUMIFS(E:E,A:A,1)',
    '=SUBTOTAL(9,E2:E2)',
    '=AGGREGATE(9,5,E2:E2)',
    '=_xlfn.AGGREGATE(9,5,E2)',
    '=COUNT(E2)',
    '=COUNTA(E2)',
    '=COUNTIF(E:E,1)',
    '=COUNTIFS(E:E,1)',
    '=AVERAGE(E2)',
    '=AVERAGEIF(E:E,1)',
    '=AVERAGEIFS(E:E,A:A,1)',
    '=SUMPRODUCT(E2,F2)',
    '=MIN(E2)',
    '=MAX(E2)',
    '=E2+E4',
    '=+$E$2+E$4 + AA10',
    '=AA10+E4',
    '=E10+E4',
    '= E2 + E4',
  ])('%s', (formule) => {
    expect(entre({ E: 36_000 }, formules(['E3', formule]))).toBe('total');
  });

  test.each([
    '=E2',
    '=E2*2',
    '=E2+E4*2',
    '=SUMX(E2)',
    '=E2+1',
    '=ROUND(SUM(E2),2)',
    '=E2-E4',
    '=E+E4',
    '=1+SUM(E2:E2)',
    '=IF(F2=SUM(E2:E2),1,2)',
    '=(F2)=E2+E4',
  ])('%s n’en est pas un', (formule) => {
    expect(entre({ E: 36_000 }, formules(['E3', formule]))).toBe('D');
  });

  test('avec le titre de ce qu’ils totalisent, et lui seul', () => {
    const f = formules(['E3', '=SUM(E2:E2)'], ['F3', '=SUM(F2:F2)']);
    expect(entre({ B: 'SECTEUR NORD', E: 1, F: 2 }, f)).toBe('total');
    expect(entre({ B: 'SECTEUR NORD', C: 'x', E: 1, F: 2 }, f)).toBe('D');
    expect(entre({ I: 'SECTEUR NORD', E: 1, F: 2 }, f)).toBe('D');
    expect(entre({ A: 'P-003', E: 1, F: 2 }, f)).toBe('D');
    expect(entre({ A: 'Nord', E: 1, F: 2 }, f)).toBe('total');
    expect(entre({ B: 12, E: 1, F: 2 }, f)).toBe('D');
    expect(entre({ B: 'SECTEUR NORD', E: 1, F: 2 }, formules(['E3', '=SUM(E2:E2)']))).toBe('D');
    expect(entre({ B: 'x', E: 1 }, formules(['E4', '=SUM(E2:E2)']))).toBe('D');
  });
});

describe('Au détail des collectifs, au journal, aux écritures', () => {
  test('un total peut être dit où l’on nomme la ligne, sans numéro et avec rien que des nombres', () => {
    const tete = ['N° dossier', 'Collectif', 'Lieu', 'Enfants', 'Handicap'];
    const avec = (...ligne: readonly Valeur[]): string =>
      sorts([tete, ['P-1', 'G1', 'Salle', 10, 'non'], ligne, ['P-1', 'G2', 'Salle', 12, 'non']], {
        definitions: COLONNES_COLLECTIFS,
      }).split(' ')[1] ?? '';
    expect(avec(null, 'Total', null, 22)).toBe('total');
    expect(avec(null, null, 'Total', 22)).toBe('total');
    expect(avec('P-1', 'Total', null, 22)).toBe('D');
    expect(avec(1, 'Total', null, 22)).toBe('D');
    expect(avec(null, 'Total', null, 22, 'non')).toBe('D');
    expect(avec(null, 'Total', 3, 22)).toBe('total');
    expect(avec(null, 'Total', 3, 22, 'non')).toBe('D');
    expect(avec(null, 'Total', 'Orléans', 22)).toBe('D');
    const journal = ['N° dossier', 'Nature', 'Gestion', 'Montant'];
    expect(
      sorts(
        [
          journal,
          ['P-1', 'acompte', 'N', 5],
          [null, 'Total', null, 5],
          [null, null, 'TOTAL', 5],
          [null, 'acompte', null, 5],
        ],
        { definitions: COLONNES_VERSEMENTS },
      ),
    ).toBe('D total total D');
  });

  test('le libellé d’une écriture ne dit un total que si aucun compte n’est mouvementé', () => {
    const tete = ['Exercice', 'Compte', 'Libellé', 'Débit', 'Crédit'];
    const avec = (...ligne: readonly Valeur[]): string =>
      sorts([tete, [2021, '4686', 'Charge à payer', 5, null], ligne], {
        definitions: COLONNES_ECRITURES_PASSEES,
      }).split(' ')[1] ?? '';
    expect(avec(null, null, 'Total', 5, 5)).toBe('total');
    expect(avec(null, '6572', 'Total', 5, 5)).toBe('D');
    expect(avec(null, 'TOTAL', null, 5, 5)).toBe('total');
    const dossier = ['N° dossier', 'Exercice', 'Libellé', 'Débit'];
    const charge = ['P-1', 2021, 'Charge à payer', 5];
    expect(
      sorts([dossier, charge, ['P-2', 2021, 'Total', 5]], { definitions: COLONNES_ECRITURES_PASSEES }),
    ).toBe('D D');
  });

  test('un secteur nommé dans la première colonne, quelle qu’elle soit, au-dessus d’agrégats', () => {
    const tete = ['Siret', 'N° dossier', 'Coût prévisionnel'];
    const p = ['73282932000074', 'P-1', 5];
    expect(sorts([tete, p, ['SECTEUR NORD', null, 5], p], formules(['C3', '=SUM(C2)']))).toBe('D total D');
  });
});

describe('Une ligne préremplie', () => {
  test.each<[string, Readonly<Record<string, Valeur>>, string]>([
    ['une réponse recopiée', { G: 'non' }, 'préremplie'],
    ['un zéro', { E: 0 }, 'préremplie'],
    ['un zéro écrit', { E: '0,00 €', G: 'non' }, 'préremplie'],
    ['mais non un montant', { E: 5, G: 'non' }, 'D'],
    ['ni une réponse douteuse', { G: 'oui ?' }, 'note'],
    ['ni une identité', { A: 'P-003', G: 'non' }, 'D'],
    ['ni un texte libre', { I: 'à voir', G: 'non' }, 'D'],
    ['ni un faux', { E: false, G: 'non' }, 'D'],
  ])('%s', (_, cellules, attendu) => {
    expect(entre(cellules)).toBe(attendu);
  });

  test('une formule recopiée donne 0 ou rien ; un montant, lui, ne s’écarte pas avec elle', () => {
    expect(entre({ E: 5, G: 'non' }, formules(['E3', '=F3*2']))).toBe('D');
    expect(entre({ E: 0, G: 'non' }, formules(['E3', '=F3*2']))).toBe('préremplie');
    expect(entre({ E: 'x', G: 'non' }, formules(['E3', '=F3&"x"']))).toBe('préremplie');
    expect(entre({ I: 5, G: 'non' }, formules(['I3', '=F3']))).toBe('préremplie');
    expect(entre({ E: 0, B: 'Total' }, formules(['E3', '=SUM(E2)']))).toBe('total');
    expect(entre({ E: 0 }, formules(['E3', '=SUM(E2)']))).toBe('préremplie');
  });

  test('la gestion d’un versement, recopiée d’avance', () => {
    const journal = ['N° dossier', 'Nature', 'Gestion', 'Montant'];
    const versement = ['P-1', 'acompte', 'N', 5];
    const apres = (...ligne: readonly Valeur[]): string =>
      sorts([journal, versement, ligne], { definitions: COLONNES_VERSEMENTS });
    expect([apres(null, null, 'N'), apres(null, 'acompte', 'N'), apres(null, 'acompte', 'N', 5)]).toEqual([
      'D préremplie',
      'D préremplie',
      'D D',
    ]);
  });
});

describe('Des intitulés répétés', () => {
  test('en tout ou partie, mot pour mot', () => {
    expect(sorts([TETE, P(), TETE, P('P-002')])).toBe('D entête D');
    expect(entre({ A: 'N° DOSSIER', E: 'cout previsionnel' })).toBe('entête');
    expect(entre({ A: 'N° dossier', E: 'Budget', F: 'x' })).not.toBe('entête');
  });

  test('des deux rangs : celui du bas, ou les deux réunis', () => {
    const haut = ['N° dossier', 'Gestionnaire', 'Bonus', null];
    const bas = [null, null, 'Enfants', 'Parents'];
    const p = ['P-1', 'x', 1, 2];
    expect(sorts([haut, bas, p, [null, null, 'Enfants', 'Parents'], p])).toBe('D entête D');
    expect(sorts([haut, bas, p, [null, null, 'Bonus enfants', 'Bonus parents'], p])).toBe('D entête D');
    expect(
      sorts([
        ['N° dossier', 'Gestionnaire', 'Acomptes', null],
        [null, null, 2021, 2022],
        p,
        [null, null, 2021, 2022],
        p,
      ]),
    ).toBe('D entête D');
  });
});

describe('Des numéros de colonnes', () => {
  const sous = (...ligne: readonly Valeur[]): string => sorts([TETE, ligne, P()]).split(' ')[0] ?? '';
  test.each<[readonly Valeur[], string]>([
    [['(1)', '(2)', '(3)'], 'numéros'],
    [[1, 2, 3, 4], 'numéros'],
    [['A', 'B', 'C'], 'numéros'],
    [['a', 'b', 'c', 'd'], 'numéros'],
    [['[1]', '[2]', '[3]'], 'numéros'],
    [['1)', '2)', '3)'], 'numéros'],
    [['1.', '2.', '3.'], 'numéros'],
    [['col. 1', 'col 2', 'Colonne 3'], 'numéros'],
    [['( 1 )', '( 2 )', '( 3 )'], 'numéros'],
    [[10, 11, 12], 'numéros'],
    [['1', null, '3', '4'], 'numéros'],
    [['1', null, '2', '3'], 'numéros'],
    [['1', '2'], 'consigne'],
    [['1', '3', '4'], 'consigne'],
    [['(1)', '(2)', '(3'], 'numéros'],
    [['1', '2', 'x3'], 'consigne'],
    [['1', '2', '3x'], 'consigne'],
    [['n1', 'n2', 'n3'], 'consigne'],
    [['ab', 'bc', 'cd'], 'consigne'],
    [['1000', '1001', '1002'], 'consigne'],
  ])('%j : %s', (ligne, attendu) => {
    expect(sous(...ligne)).toBe(attendu);
  });

  test('contre l’en-tête seulement, ou celui qu’on répète', () => {
    expect(sorts([TETE, P(), [1, 2, 3], P('P-002')])).toBe('D D D');
    expect(sorts([TETE, P(), TETE, [1, 2, 3], P('P-002')])).toBe('D entête numéros D');
    expect(sorts([TETE, P(), [1, 2, 3]])).toBe('D D');
    expect(sorts([TETE, [], ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)'], P()])).toBe('. numéros D');
  });
});

describe('Une note, un titre, une consigne, une signature', () => {
  test.each<[string, Readonly<Record<string, Valeur>>, string]>([
    ['un texte seul', { B: 'SECTEUR SUD' }, 'note'],
    ['une remarque seule', { I: 'chiffres provisoires' }, 'note'],
    ['un mot où l’on attend un montant', { E: '€' }, 'note'],
    ['un numéro de la forme des autres', { A: 'P-003' }, 'D'],
    ['un numéro d’une autre forme, seul', { A: 2021 }, 'note'],
    ['un numéro d’une autre forme, seul, en texte', { A: 'Dossier 12/2021' }, 'note'],
    ['une rangée de tirets', { A: '---', B: '___', C: '…' }, 'note'],
    ['un nombre seul', { E: 500 }, 'D'],
    ['un montant écrit, seul', { E: '500 €' }, 'D'],
    ['un avis lisible, seul', { H: '73282932000074' }, 'D'],
  ])('%s', (_, cellules, attendu) => {
    expect(entre(cellules)).toBe(attendu);
  });

  test('un numéro seul calculé par une formule reste une donnée', () => {
    expect(entre({ A: 2021 }, formules(['A3', '=YEAR(TODAY())']))).toBe('D');
    expect(entre({ B: 'SECTEUR' }, formules(['B3', '="SECTEUR"']))).toBe('D');
  });

  test('sans aucune ligne bien remplie, un numéro seul est une donnée s’il a un chiffre et pas d’espace', () => {
    const seul = (v: Valeur): string => sorts([TETE, l({ A: v })]);
    expect([seul('P-001'), seul(2021), seul('Le dossier'), seul('dossier 12'), seul('12 places')]).toEqual([
      'D',
      'D',
      'note',
      'note',
      'note',
    ]);
  });

  test('quatre cellules suffisent à une ligne bien remplie, pas trois', () => {
    const autour = (p: Readonly<Record<string, Valeur>>): string =>
      sorts([TETE, l({ A: 'P-001', ...p }), l({ A: 2021 }), l({ A: 'P-002', ...p })]);
    expect([autour({ B: 'x', E: 1, F: 1 }), autour({ B: 'x', E: 1 })]).toEqual(['D note D', 'D D D']);
  });

  const haut = (cellules: Readonly<Record<string, Valeur>>): string =>
    sorts([TETE, l(cellules), P(), P('P-002')]).split(' ')[0] ?? '';
  const fin = (cellules: Readonly<Record<string, Valeur>>): string =>
    sorts([TETE, P(), P('P-002'), l(cellules)]).split(' ')[2] ?? '';
  test.each<[string, Readonly<Record<string, Valeur>>, string, string, string]>([
    ['des unités', { E: '€', F: 'nombre' }, 'consigne', 'D', 'consigne'],
    ['deux textes, une signature', { B: 'Le directeur', C: 'Signé' }, 'consigne', 'D', 'consigne'],
    ['trois textes', { B: 'un', C: 'deux', D: 'trois' }, 'D', 'D', 'D'],
    ['trois textes dont un numéro', { A: 'texte', B: 'un', C: 'deux' }, 'consigne', 'D', 'D'],
    [
      'une consigne par colonne',
      { B: 'le nom', C: 'l’action', G: 'oui ou non' },
      'consigne',
      'D',
      'consigne',
    ],
    ['une consigne et une unité', { B: 'le nom', C: 'l’action', E: 'en euros' }, 'consigne', 'D', 'consigne'],
    ['un montant lisible parmi les textes', { B: 'le nom', C: 'l’action', E: '500 €' }, 'D', 'D', 'D'],
    ['un numéro connu', { A: 'P-003', E: 'en euros' }, 'D', 'D', 'D'],
    ['une autre table', { B: 'Orléans', C: 2 }, 'consigne', 'D', 'consigne'],
    ['une autre table de trois', { B: 'Orléans', C: 2, D: 45_000 }, 'consigne', 'D', 'consigne'],
    ['une autre table de quatre', { A: 'x y', B: 'Orléans', C: 2, D: 45_000 }, 'consigne', 'D', 'consigne'],
    ['un numéro possible n’en est pas une', { A: 'X9', C: 2 }, 'D', 'D', 'D'],
    ['un montant n’en est pas une', { B: 'Orléans', E: 2 }, 'D', 'D', 'D'],
    ['un Siret faux', { B: 'Orléans', H: 12 }, 'consigne', 'D', 'consigne'],
    ['un Siret juste', { B: 'Orléans', H: '73282932000074' }, 'D', 'D', 'D'],
    ['une date dans un texte', { B: 'Édité le', C: 44_531 }, 'consigne', 'D', 'consigne'],
  ])('%s : contre l’en-tête, au milieu, à la fin', (_, cellules, enTete, milieu, aLaFin) => {
    expect([haut(cellules), entre(cellules), fin(cellules)]).toEqual([enTete, milieu, aLaFin]);
  });

  test('une autre table ne se fait pas de formules', () => {
    expect(sorts([TETE, P(), P('P-002'), l({ B: 'Orléans', C: 2 })], formules(['C4', '=ROWS(A2:A3)']))).toBe(
      'D D D',
    );
  });

  test('une date dans une colonne de texte, ou là où l’on attend un montant, n’est pas une donnée', () => {
    const formats = [
      undefined,
      undefined,
      undefined,
      [undefined, undefined, undefined, undefined, undefined, undefined, undefined, undefined, 'dd/mm/yyyy'],
    ];
    expect(sorts([TETE, P(), P('P-002'), l({ G: 'Édité le', I: 44_531 })], { formats })).toBe('D D consigne');
    expect(sorts([TETE, P(), P('P-002'), l({ G: 'Édité le', I: 44_531 })])).toBe('D D consigne');
    const duCout = [
      undefined,
      undefined,
      undefined,
      [undefined, undefined, undefined, undefined, 'dd/mm/yyyy'],
    ];
    expect(sorts([TETE, P(), P('P-002'), l({ G: 'Édité le', E: 44_531 })], { formats: duCout })).toBe(
      'D D consigne',
    );
  });

  test('les notes de la fin, jusqu’à la dernière donnée ; une ligne de titre entre deux pages', () => {
    const signature = l({ B: 'Le directeur', C: 'Signé' });
    expect(sorts([TETE, P(), signature, [], signature])).toBe('D consigne . consigne');
    expect(sorts([TETE, P(), signature, TETE, signature, P('P-002')])).toBe('D consigne entête consigne D');
    expect(sorts([TETE, P(), signature, l({ B: 'SECTEUR' }), P('P-002')])).toBe('D D note D');
  });
});

describe('La forme d’un numéro', () => {
  const seul = (autres: readonly Valeur[], v: Valeur): string =>
    sorts([TETE, ...autres.map(P), l({ A: v })])
      .split(' ')
      .at(-1) ?? '';
  test.each<[readonly Valeur[], Valeur, string]>([
    [['P-001', 'P-002'], 'Q-9', 'D'],
    [['P-001', 'P-002'], 'Q\u2013 9', 'note'],
    [['P\u2011001'], 'Q-9', 'D'],
    [['P-001'], 'P001', 'note'],
    [['é-1'], 'abc-22', 'D'],
    [[12, 13], 14, 'D'],
    [[12, 13], 'P-1', 'note'],
    [['P-001', 12], 14, 'D'],
    // un total n'est pas un numéro
    [['Total'], 'P-1', 'D'],
  ])('parmi %j, %j seul : %s', (autres, v, attendu) => {
    expect(seul(autres, v)).toBe(attendu);
  });

  test('une ligne bien remplie ne se juge pas à elle seule : d’une autre forme que les autres, elle est un titre ou une consigne', () => {
    const consigne = l({ A: 'le numéro', B: 'le nom', C: 'l’action', D: 'la commune', E: 'en euros' });
    expect(sorts([TETE, consigne, P(), P('P-002')])).toBe('consigne D D');
    expect(sorts([TETE, consigne])).toBe('consigne');
    expect(
      sorts([
        TETE,
        l({ A: 'P-1', B: 'le nom', C: 'l’action', D: 'la commune', E: 'en euros' }),
        P(),
        P('P-002'),
      ]),
    ).toBe('D D D');
    expect(sorts([TETE, l({ A: 'P-1', B: 'le nom', C: 'l’action', D: 'la commune', E: 'en euros' })])).toBe(
      'D',
    );
    expect(
      sorts([
        TETE,
        l({ A: 'P/1', B: 'le nom', C: 'l’action', D: 'la commune', E: 'en euros' }),
        P(),
        P('P-002'),
      ]),
    ).toBe('consigne D D');
  });
});

describe('Un titre qui dit une autre année', () => {
  const T = (titre: Valeur): Valeur[] => l({ B: titre });
  test.each<[string, Lignes, string]>([
    [
      'en dessous, tout en est',
      [TETE, P(), T('2020-2021'), P('P-002'), [], P('P-003')],
      'D note année . année',
    ],
    [
      'jusqu’au titre de celle-ci',
      [TETE, T('2020-2021'), P(), T('2021-2022'), P('P-002')],
      'note année note D',
    ],
    ['le haut de la feuille n’écarte rien à lui seul', [T('2020-2021'), TETE, P()], 'D'],
    [
      'mais bien si un autre titre ouvre cette année',
      [T('2020-2021'), TETE, P(), T('2021-2022'), P('P-002')],
      'année note D',
    ],
    [
      'le dernier du haut compte',
      [T('2020-2021'), T('2021-2022'), TETE, P(), T('2021-2022'), P('P-002')],
      'D note D',
    ],
    [
      'un titre d’une autre année ne suffit pas',
      [T('2020-2021'), TETE, P(), T('2019-2020'), P('P-002')],
      'D note année',
    ],
    ['un total reste un total', [TETE, P(), T('2020-2021'), l({ B: 'Total', E: 5 })], 'D note total'],
    ['une année seule dans une colonne de texte', [TETE, P(), l({ A: '2020' }), P('P-002')], 'D note année'],
    ['deux cellules ne font pas un titre', [TETE, P(), l({ B: '2020-2021', C: 'x' }), P('P-002')], 'D D D'],
    [
      'dans une colonne que Clas ne lit pas',
      [[...TETE, 'Divers'], P(), [...l({}), '2020-2021'], P('P-002')],
      'D . année',
    ],
    [
      'un numéro de dossier « N-1 » parmi « N-12 »',
      [TETE, P('N-12'), P('N-13'), l({ A: 'N-1' }), P('N-14')],
      'D D D D',
    ],
    [
      '« N-1 » parmi d’autres numéros',
      [TETE, P('A-12'), P('A-13'), l({ A: 'N-1' }), P('A-14')],
      'D D note année',
    ],
    [
      '« N-1 » hors de la colonne des numéros',
      [TETE, P('N-12'), P('N-13'), T('N-1'), P('N-14')],
      'D D note année',
    ],
  ])('%s', (_, lignes, attendu) => {
    expect(sorts(lignes, { titres: true })).toBe(attendu);
  });

  test('une formule n’est pas un titre, et d’autres feuilles n’en ont pas', () => {
    const lignes = [TETE, P(), T('2020-2021'), P('P-002')];
    expect(sorts(lignes, { titres: true, ...formules(['B3', '="2020-2021"']) })).toBe('D D D');
    expect(sorts(lignes)).toBe('D note D');
  });
});
