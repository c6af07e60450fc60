import { exigerObjets } from '../../classeur/ecriture';
import { argumentInvalide, introuvable } from '../../classeur/erreurs';
import { graphiqueNeuf, placer, seriesDe } from '../../classeur/graphiques';
import type { Cadre, GraphiqueHote, Json } from '../../classeur/modele';
import { definirClasse, type Arguments, type Objet } from '../classe';
import { objet, type FeuilleVue } from '../vues';
import {
  axes,
  etiquettes,
  legende,
  series,
  titre,
  typeDeGraphique,
  type GraphiqueVue,
} from './graphiqueParties';
import { plageArgument } from './plageGestes';

function present({ graphique, feuille }: GraphiqueVue): GraphiqueHote {
  if (graphique.supprime || feuille.supprimee) throw introuvable(graphique.nom);
  return graphique;
}

function modifiable(vue: GraphiqueVue): GraphiqueHote {
  exigerObjets(vue.feuille);
  return present(vue);
}

function mesure(nom: keyof Cadre): {
  lire: (vue: GraphiqueVue) => Json;
  ecrire: (vue: GraphiqueVue, valeur: Json) => void;
} {
  return {
    lire: (vue) => present(vue).cadre[nom],
    ecrire: (vue, valeur) => {
      if (typeof valeur !== 'number' || valeur < 0) throw argumentInvalide(nom);
      modifiable(vue).cadre[nom] = valeur;
    },
  };
}

const [gauche, haut, largeur, hauteur] = [mesure('left'), mesure('top'), mesure('width'), mesure('height')];

const SENS = ['Auto', 'Columns', 'Rows'];

function garnir(vue: GraphiqueVue, args: Arguments, rang: number): void {
  const sens = args.texteOuNul(rang + 1);
  if (sens !== null && !SENS.includes(sens)) throw argumentInvalide('seriesBy');
  if (!args.objet(rang)) throw argumentInvalide('sourceData');
  const source = plageArgument(vue, args, rang);
  modifiable(vue).series = seriesDe(vue.classeur, source, sens);
}

function poser(vue: GraphiqueVue, args: Arguments): void {
  const debut = plageArgument(vue, args, 0);
  const fin = args.objet(1) !== null || args.json(1) !== null ? plageArgument(vue, args, 1) : null;
  if ([debut, fin].some((plage) => plage && plage.feuille !== vue.feuille))
    throw argumentInvalide('setPosition');
  placer(modifiable(vue), vue.feuille, debut.rect, fin?.rect ?? null);
}

/** doc : excel/excel.chart */
const graphique: (vue: GraphiqueVue) => Objet = definirClasse<GraphiqueVue>({
  nom: 'Chart',
  identite: (vue) => ({ Id: present(vue).id }),
  lectures: {
    ChartType: (vue) => present(vue).type,
    Height: hauteur.lire,
    Id: (vue) => present(vue).id,
    Left: gauche.lire,
    Name: (vue) => present(vue).nom,
    Top: haut.lire,
    Width: largeur.lire,
  },
  ecritures: {
    ChartType: (vue, valeur) => void (modifiable(vue).type = typeDeGraphique(valeur)),
    Height: hauteur.ecrire,
    Left: gauche.ecrire,
    Name: (vue, valeur) => void (modifiable(vue).nom = String(valeur)),
    Top: haut.ecrire,
    Width: largeur.ecrire,
  },
  liens: {
    Axes: (vue) => axes(vue),
    DataLabels: (vue) => etiquettes(vue),
    Legend: (vue) => legende(vue),
    Series: (vue) => series(vue),
    Title: (vue) => titre(vue),
    Worksheet: ({ classeur, feuille }) => objet('Worksheet', { classeur, feuille }),
  },
  methodes: {
    Delete: (vue) => {
      const cible = modifiable(vue);
      cible.supprime = true;
      vue.feuille.graphiques.splice(vue.feuille.graphiques.indexOf(cible), 1);
    },
    SetData: (vue, args) => garnir(vue, args, 0),
    SetPosition: poser,
  },
});

function trouver(vue: FeuilleVue, cle: Json): Objet | null {
  const trouve = vue.feuille.graphiques.find(({ id, nom }) => id === cle || nom === cle);
  return trouve ? graphique({ ...vue, graphique: trouve }) : null;
}

/** doc : excel/excel.chartcollection — deux graphiques peuvent porter le même nom : le premier répond. */
export const graphiques: (vue: FeuilleVue) => Objet = definirClasse<FeuilleVue>({
  nom: 'ChartCollection',
  lectures: { Count: ({ feuille }) => feuille.graphiques.length },
  indexer: trouver,
  elements: (vue) => vue.feuille.graphiques.map((cible) => graphique({ ...vue, graphique: cible })),
  methodes: {
    Add: (vue, args) => {
      exigerObjets(vue.feuille);
      const neuf = graphiqueNeuf(vue.classeur, vue.feuille, typeDeGraphique(args.texte(0)));
      const neuve = { ...vue, graphique: neuf };
      garnir(neuve, args, 1);
      vue.feuille.graphiques.push(neuf);
      return graphique(neuve);
    },
    GetCount: ({ feuille }) => feuille.graphiques.length,
    GetItem: (vue, args) => trouver(vue, args.texte(0)),
    GetItemAt: (vue, args) => {
      const cible = vue.feuille.graphiques[args.nombre(0)];
      return cible ? graphique({ ...vue, graphique: cible }) : null;
    },
    GetItemOrNullObject: (vue, args) => trouver(vue, args.texte(0)),
  },
});
