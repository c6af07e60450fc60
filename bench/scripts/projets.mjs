/** Ce qu'un agent à l'aise en JavaScript écrirait avec exceljs : les huit montants de chaque projet. */
import ExcelJS from 'exceljs';

const classeur = new ExcelJS.Workbook();
await classeur.xlsx.readFile(process.argv[2]);

function* lignes(nom) {
  const feuille = classeur.getWorksheet(nom);
  const entetes = [...feuille.getRow(1).values];
  for (let n = 2; n <= feuille.rowCount; n += 1) {
    const { values } = feuille.getRow(n);
    yield Object.fromEntries(entetes.map((entete, i) => [entete, values[i]]));
  }
}

const arrondir = (x) => Math.round(x * 100) / 100;
const acomptes = new Map();
for (const v of lignes('Versements'))
  if (v.Nature === 'acompte' && v.Gestion === '2021')
    acomptes.set(v['N° dossier'], (acomptes.get(v['N° dossier']) ?? 0) + v.Montant);

const projets = [];
for (const p of lignes('Projets')) {
  if (p['Agrément'] !== 'favorable') continue;
  const ps = arrondir(Math.min(p['Coût prévisionnel'] * 0.325, p['Collectifs agréés'] * 2563));
  const partN = arrondir(ps * 0.4);
  const partN1 = arrondir(ps - partN);
  projets.push({
    dossier: p['N° dossier'],
    montants: [
      ps,
      partN,
      partN1,
      Math.floor(ps * 28) / 100,
      Math.floor(ps * 42) / 100,
      Math.max(0, arrondir(partN - (acomptes.get(p['N° dossier']) ?? 0))),
      partN1,
      300 * ((p['Bonus enfants'] ?? 0) + (p['Bonus parents'] ?? 0)),
    ],
  });
}
process.stdout.write(JSON.stringify(projets));
