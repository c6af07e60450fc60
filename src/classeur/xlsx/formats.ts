/**
 * Formats de nombre d'un classeur (`styles.xml`) : de l'index de style d'une cellule au code qu'Excel donne à la même
 * cellule, en syntaxe internationale.
 */
import { codeUtile } from '../../dossier/formes/grille';
import { estVrai } from './onglets';
import { refus } from './phrases';
import type { Balise, Receveur } from './xml';

/** Un classeur honnête en a quelques centaines ; Excel s'arrête à 65 490. */
const STYLES_MAX = 100_000;

const comptable = (nombre: string, tiret: string): string =>
  `_-* ${nombre}_-;-* ${nombre}_-;_-* ${tiret}_-;_-@_-`;

/**
 * Les formats qu'un fichier désigne par leur seul numéro (ECMA-376, 18.8.30). Ceux de monnaie et de date dépendent de la
 * langue d'Excel : ce sont les codes d'un Excel français, écrits comme Office.js les rend.
 */
const PREDEFINIS: ReadonlyMap<number, string> = new Map([
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [5, '#,##0 "€";-#,##0 "€"'],
  [6, '#,##0 "€";[Red]-#,##0 "€"'],
  [7, '#,##0.00 "€";-#,##0.00 "€"'],
  [8, '#,##0.00 "€";[Red]-#,##0.00 "€"'],
  [9, '0%'],
  [10, '0.00%'],
  [11, '0.00E+00'],
  [12, '# ?/?'],
  [13, '# ??/??'],
  [14, 'm/d/yyyy'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'm/d/yyyy h:mm'],
  ...[27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((n): [number, string] => [n, 'm/d/yyyy']),
  ...[32, 33, 34, 35, 55, 56].map((n): [number, string] => [n, 'h:mm:ss']),
  [37, '#,##0;-#,##0'],
  [38, '#,##0;[Red]-#,##0'],
  [39, '#,##0.00;-#,##0.00'],
  [40, '#,##0.00;[Red]-#,##0.00'],
  [41, comptable('#,##0', '"-"')],
  [42, comptable('#,##0 "€"', '"-" "€"')],
  [43, comptable('#,##0.00', '"-"??')],
  [44, comptable('#,##0.00 "€"', '"-"?? "€"')],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mm:ss.0'],
  [48, '##0.0E+0'],
  [49, '@'],
]);

/** Ce que la lecture retient des styles de cellule (`cellXfs`), dans l'ordre du fichier. */
export class LecteurStyles implements Receveur {
  /** Code de format. */
  readonly codes: (string | undefined)[] = [];
  /** Vrai quand la police du style est barrée. */
  readonly barres: boolean[] = [];
  private readonly polices: boolean[] = [];
  private readonly declares = new Map<number, string>();
  private dans = '';

  ouvre(balise: Balise): void {
    const { nom, niveau } = balise;
    if (niveau === 2) this.dans = nom;
    if (niveau === 4 && nom === 'strike' && this.dans === 'fonts')
      this.polices[this.polices.length - 1] = estVrai(balise.attribut('val') ?? '1');
    if (niveau !== 3) return;
    if (nom === 'font' && this.dans === 'fonts') this.polices.push(false);
    if (this.declares.size + this.codes.length + this.polices.length >= STYLES_MAX)
      throw refus('tropDeCellules');
    const id = Number(balise.attribut('numFmtId') ?? 0);
    if (nom === 'numFmt' && this.dans === 'numFmts')
      this.declares.set(id, balise.attribut('formatCode') ?? '');
    else if (nom === 'xf' && this.dans === 'cellXfs') {
      this.codes.push(codeUtile(this.declares.get(id) ?? PREDEFINIS.get(id) ?? ''));
      this.barres.push(this.polices[Number(balise.attribut('fontId') ?? 0)] ?? false);
    }
  }
}
