/**
 * Les fonctions CLAS.* : tout ce que ces fichiers exportent, et rien d'autre. L'identifiant d'une fonction est
 * « CLAS. » et son nom en capitales ; la construction le compare à celui de son commentaire et refuse un écart.
 */
import * as collectif from './collectif';
import * as dossier from './dossier';
import * as expliquer from './expliquer';
import * as gestions from './gestions';
import * as liquidation from './liquidation';
import * as ps from './ps';

/** Excel passe les arguments sans garantie de type : chaque fonction lit et refuse elle-même. */
export type Fonction = (...arguments_: never[]) => number | string | boolean | Array<Array<string | number>>;

export const FONCTIONS: Readonly<Record<string, Fonction>> = Object.fromEntries(
  Object.entries({ ...ps, ...gestions, ...liquidation, ...collectif, ...expliquer, ...dossier }).map(
    ([nom, fonction]): [string, Fonction] => [`CLAS.${nom.toUpperCase()}`, fonction],
  ),
);
