import { appeler, phrase } from './appel';

/** Un collectif en règle, dont chaque cas ne change qu'une donnée. */
const REGLE = {
  enfants: 10 as unknown,
  rural: null as unknown,
  handicap: null as unknown,
  intervenants: 2 as unknown,
  seances: 2 as unknown,
  duree: 1.5 as unknown,
  semaines: 27 as unknown,
  derogation: null as unknown,
};
const eligibilite = (changes: Partial<typeof REGLE>): unknown =>
  appeler('ELIGIBILITE', ...Object.values({ ...REGLE, ...changes }));

describe('de part et d’autre de chaque seuil', () => {
  test.each<[Partial<typeof REGLE>, string | RegExp]>([
    [{}, 'Éligible'],
    [{ enfants: 12 }, 'Éligible'],
    [{ enfants: 13 }, '13 enfants : 12 au maximum'],
    [{ enfants: 8 }, 'Éligible'],
    [{ enfants: 7 }, /^7 enfants : 8 au minimum/],
    [{ enfants: 7, rural: 'oui' }, 'Éligible'],
    [{ enfants: 5, handicap: true }, 'Éligible'],
    [{ enfants: 4, rural: 1 }, /^4 enfants : 5 au minimum/],
    [{ intervenants: 1 }, /^1 intervenant : 2 requis/],
    [{ intervenants: 1, enfants: 7, rural: 'x' }, 'Éligible'],
    [{ intervenants: 1, enfants: 8, rural: 'x' }, /^1 intervenant/],
    [{ intervenants: 1, enfants: 7, handicap: 'oui' }, /^1 intervenant/],
    [{ seances: 1 }, /^1 séance/],
    [{ duree: 1.49 }, /séances? de 1 h 29/],
    [{ seances: 1, duree: 2, rural: 'VRAI' }, 'Éligible'],
    [{ seances: 1, duree: 2, derogation: 'Oui' }, 'Éligible'],
    [{ seances: 1, duree: 2 }, /^1 séance de 2 h/],
    [{ seances: 1, duree: 1.9, rural: 'o' }, /^1 séance/],
    [{ semaines: 26 }, '26 semaines : 27 au minimum'],
  ])('%p', (changes, attendu) => {
    const texte = eligibilite(changes);
    if (typeof attendu === 'string') expect(texte).toBe(attendu);
    else expect(texte).toMatch(attendu);
  });
});

test('tous les motifs, joints par « ; »', () => {
  expect(String(eligibilite({ enfants: 13, intervenants: 1, semaines: 26 })).split(' ; ')).toHaveLength(3);
});

describe('ce qui n’est pas donné', () => {
  test.each([null, undefined, 0, ''])('%p', (vide) => {
    expect(eligibilite({ intervenants: vide, semaines: vide })).toBe('À compléter : intervenants, semaines');
    expect(eligibilite({ rural: vide, derogation: vide })).toBe('Éligible');
    expect(eligibilite({ enfants: 13, semaines: vide })).toBe('13 enfants : 12 au maximum');
    expect(appeler('ELIGIBILITE', vide)).toBe(
      'À compléter : enfants, intervenants, séances, durée, semaines',
    );
  });
});

test.each([1.5, '1,5', '1 h 30', '1:30', '90 min', 0.0625, '1,500'])(
  'une séance de %p dure une heure et demie',
  (duree) => {
    const complet = { enfants: 10, intervenants: 2, seances: 2, semaines: 27 };
    expect(eligibilite({ ...complet, duree })).toBe('Éligible');
  },
);

test('arguments refusés', () => {
  expect(phrase(() => eligibilite({ enfants: 8.5 }))).toBe('enfants : 8,5 doit être un nombre entier.');
  expect(phrase(() => eligibilite({ rural: 'peut-être' }))).toMatch(/^milieu rural : .* ni oui ni non/);
  expect(phrase(() => eligibilite({ duree: 24 }))).toMatch(/écrire 1,5 pour 1 h 30/);
  expect(phrase(() => eligibilite({ duree: '1 h 75' }))).toBe(
    'durée : « 1 h 75 » n’est pas une durée ; écrire 1,5 ou 1 h 30.',
  );
});

test.each([
  ['35600000000048', true],
  ['356 000 000 00048', true],
  [35600000000048, true],
  ['73282932000074', true],
  ['73282932000075', false],
  ['7328293200007', false],
  ['00000000000000', false],
  ['néant', false],
  [true, false],
])('Siret %p : %p', (texte, valide) => expect(appeler('SIRET', texte)).toBe(valide));
