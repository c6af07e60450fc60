/** Lire par blocs ce qui dépasse un échange : d'abord les étendues, puis des paquets de lignes sous 5 Mo. */
import type { Plage } from '../../dossier/formes/adresses';
import { ErreurClasseur } from '../../dossier/formes/erreurs';
import { codeExcel, estPassager } from './erreurs';
import { demanderAspect } from './feuille';
import { estRemplie, plages, type Bloc, type FeuilleBrute, type Formats, type Tableau } from './valeurs';

/** Cellules demandées par échange : à une trentaine d'octets chacune, la moitié de la limite du web. */
const CELLULES_PAR_ECHANGE = 80_000;
/** Même borne que pour un fichier : au-delà, ce ne sont plus les données d'une Caf. */
const CELLULES_MAX = 2_500_000;

interface Etendue {
  readonly nom: string;
  readonly ligne: number;
  readonly colonne: number;
  readonly lignes: number;
  readonly colonnes: number;
  readonly fusions: readonly Plage[];
}

export async function lireParBlocs(
  contexte: Excel.RequestContext,
  noms: readonly string[],
): Promise<FeuilleBrute[]> {
  if (noms.length === 0) return [];
  const etendues = await lireEtendues(contexte, noms);
  const feuilles: FeuilleBrute[] = [];
  for (const etendue of etendues) {
    feuilles.push({ nom: etendue.nom, blocs: await lireBlocs(contexte, etendue), fusions: etendue.fusions });
  }
  return feuilles;
}

async function lireEtendues(contexte: Excel.RequestContext, noms: readonly string[]): Promise<Etendue[]> {
  const mesurer = async (avecFusions: boolean): Promise<Etendue[]> => {
    const demandes = noms.map((nom) => {
      const etendue = contexte.workbook.worksheets.getItem(nom).getUsedRangeOrNullObject(true);
      etendue.load('rowIndex,columnIndex,rowCount,columnCount');
      const fusions = avecFusions ? etendue.getMergedAreasOrNullObject() : null;
      fusions?.load('areas/items/address');
      return { nom, etendue, fusions };
    });
    await contexte.sync();
    return demandes.map(({ nom, etendue, fusions }) => ({
      nom,
      ligne: etendue.isNullObject ? 0 : etendue.rowIndex,
      colonne: etendue.isNullObject ? 0 : etendue.columnIndex,
      lignes: etendue.isNullObject ? 0 : etendue.rowCount,
      colonnes: etendue.isNullObject ? 0 : etendue.columnCount,
      fusions: fusions === null ? [] : plages(fusions),
    }));
  };
  let etendues: Etendue[];
  try {
    etendues = await mesurer(true);
  } catch (erreur) {
    if (estPassager(erreur)) throw erreur;
    // Office.js échoue au-delà de 512 cellules fusionnées : elles ne servent qu'à une information.
    etendues = await mesurer(false);
  }
  const total = etendues.reduce((somme, { lignes, colonnes }) => somme + lignes * colonnes, 0);
  const trop = etendues.reduce((a, b) => (b.lignes * b.colonnes > a.lignes * a.colonnes ? b : a));
  if (total > CELLULES_MAX) {
    throw new ErreurClasseur(
      `La feuille « ${trop.nom} » s’étend sur ${String(trop.lignes)} lignes et ${String(trop.colonnes)} colonnes : supprimer les lignes et les colonnes inutiles, puis recommencer.`,
    );
  }
  return etendues;
}

async function lireBlocs(contexte: Excel.RequestContext, etendue: Etendue): Promise<Bloc[]> {
  const blocs: Bloc[] = [];
  let parBloc = Math.max(1, Math.floor(CELLULES_PAR_ECHANGE / Math.max(1, etendue.colonnes)));
  for (let fait = 0; fait < etendue.lignes;) {
    const lignes = Math.min(parBloc, etendue.lignes - fait);
    try {
      blocs.push(await lireBloc(contexte, etendue, fait, lignes));
      fait += lignes;
    } catch (erreur) {
      // De longs textes : le même bloc en deux.
      if (codeExcel(erreur) !== 'ResponsePayloadSizeLimitExceeded' || lignes === 1) throw erreur;
      parBloc = Math.ceil(lignes / 2);
    }
  }
  return blocs;
}

async function lireBloc(
  contexte: Excel.RequestContext,
  etendue: Etendue,
  debut: number,
  lignes: number,
): Promise<Bloc> {
  const { nom, colonne, colonnes } = etendue;
  const ligne = etendue.ligne + debut;
  const plage = contexte.workbook.worksheets.getItem(nom).getRangeByIndexes(ligne, colonne, lignes, colonnes);
  plage.load('values,formulas,numberFormat');
  const aspect = demanderAspect(plage);
  await contexte.sync();
  if (!estRemplie(plage)) throw new ErreurClasseur(`La feuille « ${nom} » est trop grande pour être lue.`);
  return {
    ligne,
    colonne,
    valeurs: plage.values as Tableau,
    formules: plage.formulas as Tableau,
    formats: plage.numberFormat as Formats,
    ...aspect(),
  };
}
