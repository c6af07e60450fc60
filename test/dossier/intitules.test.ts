/** L'intitulé d'une colonne dans un classeur de 2021-2022 : celle qu'il désigne, celles auxquelles il ressemble, ou rien. */
import { COLONNES_COLLECTIFS } from '../../src/dossier/colonnes/collectifs';
import type { Colonne, Colonnes, TypeColonne } from '../../src/dossier/colonnes/colonne';
import { COLONNES_PROJETS } from '../../src/dossier/colonnes/projets';
import {
  designablePar,
  dUneAutreAnnee,
  INTITULE_MAX,
  proximites,
  reconnaitreIntitule,
  ressemblances,
} from '../../src/dossier/lecture/intitules';
import { CLES_TABLES, colonnesDe, type CleTable } from '../../src/dossier/lecture/tables';
import { normaliser } from '../../src/valeurs/texte';

const lire = (texte: string, definitions: Colonnes = COLONNES_PROJETS, annee = 2021): string => {
  const lu = reconnaitreIntitule(texte, definitions, annee);
  return lu ? `${lu.rang} ${lu.cle}` : 'rien';
};
const colonne = (entete: string, type: TypeColonne, reste: Partial<Colonne> = {}): Colonne => ({
  entete,
  type,
  exigence: 'non',
  synonymes: [],
  aide: '',
  ...reste,
});

/** « Référence », synonyme d'une colonne, est l'intitulé exact d'une autre. */
const estExact = (mot: string, table: CleTable): boolean =>
  Object.values(colonnesDe(table)).some(({ entete }) => normaliser(entete) === normaliser(mot));

test.each([
  ['Coût prévisionnel', 'exacts coutPrevisionnel'],
  ['COUT PREVISIONNEL :', 'exacts coutPrevisionnel'],
  ['Budget', 'synonymes coutPrevisionnel'],
  ['Budgets (en €)', 'larges coutPrevisionnel'],
  ['Montant du budget prévisionnel', 'larges coutPrevisionnel'],
  ['Coût prévisionnel TTC', 'larges coutPrevisionnel'],
  ['Total des coûts prévisionnels', 'larges coutPrevisionnel'],
  ['Nb coûts prévisionnels', 'rien'],
  ['Coût prévisionnel pondéré', 'rien'],
  ['Fonds local', 'larges fondsLocaux'],
  ['Niveaux', 'larges public'],
  ['Aide devoirs', 'larges aideAuxDevoirsSeule'],
  ['Numéro du dossier', 'larges dossier'],
  ['Num. dossier', 'larges dossier'],
  ['N° du dossier', 'larges dossier'],
  ['Nº du dossier', 'larges dossier'],
  ['Rénum. dossier', 'rien'],
  ['Enfants', 'exacts enfants'],
  ['Nombre des enfants', 'larges enfants'],
  ['Nb total d’enfants (places)', 'larges enfants'],
  ['Enfants en places', 'larges enfants'],
  ['Enfants (en place)', 'larges enfants'],
  ['Enfants (1)', 'larges enfants'],
  ['Axe n° 1', 'synonymes axeEnfants'],
  ['Bien-être enfants', 'rien'],
  ['Bonus par.', 'synonymes bonusParents'],
  ['Conv. du', 'synonymes debutConvention'],
  ['Conv. au', 'synonymes finConvention'],
  ['Bonus enfants (€)', 'rien'],
  ['Montant bonus enfants', 'rien'],
  ['Bonus enfants en euros', 'rien'],
  ['Bonus', 'rien'],
  ['Nb bonus', 'rien'],
  ['Nb bonus par', 'synonymes bonusParents'],
  ['Nombre de dossiers', 'rien'],
  ['Nb communes', 'rien'],
  ['Montant de l’action', 'rien'],
  ['Nombre bonus enfants', 'larges bonusEnfants'],
  ['Montant de la Ps (€)', 'larges psSaisie'],
  ['Ps versée', 'rien'],
  ['Montant Ps payé', 'rien'],
  ['', 'rien'],
  ['( )', 'rien'],
  ['Nombre', 'rien'],
  ['€', 'rien'],
  ['œuvre', 'rien'],
])('« %s » : %s', (texte, attendu) => {
  expect(lire(texte)).toBe(attendu);
  expect(lire(texte)).toBe(attendu);
});

test('chaque intitulé de Clas, chaque synonyme désigne sa colonne, dans chaque feuille', () => {
  for (const table of CLES_TABLES)
    for (const [cle, { entete, synonymes }] of Object.entries(colonnesDe(table)))
      for (const [rang, mots] of [
        ['exacts', [entete]],
        ['synonymes', synonymes],
      ] as const)
        expect(mots.map((mot) => lire(mot, colonnesDe(table)))).toEqual(
          mots.map((mot) =>
            rang === 'exacts' || !estExact(mot, table) ? `${rang} ${cle}` : expect.anything(),
          ),
        );
});

