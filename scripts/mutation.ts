/**
 * Les mutations des règles et des contrôles, écrites dans `docs/mesures.md` : `npm run mutation`, ou un groupe
 * (`-- reglement`), ou un fichier le temps d'un essai (`-- src/reglement/ps.ts`, sans toucher à la page).
 * `--reprendre` ne repasse que ce que du code ou des essais nouveaux ont pu changer depuis la dernière fois : un groupe se
 * fait donc aussi fichier par fichier, puis entier en reprenant. `--processus=2` : sur une machine libre.
 */
import { Stryker } from '@stryker-mutator/core';
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { ecrireSection, tableau } from '../outils/rapport';

type Mutant = Awaited<ReturnType<Stryker['runMutationTest']>>[number];

interface Groupe {
  readonly titre: string;
  /** Part des mutants vus, en pour cent, sous laquelle la commande échoue. */
  readonly seuil: number;
  readonly fichiers: readonly string[];
  /** Les dossiers de ses essais, sous `test`, et les essais qu'on laisse. */
  readonly dossiers: readonly string[];
  readonly sans: readonly string[];
  /** Les textes ne changent pas : ce sont des codes et des clés, que le compilateur vérifie. */
  readonly textesTypes?: true;
}

/**
 * Les contrôles et le calcul partagent leurs essais : ceux du moteur et de l'arrêté, sans la lecture ni la panne, qui les
 * remplacent, ni les fichiers, ni la ronde de tous les conseils, qui dure plus que le reste.
 */
const DOSSIER = {
  dossiers: ['dossier', 'suite'],
  sans: [
    ...['catalogue', 'conseils', 'conservation', 'date', 'formuleAffichee', 'lecture', 'lectureDite'],
    ...['nombre', 'oracle', 'panne', 'proposer', 'sale'],
    ...['bareme', 'cellule', 'entetes', 'feuilles', 'gestion', 'intitules', 'lignes', 'parametres'],
    ...['proprietaire', 'publics', 'relues', 'saisie', 'table', 'titres'],
    ...['courriers', 'pages', 'subventions', 'suite'],
  ],
  textesTypes: true,
} as const;

const GROUPES: Readonly<Record<string, Groupe>> = {
  reglement: {
    titre: 'Les règles sous mutation',
    seuil: 95,
    // le catalogue des règles est de la documentation : aucun montant n'en dépend
    fichiers: ['src/reglement/*.ts', '!src/reglement/catalogue.ts'],
    dossiers: ['reglement'],
    // les deux premiers lisent le texte des sources ; les tirages au hasard viennent en plus : un essai nommé doit suffire
    sans: ['catalogue', 'citations', 'oracle', 'proprietes', 'proprietes-gestion'],
  },
  controles: {
    titre: 'Les contrôles sous mutation',
    seuil: 95,
    fichiers: [
      'src/dossier/controle/*.ts',
      'src/dossier/controle/croises/*.ts',
      'src/dossier/controle/parProjet/*.ts',
      'src/dossier/calcul/verifications/*.ts',
    ],
    ...DOSSIER,
  },
  calcul: {
    titre: 'Le calcul d’un projet sous mutation',
    seuil: 95,
    fichiers: [
      'src/dossier/calcul/*.ts',
      'src/dossier/calcul/projet/*.ts',
      'src/dossier/anomalies/anomalie.ts',
    ],
    ...DOSSIER,
  },
  lecture: {
    titre: 'La lecture sous mutation',
    seuil: 95,
    fichiers: ['src/dossier/lecture/*.ts', 'src/dossier/lecture/lignes/*.ts', 'src/valeurs/*.ts'],
    dossiers: ['dossier', 'valeurs'],
    // ceux-ci lisent le texte des sources, remplacent la lecture, tirent au hasard en plus, ou jugent ce qu'on en calcule
    sans: [
      ...['annee', 'anomalie', 'calcul', 'catalogue', 'conseils', 'explication', 'inconnu'],
      ...['memoire', 'oracle', 'panne'],
    ],
    textesTypes: true,
  },
  restitution: {
    titre: 'La restitution sous mutation',
    seuil: 90,
    fichiers: [
      'src/dossier/restitution/*.ts',
      'src/dossier/restitution/arrete/*.ts',
      'src/dossier/restitution/bilan/*.ts',
      'src/dossier/restitution/feuilles/*.ts',
      'src/dossier/restitution/modele/*.ts',
      'src/dossier/restitution/remontee/*.ts',
      'src/dossier/restitution/sorties/*.ts',
      'src/dossier/restitution/suite/*.ts',
    ],
    dossiers: ['restitution', 'suite'],
    sans: [],
    textesTypes: true,
  },
  classeur: {
    titre: 'Le classeur sous mutation',
    seuil: 85,
    fichiers: [
      'src/classeur/*.ts',
      'src/classeur/docx/*.ts',
      'src/classeur/excel/*.ts',
      'src/classeur/xlsx/*.ts',
    ],
    dossiers: ['xlsx', 'excel', 'valeurs'],
    // celui-ci demande LibreOffice
    sans: ['libreoffice'],
    textesTypes: true,
  },
  volet: {
    titre: 'Les gestes du volet sous mutation',
    seuil: 85,
    fichiers: ['src/volet/*.ts'],
    dossiers: ['volet', 'excel'],
    sans: [],
    textesTypes: true,
  },
};

