/**
 * Une feuille où d'autres intitulés que ceux de l'en-tête ouvrent un second tableau, au-dessus ou au-dessous : ses lignes
 * ne se lisent pas sous les colonnes de l'autre, et aucune ne se perd en silence.
 */
import type { Colonnes } from '../colonnes/colonne';
import type { Feuille } from '../formes/grille';
import { lireNombre } from '../../valeurs/nombre';
import { estVide, normaliser, texteDe } from '../../valeurs/texte';
import type { Valeur } from '../../valeurs/valeur';
import type { Entetes } from './entetes';
import { AUTRES_INTITULES, type Sort } from './lignes/sorts';
import { reconnaitreIntitule } from './intitules';

/** En dessous, des mots communs (« Projet », « Nature ») pourraient être ceux d'une donnée. */
const INTITULES_MIN = 3;

/** Plus long, ce n'est pas le nom de la colonne des numéros. */
const NOM_MAX = 40;

/** Les colonnes que ces textes désignent ; `undefined` : la ligne n'est pas faite d'intitulés, numéro de dossier compris. */
function intitulesDe(
  ligne: readonly Valeur[],
  definitions: Colonnes,
  annee: number,
): ReadonlyMap<string, number> | undefined {
  const pleines = ligne.filter((v) => !estVide(v));
  if (pleines.length < INTITULES_MIN || pleines.some((v) => typeof v !== 'string')) return undefined;
  const lus = new Map(
    ligne.flatMap((v, i): [string, number][] => {
      const cle = reconnaitreIntitule(texteDe(v) ?? '', definitions, annee)?.cle;
      return cle === undefined ? [] : [[cle, i]];
    }),
  );
  return lus.size >= INTITULES_MIN && lus.has('dossier') ? lus : undefined;
}

/** Un numéro, et au moins un nombre à côté : un exemple, une consigne sous les intitulés n'en sont pas. */
const porteDesNombres = (ligne: readonly Valeur[], dossier: number): boolean =>
  !estVide(ligne[dossier] ?? null) &&
  ligne.some(
    (v, i) =>
      i !== dossier &&
      (typeof v === 'number' || (typeof v === 'string' && lireNombre(v).etat !== 'illisible')),
  );

/** Le sort des lignes, celles d'un tableau aux autres intitulés écartées ; celles qui sont au-dessus de l'en-tête en ont un. */
export function ecarterAutresIntitules(
  sorts: ReadonlyMap<number, Sort>,
  { lignes }: Feuille,
  { indice, colonnes, doubles }: Entetes,
  definitions: Colonnes,
  annee: number,
): ReadonlyMap<number, Sort> {
  const { dossier: numero } = definitions;
  const noms = new Set([numero?.entete, ...(numero?.synonymes ?? [])].map((nom) => normaliser(nom ?? '')));
  /** Presque aucune ligne ne nomme la colonne des numéros : les autres ne s'examinent pas. */
  const nommeLeNumero = (ligne: readonly Valeur[]): boolean =>
    ligne.every((v) => v === null || typeof v === 'string') &&
    ligne.some((v) => typeof v === 'string' && v.length <= NOM_MAX && noms.has(normaliser(v)));
  const repete = (v: Valeur, i: number): boolean =>
    [indice, indice - 1].some(
      (l) => normaliser(texteDe(lignes[l]?.[i] ?? null) ?? '') === normaliser(texteDe(v) ?? ''),
    );
  /** La colonne du numéro de dossier sous ces intitulés, s'ils ne sont pas ceux de l'en-tête. */
  const autreDossier = (l: number): number | undefined => {
    const ligne = lignes[l] ?? [];
    const lus = nommeLeNumero(ligne) ? intitulesDe(ligne, definitions, annee) : undefined;
    const differe = [...(lus ?? [])].some(
      ([cle, i]) => colonnes.get(cle) !== i && !doubles.has(cle) && !repete(ligne[i] ?? null, i),
    );
    return differe ? lus?.get('dossier') : undefined;
  };
  // au-dessus de l'en-tête rien ne se lit, même sous des intitulés qui vont aux siens
  const dessus = new Map<number, Sort>();
  let dossier: number | undefined;
  for (let l = 0; l < indice; l++) {
    const lus = intitulesDe(lignes[l] ?? [], definitions, annee);
    if (lus) dossier = lus.get('dossier');
    else if (dossier !== undefined && porteDesNombres(lignes[l] ?? [], dossier))
      dessus.set(l, AUTRES_INTITULES);
  }
  const tries = new Map([...dessus, ...sorts]);
  let sousAutres = false;
  for (const [l, sort] of sorts) {
    if (autreDossier(l) !== undefined) {
      sousAutres = true;
      tries.set(l, 'intitulés répétés');
    } else if (sort === 'intitulés répétés') sousAutres = false;
    else if (sousAutres && sort === 'donnee') tries.set(l, AUTRES_INTITULES);
  }
  return tries;
}
