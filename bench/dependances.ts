/** Ce que pèse `node_modules`, et qui l'amène : rien de tout cela n'est dans le complément, sauf trois bibliothèques. */
import { lstatSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { mo, tableau } from '../outils/rapport';
import type { Mesure } from './synthese';

const MODULES = 'node_modules';
const MONTREES = 15;

/** Les raisons d'être de ce que `package.json` demande ; le reste vient avec. */
const RAISONS: Readonly<Record<string, string>> = {
  '@babel': 'lire et couvrir le code (jest)',
  '@fluentui': 'le volet ; pour moitié le catalogue d’icônes, dont le volet n’embarque presque rien',
  '@microsoft': 'Office.js authentique, pour les essais et l’atelier',
  '@sparticuz': 'un Chromium venu de npm, pour les essais et les images',
  '@swc': 'transformer le TypeScript (webpack, jest)',
  '@types': 'types de Node, Office, React',
  '@univerjs': 'la grille de l’atelier et de l’hôte émulé',
  'core-js': 'le modèle officiel reconstitué, pour les mesures',
  esbuild: 'réunir la ligne de commande, les scripts et la page',
  exceljs: 'second lecteur .xlsx, pour les essais et les mesures',
  hucre: 'écrire les .xlsx',
  'playwright-core': 'conduire Chromium',
  prettier: 'mise en forme',
  typescript: 'types stricts',
  webpack: 'construire le complément',
};

type Noms = Readonly<Record<string, string>>;
interface Verrou {
  readonly packages: Readonly<Record<string, Partial<Record<'dependencies' | 'optionalDependencies', Noms>>>>;
}
interface Paquet {
  readonly dependencies: Noms;
  readonly devDependencies: Noms;
}

function octets(chemin: string): number {
  const etat = lstatSync(chemin);
  if (!etat.isDirectory()) return etat.size;
  return readdirSync(chemin).reduce((total, nom) => total + octets(join(chemin, nom)), 0);
}

/** « @fluentui/react-icons » compte dans « @fluentui ». */
const groupe = (nom: string): string => nom.split('/')[0] ?? nom;

/** Pour chaque groupe, les dépendances directes qui l'amènent. */
function amenesPar(): Map<string, Set<string>> {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Verrou;
  const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Paquet;
  const suites = new Map<string, Set<string>>();
  for (const [chemin, suivantes] of Object.entries(packages)) {
    const nom = chemin.split(`${MODULES}/`).at(-1) ?? '';
    const noms = Object.keys({ ...suivantes.dependencies, ...suivantes.optionalDependencies });
    suites.set(nom, new Set([...(suites.get(nom) ?? []), ...noms]));
  }
  const amenes = new Map<string, Set<string>>();
  for (const directe of Object.keys({ ...dependencies, ...devDependencies })) {
    const atteints = new Set([directe]);
    for (const nom of atteints) for (const suivant of suites.get(nom) ?? []) atteints.add(suivant);
    for (const nom of atteints)
      amenes.set(groupe(nom), (amenes.get(groupe(nom)) ?? new Set()).add(groupe(directe)));
  }
  return amenes;
}

export function mesurerDependances(): Mesure {
  const poids = readdirSync(MODULES)
    .filter((nom) => !nom.startsWith('.'))
    .map((nom) => ({ nom, octets: octets(join(MODULES, nom)) }))
    .sort((a, b) => b.octets - a.octets);
  const total = poids.reduce((somme, p) => somme + p.octets, 0);
  const directes = amenesPar();
  const raison = (nom: string): string =>
    RAISONS[nom] ?? `vient avec ${[...(directes.get(nom) ?? [])].sort().slice(0, 3).join(', ')}`;
  const premiers = poids.slice(0, MONTREES);
  const reste = poids.slice(MONTREES).reduce((somme, p) => somme + p.octets, 0);
  return {
    texte: [
      `\`${MODULES}\` pèse **${mo(total)}** en ${poids.length} paquets ou familles. Le complément n’en embarque que React, Fluent UI, decimal.js, hucre et zod/mini ; tout le reste sert à développer, essayer et mesurer.`,
      tableau(
        ['Famille', 'Poids', 'Pourquoi'],
        [
          ...premiers.map(({ nom, octets: n }) => [nom, mo(n), raison(nom)]),
          [`les ${poids.length - MONTREES} autres`, mo(reste), ''],
        ],
      ),
    ].join('\n\n'),
    synthese: [{ mesure: `Poids de \`${MODULES}\``, clas: mo(total) }],
  };
}
