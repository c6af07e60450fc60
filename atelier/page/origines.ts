/** Ce que le fichier contenait, pour n'enregistrer que ce qui a changé et recopier le reste. */
import type { IStyleData, Nullable } from '@univerjs/core';
import type {
  CellStyle,
  ConditionalRule,
  DataValidation,
  FeuilleComplete,
  ModeleComplet,
} from '../../src/classeur/xlsx/complet';
import type { Rect } from '../hote/grille/types';
import type { FeuilleHote, MiseEnFormeHote, ValidationHote } from '../hote/classeur/modele';

export class Origines {
  readonly feuilles = new Map<FeuilleHote, FeuilleComplete>();
  /** Une règle intacte s'enregistre comme elle était, messages compris. */
  readonly validations = new WeakMap<
    ValidationHote,
    { origine: DataValidation; regle: ValidationHote['regle']; rect: Rect }
  >();
  readonly misesEnForme = new Map<ConditionalRule, MiseEnFormeHote>();
  private readonly styles: { origine: CellStyle; montre: Nullable<IStyleData> }[] = [];

  constructor(readonly modele: ModeleComplet) {}

  /** Rang du style, que la cellule garde avec elle. */
  retenir(origine: CellStyle, montre: Nullable<IStyleData>): number {
    return this.styles.push({ origine, montre }) - 1;
  }

  style(rang: unknown): { origine?: CellStyle; montre?: Nullable<IStyleData> } {
    return (typeof rang === 'number' ? this.styles[rang] : undefined) ?? {};
  }
}
