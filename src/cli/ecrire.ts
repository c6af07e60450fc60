/** Écrire un classeur de Clas, et dire ce qui l'a été. */
import { ecrireXlsx } from '../classeur/xlsx';
import type { ClasseurPlan } from '../dossier/formes/plan';
import { enFrancais } from '../reglement/explication';
import type { Ecran } from './ecran';
import { remplacer } from './fichiers';
import { typographier } from '../dossier/affichage/typographie';
import { inoffensif, paragraphe } from './texte';

export interface Ecrit {
  readonly chemin: string;
  readonly octets: number;
}

/** `reel` : le chemin rendu par `preparerSortie` ; `chemin` : celui que l'agent a écrit. */
export async function ecrireClasseur(plan: ClasseurPlan, chemin: string, reel: string): Promise<Ecrit> {
  const octets = await ecrireXlsx(plan);
  remplacer(reel, octets);
  return { chemin, octets: octets.length };
}

function taille(octets: number): string {
  if (octets < 1024) return `${octets} octets`;
  const ko = Math.ceil(octets / 1024);
  return ko < 1024 ? `${ko} Ko` : `${enFrancais(ko / 1024, 1)} Mo`;
}

/** « Écrit : sortie/bilan.xlsx (12 Ko) » */
export const resumeEcrit = ({ chemin, octets }: Ecrit, ecran: Ecran): string =>
  paragraphe(
    `${ecran.teinter('vert', typographier('Écrit :'))} ${inoffensif(chemin)} (${taille(octets).replace(' ', '\u00a0')})`,
    ecran.largeur,
    '  ',
    '',
  );
