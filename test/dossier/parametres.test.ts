/** La feuille Paramètres : chaque rangée où qu'elle soit, ce qui n'y va pas, et ce qu'elle laisse. */
import { phraseDe } from '../../src/dossier/anomalies/anomalie';
import type { Feuille } from '../../src/dossier/formes/grille';
import { lireLibelles } from '../../src/dossier/lecture/libelles';
import { lireCodeCaf, lireParametres } from '../../src/dossier/lecture/parametres';
import type { Valeur } from '../../src/valeurs/valeur';
import { feuille } from './fabrique';

type Rangees = readonly (readonly Valeur[])[];
const lire = (rangees: Rangees, reste: Partial<Feuille> = {}, dates1904 = false) =>
  lireParametres(feuille('Paramètres', [['Année scolaire', '2021-2022'], ...rangees], reste), dates1904);
const dit = (...lu: Parameters<typeof lire>): string[] =>
  lire(...lu).anomalies.map(
    (a) => `${a.ligne}:${a.colonne} ${a.champ} ${phraseDe(a).replace(/\s/g, ' ').split('. ')[0]}`,
  );
const LOIRET: Rangees = [['Caf', '45']];

test('par défaut : rien n’est limité autrement, rien n’est inventé', () => {
  expect(lire(LOIRET)).toMatchObject({
    annee: 2021,
    caf: '45',
    nomCaf: null,
    codeOrganisme: null,
    arrondi: 'bareme',
    contact: null,
    limiterAuMontantAccorde: true,
    enveloppeN: null,
    enveloppeN1: null,
    siretCaf: null,
    anomalies: [],
    bilan: { lignesLues: 2, lignesIgnorees: [], colonnesLues: [], colonnesNonLues: [] },
  });
});

test('les libellés se lisent où qu’ils soient, à droite de leur fusion, et se comptent', () => {
  const rangees = [
    ['x', 'CONTACT', null, 'clas@caf.fr', 'Caf', '45'],
    [],
    ['Nom de la Caf', ' Caf du  Loiret '],
  ];
  const lu = lire(rangees, { fusions: ['B2:C2', 'A4'] });
  expect([lu.contact, lu.caf, lu.nomCaf, lu.bilan.lignesLues]).toEqual([
    'clas@caf.fr',
    '45',
    'Caf du Loiret',
    3,
  ]);
});

test('le lieu d’une valeur est le sien, dans une feuille qui commence ailleurs', () => {
  const f = feuille('P', [['Caf', null, '45'], ['Caf']], {
    premiereLigne: 5,
    premiereColonne: 3,
    fusions: ['C5:D5'],
    formats: [[undefined, undefined, '00']],
  });
  expect(lireLibelles(f).get('caf')).toEqual([
    { valeur: '45', format: '00', lieu: { feuille: 'P', ligne: 5, colonne: 5, champ: 'caf', valeur: '45' } },
    {
      valeur: null,
      format: undefined,
      lieu: { feuille: 'P', ligne: 6, colonne: 4, champ: 'caf', valeur: null },
    },
  ]);
});

test('« Année » en tête du barème n’est pas le libellé de l’année', () => {
  const f = feuille('P', [
    ['Année', 'Prix plafond'],
    [2019, 7000],
    ['Année', '2021-2022'],
  ]);
  expect(
    [...lireLibelles(f).entries()].map(([cle, trouves]) => [cle, trouves.map(({ valeur }) => valeur)]),
  ).toEqual([['annee', ['2021-2022']]]);
  expect(lireParametres(f).annee).toBe(2021);
});

describe('La Caf', () => {
  test.each<[Rangees, readonly string[]]>([
    [[], ['null:null caf Caf émettrice non renseignée ou inconnue']],
    [[['Caf', null]], ['2:2 caf Caf émettrice non renseignée ou inconnue']],
    [[['Caf', '99']], ['2:2 caf Caf émettrice non renseignée ou inconnue (« 99 »)']],
    [[['Caf', 'Loiret']], ['2:2 caf Caf émettrice non renseignée ou inconnue (« Loiret »)']],
    [[['Caf', '64']], ['2:2 caf Caf émettrice non renseignée ou inconnue (deux Caf dans le 64)']],
    [
      [
        ['Caf', '64'],
        ['Nom de la Caf', 'Caf du Loiret'],
      ],
      ['2:2 caf Caf émettrice non renseignée ou inconnue (code 64, mais nom de la Caf 45)'],
    ],
    [
      [
        ['Caf', '64'],
        ['Nom de la Caf', 'Caf du Pays basque et du Seignanx'],
      ],
      [],
    ],
    [[['Caf', '45']], []],
    [
      [
        ['Caf', '45'],
        ['Département', '45'],
      ],
      [],
    ],
    [
      [
        ['Caf', '45'],
        ['Code Caf', '41'],
      ],
      [
        '2:2 caf Le classeur mélange les Caf 45 et 41 : une seule Caf et une seule année scolaire par remontée',
      ],
    ],
    [
      [['Caf', '45/41']],
      [
        '2:2 caf Le classeur mélange les Caf 45 et 41 : une seule Caf et une seule année scolaire par remontée',
      ],
    ],
    [[['Caf', '45, 45']], ['2:2 caf Caf émettrice non renseignée ou inconnue (« 45, 45 »)']],
    [
      [['Caf', '45 ; 2a + 974']],
      [
        '2:2 caf Le classeur mélange les Caf 45 et 2A et 974 : une seule Caf et une seule année scolaire par remontée',
      ],
    ],
    [
      [
        ['Caf', '45'],
        ['Code Caf', 'x1'],
      ],
      [],
    ],
    [
      [
        ['Caf', '45'],
        ['Campagne', '2022-2023'],
      ],
      [
        '1:2 annee Le classeur mélange les années 2021 et 2022 : une seule Caf et une seule année scolaire par remontée',
      ],
    ],
    [
      [
        ['Caf', '45'],
        ['Campagne', 2021],
        ['Année', 'bientôt'],
      ],
      [],
    ],
  ])('%j', (rangees, attendu) => {
    expect(dit(rangees)).toEqual(attendu);
  });

  test.each([
    ['caf  45', '45'],
    ['CAF45', '45'],
    ['2B', '2B'],
    ['1', '01'],
    ['001', '01'],
    ['0045', null],
    ['971', '971'],
    ['975', null],
    ['45 ', '45'],
    ['45x', null],
    ['45caf', null],
    ['9071', null],
    ['0971', null],
    ['x45', null],
    ['4 5', null],
    ['la Caf 45', null],
  ])('code « %s » : %j', (texte, attendu) => {
    expect(lireCodeCaf(texte)).toBe(attendu);
  });
});

