/**
 * decimal.js est élagué à la construction : employer un membre qui n'est pas dans la liste ne casserait
 * qu'une fois construit. Le compilateur dit ici quels membres nos sources emploient vraiment.
 */
import { readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import ts from 'typescript';
import { METHODES, STATIQUES } from '../../webpack/decimal-utile.js';
import elaguer from '../../webpack/elaguer-decimal.js';

const RACINE = join(__dirname, '../..');
/** Ce qui est construit par webpack ; la ligne de commande et l'atelier emploient decimal.js entier. */
const CONSTRUITES = ['reglement', 'dossier', 'fonctions', 'volet', 'complement'];

/** Programme de nos seules sources : hors decimal.js, les paquets ne sont pas résolus (dix fois plus rapide). */
function programme(): ts.Program {
  const { config } = ts.readConfigFile(join(RACINE, 'tsconfig.json'), ts.sys.readFile);
  const include = CONSTRUITES.map((dossier) => `src/${dossier}`);
  const { fileNames, options } = ts.parseJsonConfigFileContent({ ...config, include }, ts.sys, RACINE);
  const hote = ts.createCompilerHost(options);
  hote.resolveModuleNameLiterals = (noms, depuis) =>
    noms.map(({ text }) =>
      text.startsWith('.') || text === 'decimal.js'
        ? ts.resolveModuleName(text, depuis, options, hote)
        : { resolvedModule: undefined },
    );
  return ts.createProgram(fileNames, options, hote);
}

/** Membres de decimal.js lus sous un nœud. */
function membres(noeud: ts.Node, verificateur: ts.TypeChecker): string[] {
  const trouves: string[] = [];
  if (ts.isPropertyAccessExpression(noeud)) {
    const declaration = verificateur.getSymbolAtLocation(noeud.name)?.declarations?.[0];
    if (declaration?.getSourceFile().fileName.endsWith('/decimal.d.ts')) trouves.push(noeud.name.text);
  }
  ts.forEachChild(noeud, (enfant) => void trouves.push(...membres(enfant, verificateur)));
  return trouves;
}

test('nos sources n’emploient que les membres gardés', () => {
  const { getSourceFiles, getTypeChecker } = programme();
  const verificateur = getTypeChecker();
  const nos = getSourceFiles().filter((fichier) => fichier.fileName.startsWith(join(RACINE, 'src') + sep));
  const emplois = new Set(nos.flatMap((source) => membres(source, verificateur)));
  const gardes = [...METHODES, ...STATIQUES, 'd', 'e', 's'];
  expect(emplois.size).toBeGreaterThan(5);
  expect([...emplois].filter((nom) => !gardes.includes(nom) && !nom.startsWith('ROUND_'))).toEqual([]);
});

test('l’élagage refuse de casser une méthode gardée', () => {
  const source = readFileSync(join(RACINE, 'node_modules/decimal.js/decimal.mjs'), 'utf8');
  const elague = elaguer(source);
  expect(elague).not.toMatch(/P\.(hyperbolicSine|toBinary|squareRoot) =/);
  // une méthode gardée qui en appellerait une retirée
  expect(() => elaguer(source.replace('P.isZero = function () {', '$& this.sqrt();'))).toThrow(/sqrt/);
  expect(() => elaguer(source.replace(/P\.times = /, ''))).toThrow(/ne connaît plus : times/);
});
