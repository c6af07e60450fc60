import { ICommandService, mergeWorksheetSnapshotWithDefault } from '@univerjs/core';
import type { ICellData, IRange, Nullable, Univer, Workbook, Worksheet } from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import '@univerjs/engine-formula/facade';
import '@univerjs/sheets/facade';
import '@univerjs/sheets-formula/facade';
import { FormulaDataModel, IFunctionService } from '@univerjs/engine-formula';
import { SetRangeValuesMutation, type ISetRangeValuesMutationParams } from '@univerjs/sheets';
import { union } from './adresses';
import { cellule, contenuDe, rectDePlage } from './univerCellules';
import { suivreSaisies, suivreSelections } from './univerEcran';
import { FonctionUniver } from './univerFonction';
import { presenter } from './univerPresentation';
import type { Cellule, Entree, FonctionsDeGrille, GrilleHote, Presentation, Rect, Saisie } from './types';

const CLASSEUR = 'clas';
const TAILLE = { lignes: 1_000, colonnes: 60 };
const VIDE: Cellule = { valeur: null, formule: null };
const ATTENTE = 30_000;

/** Grille d'Univer : le même moteur de formules avec ou sans écran. */
export class GrilleUniver implements GrilleHote {
  readonly moteur = 'univer';
  private readonly api: FUniver;
  private readonly commandes: ICommandService;
  /** Phrases des fonctions en erreur, par feuille et cellule ; tout calcul les refait toutes. */
  private readonly messages = new Map<string, string>();
  private readonly declarees: string[] = [];
  private ouvert = false;
  private readonly ecritures = new Map<string, Record<number, Record<number, ICellData>>>();
  /** Vrai pendant nos propres écritures : elles ne sont pas des gestes de l'agent. */
  anous = false;

  constructor(
    private readonly univer: Univer,
    private readonly fonctions: FonctionsDeGrille,
  ) {
    this.api = FUniver.newAPI(univer);
    this.commandes = univer.__getInjector().get(ICommandService);
    fonctions.surDeclaration((nom) => {
      this.declarees.push(nom);
      if (this.ouvert) this.enregistrer(nom);
    });
  }

  ajouterFeuille(id: string, nom: string, position: number): void {
    const feuille = { id, name: nom, rowCount: TAILLE.lignes, columnCount: TAILLE.colonnes, cellData: {} };
    if (!this.ouvert) {
      this.api.createWorkbook({ id: CLASSEUR, name: CLASSEUR, sheetOrder: [id], sheets: { [id]: feuille } });
      this.ouvert = true;
      // Les fonctions ne s'enregistrent qu'une fois un classeur ouvert.
      for (const declaree of this.declarees) this.enregistrer(declaree);
      return;
    }
    // Univer montrerait la feuille ajoutée, sauf venue d'ailleurs ; Excel laisse l'agent où il est.
    const ajoutee = { unitId: CLASSEUR, index: position, sheet: mergeWorksheetSnapshotWithDefault(feuille) };
    this.faire(() =>
      this.commandes.syncExecuteCommand('sheet.mutation.insert-sheet', ajoutee, { fromCollab: true }),
    );
  }

  retirerFeuille(id: string): void {
    this.pousser();
    const nom = this.feuille(id).getName();
    this.faire(() =>
      this.commandes.syncExecuteCommand('sheet.mutation.remove-sheet', {
        unitId: CLASSEUR,
        subUnitId: id,
        subUnitName: nom,
      }),
    );
  }

  renommerFeuille(id: string, nom: string): void {
    this.faire(() =>
      this.commandes.syncExecuteCommand('sheet.mutation.set-worksheet-name', {
        unitId: CLASSEUR,
        subUnitId: id,
        name: nom,
      }),
    );
  }

  deplacerFeuille(id: string, position: number): void {
    const fromOrder = this.classeur().getSheetOrders().indexOf(id);
    const params = { unitId: CLASSEUR, subUnitId: id, fromOrder, toOrder: position };
    this.faire(() => this.commandes.syncExecuteCommand('sheet.mutation.set-worksheet-order', params));
  }

