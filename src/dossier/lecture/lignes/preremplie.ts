/** Une ligne préparée d'avance : des zéros, des formules recopiées, des choix par défaut, et rien qui la fasse exister. */
import { NUMERIQUES } from '../../colonnes/colonne';
import { lireNombre } from '../../../valeurs/nombre';
import type { Valeur } from '../../../valeurs/valeur';
import type { Candidate } from './candidate';
import { IDENTITES, RECOPIES } from './champs';

function estZero(v: Valeur): boolean {
  if (typeof v !== 'string') return v === 0;
  const lu = lireNombre(v);
  return lu.etat !== 'illisible' && lu.valeur.isZero();
}

export const estPreremplie = (ligne: Candidate): boolean =>
  ligne.pleines.every((colonne) => {
    const { cle, definition } = colonne;
    if (IDENTITES.has(cle)) return false;
    const v = ligne.cellule(colonne);
    if (estZero(v) || RECOPIES.has(cle)) return true;
    // une formule recopiée donne 0 ou rien ; un montant, lui, ne s'écarte pas avec elle
    if (ligne.formule(colonne) !== undefined)
      return typeof v !== 'number' || !NUMERIQUES.has(definition.type);
    return (definition.type === 'ouiNon' || definition.type === 'choix') && ligne.lisible(colonne);
  });
