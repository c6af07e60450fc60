/** De la demande au recouvrement : chaque règle à ses bornes. */
import * as R from '../../src/reglement';
import { d, ecrit } from './outils';

const ps = (montant: string): R.Resultat => ({ montant: d(montant), etapes: [] });

describe('La décision', () => {
  test.each([
    ['rien d’accordé', null, '4907.50'],
    ['accordé dessous', '4000', '4000.00'],
    ['accordé égal', '4907.50', '4907.50'],
    ['accordé au-dessus', '4907.51', '4907.50'],
    ['accordé 0 €', '0', '0.00'],
  ])('%s', (_, accorde, attendu) => {
    const a = accorde === null ? null : d(accorde);
    expect(ecrit(R.psRetenue(ps('4907.50'), a))).toBe(attendu);
    expect(ecrit(R.psLiquidee(ps('4907.50'), a))).toBe(attendu);
    expect(ecrit(R.psControlee(ps('4907.50'), a))).toBe(attendu);
  });

  test('la part N+1 est le reste de la part N', () => {
    const { n, n1 } = R.repartir(d('1234.56'));
    expect([ecrit(n), ecrit(n1)]).toEqual(['493.82', '740.74']);
  });
});

describe('Le journal', () => {
  const un = (nature: R.NatureVersement, montant: string): R.Mouvement => ({
    nom: nature,
    nature,
    montant: d(montant),
  });

  test('la nature donne le signe', () => {
    const signes = (Object.keys(R.NATURES_VERSEMENT) as R.NatureVersement[]).map((n) => [
      n,
      ecrit(R.montantSigne({ nature: n, montant: d(1) })),
      R.estUnPaiement(n),
      R.estAcompte(n),
      R.estDeBonus(n),
    ]);
    expect(signes).toEqual([
      ['acompte', '1.00', true, true, false],
      ['reversement', '-1.00', false, true, false],
      ['solde', '1.00', true, false, false],
      ['rappel', '1.00', true, false, false],
      ['indu', '-1.00', false, false, false],
      ['bonus', '1.00', true, false, true],
      ['rappel bonus', '1.00', true, false, true],
      ['indu bonus', '-1.00', false, false, true],
    ]);
  });

  test('l’explication cite chaque versement, jusqu’à douze', () => {
    const formule = (mouvements: readonly R.Mouvement[]): string =>
      R.sommeVersee('x', mouvements).etapes[0]?.formule ?? '';
    expect(formule([])).toBe('aucun versement');
    expect(formule([un('acompte', '10'), un('indu', '4'), un('solde', '1')])).toBe(
      '{acompte} − {indu} + {solde}',
    );
    expect(formule([un('indu', '4')])).toBe('− {indu}');
    const douze = Array.from({ length: 12 }, () => un('acompte', '1'));
    expect(formule(douze)).toContain('{acompte} + {acompte}');
    expect(formule([...douze, un('acompte', '1')])).toBe('somme de {nb} versements');
    expect(ecrit(R.sommeVersee('x', [...douze, un('indu', '2')]))).toBe('10.00');
  });
});

describe('Ce qui reste', () => {
  test.each([
    ['100', '40', '60.00', '0.00'],
    ['100', '100', '0.00', '0.00'],
    ['100', '100.01', '0.00', '0.01'],
  ])('dû %s, versé %s', (du, verse, payer, recouvrer) => {
    expect(ecrit(R.resteAPayer('Ps', d(du), d(verse)))).toBe(payer);
    expect(ecrit(R.resteARecouvrer('Ps', d(du), d(verse)))).toBe(recouvrer);
  });

  test('par gestion, il garde son signe', () => {
    expect(ecrit(R.resteGestion('N', ps('1924'), d('1924.01')))).toBe('-0.01');
    expect(ecrit(R.induRefuse(d('1300'), d('2000')))).toBe('3300.00');
  });

  test('la branche Famille, poste par poste', () => {
    const postes = { Ps: d(100), bonus: d(20) };
    expect(R.brancheFamille(postes, d(120)).etapes[0]?.formule).toBe('{Ps} + {bonus}');
  });
});

describe('Acomptes à leur date', () => {
  const jour = (maximum: string, ...versements: string[]): R.JourDAcompte => ({
    maximum: d(maximum),
    versements: versements.map((v) => d(v)),
  });

  test.each<[string, readonly R.JourDAcompte[], string, R.VerdictAcomptes, number | null]>([
    ['au maximum', [jour('100', '100')], '100', 'régulier', null],
    ['un centime de trop', [jour('100', '100.01')], '100', 'irrégulier', 0],
    ['ramené par un reversement', [jour('100', '120'), jour('100', '-20')], '100', 'régulier', null],
    ['reversé d’un centime de moins', [jour('100', '120'), jour('100', '-19.99')], '100', 'irrégulier', 0],
    ['reversé le jour même', [jour('100', '120', '-20')], '100', 'régulier', null],
    ['budget baissé ensuite', [jour('120', '110'), jour('100')], '100', 'au-dessus après révision', null],
    ['budget relevé ensuite', [jour('100', '110'), jour('120')], '120', 'régulier', null],
    ['le deuxième acompte fait dépasser', [jour('100', '90'), jour('100', '20')], '100', 'irrégulier', 1],
    [
      'régularisé, puis budget baissé',
      [jour('100', '120'), jour('100', '-20'), jour('80')],
      '80',
      'au-dessus après révision',
      null,
    ],
    [
      'budget baissé, puis un reversement qui ne suffit pas',
      [jour('120', '110'), jour('80'), jour('80', '-10')],
      '80',
      'au-dessus après révision',
      null,
    ],
    [
      'budget baissé, puis un acompte nul',
      [jour('120', '110'), jour('80', '0')],
      '80',
      'au-dessus après révision',
      null,
    ],
    ['aucun acompte', [], '0', 'régulier', null],
  ])('%s', (_, jours, maximum, verdict, indice) => {
    expect(R.jugerAcomptes(jours, d(maximum))).toEqual({ verdict, jour: indice });
  });

  test('ce qui peut encore être versé n’est jamais négatif', () => {
    expect(ecrit(R.acompteDisponible('N', d('100'), d('99.99')))).toBe('0.01');
    expect(ecrit(R.acompteDisponible('N+1', d('100'), d('100.01')))).toBe('0.00');
  });
});