/** Des survivants admis : une ligne, ce qu'elle devient, et pourquoi aucun essai ne peut ou ne doit le voir. */
interface Admis {
  readonly fichier: string;
  readonly code: string;
  readonly devient: readonly string[];
  readonly raison: string;
}
const ADMIS = JSON.parse(readFileSync('test/mutation/survivants.json', 'utf8')) as readonly Admis[];

const VUS = ['Killed'];
/** Une boucle sans fin, le coureur la coupe et un essai l'a vue ; un délai dépassé peut n'être qu'une machine chargée. */
const SURVIVANTS = ['Survived', 'NoCoverage', 'Timeout'];

/** « src/reglement/*.ts » désigne les fichiers du dossier, non ceux d'un dossier de plus. */
const designe = (motif: string, fichier: string): boolean =>
  new RegExp(`^${motif.replaceAll('.', '\\.').replace('*', '[^/]+')}$`).test(fichier);

const fichierDe = (m: Mutant): string => relative('.', m.fileName);
const remplacement = (m: Mutant): string => (m.replacement ?? '').replace(/\s+/g, ' ');
/** La ligne, et non son numéro : elle reste vraie quand le code au-dessus bouge. */
const ligneDe = (m: Mutant): string =>
  (readFileSync(m.fileName, 'utf8').split('\n')[m.location.start.line - 1] ?? '').trim();

const pourCent = (mutants: readonly Mutant[]): number =>
  (100 * mutants.filter((m) => VUS.includes(m.status)).length) / mutants.length;
const ecrire = (n: number): string => `${n.toFixed(1).replace('.', ',')} %`;
/** Un accent grave au bord d'un code se double, comme Markdown le veut. */
const code = (texte: string): string => (texte.includes('`') ? `\`\` ${texte} \`\`` : `\`${texte}\``);

async function muter(cle: string, groupe: Groupe, fichiers: readonly string[]): Promise<Mutant[]> {
  const { dossiers, sans } = groupe;
  const mutants = await new Stryker({
    plugins: ['./test/mutation/coureur.mjs'],
    testRunner: 'clas',
    reporters: ['progress-append-only', 'clas'],
    // chaque mutant n'est passé qu'aux essais qui l'atteignent ; un chiffre de module, à tous
    coverageAnalysis: 'perTest',
    timeoutMS: 10_000,
    dryRunTimeoutMinutes: 60,
    tempDirName: 'build/mutation',
    ignorePatterns: ['build', 'dist', 'sortie'],
    mutate: [...fichiers],
    concurrency: PROCESSUS,
    incremental: true,
    incrementalFile: `build/mutation-${cle}.json`,
    force: !REPRENDRE,
    mutator: { excludedMutations: groupe.textesTypes ? ['StringLiteral'] : [] },
    // le coureur les passe au jest de chaque processus
    ...{ essais: { dossiers, sans } },
  }).runMutationTest();
  // un mutant qui ne se charge pas n'est ni vu ni survivant
  // et Stryker rend aussi ce qu'il sait d'une demande d'avant
  return mutants.filter(
    (m) =>
      [...VUS, ...SURVIVANTS].includes(m.status) && fichiers.some((motif) => designe(motif, fichierDe(m))),
  );
}