describe('Les rangées facultatives', () => {
  test.each<[string, Valeur, string, unknown, readonly string[]]>([
    ['Arrondi Ps', 'Euro', 'arrondi', 'euro', []],
    ['Arrondi Ps', 'Centime', 'arrondi', 'centime', []],
    [
      'Arrondi Ps',
      'au plus près',
      'arrondi',
      'bareme',
      [
        'Valeur « au plus près » illisible au paramètre « Arrondi Ps » : choisir barème publié, centime ou euro.',
      ],
    ],
    ['Limiter la Ps au montant accordé', 'non', 'limiterAuMontantAccorde', false, []],
    ['Limiter la Ps au montant accordé (oui/non) :', 'non', 'limiterAuMontantAccorde', false, []],
    ['Limiter la Ps au montant accordé', ' ', 'limiterAuMontantAccorde', true, []],
    [
      'Limiter la Ps au montant accordé',
      'bof',
      'limiterAuMontantAccorde',
      null,
      ['Valeur « bof » illisible au paramètre « Limiter la Ps au montant accordé » : saisir oui ou non.'],
    ],
    [
      'Enveloppe notifiée N',
      '120 000 €',
      'enveloppeN',
      '120000',
      ['Nombre saisi en texte (« 120 000 € ») : lu comme 120 000,00 €'],
    ],
    [
      'Enveloppe notifiée N',
      -5,
      'enveloppeN',
      null,
      ['Paramètre « Enveloppe notifiée N » : nombre négatif (−5)'],
    ],
    [
      'Enveloppe notifiée N+1',
      'x',
      'enveloppeN1',
      null,
      ['Valeur « x » illisible au paramètre « Enveloppe notifiée N+1 » : saisir un nombre.'],
    ],
    ['Siret de la Caf', 73282932000074, 'siretCaf', '73282932000074', []],
  ])('%s : %j', (libelle, valeur, cle, attendu, phrases) => {
    const lu = lire([...LOIRET, [libelle, valeur]]);
    const v = lu[cle as 'enveloppeN'];
    expect(v !== null && typeof v === 'object' ? v.toString() : v).toBe(attendu);
    expect(dit([...LOIRET, [libelle, valeur]])).toEqual(phrases.map((p) => `3:2 ${cle} ${p}`));
  });

  test('un format de date y dit une date, du calendrier du classeur', () => {
    const formats = [undefined, undefined, [undefined, 'dd/mm/yyyy']];
    const rangees = [...LOIRET, ['Enveloppe notifiée N', 44_000]];
    expect(dit(rangees, { formats })[0]).toContain('« 18/06/2020 » est une date, pas un montant');
    expect(dit(rangees, { formats }, true)[0]).toContain('« 19/06/2024 » est une date, pas un montant');
  });
});

test('le bilan compte les lignes du barème, et dit celles dont l’année ne se lit pas', () => {
  const tete = ['Année N', 'Taux', 'Prix plafond', 'Montant maximal'];
  const lu = lire([
    ...LOIRET,
    tete,
    [2021, 0.325, 7885, 2563],
    [2020, 0.325, 7000, 2275],
    ['x', 0.3, 6000, 1800],
  ]);
  expect(lu.bilan).toMatchObject({
    lignesLues: 4,
    lignesIgnorees: [{ ligne: 6, derniere: 6, motif: 'barème dont l’année ne se lit pas' }],
  });
  // celui de l'année d'avant paie les bonus de l'année d'avant
  expect(lu.baremePrecedent?.prixPlafond.toString()).toBe('7000');
});

test('sans feuille, ou sans année : une phrase', () => {
  const sans =
    'Année scolaire absente ou illisible : la saisir dans la feuille Paramètres, par exemple 2021-2022.';
  expect(() => lireParametres(undefined)).toThrow(`Feuille « Paramètres » introuvable. ${sans}`);
  expect(() => lireParametres(feuille('P', [['Caf', '45']]))).toThrow(sans);
  expect(() => lireParametres(feuille('P', [['Année scolaire', { illisible: '#N/A' }]]))).toThrow(sans);
});
