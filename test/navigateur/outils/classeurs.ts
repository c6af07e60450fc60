/** Des classeurs d'essai : ceux de `test/exemples`, tels qu'Excel les ouvrirait. */
import { readFileSync } from 'node:fs';
import { lireXlsx } from '../../../src/classeur/xlsx';
import { lettres } from '../../../src/dossier/adresses';

import { estIllisible } from '../../../src/dossier/grille';
import type { FeuilleDePage } from './hotePage';

export async function exemple(nom: string): Promise<FeuilleDePage[]> {
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
