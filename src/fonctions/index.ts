/**
 * Les fonctions CLAS.* : tout ce que ces fichiers exportent, et rien d'autre, dans l'ordre de l'aide. L'identifiant est
 * « CLAS. » et son nom en capitales ; la construction le compare à celui de son commentaire et refuse un écart.
 */
import * as ps from './ps';
import * as gestions from './gestions';
import * as liquidation from './liquidation';
import * as collectif from './collectif';
import * as expliquer from './expliquer';
import * as dossier from './dossier';

/** Excel passe les arguments sans garantie de type : chaque fonction lit et refuse elle-même. */
export type Fonction = (...arguments_: never[]) => number | string | boolean | Array<Array<string | number>>;

export const FONCTIONS: Readonly<Record<string, Fonction>> = Object.fromEntries(
  Object.entries({ ...ps, ...gestions, ...liquidation, ...collectif, ...expliquer, ...dossier }).map(
    ([nom, fonction]): [string, Fonction] => [`CLAS.${nom.toUpperCase()}`, fonction],
  ),
);
