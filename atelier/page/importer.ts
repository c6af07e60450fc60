/** Du fichier à l'Excel émulé : cellules dans la grille, le reste dans l'hôte, comme si Excel venait de l'ouvrir. */
import type { ClasseurComplet, FeuilleComplete } from '../../src/classeur/xlsx/complet';
import type { Feuille } from '../../src/dossier/formes/grille';
import { estIllisible, type Valeur } from '../../src/valeurs/valeur';
import type { FeuilleHote } from '../hote/classeur/modele';
import { adresse, lireAdresse } from '../hote/grille/adresses';
import type { Contenu, Entree, Rect } from '../hote/grille/types';
import type { Hote } from '../hote/hote';
import { versHote as miseDeFichier } from './conditionnelles';
import type { GrillePage } from './grille';
import { Origines } from './origines';
import { poserStyles } from './poserStyles';
import { protegerFeuille, protegerStructure } from './protections';
import { poserStructure } from './structure';
import { versHote } from './validations';

const COIN: Rect = { ligne: 0, colonne: 0, lignes: 1, colonnes: 1 };

/** Remplit l'hôte vide ; rend de quoi retrouver, à l'enregistrement, ce que l'atelier n'a pas changé. */
export function importer({ lu, modele }: ClasseurComplet, hote: Hote, grille: GrillePage): Origines {
  const origines = new Origines(modele);
  hote.classeur.dates1904 = lu.dates1904;
  const feuilles = new Map<string, FeuilleHote>();
  for (const { name } of modele.sheets) feuilles.set(name, hote.classeur.ajouterFeuille(name, 'agent'));
  for (const complete of modele.sheets) {
    const feuille = feuilles.get(complete.name);
    if (!feuille) continue;
    origines.feuilles.set(feuille, complete);
    const valeurs = lu.feuilles.find(({ nom }) => nom === complete.name);
    if (valeurs) poserValeurs(feuille, valeurs, grille);
    poserStyles(feuille, complete, grille, origines);
    poserStructure(feuille, complete, grille);
    poserTableaux(hote, feuille, complete);
    poserValidations(feuille, complete, grille, origines);
    poserConditionnelles(hote, feuille, complete, origines);
    protegerFeuille(feuille, complete);
  }
  for (const { name, range, scope, comment } of modele.namedRanges ?? []) {
    if (name.startsWith('_xlnm.')) continue;
    const feuille = scope === undefined ? null : (feuilles.get(scope) ?? null);
    hote.classeur.definirNom({
      nom: name,
      formule: `=${range}`,
      commentaire: comment ?? '',
      visible: true,
      feuille,
    });
  }
  // Les feuilles masquées en dernier : Excel en exige une visible, et la première ouverte l'est.
  for (const feuille of feuilles.values()) masquer(feuille, origines.feuilles.get(feuille), grille);
  protegerStructure(hote.classeur, modele);
  const montree = hote.classeur.feuilles.find(({ visibilite }) => visibilite === 'Visible');
  if (montree) {
    hote.classeur.active = montree;
    hote.classeur.selectionner({ feuille: montree, rect: COIN }, 'agent');
  }
  return origines;
}

function contenu(valeur: Valeur): Contenu {
  if (valeur === null || !estIllisible(valeur)) return valeur;
  return valeur.illisible.startsWith('#') ? { erreur: valeur.illisible } : null;
}

function poserValeurs({ id }: FeuilleHote, lue: Feuille, grille: GrillePage): void {
  const colonnes = Math.max(0, ...lue.lignes.map((ligne) => ligne.length));
  if (colonnes === 0) return;
  const coin = { ligne: lue.premiereLigne - 1, colonne: lue.premiereColonne - 1 };
  const entrees = lue.lignes.map((ligne, i) =>
    Array.from({ length: colonnes }, (_, j): Entree => {
      const rect = { ligne: coin.ligne + i, colonne: coin.colonne + j, lignes: 1, colonnes: 1 };
      const valeur = contenu(ligne[j] ?? null);
      const formule = lue.formules.size > 0 ? lue.formules.get(adresse(rect)) : undefined;
      return formule === undefined ? (valeur ?? undefined) : { formule, valeur };
    }),
  );
  grille.ecrire(id, { ...coin, lignes: entrees.length, colonnes }, entrees);
}

function poserTableaux(hote: Hote, feuille: FeuilleHote, { tables }: FeuilleComplete): void {
  for (const { name, displayName, range, columns, style, showTotalRow } of tables ?? []) {
    const rect = lireAdresse(range ?? '');
    if (!rect) continue;
    hote.classeur.tableaux.push({
      id: `${hote.classeur.identifiant('{tableau-')}}`,
      nom: displayName ?? name,
      feuille,
      rect,
      entetes: true,
      totaux: showTotalRow === true,
      style: style ?? '',
      supprime: false,
      colonnes: columns.map((_, rang) => ({ id: rang + 1 })),
    });
  }
}

function poserValidations(
  feuille: FeuilleHote,
  { dataValidations }: FeuilleComplete,
  grille: GrillePage,
  origines: Origines,
): void {
  for (const origine of dataValidations ?? []) {
    for (const validation of versHote(origine)) {
      feuille.validations.push(validation);
      origines.validations.set(validation, { origine, regle: validation.regle, rect: validation.rect });
      grille.presenter(feuille.id, { genre: 'validation', rect: validation.rect, regle: validation.regle });
    }
  }
}

function poserConditionnelles(
  hote: Hote,
  feuille: FeuilleHote,
  { conditionalRules }: FeuilleComplete,
  origines: Origines,
): void {
  for (const regle of conditionalRules ?? []) {
    const mise = miseDeFichier(regle, hote.classeur.identifiant('mise-'));
    if (!mise) continue;
    feuille.misesEnForme.push(mise);
    origines.misesEnForme.set(regle, mise);
  }
}

function masquer(feuille: FeuilleHote, complete: FeuilleComplete | undefined, grille: GrillePage): void {
  if (!complete?.hidden && !complete?.veryHidden) return;
  feuille.visibilite = complete.veryHidden ? 'VeryHidden' : 'Hidden';
  grille.presenter(feuille.id, { genre: 'visibilite', visible: false });
}
