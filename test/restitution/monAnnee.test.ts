/** L'année en étapes, le sort des montants lus, le barème saisi : ce que l'onglet État montre. */
import fc from 'fast-check';
import { examiner } from '../../src/dossier/examiner';
import type { Feuille } from '../../src/dossier/formes/grille';
import { etapesDeLAnnee, prochaineEtape } from '../../src/dossier/restitution/monAnnee';
import { montantsLus } from '../../src/dossier/restitution/montantsLus';
import { cellulesDuBareme, lireSaisieBareme } from '../../src/dossier/restitution/modele/saisieBareme';
import type { Valeur } from '../../src/valeurs/valeur';
import { PROJET, classeur, feuille, jour, type Ligne, type Reglages } from '../dossier/fabrique';

const etapes = (r: Reglages) => {
  const vues = etapesDeLAnnee(examiner(classeur(r), { au: r.au ?? '2022-01-10' }));
  return {
    etats: Object.fromEntries(vues.map(({ cle, etat }) => [cle, etat])),
    prochaine: prochaineEtape(vues)?.cle,
    compte: Object.fromEntries(vues.flatMap(({ cle, compte }) => (compte ? [[cle, compte]] : []))),
  };
};

const P2: Ligne = { ...PROJET, dossier: 'P-2' };
const attente: Ligne = { ...P2, agrement: 'en attente' };
const acompte = (montant: number): Ligne => ({
  dossier: 'P-1',
  nature: 'acompte',
  gestion: 'N',
  date: jour('2021-11-20'),
  montant,
});

test('un classeur vide est à remplir, et rien d’autre n’est fait', () => {
  const { etats, prochaine } = etapes({ projets: [], au: '2021-09-15' });
  expect(prochaine).toBe('classeur');
  expect(Object.values(etats)).not.toContain('faite');
});

test('l’automne : les agréments, puis les acomptes, le reste à venir', () => {
  const octobre = etapes({ projets: [PROJET, attente], au: '2021-10-20' });
  expect(octobre.prochaine).toBe('agrements');
  expect(octobre.compte['agrements']).toEqual({ faits: 1, total: 2 });
  const novembre = etapes({ projets: [PROJET], versements: [acompte(1000)], au: '2021-11-25' });
  expect(novembre.etats).toMatchObject({ agrements: 'faite', acomptes: 'aFaire', arrete: 'aVenir' });
  expect(novembre.prochaine).toBe('acomptes');
  // 28 % de 5 850 € : tout ce qui pouvait se verser l'est
  const verse = etapes({ projets: [PROJET], versements: [acompte(1638)], au: '2021-11-25' });
  expect(verse.etats).toMatchObject({ acomptes: 'faite', arrete: 'aVenir' });
  expect(verse.prochaine).toBe('arrete');
});

test.each([
  ['2021-12-30', 'aVenir'],
  ['2021-12-31', 'aFaire'],
])('l’arrêté se fait à partir du 31 décembre (%s)', (au, etat) => {
  expect(etapes({ au }).etats['arrete']).toBe(etat);
});

test('l’arrêté passé et la remontée écrite sont faits', () => {
  const autres = [
    feuille('Écritures passées', [
      ['Mois', 'Exercice', 'Compte', 'Libellé', 'Débit', 'Crédit', 'N° dossier'],
      [13, 2021, '6562322410', 'Charge à payer', 2340, 0, 'P-1'],
      [13, 2021, '408143111', 'Charge à payer', 0, 2340, 'P-1'],
    ]),
    feuille('Remontée Cnaf', [['Remontée']]),
  ];
  const { etats, prochaine } = etapes({ autres, au: '2022-07-01' });
  expect(etats).toMatchObject({ arrete: 'faite', remontee: 'faite', comptes: 'aFaire' });
  expect(prochaine).toBe('comptes');
});

test('un dossier refusé ou mis à l’écart ne retient pas l’année', () => {
  const liquide: Ligne = { ...PROJET, coutReel: 18_000 };
  const { compte } = etapes({
    projets: [liquide, { ...P2, agrement: 'refusé' }, { ...attente, dossier: 'P-3', misAlEcart: 'litige' }],
  });
  expect(compte).toEqual({
    agrements: { faits: 2, total: 2 },
    comptes: { faits: 1, total: 1 },
    soldes: { faits: 0, total: 1 },
  });
});

