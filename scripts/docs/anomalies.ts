/** Compose `docs/anomalies.md` du catalogue et des phrases : la page ne peut pas dire autre chose que le code. */
import { CATALOGUE, ETAPES, TITRES, type Code } from '../../src/dossier/anomalies/catalogue';
import { HORS_PORTEE } from './horsPortee';
import { MESSAGES, SITUATIONS } from '../../src/dossier/anomalies/messages';

/** La phrase avec ses valeurs entre accolades : « {v} ». */
function phrase(code: Code): string {
  const valeurs: object = new Proxy({}, { get: (_, nom) => `{${String(nom)}}` });
  return (MESSAGES[code] as (p: object) => string)(valeurs).replaceAll('|', '\\|');
}

/** Le texte entier de la page. */
export function docsAnomalies(): string {
  const codes = Object.keys(CATALOGUE) as Code[];
  const references = new Set(codes.map((c) => CATALOGUE[c].reference));
  const tableau = (etape: (typeof ETAPES)[number]): string =>
    [
      '| Code | Gravité | Référence | Situation | Ce que Clas dit | Source |',
      '| --- | --- | --- | --- | --- | --- |',
      ...codes
        .filter((c) => CATALOGUE[c].etape === etape)
        .map(
          (c) =>
            `| \`${c}\` | ${CATALOGUE[c].gravite} | ${CATALOGUE[c].reference} | ${SITUATIONS[c]} | ${phrase(c)} | ${CATALOGUE[c].source} |`,
        ),
    ].join('\n');
  return [
    '# Les anomalies',
    '<!-- prettier-ignore-start -->',
    '<!-- Page écrite par npm run docs : modifier src/dossier/anomalies, pas ce fichier. -->',
    `${codes.length} anomalies pour ${references.size} situations. **Bloquante** : ni remontée ni écritures tant qu’elle demeure. **Alerte** : calculé, une justification est attendue. **Information** : rien à corriger. Les valeurs sont entre accolades ; \`{v}\` est ce qui est saisi.`,
    ...ETAPES.flatMap((etape) => [`## ${TITRES[etape]}`, tableau(etape)]),
    '## Situations hors de `verifier`',
    [
      '| Référence | Pourquoi |',
      '| --- | --- |',
      ...Object.entries(HORS_PORTEE).map(([r, raison]) => `| ${r} | ${raison} |`),
    ].join('\n'),
    '<!-- prettier-ignore-end -->\n',
  ].join('\n\n');
}
