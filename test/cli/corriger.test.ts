/** clas corriger : ce que verifier propose, et rien d'autre, dans une copie ; jamais dans le classeur de l'agent. */
import { copyFileSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import { lancer } from '../../src/cli/lancer';
import { lireXlsx } from '../../src/classeur/xlsx';
import { lettres } from '../../src/dossier/formes/adresses';
import type { Valeur } from '../../src/valeurs/valeur';
import { attendrePhrase, clasSurPlace, dossierProvisoire, exemple, jsonDe } from './clas';

interface Corrigee {
  readonly code: string;
  readonly adresse: string;
  readonly correction: string | null;
}

const dossier = dossierProvisoire();
const AU = ['--au', '2022-10-15'];
const sale = join(dossier, 'sale.xlsx');
copyFileSync(exemple('clas-anomalies.xlsx'), sale);
const avant = readFileSync(sale);

const proposees = async (fichier: string): Promise<Corrigee[]> =>
  jsonDe<{ anomalies: Corrigee[] }>(await clasSurPlace(['verifier', fichier, ...AU, '--json']))
    .anomalies.filter(({ correction }) => correction !== null)
    .map(({ code, adresse, correction }) => ({ code, adresse, correction }));

const corriger = async (fichier: string, sortie: string): Promise<Corrigee[]> => {
  const passage = await clasSurPlace(['corriger', fichier, ...AU, '--sortie', sortie, '--json']);
  expect({ code: passage.code, erreur: passage.erreur }).toEqual({ code: 0, erreur: '' });
  return jsonDe<{ corrections: Corrigee[] }>(passage).corrections.map(({ code, adresse, correction }) => ({
    code,
    adresse,
    correction,
  }));
};

/** Chaque cellule remplie, par « Feuille!A1 ». */
async function cellules(fichier: string): Promise<Map<string, Valeur>> {
  const { feuilles } = await lireXlsx(readFileSync(fichier));
  return new Map(
    feuilles.flatMap(({ nom, lignes, premiereLigne, premiereColonne }) =>
      lignes.flatMap((ligne, l) =>
        ligne.flatMap((valeur, c) =>
          valeur === null ? [] : [[`${nom}!${lettres(premiereColonne + c)}${premiereLigne + l}`, valeur]],
        ),
      ),
    ) as [string, Valeur][],
  );
}

/** Le numéro de jour qu'un tableur donne à une date (calendrier 1900). */
const jour = (ecrite: string): number => {
  const [j = 0, m = 0, a = 0] = ecrite.split('/').map(Number);
  return Date.UTC(a, m - 1, j) / 86_400_000 + 25_569;
};
const NOMBRES = ['cellule.montant-en-texte', 'cellule.plus-de-deux-decimales'];
const ecrite = ({ code, correction }: Corrigee): Valeur => {
  if (NOMBRES.includes(code)) return Number(correction);
  return code === 'cellule.date-en-texte' ? jour(correction ?? '') : correction;
};

test('les corrections de verifier, chacune dans sa cellule, et aucune autre cellule', async () => {
  const sortie = join(dossier, 'copie.xlsx');
  const attendues = await proposees(sale);
  expect(new Set(attendues.map(({ code }) => code)).size).toBeGreaterThanOrEqual(5);
  expect(await corriger(sale, sortie)).toEqual(attendues);
  const voulues = await cellules(sale);
  for (const corrigee of attendues) voulues.set(corrigee.adresse, ecrite(corrigee));
  expect(await cellules(sortie)).toEqual(voulues);
  expect(await proposees(sortie)).toEqual([]);
  expect(readFileSync(sale).equals(avant)).toBe(true);
});

test('un texte devenu nombre ou date, un nombre devenu texte se dit, même quand il se lit pareil', async () => {
  const { sortie } = await clasSurPlace(['corriger', sale, ...AU, '--sortie', join(dossier, 'dite.xlsx')]);
  expect(sortie.replace(/[\u00a0\u202f]/g, ' ')).toContain(
    'Projets!J10 : « 07/10/2021 » (en texte) devient « 07/10/2021 »',
  );
  expect(sortie.replace(/[\u00a0\u202f]/g, ' ')).toContain(
    'Projets!C22 : « 9912478600015 » (en nombre) devient « 09912478600015 »',
  );
});

test('la mise en forme des cellules corrigées reste, celle des autres aussi ; Excel recalcule à l’ouverture', async () => {
  const habille = join(dossier, 'habille.xlsx');
  const livre = new ExcelJS.Workbook();
  await livre.xlsx.readFile(sale);
  const visees = (await proposees(sale)).map(({ adresse }) => adresse);
  for (const visee of visees) {
    const [nom = '', a1 = ''] = visee.split('!');
    const cellule = livre.getWorksheet(nom)?.getCell(a1);
    Object.assign(cellule ?? {}, {
      style: {
        ...cellule?.style,
        font: { name: 'Arial', size: 13, bold: true, color: { argb: 'FF336699' } },
        fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFEEAA' } },
        alignment: { horizontal: 'right' },
        border: { bottom: { style: 'double' } },
      },
    });
  }
  Object.assign(livre.addWorksheet('À moi').getCell('A1'), { value: { formula: 'Projets!S2*2', result: 1 } });
  await livre.xlsx.writeFile(habille);
  const sortie = join(dossier, 'habille-corrige.xlsx');
  expect((await corriger(habille, sortie)).map(({ adresse }) => adresse)).toEqual(visees);

  const styles = async (fichier: string): Promise<Map<string, object>> => {
    const lu = new ExcelJS.Workbook();
    await lu.xlsx.readFile(fichier);
    const tous = new Map<string, object>();
    lu.eachSheet((feuille) =>
      feuille.eachRow((ligne) =>
        ligne.eachCell({ includeEmpty: true }, ({ address, style }) => {
          const cle = `${feuille.name}!${address}`;
          // le format, lui, suit la valeur : un Siret corrigé est un texte
          const { numFmt, ...reste } = style;
          tous.set(cle, visees.includes(cle) ? reste : { ...reste, numFmt });
        }),
      ),
    );
    return tous;
  };
  const habits = await styles(habille);
  expect(habits.get(visees[0] ?? '')).toMatchObject({ font: { name: 'Arial' } });
  expect(await styles(sortie)).toEqual(habits);

  const classeur = Buffer.from(unzipSync(readFileSync(sortie))['xl/workbook.xml'] ?? []).toString();
  expect(classeur.match(/<calcPr\b[^>]*>/g)).toHaveLength(1);
  expect(classeur).toMatch(/<calcPr\b[^>]*\sfullCalcOnLoad="1"/);
});

test('un classeur enregistré pendant la commande : une phrase, et rien n’est écrit', async () => {
  const [mouvant, sortie] = [join(dossier, 'mouvant.xlsx'), join(dossier, 'jamais.xlsx')];
  copyFileSync(sale, mouvant);
  const enregistre = readFileSync(exemple('clas-2021-2022.xlsx'));
  let [dit, erreur] = ['', ''];
  const flux = (ecrire: (texte: string) => void) =>
    ({ isTTY: true, write: (t: string) => (ecrire(t), true) }) as unknown as NodeJS.WriteStream & {
      fd: 1 & 2;
    };
  const code = await lancer(['corriger', mouvant, ...AU, '--sortie', sortie], {
    stdout: flux((t) => (dit += t)),
    stderr: flux((t) => {
      // l'agent enregistre quand la correction commence
      if (t.includes('Écriture de la copie')) writeFileSync(mouvant, enregistre);
      erreur += t.startsWith('\r') ? '' : t;
    }),
    env: {},
  });
  attendrePhrase({ code, sortie: dit, erreur, ms: 0, mo: 0 }, /a changé pendant la correction/);
  expect(existsSync(sortie)).toBe(false);
  expect(readFileSync(mouvant).equals(enregistre)).toBe(true);
});

test('jamais dans le classeur lu, et une autre sortie se remplace entière', async () => {
  attendrePhrase(await clasSurPlace(['corriger', sale, ...AU, '--sortie', sale]), /est un fichier lu/);
  attendrePhrase(await clasSurPlace(['corriger', sale, ...AU]), /--sortie .*manquante/);
  expect(readFileSync(sale).equals(avant)).toBe(true);
  const sortie = join(dossier, 'remplacee.xlsx');
  writeFileSync(sortie, 'autre chose');
  await corriger(sale, sortie);
  expect((await cellules(sortie)).size).toBe((await cellules(sale)).size);
  expect(readdirSync(dossier).filter((nom) => nom.endsWith('.tmp'))).toEqual([]);
});

test('rien à corriger : la copie est le classeur, à l’octet près, et le dit', async () => {
  const propre = exemple('clas-2021-2022.xlsx');
  const sortie = join(dossier, 'propre.xlsx');
  const passage = await clasSurPlace(['corriger', propre, ...AU, '--sortie', sortie]);
  expect([passage.code, passage.erreur]).toEqual([0, '']);
  expect(passage.sortie).toMatch(/Aucune correction sûre/);
  expect(readFileSync(sortie).equals(readFileSync(propre))).toBe(true);
});
