/**
 * Des centaines de classeurs abîmés ou piégés : chacun est lu, ou refusé en une phrase ; jamais une panne, jamais un
 * silence, dans une mémoire bornée.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { buildSync } from 'esbuild';
import { PHRASES } from '../../src/classeur/xlsx/phrases';
import { DELAI } from '../outils/attente';
import type { Issue } from './lecteur';
import { mutant, type Famille } from './mutants';

const NOMBRES: Readonly<Record<Famille, number>> = { octets: 150, archive: 150, xml: 250, valeurs: 150 };
const MEMOIRE = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 };

const sain = new Uint8Array(readFileSync('assets/exemples/cycle-de-vie.xlsx'));
const dossier = mkdtempSync(join(tmpdir(), 'clas-mutants-'));
const programme = join(dossier, 'lecteur.mjs');
let travailleur: Worker;

beforeAll(() => {
  buildSync({
    entryPoints: [join(__dirname, 'lecteur.ts')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: programme,
    logLevel: 'error',
  });
  travailleur = new Worker(programme, { resourceLimits: MEMOIRE });
});
afterAll(async () => {
  await travailleur.terminate();
  rmSync(dossier, { recursive: true, force: true });
});

function examinerAilleurs(octets: Uint8Array): Promise<Issue> {
  return new Promise((rendre) => {
    const finir = (issue: Issue): void => {
      clearTimeout(minuterie);
      travailleur.off('message', finir).off('error', mourir);
      rendre(issue);
    };
    const remplacer = (texte: string): void => {
      void travailleur.terminate();
      finir({ genre: 'defaut', texte });
      travailleur = new Worker(programme, { resourceLimits: MEMOIRE });
    };
    const mourir = (erreur: Error): void => remplacer(`mort : ${erreur.message}`);
    // on ne guette que ce qui ne finirait pas : la vitesse s'éprouve dans bornes.test.ts
    const minuterie = setTimeout(() => remplacer('ne finit pas'), DELAI);
    travailleur.on('message', finir).on('error', mourir);
    travailleur.postMessage(octets);
  });
}

/** Une phrase française de Clas : majuscule ou guillemet, point final, rien de la machine. */
const estPhrase = (texte: string): boolean =>
  /^[A-ZÀ-Ý«\d].*[.!?)»]$/su.test(texte) && !/\bat [\w.]+ \(|undefined|\[object |Error:/.test(texte);

test('le classeur sain donne toutes ses sorties', async () => {
  expect((await examinerAilleurs(sain)).genre).toBe('lu');
});

test.each(Object.entries(NOMBRES) as [Famille, number][])(
  '%s : %d mutants, une phrase ou un classeur lu',
  async (famille, nombre) => {
    const fautes: string[] = [];
    const genres = { lu: 0, bloque: 0, refuse: 0, defaut: 0 };
    const phrases = new Set<string>();
    for (let numero = 0; numero < nombre; numero++) {
      const { genre, texte } = await examinerAilleurs(mutant(sain, famille, numero));
      genres[genre]++;
      if (genre === 'refuse') phrases.add(texte);
      const ligne = `${famille} ${numero}, ${genre} : `;
      if (genre === 'defaut' || texte === PHRASES.imprevu) fautes.push(ligne + texte);
      else
        for (const phrase of texte.split('\n')) if (phrase && !estPhrase(phrase)) fautes.push(ligne + phrase);
    }
    expect(fautes.map((f) => f.slice(0, 300))).toEqual([]);
    if (process.env['CLAS_MESURES'] !== undefined) console.log(famille, genres, [...phrases]);
    // une famille qui ne gênerait guère, ou toujours de la même façon, n'éprouverait rien
    expect(genres.refuse + genres.bloque).toBeGreaterThan(nombre / 4);
    expect(famille === 'valeurs' ? genres.lu : phrases.size).toBeGreaterThan(4);
  },
);
