import { COLONNES_MAX, LIGNES_MAX } from '../../grille/adresses';
import { definirClasse, type Objet } from '../classe';
import { voir, type FeuilleVue } from '../vues';
import { plageArgument } from './plageGestes';

function figer({ classeur, feuille }: FeuilleVue, lignes: number, colonnes: number): void {
  feuille.volets = lignes + colonnes > 0 ? { lignes, colonnes } : null;
  classeur.grille.presenter(feuille.id, { genre: 'volets', lignes, colonnes });
}

/** doc : excel/excel.worksheetfreezepanes */
export const volets: (vue: FeuilleVue) => Objet = definirClasse<FeuilleVue>({
  nom: 'WorksheetFreezePanes',
  methodes: {
    FreezeAt: (vue, args) => {
      const { rect } = plageArgument(vue, args, 0);
      figer(vue, rect.ligne + rect.lignes, rect.colonne + rect.colonnes);
    },
    FreezeColumns: (vue, args) => figer(vue, 0, args.json(0) === null ? 1 : args.nombre(0)),
    FreezeRows: (vue, args) => figer(vue, args.json(0) === null ? 1 : args.nombre(0), 0),
    GetLocationOrNullObject: (vue) => {
      const { volets: figes } = vue.feuille;
      if (!figes) return null;
      const rect = {
        ligne: 0,
        colonne: 0,
        lignes: figes.lignes || LIGNES_MAX,
        colonnes: figes.colonnes || COLONNES_MAX,
      };
      return voir(vue, { feuille: vue.feuille, rect });
    },
    Unfreeze: (vue) => figer(vue, 0, 0),
  },
});
