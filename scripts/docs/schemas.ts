/** Les schémas JSON de ce que les commandes écrivent avec `--json`, tirés des formes : `schemas/commandes/`. */
import { toJSONSchema } from 'zod/mini';
import { FORMES_JSON, type NomForme } from '../../src/dossier/restitution/formesJson';

/** Celles qui n'écrivent rien tant qu'une anomalie bloque. */
const OFFICIELLES = new Set<NomForme>(['remontee', 'cloture', 'subventions']);
const REFUS =
  'Code de sortie 1 : des anomalies bloquent, rien n’est écrit, et l’objet est celui de « clas verifier --json ».';

export const schemasCommandes = (): readonly (readonly [string, string])[] =>
  (Object.keys(FORMES_JSON) as NomForme[]).map((nom) => [
    `schemas/commandes/${nom.replace(' --', '-')}.schema.json`,
    `${JSON.stringify({ title: `clas ${nom} --json`, ...(OFFICIELLES.has(nom) && { description: REFUS }), ...toJSONSchema(FORMES_JSON[nom]) }, null, 2)}\n`,
  ]);
