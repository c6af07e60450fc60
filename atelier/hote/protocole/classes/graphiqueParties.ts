import { exigerObjets } from '../../classeur/ecriture';
import { nomDeSerie, valeursDe } from '../../classeur/graphiques';
import { argumentInvalide } from '../../classeur/erreurs';
import type { Contenu } from '../../grille/types';
import type { GraphiqueHote, Json, SerieHote } from '../../classeur/modele';
import { definirClasse, type DescriptionClasse, type Objet } from '../classe';
import type { FeuilleVue } from '../vues';
import { plageArgument, valeurJson } from './plageGestes';

export interface GraphiqueVue extends FeuilleVue {
  readonly graphique: GraphiqueHote;
}

interface SerieVue extends GraphiqueVue {
  readonly serie: SerieHote;
}

/** Les genres que l'hôte sait dire ; les autres, documentés ou non, se refusent. doc : excel/excel.charttype */
const TYPES = [
  ...['ColumnClustered', 'ColumnStacked', 'ColumnStacked100', 'BarClustered', 'BarStacked', 'BarStacked100'],
  ...['Line', 'LineMarkers', 'LineStacked', 'LineMarkersStacked', 'Area', 'AreaStacked', 'AreaStacked100'],
  ...['Pie', 'Doughnut'],
] as const;

export function typeDeGraphique(valeur: Json): string {
  const type = TYPES.find((connu) => connu === valeur);
  if (!type) throw argumentInvalide(`type de graphique ${JSON.stringify(valeur)}`);
  return type;
}

/** Une partie d'un graphique : ses réglages portent son chemin (« axes.value.title. »). */
interface Partie extends FeuilleVue {
  readonly proprietes: Map<string, Json>;
  readonly chemin: string;
  /** Un titre a une valeur de départ qui dépend du graphique. */
  readonly departs?: Readonly<Record<string, Json>>;
}

const partie = (vue: GraphiqueVue, chemin: string, departs?: Partie['departs']): Partie => ({
  ...vue,
  proprietes: vue.graphique.proprietes,
  chemin,
  ...(departs && { departs }),
});

const dans = ({ classeur, feuille, proprietes, chemin }: Partie, suite: string): Partie => ({
  classeur,
  feuille,
  proprietes,
  chemin: `${chemin}${suite}.`,
});

/** Lectures et écritures d'une table « Nom : valeur de départ » ; une valeur d'un autre type se refuse. */
function reglages(table: Readonly<Record<string, Json>>): {
  lectures: NonNullable<DescriptionClasse<Partie>['lectures']>;
  ecritures: NonNullable<DescriptionClasse<Partie>['ecritures']>;
} {
  const noms = Object.entries(table);
  return {
    lectures: Object.fromEntries(
      noms.map(([nom, depart]) => [
        nom,
        ({ proprietes, chemin, departs }: Partie): Json =>
          proprietes.get(`${chemin}${nom}`) ?? departs?.[nom] ?? depart,
      ]),
    ),
    ecritures: Object.fromEntries(
      noms.map(([nom, depart]) => [
        nom,
        ({ feuille, proprietes, chemin }: Partie, valeur: Json): void => {
          exigerObjets(feuille);
          if (depart !== null && typeof valeur !== typeof depart) throw argumentInvalide(`${chemin}${nom}`);
          proprietes.set(`${chemin}${nom}`, valeur);
        },
      ]),
    ),
  };
}

const police: (cible: Partie) => Objet = definirClasse<Partie>({
  nom: 'ChartFont',
  ...reglages({ Bold: false, Color: '#000000', Italic: false, Name: 'Calibri', Size: 10, Underline: 'None' }),
});

/** Un format de texte : sa police. */
function formatTexte(nom: string): (cible: Partie) => Objet {
  return definirClasse<Partie>({ nom, liens: { Font: (cible) => police(dans(cible, 'font')) } });
}

const formatTitre = formatTexte('ChartTitleFormat');
const formatTitreAxe = formatTexte('ChartAxisTitleFormat');
const formatAxe = formatTexte('ChartAxisFormat');
const formatLegende = formatTexte('ChartLegendFormat');
const formatEtiquettes = formatTexte('ChartDataLabelFormat');

