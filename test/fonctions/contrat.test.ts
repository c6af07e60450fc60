/**
 * Ce qu'un classeur déjà rempli suppose : identifiants, noms, ordre des paramètres, dimensions ne changent plus
 * une fois publiés. Une fonction ou un paramètre facultatif de plus s'ajoute à la fin de `contrat.json`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { texteSignatures } from '../../scripts/docs/signatures';
import { FONCTIONS } from '../../src/fonctions';
import { SECTIONS } from '../../src/reglement/sources';
import { ancre, lireFonctions } from '../../webpack/fonctions-declarees.js';
import { appeler } from './appel';

const RACINE = join(__dirname, '../..');

interface Parametre {
  name: string;
  description?: string;
  optional?: boolean;
  dimensionality?: string;
  type: string;
}
interface Declaree {
  id: string;
  name: string;
  description: string;
  helpUrl: string;
  parameters: Parametre[];
  result: { dimensionality?: string };
  detail: { exemples: string[]; source: string };
}
let declarees: Declaree[];
let publie: { allowErrorForDataTypeAny: boolean; functions: Omit<Declaree, 'detail'>[] };

beforeAll(async () => {
  const { fonctions, json } = await lireFonctions(RACINE, 'https://clas.example.fr/');
  declarees = fonctions as Declaree[];
  publie = JSON.parse(json) as typeof publie;
});

test('le contrat publié ne bouge pas', () => {
  const chemin = join(__dirname, 'contrat.json');
  const resume = (f: Omit<Declaree, 'detail'>) => ({
    id: f.id,
    nom: f.name,
    parametres: f.parameters.map(
      (p) => `${p.name}${p.dimensionality === 'matrix' ? '[][]' : ''}${p.optional ? '?' : ''}: ${p.type}`,
    ),
    resultat: f.result.dimensionality ?? 'scalar',
  });
  expect(existsSync(chemin)).toBe(true);
  expect(publie.functions.map(resume)).toEqual(JSON.parse(readFileSync(chemin, 'utf8')));
});

test('chaque fonction déclarée est associée, et inversement', () => {
  expect(publie.functions.map((f) => f.id).sort()).toEqual(Object.keys(FONCTIONS).sort());
});

test('les paramètres que lit le moteur sont ceux des déclarations', async () => {
  const chemin = join(RACINE, 'src/dossier/affichage/signatures.json');
  expect(readFileSync(chemin, 'utf8')).toBe(await texteSignatures(RACINE));
});

test('noms et identifiants acceptés par Excel', () => {
  for (const { id, name } of publie.functions) {
    expect(id).toMatch(/^CLAS\.[A-Z0-9]+$/);
    expect(name).toMatch(/^CLAS\.[A-Z0-9_]+$/);
    expect(name.replace(/_/g, '')).toBe(id);
  }
});

test('chaque fonction et chaque paramètre sont décrits, brièvement', () => {
  for (const { description, parameters, helpUrl, name } of publie.functions) {
    expect(helpUrl).toBe(`https://clas.example.fr/aide.html#${ancre(name)}`);
    for (const texte of [description, ...parameters.map((p) => p.description ?? '')]) {
      expect(texte).toMatch(/^[A-ZÀÉ«].{10,}\.$/s);
      expect(texte.length).toBeLessThanOrEqual(255);
    }
  }
});

test('un texte, une erreur d’Excel ou un vide parviennent à la fonction : tous les paramètres sont « any »', () => {
  expect(publie.allowErrorForDataTypeAny).toBe(true);
  expect(publie.functions.flatMap((f) => f.parameters.map((p) => p.type)).filter((t) => t !== 'any')).toEqual(
    [],
  );
});

test('les sources citées existent', () => {
  for (const { detail } of declarees) {
    if (detail.source.startsWith('Insee')) continue; // la clé du Siret n'est pas dans la circulaire
    const sections = detail.source.replace('Circ. 2021-006', '').match(/\d(\.\d)?/g) ?? [];
    expect(sections.length).toBeGreaterThan(0);
    for (const section of sections) expect(Object.keys(SECTIONS)).toContain(section);
  }
});

/** Lit un argument tel que l'écrit un Excel français. */
function argument(texte: string): unknown {
  if (texte === '') return null;
  if (texte.startsWith('"')) return texte.slice(1, -1);
  if (texte.endsWith('%')) return Number(texte.slice(0, -1).replace(',', '.')) / 100;
  return Number(texte.replace(',', '.'));
}

test('les exemples de l’aide disent vrai', () => {
  const exemples = declarees.flatMap(({ id, detail }) => detail.exemples.map((texte) => ({ id, texte })));
  expect(exemples.length).toBeGreaterThanOrEqual(declarees.length);
  for (const { id, texte } of exemples) {
    const [, arguments_ = '', attendu = ''] = /\((.*)\) → (.*)$/.exec(texte) ?? [];
    if (arguments_.includes(':')) continue; // une plage n'a de valeurs que dans un classeur
    const rendu = appeler(
      id.replace('CLAS.', ''),
      ...(arguments_ ? arguments_.split(';').map(argument) : []),
    );
    const tableau = /(\d+) lignes et (\d+) colonnes/.exec(attendu);
    if (tableau) {
      const lignes = rendu as unknown[][];
      expect([lignes.length, lignes[0]?.length]).toEqual([Number(tableau[1]), Number(tableau[2])]);
    } else if (typeof rendu === 'number') expect(rendu).toBe(Number(attendu.replace(',', '.')));
    else expect(typeof rendu === 'boolean' ? (rendu ? 'VRAI' : 'FAUX') : rendu).toBe(attendu);
  }
});
