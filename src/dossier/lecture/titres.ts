/**
 * Les titres d'une feuille qui disent de quelle année sont les lignes du dessous : « Pour mémoire 2020-2021 », « N-1 »,
 * « Campagne 2021-2022 ». Un titre n'est fait que de ces mots : une phrase qui nomme une année n'en est pas un.
 */
import { sansAccents } from '../../valeurs/texte';

export type AnneeDite = 'courante' | 'autre';

// un mot se compare au singulier
const MOTS_DU_TITRE: ReadonlySet<string> = new Set(
  'a annee au aux bilan budget caf cla d de des donnee du en et l la le les liste pour pendant rappel rentree scolaire suivi tableau saison session exercice gestion campagne projet dossier action fiche versement acompte paiement collectif'.split(
    ' ',
  ),
);
// « anciens » et « historiques » sont aussi les projets reconduits : ils ne disent pas une autre année
const AUTRES: ReadonlySet<string> = new Set(
  'memoire passee precedent precedente anterieur anterieure archive'.split(' '),
);
const COURANTES: ReadonlySet<string> = new Set('n nouveau nouvelle actuel actuelle cour'.split(' '));
/** Deux chiffres et deux chiffres : en dessous, c'est plutôt un jour et un mois. */
const DEUX_CHIFFRES_MIN = 13;
const MOTS_MAX = 8;

/** Ce que le titre dit de l'année ; `undefined` : rien, ou deux choses. */
export function anneeDuTitre(titre: string, annee: number): AnneeDite | undefined {
  const siecle = (a: string): number => Number(a) + (a.length === 2 ? 2000 : 0);
  const dites = new Set<AnneeDite>();
  const dire = (laSienne: boolean): string => {
    dites.add(laSienne ? 'courante' : 'autre');
    return ' ';
  };
  const mots = sansAccents(titre)
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/(?<![a-z0-9])n ?\+ ?1(?!\d)/g, ' n ')
    .replace(/(?<![a-z0-9])n ?- ?\d(?!\d)|annee derniere|derniere annee|l['’]an dernier/g, ' passee ')
    .replace(/(?<!\d)((?:20)?\d\d) ?[-/] ?((?:20)?\d\d)(?!\d)/g, (tout, a: string, b: string) =>
      siecle(b) === siecle(a) + 1 && Number(a) >= DEUX_CHIFFRES_MIN ? dire(siecle(a) === annee) : tout,
    )
    .replace(/(?<!\d)(?:19|20)\d\d(?!\d)/g, (a) => dire(Number(a) === annee || Number(a) === annee + 1))
    .split(/[^a-z0-9]/)
    .map((mot) => mot.replace(/[sx]$/, ''))
    .filter((mot) => mot !== '');
  if (mots.length > MOTS_MAX) return undefined;
  for (const mot of mots)
    if (AUTRES.has(mot)) dites.add('autre');
    else if (COURANTES.has(mot)) dites.add('courante');
    else if (!MOTS_DU_TITRE.has(mot)) return undefined;
  const [premiere] = dites;
  return dites.size === 1 ? premiere : undefined;
}
