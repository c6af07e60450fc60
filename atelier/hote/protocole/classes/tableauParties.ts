import { corps, type Classeur } from '../../classeur/classeur';
import { ecrire, exigerEcriture } from '../../classeur/ecriture';
import { argumentInvalide, ErreurOffice } from '../../classeur/erreurs';
import type { Json, PlageHote } from '../../classeur/modele';
import type { Rect } from '../../grille/types';
import { definirClasse, type Objet } from '../classe';
import { voir, type ColonneVue, type TableauVue } from '../vues';
import { valeurJson } from './plageGestes';

interface LigneVue extends TableauVue {
  readonly rang: number;
}

function rectColonne({ tableau: { rect }, rang }: ColonneVue): Rect {
  return { ...rect, colonne: rect.colonne + rang, colonnes: 1 };
}

function plageDe(
  { classeur, tableau: { feuille } }: TableauVue,
  rect: Rect,
): { classeur: Classeur } & PlageHote {
  return { classeur, feuille, rect };
}

function valeurs(vue: TableauVue, rect: Rect): Json {
  return vue.classeur.lire(plageDe(vue, rect)).map((ligne) => ligne.map(({ valeur }) => valeurJson(valeur)));
}

function nomColonne(vue: ColonneVue): string {
  const cellule = vue.classeur.lire(plageDe(vue, { ...rectColonne(vue), lignes: 1 }))[0]?.[0];
  return String(valeurJson(cellule?.valeur ?? null));
}

const colonne: (vue: ColonneVue) => Objet = definirClasse<ColonneVue>({
  nom: 'TableColumn',
  identite: ({ tableau, rang }) => ({ Id: tableau.colonnes[rang]?.id ?? null }),
  lectures: {
    Id: ({ tableau, rang }) => tableau.colonnes[rang]?.id ?? null,
    Index: ({ rang }) => rang,
    Name: nomColonne,
    Values: (vue) => valeurs(vue, rectColonne(vue)),
  },
  ecritures: {
    Name: (vue, valeur) =>
      ecrire(vue.classeur, plageDe(vue, { ...rectColonne(vue), lignes: 1 }), [[valeur]], 'complement'),
    Values: (vue, valeur) => ecrire(vue.classeur, plageDe(vue, rectColonne(vue)), valeur, 'complement'),
  },
  methodes: {
    GetDataBodyRange: (vue) =>
      voir(
        vue,
        plageDe(vue, {
          ...rectColonne(vue),
          ligne: corps(vue.tableau).ligne,
          lignes: corps(vue.tableau).lignes,
        }),
      ),
    GetHeaderRowRange: (vue) => voir(vue, plageDe(vue, { ...rectColonne(vue), lignes: 1 })),
    GetRange: (vue) => voir(vue, plageDe(vue, rectColonne(vue))),
  },
});

function rangDe(vue: TableauVue, cle: Json): number {
  if (typeof cle === 'number') return vue.tableau.colonnes.findIndex(({ id }) => id === cle);
  const texte = String(cle).toLowerCase();
  return vue.tableau.colonnes.findIndex((_, rang) => nomColonne({ ...vue, rang }).toLowerCase() === texte);
}

function voirColonne(vue: TableauVue, rang: number): Objet | null {
  return rang >= 0 && rang < vue.tableau.colonnes.length ? colonne({ ...vue, rang }) : null;
}