  lire(id: string, rect: Rect): Cellule[][] {
    this.pousser();
    const matrice = this.feuille(id).getCellMatrix();
    const deborde = this.deborde(id);
    return Array.from({ length: rect.lignes }, (_, i) =>
      Array.from({ length: rect.colonnes }, (_, j): Cellule => {
        const [ligne, colonne] = [rect.ligne + i, rect.colonne + j];
        const cellule = matrice.getValue(ligne, colonne);
        const montree = deborde?.[ligne]?.[colonne] ?? cellule;
        if (!montree && !cellule) return VIDE;
        return {
          valeur: contenuDe(montree, this.message(id, ligne, colonne)),
          formule: cellule?.f ?? null,
        };
      }),
    );
  }

  message(id: string, ligne: number, colonne: number): string | undefined {
    return this.messages.get(`${id} ${ligne} ${colonne}`);
  }

  ecrire(id: string, rect: Rect, entrees: readonly (readonly Entree[])[]): void {
    const cellValue = this.ecritures.get(id) ?? {};
    if (this.ecritures.size === 0) setTimeout(() => this.pousser(), 0);
    this.ecritures.set(id, cellValue);
    this.agrandir(id, rect);
    entrees.forEach((ligne, i) =>
      ligne.forEach((entree, j) => {
        if (entree === undefined) return;
        (cellValue[rect.ligne + i] ??= {})[rect.colonne + j] = cellule(entree);
      }),
    );
  }

  /** Une mutation d'Univer parcourt toute la feuille : les écritures d'une requête partent ensemble. */
  private pousser(): void {
    const lots = [...this.ecritures];
    this.ecritures.clear();
    for (const [subUnitId, cellValue] of lots) {
      const params: ISetRangeValuesMutationParams = { unitId: CLASSEUR, subUnitId, cellValue };
      this.faire(() => this.commandes.syncExecuteCommand(SetRangeValuesMutation.id, params));
    }
  }

  etendue(id: string): Rect | null {
    this.pousser();
    let [haut, gauche, bas, droite] = [Infinity, Infinity, -1, -1];
    const compter = (ligne: number, colonne: number, c: Nullable<ICellData>): void => {
      if (!c || (!c.f && (c.v ?? '') === '')) return;
      haut = Math.min(haut, ligne);
      gauche = Math.min(gauche, colonne);
      bas = Math.max(bas, ligne);
      droite = Math.max(droite, colonne);
    };
    this.feuille(id)
      .getCellMatrix()
      .forValue((ligne, colonne, c) => compter(ligne, colonne, c));
    const pleine =
      bas < 0
        ? null
        : { ligne: haut, colonne: gauche, lignes: bas - haut + 1, colonnes: droite - gauche + 1 };
    return this.debordements(id).reduce<Rect | null>(
      (total, rect) => (total ? union(total, rect) : rect),
      pleine,
    );
  }

  debordement(id: string, ligne: number, colonne: number): Rect | null {
    return this.debordements(id).find((rect) => rect.ligne === ligne && rect.colonne === colonne) ?? null;
  }

  definirNom(nom: string, formule: string | null): void {
    const classeur = this.api.getWorkbook(CLASSEUR);
    classeur?.deleteDefinedName(nom);
    if (formule !== null) classeur?.insertDefinedName(nom, formule.replace(/^=/, ''));
  }

  /** Univer calcule seul après un délai ; ici on force le calcul et on attend ses résultats. */
  async calculer(): Promise<void> {
    this.pousser();
    this.messages.clear();
    const formules = this.api.getFormula();
    const applique = formules.onCalculationResultApplied(ATTENTE);
    formules.executeCalculation();
    await applique;
  }

