/** « Et si » : les montants d'un dossier si quelques-unes de ses cellules valaient autre chose ; rien ne s'écrit. */
import type { Projet } from '../colonnes/projets';
import type { Contexte } from '../controle/contexte';
import { calculerProjet } from './calculer';
import type { CalculProjet } from './montants';

/** Ce qui peut se supposer : le budget, le compte de résultat, les collectifs et les bonus. */
export const CHAMPS_SUPPOSES = [
  'coutPrevisionnel',
  'coutReel',
  'collectifsAgrees',
  'collectifsReels',
  'bonusEnfants',
  'bonusParents',
] as const;

export type ChampSuppose = (typeof CHAMPS_SUPPOSES)[number];
export type Supposition = Partial<Pick<Projet, ChampSuppose>>;

/** Le même calcul que celui du classeur, sur une copie de la ligne. */
export function supposer(projet: Projet, supposition: Supposition, contexte: Contexte): CalculProjet {
  const illisibles = new Set([...projet.illisibles].filter((champ) => !(champ in supposition)));
  return calculerProjet({ ...projet, ...supposition, illisibles }, contexte);
}
