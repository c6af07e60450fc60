/**
 * L'identité d'une Caf et le nom de son fichier. Deux caisses partagent le 64 : le code n'y suffit pas, il faut le nom,
 * reconnu à ses mots propres. Un code organisme ne désigne personne : rien ne le rattache à l'une des deux.
 */
import { cafDesignee, cafsDuCode, motsDuNom, nomConnu, type IdentiteCaf } from '../../cafs';
import { anneeScolaire } from '../../../reglement/annee';

/** Une clé par caisse ; `null` : elle n'est pas désignée. */
export function cleIdentite(identite: IdentiteCaf): string | null {
  const caf = cafDesignee(identite);
  return caf && `${caf.code} ${caf.nom}`;
}

const LONGUEUR_MAX = 60;

/** « CLAS_BONUS_2021-2022_CAF45.xlsx » ; dans le 64, suivi du nom (à défaut du code organisme) en ASCII. */
export function nomFichier({ annee, ...identite }: IdentiteCaf & { readonly annee: number }): string {
  const { caf, codeOrganisme } = identite;
  const suite =
    caf !== null && cafsDuCode(caf).length > 1 ? motsDuNom(nomConnu(identite) ?? codeOrganisme ?? '') : [];
  const designation = [caf === null ? 'CAF-INCONNUE' : `CAF${caf}`, ...suite]
    .join('-')
    .slice(0, LONGUEUR_MAX);
  return `CLAS_BONUS_${anneeScolaire(annee)}_${designation}.xlsx`;
}
