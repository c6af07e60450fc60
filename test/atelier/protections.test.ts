/** Un classeur protégé, ouvert dans l'atelier : ce qu'Excel refuserait l'est, à l'agent comme au volet, qui dit quoi faire. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { enregistrerComplet, ouvrirComplet, type ModeleComplet } from '../../src/classeur/xlsx/complet';
import { attendreValeur, ouvrirAtelier, taper, telecharger, valeur, type AtelierOuvert } from './outils';

const chemin = join(mkdtempSync(join(tmpdir(), 'protections-')), 'protege.xlsx');
/** Deux coûts sont déverrouillés ; le reste est verrouillé, comme toute cellule. */
const COUT = 'S';
const RECETTES = 'W';

/** L'exemple, dont deux nombres sont des textes, sous protection de feuille et de structure. */
async function fabriquer(): Promise<void> {
  const classeur = new ExcelJS.Workbook();
  await classeur.xlsx.load(readFileSync('assets/exemples/clas-2021-2022.xlsx').buffer as ExcelJS.Buffer);
  const projets = classeur.getWorksheet('Projets')!;
  for (const ligne of [2, 3]) {
    const cellule = projets.getCell(`${COUT}${ligne}`);
    // un style lu est partagé entre ses cellules
    cellule.style = { ...cellule.style, protection: { locked: false } };
  }
  projets.getCell(`${COUT}3`).value = '15 011,53 €';
  projets.getCell(`${RECETTES}4`).value = '9 232,78 €';
  await projets.protect('secret', {});
  const octets = new Uint8Array(await classeur.xlsx.writeBuffer());
  const { modele } = await ouvrirComplet(octets);
  modele.workbookProtection = { lockStructure: true };
  writeFileSync(chemin, await enregistrerComplet(modele, modele));
}

let atelier: AtelierOuvert;
beforeAll(async () => {
  await fabriquer();
  atelier = await ouvrirAtelier({ classeur: chemin });
});
afterAll(() => atelier.fermer());

it('une cellule verrouillée refuse la frappe et l’effacement, et dit pourquoi ; une autre les accepte', async () => {
  const { page } = atelier;
  const avant = await valeur(page, 'Projets!A2');
  await taper(page, 'Projets!A2', 'X');
  await page.getByText('Cette cellule est verrouillée, et la feuille « Projets » protégée.').waitFor();
  await page.keyboard.press('Delete');
  expect(await valeur(page, 'Projets!A2')).toBe(avant);
  await taper(page, `Projets!${COUT}2`, '14000');
  await attendreValeur(page, `Projets!${COUT}2`, 14_000);
});
it('le volet corrige une cellule déverrouillée, et laisse une cellule verrouillée', async () => {
  const { page, volet } = atelier;
  await page.locator('#ruban').getByRole('button', { name: 'Vérifier le classeur' }).click();
  const corriger = (cellule: string) => volet.getByRole('button', { name: `Corriger Projets!${cellule}` });
  await corriger(`${RECETTES}4`).click();
  await volet.getByText(/La feuille «\sProjets\s» est protégée\s: ôter sa protection/).waitFor();
  expect(await valeur(page, `Projets!${RECETTES}4`)).toBe('9 232,78 €');
  await corriger(`${COUT}3`).click();
  await attendreValeur(page, `Projets!${COUT}3`, 15_011.53);
});
it('rien ne s’ajoute sous une structure protégée, et le volet dit quelle protection ôter', async () => {
  const { volet } = atelier;
  // le menu, et non le geste d’une cause qui porte le même nom
  await volet.getByRole('button', { name: 'Écrire', exact: true, expanded: false }).click();
  await volet.getByRole('menuitem', { name: /feuille Anomalies/ }).click();
  await volet.getByText(/Le classeur est protégé\s: aucune feuille ne peut s’y ajouter/).waitFor();
});
it('la copie enregistrée reste protégée, sauf la feuille dont on ôte la protection', async () => {
  const { page } = atelier;
  const copier = async (): Promise<ModeleComplet> => {
    const bouton = page.getByRole('button', { name: 'Enregistrer une copie' });
    const { chemin: copie } = await telecharger(page, () => bouton.click());
    return (await ouvrirComplet(readFileSync(copie))).modele;
  };
  const estProtegee = ({ sheets }: ModeleComplet): boolean =>
    sheets.some(({ name, protection }) => name === 'Projets' && protection?.sheet === true);
  const avant = await copier();
  expect([avant.workbookProtection, estProtegee(avant)]).toEqual([{ lockStructure: true }, true]);
  await taper(page, 'Projets!A2', 'X');
  await page.getByRole('button', { name: 'Ôter la protection' }).click();
  await taper(page, 'Projets!A2', 'X');
  await attendreValeur(page, 'Projets!A2', 'X');
  expect(estProtegee(await copier())).toBe(false);
});
