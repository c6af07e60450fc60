import type { Valeur } from '../../src/valeurs/valeur';
import { expliquer, formulesEnErreur } from '../../src/volet/formules';
import { refusDeFormule } from '../../src/volet/refusDeFormule';

/** Les cellules de « Données », et une formule en F1. */
function phrase(
  formule: string,
  lignes: readonly (readonly Valeur[])[],
  feuille = 'Données',
): string | undefined {
  const vide = {
    visibilite: 'visible',
    formats: [],
    lignesDeTotal: [],
    lignesMasquees: [],
    colonnesMasquees: [],
    lignesBarrees: [],
    fusions: [],
  } as const;
  const source = {
    ...vide,
    nom: feuille,
    premiereLigne: 2,
    premiereColonne: 1,
    lignes,
    formules: new Map<string, string>(),
  };
  return refusDeFormule({ formule, ligne: 1, colonne: 6 }, 'Données', {
    feuilles: [source],
    dates1904: false,
  });
}

test.each([
  ['=CLAS.PS(A2,B2)', [['douze mille', 3]], 'coût : « douze mille » n’est pas un nombre.'],
  [
    '=CLAS.PS(A2,B2)',
    [[{ illisible: '#VALUE!' }, 3]],
    'coût : la cellule contient l’erreur #VALEUR! ; la corriger d’abord.',
  ],
  [
    '=CLAS.PS($A$2,-1)',
    [[24_000]],
    'nombre de collectifs : -1 est négatif ; un nombre positif ou nul est attendu.',
  ],
  [
    '=CLAS.PS(A2,,2021,"zéro")',
    [[24_000]],
    'arrondi : « zéro » est inconnu ; écrire barème, centime ou euro.',
  ],
  [
    '=CLAS.PS_BAREME(A2,3,B2,7885,2563)',
    [[24_000, 'un tiers']],
    'taux : un tiers n’est pas un taux ; écrire 32,5 % ou 0,325.',
  ],
  [
    '=CLAS.DOSSIER(A2:B2,2021)',
    [[1, 2]],
    'plage : 6 colonnes attendues (coût, collectifs, bonus enfants, bonus parents, acomptes N, acomptes N+1), 2 reçue(s).',
  ],
] as const)('%s : la phrase de la fonction', (formule, lignes, attendue) => {
  expect(phrase(formule, lignes)).toBe(attendue);
});

test('une autre feuille, même citée, se lit', () => {
  expect(phrase("=CLAS.PS('Ma feuille, l''autre'!A2,3)", [['x']], "Ma feuille, l'autre")).toMatch(
    /^coût : « x »/,
  );
});

test.each([
  '=CLAS.PS(SUM(A2),3)',
  '=CLAS.PS(A2,3)*2',
  '=CLAS.INCONNUE(A2)',
  '=CLAS.PS(Ailleurs!A2,3)',
  '=CLAS.PS(F1,3)',
  '=SUM(A2)',
])('%s : rien ne se devine', (formule) => {
  expect(phrase(formule, [['x']])).toBeUndefined();
});

test('une formule qui n’est pas refusée d’ici n’a que l’explication générale', () => {
  expect(phrase('=CLAS.PS(A2,3,2021)', [[24_000]])).toBeUndefined();
});

test('le volet dit cette phrase pour la cellule', () => {
  const [lue] = formulesEnErreur({
    dates1904: false,
    feuilles: [
      {
        ...{
          nom: 'Projets',
          visibilite: 'visible',
          formats: [],
          lignesDeTotal: [],
          lignesMasquees: [],
          colonnesMasquees: [],
          lignesBarrees: [],
          fusions: [],
        },
        premiereLigne: 1,
        premiereColonne: 1,
        lignes: [['douze', { illisible: '#VALUE!' }]],
        formules: new Map([['B1', '=CLAS.PS(A1,3)']]),
      },
    ],
  });
  expect(lue).toMatchObject({ erreur: '#VALEUR!', formule: '=CLAS.PS(A1;3)' });
  expect(lue && expliquer(lue)).toBe('coût : « douze » n’est pas un nombre.');
});
