/** Les anomalies par cause : un même code, dans une même colonne, pour une même valeur, est une seule chose à régler. */
import { estIllisible } from '../../valeurs/valeur';
import { normaliser } from '../../valeurs/texte';
import type { Anomalie } from '../anomalies/anomalie';
import type { Gravite } from '../anomalies/catalogue';

export interface Cause {
  /** La même pour la même cause d'un contrôle à l'autre. */
  readonly cle: string;
  readonly gravite: Gravite;
  /** Au moins une, dans l'ordre reçu. */
  readonly anomalies: readonly [Anomalie, ...Anomalie[]];
}

const RANGS: Readonly<Record<Gravite, number>> = { bloquante: 0, alerte: 1, information: 2 };

/** Une valeur juste de forme (un montant, une date) varie à chaque ligne : seul un texte ou une erreur fait la cause. */
function valeurCommune({ valeur }: Anomalie): string {
  if (valeur === null) return '';
  if (estIllisible(valeur)) return valeur.illisible;
  return typeof valeur === 'string' && !/\d/.test(valeur) ? normaliser(valeur) : '';
}

const cleDe = (a: Anomalie): string =>
  JSON.stringify([a.code, a.feuille, a.champ, a.colonne, valeurCommune(a)]);

/** Le plus grave d'abord, puis ce qui touche le plus de cellules. */
export function parCause(anomalies: readonly Anomalie[]): readonly Cause[] {
  const groupes = new Map<string, [Anomalie, ...Anomalie[]]>();
  for (const a of anomalies) {
    const cle = cleDe(a);
    const groupe = groupes.get(cle);
    if (groupe) groupe.push(a);
    else groupes.set(cle, [a]);
  }
  return [...groupes]
    .map(([cle, siennes]) => ({ cle, gravite: siennes[0].gravite, anomalies: siennes }))
    .sort((x, y) => RANGS[x.gravite] - RANGS[y.gravite] || y.anomalies.length - x.anomalies.length);
}
