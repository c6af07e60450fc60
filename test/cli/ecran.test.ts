/** Ce que voit une personne : couleurs à propos, 80 colonnes, pluriels et espaces justes. */
import { join } from 'node:path';
import { creerEcran, creerProgression } from '../../src/cli/ecran';
import { plusProche } from '../../src/valeurs/suggestion';
import { couper } from '../../src/cli/texte';
import { pluriel } from '../../src/dossier/affichage/pluriel';
import { typographier } from '../../src/dossier/affichage/typographie';
import type { Passage } from '../../outils/processus';
import { clas, dossierProvisoire, exemple, type Conditions } from './clas';

const dossier = dossierProvisoire();
const REGLAGE = { couleur: false, sansCouleur: false };
const rouge = (ecran: ReturnType<typeof creerEcran>): boolean => ecran.teinter('rouge', 'x') !== 'x';

test('les couleurs : au terminal, sauf NO_COLOR ; l’option décide en dernier', () => {
  expect(rouge(creerEcran({ isTTY: true }, {}, REGLAGE))).toBe(true);
  expect(rouge(creerEcran({}, {}, REGLAGE))).toBe(false);
  expect(rouge(creerEcran({ isTTY: true }, { NO_COLOR: '1' }, REGLAGE))).toBe(false);
  expect(rouge(creerEcran({ isTTY: true }, { TERM: 'dumb' }, REGLAGE))).toBe(false);
  expect(rouge(creerEcran({}, { NO_COLOR: '1' }, { ...REGLAGE, couleur: true }))).toBe(true);
  expect(rouge(creerEcran({ isTTY: true }, {}, { ...REGLAGE, sansCouleur: true }))).toBe(false);
});

test('la progression : rien hors d’un terminal, effacée à la fin', () => {
  const ecrits: string[] = [];
  const flux = (isTTY: boolean) => ({ isTTY, write: (t: string | Uint8Array) => ecrits.push(String(t)) > 0 });
  const muette = creerProgression(flux(false));
  muette.avancer('Lecture…');
  muette.effacer();
  expect(ecrits).toEqual([]);
  const progression = creerProgression(flux(true));
  progression.avancer('Lecture…');
  progression.effacer();
  progression.effacer();
  expect(ecrits).toEqual(['\r\u001b[KLecture…', '\r\u001b[K']);
});

test('les mots : pluriels, espaces insécables, retours à la ligne, fautes de frappe', () => {
  expect(pluriel(0, 'alerte')).toBe('0\u00a0alerte');
  expect(pluriel(1_204, 'projet agréé', 'projets agréés')).toBe('1\u202f204\u00a0projets agréés');
  expect(typographier('« oui » : non ; fin ?')).toBe('«\u00a0oui\u00a0»\u00a0: non\u00a0; fin\u00a0?');
  expect(typographier('-10 € au lieu de « -10 » (-5)')).toBe(
    '\u221210\u00a0€ au lieu de «\u00a0-10\u00a0» (\u22125)',
  );
  expect(couper('un deux trois quatre', 9)).toEqual(['un deux', 'trois', 'quatre']);
  expect(plusProche('verifer', ['verifier', 'calculer'])).toBe('verifier');
  expect(plusProche('zzz', ['verifier', 'calculer'])).toBeUndefined();
});

// deux lectures possibles d'une ligne trop longue : un mot qui ne se coupe pas, ou un défaut
const tropLongues = ({ sortie }: Passage): string[] =>
  sortie.split('\n').filter((l) => [...l].length > 80 && l.trim().includes(' '));

test.each([
  ['verifier', 'clas-anomalies.xlsx'],
  ['calculer', 'clas-2021-2022.xlsx'],
  ['remontee', 'clas-2021-2022.xlsx', '--sortie', join(dossier, 'r.xlsx')],
  ['cloture', 'clas-2021-2022.xlsx', '--sortie', join(dossier, 'c.xlsx')],
])(
  '%s %s tient en 80 colonnes, sans couleur ni progression hors d’un terminal',
  async (commande, nom, ...suite) => {
    const lancer = (conditions: Conditions = {}) =>
      clas([commande, exemple(nom), '--au', '2022-01-20', ...suite], conditions);
    const passage = await lancer();
    expect(tropLongues(passage)).toEqual([]);
    expect(passage.sortie).not.toContain('\u001b');
    expect(passage.erreur).not.toContain('\u001b');
    expect(passage.sortie).not.toMatch(/undefined|NaN|\[object/);
  },
);

test('l’aide tient en 80 colonnes', async () => {
  for (const args of [['--aide'], ['remontee', '--aide']])
    expect(tropLongues(await clas(args)).filter((l) => !l.includes('npx clas'))).toEqual([]);
});

test('les anomalies d’une personne : compte, gravités, feuilles, cellules', async () => {
  const { sortie } = await clas([
    'verifier',
    exemple('clas-anomalies.xlsx'),
    '--au',
    '2022-10-15',
    '--tout',
    '--couleur',
  ]);
  expect(sortie).toContain('\u001b[31mClasseur à corriger.\u001b[0m');
  expect(sortie).toMatch(/\d+\u00a0bloquantes/);
  const ordre = ['Bloquantes', 'Alertes', 'Informations'].map((titre) => sortie.indexOf(`${titre}\u001b`));
  expect(ordre).toEqual([...ordre].sort((a, b) => a - b));
  expect(sortie).toMatch(/ {4}E75 +Acomptes 2021/);
});
