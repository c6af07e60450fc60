import { intersection } from '../../grille/adresses';
import { exigerMiseEnForme } from '../../classeur/ecriture';
import { argumentInvalide } from '../../classeur/erreurs';
import type { Json, MiseEnFormeHote } from '../../classeur/modele';
import { definirClasse, type Objet } from '../classe';
import { objet, voir, type PlagesVues } from '../vues';

interface Regle {
  readonly vue: PlagesVues;
  readonly mise: MiseEnFormeHote;
}

const GENRES = ['Custom', 'CellValue'];

function liste(vue: PlagesVues): Regle[] {
  return vue.feuille.misesEnForme
    .filter(({ rects }) => rects.some((rect) => vue.rects.some((vu) => intersection(rect, vu))))
    .map((mise) => ({ vue, mise }));
}

function exiger({ feuille, rects }: PlagesVues): void {
  for (const rect of rects) exigerMiseEnForme({ feuille, rect });
}

/** Plusieurs plages : `getRange` ne sait pas les rendre. doc : excel/excel.conditionalformat#getRangeOrNullObject */
function seule({ vue, mise: { rects } }: Regle): Objet | null {
  const [rect] = rects;
  return rect && rects.length === 1 ? voir(vue, { feuille: vue.feuille, rect }) : null;
}

function champ(
  nom: string,
  defaut: Json,
): {
  lire: (regle: Regle) => Json;
  ecrire: (regle: Regle, valeur: Json) => void;
} {
  return {
    lire: ({ mise }) => mise.proprietes.get(nom) ?? defaut,
    ecrire: ({ vue, mise }, valeur) => {
      exiger(vue);
      mise.proprietes.set(nom, valeur);
    },
  };
}

function retirer({ vue, mise }: Regle): void {
  exiger(vue);
  const place = vue.feuille.misesEnForme.indexOf(mise);
  if (place >= 0) vue.feuille.misesEnForme.splice(place, 1);
}

const fond = champ('fill.color', '');
const texte = champ('font.color', '');
const gras = champ('font.bold', false);
const formule = champ('rule.formula', '');
const comparaison = champ('rule', {});

const objetFond = definirClasse<Regle>({
  nom: 'ConditionalRangeFill',
  lectures: { Color: fond.lire },
  ecritures: { Color: fond.ecrire },
});
const objetPolice = definirClasse<Regle>({
  nom: 'ConditionalRangeFont',
  lectures: { Bold: gras.lire, Color: texte.lire },
  ecritures: { Bold: gras.ecrire, Color: texte.ecrire },
});
const objetFormat = definirClasse<Regle>({
  nom: 'ConditionalRangeFormat',
  liens: { Fill: objetFond, Font: objetPolice },
});
const objetFormule = definirClasse<Regle>({
  nom: 'ConditionalFormatRule',
  lectures: { Formula: formule.lire },
  ecritures: { Formula: formule.ecrire },
});
const personnalisee = definirClasse<Regle>({
  nom: 'CustomConditionalFormat',
  liens: { Format: objetFormat, Rule: objetFormule },
});
const parValeur = definirClasse<Regle>({
  nom: 'CellValueConditionalFormat',
  lectures: { Rule: comparaison.lire },
  ecritures: { Rule: comparaison.ecrire },
  liens: { Format: objetFormat },
});

const miseEnForme: (regle: Regle) => Objet = definirClasse<Regle>({
  nom: 'ConditionalFormat',
  identite: ({ mise }) => ({ Id: mise.id }),
  lectures: {
    Id: ({ mise }) => mise.id,
    Priority: ({ vue, mise }) => vue.feuille.misesEnForme.indexOf(mise),
    Type: ({ mise }) => mise.type,
  },
  liens: {
    CellValue: (regle) => (regle.mise.type === 'CellValue' ? parValeur(regle) : null),
    Custom: (regle) => (regle.mise.type === 'Custom' ? personnalisee(regle) : null),
  },
  methodes: {
    Delete: retirer,
    GetRange: seule,
    GetRanges: ({ vue, mise }) => objet('RangeAreas', { ...vue, rects: mise.rects }),
  },
});

/** doc : excel/excel.conditionalformatcollection — types Custom et CellValue seulement. */
export const filtresVisuels: (vue: PlagesVues) => Objet = definirClasse<PlagesVues>({
  nom: 'ConditionalFormatCollection',
  indexer: (vue, cle) => {
    const trouvee = liste(vue).find(({ mise }) => mise.id === cle);
    return trouvee ? miseEnForme(trouvee) : null;
  },
  elements: (vue) => liste(vue).map(miseEnForme),
  methodes: {
    Add: (vue, args) => {
      exiger(vue);
      const type = args.texte(0);
      if (!GENRES.includes(type))
        throw argumentInvalide(`mise en forme conditionnelle ${type}, hors de l'hôte émulé`);
      const mise = {
        id: vue.classeur.identifiant('mise-'),
        rects: vue.rects,
        type,
        proprietes: new Map<string, Json>(),
      };
      vue.feuille.misesEnForme.unshift(mise);
      return miseEnForme({ vue, mise });
    },
    ClearAll: (vue) => liste(vue).forEach(retirer),
    GetCount: (vue) => liste(vue).length,
    GetItemAt: (vue, args) => {
      const regle = liste(vue)[args.nombre(0)];
      return regle ? miseEnForme(regle) : null;
    },
    GetItemOrNullObject: (vue, args) => {
      const regle = liste(vue).find(({ mise }) => mise.id === args.texte(0));
      return regle ? miseEnForme(regle) : null;
    },
  },
});
