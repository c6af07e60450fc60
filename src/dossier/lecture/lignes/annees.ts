/** Les lignes d'une autre année : leur propre campagne le dit, ou le titre au-dessus d'elles. */
import { lireAnnee } from '../../../reglement/annee';
import { estVide, texteDe } from '../../../valeurs/texte';
import type { Valeur } from '../../../valeurs/valeur';
import { anneeDuTitre, type AnneeDite } from '../titres';
import type { Numeros } from './numeros';
import type { ColonneLue, Rangees } from './rangees';
import { AUTRE_ANNEE, AUTRE_CAMPAGNE, type Sort } from './sorts';

export function ecarterAutresCampagnes(
  sorts: Map<number, Sort>,
  rangees: Rangees,
  campagne: ColonneLue | undefined,
  annee: number,
): void {
  if (!campagne) return;
  for (const [l, sort] of sorts)
    if (sort === 'donnee' && (lireAnnee(texteDe(rangees.cellule(l, campagne.i)) ?? '') ?? annee) !== annee)
      sorts.set(l, AUTRE_CAMPAGNE);
}

/** Une seule cellule remplie dans toute la ligne, et ce qu'elle dit de l'année. */
function titreDe(rangees: Rangees, numeros: Numeros, l: number, annee: number): AnneeDite | undefined {
  const ligne = rangees.feuille.lignes[l] as readonly Valeur[];
  const pleine = (v: Valeur): boolean => !estVide(v);
  const seule = ligne.findIndex(pleine);
  if (ligne.findLastIndex(pleine) !== seule || rangees.formule(l, seule) !== undefined) return undefined;
  const texte = texteDe(rangees.cellule(l, seule)) ?? '';
  // « N-1 » parmi des dossiers « N-12 », « N-13 » est l'un d'eux
  const initiale = /^[a-z]+/i.exec(texte)?.[0].toLowerCase();
  const commeUnDossier =
    rangees.dossier?.i === seule &&
    initiale !== undefined &&
    numeros.connu(l) &&
    numeros.commencentPar(`${initiale}-`);
  return commeUnDossier ? undefined : anneeDuTitre(texte, annee);
}

/**
 * Sous « Pour mémoire 2020-2021 » et jusqu'au titre de l'année du classeur, les données sont d'une autre année. Le titre
 * du haut de la feuille, souvent recopié de l'an passé, n'écarte rien tant qu'aucun autre ne dit où l'année commence.
 */
export function ecarterAutresAnnees(
  sorts: Map<number, Sort>,
  rangees: Rangees,
  numeros: Numeros,
  annee: number,
): void {
  const titresDe = (lignes: Iterable<number>): ReadonlyMap<number, AnneeDite> => {
    const titres = new Map<number, AnneeDite>();
    for (const l of lignes) {
      const dite = titreDe(rangees, numeros, l, annee);
      if (dite !== undefined) titres.set(l, dite);
    }
    return titres;
  };
  const titres = titresDe(sorts.keys());
  if (titres.size === 0) return;
  const duHaut = [...titresDe(Array(rangees.debut).keys()).values()].at(-1);
  let dite: AnneeDite | undefined = [...titres.values()].includes('courante') ? duHaut : undefined;
  for (const [l, sort] of [...sorts].sort(([a], [b]) => a - b)) {
    const titre = titres.get(l);
    if (titre !== undefined) {
      dite = titre;
      if (sort === 'donnee') sorts.set(l, 'note ou titre');
    } else if (dite === 'autre' && sort === 'donnee') sorts.set(l, AUTRE_ANNEE);
  }
}
