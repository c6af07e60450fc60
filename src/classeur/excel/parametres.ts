/** Écrire à droite de leur libellé les paramètres que l'agent choisit dans le volet. */
import { ErreurClasseur } from '../../dossier/formes/erreurs';
import { LIBELLES } from '../../dossier/lecture/libelles';
import { normaliser } from '../../valeurs/texte';
import { corriger } from './corrections';
import type { Correction } from './port';
import { estTexteErreur, type Tableau } from './valeurs';

/** Une clé (« annee ») ou un libellé (« Année scolaire ») → ses libellés. */
function libellesDe(nom: string): readonly [string, ...string[]] {
  const forme = normaliser(nom);
  const connus = Object.entries(LIBELLES).find(
    ([cle, libelles]) => cle === nom || libelles.some((libelle) => normaliser(libelle) === forme),
  );
  return connus?.[1] ?? [nom];
}

interface Grille {
  readonly nom: string;
  readonly ligne: number;
  readonly colonne: number;
  readonly valeurs: Tableau;
}

export async function ecrireParametres(
  contexte: Excel.RequestContext,
  nom: string,
  valeurs: Readonly<Record<string, string>>,
): Promise<void> {
  const feuille = contexte.workbook.worksheets.getItemOrNullObject(nom);
  const etendue = feuille.getUsedRangeOrNullObject(true);
  etendue.load('rowIndex,columnIndex,values');
  await contexte.sync();
  if (feuille.isNullObject) throw new ErreurClasseur(`Feuille « ${nom} » introuvable : vérifier de nouveau.`);
  const grille: Grille = etendue.isNullObject
    ? { nom, ligne: 1, colonne: 1, valeurs: [] }
    : {
        nom,
        ligne: etendue.rowIndex + 1,
        colonne: etendue.columnIndex + 1,
        valeurs: etendue.values as Tableau,
      };
  let ajoutees = 0;
  const corrections = Object.entries(valeurs).flatMap(([cle, valeur]) => {
    const libelles = libellesDe(cle);
    return trouver(grille, libelles, valeur) ?? ajouter(grille, libelles[0], valeur, ajoutees++);
  });
  await corriger(contexte, corrections);
}

/** La première cellule qui porte le libellé, dans l'ordre de lecture, comme la lecture elle-même. */
function trouver(
  { nom, ligne, colonne, valeurs }: Grille,
  libelles: readonly string[],
  valeur: string,
): Correction[] | undefined {
  const formes = new Set(libelles.map(normaliser));
  for (const [i, rangee] of valeurs.entries()) {
    const j = rangee.findIndex((cellule) => typeof cellule === 'string' && formes.has(normaliser(cellule)));
    if (j < 0) continue;
    const actuelle = rangee[j + 1] ?? '';
    const avant = actuelle === '' ? null : estTexteErreur(actuelle) ? { illisible: actuelle } : actuelle;
    return [{ feuille: nom, ligne: ligne + i, colonne: colonne + j + 1, avant, apres: valeur }];
  }
  return undefined;
}

/** Libellé absent : une ligne de plus sous la feuille. */
function ajouter(
  { nom, ligne, colonne, valeurs }: Grille,
  libelle: string,
  valeur: string,
  rang: number,
): Correction[] {
  const cellule = { feuille: nom, ligne: ligne + valeurs.length + rang, avant: null };
  return [
    { ...cellule, colonne, apres: libelle },
    { ...cellule, colonne: colonne + 1, apres: valeur },
  ];
}
