/** Le fichier que la commande écrit, relu par exceljs et jugé par le validateur de Table Schema de Frictionless. */
import ExcelJS from 'exceljs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Schema, Table } from 'tableschema';
import { clas, dossierProvisoire, exemple } from './clas';

type Cellule = string | number | null;

const SCHEMA = JSON.parse(readFileSync('schemas/remontee.schema.json', 'utf8')) as {
  readonly fields: readonly { readonly name: string }[];
};
const sortie = join(dossierProvisoire(), 'remontee.xlsx');
let lignes: Cellule[][];

beforeAll(async () => {
  await clas(['remontee', exemple('clas-2021-2022.xlsx'), '--au', '2022-01-20', '--sortie', sortie]);
  const classeur = new ExcelJS.Workbook();
  await classeur.xlsx.readFile(sortie);
  const donnees = classeur.getWorksheet('Données');
  lignes = [];
  donnees?.eachRow((ligne) => {
    lignes.push(SCHEMA.fields.map((_, i) => ligne.getCell(i + 1).value as Cellule));
  });
});

/** Chaque faute que le validateur trouve, ligne par ligne. */
async function fautes(table: readonly (readonly Cellule[])[]): Promise<string[]> {
  // il lit du texte, comme d'un CSV, sauf les nombres
  const source = table.map((ligne) => ligne.map((valeur) => valeur ?? ''));
  const lues = (await (await Table.load(source, { schema: SCHEMA })).read({ forceCast: true })) as unknown[];
  return lues.flatMap((lue) => {
    if (!(lue instanceof Error)) return [];
    const { errors, message } = lue as Error & { errors?: readonly Error[] };
    return errors && errors.length > 0 ? errors.map((e) => e.message) : [message];
  });
}

test('le schéma publié respecte le profil de Table Schema, un schéma faux ne le respecte pas', async () => {
  const { valid, errors } = await Schema.load(SCHEMA);
  expect({ valid, errors }).toEqual({ valid: true, errors: [] });
  const [premier, ...reste] = SCHEMA.fields;
  const faux = { ...SCHEMA, fields: [{ ...premier, type: 'texte' }, ...reste] };
  expect((await Schema.load(faux)).valid).toBe(false);
});

test('toutes les lignes écrites sont acceptées', async () => {
  expect(lignes).toHaveLength(1 + 22);
  expect(await fautes(lignes)).toEqual([]);
});

test.each<[string, string, Cellule, string]>([
  ['un code de Caf inconnu', 'Caf', '5', '"pattern"'],
  ['une année mal écrite', 'Année scolaire', '2021/2022', '"pattern"'],
  ['un bloc inconnu', 'Bonus', 'payé', '"enum"'],
  ['un numéro de dossier vide', 'N° dossier', null, '"required"'],
  ['un public inconnu', 'Public', 'maternelle', '"enum"'],
  ['un demi-collectif', 'Collectifs avec bonus enfants', 1.5, 'not type "integer"'],
  ['un montant négatif', 'Montant des bonus', -1, '"minimum"'],
  ['un montant en texte', 'Montant des bonus', '600 euros', 'not type "number"'],
])('%s est refusé', async (_, champ, valeur, motif) => {
  const rang = SCHEMA.fields.findIndex(({ name }) => name === champ);
  const fausses = lignes.map((ligne, i) => (i === 5 ? ligne.with(rang, valeur) : ligne));
  const trouvees = await fautes(fausses);
  expect(trouvees).toHaveLength(1);
  expect(trouvees[0]).toContain(motif);
  expect(trouvees[0]).toContain(`"${champ}"`);
});

test('une colonne manquante est refusée', async () => {
  const trouvees = await fautes(lignes.map((ligne) => ligne.slice(1)));
  expect(new Set(trouvees)).toEqual(new Set(["The column header name 'Caf' is missing"]));
});
