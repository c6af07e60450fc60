import type { Json } from './classeur/modele';
import {
  estErreur,
  type Argument,
  type ArgumentRecu,
  type Contenu,
  type ResultatFonction,
} from './grille/types';

/** Description d'une fonction, comme dans functions.json. doc : office/dev/add-ins/excel/custom-functions-json */
export interface FonctionDeclaree {
  readonly id: string;
  readonly name: string;
  readonly parameters: readonly ParametreDeclare[];
  readonly result?: { readonly type?: string; readonly dimensionality?: string };
  readonly options?: { readonly requiresParameterAddresses?: boolean; readonly requiresAddress?: boolean };
}

/** Le fichier functions.json entier, pour ce qu'en sait l'hôte. */
export interface Metadonnees {
  readonly functions: readonly FonctionDeclaree[];
  /** Une cellule en erreur parvient aux arguments « any » au lieu d'empêcher l'appel. */
  readonly allowErrorForDataTypeAny?: boolean;
}

interface ParametreDeclare {
  readonly name: string;
  readonly type?: string;
  readonly dimensionality?: string;
  readonly optional?: boolean;
  readonly repeating?: boolean;
}

const VALEUR: Contenu = { erreur: '#VALUE!' };

/** Codes d'échec du moteur authentique. */
const CODES: Readonly<Record<number, string>> = {
  1: '#N/A',
  5: '#DIV/0!',
  6: '#NUM!',
  7: '#VALUE!',
  8: '#NULL!',
  9: '#NAME?',
  10: '#NAME?',
};

export function estOccupe(contenu: Contenu): boolean {
  return estErreur(contenu) && contenu.erreur === '#BUSY!';
}

/** Arguments tels que les reçoit la fonction ; null : #VALUE! sans appel, comme Excel. */
export function convertir(
  { parameters }: FonctionDeclaree,
  recus: readonly ArgumentRecu[],
  vide: 0 | null,
  erreurs = false,
): Json[] | null {
  const args: Json[] = [];
  const repete = parameters.at(-1)?.repeating === true ? parameters.at(-1) : undefined;
  if (recus.length > parameters.length && !repete) return null;
  for (const [rang, parametre] of parameters.entries()) {
    if (parametre === repete) {
      const reste = recus.slice(rang).map((recu) => unArgument(parametre, recu, vide, erreurs));
      if (reste.includes(undefined)) return null;
      args.push(reste as Json[]);
      continue;
    }
    const recu = recus[rang] ?? { valeur: null, omis: true, adresse: null };
    if (recu.omis) {
      if (parametre.optional !== true && recus[rang] === undefined) return null;
      args.push(parametre.optional === true ? null : vide);
      continue;
    }
    const converti = unArgument(parametre, recu, vide, erreurs);
    if (converti === undefined) return null;
    args.push(converti);
  }
  return args;
}

function unArgument(
  parametre: ParametreDeclare,
  { valeur }: ArgumentRecu,
  vide: 0 | null,
  erreurs: boolean,
): Json | undefined {
  const matrice = parametre.dimensionality === 'matrix';
  if (!estTableau(valeur)) {
    const scalaire = unScalaire(parametre.type ?? 'any', valeur, vide, erreurs);
    return matrice && scalaire !== undefined ? [[scalaire]] : scalaire;
  }
  if (!matrice) return undefined;
  const lignes = valeur.map((ligne) =>
    ligne.map((contenu) => unScalaire(parametre.type ?? 'any', contenu, vide, erreurs)),
  );
  return lignes.some((ligne) => ligne.includes(undefined)) ? undefined : (lignes as Json[][]);
}

function unScalaire(type: string, contenu: Contenu, vide: 0 | null, erreurs: boolean): Json | undefined {
  // doc : office/dev/add-ins/excel/custom-functions-json#metadata-reference (allowErrorForDataTypeAny)
  if (estErreur(contenu))
    return erreurs && type === 'any' ? { type: 'CustomFunctionError', code: contenu.erreur } : undefined;
  if (contenu === null)
    return type === 'string' && vide === 0 ? '' : type === 'boolean' && vide === 0 ? false : vide;
  switch (type) {
    case 'number': {
      if (typeof contenu === 'number') return contenu;
      if (typeof contenu === 'boolean') return contenu ? 1 : 0;
      const nombre = Number(contenu.replace(',', '.'));
      return contenu.trim() !== '' && Number.isFinite(nombre) ? nombre : undefined;
    }
    case 'string':
      return typeof contenu === 'boolean' ? (contenu ? 'VRAI' : 'FAUX') : String(contenu);
    case 'boolean':
      return typeof contenu === 'boolean' ? contenu : typeof contenu === 'number' ? contenu !== 0 : undefined;
    default:
      return contenu;
  }
}

export function estTableau(valeur: Argument): valeur is readonly (readonly Contenu[])[] {
  return Array.isArray(valeur);
}

export function lireEchec(valeur: Json, code: number): Contenu {
  const erreur = CODES[code] ?? '#VALUE!';
  return typeof valeur === 'string' && valeur !== '' ? { erreur, message: valeur } : { erreur };
}

function lireContenu(valeur: Json): Contenu {
  if (valeur === null) return 0;
  if (typeof valeur !== 'object') return valeur;
  if (Array.isArray(valeur)) return VALEUR;
  const erreur = valeur['code'] ?? valeur['basicValue'];
  if (valeur['type'] !== 'Error' || typeof erreur !== 'string') return VALEUR;
  return typeof valeur['message'] === 'string' ? { erreur, message: valeur['message'] } : { erreur };
}

export function lireResultat(valeur: Json): ResultatFonction {
  if (!Array.isArray(valeur)) return lireContenu(valeur);
  const lignes = valeur.map((ligne) => (Array.isArray(ligne) ? ligne.map(lireContenu) : [VALEUR]));
  return lignes.length === 0 || lignes[0]?.length === 0 ? VALEUR : lignes;
}
