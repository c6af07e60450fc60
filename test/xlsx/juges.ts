/** Ce que chaque lecteur voit d'un classeur, dit de la même façon : un fait par clé, « valeur Projets!A1 » → « n 3 ». */
import ExcelJS from 'exceljs';
import { openXlsx } from 'hucre/xlsx';
import { read, utils, type CellObject } from 'xlsx';
import { lireXlsx } from '../../src/classeur/xlsx/lecture';
import { lettres } from '../../src/dossier/formes/adresses';
import { codeUtile } from '../../src/dossier/formes/grille';
import { versLecture } from '../../src/dossier/affichage/nomsDeFonctions';
import { estIllisible, type Valeur } from '../../src/valeurs/valeur';

export type Vues = ReadonlyMap<string, string>;

const JOUR = 86_400_000;

/** À la milliseconde : plusieurs lecteurs font une date d'un nombre qui en a le format. */
const nombre = (n: number): string => `n ${Math.round(n * JOUR)}`;

function dire(v: unknown, dates1904: boolean): string {
  if (v === null || v === undefined || v === '') return '';
  if (typeof v === 'number') return nombre(v);
  if (v instanceof Date) return nombre(v.getTime() / JOUR + 25_569 - (dates1904 ? 1_462 : 0));
  if (typeof v === 'object') {
    if ('error' in v) return `e ${String(v.error)}`;
    if ('richText' in v)
      return dire((v as ExcelJS.CellRichTextValue).richText.map(({ text }) => text).join(''), dates1904);
    if ('text' in v) return dire(v.text, dates1904);
  }
  return `${typeof v} ${String(v)}`;
}

class Releve {
  readonly vues = new Map<string, string>();

  classeur(dates1904: boolean): void {
    this.vues.set('calendrier', dates1904 ? '1904' : '1900');
  }

  feuille(nom: string, etat: string, masquees: readonly number[], fusions: readonly string[]): void {
    this.vues.set(`onglet ${nom}`, etat);
    this.vues.set(`lignes masquées ${nom}`, masquees.join());
    this.vues.set(`fusions ${nom}`, [...fusions].sort().join());
  }

  /** Le format n'est comparé que d'un nombre : d'un texte, il ne change rien. */
  cellule(ou: string, valeur: string, formule: string, format: string): void {
    if (valeur !== '') this.vues.set(`valeur ${ou}`, valeur);
    if (formule !== '') this.vues.set(`formule ${ou}`, `=${versLecture(formule)}`);
    const utile = valeur.startsWith('n ') ? codeUtile(format) : undefined;
    if (utile !== undefined) this.vues.set(`format ${ou}`, utile);
  }
}

const ETATS = { visible: 'visible', masquee: 'hidden', tresMasquee: 'veryHidden' } as const;

/** Une formule jamais calculée n'a pas de valeur ; une erreur en est une. */
const notre = (valeur: Valeur): string =>
  valeur !== null && estIllisible(valeur)
    ? valeur.illisible.startsWith('=')
      ? ''
      : `e ${valeur.illisible}`
    : dire(valeur, false);

export async function deClas(octets: Uint8Array): Promise<Vues> {
  const { feuilles, dates1904 } = await lireXlsx(octets);
  const r = new Releve();
  r.classeur(dates1904);
  for (const f of feuilles) {
    const pleines = f.lignes.map((ligne) => ligne.some((v) => v !== null));
    const masquees = f.lignesMasquees.filter((n) => pleines[n - f.premiereLigne] === true);
    r.feuille(f.nom, ETATS[f.visibilite], masquees, f.fusions);
    f.lignes.forEach((ligne, i) =>
      ligne.forEach((brute, j) => {
        const adresse = `${lettres(f.premiereColonne + j)}${f.premiereLigne + i}`;
        const formule = f.formules.get(adresse)?.slice(1) ?? '';
        r.cellule(`${f.nom}!${adresse}`, notre(brute), formule, f.formats[i]?.[j] ?? '');
      }),
    );
  }
  return r.vues;
}

/** exceljs : cellules, formules, formats, lignes, fusions, calendrier. */
export async function dExceljs(octets: Uint8Array): Promise<Vues> {
  const source = new ExcelJS.Workbook();
  await source.xlsx.load(octets as unknown as ExcelJS.Buffer);
  const dates1904 = source.properties.date1904 === true;
  const r = new Releve();
  r.classeur(dates1904);
  for (const onglet of source.worksheets) {
    const masquees: number[] = [];
    onglet.eachRow((ligne, n) => {
      let pleine = false;
      ligne.eachCell((cellule) => {
        if (cellule.type === ExcelJS.ValueType.Merge) return;
        const { formula = '' } = cellule as { formula?: string };
        const valeur = dire(formula === '' ? cellule.value : cellule.result, dates1904);
        pleine ||= valeur !== '' || formula !== '';
        r.cellule(
          `${onglet.name}!${cellule.address}`,
          valeur,
          formula,
          (cellule.numFmt as string | undefined) ?? '',
        );
      });
      if (ligne.hidden && pleine) masquees.push(n);
    });
    r.feuille(onglet.name, onglet.state, masquees, onglet.model.merges);
  }
  return r.vues;
}

/** SheetJS : les mêmes faits. */
export function deSheetjs(octets: Uint8Array): Vues {
  const source = read(octets, { type: 'array', cellFormula: true, cellNF: true, cellStyles: true });
  const r = new Releve();
  r.classeur(source.Workbook?.WBProps?.date1904 === true);
  source.SheetNames.forEach((nom, k) => {
    const feuille = source.Sheets[nom] ?? {};
    const rangees = new Set<number>();
    for (const [adresse, brute] of Object.entries(feuille)) {
      if (adresse.startsWith('!')) continue;
      const { t, v, w, f = '', z } = brute as CellObject;
      const valeur = t === 'e' ? `e ${w ?? ''}` : t === 'z' ? '' : dire(v, false);
      r.cellule(`${nom}!${adresse}`, valeur, f, typeof z === 'string' ? z : '');
      if (valeur !== '' || f !== '') rangees.add(utils.decode_cell(adresse).r + 1);
    }
    const lignes = feuille['!rows'] ?? [];
    r.feuille(
      nom,
      ['visible', 'hidden', 'veryHidden'][source.Workbook?.Sheets?.[k]?.Hidden ?? 0] ?? '',
      [...rangees].filter((n) => lignes[n - 1]?.hidden === true).sort((a, b) => a - b),
      (feuille['!merges'] ?? []).map((plage) => utils.encode_range(plage)),
    );
  });
  return r.vues;
}

/** La bibliothèque d'écriture lit aussi, à sa façon : les valeurs. */
export async function deHucre(octets: Uint8Array): Promise<Vues> {
  const { sheets, dateSystem } = await openXlsx(octets, { readStyles: true });
  const vues = new Map<string, string>();
  for (const { name, rows } of sheets)
    rows.forEach((ligne, i) =>
      ligne.forEach((v, j) => {
        const valeur = dire(v, dateSystem === '1904');
        if (valeur !== '') vues.set(`valeur ${name}!${lettres(j + 1)}${i + 1}`, valeur);
      }),
    );
  return vues;
}
