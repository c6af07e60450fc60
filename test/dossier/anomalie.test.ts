/** Une anomalie : son adresse comme Excel l'écrit, son rang, sa phrase à la française. */
import {
  phraseDe,
  adresse,
  anomalie,
  compter,
  trier,
  type Anomalie,
  type Lieu,
} from '../../src/dossier/anomalies/anomalie';

const lieu = (feuille: string, ligne: number | null = 2, colonne: number | null = 1): Lieu => ({
  feuille,
  ligne,
  colonne,
  champ: null,
  valeur: null,
});

test.each([
  ['Projets', 7, 14, 'Projets!N7'],
  ['Bonus versés', 4, 3, "'Bonus versés'!C4"],
  ['Écritures', 1, 27, 'Écritures!AA1'],
  ['L’été', 1, 1, "'L’été'!A1"],
  ["Aujourd'hui", 1, 1, "'Aujourd''hui'!A1"],
  ['2021', 1, 1, "'2021'!A1"],
  ['Caf 45', 1, 1, "'Caf 45'!A1"],
  ['Caf45', 1, 1, "'Caf45'!A1"],
  ...['L1C1', 'R12C34', 'LC', 'rc', 'L', 'C', 'XFD1'].map((nom) => [nom, 1, 1, `'${nom}'!A1`] as const),
  ...['CafDu45', 'Caf', 'Lu', 'Clas', 'SoldeL1C1', 'L1C1bis', 'A1B'].map(
    (nom) => [nom, 1, 1, `${nom}!A1`] as const,
  ),
  ['Projets-2', 1, 1, "'Projets-2'!A1"],
  ['Projets', 3, null, 'Projets!3'],
  ['Projets', null, 5, 'Projets!E'],
  ['Projets', null, null, null],
] as const)('%s, ligne %j, colonne %j : %s', (feuille, ligne, colonne, attendue) => {
  expect(adresse({ feuille, ligne, colonne })).toBe(attendue);
});

const SITUEES: readonly Anomalie[] = [
  anomalie('siret.absent', lieu('Projets', 9, 9)),
  anomalie('dossier.absent', lieu('Annexe', 9, 9)),
  anomalie('dossier.absent', lieu('Projets', null, null)),
  anomalie('dossier.absent', lieu('Projets', 2, null)),
  anomalie('dossier.absent', lieu('Projets', 2, 4)),
  anomalie('dossier.absent', lieu('Projets', 10, 2)),
  anomalie('dossier.absent', lieu('Versements', 2, 1)),
  anomalie('bonus.avant-2021', lieu('Projets', 2, 1)),
  anomalie('projet.aide-aux-devoirs', lieu('Projets', 2, 1)),
  anomalie('financement.sans-cofinanceur', lieu('Projets', 1, 1)),
];

test('l’ordre : étape, feuille du classeur (une inconnue d’abord), ligne, colonne, code', () => {
  const feuilles = ['Projets', 'Versements'];
  expect(trier([...SITUEES].reverse(), feuilles)).toEqual(SITUEES);
  expect(trier(SITUEES, feuilles)).toEqual(SITUEES);
});

describe('Le même fait ne se dit qu’une fois', () => {
  const siren = (v: string, ...ou: Parameters<typeof lieu>): Anomalie =>
    anomalie('siret.siren', lieu(...ou), { v });
  const dites = (...anomalies: Anomalie[]): number => trier(anomalies, ['Projets']).length;
  const une = siren('999', 'Projets');

  test('au même endroit, avec la même phrase', () => {
    expect(
      trier(
        [
          { ...une, champ: 'premier' },
          { ...une, champ: 'second' },
        ],
        [],
      ).map((a) => a.champ),
    ).toEqual(['premier']);
  });

  test.each([
    ['une autre phrase', siren('998', 'Projets')],
    ['une autre ligne', siren('999', 'Projets', 3)],
    ['une autre colonne', siren('999', 'Projets', 2, 3)],
    ['une autre feuille', siren('999', 'Versements')],
    ['un autre fait', { ...une, code: 'siret.invalide' } as Anomalie],
  ])('%s : deux fois', (_titre, autre) => {
    expect([dites(une, autre), dites(autre, une)]).toEqual([2, 2]);
  });

  test('sans ligne, rien ne dit que c’est le même', () => {
    const ailleurs = siren('999', 'Projets', null, null);
    expect(dites(ailleurs, ailleurs)).toBe(2);
  });
});

test('le compte par gravité', () => {
  expect(compter(SITUEES)).toEqual({ bloquante: 8, alerte: 2, information: 0 });
});

test('un guillemet, un deux-points ou un signe ne passe jamais seul à la ligne', () => {
  const depassement = anomalie('financement.depassement-80', lieu('Projets'), {
    t: '9,00 €',
    x: '90 %',
    e: '1,00 €',
    ordre: 'fonds locaux, bonus',
  });
  expect(phraseDe(depassement)).toBe(
    'Financements branche Famille 9,00\u00a0€ = 90\u00a0% du coût\u00a0: plafond de 80\u00a0% dépassé de 1,00\u00a0€. Réduire\u00a0; ordre proposé (interprétation)\u00a0: fonds locaux, bonus.',
  );
  expect(phraseDe(anomalie('siret.siren', lieu('Projets'), { v: '999' }))).toBe(
    'Siren «\u00a0999\u00a0» saisi à la place du Siret. Ajouter les cinq chiffres de l’établissement.',
  );
});

test('une cellule très longue est citée par son début, les autres en entier', () => {
  const dire = (v: string): string =>
    phraseDe(anomalie('remontee.caf-ou-annee-melangees', lieu('Projets'), { liste: v }));
  expect(dire('x'.repeat(400))).toContain('x'.repeat(400));
  expect(dire('x'.repeat(400))).not.toContain('…');
  expect(dire('x'.repeat(401))).toContain(`${'x'.repeat(400)}…`);
  expect(dire('x'.repeat(401))).not.toContain('x'.repeat(401));
  const message = phraseDe(
    anomalie('cellule.nombre-illisible', lieu('Projets'), { v: 'x'.repeat(500), col: 'Enfants' }),
  );
  expect(message).toContain(`${'x'.repeat(400)}…`);
  expect(message).toContain('Enfants');
});

test.each([
  [
    'collectif.rythme-insuffisant',
    'Demander une justification ou la dérogation.',
    'Faire compléter les séances, ou demander la dérogation.',
  ],
  ['collectif.semaines-insuffisantes', 'Demander une justification.', 'Faire compléter les semaines.'],
  ['collectif.intervenants-insuffisants', 'Demander une justification.', 'Faire compléter l’encadrement.'],
] as const)(
  '%s : la justification n’est plus proposée passée l’année de transition',
  (code, en2021, ensuite) => {
    const phrase = (annee: number): string =>
      phraseDe({ code, parametres: { fait: 'fait', annee } }).split('fait. ')[1] ?? '';
    expect([2021, 2022, 2025].map((n) => phrase(n).replace(/\s/g, ' '))).toEqual([en2021, ensuite, ensuite]);
  },
);
