import { estErreur, type Cellule, type Contenu, type Entree } from '../grille/types';
import type { Classeur } from './classeur';
import type { PlageHote } from './modele';

export interface ChampDeTri {
  /** Rang de la colonne dans la plage. */
  readonly key: number;
  readonly ascending?: boolean;
}

function comparer(a: Contenu, b: Contenu): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [texte, autre] = [a, b].map((contenu) => (estErreur(contenu) ? contenu.erreur : String(contenu)));
  return (texte ?? '').localeCompare(autre ?? '', 'fr');
}

/** L'ordre qu'aurait la plage, les vides en dernier ; les formules se déplacent telles quelles. doc : excel/excel.rangesort#apply */
export function trier(
  classeur: Classeur,
  plage: PlageHote,
  champs: readonly ChampDeTri[],
  avecEntete: boolean,
): Entree[][] {
  const lignes = classeur.lire(plage);
  const tete = avecEntete ? lignes.splice(0, 1) : [];
  lignes.sort((a: Cellule[], b: Cellule[]) => {
    for (const { key, ascending = true } of champs) {
      const ordre = comparer(a[key]?.valeur ?? null, b[key]?.valeur ?? null);
      if (ordre !== 0) return ascending ? ordre : -ordre;
    }
    return 0;
  });
  return [...tete, ...lignes].map((ligne) =>
    ligne.map(({ formule, valeur }): Entree => (formule === null ? valeur : { formule })),
  );
}
