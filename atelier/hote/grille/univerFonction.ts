import {
  ArrayValueObject,
  BaseFunction,
  BooleanValueObject,
  ErrorType,
  ErrorValueObject,
  NullValueObject,
  NumberValueObject,
  StringValueObject,
  type BaseReferenceObject,
  type BaseValueObject,
} from '@univerjs/engine-formula';
import { adresseAvecFeuille } from './adresses';
import {
  estErreur,
  type Argument,
  type ArgumentRecu,
  type Contenu,
  type FonctionsDeGrille,
  type ResultatFonction,
} from './types';

type NodeValueType = ReturnType<BaseFunction['calculate']>;

export interface Voisinage {
  nomDeFeuille(id: string): string;
  /** Message d'une erreur, que le moteur d'Univer ne porte pas. */
  noterMessage(feuille: string, ligne: number, colonne: number, message: string | null): void;
}

/** Univer n'a pas #BUSY! : il voyage sous #GETTING_DATA et reprend son nom à la lecture. */
export const OCCUPE = ErrorType.CONNECT;

/** Une fonction personnalisée vue par Univer : références intactes, pour distinguer omis, vide et erreur. */
export class FonctionUniver extends BaseFunction {
  override needsReferenceObject = true;

  constructor(
    nom: string,
    private readonly fonctions: FonctionsDeGrille,
    private readonly voisinage: Voisinage,
  ) {
    super(nom);
  }

  override calculate(...variantes: BaseValueObject[]): NodeValueType {
    const recus = (variantes as NodeValueType[]).map((variante) => this.recevoir(variante));
    const feuille = this.subUnitId ?? '';
    const ici = { ligne: this.row, colonne: this.column, lignes: 1, colonnes: 1 };
    const adresse = adresseAvecFeuille(this.voisinage.nomDeFeuille(feuille), ici);
    const resultat = this.fonctions.appeler({ nom: String(this.name), arguments: recus, adresse });
    const message = !estTableau(resultat) && estErreur(resultat) ? (resultat.message ?? null) : null;
    this.voisinage.noterMessage(feuille, this.row, this.column, message);
    return estTableau(resultat) ? tableau(resultat) : objet(resultat);
  }

  private recevoir(variante: NodeValueType): ArgumentRecu {
    if (variante.isReferenceObject()) return this.reference(variante as BaseReferenceObject);
    const valeur = variante as BaseValueObject;
    if (valeur.isNull()) return { valeur: null, omis: true, adresse: null };
    if (valeur.isArray()) return { valeur: lignes(valeur as ArrayValueObject), omis: false, adresse: null };
    return { valeur: contenu(valeur), omis: false, adresse: null };
  }

  private reference(reference: BaseReferenceObject): ArgumentRecu {
    const { startRow, startColumn, endRow, endColumn } = reference.getRangePosition();
    const rect = {
      ligne: startRow,
      colonne: startColumn,
      lignes: endRow - startRow + 1,
      colonnes: endColumn - startColumn + 1,
    };
    const adresse = adresseAvecFeuille(this.voisinage.nomDeFeuille(reference.getSheetId()), rect);
    const cellules: Contenu[][] = Array.from({ length: rect.lignes }, () =>
      Array.from({ length: rect.colonnes }, () => null),
    );
    reference.iterator((valeur, ligne, colonne) => {
      const rangee = cellules[ligne - startRow];
      if (rangee && valeur) rangee[colonne - startColumn] = contenu(valeur);
    });
    const seule = rect.lignes === 1 && rect.colonnes === 1;
    return { valeur: seule ? (cellules[0]?.[0] ?? null) : cellules, omis: false, adresse };
  }
}

function contenu(valeur: BaseValueObject): Contenu {
  if (valeur.isError())
    return { erreur: valeur.getValue() === OCCUPE ? '#BUSY!' : String(valeur.getValue()) };
  if (valeur.isNull()) return null;
  const brut = valeur.getValue();
  return brut as string | number | boolean;
}

function lignes(valeurs: ArrayValueObject): Argument {
  return valeurs.getArrayValue().map((ligne) => ligne.map((valeur) => (valeur ? contenu(valeur) : null)));
}

function objet(valeur: Contenu): BaseValueObject {
  if (valeur === null) return NullValueObject.create();
  if (estErreur(valeur))
    return ErrorValueObject.create((valeur.erreur === '#BUSY!' ? OCCUPE : valeur.erreur) as ErrorType);
  if (typeof valeur === 'number') return NumberValueObject.create(valeur);
  return typeof valeur === 'boolean' ? BooleanValueObject.create(valeur) : StringValueObject.create(valeur);
}

function tableau(valeurs: readonly (readonly Contenu[])[]): ArrayValueObject {
  return ArrayValueObject.create({
    calculateValueList: valeurs.map((ligne) => ligne.map(objet)),
    rowCount: valeurs.length,
    columnCount: valeurs[0]?.length ?? 0,
    unitId: '',
    sheetId: '',
    row: -1,
    column: -1,
  });
}

function estTableau(resultat: ResultatFonction): resultat is readonly (readonly Contenu[])[] {
  return Array.isArray(resultat);
}
