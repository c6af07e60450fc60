import { COLONNES_MAX, LIGNES_MAX } from '../../grille/adresses';
import type { Rect } from '../../grille/types';
import type { Classeur } from '../../classeur/classeur';
import { exigerMiseEnForme } from '../../classeur/ecriture';
import type { FeuilleHote, Json } from '../../classeur/modele';
import { definirClasse, type Objet } from '../classe';

/** Porteur d'un format : une plage, ou plusieurs à la fois (RangeAreas). */
export interface Porteur {
  readonly classeur: Classeur;
  readonly feuille: FeuilleHote;
  readonly rect?: Rect;
  readonly rects?: readonly Rect[];
}

function rects({ rect, rects: liste }: Porteur): readonly Rect[] {
  return liste ?? (rect ? [rect] : []);
}

type Etendue = (rect: Rect) => Rect;
const telle: Etendue = (rect) => rect;
const colonnes: Etendue = (rect) => ({ ...rect, ligne: 0, lignes: LIGNES_MAX });
const lignes: Etendue = (rect) => ({ ...rect, colonne: 0, colonnes: COLONNES_MAX });

interface Proprietes {
  readonly lectures: Record<string, (porteur: Porteur) => Json>;
  readonly ecritures: Record<string, (porteur: Porteur, valeur: Json) => void>;
}

/** Propriétés peintes, par nom du protocole : chemin interne, valeur d'une cellule vierge, étendue. */
function proprietes(
  prefixe: string,
  table: Readonly<Record<string, Json>>,
  etendue: Etendue = telle,
): Proprietes {
  const lectures: Proprietes['lectures'] = {};
  const ecritures: Proprietes['ecritures'] = {};
  for (const [nom, defaut] of Object.entries(table)) {
    const chemin = `${prefixe}${nom.charAt(0).toLowerCase()}${nom.slice(1)}`;
    lectures[nom] = (porteur) => {
      const vues = rects(porteur).map(
        (r) => porteur.feuille.presentations.uniforme(chemin, etendue(r), defaut) as Json,
      );
      return vues.every((vue) => vue === vues[0]) ? (vues[0] ?? null) : null;
    };
    ecritures[nom] = (porteur, valeur) => {
      for (const rect of rects(porteur)) {
        exigerMiseEnForme({ feuille: porteur.feuille, rect });
        porteur.classeur.presenter(porteur.feuille, chemin, etendue(rect), couleur(nom, valeur));
      }
    };
  }
  return { lectures, ecritures };
}

/** Office rend les couleurs en « #RRVVBB » majuscules. doc : excel/excel.rangefill#color */
function couleur(nom: string, valeur: Json): Json {
  return nom === 'Color' && typeof valeur === 'string' && valeur.startsWith('#')
    ? valeur.toUpperCase()
    : valeur;
}

const remplissage: (porteur: Porteur) => Objet = definirClasse<Porteur>({
  nom: 'RangeFill',
  ...proprietes('fill.', { Color: '#FFFFFF' }),
  methodes: {
    Clear: (porteur) => {
      for (const rect of rects(porteur)) {
        exigerMiseEnForme({ feuille: porteur.feuille, rect });
        porteur.classeur.presenter(porteur.feuille, 'fill.color', rect, '#FFFFFF');
      }
    },
  },
});

const police: (porteur: Porteur) => Objet = definirClasse<Porteur>({
  nom: 'RangeFont',
  ...proprietes('font.', {
    Bold: false,
    Color: '#000000',
    Italic: false,
    Name: 'Calibri',
    Size: 11,
    Strikethrough: false,
    Underline: 'None',
  }),
});

const protection: (porteur: Porteur) => Objet = definirClasse<Porteur>({
  nom: 'FormatProtection',
  ...proprietes('protection.', { Locked: true }),
});

interface Bord {
  readonly porteur: Porteur;
  readonly cote: string;
}

const COTES = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideVertical',
  'InsideHorizontal',
  'DiagonalDown',
  'DiagonalUp',
];

function trait(
  nom: string,
  defaut: Json,
): { lire: (bord: Bord) => Json; ecrire: (bord: Bord, valeur: Json) => void } {
  return {
    lire: ({ porteur, cote }) =>
      (rects(porteur).map((r) =>
        porteur.feuille.presentations.uniforme(`borders.${cote}.${nom}`, r, defaut),
      )[0] ?? null) as Json,
    ecrire: ({ porteur, cote }, valeur) => {
      for (const rect of rects(porteur)) {
        exigerMiseEnForme({ feuille: porteur.feuille, rect });
        porteur.classeur.presenter(
          porteur.feuille,
          `borders.${cote}.${nom}`,
          rect,
          couleur(nom === 'color' ? 'Color' : nom, valeur),
        );
      }
    },
  };
}

const style = trait('style', 'None');
const teinte = trait('color', '#000000');
const epaisseur = trait('weight', 'Thin');

const bord: (cible: Bord) => Objet = definirClasse<Bord>({
  nom: 'RangeBorder',
  identite: ({ cote }) => ({ Id: cote }),
  lectures: { Style: style.lire, Color: teinte.lire, Weight: epaisseur.lire },
  ecritures: { Style: style.ecrire, Color: teinte.ecrire, Weight: epaisseur.ecrire },
});

const bords: (porteur: Porteur) => Objet = definirClasse<Porteur>({
  nom: 'RangeBorderCollection',
  lectures: { Count: () => COTES.length },
  indexer: (porteur, cle) => (COTES.includes(String(cle)) ? bord({ porteur, cote: String(cle) }) : null),
  elements: (porteur) => COTES.map((cote) => bord({ porteur, cote })),
});

const communes = proprietes('', {
  HorizontalAlignment: 'General',
  VerticalAlignment: 'Bottom',
  WrapText: false,
});
const largeurs = proprietes('', { ColumnWidth: 48 }, colonnes);
const hauteurs = proprietes('', { RowHeight: 15 }, lignes);

/** doc : excel/excel.rangeformat, excel/excel.rangefill, excel/excel.rangefont, excel/excel.rangeborder */
export const format: (porteur: Porteur) => Objet = definirClasse<Porteur>({
  nom: 'RangeFormat',
  lectures: { ...communes.lectures, ...largeurs.lectures, ...hauteurs.lectures },
  ecritures: { ...communes.ecritures, ...largeurs.ecritures, ...hauteurs.ecritures },
  liens: {
    Borders: (porteur) => bords(porteur),
    Fill: (porteur) => remplissage(porteur),
    Font: (porteur) => police(porteur),
    Protection: (porteur) => protection(porteur),
  },
  methodes: {
    // la largeur juste dépend de la police : l'hôte n'en mesure aucune, la colonne garde la sienne
    AutofitColumns: ({ feuille, ...porteur }) => {
      for (const rect of rects({ feuille, ...porteur })) exigerMiseEnForme({ feuille, rect });
    },
  },
});
