import type { Cellule, Entree } from '../grille/types';
import type { PlageHote } from './modele';

interface Changement {
  readonly plage: PlageHote;
  readonly avant: readonly (readonly Entree[])[];
  readonly apres: readonly (readonly Entree[])[];
}

/** Une entrée de la liste « Annuler » : une frappe, ou tout un aller-retour du complément. */
export interface Fait {
  readonly changements: Changement[];
  /** Ce que l'hôte a joué sans savoir le défaire (formats, feuilles…) : annuler cette entrée échoue bruyamment. */
  readonly autres: string[];
}

/**
 * Écrire l'un de ces membres vide la liste, même dans l'Excel le plus récent.
 * doc : office/dev/add-ins/excel/excel-add-ins-undo-capabilities#unsupported-apis (Windows et Mac)
 */
const SANS_ANNULER: ReadonlySet<string> = new Set([
  'NamedItem.Comment',
  'WorkbookProtection.Protect',
  'WorkbookProtection.Unprotect',
  'Worksheet.Delete',
  'Worksheet.Name',
  'Worksheet.Position',
  'Worksheet.Visibility',
  'WorksheetProtection.Protect',
  'WorksheetProtection.Unprotect',
]);

/** Ceux que l'hôte sait défaire : ils ne changent que des cellules, et chaque changement s'est noté. */
const DEFAITS: ReadonlySet<string> = new Set(['Range.Formulas', 'Range.Values']);

/** La valeur d'une formule ne se lit pas : la grille en mémoire peut ne pas savoir la calculer. */
const entree = (cellule: Cellule): Entree =>
  cellule.formule === null ? cellule.valeur : { formule: cellule.formule };

const contenu = (cellules: readonly (readonly Cellule[])[]): Entree[][] =>
  cellules.map((ligne) => ligne.map(entree));

/** La liste « Annuler » d'Excel (Ctrl+Z) : ce qu'y laissent l'agent et le complément, et ce qui la vide. */
export class Annulation {
  private faits: Fait[] = [];
  private defaits: Fait[] = [];
  private enCours: (Fait & { vide: boolean }) | null = null;

  /** Combien de fois Ctrl+Z agirait. */
  get profondeur(): number {
    return this.faits.length;
  }

  /** Début d'un aller-retour : ce qui s'y change ne fera qu'une entrée. */
  commencer(): void {
    this.enCours = { changements: [], autres: [], vide: false };
  }

  noterMembre(membre: string): void {
    if (!this.enCours || /\.(?:_|Get)/.test(membre)) return;
    if (SANS_ANNULER.has(membre)) this.enCours.vide = true;
    else if (!DEFAITS.has(membre)) this.enCours.autres.push(membre);
  }

  /** `garde` : cet Excel sait annuler ce que fait un complément (ExcelApi 1.19). */
  finir(garde: boolean): void {
    const fait = this.enCours;
    this.enCours = null;
    if (!fait) return;
    if (!garde || fait.vide) this.vider();
    else if (fait.changements.length + fait.autres.length > 0) this.empiler(fait);
  }

  noter(
    plage: PlageHote,
    avant: readonly (readonly Cellule[])[],
    apres: readonly (readonly Entree[])[],
  ): void {
    const changement = { plage, avant: contenu(avant), apres };
    if (this.enCours) this.enCours.changements.push(changement);
    else this.empiler({ changements: [changement], autres: [] });
  }

  vider(): void {
    this.faits = [];
    this.defaits = [];
  }

  /** Ce que Ctrl+Z doit réécrire, du dernier changement au premier ; null : rien à annuler. */
  annuler(): { plage: PlageHote; entrees: readonly (readonly Entree[])[] }[] | null {
    const fait = this.prendre(this.faits, this.defaits);
    return fait && [...fait.changements].reverse().map(({ plage, avant }) => ({ plage, entrees: avant }));
  }

  retablir(): { plage: PlageHote; entrees: readonly (readonly Entree[])[] }[] | null {
    const fait = this.prendre(this.defaits, this.faits);
    return fait && fait.changements.map(({ plage, apres }) => ({ plage, entrees: apres }));
  }

  private prendre(de: Fait[], vers: Fait[]): Fait | null {
    const fait = de.at(-1);
    if (!fait) return null;
    if (fait.autres.length > 0) throw new Error(`l'hôte émulé ne sait pas annuler ${fait.autres.join(', ')}`);
    de.pop();
    vers.push(fait);
    return fait;
  }

  private empiler(fait: Fait): void {
    this.faits.push(fait);
    this.defaits = [];
  }
}
