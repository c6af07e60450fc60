/** Ce qui n'est que du texte : une note, un titre, des unités, une consigne, une petite table à côté. */
import type { Valeur } from '../../../valeurs/valeur';
import type { Candidate } from './candidate';
import { LIBELLES } from './champs';
import { aUnChiffre } from './numeros';
import type { ColonneLue } from './rangees';

/** Rien que des traits et des points : la cellule n'a rien de saisi. */
const TRAITS = /^[\s\-–—_=.…*~/|]+$/;
export const estTraits = (v: Valeur): boolean => typeof v === 'string' && TRAITS.test(v);

/** Une rangée de tirets, ou un numéro de dossier seul qui n'est pas de la forme des autres (« 2021 »). */
export function estOrnement(ligne: Candidate): boolean {
  if (ligne.pleines.every((c) => estTraits(ligne.cellule(c)))) return true;
  const [seule, autre] = ligne.pleines;
  return (
    seule?.cle === 'dossier' &&
    autre === undefined &&
    !ligne.numeroConnu &&
    ligne.formule(seule) === undefined
  );
}

/** Les cellules d'une autre table (« Orléans | 2 | 45000 ») : des libellés, et un nombre là où il n'en va pas. */
export function estDUneAutreTable(ligne: Candidate): boolean {
  if (ligne.pleines.length < 2 || ligne.numeroConnu) return false;
  // un numéro d'une autre forme que ses voisins reste un numéro : la ligne se contrôle
  if (aUnChiffre(ligne.numero)) return false;
  const ailleurs = (c: ColonneLue): boolean =>
    c.definition.type === 'texte' ? typeof ligne.cellule(c) === 'number' : !ligne.lisible(c);
  return (
    ligne.pleines.every((c) => ligne.formule(c) === undefined && (LIBELLES.has(c.cle) || ailleurs(c))) &&
    ligne.pleines.some(ailleurs)
  );
}

/** Rien que du texte, là où l'on attend autre chose, et aucun numéro qui ressemble aux autres. */
export const queDuTexte = (ligne: Candidate): boolean =>
  !ligne.numeroConnu &&
  ligne.pleines.every((c) => ligne.estTexte(c) && (c.definition.type === 'texte' || !ligne.lisible(c)));
