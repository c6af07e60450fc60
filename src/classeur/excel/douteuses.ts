/**
 * « #N/A » sans formule : une erreur collée en valeur, ou un simple texte ? Le type de la cellule tranche.
 * Il n'est demandé qu'alors, pour les seules colonnes en cause : le demander partout alourdirait chaque lecture d'un tiers.
 */
import { adresse, douteuses, type FeuilleBrute } from './valeurs';

/** Par feuille, les adresses qui ne sont que du texte. Aucun échange quand rien n'est douteux. */
export async function trancher(
  contexte: Excel.RequestContext,
  feuilles: readonly FeuilleBrute[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const demandes = feuilles.flatMap((feuille) => {
    const parColonne = new Map<number, number[]>();
    for (const { ligne, colonne } of douteuses(feuille)) {
      parColonne.set(colonne, [...(parColonne.get(colonne) ?? []), ligne]);
    }
    return [...parColonne].map(([colonne, lignes]) => {
      const premiere = lignes[0] ?? 1;
      const plage = contexte.workbook.worksheets
        .getItem(feuille.nom)
        .getRangeByIndexes(premiere - 1, colonne - 1, (lignes.at(-1) ?? premiere) - premiere + 1, 1);
      plage.load('valueTypes');
      return { feuille: feuille.nom, colonne, lignes, premiere, plage };
    });
  });
  const textes = new Map<string, Set<string>>();
  if (demandes.length === 0) return textes;
  await contexte.sync();
  for (const { feuille, colonne, lignes, premiere, plage } of demandes) {
    const siens = textes.get(feuille) ?? new Set<string>();
    textes.set(feuille, siens);
    for (const ligne of lignes) {
      if (plage.valueTypes[ligne - premiere]?.[0] !== 'Error') siens.add(adresse(ligne, colonne));
    }
  }
  return textes;
}