  selectionner(id: string, rect: Rect): void {
    const classeur = this.api.getWorkbook(CLASSEUR);
    const feuille = classeur?.getSheetBySheetId(id);
    if (!classeur || !feuille) return;
    this.agrandir(id, rect);
    const { lignes, colonnes } = this.bornes(id);
    this.faire(() => {
      classeur.setActiveSheet(feuille);
      const plage = feuille.getRange(
        rect.ligne,
        rect.colonne,
        Math.min(rect.lignes, lignes - rect.ligne),
        Math.min(rect.colonnes, colonnes - rect.colonne),
      );
      classeur.setActiveRange(plage);
    });
  }

  presenter(id: string, presentation: Presentation): void {
    const feuille = this.api.getWorkbook(CLASSEUR)?.getSheetBySheetId(id);
    this.pousser();
    if (feuille) this.faire(() => presenter(feuille, presentation, this.bornes(id)));
  }

  surSaisie(ecouteur: (saisie: Saisie) => void): void {
    const lire = (id: string, rect: Rect): Cellule[][] => this.lire(id, rect);
    suivreSaisies(this.commandes, { anous: () => this.anous, lire }, ecouteur);
  }

  surSelection(ecouteur: (feuille: string, rect: Rect) => void): void {
    suivreSelections(this.commandes, () => this.anous, ecouteur);
  }

  fermer(): void {
    this.ecritures.clear();
    this.univer.dispose();
  }

  private faire(action: () => unknown): void {
    this.anous = true;
    try {
      action();
    } finally {
      this.anous = false;
    }
  }

  private enregistrer(nom: string): void {
    const service = this.univer.__getInjector().get(IFunctionService);
    const nomDeFeuille = (id: string): string => this.feuille(id).getName();
    const noterMessage = (feuille: string, ligne: number, colonne: number, message: string | null): void => {
      const cle = `${feuille} ${ligne} ${colonne}`;
      if (message === null) this.messages.delete(cle);
      else this.messages.set(cle, message);
    };
    service.registerExecutors(
      new FonctionUniver(nom.toUpperCase(), this.fonctions, { nomDeFeuille, noterMessage }),
    );
    service.deleteFormulaAstCacheKey(nom.toUpperCase());
  }

  private classeur(): Workbook {
    const classeur = this.api.getWorkbook(CLASSEUR)?.getWorkbook();
    if (!classeur) throw new Error('aucun classeur ouvert dans Univer');
    return classeur;
  }

  private feuille(id: string): Worksheet {
    const feuille = this.classeur().getSheetBySheetId(id);
    if (!feuille) throw new Error(`feuille inconnue de la grille : ${id}`);
    return feuille;
  }

  private bornes(id: string): { lignes: number; colonnes: number } {
    const feuille = this.feuille(id);
    return { lignes: feuille.getRowCount(), colonnes: feuille.getColumnCount() };
  }

  /** Les feuilles d'Univer ont une taille : on l'étend avant d'écrire au-delà. */
  private agrandir(id: string, rect: Rect): void {
    const feuille = this.feuille(id);
    const lignes = Math.min(rect.ligne + rect.lignes, 200_000);
    const colonnes = Math.min(rect.colonne + rect.colonnes, 1_000);
    if (lignes > feuille.getRowCount()) feuille.setRowCount(lignes + 100);
    if (colonnes > feuille.getColumnCount()) feuille.setColumnCount(colonnes + 10);
  }

  private deborde(id: string): Nullable<Record<number, Record<number, Nullable<ICellData>>>> {
    const donnees = this.univer.__getInjector().get(FormulaDataModel).getArrayFormulaCellData();
    return donnees[CLASSEUR]?.[id] as Nullable<Record<number, Record<number, Nullable<ICellData>>>>;
  }

  private debordements(id: string): Rect[] {
    const plages =
      this.univer.__getInjector().get(FormulaDataModel).getArrayFormulaRange()[CLASSEUR]?.[id] ?? {};
    return Object.values(plages).flatMap((ligne) =>
      Object.values(ligne as Record<number, IRange>).map(rectDePlage),
    );
  }
}
