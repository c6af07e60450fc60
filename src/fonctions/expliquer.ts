/** Le chemin d'un montant, étape par étape : ce que le volet montre, ici dans la feuille. */
import { acompteMaxN, acompteMaxN1 } from '../reglement/acompte';
import { formuleChiffree } from '../reglement/explication';
import { ps } from '../reglement/ps';
import { partN, partN1 } from '../reglement/repartition';
import { lireEntier, lireMontant } from './arguments';
import { lireBareme } from './choix';

/**
 * Explique la Ps, ses deux parts et ses acomptes au plus : une ligne par étape (étape, formule chiffrée, montant, source).
 * @customfunction CLAS.EXPLIQUER
 * @param cout Coût annuel du projet, en €.
 * @param nbCollectifs Nombre entier de collectifs retenus.
 * @param [annee] Année scolaire : 2021 ou « 2021-2022 ». Omise : 2021, tant que c’est le seul barème publié.
 * @exemple =CLAS.EXPLIQUER(24000;3;2021) → tableau de 6 lignes et 4 colonnes
 * @source Circ. 2021-006, § 3.2 et 3.4
 */
export function expliquer(
  cout: unknown,
  nbCollectifs: unknown,
  annee?: unknown,
): Array<Array<string | number>> {
  const [c, nb] = [lireMontant('coût', cout), lireEntier('nombre de collectifs', nbCollectifs)];
  const du = ps(c, nb, lireBareme(annee));
  const suite = [partN, partN1, acompteMaxN, acompteMaxN1].map((regle) => regle(du.montant));
  return [du, ...suite]
    .flatMap((resultat) => resultat.etapes)
    .map((etape) => [etape.etape, formuleChiffree(etape), etape.montant.toNumber(), etape.source]);
}
