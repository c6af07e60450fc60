import { ecrireEntrees, exigerEcriture } from '../../classeur/ecriture';
import type { Json } from '../../classeur/modele';
import type { Cellule } from '../../grille/types';
import { definirClasse, type Objet } from '../classe';
import type { PlageVue } from '../vues';
import { valeurJson } from './plageGestes';

function comparer(a: Json, b: Json): number {
  if (a === '' || b === '') return a === b ? 0 : a === '' ? 1 : -1;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a).localeCompare(String(b), 'fr');
}

/** doc : excel/excel.rangesort#apply — champs { key, ascending }, en-tête facultatif ; les vides en dernier. */
export const tri: (vue: PlageVue) => Objet = definirClasse<PlageVue>({
  nom: 'RangeSort',
  methodes: {
    Apply: (vue, args) => {
      exigerEcriture(vue);
      const champs = args.json(0) as { key: number; ascending?: boolean }[];
      const lignes = vue.classeur.lire(vue);
      const tete = args.vrai(2) ? lignes.splice(0, 1) : [];
      lignes.sort((a: Cellule[], b: Cellule[]) => {
        for (const { key, ascending = true } of champs) {
          const ordre = comparer(valeurJson(a[key]?.valeur ?? null), valeurJson(b[key]?.valeur ?? null));
          if (ordre !== 0) return ascending ? ordre : -ordre;
        }
        return 0;
      });
      const entrees = [...tete, ...lignes].map((ligne) =>
        ligne.map(({ formule, valeur }) => (formule === null ? valeur : { formule })),
      );
      ecrireEntrees(vue.classeur, vue, entrees, 'complement');
      vue.classeur.annoncerTri(vue);
    },
  },
});
