import { COLONNES_MAX, LIGNES_MAX } from '../../grille/adresses';
import type { Rect } from '../../grille/types';
import { argumentInvalide } from '../../classeur/erreurs';
import type { Json } from '../../classeur/modele';
import { definirClasse, type Arguments, type Objet } from '../classe';
import { voir, type FeuilleVue } from '../vues';
import { plageArgument } from './plageGestes';
import { piedsDePage } from './piedDePage';

/** Valeurs d'une feuille neuve. doc : excel/excel.pagelayout */
const DEFAUTS: Readonly<Record<string, Json>> = {
  Orientation: 'Portrait',
  PaperSize: 'A4',
  Zoom: { scale: 100 },
};

const CHOIX: Readonly<Record<string, readonly string[]>> = {
  Orientation: ['Portrait', 'Landscape'],
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
    GetPrintTitleRowsOrNullObject: (vue) => titre(vue, vue.feuille.titresLignes),
    SetPrintTitleRows: (vue, args) =>
      void (vue.feuille.titresLignes = { ...argument(vue, args), colonne: 0, colonnes: COLONNES_MAX }),
    SetPrintTitleColumns: (vue, args) =>
      void (vue.feuille.titresColonnes = { ...argument(vue, args), ligne: 0, lignes: LIGNES_MAX }),
  },
});
