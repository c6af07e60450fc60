/** Saisir le barème d'une année : ce que l'agent a tapé, lu comme une cellule, et les cellules de Paramètres où l'écrire. */
import { valeurEn } from '../../formes/grille';
import type { Feuille } from '../../formes/grille';
import { lireLignesBareme } from '../../lecture/bareme';
import { champsDeLigne, ENTETES_BAREME, ligneDeBareme } from '../../lecture/enteteBareme';
import { lireNombre, lireTaux } from '../../../valeurs/nombre';
import type { Valeur } from '../../../valeurs/valeur';

type CleBareme = keyof typeof ENTETES_BAREME;

/** Ce qui se saisit : tout, sauf l'année, qui est celle du classeur. */
export const CHAMPS_BAREME = [
  'taux',
  'prixPlafond',
  'montantMaximal',
  'bonusEnfants',
  'bonusParents',
  'source',
] as const satisfies readonly CleBareme[];
export type ChampBareme = (typeof CHAMPS_BAREME)[number];

export type SaisieBareme = Readonly<Record<ChampBareme, string>>;
export type ValeursBareme = Readonly<Record<ChampBareme, number | string>>;

/** Les valeurs saisies, ou ce qui ne va pas dans chaque champ. */
export function lireSaisieBareme(
  saisie: SaisieBareme,
): { readonly valeurs: ValeursBareme } | { readonly erreurs: Partial<Record<ChampBareme, string>> } {
  const erreurs: Partial<Record<ChampBareme, string>> = {};
  const valeurs = Object.fromEntries(
    CHAMPS_BAREME.map((champ) => {
      const texte = saisie[champ].trim();
      if (texte === '')
        erreurs[champ] = champ === 'source' ? 'Dire d’où viennent ces chiffres.' : 'À saisir.';
      if (texte === '' || champ === 'source') return [champ, texte];
      const lu = (champ === 'taux' ? lireTaux : lireNombre)(texte);
      const douteux = lu.etat === 'ambigu' && champ !== 'taux';
      if (lu.etat === 'illisible' || douteux || !lu.valeur.isPositive()) {
        erreurs[champ] = champ === 'taux' ? 'Un taux, par exemple 30 %.' : 'Un montant en euros.';
        return [champ, texte];
      }
      return [champ, lu.valeur.toNumber()];
    }),
  ) as Record<ChampBareme, number | string>;
  return Object.keys(erreurs).length > 0 ? { erreurs } : { valeurs };
}

interface CelluleAEcrire {
  readonly feuille: string;
  readonly ligne: number;
  readonly colonne: number;
  readonly avant: Valeur;
  readonly apres: number | string;
}

/** La ligne de l'année si elle existe, sinon une ligne neuve sous le barème, sinon un barème neuf sous la feuille. */
export function cellulesDuBareme(
  feuille: Feuille,
  dates1904: boolean,
  annee: number,
  valeurs: ValeursBareme,
): readonly CelluleAEcrire[] {
  const { nom, premiereLigne, premiereColonne, lignes } = feuille;
  const apres: Readonly<Record<CleBareme, number | string>> = { annee, ...valeurs };
  const cles = Object.keys(ENTETES_BAREME) as CleBareme[];
  const ecrire = (ligne: number, colonne: number, valeur: number | string): CelluleAEcrire => ({
    feuille: nom,
    ligne,
    colonne,
    avant: valeurEn(feuille, ligne, colonne),
    apres: valeur,
  });
  const entete = lignes.findIndex((ligne) => ligneDeBareme(ligne) !== undefined);
  if (entete < 0) {
    const debut = premiereLigne + lignes.length + 1;
    return cles.flatMap((cle, i) => [
      ecrire(debut, premiereColonne + i, ENTETES_BAREME[cle][0]),
      ecrire(debut + 1, premiereColonne + i, apres[cle]),
    ]);
  }
  const connues = lireLignesBareme(feuille, dates1904);
  const colonnes = new Map(
    champsDeLigne(lignes[entete] ?? []).flatMap((cle, c) =>
      cle === undefined ? [] : [[cle as CleBareme, premiereColonne + c] as const],
    ),
  );
  const dernieres = [premiereLigne + entete, ...connues.map(({ ligne }) => ligne)];
  const ligne = connues.find((l) => l.annee === annee)?.ligne ?? Math.max(...dernieres) + 1;
  return [...colonnes].map(([cle, colonne]) => ecrire(ligne, colonne, apres[cle]));
}
