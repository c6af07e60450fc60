import { adresseAvecFeuille } from '../../grille/adresses';
import { definirClasse, type Objet } from '../classe';
import { voir, type PlagesVues } from '../vues';
import { format } from './format';
import { filtresVisuels } from './misesEnForme';

const collection: (vues: PlagesVues) => Objet = definirClasse<PlagesVues>({
  nom: 'RangeCollection',
  elements: ({ rects, ...vue }) => rects.map((rect) => voir(vue, { feuille: vue.feuille, rect })),
  methodes: {
    GetCount: ({ rects }) => rects.length,
    GetItemAt: ({ rects, ...vue }, args) => {
      const rect = rects[args.nombre(0)];
      return rect ? voir(vue, { feuille: vue.feuille, rect }) : null;
    },
  },
});

/** doc : excel/excel.rangeareas */
export const plages: (vues: PlagesVues) => Objet = definirClasse<PlagesVues>({
  nom: 'RangeAreas',
  lectures: {
    Address: ({ feuille, rects, adresse }) =>
      adresse ?? rects.map((rect) => adresseAvecFeuille(feuille.nom, rect)).join(','),
  },
  liens: {
    Areas: (vues) => collection(vues),
    ConditionalFormats: (vues) => filtresVisuels(vues),
    Format: (vues) => format(vues),
  },
  methodes: {
    // La bibliothèque suit aussi ces objets ; sans besoin de les retrouver, une référence de forme suffit.
    _KeepReference: () => undefined,
  },
});
