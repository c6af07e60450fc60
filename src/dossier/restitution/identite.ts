/**
 * L'identité d'une Caf et le nom de son fichier. Deux caisses partagent le 64 : le code n'y suffit pas,
 * il faut le nom (reconnu à ses mots propres) ou le code organisme.
 */
import { cafsDuCode, type Caf } from '../cafs';
import { normaliser } from '../lecture/texte';
import { anneeScolaire } from '../../reglement/annee';

export interface IdentiteCaf {
  readonly caf: string | null;
  readonly nomCaf: string | null;
  readonly codeOrganisme: string | null;
}

const ARTICLES: ReadonlySet<string> = new Set(['CAF', 'DE', 'DU', 'DES', 'LA', 'LE', 'LES', 'L', 'D', '']);
/** Mots communs à plusieurs noms : ils ne désignent personne. */
const COMMUNS: ReadonlySet<string> = new Set(['ET', 'PAYS']);

/** Mots d'un nom en capitales sans accents ni articles : « PAYS », « BASQUE », « ET », « SEIGNANX ». */
const mots = (nom: string): string[] =>
  nom
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
    .filter((mot) => !ARTICLES.has(mot));

/** La caisse désignée ; `null` quand le code est inconnu, ou quand il en désigne deux et que le nom ne tranche pas. */
export function cafDesignee({ caf, nomCaf }: IdentiteCaf): Caf | null {
  const candidates = caf === null ? [] : cafsDuCode(caf);
  if (candidates.length <= 1) return candidates[0] ?? null;
  const dits = new Set(mots(nomCaf ?? ''));
  const reconnues = candidates.filter((c) => mots(c.nom).some((mot) => !COMMUNS.has(mot) && dits.has(mot)));
  return (reconnues.length === 1 && reconnues[0]) || null;
}

/** Clés d'une même Caf : deux fichiers qui en partagent une viennent d'elle. Vide : Caf non identifiable. */
export function clesIdentite(identite: IdentiteCaf): string[] {
  const { caf, nomCaf, codeOrganisme } = identite;
  const candidates = caf === null ? [] : cafsDuCode(caf);
  if (caf === null || candidates.length === 0) return [];
  if (candidates.length === 1) return [caf];
  const nom = cafDesignee(identite)?.nom ?? nomCaf;
  return [
    ...(nom === null ? [] : [`${caf} ${normaliser(nom)}`]),
    ...(codeOrganisme === null ? [] : [`${caf} n° ${normaliser(codeOrganisme)}`]),
  ];
}

const LONGUEUR_MAX = 60;

/** « CLAS_BONUS_2021-2022_CAF45.xlsx » ; dans le 64, suivi du nom (à défaut du code organisme) en ASCII. */
export function nomFichier(annee: number, identite: IdentiteCaf): string {
  const { caf, nomCaf, codeOrganisme } = identite;
  const suite =
    caf !== null && cafsDuCode(caf).length > 1
      ? mots(cafDesignee(identite)?.nom ?? nomCaf ?? codeOrganisme ?? '')
      : [];
  const designation = [caf === null ? 'CAF-INCONNUE' : `CAF${caf}`, ...suite]
    .join('-')
    .slice(0, LONGUEUR_MAX);
  return `CLAS_BONUS_${anneeScolaire(annee)}_${designation}.xlsx`;
}