/** doc : excel/excel.charttitle */
const objetTitre = definirClasse<Partie>({
  nom: 'ChartTitle',
  ...reglages({ Text: '', Visible: true }),
  liens: { Format: (cible) => formatTitre(dans(cible, 'format')) },
});

/** Une série seule donne son nom au graphique ; à plusieurs, Excel pose un texte d'attente. */
export function titre(vue: GraphiqueVue): Objet {
  const { series } = vue.graphique;
  const [seule] = series;
  const texte =
    seule && series.length === 1 ? nomDeSerie(vue.classeur, vue.graphique, seule) : 'Titre du graphique';
  return objetTitre(partie(vue, 'title.', { Text: texte }));
}

/** doc : excel/excel.chartlegend */
const objetLegende = definirClasse<Partie>({
  nom: 'ChartLegend',
  ...reglages({ Position: 'Bottom', Visible: true }),
  liens: { Format: (cible) => formatLegende(dans(cible, 'format')) },
});

export function legende(vue: GraphiqueVue): Objet {
  return objetLegende(partie(vue, 'legend.', { Visible: vue.graphique.series.length > 1 }));
}

/** doc : excel/excel.chartdatalabels */
const objetEtiquettes = definirClasse<Partie>({
  nom: 'ChartDataLabels',
  ...reglages({
    NumberFormat: 'General',
    Position: 'OutsideEnd',
    ShowCategoryName: false,
    ShowPercentage: false,
    ShowValue: false,
  }),
  liens: { Format: (cible) => formatEtiquettes(dans(cible, 'format')) },
});

export const etiquettes = (vue: GraphiqueVue): Objet => objetEtiquettes(partie(vue, 'dataLabels.'));

/** doc : excel/excel.chartaxistitle */
const titreAxe = definirClasse<Partie>({
  nom: 'ChartAxisTitle',
  ...reglages({ Text: '', Visible: false }),
  liens: { Format: (cible) => formatTitreAxe(dans(cible, 'format')) },
});

/** doc : excel/excel.chartgridlines */
const quadrillage = definirClasse<Partie>({ nom: 'ChartGridlines', ...reglages({ Visible: false }) });

/** doc : excel/excel.chartaxis — une borne ou une unité vide (« ») est automatique. */
const axe = definirClasse<Partie>({
  nom: 'ChartAxis',
  ...reglages({
    MajorUnit: null,
    Maximum: null,
    Minimum: null,
    NumberFormat: 'General',
    Visible: true,
  }),
  liens: {
    Format: (cible) => formatAxe(dans(cible, 'format')),
    MajorGridlines: (cible) => quadrillage(dans(cible, 'majorGridlines')),
    Title: (cible) => titreAxe(dans(cible, 'title')),
  },
});

/** doc : excel/excel.chartaxes */
export const axes: (vue: GraphiqueVue) => Objet = definirClasse<GraphiqueVue>({
  nom: 'ChartAxes',
  liens: {
    CategoryAxis: (vue) => axe(partie(vue, 'axes.category.')),
    ValueAxis: (vue) => axe(partie(vue, 'axes.value.')),
  },
});

/** doc : excel/excel.chartfill — la couleur s'écrit ; la relire (getSolidColor) demande ExcelApi 1.16. */
const remplissage = definirClasse<Partie>({
  nom: 'ChartFill',
  methodes: {
    Clear: ({ feuille, proprietes, chemin }) => {
      exigerObjets(feuille);
      proprietes.delete(`${chemin}couleur`);
    },
    SetSolidColor: ({ feuille, proprietes, chemin }, args) => {
      exigerObjets(feuille);
      proprietes.set(`${chemin}couleur`, args.texte(0).toUpperCase());
    },
  },
});

const trait = definirClasse<Partie>({
  nom: 'ChartLineFormat',
  ...reglages({ Color: '#000000', Weight: 0.75 }),
});

const formatSerie = definirClasse<Partie>({
  nom: 'ChartSeriesFormat',
  liens: {
    Fill: (cible) => remplissage(dans(cible, 'fill')),
    Line: (cible) => trait(dans(cible, 'line')),
  },
});

