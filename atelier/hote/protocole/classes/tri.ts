import { ecrireEntrees, exigerEcriture } from '../../classeur/ecriture';
import { trier, type ChampDeTri } from '../../classeur/tri';
import { definirClasse, type Objet } from '../classe';
import type { PlageVue } from '../vues';

/** doc : excel/excel.rangesort */
export const tri: (vue: PlageVue) => Objet = definirClasse<PlageVue>({
  nom: 'RangeSort',
  methodes: {
    Apply: (vue, args) => {
      exigerEcriture(vue);
      const champs = args.json(0) as unknown as ChampDeTri[];
      ecrireEntrees(vue.classeur, vue, trier(vue.classeur, vue, champs, args.vrai(2)), 'complement');
      vue.classeur.annoncerTri(vue, 'complement');
    },
  },
});