describe('Un acompte dit sa gestion', () => {
  test.each([
    ['Acomptes N', 'exacts acomptesN'],
    ['Acomptes N+1', 'exacts acomptesN1'],
    ['Acomptes N (1)', 'exacts acomptesN'],
    ['Acomptes N+1 (2)', 'larges acomptesN1'],
    ['Acomptes 2021', 'larges acomptesN'],
    ['Acompte 2022', 'larges acomptesN1'],
    ['Acompte versé N', 'larges acomptesN'],
    ['Montant versé des acomptes N + 1', 'larges acomptesN1'],
    ['Acomptes N (2021)', 'larges acomptesN'],
    ['Acomptes N+1 (2022)', 'larges acomptesN1'],
    ['Avance N', 'larges acomptesN'],
    ['Acomptes Clas 2021-2022 N', 'larges acomptesN'],
    ['Acomptes 2021/22 N', 'larges acomptesN'],
    ['Acomptes 2021 – 2022 N', 'larges acomptesN'],
    ['Total des acomptes (gestion 2021)', 'larges acomptesN'],
    ['Acomptes N-1', 'rien'],
    ['Acomptes N − 1', 'rien'],
    ['Acomptes N+12', 'rien'],
    ['Acomptes N-12', 'rien'],
    ['Acomptes 2020', 'rien'],
    ['Acomptes 2023', 'rien'],
    ['Acomptes 12021', 'rien'],
    ['Acomptes 20211', 'rien'],
    ['Acomptes 2021 2022', 'rien'],
    ['Acomptes', 'rien'],
    ['Acompte n° 1', 'rien'],
    ['Acompte Nº1', 'rien'],
    ['Acompte numéro 1', 'rien'],
    ['Acompte n° 2', 'rien'],
  ])('« %s » : %s', (texte, attendu) => {
    expect(lire(texte)).toBe(attendu);
  });

  test('dans le classeur d’une autre année, un millésime est le sien', () => {
    expect([lire('Acomptes 2021'), lire('Acomptes 2021', COLONNES_PROJETS, 2020)]).toEqual([
      'larges acomptesN',
      'larges acomptesN1',
    ]);
  });
});

test.each([
  ['Durée de séance (h)', 'larges duree'],
  ['Durée d’une séance en heures', 'larges duree'],
  ['Durée d’une séance', 'synonymes duree'],
])('Collectifs, « %s » : %s', (texte, attendu) => {
  expect(lire(texte, COLONNES_COLLECTIFS)).toBe(attendu);
});

test('ce qui ferait répondre deux colonnes reste inconnu, sauf mot pour mot', () => {
  const deux = {
    un: colonne('Somme versée au tiers', 'montant'),
    deux: colonne('Tiers, somme versée', 'montant'),
  };
  expect(['Tiers : sommes versées', 'somme versée au tiers'].map((t) => lire(t, deux))).toEqual([
    'rien',
    'exacts un',
  ]);
  const une = { un: colonne('Somme versée au tiers', 'montant', { synonymes: ['tiers, somme versée'] }) };
  expect(lire('Tiers : sommes versées', une)).toBe('larges un');
});

test('une colonne faite de mots de liaison ne répond qu’à son nom', () => {
  const total = { total: colonne('Total', 'montant') };
  expect(['total', 'Nombre', 'de'].map((t) => lire(t, total))).toEqual(['exacts total', 'rien', 'rien']);
});

test('un texte trop long n’est pas un intitulé', () => {
  const long = 'x'.repeat(INTITULE_MAX);
  const definitions = { long: colonne(long, 'texte') };
  expect([long, `${long} `].map((t) => lire(t, definitions))).toEqual(['exacts long', 'rien']);
});

test.each([
  ['2020', true],
  ['Acomptes 2019-2020', true],
  ['Versé N-1', true],
  ['1999', true],
  ['2021', false],
  ['2022', false],
  ['2021-2022', false],
  ['N+1', false],
  ['2150', false],
  ['Acomptes', false],
])('« %s » parle d’une autre année : %j', (texte, attendu) => {
  expect(dUneAutreAnnee(texte, 2021)).toBe(attendu);
});

