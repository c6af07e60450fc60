/**
 * Deux années de remontées, rapprochées Caf par Caf : ce que chacune a accordé en N (sa remontée de N) et ce qu'elle en
 * a versé (le bloc « versés » de sa remontée de N+1).
 */
import { CAFS, cafDesignee, type Caf } from '../../cafs';
import { ErreurClasseur } from '../../formes/erreurs';
import type { Accepte, Bilan } from '../bilan/consolider';
import { anneeScolaire } from '../../../reglement/annee';
import type { Decimal } from '../../../valeurs/montant';

export interface SuiviCaf {
  readonly caf: Caf;
  /** `null` : pas de remontée de N, ou de N+1. */
  readonly accorde: Decimal | null;
  readonly paye: Decimal | null;
  /** Payé ÷ accordé ; `null` quand l'un manque, ou que rien n'était accordé. */
  readonly taux: Decimal | null;
}

export interface SuiviNational {
  readonly annee: number;
  readonly suivi: readonly SuiviCaf[];
  /** Caf dont il manque la remontée d'une des deux années, et laquelle. */
  readonly manquants: readonly { readonly caf: Caf; readonly annee: number }[];
}

/** @throws ErreurClasseur quand les deux bilans ne sont pas de deux années successives. */
export function suivre(bilanN: Bilan, bilanN1: Bilan): SuiviNational {
  const annee = bilanN.annee;
  if (annee === null || bilanN1.annee !== annee + 1)
    throw new ErreurClasseur(
      'Le suivi demande les remontées de deux années scolaires successives, par exemple 2021-2022 et 2022-2023.',
    );
  const parCaf = ({ acceptes }: Bilan): ReadonlyMap<Caf | null, Accepte> =>
    new Map(acceptes.map((a) => [cafDesignee(a.remontee), a]));
  const [n, n1] = [parCaf(bilanN), parCaf(bilanN1)];
  const vues = CAFS.filter((caf) => n.has(caf) || n1.has(caf));
  return {
    annee,
    suivi: vues.map((caf) => {
      const accorde = n.get(caf)?.remontee.totaux.bonusAccordes ?? null;
      const paye = n1.get(caf)?.remontee.totaux.bonusVerses ?? null;
      return { caf, accorde, paye, taux: accorde && paye && accorde.gt(0) ? paye.div(accorde) : null };
    }),
    manquants: vues.flatMap((caf) => [
      ...(n.has(caf) ? [] : [{ caf, annee }]),
      ...(n1.has(caf) ? [] : [{ caf, annee: annee + 1 }]),
    ]),
  };
}

/** « 2021-2022 et 2022-2023 » */
export const anneesSuivies = ({ annee }: SuiviNational): string =>
  `${anneeScolaire(annee)} et ${anneeScolaire(annee + 1)}`;