/** Les survivants : par justification, puis un à un ceux qui n'en ont pas. */
function justifier(survivants: readonly Mutant[]): { liste: string[]; defauts: string[] } {
  const couvre = (a: Admis, m: Mutant): boolean =>
    a.fichier === fichierDe(m) && a.code === ligneDe(m) && a.devient.includes(remplacement(m));
  const dire = (fichier: string, ligne: string, devient: readonly string[], raison: string): string =>
    `- ${fichier} : ${code(ligne)} devient ${devient.map(code).join(', ')} — ${raison}`;
  const justes = ADMIS.filter((a) => survivants.some((m) => couvre(a, m)));
  const nus = survivants.filter((m) => !ADMIS.some((a) => couvre(a, m)));
  const aJustifier = nus.map((m) => dire(fichierDe(m), ligneDe(m), [remplacement(m)], '**à justifier**'));
  return {
    liste: [...justes.map((a) => dire(a.fichier, a.code, a.devient, a.raison)), ...aJustifier],
    defauts: aJustifier,
  };
}

/** Le texte de la section, et ce qui fait échouer la commande. */
function rapporter(groupe: Groupe, mutants: readonly Mutant[]): { texte: string; defauts: string[] } {
  const rangee = (nom: string, siens: readonly Mutant[]): string[] => {
    const vus = siens.filter((m) => VUS.includes(m.status)).length;
    return [nom, String(vus), String(siens.length - vus), ecrire(pourCent(siens))];
  };
  const noms = [...new Set(mutants.map(fichierDe))].sort();
  const parFichier = noms.map((nom) =>
    rangee(
      nom,
      mutants.filter((m) => fichierDe(m) === nom),
    ),
  );
  const survivants = mutants.filter((m) => SURVIVANTS.includes(m.status));
  const { liste, defauts } = justifier(survivants);
  const perimes = ADMIS.filter(
    (a) =>
      noms.includes(a.fichier) &&
      !a.devient.every((d) => survivants.some((m) => ligneDe(m) === a.code && remplacement(m) === d)),
  );
  return {
    texte: [
      `Stryker change un signe du code, un essai doit le voir (seuil : ${groupe.seuil} %). Il ne change pas les nombres : ceux des textes sont relus un à un par \`test/reglement/textes.test.ts\`.`,
      tableau(['Fichier', 'Vus', 'Survivants', 'Score'], [...parFichier, rangee('**Ensemble**', mutants)]),
      ...(liste.length > 0 ? [`Les survivants, et pourquoi :\n\n${liste.join('\n')}`] : []),
    ].join('\n\n'),
    defauts: [
      ...(pourCent(mutants) < groupe.seuil ? [`Score sous ${groupe.seuil} %.`] : []),
      ...defauts,
      ...perimes.map((a) => `Justification sans survivant : ${JSON.stringify(a)}`),
    ],
  };
}

const REPRENDRE = process.argv.includes('--reprendre');
const PROCESSUS = Number(process.argv.find((d) => d.startsWith('--processus='))?.slice(12) ?? 1);
const demandes = process.argv.slice(2).filter((d) => !d.startsWith('--'));
for (const [cle, groupe] of Object.entries(GROUPES)) {
  const choisis = demandes.filter((d) => groupe.fichiers.some((motif) => designe(motif, d)));
  const entier = demandes.length === 0 || demandes.includes(cle);
  if (!entier && choisis.length === 0) continue;
  const mutants = await muter(cle, groupe, entier ? groupe.fichiers : choisis);
  const { texte, defauts } = rapporter(groupe, mutants);
  if (entier) ecrireSection(`mutation-${cle}`, groupe.titre, `npm run mutation -- ${cle}`, texte);
  process.stdout.write(`${texte}\n\n${defauts.join('\n')}\n`);
  if (defauts.length > 0) process.exitCode = 1;
}
