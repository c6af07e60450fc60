/** La copie que fait clas corriger s'ouvre dans un vrai tableur, qui y lit les valeurs corrigées. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { soffice } from '../outils/soffice';
import { clasSurPlace, dossierProvisoire, exemple, jsonDe } from './clas';

interface Relue {
  readonly code: string;
  readonly adresse: string | null;
  readonly correction: string | null;
}

const dossier = dossierProvisoire();
const AU = ['--au', '2022-10-15'];

const anomalies = async (fichier: string): Promise<Relue[]> =>
  jsonDe<{ anomalies: Relue[] }>(await clasSurPlace(['verifier', fichier, ...AU, '--json'])).anomalies.map(
    ({ code, adresse, correction }) => ({ code, adresse, correction }),
  );

test('réenregistrée par LibreOffice, la copie a les mêmes anomalies, et plus rien à corriger', async () => {
  const copie = join(dossier, 'copie.xlsx');
  const { code } = await clasSurPlace(['corriger', exemple('clas-anomalies.xlsx'), ...AU, '--sortie', copie]);
  expect(code).toBe(0);
  const retour = join(dossier, 'retour');
  mkdirSync(retour);
  soffice(dossier, 'xlsx:Calc MS Excel 2007 XML', retour, [copie]);
  const relues = await anomalies(join(retour, 'copie.xlsx'));
  expect(relues.filter(({ correction }) => correction !== null)).toEqual([]);
  expect(relues).toEqual(await anomalies(copie));
});
