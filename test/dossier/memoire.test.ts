/** À la frappe, l'examen ne refait que ce qui a changé : son résultat est celui d'un examen entier. */
import { creerContexte, parDossier, type Contexte } from '../../src/dossier/controle/contexte';
import { controlerJournal } from '../../src/dossier/controle/parProjet/journal';
import fc from 'fast-check';
import { ErreurClasseur } from '../../src/dossier/formes/erreurs';
import { examiner, type Examen } from '../../src/dossier/examiner';
import type { ClasseurLu, Feuille } from '../../src/dossier/formes/grille';
import type { Valeur } from '../../src/valeurs/valeur';
import { creerMemoire, type Memoire } from '../../src/dossier/formes/memoire';
import { classeur, collectif, projet, versement } from './fabrique';

const AU = '2022-09-20';
const DEPART = classeur({
  projets: [1, 2, 3, 4, 5, 6].map((i) =>
    projet({ dossier: `P-${i}`, action: `Action ${i}`, coutReel: i % 2 ? 17000 : null }),
  ),
  collectifs: [1, 1, 2, 2, 3, 5].map((i, rang) => collectif({ dossier: `P-${i}`, collectif: `G${rang}` })),
  versements: [1, 2, 2, 4].map((i) => versement({ dossier: `P-${i}` })),
  bonusVerses: [{ dossier: 'P-1', bonusEnfants: 1, bonusParents: 0, montant: 300 }],
});

/** Un ensemble se compare par ses éléments. */
const ecrire = (valeur: object): string =>
  JSON.stringify(valeur, (_, v: unknown) => (v instanceof Set ? [...(v as Set<unknown>)] : v));

/** Tout ce qu'un examen dit, ou son refus, en texte. */
function dire(lu: ClasseurLu, au: string, memoire?: Memoire): string {
  let examen: Examen;
  try {
    examen = examiner(lu, { au, memoire });
  } catch (erreur) {
    if (erreur instanceof ErreurClasseur) return erreur.message;
    throw erreur;
  }
  const { lecture, ...reste } = examen;
  const { projets, collectifs, versements, bonusVerses, parametres, anomalies } = lecture;
  const lignes = [projets, collectifs, versements, bonusVerses].map((table) => table?.lignes);
  return ecrire({ ...reste, lignes, parametres, anomalies });
}

const VALEURS: readonly Valeur[] = [
  ...[
    null,
    '',
    'P-1',
    'P-2',
    'P-9',
    'favorable',
    'refusé',
    'oui',
    'non',
    'acompte',
    'solde',
    'bonus',
    'néant',
  ],
  ...[0, 1, 3, 12, -4, 2.5, 300, 18000, 24000.555, 44500, '1 234,56', 'Total', '2022-2023', '45'],
  ...['N° dossier', 'Coût réel', { illisible: '#N/A' }],
];

const unGeste = fc.record({
  feuille: fc.nat(DEPART.feuilles.length - 1),
  ligne: fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: 1, max: 8 }) },
    { weight: 1, arbitrary: fc.nat(2) },
  ),
  colonne: fc.nat(36),
  valeur: fc.constantFrom(...VALEURS),
  quoi: fc.constantFrom('saisir', 'saisir', 'saisir', 'saisir', 'inserer', 'supprimer', 'echanger'),
});
type Geste = typeof unGeste extends fc.Arbitrary<infer T> ? T : never;

/** Le classeur d'après : les lignes intactes gardent leur tableau, comme le fait l'adaptateur d'Excel. */
function apres({ feuilles, dates1904 }: ClasseurLu, geste: Geste): ClasseurLu {
  return { dates1904, feuilles: feuilles.map((f, i) => (i === geste.feuille ? changer(f, geste) : f)) };
}

function changer(f: Feuille, { ligne, colonne, valeur, quoi }: Geste): Feuille {
  const lignes = [...f.lignes];
  const rang = Math.min(ligne, lignes.length - 1);
  const visee = lignes[rang] ?? [];
  if (quoi === 'inserer') lignes.splice(rang, 0, [...visee]);
  else if (quoi === 'supprimer') lignes.splice(rang, 1);
  else if (quoi === 'echanger') lignes.push(...lignes.splice(rang, 1));
  else lignes[rang] = visee.map((v, j) => (j === colonne % visee.length ? valeur : v));
  return { ...f, lignes };
}

test('après n’importe quelle suite de frappes, l’examen est celui d’un classeur neuf', () => {
  fc.assert(
    fc.property(fc.array(unGeste, { minLength: 1, maxLength: 12 }), fc.boolean(), (gestes, plusTard) => {
      const memoire = creerMemoire();
      let lu = DEPART;
      dire(lu, AU, memoire);
      for (const [i, geste] of gestes.entries()) {
        lu = apres(lu, geste);
        const au = plusTard && i > 5 ? '2023-09-20' : AU;
        expect(dire(lu, au, memoire)).toBe(dire(lu, au));
      }
    }),
    { numRuns: 60 },
  );
});

test('ce qui n’a pas changé n’est pas recalculé', () => {
  const memoire = creerMemoire();
  const avant = examiner(DEPART, { au: AU, memoire });
  const colonne = 14;
  const geste: Geste = { feuille: 1, ligne: 2, colonne, valeur: 19000, quoi: 'saisir' };
  const maintenant = examiner(apres(DEPART, geste), { au: AU, memoire });
  expect(maintenant.calculs.map((c, i) => c === avant.calculs[i])).toEqual([
    ...[true, false],
    ...[true, true, true, true],
  ]);
});

test('ce qui ne dépend que d’un dossier ne se fait qu’une fois', () => {
  const faire = jest.fn((lignes: readonly string[]) => lignes.length);
  const garder = parDossier(faire);
  const [lignes, contexte] = [['a', 'b'], {} as Contexte];
  expect([garder(lignes, contexte), garder(lignes, contexte), garder(['a'], contexte)]).toEqual([2, 2, 1]);
  expect(faire).toHaveBeenCalledTimes(2);
});

test('deux projets du même numéro : le second ne redit pas leur journal', () => {
  const lu = classeur({
    projets: [projet({}), projet({ action: 'Autre' })],
    versements: [versement({}), versement({})],
  });
  const { lecture } = examiner(lu, { au: AU });
  const contexte = creerContexte(lecture, AU);
  const dits = lecture.projets.lignes.map((p) => controlerJournal(p, contexte).map(({ code }) => code));
  expect(dits).toEqual([['versement.en-double'], []]);
});
