/** Un classeur bloqué ne donne rien d'officiel : la phrase que disent toutes les portes (C-REM-03). */
import { adresse } from '../anomalies/anomalie';
import type { Examen } from '../examiner';

export type Officiel =
  'le fichier de remontée' | 'le fichier des écritures' | 'le fichier des subventions' | 'la feuille';

const NON_GENERE: Readonly<Record<Officiel, string>> = {
  'le fichier de remontée': 'le fichier de remontée n’est pas généré',
  'le fichier des écritures': 'le fichier des écritures n’est pas généré',
  'le fichier des subventions': 'le fichier des subventions n’est pas généré',
  'la feuille': 'la feuille n’est pas remplie',
};

/** Le refus et la première cellule à corriger ; sans objet quand le classeur est valide. */
export function phraseBlocage(
  { anomalies, compte }: Pick<Examen, 'anomalies' | 'compte'>,
  objet: Officiel = 'le fichier de remontée',
): string {
  const n = compte.bloquante;
  const s = n > 1 ? 's' : '';
  const premiere = anomalies.find((a) => a.gravite === 'bloquante');
  const ou = premiere && (adresse(premiere) ?? premiere.feuille);
  const corriger = n > 1 ? 'Les corriger' : 'La corriger';
  return `${n} anomalie${s} bloquante${s} : ${NON_GENERE[objet]}. ${corriger}${ou ? ` (d’abord ${ou})` : ''}, puis recommencer.`;
}
