/**
 * L'identité d'une Caf et le nom de son fichier. Deux caisses partagent le 64 : le code n'y suffit pas,
 * il faut le nom (reconnu à ses mots propres) ou le code organisme.
 */
import { cafDesignee, cafsDuCode, motsDuNom, type IdentiteCaf } from '../../cafs';
import { normaliser } from '../../../valeurs/texte';
import { anneeScolaire } from '../../../reglement/annee';

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
      ? motsDuNom(cafDesignee(identite)?.nom ?? nomCaf ?? codeOrganisme ?? '')
      : [];
  const designation = [caf === null ? 'CAF-INCONNUE' : `CAF${caf}`, ...suite]
    .join('-')
    .slice(0, LONGUEUR_MAX);
  return `CLAS_BONUS_${anneeScolaire(annee)}_${designation}.xlsx`;
}