describe('Une colonne inconnue ressemble aux absentes', () => {
  const a = (texte: string, presentes: readonly string[] = []): readonly string[] =>
    ressemblances(texte, COLONNES_PROJETS, (cle) => !presentes.includes(cle), 2021);

  test.each<[string, readonly string[]]>([
    ['Avances diverses', ['acomptesN', 'acomptesN1']],
    ['Partenaires réglés', ['acomptesN', 'acomptesN1']],
    ['Versé N', ['acomptesN']],
    ['Versé (N + 1)', ['acomptesN1']],
    ['Versé N et N+1', ['acomptesN', 'acomptesN1']],
    ['Versé en 2022', ['acomptesN', 'acomptesN1']],
    ['N° du versement', []],
    ['Avance n°2', ['acomptesN', 'acomptesN1']],
    ['Acompte numéro 1', ['acomptesN', 'acomptesN1']],
    ['Acompte n° 1', ['acomptesN', 'acomptesN1']],
    ['Acompte n° 2021', []],
    ['Coût du contrôle', ['coutPrevisionnel', 'coutControle']],
    ['Branche Famille', ['autresBrancheFamille']],
    ['Famille', []],
    ['Solde versé', []],
    ['Avances 2020', []],
    ['Avances N-1', []],
    ['Date des avances', []],
    ['% avances', []],
    ['  Taux d’avance', []],
    ['Part avancée : avance', []],
    ['Parts d’avance', []],
    ['Pourcentage avance', []],
    ['Pourcentages d’avance', []],
    ['Téléphone', []],
  ])('« %s » : %j', (texte, attendu) => {
    expect(a(texte)).toEqual(attendu);
  });

  test('non à celles que la feuille a déjà', () => {
    expect(a('Avances diverses', ['acomptesN'])).toEqual(['acomptesN1']);
    expect(a('Acompte N à verser', ['acomptesN'])).toEqual([]);
  });
});

describe('Ce qu’un intitulé partage avec une colonne, en millièmes', () => {
  const definitions = {
    cout: colonne('Coût prévisionnel', 'montant', { voisins: ['depense'], sauf: ['collectif final'] }),
    places: colonne('Enfants accueillis', 'entier'),
    jour: colonne('Date du comité', 'date'),
    rien: colonne('Total', 'texte'),
  };
  const notes = (texte: string) =>
    Object.fromEntries(
      [...proximites(definitions, 2021)(texte)].flatMap(([cle, note]) =>
        note === 0 ? [] : [[cle, Math.round(1000 * note)]],
      ),
    );
  test.each<[string, Readonly<Record<string, number>>]>([
    ['Coûts prévisionnels', { cout: 1000 }],
    ['Coût prév.', { cout: 900 }],
    ['Coût pr', { cout: 500 }],
    ['Coût', { cout: 667 }],
    ['Montant du coût prévisionnel', { cout: 1000 }],
    ['Dépenses annuelles', { cout: 800 }],
    ['Coût prévisionnel annuel', { cout: 880 }],
    ['Coût des collectifs', { cout: 500 }],
    ['Coût final des collectifs', {}],
    ['Enfants', { places: 667 }],
    ['Montant enfants', {}],
    ['Nb coûts', {}],
    ['Date', { jour: 667 }],
    ['Date du coût', { jour: 500 }],
    ['Coût 2020', {}],
    ['Adresse', {}],
    ['Total', {}],
  ])('« %s » : %j', (texte, attendu) => {
    expect(notes(texte)).toEqual(attendu);
  });
});

describe('Ce qui peut désigner une colonne', () => {
  const FACONS: readonly ((terme: string) => string)[] = [
    (t) => t,
    (t) => t.toUpperCase(),
    (t) => `3. ${t}`,
    (t) => `${t} (1)`,
    (t) => `${t} (b)`,
    (t) => `Montant ${t} €`,
    (t) => `Nb ${t}s`,
    (t) => `${t} 2021-2022`,
    (t) => t.replace(/[ ’']/g, ''),
    (t) => `3) ${t.replace(/ /g, '')}`,
  ];
  test.each(CLES_TABLES)('%s : rien de ce qui se reconnaît n’est laissé de côté', (table) => {
    const definitions: Colonnes = colonnesDe(table);
    for (const { entete, synonymes } of Object.values(definitions))
      for (const texte of [entete, ...synonymes].flatMap((terme) => FACONS.map((facon) => facon(terme)))) {
        const reconnu = reconnaitreIntitule(texte, definitions, 2021);
        if (reconnu)
          expect([texte, designablePar([texte], 2021)(definitions[reconnu.cle] as Colonne)]).toEqual([
            texte,
            true,
          ]);
      }
  });

  test('les mots de deux rangs réunis, et non ceux d’une autre colonne', () => {
    const { coutPrevisionnel, coutReel } = COLONNES_PROJETS;
    const designable = designablePar(['Coût', 'prévisionnel', 'x'.repeat(INTITULE_MAX + 1)], 2021);
    expect([coutPrevisionnel, coutReel].map(designable)).toEqual([true, false]);
  });

  test('ni ceux d’un texte qui a un mot de trop, sauf s’il se retranche d’un montant', () => {
    const cas = [
      ['Coût', 'réel 4 12'],
      ['Coût des sièges', 'réel'],
      ['Coût', 'réel en €'],
      ['3. Coût', 'Montant réel (b)'],
    ];
    expect(cas.map((textes) => designablePar(textes, 2021)(COLONNES_PROJETS.coutReel))).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });
});
