/** Le Table Schema et la page publiés sont à jour ; les lignes d'un fichier écrit le respectent. */
import { readFileSync } from 'node:fs';
import { docsRemontee, texteSchema } from '../../scripts/docs/remontee';
import type { Feuille } from '../../src/dossier/formes/grille';
import type { Valeur } from '../../src/valeurs/valeur';
import { creerRemontee } from '../../src/dossier/restitution/remontee/remontee';
import { planRemontee } from '../../src/dossier/restitution/remontee/planRemontee';
import { schemaRemontee, type ChampSchema } from '../../src/dossier/restitution/remontee/schema';
import { examen, examinerExemple, projet, relire } from './outils';

const { fields } = schemaRemontee();

/** Le sous-ensemble de Table Schema que le nôtre emploie. */
function fautes({ name, type, constraints }: ChampSchema, valeur: Valeur): string[] {
  const { required, minimum, enum: liste, pattern } = constraints;
  if (valeur === null || valeur === '') return required ? [`${name} : vide`] : [];
  const bonType = type === 'string' ? typeof valeur === 'string' : typeof valeur === 'number';
  if (!bonType || (type === 'integer' && !Number.isInteger(valeur)))
    return [`${name} : ${String(valeur)} n’est pas ${type}`];
  if (minimum !== undefined && Number(valeur) < minimum) return [`${name} : ${String(valeur)} < ${minimum}`];
  if (liste && !liste.includes(String(valeur))) return [`${name} : ${String(valeur)} hors liste`];
  return pattern && !new RegExp(pattern).test(String(valeur))
    ? [`${name} : ${String(valeur)} mal formé`]
    : [];
}

const valider = ({ lignes }: Feuille): string[] => [
  ...(JSON.stringify(lignes[0]) === JSON.stringify(fields.map((f) => f.name)) ? [] : ['en-têtes']),
  ...lignes.slice(1).flatMap((ligne) => fields.flatMap((f, i) => fautes(f, ligne[i] ?? null))),
];

const donnees = async (e: ReturnType<typeof examen>): Promise<Feuille> => {
  const { feuilles } = await relire(planRemontee(await creerRemontee(e)));
  const feuille = feuilles.find((f) => f.nom === 'Données');
  if (!feuille) throw new Error('Feuille Données absente.');
  return feuille;
};

test.each([
  ['schemas/remontee.schema.json', texteSchema],
  ['docs/remontee.md', docsRemontee],
])('%s est à jour (npm run docs)', (chemin, texte) => {
  expect(readFileSync(chemin, 'utf8')).toBe(texte());
});

test('les lignes écrites respectent le schéma, dans les deux blocs', async () => {
  const loiret = await donnees(await examinerExemple('loiret-41-lo'));
  expect(loiret.lignes).toHaveLength(22);
  expect(valider(loiret)).toEqual([]);
  const verses = await donnees(
    examen({
      caf: '2B',
      projets: [projet('A', { Public: null, Siret: 'faux' })],
      verses: [['V', null, null, 2, 600.5]],
    }),
  );
  expect(valider(verses)).toEqual([]);
  expect(verses.lignes.slice(1).map((l) => l.slice(0, 5))).toEqual([
    ['2B', 'Caf de la Haute-Corse', '2021-2022', 'accordé', 'A'],
    ['2B', 'Caf de la Haute-Corse', '2020-2021', 'versé', 'V'],
  ]);
});

test('le schéma refuse ce qui n’est pas une remontée', async () => {
  const feuille = await donnees(examen({ projets: [projet('A')] }));
  const ligne = [...(feuille.lignes[1] ?? [])];
  const avec = (i: number, valeur: Valeur): string[] =>
    valider({ ...feuille, lignes: [feuille.lignes[0] ?? [], ligne.with(i, valeur)] });
  expect(avec(0, '5')).toEqual(['Caf : 5 mal formé']);
  expect(avec(3, 'payé')).toEqual(['Bonus : payé hors liste']);
  expect(avec(4, null)).toEqual(['N° dossier : vide']);
  expect(avec(11, 1.5)).toEqual(['Collectifs avec bonus enfants : 1.5 n’est pas integer']);
  expect(avec(15, -1)).toEqual(['Montant des bonus : -1 < 0']);
});