function modifier(vue: SerieVue, changement: Partial<SerieHote>): void {
  exigerObjets(vue.feuille);
  Object.assign(vue.serie, changement);
}

/** Les réglages d'une série sont aux siens, non à ceux du graphique. */
function reglagesDeSerie(table: Readonly<Record<string, Json>>): {
  lectures: Record<string, (vue: SerieVue) => Json>;
  ecritures: Record<string, (vue: SerieVue, valeur: Json) => void>;
} {
  const { lectures, ecritures } = reglages(table);
  const porter = (vue: SerieVue): Partie => ({ ...vue, proprietes: vue.serie.proprietes, chemin: '' });
  const adapter = <F extends unknown[], R>(
    fonctions: Readonly<Record<string, (cible: Partie, ...reste: F) => R>>,
  ): Record<string, (vue: SerieVue, ...reste: F) => R> =>
    Object.fromEntries(
      Object.entries(fonctions).map(([nom, agir]) => [nom, (vue, ...reste) => agir(porter(vue), ...reste)]),
    );
  return { lectures: adapter(lectures), ecritures: adapter(ecritures) };
}

const propres = reglagesDeSerie({ GapWidth: 219, HasDataLabels: false });

/** doc : excel/excel.chartseriesdimension — les dimensions d'un nuage de points ne sont pas jouées. */
function dimension({ classeur, serie }: SerieVue, nom: string): Json {
  const source = nom === 'Values' ? serie.valeurs : nom === 'Categories' ? serie.categories : undefined;
  if (source === undefined) throw argumentInvalide(`dimension ${nom}`);
  return valeursDe(classeur, source).map((contenu: Contenu) => String(valeurJson(contenu)));
}

/** doc : excel/excel.chartseries */
const serie: (vue: SerieVue) => Objet = definirClasse<SerieVue>({
  nom: 'ChartSeries',
  lectures: {
    ...propres.lectures,
    ChartType: ({ serie: { type }, graphique }) => type ?? graphique.type,
    Name: ({ classeur, graphique, serie: cible }) => nomDeSerie(classeur, graphique, cible),
  },
  ecritures: {
    ...propres.ecritures,
    ChartType: (vue, valeur) => modifier(vue, { type: typeDeGraphique(valeur) }),
    Name: (vue, valeur) => modifier(vue, { nom: String(valeur) }),
  },
  liens: {
    Format: (vue) => formatSerie({ ...vue, proprietes: vue.serie.proprietes, chemin: 'format.' }),
  },
  methodes: {
    Delete: ({ feuille, graphique, serie: cible }) => {
      exigerObjets(feuille);
      graphique.series = graphique.series.filter((autre) => autre !== cible);
    },
    GetDimensionValues: (vue, args) => dimension(vue, args.texte(0)),
    SetValues: (vue, args) => modifier(vue, { valeurs: plageArgument(vue, args, 0) }),
    SetXAxisValues: (vue, args) => modifier(vue, { categories: plageArgument(vue, args, 0) }),
  },
});

/** doc : excel/excel.chartseriescollection */
export const series: (vue: GraphiqueVue) => Objet = definirClasse<GraphiqueVue>({
  nom: 'ChartSeriesCollection',
  lectures: { Count: ({ graphique }) => graphique.series.length },
  elements: (vue) => vue.graphique.series.map((cible) => serie({ ...vue, serie: cible })),
  methodes: {
    Add: (vue, args) => {
      exigerObjets(vue.feuille);
      const neuve: SerieHote = {
        nom: args.texteOuNul(0),
        titre: null,
        valeurs: null,
        categories: vue.graphique.series[0]?.categories ?? null,
        type: null,
        proprietes: new Map(),
      };
      const rang = args.json(1);
      vue.graphique.series.splice(typeof rang === 'number' ? rang : vue.graphique.series.length, 0, neuve);
      return serie({ ...vue, serie: neuve });
    },
    GetCount: ({ graphique }) => graphique.series.length,
    GetItemAt: (vue, args) => {
      const cible = vue.graphique.series[args.nombre(0)];
      return cible ? serie({ ...vue, serie: cible }) : null;
    },
  },
});
