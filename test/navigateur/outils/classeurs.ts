/** Des classeurs d'essai : composés, ou ceux de `test/exemples` tels qu'Excel les ouvrirait. */
import { readFileSync } from 'node:fs';
import { lireXlsx } from '../../../src/classeur/xlsx';
import { lettres } from '../../../src/dossier/adresses';

import { estIllisible, type Valeur } from '../../../src/dossier/grille';
import { ENTETES, PARAMETRES } from '../../volet/port';
import type { FeuilleDePage } from './hotePage';

export type Contenu = string | number | boolean | null;

export const classeur = (...projets: readonly Valeur[][]): FeuilleDePage[] => [
  { nom: 'Paramètres', lignes: PARAMETRES as Contenu[][] },
  { nom: 'Projets', lignes: [ENTETES, ...(projets as Contenu[][])] },
];

async function exemple(nom: string): Promise<FeuilleDePage[]> {
  const { feuilles } = await lireXlsx(readFileSync(`test/exemples/${nom}.xlsx`));
  return feuilles.map(({ nom: feuille, lignes, formules, premiereLigne, premiereColonne }) => ({
    nom: feuille,
    lignes: [
      ...Array.from({ length: premiereLigne - 1 }, () => []),
      ...lignes.map((ligne, i) => [
        ...Array.from({ length: premiereColonne - 1 }, () => null),
        ...ligne.map((valeur, j) => {
          const formule = formules.get(`${lettres(premiereColonne + j)}${premiereLigne + i}`);
          if (formule !== undefined) return formule;
          return estIllisible(valeur) ? { erreur: valeur.illisible } : valeur;
        }),
      ]),
    ],
  }));
}
