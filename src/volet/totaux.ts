/** Un total à l'écran : ce qui n'a pas pu se calculer ne se montre pas comme un zéro. */
import type { Examen } from '../dossier/examiner';
import { euros } from '../reglement/explication';
import type { Decimal } from '../valeurs/montant';

type CleBonus = 'bonusEnfants' | 'bonusParents' | 'bonus';

export const montantOu = (montant: Decimal | null, sinon: string): string =>
  montant === null ? sinon : euros(montant);

/** La remontée compte pour zéro un bonus inconnu, que l'examen signale ; le volet le dit. */
export const bonusAccordes = ({ calculs }: Examen, cle: CleBonus, total: Decimal): string =>
  montantOu(calculs.some((c) => c.agree && c.montants[cle].montant === null) ? null : total, 'non calculé');
