/**
 * Le public d'une cellule, dans les mots du terrain : niveaux, classes, cycles, filières, âges. Un mot qu'on sait hors du
 * champ (crèche, BTS) n'est pas un mot inconnu (« quartier nord ») : l'un bloque, l'autre se demande.
 */
import type { PUBLICS } from '../colonnes/choix';
import { indexDe, type Choix } from '../../valeurs/choix';
import { sansAccents } from '../../valeurs/texte';

type Public = keyof typeof PUBLICS;

export type PublicLu =
  | { readonly etat: 'lu'; readonly valeur: string }
  /** Plusieurs publics connus ; `valeur` est le premier. */
  | { readonly etat: 'multiple'; readonly valeur: string }
  | { readonly etat: 'horsChamp' }
  | { readonly etat: 'inconnu' };

/** Mots qui relient ou précisent les niveaux d'un public, sans en désigner. */
const LIAISONS: ReadonlySet<string> = new Set(
  'a au aux d de des du en et l la le les ou classe eleve enfant jeune niveau general pro professionnel technologique an scolaire etablissement age'.split(
    ' ',
  ),
);

const FILIERES: ReadonlyMap<string, Public> = new Map([
  ['primaire', 'élémentaire'],
  ['segpa', 'collège'],
  ['ulis', 'collège'],
  ['lp', 'lycée'],
  ['cap', 'lycée'],
  ['bac', 'lycée'],
  ['baccalaureat', 'lycée'],
  ['bep', 'lycée'],
  ['lgt', 'lycée'],
]);
/** Une filière ne décide que si rien d'autre ne le fait : « Ulis école » est élémentaire. */
const PRECISEES: ReadonlySet<string> = new Set(['segpa', 'ulis']);

const HORS_CHAMP: ReadonlySet<string> = new Set(
  'maternelle creche halte garderie etudiant bts dut but iut fac faculte universite universitaire licence master prepa adulte senior retraite bebe nourrisson tps'.split(
    ' ',
  ),
);
const EXPRESSIONS_HORS_CHAMP =
  /petite enfance|petite section|moyenne section|grande section|post[ -]?bac|bac ?\+|enseignement superieur/;

const ROMAINS: Readonly<Record<string, string>> = { i: '1', ii: '2', iii: '3', iv: '4' };
const CYCLES: Readonly<Record<string, Public | 'horsChamp'>> = {
  '1': 'horsChamp',
  '2': 'élémentaire',
  '3': 'élémentaire',
  '4': 'collège',
};

const AGE_MIN = 6;
const AGE_MAX = 18;
/** Bornes comprises ; un âge de passage (11, 15 ans) va avec la tranche qui le contient. */
const TRANCHES: readonly (readonly [Public, number, number])[] = [
  ['élémentaire', AGE_MIN, 11],
  ['collège', 11, 15],
  ['lycée', 15, AGE_MAX],
];

function deLAge(debut: number, fin: number): Public | 'multiple' | 'horsChamp' | undefined {
  if (fin < debut) return undefined;
  if (fin < AGE_MIN || debut > AGE_MAX) return 'horsChamp';
  if (debut < AGE_MIN || fin > AGE_MAX) return undefined;
  return TRANCHES.find(([, min, max]) => debut >= min && fin <= max)?.[0] ?? 'multiple';
}

export function lirePublic(texte: string, choix: Choix): PublicLu {
  const nu = sansAccents(texte)
    .toLowerCase()
    .replace(/(\d) ?(?:°|e(?:me)?\b)/g, '$1e')
    // une classe de troisième, non du supérieur
    .replace(/3e prepa[- ]?(?:metiers?|pro)?\b/g, '3e');
  if (/\?/.test(nu)) return { etat: 'inconnu' };
  if (EXPRESSIONS_HORS_CHAMP.test(nu)) return { etat: 'horsChamp' };
  const ages = /^\D*?(\d{1,2}) ?(?:(?:-|\/|a|et|ans a|\u2013) ?(\d{1,2}) ?)?ans\b\D*$/.exec(nu);
  if (ages) {
    const lu = deLAge(Number(ages[1]), Number(ages[2] ?? ages[1]));
    if (lu === undefined) return { etat: 'inconnu' };
    if (lu === 'horsChamp') return { etat: 'horsChamp' };
    return lu === 'multiple' ? { etat: 'multiple', valeur: 'élémentaire' } : { etat: 'lu', valeur: lu };
  }
  const index = indexDe(choix);
  const publics = new Set<string>();
  let precise: string | undefined;
  const sansCycles = nu
    .replace(/\b(i{1,3}|iv)\b/g, (romain) => (/cycle/.test(nu) ? (ROMAINS[romain] ?? romain) : romain))
    .replace(/cycles? ?(\d)(?: ?(?:-|\/|et|,|a) ?(\d))?/g, (_, a: string, b: string | undefined) => {
      for (const n of [a, b]) if (n !== undefined) publics.add(CYCLES[n] ?? 'inconnu');
      return ' ';
    });
  for (const brut of sansCycles.split(/[^a-z0-9]/)) {
    const mot = PRECISEES.has(brut) ? brut : brut.replace(/s$/, '');
    if (mot === '' || LIAISONS.has(mot)) continue;
    const connu = index.get(mot) ?? index.get(brut);
    if (HORS_CHAMP.has(mot) || HORS_CHAMP.has(brut)) publics.add('horsChamp');
    else if (PRECISEES.has(mot)) precise = FILIERES.get(mot);
    else publics.add(connu ?? FILIERES.get(mot) ?? FILIERES.get(brut) ?? 'inconnu');
  }
  if (publics.has('horsChamp')) return { etat: 'horsChamp' };
  const [premier = precise] = publics;
  if (premier === undefined || publics.has('inconnu')) return { etat: 'inconnu' };
  return { etat: publics.size > 1 ? 'multiple' : 'lu', valeur: premier };
}
