/** Ce que docs/limites.md dit de la lecture d'une cellule est ce que la lecture fait : chaque ligne de son tableau s'exécute. */
import { COLONNES_COLLECTIFS } from '../../src/dossier/colonnes/collectifs';
import type { Colonne } from '../../src/dossier/colonnes/colonne';
import { COLONNES_PROJETS } from '../../src/dossier/colonnes/projets';
import { lireCellule } from '../../src/dossier/lecture/cellule';
import { texte } from '../maison/pages';

const COLONNES: readonly Colonne[] = [
  ...Object.values(COLONNES_PROJETS),
  ...Object.values(COLONNES_COLLECTIFS),
];

/** Les lignes « | Colonne | `saisi` | lu | `code` | », sous leur titre. */
const section = texte('docs/limites.md').split('## La lecture d’une cellule')[1]?.split('\n## ')[0] ?? '';
const LIGNES = [
  ...section.matchAll(/^\| ([^|`]+?) *\| `([^`]+)` *\| ([^|]+?) *\| (?:`([^`]+)`|—) *\|$/gm),
].map(([, colonne = '', saisi = '', lu = '', code = '—']) => [colonne, saisi, lu, code] as const);

test('le tableau se lit', () => expect(LIGNES.length).toBeGreaterThan(25));

test.each(LIGNES)('%s : %s → %s, %s', (entete, saisi, lu, code) => {
  const colonne = COLONNES.find((c) => c.entete === entete);
  if (!colonne) throw new Error(`colonne inconnue : ${entete}`);
  const [, nombre, format] = /^(\S+) au format (.+)$/.exec(saisi) ?? [];
  const brut = nombre === undefined ? saisi : Number(nombre.replace(',', '.'));
  const lieu = { feuille: 'F', ligne: 2, colonne: 1, champ: null, valeur: brut };
  const { valeur, anomalie } = lireCellule(brut, colonne, { lieu, dates1904: false, format });
  const dite = typeof valeur === 'boolean' ? (valeur ? 'oui' : 'non') : valeur;
  expect([dite === null ? 'rien' : String(dite).replace('.', ','), anomalie?.code ?? '—']).toEqual([
    lu,
    code,
  ]);
});
