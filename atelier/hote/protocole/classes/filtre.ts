import { exigerEcriture } from '../../classeur/ecriture';
import type { Json } from '../../classeur/modele';
import { definirClasse, type Objet } from '../classe';
import { voir, type ColonneVue, type FeuilleVue } from '../vues';
import { plageArgument, valeurJson } from './plageGestes';
import { corps } from '../../classeur/classeur';

/** Filtre de la feuille : les lignes masquées à la main se posent avec `rowHidden`. doc : excel/excel.autofilter */
export const filtre: (vue: FeuilleVue) => Objet = definirClasse<FeuilleVue>({
  nom: 'AutoFilter',
  lectures: {
    Criteria: ({ feuille }) => feuille.filtre?.criteres ?? [],
    Enabled: ({ feuille }) => feuille.filtre !== null,
    IsDataFiltered: ({ feuille }) => feuille.filtre?.criteres.some((critere) => critere !== null) ?? false,
  },
  methodes: {
    Apply: (vue, args) => {
      const { feuille, classeur } = vue;
      const plage = plageArgument({ classeur, feuille }, args, 0);
      exigerEcriture(plage);
      const criteres: Json[] = Array.from({ length: plage.rect.colonnes }, () => null);
      if (args.json(1) !== null) criteres[args.nombre(1)] = args.json(2);
      feuille.filtre = { rect: plage.rect, criteres };
    },
    GetRangeOrNullObject: (vue) =>
      vue.feuille.filtre ? voir(vue, { feuille: vue.feuille, rect: vue.feuille.filtre.rect }) : null,
    Remove: ({ feuille }) => void (feuille.filtre = null),
  },
});

export function appliquer(vue: ColonneVue, criteres: Json, garder: (texte: string) => boolean): void {
  const { classeur, tableau, rang } = vue;
  const definition = tableau.colonnes[rang];
  if (definition) definition.criteres = criteres;
  const donnees = corps(tableau);
  const rect = { ...donnees, colonne: donnees.colonne + rang, colonnes: 1 };
  classeur.lire({ feuille: tableau.feuille, rect }).forEach(([cellule], i) => {
    const masquees = !garder(String(valeurJson(cellule?.valeur ?? null)));
    classeur.masquer(tableau.feuille, { ...rect, ligne: rect.ligne + i, lignes: 1 }, 'lignes', masquees);
  });
}

/** doc : excel/excel.filter — filtre par valeurs seulement. */
export const filtreDeColonne: (vue: ColonneVue) => Objet = definirClasse<ColonneVue>({
  nom: 'Filter',
  lectures: { Criteria: ({ tableau, rang }) => tableau.colonnes[rang]?.criteres ?? null },
  methodes: {
    ApplyValuesFilter: (vue, args) => {
      const valeurs = (args.json(0) as Json[]).map(String);
      appliquer(vue, { filterOn: 'Values', values: valeurs }, (texte) => valeurs.includes(texte));
    },
    Clear: (vue) => appliquer(vue, null, () => true),
  },
});