test('soldé : tout le dû est versé, rien ne se recouvre', () => {
  const projets = [{ ...PROJET, coutReel: 18_000 }];
  const solde = (montant: number, gestion: string): Ligne => ({
    ...acompte(montant),
    nature: 'solde',
    gestion,
    date: jour('2022-10-01'),
  });
  const bonus = { ...solde(600, 'N+1'), nature: 'bonus' };
  const au = '2022-10-02';
  const { etats, prochaine } = etapes({
    projets,
    versements: [solde(2340, 'N'), solde(3510, 'N+1'), bonus],
    au,
  });
  expect([etats['soldes'], prochaine]).toEqual(['faite', 'arrete']);
  expect(etapes({ projets, versements: [solde(2340, 'N'), bonus], au }).etats['soldes']).toBe('aFaire');
});

test('conservation : lu, laissé et illisible font tout ce que la colonne contient', () => {
  const cellule = fc.oneof(fc.integer({ min: 0, max: 9_999 }), fc.constant('néant'), fc.constant(null));
  fc.assert(
    fc.property(fc.array(cellule, { minLength: 1, maxLength: 6 }), fc.boolean(), (couts, total) => {
      const projets: Ligne[] = couts.map((cout, i) => ({
        ...PROJET,
        dossier: `P-${i}`,
        coutPrevisionnel: cout,
      }));
      const somme = couts.reduce<number>((s, c) => s + (typeof c === 'number' ? c : 0), 0);
      const lignes = total ? [...projets, { dossier: 'Total', coutPrevisionnel: somme }] : projets;
      const { lecture } = examiner(classeur({ projets: lignes }), { au: '2022-01-10' });
      const cout = montantsLus(lecture)
        .get('Projets')
        ?.find(({ champ }) => champ === 'coutPrevisionnel');
      expect([cout?.lu.toNumber(), cout?.laisse.toNumber(), cout?.illisibles.length]).toEqual([
        somme,
        total ? somme : 0,
        couts.filter((c) => c === 'néant').length,
      ]);
    }),
  );
});

const SAISIE = {
  taux: '33,5 %',
  prixPlafond: '8 000',
  montantMaximal: '2 680,00 €',
  bonusEnfants: '310',
  bonusParents: '0',
  source: 'Circulaire d’essai',
};

/** Le classeur de 2030, dont Clas ne connaît pas le barème, et ce qu'il devient une fois le barème écrit. */
function apresSaisie(lignes: readonly (readonly Valeur[])[]) {
  const avant = classeur({ parametres: { 'Année scolaire': '2030-2031' }, bareme: [] });
  const base = avant.feuilles[0] as Feuille;
  const parametres = feuille('Paramètres', [...base.lignes.map((l) => l.slice(0, 2)), ...lignes]);
  const lue = lireSaisieBareme(SAISIE);
  if (!('valeurs' in lue)) throw new Error(JSON.stringify(lue.erreurs));
  const grille = parametres.lignes.map((l) => [...l]);
  for (const { ligne, colonne, avant: vue, apres } of cellulesDuBareme(
    parametres,
    false,
    2030,
    lue.valeurs,
  )) {
    while (grille.length < ligne) grille.push([]);
    const cible = grille[ligne - 1] as Valeur[];
    expect(cible[colonne - 1] ?? null).toBe(vue);
    cible[colonne - 1] = apres;
  }
  const remplie = feuille(
    'Paramètres',
    grille.map((l) => Array.from(l, (v) => v ?? null)),
  );
  return examiner({ ...avant, feuilles: [remplie, ...avant.feuilles.slice(1)] }, { au: '2030-11-02' }).lecture
    .parametres;
}

const ENTETES = [
  'Année N',
  'Taux',
  'Prix plafond',
  'Montant maximal',
  'Bonus enfants',
  'Bonus parents',
  'Source',
];

test.each([
  ['sans tableau de barème', []],
  ['sous les années connues', [[], ENTETES, [2021, 0.325, 7885, 2563, 300, 300, 'Circ.']]],
  ['dans la ligne préparée de l’année', [[], ENTETES, [2030, null, null, null, null, null, null]]],
])('le barème saisi se relit, %s', (_, lignes) => {
  const { bareme } = apresSaisie(lignes);
  expect(bareme && { ...bareme, source: bareme.source }).toEqual(
    expect.objectContaining({ annee: 2030, source: 'Circulaire d’essai' }),
  );
  expect(
    (['taux', 'prixPlafond', 'montantMaximal', 'bonusEnfants', 'bonusParents'] as const).map((c) =>
      bareme?.[c]?.toString(),
    ),
  ).toEqual(['0.335', '8000', '2680', '310', '0']);
});

test('rien n’est deviné : un champ vide ou douteux se dit, champ par champ', () => {
  const lue = lireSaisieBareme({
    ...SAISIE,
    taux: '',
    prixPlafond: '8,000',
    bonusParents: 'néant',
    source: ' ',
  });
  expect(Object.keys('erreurs' in lue ? lue.erreurs : {}).sort()).toEqual([
    'bonusParents',
    'prixPlafond',
    'source',
    'taux',
  ]);
});
