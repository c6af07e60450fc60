/**
 * Deux colonnes pour une même donnée : l'intitulé exact l'emporte (« Montant » sur « Montant payé »), et l'autre n'est pas
 * lue. Là où leurs nombres diffèrent, rien ne dit pourtant laquelle vaut : cela se dit.
 */
import { anomalie, type Anomalie } from '../anomalies/anomalie';
import type { Colonnes, TypeColonne } from '../colonnes/colonne';
import type { Feuille } from '../formes/grille';
import { normaliser, pleine } from '../../valeurs/texte';
import { lireCellule, SANS_LIEU } from './cellule';
import type { Entetes, OptionsEntetes } from './entetes';
import { dUneAutreAnnee, reconnaitreIntitule } from './intitules';

const COMPTEES: ReadonlySet<TypeColonne> = new Set(['montant', 'entier']);

/** Ce qui dit d'une colonne qu'elle en corrige une autre : « nouveau budget », « nb collectifs après comité ». */
const CORRECTIF =
  /(?<!\p{L})(?:(?:corrig|r[eé]vis|rectifi|modifi|actualis|r[eé]?ajust|pay|vers|valid)[eé]e?s?|retenue?s?|revue?s?|nouveaux?|nouvel(?:le)?s?|apr[eè]s(?!\p{L}).*)(?!\p{L})/giu;

interface Lue {
  readonly ligne: number;
  readonly illisibles: ReadonlySet<string>;
  readonly [cle: string]: unknown;
}

/** @param nonLues les colonnes remplies que rien n'a retenues, et qui ne ressemblent à aucune absente */
export function colonnesRivales(
  { nom, lignes, formats, premiereLigne, premiereColonne }: Feuille,
  definitions: Colonnes,
  { indice, colonnes }: Entetes,
  nonLues: readonly { readonly i: number; readonly entete: string }[],
  lues: readonly Lue[],
  { annee, dates1904, pointage = {}, ignorees = [] }: OptionsEntetes,
): Anomalie[] {
  const laissees = new Set(ignorees.map(normaliser));
  return nonLues.flatMap(({ i, entete }) => {
    if (laissees.has(normaliser(entete)) || dUneAutreAnnee(entete, annee)) return [];
    const cle = [entete, entete.replace(CORRECTIF, ' ')]
      .map((t) => reconnaitreIntitule(t, definitions, annee)?.cle ?? '')
      // ce que l'agent a désigné ne se discute plus
      .find((c) => colonnes.has(c) && pointage[c] === undefined);
    const definition = definitions[cle ?? ''];
    if (cle === undefined || !definition || definition.calculee || !COMPTEES.has(definition.type)) return [];
    const differente = lues.find((rangee) => {
      const l = rangee.ligne - premiereLigne;
      const brut = pleine(lignes[l]?.[i]);
      if (brut === null || rangee.illisibles.has(cle)) return false;
      const contexte = { lieu: SANS_LIEU, dates1904, format: formats[l]?.[i] };
      const { valeur } = lireCellule(brut, definition, contexte);
      return valeur !== null && String(valeur) !== String(rangee[cle]);
    });
    if (!differente) return [];
    const lieu = {
      feuille: nom,
      ligne: premiereLigne + indice,
      colonne: premiereColonne + i,
      champ: cle,
      valeur: entete,
    };
    return [anomalie('colonne.rivale', lieu, { entete, col: definition.entete, n: differente.ligne })];
  });
}
