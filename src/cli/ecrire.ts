/** Écrire un classeur de Clas, et dire ce qui l'a été. */
import { ecrireXlsx } from '../classeur/xlsx';
import type { ClasseurPlan } from '../dossier/formes/plan';
import { enFrancais } from '../reglement/explication';
import type { Ecran } from './ecran';
import { remplacer, type Ecrit, type Sortie } from './fichiers';
import { typographier } from '../dossier/affichage/typographie';
import { inoffensif, paragraphe } from './texte';

export const ecrireClasseur = async (plan: ClasseurPlan, sortie: Sortie): Promise<Ecrit> =>
  remplacer(sortie, await ecrireXlsx(plan));

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
