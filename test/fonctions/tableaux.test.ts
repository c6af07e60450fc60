import fc from 'fast-check';
import { appeler, phrase } from './appel';

const VIDE = ['', '', '', '', '', '', '', '', ''];
const dossier = (plage: unknown[][], annee: unknown = 2021, arrondi?: unknown): unknown[][] =>
  appeler('DOSSIER', plage, annee, arrondi) as unknown[][];

describe('CLAS.DOSSIER', () => {
  test('égale les fonctions simples sur toute ligne', () => {
    const centimes = fc.integer({ min: 0, max: 50_000_000 }).map((c) => c / 100);
    const nombre = fc.integer({ min: 0, max: 12 });
    const ligne = fc.tuple(centimes, fc.integer({ min: 1, max: 12 }), nombre, nombre, centimes, centimes);
    const arrondi = fc.constantFrom('barème', 'centime', 'euro');
    fc.assert(
      fc.property(fc.array(ligne, { minLength: 1, maxLength: 20 }), arrondi, (lignes, mode) => {
        const attendu = lignes.map(([cout, nb, e, p, n]) => {
          const ps = appeler('PS', cout, nb, 2021, mode);
          const parPs = ['PARTN', 'PARTN1', 'ACOMPTEN', 'ACOMPTEN1'].map((id) => appeler(id, ps));
          return [ps, ...parPs, appeler('CAP', ps, n), appeler('ENGAGEMENT', ps), appeler('BONUS', e, p)];
        });
        const rendu = dossier(lignes, 2021, mode).map((l) => l.slice(0, 8));
        expect(rendu).toEqual(attendu);
      }),
    );
  });

  test('ligne vide, ligne fausse, ligne juste : chacune la sienne', () => {
    const [vide, zero, fausse, juste] = dossier([
      [null, '', null, undefined, ' ', null],
      [0, 0, 0, 0, 0, 0],
      ['néant', 3, 0, 0, 0, 0],
      [24000, 3, 3, 2, 2000, '3 200,00 €'],
    ]);
    expect(vide).toEqual(VIDE);
    expect(zero).toEqual(VIDE);
    expect(fausse).toEqual([...VIDE.slice(1), 'coût : « néant » n’est pas un nombre.']);
    expect(juste).toEqual([7689, 3075.6, 4613.4, 2152.92, 3229.38, 1075.6, 4613.4, 1500, '']);
  });

  test.each([
    [[1, 'x', 0, 0, 0, 0], /^collectifs :/],
    [[1, 1, 0.5, 0, 0, 0], /^bonus enfants :/],
    [[1, 1, 0, -1, 0, 0], /^bonus parents :/],
    [[1, 1, 0, 0, { code: '#N/A' }, 0], /^acomptes N : .*#N\/A/],
    [[1, 1, 0, 0, 0, false], /^acomptes N\+1 : « FAUX »/],
  ])('le motif nomme la colonne : %p', (ligne, motif) => expect(dossier([ligne])[0]?.[8]).toMatch(motif));

  test('remarques d’une ligne calculable', () => {
    expect(dossier([[6000, 0, 0, 0, 0, 0]])[0]?.[8]).toBe('aucun collectif retenu : Ps nulle');
    expect(dossier([[6000, 1, 2, 0, 0, 0]])[0]?.slice(7)).toEqual([
      600,
      'bonus enfants : 2 pour 1 collectif retenu',
    ]);
    expect(dossier([[6000, 2, 2, 3, 0, 0]])[0]?.[8]).toBe('bonus parents : 3 pour 2 collectifs retenus');
  });

  test('une plage d’une autre largeur, une année ou un arrondi inconnus refusent tout', () => {
    expect(phrase(() => dossier([[1, 2]]))).toMatch(/^plage : 6 colonnes attendues \(coût, .*\), 2 reçue/);
    expect(phrase(() => dossier([[1, 1, 0, 0, 0, 0]], 2022))).toMatch(/PS_BAREME/);
    expect(phrase(() => dossier([[1, 1, 0, 0, 0, 0]], 2021, 'x'))).toMatch(/^arrondi/);
  });

  test('des milliers de lignes en un appel', () => {
    const plage = Array.from({ length: 5000 }, (_, i) => [6000 + i, 1 + (i % 5), 0, 0, 0, 0]);
    expect(dossier(plage)).toHaveLength(5000);
  });
});

describe('CLAS.EXPLIQUER', () => {
  const etapes = (cout: number, nb: number): unknown[][] =>
    appeler('EXPLIQUER', cout, nb, 2021) as unknown[][];

  test('les étapes de la Ps, de ses parts et de ses acomptes', () => {
    const lisible = etapes(24000, 3).map((l) =>
      l.map((v) => (typeof v === 'string' ? v.replace(/\s/g, ' ') : v)),
    );
    expect(lisible).toEqual([
      ['Coût plafonné', '24 000,00 € limité à 3 × 7 885,00 €', 23655, 'Circ. 2021-006, § 3.2'],
      ['Ps', '3 × 2 563,00 €', 7689, 'Circ. 2021-006, § 3.2'],
      ['Part N (4/10)', '7 689,00 € × 40 %, au centime', 3075.6, 'Circ. 2021-006, § 3.4'],
      ['Part N+1 (6/10)', '7 689,00 € − 3 075,60 €', 4613.4, 'Circ. 2021-006, § 3.4'],
      ['Acomptes N au plus', '7 689,00 € × 28 %, au centime inférieur', 2152.92, 'Circ. 2021-006, § 3.4'],
      ['Acomptes N+1 au plus', '7 689,00 € × 42 %, au centime inférieur', 3229.38, 'Circ. 2021-006, § 3.4'],
    ]);
  });

  test('aucun collectif : une Ps nulle, expliquée', () => {
    expect(etapes(24000, 0)[0]).toEqual(['Ps', 'aucun collectif retenu', 0, 'Circ. 2021-006, § 3.2']);
  });
});
