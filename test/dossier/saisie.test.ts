/** Ce que l'agent saisit dans le volet à la place d'une valeur fautive : lu comme la feuille le lirait, ou refusé d'une phrase. */
import { COLONNES_VERSEMENTS } from '../../src/dossier/colonnes/versements';
import type { Examen } from '../../src/dossier/examiner';
import { ligneDesIntitules, tableDe } from '../../src/dossier/lecture/lecture';
import { lireSaisie, seSaisit } from '../../src/dossier/lecture/saisie';
import { CODES_FORMAT } from '../../src/dossier/formes/plan';
import { serieDeDate } from '../../src/valeurs/date';
import { examen, feuille, projet, tableau, versement, type Ligne, type Reglages } from './fabrique';

const anomalieDe = (e: Examen, code: string) => {
  const a = e.anomalies.find((x) => x.code === code);
  if (!a) throw new Error(`${code} : ${e.anomalies.map((x) => x.code).join()}`);
  return a;
};
const saisir = (saisi: string, change: Ligne, code: string, reste: Reglages = {}): unknown => {
  const e = examen({ projets: [projet(change)], ...reste });
  const lu = lireSaisie(saisi, anomalieDe(e, code), e.lecture, reste.dates1904 ?? false);
  return 'refus' in lu ? lu.refus.replace(/\s/g, ' ') : lu.correction;
};
const COUT = { feuille: 'Projets', ligne: 2, colonne: 19, avant: 'néant' };

test.each<[string, Ligne, string, unknown]>([
  [
    ' 24 000 ',
    { coutPrevisionnel: 'néant' },
    'cellule.nombre-illisible',
    { ...COUT, apres: 24000, format: CODES_FORMAT.montant },
  ],
  ['12', { enfants: 'x' }, 'cellule.nombre-illisible', { apres: 12, format: '0' }],
  [
    '12/10/2021',
    { dateAgrement: 'x' },
    'cellule.date-illisible',
    { apres: serieDeDate('2021-10-12'), format: 'dd/mm/yyyy' },
  ],
  ['Orléans', { commune: null }, 'cellule.non-renseignee', { avant: null, apres: 'Orléans', format: '@' }],
  ['73282932000074', { siret: 'x' }, 'siret.invalide', { apres: '73282932000074', format: '@' }],
])('« %s »', (saisi, change, code, attendu) => {
  expect(saisir(saisi, change, code)).toMatchObject(attendu as object);
});

test('oui, un avis : le format de la cellule reste', () => {
  expect(saisir('oui', { axeEcole: 'bof' }, 'cellule.valeur-illisible')).toStrictEqual({
    feuille: 'Projets',
    ligne: 2,
    colonne: 16,
    avant: 'bof',
    apres: 'oui',
  });
  expect(saisir('x', { agrement: 'bof' }, 'cellule.valeur-illisible')).toMatchObject({ apres: 'favorable' });
});

test('une date suit le calendrier du classeur', () => {
  expect(
    saisir('12/10/2021', { dateAgrement: 'x' }, 'cellule.date-illisible', { dates1904: true }),
  ).toMatchObject({ apres: serieDeDate('2021-10-12', true) });
});

test.each<[string, string]>([
  ['', 'Saisir une valeur.'],
  ['  ', 'Saisir une valeur.'],
  ['rien', 'Valeur « rien » illisible dans la colonne Coût prévisionnel : saisir un nombre.'],
  ['-5', 'Colonne « Coût prévisionnel » : nombre négatif (−5). Corriger le signe.'],
  [
    '1.234',
    '« 1.234 » est ambigu (milliers ou décimales ?) : lu comme 1 234,00 €. Confirmer en saisissant le nombre.',
  ],
])('« %s » ne s’écrit pas, et dit pourquoi', (saisi, refus) => {
  expect(saisir(saisi, { coutPrevisionnel: 'néant' }, 'cellule.nombre-illisible')).toBe(refus);
});

describe('Ce qui se corrige dans la feuille', () => {
  test.each<[string, Reglages, string]>([
    [
      'une formule',
      { projets: [projet({ coutPrevisionnel: 'x' })], formules: { S2: '=A1' } },
      'cellule.nombre-illisible',
    ],
    ['un paramètre', { parametres: { Caf: '99' } }, 'parametres.caf-inconnue'],
    [
      'un intitulé',
      { projets: [projet({ acomptesN: 9 })], intitules: { acomptesN: 'Avances diverses' } },
      'colonne.non-lue',
    ],
    ['une colonne absente', { sans: ['commune'] }, 'colonne.attendue-absente'],
    ['une feuille', { visibilites: { Projets: 'masquee' } }, 'feuille.masquee'],
    [
      'une ligne entière',
      { projets: [projet({}), {}, projet({ dossier: 'P-2', action: 'Autre' })] },
      'ligne.ignoree',
    ],
  ])('%s', (_, reglages, code) => {
    const e = examen(reglages);
    const a = anomalieDe(e, code);
    expect(seSaisit(a, e.lecture)).toBe(false);
    expect(lireSaisie('12', a, e.lecture, false)).toEqual({
      refus: 'Cette cellule se corrige dans la feuille.',
    });
  });

  test('un champ que la feuille n’a pas', () => {
    const e = examen({ projets: [projet({ coutPrevisionnel: 'x' })] });
    const a = anomalieDe(e, 'cellule.nombre-illisible');
    expect([a, { ...a, champ: 'bareme' }, { ...a, champ: null }].map((x) => seSaisit(x, e.lecture))).toEqual([
      true,
      false,
      false,
    ]);
    expect(
      [
        { ...a, ligne: null },
        { ...a, colonne: null },
        { ...a, ligne: 1 },
      ].some((x) => seSaisit(x, e.lecture)),
    ).toBe(false);
  });
});

test('la ligne des intitulés est celle de la feuille, où qu’elle soit', () => {
  const journal = tableau(COLONNES_VERSEMENTS, [versement({ montant: 'x' })]);
  const e = examen({ autres: [feuille('Versements', [['Journal'], [], ...journal], { premiereLigne: 3 })] });
  const table = tableDe('Versements', e.lecture);
  expect(table && ligneDesIntitules(table)).toBe(5);
  expect(seSaisit(anomalieDe(e, 'versement.non-compte'), e.lecture)).toBe(true);
  const sans = examen({
    autres: [
      feuille(
        'Versements',
        [
          ['Journal', 'x'],
          ['a', 'b'],
          ['c', 'd'],
        ],
        { premiereLigne: 3 },
      ),
    ],
  });
  const inconnue = tableDe('Versements', sans.lecture);
  expect(inconnue && ligneDesIntitules(inconnue)).toBe(3);
});
