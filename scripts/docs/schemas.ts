/** Les schémas JSON de ce que les commandes écrivent avec `--json`, tirés des formes : `schemas/commandes/`. */
import { toJSONSchema } from 'zod/mini';
import { FORMES_JSON, type NomForme } from '../../src/dossier/restitution/formesJson';

export const schemasCommandes = (): readonly (readonly [string, string])[] =>
  (Object.keys(FORMES_JSON) as NomForme[]).map((nom) => [
    `schemas/commandes/${nom}.schema.json`,
    `${JSON.stringify({ title: `clas ${nom} --json`, ...toJSONSchema(FORMES_JSON[nom]) }, null, 2)}\n`,
  ]);
