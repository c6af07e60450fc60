/** Tableaux Excel : chaque colonne y répète le texte exact de son en-tête, sinon Excel « répare » le fichier. */
import type { TableDefinition } from 'hucre/xlsx';
import type { FeuillePlan, TableauPlan } from '../../dossier/formes/plan';
import { lettres, lirePlage } from '../../dossier/formes/adresses';
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
  // Un tableau réduit à son en-tête n'existe pas pour Excel : il lui faut au moins une ligne, même vide.
  const derniere = Math.max(plage.ligne2, plage.ligne1 + 1);
  const range = `${lettres(plage.colonne1)}${String(plage.ligne1)}:${lettres(plage.colonne2)}${String(derniere)}`;
  return { name: tableau.nom, displayName: tableau.nom, range, columns, style: 'TableStyleLight1' };
}
