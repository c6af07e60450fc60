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

/**
 * Ce que les modules gardent d'un appel à l'autre (un texte réduit, un format analysé) cacherait un mutant : avant chaque
 * essai, leurs tables redeviennent ce qu'elles étaient une fois tout chargé.
 */
const VRAIES = { Map, WeakMap };
/** Une table de Clas, et non d'une bibliothèque ni d'un essai : qui l'a faite est à la troisième ligne. */
const estAClas = (): boolean => /\/src\/[a-z]/.test(new Error().stack?.split('\n')[3] ?? '');
const tables: Map<unknown, unknown>[] = [];
const oublis: (() => void)[] = [];
class Table<K, V> extends VRAIES.Map<K, V> {
  constructor(entrees?: Iterable<readonly [K, V]> | null) {
    super(entrees);
    if (estAClas()) tables.push(this as Map<unknown, unknown>);
  }
}
class TableFaible<K extends object, V> {
  #dedans = new VRAIES.WeakMap<K, V>();
  constructor() {
    if (estAClas())
      oublis.push(() => {
        this.#dedans = new VRAIES.WeakMap();
      });
  }
  get(cle: K): V | undefined {
    return this.#dedans.get(cle);
  }
  set(cle: K, valeur: V): void {
    this.#dedans.set(cle, valeur);
  }
  has(cle: K): boolean {
    return this.#dedans.has(cle);
  }
  delete(cle: K): boolean {
    return this.#dedans.delete(cle);
  }
}
const retablir = (table: Map<unknown, unknown>): (() => void) => {
  const duDebut = new Set(table.keys());
  return () => {
    if (table.size !== duDebut.size) for (const cle of table.keys()) if (!duDebut.has(cle)) table.delete(cle);
  };
};

async function courir(sienne: Suite, essai: Geste, arguments_: readonly unknown[]): Promise<void> {
  const suites = lignee(sienne);
  for (const oublier of oublis) oublier();
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

Object.assign(globalThis, { Map: Table, WeakMap: TableFaible });
for (const dossier of ESSAIS.dossiers.map((nom) => join(__dirname, '..', nom)))
  for (const nom of readdirSync(dossier))
    if (nom.endsWith('.test.ts') && !ESSAIS.sans.includes(nom.replace('.test.ts', ''))) {
      fichier = join(dossier, nom);
      dedans(nouvelle(nom), () => jest.requireActual(fichier));
    }

Object.assign(globalThis, VRAIES);
oublis.push(...tables.map(retablir));

attendre('le coureur passe les essais', () => {
  channel('clas:essais').publish({ essais, fins, espace: globalThis });
  return new Promise(() => undefined);
});
