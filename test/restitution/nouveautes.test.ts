/** Ce qu'une saisie change : ce qui apparaît, ce qui se règle, et rien de ce qui n'a fait que bouger. */
import fc from 'fast-check';
import { examiner, type Examen } from '../../src/dossier/examiner';
import { nouveautes, type Nouveautes } from '../../src/dossier/restitution/nouveautes';
import { direNouveautes } from '../../src/volet/phrases';
import { PARAMETRES, creerPort, projet, type Lignes } from '../volet/port';

async function examen(projets: Lignes, autres: Readonly<Record<string, Lignes>> = {}): Promise<Examen> {
  const port = creerPort(projets);
  port.feuilles.set('Paramètres', PARAMETRES);
  for (const [nom, lignes] of Object.entries(autres)) port.feuilles.set(nom, lignes);
  return examiner(await port.lire(), { au: '2022-01-10' });
}

const codes = (causes: Nouveautes['apparues']): string[] =>
  causes.flatMap(({ anomalies }) => anomalies.map(({ code, ligne }) => `${code} ${ligne}`));
const RIEN = { apparues: [], reglees: [] };

/** Trop d'acomptes, sans commune, un texte pour un nombre. */
const FAUTIFS = [
  projet('D-1', { 'Acomptes N': 9000 }),
  projet('D-2', { Commune: null }),
  projet('D-3', { 'Bonus parents': 'à voir' }),
];

test('une faute qui apparaît, la même réglée', async () => {
  const [juste, faux] = await Promise.all([
    examen([projet('D-1')]),
    examen([projet('D-1', { Commune: null })]),
  ]);
  expect(codes(nouveautes(juste, faux).apparues)).toEqual(['cellule.non-renseignee 2']);
  expect(nouveautes(juste, faux).reglees).toEqual([]);
  expect(codes(nouveautes(faux, juste).reglees)).toEqual(['cellule.non-renseignee 2']);
  expect(nouveautes(faux, juste).apparues).toEqual([]);
});

test('des lignes insérées, supprimées ou triées ne font rien apparaître', async () => {
  const avant = await examen(FAUTIFS);
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(FAUTIFS, { minLength: FAUTIFS.length }),
      fc.integer({ min: 0, max: FAUTIFS.length }),
      async (lignes, rang) => {
        expect(nouveautes(avant, await examen(lignes))).toEqual(RIEN);
        const insere = [...lignes.slice(0, rang), projet('D-9'), ...lignes.slice(rang)];
        expect(nouveautes(avant, await examen(insere)).reglees).toEqual([]);
        expect(codes(nouveautes(avant, await examen(insere)).apparues)).toEqual(
          codes(nouveautes(await examen(FAUTIFS), await examen([...FAUTIFS, projet('D-9')])).apparues).map(
            (code) => code.replace(/ 5$/, ` ${rang + 2}`),
          ),
        );
      },
    ),
    { numRuns: 20 },
  );
});

test('le numéro de dossier saisi en dernier ne fait pas réapparaître le reste de la ligne', async () => {
  const sans = await examen([projet('', { 'N° dossier': null, Commune: null })]);
  const avec = await examen([
    projet('D-1', { Gestionnaire: 'Association ', Action: 'Clas ', Commune: null }),
  ]);
  expect(nouveautes(sans, avec).apparues).toEqual([]);
  expect(codes(nouveautes(sans, avec).reglees)).toEqual(['dossier.absent 2']);
});

test('une faute ressaisie autrement se redit, sans se dire réglée', async () => {
  const acomptes = (n: number) => examen([projet('D-1', { 'Acomptes N': n })]);
  const { apparues, reglees } = nouveautes(await acomptes(9000), await acomptes(8000));
  expect(codes(apparues).length).toBeGreaterThan(0);
  expect(reglees).toEqual([]);
});

test('une alerte justifiée est réglée', async () => {
  const projets = [projet('D-1', { Commune: null })];
  const justifie = await examen(projets, {
    Justifications: [
      ['N° dossier', 'Référence', 'Champ', 'Valeur', 'Motif', 'Date'],
      ['D-1', 'C-ID-08', 'Commune', null, 'Itinérant', '10/01/2022'],
    ],
  });
  expect(codes(nouveautes(await examen(projets), justifie).reglees)).toEqual(['cellule.non-renseignee 2']);
});

describe('La ligne du volet', () => {
  const dire = async (avant: Lignes, apres: Lignes): Promise<string> => {
    const [a, b] = [await examen(avant), await examen(apres)];
    return direNouveautes(nouveautes(a, b), a, b).replaceAll(/[\u00a0\u202f]/g, ' ');
  };
  const faux = (n: number, valeur = 'M. X. à voir') =>
    Array.from({ length: n }, (_, i) => projet(`D-${i}`, { Commune: valeur === '' ? null : 'Orléans' }));

  test('rien n’a changé : rien à dire', async () => {
    expect(await dire(FAUTIFS, FAUTIFS)).toBe('');
  });
  test('une seule : où, et le fait, avec ses montants', async () => {
    expect(await dire([projet('D-1')], [projet('D-1', { Commune: null })])).toBe(
      'Projets!E2 : Commune : cellule vide.',
    );
    // 32,5 % de 24 000 € plafonnés à 3 × 2 563 € : 7 689 € de Ps, 4/10 = 3 075,60 €
    expect(await dire([projet('D-1')], [projet('D-1', { 'Acomptes N': 3464.14 })])).toMatch(
      /^Projets!S2 : Acomptes 2021 .* 388,54 €\. Et 1 autre anomalie\.$/,
    );
  });
  test('plusieurs de même cause : son titre et leur nombre', async () => {
    expect(await dire(faux(3), faux(3, ''))).toBe('Cellule vide — Commune (3).');
  });
  test('réglées : leur cause quand il n’y en a qu’une, sinon leur nombre', async () => {
    expect(await dire(faux(2, ''), faux(2))).toBe('Réglé : Cellule vide — Commune (2).');
    expect(await dire(faux(1, ''), [projet('D-0', { 'Axe école': null })])).toMatch(/ 1 réglée\.$/);
  });
  test('un point entre guillemets ne coupe pas la phrase', async () => {
    expect(await dire([projet('D-1')], [projet('D-1', { Public: 'M. X' })])).toContain('« M. X »');
  });
});