/** doc : excel/excel.tablecolumncollection, excel/excel.tablecolumn — Add seulement à droite. */
export const colonnes: (vue: TableauVue) => Objet = definirClasse<TableauVue>({
  nom: 'TableColumnCollection',
  lectures: { Count: ({ tableau }) => tableau.colonnes.length },
  indexer: (vue, cle) => voirColonne(vue, rangDe(vue, cle)),
  elements: (vue) => vue.tableau.colonnes.map((_, rang) => colonne({ ...vue, rang })),
  methodes: {
    Add: (vue, args) => {
      const { tableau, classeur } = vue;
      const fin = args.json(0);
      const rang = tableau.colonnes.length;
      if (fin !== null && fin !== -1 && fin !== rang)
        throw argumentInvalide('l’hôte émulé n’ajoute une colonne qu’à droite');
      tableau.rect = { ...tableau.rect, colonnes: rang + 1 };
      tableau.colonnes.push({ id: Math.max(...tableau.colonnes.map(({ id }) => id)) + 1 });
      const nouvelle = { ...vue, rang };
      const donnees = args.json(1);
      if (donnees !== null) ecrire(classeur, plageDe(vue, rectColonne(nouvelle)), donnees, 'complement');
      const nom = args.texteOuNul(2) ?? (nomColonne(nouvelle) || `Colonne${rang + 1}`);
      ecrire(classeur, plageDe(vue, { ...rectColonne(nouvelle), lignes: 1 }), [[nom]], 'complement');
      return colonne(nouvelle);
    },
    GetCount: ({ tableau }) => tableau.colonnes.length,
    GetItemAt: (vue, args) => voirColonne(vue, args.nombre(0)),
    GetItemOrNullObject: (vue, args) => voirColonne(vue, rangDe(vue, args.json(0))),
  },
});

function rectLigne({ tableau, rang }: LigneVue): Rect {
  const donnees = corps(tableau);
  return { ...donnees, ligne: donnees.ligne + rang, lignes: 1 };
}

const ligne: (vue: LigneVue) => Objet = definirClasse<LigneVue>({
  nom: 'TableRow',
  lectures: { Index: ({ rang }) => rang, Values: (vue) => valeurs(vue, rectLigne(vue)) },
  ecritures: {
    Values: (vue, valeur) => ecrire(vue.classeur, plageDe(vue, rectLigne(vue)), valeur, 'complement'),
  },
  methodes: { GetRange: (vue) => voir(vue, plageDe(vue, rectLigne(vue))) },
});

/** doc : excel/excel.tablerowcollection#add — à la fin, sur des cellules libres. */
function ajouterLignes(vue: TableauVue, place: Json, valeursLignes: Json): Objet {
  const { tableau, classeur } = vue;
  if (place !== null && place !== -1) throw argumentInvalide('l’hôte émulé n’ajoute de lignes qu’à la fin');
  const nouvelles = Array.isArray(valeursLignes)
    ? (valeursLignes as Json[][])
    : [Array.from(tableau.colonnes, () => '')];
  const donnees = corps(tableau);
  const rect = { ...donnees, ligne: donnees.ligne + donnees.lignes, lignes: nouvelles.length };
  exigerEcriture(plageDe(vue, rect));
  if (tableau.totaux) throw argumentInvalide('l’hôte émulé n’ajoute pas de lignes au-dessus d’un total');
  if (
    classeur
      .lire(plageDe(vue, rect))
      .some((l) => l.some(({ valeur, formule }) => formule !== null || valeur !== null))
  ) {
    throw new ErreurOffice('InvalidOperation', 'Les cellules sous le tableau ne sont pas libres.');
  }
  tableau.rect = { ...tableau.rect, lignes: tableau.rect.lignes + nouvelles.length };
  ecrire(classeur, plageDe(vue, rect), nouvelles, 'complement');
  return ligne({ ...vue, rang: donnees.lignes });
}

export const lignes: (vue: TableauVue) => Objet = definirClasse<TableauVue>({
  nom: 'TableRowCollection',
  lectures: { Count: ({ tableau }) => corps(tableau).lignes },
  elements: (vue) => Array.from({ length: corps(vue.tableau).lignes }, (_, rang) => ligne({ ...vue, rang })),
  methodes: {
    Add: (vue, args) => ajouterLignes(vue, args.json(0), args.json(1)),
    GetCount: ({ tableau }) => corps(tableau).lignes,
    GetItemAt: (vue, args) =>
      args.nombre(0) < corps(vue.tableau).lignes ? ligne({ ...vue, rang: args.nombre(0) }) : null,
  },
});
