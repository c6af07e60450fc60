/**
 * Ce qu'un second regard précise : les lignes de total des tableaux, dont la place n'est connue qu'une fois les tableaux
 * nommés, les « #N/A » sans formule, erreur collée en valeur ou simple texte que seul le type de la cellule tranche, et
 * les lignes d'une feuille où du texte est barré. Rien n'est demandé sans raison : les types de toutes les cellules
 * alourdiraient chaque lecture d'un tiers.
 */
import { grouperPar } from '../../valeurs/grouper';
import { adresseDe } from '../../dossier/formes/adresses';
import type { EtatClasseur } from './etat';
import { douteuses, estBarre, type Bloc, type FeuilleBrute, type Precise } from './valeurs';

/** Par nom de feuille ; un échange, ou aucun quand rien n'est à préciser. */
export async function preciser(
  contexte: Excel.RequestContext,
  etat: EtatClasseur,
  feuilles: readonly FeuilleBrute[],
): Promise<(nom: string) => Precise> {
  const types = feuilles.flatMap((feuille) => demanderTypes(contexte, feuille));
  const totaux = feuilles.flatMap((feuille) => demanderTotaux(contexte, etat, feuille.nom));
  const traits = feuilles.flatMap((feuille) => demanderTraits(contexte, feuille));
  if (types.length + totaux.length + traits.length > 0) await contexte.sync();
  const textes = new Map<string, Set<string>>();
  for (const { feuille, colonne, lignes, premiere, plage } of types) {
    const siens = textes.get(feuille) ?? new Set<string>();
    textes.set(feuille, siens);
    for (const ligne of lignes) {
      if (plage.valueTypes[ligne - premiere]?.[0] !== 'Error') siens.add(adresseDe(ligne, colonne));
    }
  }
  return (nom) => ({
    textes: textes.get(nom) ?? new Set(),
    lignesDeTotal: totaux
      .filter(({ feuille }) => feuille === nom)
      .map(({ plage }) => plage.rowIndex + 1)
      .sort((a, b) => a - b),
    lignesBarrees: traits.filter(({ feuille }) => feuille === nom).flatMap(barrees),
  });
}

interface Traits {
  readonly feuille: string;
  readonly bloc: Bloc;
  readonly lignes: OfficeExtension.ClientResult<Excel.RowProperties[]>;
}

function demanderTraits(contexte: Excel.RequestContext, { nom, blocs }: FeuilleBrute): Traits[] {
  return blocs
    .filter(({ barre }) => barre)
    .map((bloc) => {
      const { ligne, colonne, valeurs } = bloc;
      const plage = contexte.workbook.worksheets
        .getItem(nom)
        .getRangeByIndexes(ligne, colonne, valeurs.length, valeurs[0]?.length ?? 1);
      const lignes = plage.getRowProperties({ format: { font: { strikethrough: true } } });
      return { feuille: nom, bloc, lignes };
    });
}

const barrees = ({ bloc, lignes }: Traits): readonly number[] =>
  lignes.value.flatMap(({ format }, i) => (estBarre(format?.font ?? {}) ? bloc.ligne + i + 1 : []));

interface Types {
  readonly feuille: string;
  readonly colonne: number;
  readonly lignes: readonly number[];
  readonly premiere: number;
  readonly plage: Excel.Range;
}

/** Une plage par colonne en cause, de sa première cellule douteuse à la dernière. */
function demanderTypes(contexte: Excel.RequestContext, feuille: FeuilleBrute): Types[] {
  return [...grouperPar(douteuses(feuille), ({ colonne }) => colonne)].map(([colonne, siennes]) => {
    const lignes = siennes.map(({ ligne }) => ligne);
    const premiere = siennes[0].ligne;
    const plage = contexte.workbook.worksheets
      .getItem(feuille.nom)
      .getRangeByIndexes(premiere - 1, colonne - 1, (lignes.at(-1) ?? premiere) - premiere + 1, 1);
    plage.load('valueTypes');
    return { feuille: feuille.nom, colonne, lignes, premiere, plage };
  });
}

function demanderTotaux(
  contexte: Excel.RequestContext,
  etat: EtatClasseur,
  feuille: string,
): { readonly feuille: string; readonly plage: Excel.Range }[] {
  const tableaux = etat.feuilles.find(({ nom }) => nom === feuille)?.avecTotal ?? [];
  return tableaux.map((tableau) => {
    const plage = contexte.workbook.worksheets.getItem(feuille).tables.getItem(tableau).getTotalRowRange();
    plage.load('rowIndex');
    return { feuille, plage };
  });
}
