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
- **Contrôle** : numéro de présentation, version des règles, montant de chaque bonus et sa source, empreinte des données et empreinte de la feuille, anomalies du classeur par situation, dossiers mis à l’écart avec leur motif. Une remontée n’existe que sans anomalie bloquante.

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
   - \`ecartes\`, nombre de dossiers mis à l’écart ;
   - \`accordes\` ou \`verses\`, puis les colonnes ci-dessus dans l’ordre ;
   - \`total\`, nom du total, valeur ;
2. un montant s’écrit avec deux décimales et un point (\`900.00\`), un nombre sans décimale, une cellule vide ne s’écrit pas ;
3. trier les lignes octet par octet (\`LC_ALL=C sort\`) ;
4. en prendre le SHA-256 (\`sha256sum\`).

## La consolidation

\`clas consolider\` relit ces fichiers et fait le bilan national. Rien n’y est cru : tout est refait des lignes, ou refusé. Un fichier est refusé, avec sa raison, et les autres sont pris, quand :

- ce n’est pas une remontée, ou elle est d’un autre numéro de présentation ou d’une autre version des règles ;
- une ligne de la feuille Données ne suit pas le Table Schema : nombre négatif ou fractionnaire, public inconnu, année mal écrite, Siret qui n’a pas quatorze chiffres ;
- un Siret a une clé fausse, un dossier est présent deux fois dans un bloc, un projet n’a aucun bonus ;
- un montant n’est pas son nombre de collectifs au montant de la feuille Contrôle, ou le total d’une ligne n’est pas la somme de ses deux parts ;
- un total de contrôle diffère de la somme des lignes (C-REM-02) ;
- l’empreinte diffère de celle des données, ou celle de la feuille Contrôle diffère de ce que la feuille dit ;
- une cellule, ou sa formule, diffère de ce que Clas aurait écrit (les phrases d’aide exceptées) ;
- une ligne ou une feuille est masquée, des cellules sont fusionnées, une feuille est ajoutée ;
- la feuille Contrôle dit une situation que Clas ne connaît pas, une anomalie bloquante, ou plus d’alertes justifiées que d’alertes ;
- des bonus sont accordés pour une année où ils n’existaient pas, ou leur montant n’est pas celui publié, sans l’alerte qui le dit ;
- la Caf n’est pas désignée : code absent, ou 64 sans le nom de l’une de ses deux Caf (un code organisme ne suffit pas) ;
- la même Caf a déjà un fichier : il n’y a jamais plus de fichiers que de Caf dans un département ;
- l’année scolaire n’est pas celle du premier fichier accepté.

**Ce que cela prouve** : le fichier se tient, il est tel que Clas l’écrit, et rien n’y a été changé sans que ses empreintes soient refaites. **Ce que cela ne prouve pas** : qui l’a écrit (les empreintes ne sont pas des signatures, leur recette est publique), ni que les données de la Caf sont vraies ; les nombres d’anomalies et les motifs de mise à l’écart ne se recalculent pas des lignes, seule l’empreinte de leur feuille les tient.

Un fichier réenregistré sans changement par Excel ou LibreOffice est accepté.
<!-- prettier-ignore-end -->
`;

/** Les listes de textes tiennent sur une ligne, comme prettier les veut. */
export const texteSchema = (): string =>
  `${JSON.stringify(schemaRemontee(), null, 2).replace(/\[\s+("[^[\]]*")\s+\]/g, (_, valeurs: string) => `[${valeurs.replace(/\s*\n\s*/g, ' ')}]`)}\n`;
