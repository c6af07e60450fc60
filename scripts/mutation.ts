/**
 * Les mutations des règles et des contrôles, écrites dans `docs/mesures.md` : `npm run mutation`, ou un groupe
 * (`-- reglement`), ou un fichier le temps d'un essai (`-- src/reglement/ps.ts`, sans toucher à la page).
 * `--reprendre` ne repasse que ce que du code ou des essais nouveaux peuvent changer depuis la dernière fois.
 */
import { Stryker } from '@stryker-mutator/core';
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { ecrireSection, tableau } from '../bench/rapport';

type Mutant = Awaited<ReturnType<Stryker['runMutationTest']>>[number];

interface Groupe {
  readonly titre: string;
  /** Part des mutants vus, en pour cent, sous laquelle la commande échoue. */
  readonly seuil: number;
  readonly fichiers: readonly string[];
  /** Le dossier de ses essais, sous `test`, et ceux qu'on laisse. */
  readonly dossier: string;
  readonly sans: readonly string[];
}

const GROUPES: Readonly<Record<string, Groupe>> = {
  reglement: {
    titre: 'Les règles sous mutation',
    seuil: 95,
    // le catalogue des règles est de la documentation : aucun montant n'en dépend
    fichiers: ['src/reglement/*.ts', '!src/reglement/catalogue.ts'],
    dossier: 'reglement',
    // les deux premiers lisent le texte des sources ; les tirages au hasard viennent en plus : un essai nommé doit suffire
    sans: ['catalogue', 'citations', 'oracle', 'proprietes', 'proprietes-gestion'],
  },
  controles: {
    titre: 'Les contrôles et le calcul sous mutation',
    seuil: 85,
    fichiers: [
      'src/dossier/controle/*.ts',
      'src/dossier/calcul/**/*.ts',
      'src/dossier/anomalies/anomalie.ts',
    ],
    dossier: 'dossier',
    // la lecture précède le contrôle ; la panne remplace un contrôle
    sans: ['catalogue', 'date', 'lecture', 'nombre', 'panne'],
  },
};

/** Un survivant admis : la ligne, ce qu'elle devient, et pourquoi aucun essai ne peut ou ne doit le voir. */
interface Admis {
  readonly fichier: string;
  readonly code: string;
  readonly devient: string;
  readonly raison: string;
}
const ADMIS = JSON.parse(readFileSync('test/mutation/survivants.json', 'utf8')) as readonly Admis[];

const VUS = ['Killed', 'Timeout'];
const SURVIVANTS = ['Survived', 'NoCoverage'];

const pourCent = (mutants: readonly Mutant[]): number =>
  (100 * mutants.filter((m) => VUS.includes(m.status)).length) / mutants.length;
const ecrire = (n: number): string => `${n.toFixed(1).replace('.', ',')} %`;
const code = (texte: string): string => `\`${texte.replaceAll('|', '\\|')}\``;

/** La ligne et son remplacement, et non son numéro : ce qui reste vrai quand le code au-dessus bouge. */
function situer(m: Mutant): Omit<Admis, 'raison'> {
  const fichier = relative('.', m.fileName);
  const ligne = readFileSync(fichier, 'utf8').split('\n')[m.location.start.line - 1] ?? '';
  return { fichier, code: ligne.trim(), devient: (m.replacement ?? '').replace(/\s+/g, ' ') };
}
const raisonDe = (s: Omit<Admis, 'raison'>): string | undefined =>
  ADMIS.find((a) => a.fichier === s.fichier && a.code === s.code && a.devient === s.devient)?.raison;

async function muter(cle: string, fichiers: readonly string[], partiel: boolean): Promise<Mutant[]> {
  const { dossier, sans } = GROUPES[cle] as Groupe;
  const mutants = await new Stryker({
    mutate: [...fichiers],
    incremental: !partiel,
    incrementalFile: `build/mutation-${cle}.json`,
    force: !reprendre,
    jest: {
      config: { testMatch: ['<rootDir>/test/mutation/essais.ts'], globals: { ESSAIS: { dossier, sans } } },
    },
  }).runMutationTest();
  // un mutant qui ne se charge pas n'est ni vu ni survivant
  return mutants.filter((m) => VUS.includes(m.status) || SURVIVANTS.includes(m.status));
}

/** Le texte de la section, et ce qui fait échouer la commande. */
function rapporter(groupe: Groupe, mutants: readonly Mutant[]): { texte: string; defauts: string[] } {
  const noms = [...new Set(mutants.map((m) => relative('.', m.fileName)))].sort();
  const lignes = noms.map((nom) => {
    const siens = mutants.filter((m) => relative('.', m.fileName) === nom);
    const vus = siens.filter((m) => VUS.includes(m.status)).length;
    return [nom, String(vus), String(siens.length - vus), ecrire(pourCent(siens))];
  });
  const vus = mutants.filter((m) => VUS.includes(m.status)).length;
  const total = [
    '**Ensemble**',
    String(vus),
    String(mutants.length - vus),
    `**${ecrire(pourCent(mutants))}**`,
  ];
  const survivants = mutants.filter((m) => SURVIVANTS.includes(m.status)).map(situer);
  const perimes = ADMIS.filter(
    (a) => noms.includes(a.fichier) && !survivants.some((s) => s.code === a.code && s.devient === a.devient),
  );
  const liste = survivants.map(
    (s) =>
      `- ${s.fichier} : ${code(s.code)} devient ${code(s.devient)} — ${raisonDe(s) ?? '**à justifier**'}`,
  );
  return {
    texte: [
      `Stryker change un signe du code, un essai doit le voir (seuil : ${groupe.seuil} %).`,
      tableau(['Fichier', 'Vus', 'Survivants', 'Score'], [...lignes, total]),
      ...(liste.length > 0 ? [`Les survivants, et pourquoi :\n\n${liste.join('\n')}`] : []),
    ].join('\n\n'),
    defauts: [
      ...(pourCent(mutants) < groupe.seuil ? [`score sous ${groupe.seuil} %`] : []),
      ...survivants.filter((s) => !raisonDe(s)).map((s) => `à justifier : ${JSON.stringify(s)}`),
      ...perimes.map((a) => `justification sans survivant : ${JSON.stringify(a)}`),
    ],
  };
}

const reprendre = process.argv.includes('--reprendre');
const demandes = process.argv.slice(2).filter((d) => !d.startsWith('--'));
const fichiers = demandes.filter((d) => d.includes('/'));
for (const [cle, groupe] of Object.entries(GROUPES)) {
  const dansLeGroupe = fichiers.filter((f) =>
    groupe.fichiers.some((g) => f.startsWith(g.split('*')[0] ?? g)),
  );
  if (demandes.length > 0 && !demandes.includes(cle) && dansLeGroupe.length === 0) continue;
  const partiel = dansLeGroupe.length > 0;
  const mutants = await muter(cle, partiel ? dansLeGroupe : groupe.fichiers, partiel);
  const { texte, defauts } = rapporter(groupe, mutants);
  if (!partiel) ecrireSection(`mutation-${cle}`, groupe.titre, `npm run mutation -- ${cle}`, texte);
  for (const m of mutants.filter((x) => x.status === 'Timeout'))
    process.stdout.write(`délai dépassé : ${JSON.stringify(situer(m))}\n`);
  process.stdout.write(`${texte}\n\n${defauts.join('\n')}\n`);
  if (defauts.length > 0) process.exitCode = 1;
}
