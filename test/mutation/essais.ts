/**
 * Les essais d'un groupe, réunis en un seul fichier et remis au coureur des mutations (`coureur.mjs`), qui les passe
 * autant de fois qu'il veut sans recharger leurs modules. Le choix du groupe vient de `scripts/mutation.ts`.
 */
import { channel } from 'node:diagnostics_channel';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

declare const ESSAIS: { readonly dossiers: readonly string[]; readonly sans: readonly string[] };

type Geste = (...arguments_: unknown[]) => unknown;

/** Un « describe », ou un fichier : ses préparations valent pour les essais qu'il contient. */
interface Suite {
  readonly titre: string;
  readonly mere?: Suite;
  readonly avant: Geste[];
  readonly apres: Geste[];
}

interface Essai {
  readonly id: string;
  readonly fichier: string;
  readonly courir: () => Promise<void>;
}

const essais: Essai[] = [];
/** Ce que les fichiers rangent à la fin : quand le coureur s'arrête. */
const fins: Geste[] = [];
const ecrits = new Map<string, number>();
let suite: Suite;
let fichier: string;

const nouvelle = (titre: string, mere?: Suite): Suite => ({
  titre,
  ...(mere && { mere }),
  avant: [],
  apres: [],
});
const dedans = (neuve: Suite, geste: () => void): void => {
  const dehors = suite;
  suite = neuve;
  geste();
  suite = dehors;
};
const lignee = (s: Suite): Suite[] => [...(s.mere ? lignee(s.mere) : []), s];

async function courir(sienne: Suite, essai: Geste, arguments_: readonly unknown[]): Promise<void> {
  const suites = lignee(sienne);
  try {
    for (const geste of suites.flatMap((s) => s.avant)) await geste();
    await essai(...arguments_);
  } finally {
    for (const geste of suites.reverse().flatMap((s) => s.apres)) await geste();
  }
}

const un = (titre: string, essai: Geste, ...arguments_: unknown[]): void => {
  const sienne = suite;
  const titres = [...lignee(sienne).map((s) => s.titre), titre].join(' › ');
  const fois = (ecrits.get(titres) ?? 0) + 1;
  ecrits.set(titres, fois);
  essais.push({
    id: fois === 1 ? titres : `${titres} (${fois})`,
    fichier,
    courir: () => courir(sienne, essai, arguments_),
  });
};
const groupe = (titre: string, geste: Geste, ...arguments_: unknown[]): void => {
  dedans(nouvelle(titre, suite), () => geste(...arguments_));
};
const chacun =
  (faire: typeof un) =>
  (cas: readonly unknown[]) =>
  (titre: string, geste: Geste): void => {
    for (const c of cas) faire(titre, geste, ...(Array.isArray(c) ? (c as unknown[]) : [c]));
  };

const avant = (geste: Geste) => suite.avant.push(geste);
const attendre = globalThis.test;
const test = Object.assign(un, { each: chacun(un) });
Object.assign(globalThis, {
  test,
  it: test,
  describe: Object.assign(groupe, { each: chacun(groupe) }),
  // ce qu'un fichier prépare une fois se prépare à chaque essai : un mutant y passe aussi
  beforeAll: avant,
  beforeEach: avant,
  afterEach: (geste: Geste) => suite.apres.push(geste),
  afterAll: (geste: Geste) => fins.push(geste),
});

// les tirages au hasard viennent en plus : un essai nommé doit suffire, et dire pourquoi
jest.doMock('fast-check', () => {
  const reel = jest.requireActual<object>('fast-check');
  return { ...reel, __esModule: true, default: { ...reel, assert: () => undefined } };
});

for (const dossier of ESSAIS.dossiers)
  for (const nom of readdirSync(join(__dirname, '..', dossier))) {
    const essai = nom.replace('.test.ts', '');
    if (essai === nom || ESSAIS.sans.includes(essai) || ESSAIS.sans.includes(`${dossier}/${essai}`)) continue;
    fichier = join(__dirname, '..', dossier, nom);
    dedans(nouvelle(nom), () => jest.requireActual(fichier));
  }

attendre('le coureur passe les essais', () => {
  channel('clas:essais').publish({ essais, fins, espace: globalThis });
  return new Promise(() => undefined);
});
