import { decaler } from '../../atelier/page/decaler';

const rect = { ligne: 2, colonne: 1, lignes: 4, colonnes: 3 };

describe('Un rectangle suit ses cellules', () => {
  it.each([
    ['insertion au-dessus', 'ligne', 0, 2, { ...rect, ligne: 4 }],
    ['insertion sur sa première ligne', 'ligne', 2, 1, { ...rect, ligne: 3 }],
    ['insertion au milieu', 'ligne', 3, 2, { ...rect, lignes: 6 }],
    ['insertion juste après', 'ligne', 6, 1, rect],
    ['suppression au-dessus', 'ligne', 0, -2, { ...rect, ligne: 0 }],
    ['suppression à cheval sur le haut', 'ligne', 1, -2, { ...rect, ligne: 1, lignes: 3 }],
    ['suppression au milieu', 'ligne', 3, -2, { ...rect, lignes: 2 }],
    ['suppression à cheval sur le bas', 'ligne', 5, -3, { ...rect, lignes: 3 }],
    ['suppression entière', 'ligne', 1, -9, null],
    ['suppression après', 'ligne', 6, -1, rect],
    ['colonne insérée', 'colonne', 2, 1, { ...rect, colonnes: 4 }],
  ] as const)('%s', (_titre, sens, debut, ecart, attendu) => {
    expect(decaler(rect, sens, debut, ecart)).toEqual(attendu);
  });
});
