/**
 * Compose `docs/remontee.md` et `schemas/remontee.schema.json` de la présentation : ni la page ni le schéma
 * ne peuvent dire autre chose que le fichier écrit. `npm run docs` les réécrit, un test refuse un écart.
 */
import {
  BLOCS,
  CLES_BLOC,
  CLES_LIGNE,
  CLES_TOTAL,
  COLONNES_REMONTEE,
  TOTAUX,
} from '../../src/dossier/restitution/remontee/presentation';
import { schemaRemontee } from '../../src/dossier/restitution/remontee/schema';

const tableau = (entetes: readonly string[], lignes: readonly (readonly string[])[]): string =>
  [entetes, entetes.map(() => '---'), ...lignes].map((l) => `| ${l.join(' | ')} |`).join('\n');

const colonnes = tableau(
  ['Colonne', 'Type', 'Blocs', 'Contenu'],
  CLES_LIGNE.map((cle) => {
    const { entete, type, blocs, aide } = COLONNES_REMONTEE[cle];
    return [entete, type, blocs.map((b) => BLOCS[b].bonus).join(', '), aide];
  }),
);

const totaux = tableau(
  ['Total de contrôle', 'Bloc', 'Calcul', 'Nom dans l’empreinte'],
  CLES_TOTAL.map((cle) => {
    const { libelle, bloc, colonne, calcul } = TOTAUX[cle];
    const calcule =
      calcul === 'nombre' ? 'nombre de lignes' : `somme de « ${COLONNES_REMONTEE[colonne].entete} »`;
    return [libelle, BLOCS[bloc].bonus, calcule, `\`${cle}\``];
  }),
);

export const docsRemontee = (): string =>
  `# Le fichier pour la Cnaf

<!-- prettier-ignore-start -->
<!-- Page écrite par npm run docs : modifier scripts/docs/remontee.ts ou la présentation, pas ce fichier. -->

La circulaire (§ 3.4) demande en janvier le suivi des projets à bonus. L’utilitaire de la Cnaf n’est pas public : cette présentation est la nôtre, décrite en un seul endroit, [presentation.ts](../src/dossier/restitution/remontee/presentation.ts), que suivent l’écriture, la relecture, le Table Schema et cette page. Elle se change là, avec son numéro.

## Ce que contient le fichier

\`CLAS_BONUS_2021-2022_CAF45.xlsx\` ; dans le 64, qui a deux Caf, le nom suit : \`CLAS_BONUS_2021-2022_CAF64-PAYS-BASQUE-ET-SEIGNANX.xlsx\`. Que des valeurs : aucune formule \`CLAS.*\`, la Cnaf n’a pas le complément.

- **Remontée Cnaf** : la Caf et l’année scolaire, puis deux blocs séparés et les totaux de contrôle. ${CLES_BLOC.map((b) => `« ${BLOCS[b].titre(2021)} »`).join(' et ')}. Un bonus accordé n’est jamais dit versé. Un bloc sans ligne dit « Néant ». Les totaux sont des formules natives, avec leur valeur.
- **Données** : les mêmes lignes sans mise en page, une par projet et par bloc, pour un outil.
- **Contrôle** : numéro de présentation, version des règles, barème des bonus, empreinte, anomalies du classeur par situation. Une remontée n’existe que sans anomalie bloquante.

Les feuilles sont protégées contre les fausses manœuvres, sans mot de passe.

## Les colonnes

${colonnes}

Seuls remontent les projets agréés qui ont au moins un bonus. Les bonus versés viennent de la feuille facultative « Bonus versés » du classeur ; absente, le bloc est vide et son total nul.

## Les totaux de contrôle

${totaux}

## Vérifier les lignes avec un autre outil

[remontee.schema.json](../schemas/remontee.schema.json) est un Table Schema de la feuille Données. Tout validateur tabulaire peut s’en servir, par exemple frictionless :

\`\`\`sh
frictionless validate CLAS_BONUS_2021-2022_CAF45.xlsx --sheet Données --schema schemas/remontee.schema.json
\`\`\`

## L’empreinte

Les mêmes données donnent la même empreinte, quels que soient le jour, le logiciel qui a écrit le fichier et l’ordre des lignes. Elle n’est pas une signature : elle montre qu’un fichier a changé, pas qui l’a écrit. Pour la refaire :

1. écrire une ligne de texte par donnée, champs séparés par une tabulation, chacune finie par un saut de ligne, en UTF-8 (accents composés, NFC) :
   - \`caf\`, code, nom de la Caf, code organisme ;
   - \`annee\`, année N ;
   - \`accordes\` ou \`verses\`, puis les colonnes ci-dessus dans l’ordre ;
   - \`total\`, nom du total, valeur ;
2. un montant s’écrit avec deux décimales et un point (\`900.00\`), un nombre sans décimale, une cellule vide ne s’écrit pas ;
3. trier les lignes octet par octet (\`LC_ALL=C sort\`) ;
4. en prendre le SHA-256 (\`sha256sum\`).

## La consolidation

\`clas consolider\` relit ces fichiers et fait le bilan national. Un fichier est refusé, avec sa raison, et les autres sont pris, quand :

- ce n’est pas une remontée, ou elle est d’un autre numéro de présentation ;
- un total de contrôle diffère de la somme des lignes (C-REM-02) ;
- l’empreinte diffère de celle des données ;
- une cellule diffère de celle que Clas aurait écrite (les phrases d’aide exceptées) ;
- la Caf n’est pas identifiable : code absent, ou 64 sans nom ni code organisme ;
- la même Caf a déjà un fichier : même code, et dans le 64 même nom ou même code organisme ;
- l’année scolaire n’est pas celle du premier fichier accepté.

Un fichier réenregistré sans changement par Excel ou LibreOffice est accepté.
<!-- prettier-ignore-end -->
`;

/** Les listes de textes tiennent sur une ligne, comme prettier les veut. */
export const texteSchema = (): string =>
  `${JSON.stringify(schemaRemontee(), null, 2).replace(/\[\s+("[^[\]]*")\s+\]/g, (_, valeurs: string) => `[${valeurs.replace(/\s*\n\s*/g, ' ')}]`)}\n`;
