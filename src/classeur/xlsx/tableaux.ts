/** Tableaux Excel : chaque colonne y répète le texte exact de son en-tête, sinon Excel « répare » le fichier. */
import type { TableDefinition } from 'hucre/xlsx';
import type { FeuillePlan, TableauPlan } from '../../dossier/formes/plan';
import { lettres, lirePlage } from '../../dossier/formes/adresses';
import { STYLE_TABLEAU, plageTableau } from '../aspects';
import { texteEcrit } from './textes';

export function convertirTableau(tableau: TableauPlan, feuille: FeuillePlan): TableDefinition {
  const plage = lirePlage(tableau.plage);
  const entetes = feuille.lignes[plage.ligne1 - 1] ?? [];
  const vus = new Set<string>();
  const columns: { name: string }[] = [];
  for (let c = plage.colonne1; c <= plage.colonne2; c++) {
    const entete = entetes[c - 1]?.valeur;
    const cle = String(entete).toLowerCase();
    if (typeof entete !== 'string' || entete.trim() === '' || vus.has(cle)) {
      throw new RangeError(`En-tête vide ou répété dans le tableau ${tableau.nom}, colonne ${lettres(c)}`);
    }
    vus.add(cle);
    columns.push({ name: texteEcrit(entete) });
  }
  return {
    name: tableau.nom,
    displayName: tableau.nom,
    range: plageTableau(tableau),
    columns,
    style: STYLE_TABLEAU,
  };
}
