/** Les totaux de contrôle : toujours tirés des lignes, selon la seule table `TOTAUX`. */
import { Decimal, ZERO, somme } from '../../../valeurs/montant';
import {
  CLES_TOTAL,
  TOTAUX,
  type Bloc,
  type CleTotal,
  type LigneRemontee,
  type TotauxRemontee,
} from './presentation';

/** Un total par clé ; la table dit s'il est un nombre ou un montant. */
const parCle = (valeur: (cle: CleTotal) => Decimal): TotauxRemontee =>
  Object.fromEntries(
    CLES_TOTAL.map((cle) => [cle, TOTAUX[cle].unite === 'montant' ? valeur(cle) : valeur(cle).toNumber()]),
  ) as TotauxRemontee;

const enDecimal = (valeur: string | number | Decimal | null): Decimal =>
  valeur === null ? ZERO : new Decimal(valeur);

/** Totaux des lignes d'une remontée. */
export const totauxDe = (blocs: Readonly<Record<Bloc, readonly LigneRemontee[]>>): TotauxRemontee =>
  parCle((cle) => {
    const { bloc, colonne, calcul } = TOTAUX[cle];
    const lignes = blocs[bloc];
    return calcul === 'nombre' ? new Decimal(lignes.length) : somme(lignes.map((l) => enDecimal(l[colonne])));
  });

/** Totaux de plusieurs remontées. */
export const additionner = (totaux: readonly TotauxRemontee[]): TotauxRemontee =>
  parCle((cle) => somme(totaux.map((t) => enDecimal(t[cle]))));
