import { COLONNES_MAX, LIGNES_MAX } from '../../grille/adresses';
import type { Rect } from '../../grille/types';
import { argumentInvalide } from '../../classeur/erreurs';
import type { Json } from '../../classeur/modele';
import { definirClasse, type Arguments, type Objet } from '../classe';
import { objet, voir, type FeuilleVue } from '../vues';
import { plageArgument } from './plageGestes';
import { piedsDePage } from './piedDePage';

/** Valeurs d'une feuille neuve. doc : excel/excel.pagelayout */
const DEFAUTS: Readonly<Record<string, Json>> = {
  BlackAndWhite: false,
  BottomMargin: 54,
  CenterHorizontally: false,
  CenterVertically: false,
  DraftMode: false,
  FirstPageNumber: '',
  FooterMargin: 21.6,
  HeaderMargin: 21.6,
  LeftMargin: 50.4,
  Orientation: 'Portrait',
  PaperSize: 'A4',
  PrintGridlines: false,
  PrintHeadings: false,
  PrintOrder: 'DownThenOver',
  RightMargin: 50.4,
  TopMargin: 54,
  Zoom: { scale: 100 },
};

const CHOIX: Readonly<Record<string, readonly string[]>> = {
  Orientation: ['Portrait', 'Landscape'],
  PrintOrder: ['DownThenOver', 'OverThenDown'],
};

const lectures: Record<string, (vue: FeuilleVue) => Json> = {};
const ecritures: Record<string, (vue: FeuilleVue, valeur: Json) => void> = {};
for (const [nom, defaut] of Object.entries(DEFAUTS)) {
  lectures[nom] = ({ feuille }) => feuille.miseEnPage[nom] ?? defaut;
  ecritures[nom] = ({ feuille }, valeur) => {
    if (CHOIX[nom] && !CHOIX[nom].includes(String(valeur))) throw argumentInvalide(`pageLayout.${nom}`);
    feuille.miseEnPage[nom] = valeur;
  };
}

function argument(vue: FeuilleVue, args: Arguments): Rect {
  return plageArgument(vue, args, 0).rect;
}

function titre(vue: FeuilleVue, rect: Rect | null): Objet | null {
  return rect ? voir(vue, { feuille: vue.feuille, rect }) : null;
}

export const miseEnPage: (vue: FeuilleVue) => Objet = definirClasse<FeuilleVue>({
  nom: 'PageLayout',
  lectures,
  ecritures,
  liens: { HeadersFooters: (vue) => piedsDePage(vue) },
  methodes: {
    GetPrintAreaOrNullObject: (vue) =>
      vue.feuille.zoneImpression
        ? objet('RangeAreas', { ...vue, rects: [vue.feuille.zoneImpression] })
        : null,
    GetPrintTitleColumnsOrNullObject: (vue) => titre(vue, vue.feuille.titresColonnes),
    GetPrintTitleRowsOrNullObject: (vue) => titre(vue, vue.feuille.titresLignes),
    SetPrintArea: (vue, args) => void (vue.feuille.zoneImpression = argument(vue, args)),
    SetPrintTitleColumns: (vue, args) =>
      void (vue.feuille.titresColonnes = { ...argument(vue, args), ligne: 0, lignes: LIGNES_MAX }),
    SetPrintTitleRows: (vue, args) =>
      void (vue.feuille.titresLignes = { ...argument(vue, args), colonne: 0, colonnes: COLONNES_MAX }),
  },
});
