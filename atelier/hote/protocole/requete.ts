import type { Json } from '../classeur/modele';

/** Formes du protocole ProcessQuery, telles que la bibliothèque authentique les envoie. */
export interface CheminObjet {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: InfoArguments;
}

export interface InfoArguments {
  readonly Arguments?: readonly Json[];
  readonly ReferencedObjectPathIds?: readonly (number | null)[] | null;
}

export interface RequeteLoad {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}

export interface ActionRequete {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: InfoArguments;
  readonly QueryInfo?: RequeteLoad;
  readonly ObjectState?: { readonly [cle: string]: Json };
}

export interface Requete {
  readonly AutoKeepReference: boolean;
  readonly Actions: readonly ActionRequete[];
  readonly ObjectPaths: Readonly<Record<string, CheminObjet>>;
}

export interface ResultatAction {
  readonly ActionId: number;
  readonly Value: Json;
}

export interface Reponse {
  Results?: ResultatAction[];
  TraceIds?: number[];
  Error?: { Code: string; Message: string; Location: string; ActionIndex: number };
  ProcessedResults?: { Results: ResultatAction[]; TraceIds: number[] };
}

export const CHEMIN = {
  classeur: 1,
  nouvelObjet: 2,
  methode: 3,
  propriete: 4,
  indexeur: 5,
  reference: 6,
  nul: 7,
} as const;

export const ACTION = {
  instancier: 1,
  charger: 2,
  methode: 3,
  ecrire: 4,
  trace: 5,
  modifier: 9,
} as const;

/** « GetRange.Values= », « charger GetRange : values » ; null pour l'intendance (instanciation, trace, référence). */
export function resumerAction({ ObjectPaths }: Requete, action: ActionRequete): string | null {
  const sujet = ObjectPaths[String(action.ObjectPathId)]?.Name ?? '';
  switch (action.ActionType) {
    case ACTION.charger:
      return `charger ${sujet} : ${(action.QueryInfo?.Select ?? ['*']).join(',')}`;
    case ACTION.methode:
      return action.Name === '_KeepReference' ? null : `${sujet}.${action.Name}()`;
    case ACTION.ecrire:
      return `${sujet}.${action.Name}=`;
    case ACTION.modifier:
      return `${sujet}.${Object.keys(action.ObjectState ?? {}).join(',')}=`;
    default:
      return null;
  }
}

/** Les actions qui travaillent, pour le journal. */
export function resumer(requete: Requete): string[] {
  return requete.Actions.map((action) => resumerAction(requete, action)).filter((texte) => texte !== null);
}

const ENTRETIEN = ['_RemoveReference', '_RemoveAllReferences'];

/** Un vrai aller-retour travaille ; libérer des références n'en est pas un. */
export function estEntretien(requete: Requete): boolean {
  return (
    requete.Actions.every(
      ({ ActionType, Name }) =>
        (ActionType === ACTION.methode && ENTRETIEN.includes(Name)) || ActionType === ACTION.instancier,
    ) && requete.Actions.some(({ Name }) => ENTRETIEN.includes(Name))
  );
}

/** Services que la bibliothèque appelle d'elle-même (démarrage, résultats des fonctions). */
export function estService(requete: Requete): boolean {
  return Object.values(requete.ObjectPaths).some(
    ({ ObjectPathType, Name }) => ObjectPathType === CHEMIN.nouvelObjet && Name.startsWith('Microsoft.'),
  );
}
