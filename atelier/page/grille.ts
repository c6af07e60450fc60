/** La grille de l'hôte, à l'écran : celle d'Univer, plus ce que seule une page montre. */
import {
  DOCS_NORMAL_EDITOR_UNIT_ID_KEY,
  ICommandService,
  IUniverInstanceService,
  LifecycleStages,
  type ICellData,
  type IRange,
  type IStyleData,
  type Univer,
} from '@univerjs/core';
import {
  AddDataValidationMutation,
  DataValidationModel,
  RemoveDataValidationMutation,
} from '@univerjs/data-validation';
import { FUniver } from '@univerjs/core/facade';
import { SetRangeValuesMutation } from '@univerjs/sheets';
import { ScrollToRangeOperation } from '@univerjs/sheets-ui';
import { SheetsNoteModel } from '@univerjs/sheets-note';
import { intersection } from '../hote/grille/adresses';
import type { FonctionsDeGrille, Presentation, Rect } from '../hote/grille/types';
import { GrilleUniver } from '../hote/grille/univer';
import { versRegle, type RegleOffice } from './reglesUniver';

type FeuilleUniver = NonNullable<
  ReturnType<NonNullable<ReturnType<FUniver['getActiveWorkbook']>>['getSheetBySheetId']>
>;

export interface CelluleMiseEnForme {
  readonly ligne: number;
  readonly colonne: number;
  readonly style: IStyleData;
  /** Rang du style d'origine dans le fichier ; il suit la cellule si des lignes s'insèrent. */
  readonly origine: number;
}

export class GrillePage extends GrilleUniver {
  readonly ecran: FUniver;

  constructor(
    readonly moteurUniver: Univer,
    fonctions: FonctionsDeGrille,
  ) {
    super(moteurUniver, fonctions);
    this.ecran = FUniver.newAPI(moteurUniver);
  }

  override presenter(id: string, presentation: Presentation): void {
    if (presentation.genre === 'validation')
      this.valider(id, presentation.rect, presentation.regle as RegleOffice | null);
    else super.presenter(id, presentation);
  }

  /** Une cellule choisie par le volet se montre : Univer la choisit sans défiler jusqu'à elle. */
  override selectionner(id: string, rect: Rect): void {
    super.selectionner(id, rect);
    if (this.ecran.getCurrentLifecycleStage() < LifecycleStages.Rendered) return;
    const [startRow, startColumn] = [rect.ligne, rect.colonne];
    const range = { startRow, startColumn, endRow: startRow, endColumn: startColumn };
    // La feuille qu'on vient d'activer n'a sa place à l'écran qu'à l'image suivante.
    setTimeout(() => this.executer(ScrollToRangeOperation.id, { range }), 60);
  }

  /** Porte le clavier dans la grille. */
  entrer(): void {
    const injecteur = this.moteurUniver.__getInjector();
    injecteur.get(IUniverInstanceService).focusUnit(this.unite());
    // Univer croit souvent l'avoir déjà : on le porte nous-mêmes dans sa zone de frappe, posée dans la page.
    document.getElementById(`__editor_${DOCS_NORMAL_EDITOR_UNIT_ID_KEY}`)?.focus();
  }

  feuilleVue(id: string): FeuilleUniver {
    const feuille = this.ecran.getActiveWorkbook()?.getSheetBySheetId(id);
    if (!feuille) throw new Error(`feuille absente de l’écran : ${id}`);
    return feuille;
  }

  mettreEnForme(id: string, cellules: readonly CelluleMiseEnForme[]): void {
    const cellValue: Record<number, Record<number, ICellData>> = {};
    for (const { ligne, colonne, style, origine } of cellules)
      (cellValue[ligne] ??= {})[colonne] = { s: style, custom: { origine } };
    this.executer(SetRangeValuesMutation.id, { unitId: this.unite(), subUnitId: id, cellValue });
  }

  noter(id: string, row: number, col: number, note: string): void {
    const lignes = note.split('\n').length + Math.floor(note.length / 40);
    const notes = this.moteurUniver.__getInjector().get(SheetsNoteModel);
    notes.updateNote(this.unite(), id, row, col, {
      note,
      width: 260,
      height: Math.min(280, 40 + 20 * lignes),
    });
  }

  /** Les notes telles qu'à l'écran : elles suivent leur cellule, et l'agent peut les changer. */
  notes(id: string): Map<string, string> {
    const notes = this.moteurUniver.__getInjector().get(SheetsNoteModel).getSheetNotes(this.unite(), id);
    return new Map([...(notes?.values() ?? [])].map(({ row, col, note }) => [`${row},${col}`, note]));
  }

  private valider(id: string, rect: Rect, regle: RegleOffice | null): void {
    const cible = { unitId: this.unite(), subUnitId: id };
    const modele = this.moteurUniver.__getInjector().get(DataValidationModel);
    const couvertes = modele
      .getRules(cible.unitId, id)
      .filter(({ ranges }) => (ranges as IRange[]).every((plage) => intersection(rectDe(plage), rect)));
    if (couvertes.length > 0)
      this.executer(RemoveDataValidationMutation.id, { ...cible, ruleId: couvertes.map(({ uid }) => uid) });
    const rule = regle && versRegle(regle, rect);
    if (rule) this.executer(AddDataValidationMutation.id, { ...cible, rule });
  }

  private unite(): string {
    return this.ecran.getActiveWorkbook()?.getId() ?? '';
  }

  private executer(id: string, params: object): void {
    this.moteurUniver.__getInjector().get(ICommandService).syncExecuteCommand(id, params);
  }
}

const rectDe = ({ startRow, startColumn, endRow, endColumn }: IRange): Rect => ({
  ligne: startRow,
  colonne: startColumn,
  lignes: endRow - startRow + 1,
  colonnes: endColumn - startColumn + 1,
});
