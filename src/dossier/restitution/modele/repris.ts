/** Ce qu'un classeur de l'année précédente savait déjà, et que le classeur suivant reçoit. */
import type { Bareme } from '../../../reglement/bareme';
import type { ArrondiPs } from '../../../reglement/ps';
import type { Decimal } from '../../../valeurs/montant';
import type { Donnee } from './saisie';

export interface Repris {
  readonly contact: string | null;
  readonly siretCaf: string | null;
  readonly codeOrganisme: string | null;
  readonly arrondi: ArrondiPs;
  readonly limiterAuMontantAccorde: boolean | null;
  /** Notifiée pour l'année civile N du nouveau classeur : N+1 de l'ancien. */
  readonly enveloppeN: Decimal | null;
  /** Barème de l'année précédente, gardé sous celui de l'année. */
  readonly baremePrecedent: Bareme | null;
  readonly projets: readonly Donnee[];
  readonly bonusVerses: readonly Donnee[];
}
