/**
 * Le coureur des mutations : les essais d'un groupe se chargent une fois dans jest, puis chaque mutant s'allume, court
 * les essais qui l'atteignent jusqu'au premier qui le voit, et s'éteint, sans que rien ne se recharge.
 *
 * Un essai qui vient de voir un mutant repasse sans lui : s'il échoue, c'est que le mutant a laissé une trace dans les
 * modules. Le processus se refait alors, et le mutant repasse dans des modules neufs, où rien ne le précède.
 */
import { runCLI } from 'jest';
import { createRequire } from 'node:module';
import { subscribe } from 'node:diagnostics_channel';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

const DE_JEST = createRequire(import.meta.url)('../../jest.config.cjs');
/** Ce que chaque essai a duré au premier passage, dans le bac à sable : les plus courts passent d'abord. */
const DUREES = 'durees.json';
const SANS_FIN = 'Une boucle ne finit plus.';

class Coureur {
  static inject = ['options'];
  #choix;
  #essais;
  #fins = [];
  #mutation;
  #neuf = true;
  #souille = false;

  constructor(options) {
    this.#choix = options.essais;
  }

  /** Un mutant de module demande des modules neufs : Stryker refait le processus. */
  capabilities() {
    return { reloadEnvironment: false };
  }

  async #charger() {
    if (this.#essais) return;
    const charges = new Promise((resoudre) => {
      subscribe('clas:essais', resoudre);
    });
    const config = {
      ...DE_JEST,
      rootDir: process.cwd(),
      testMatch: ['<rootDir>/test/mutation/essais.ts'],
      globals: { ESSAIS: this.#choix },
      reporters: [],
      testTimeout: 2 ** 31 - 1,
    };
    const fini = runCLI({ config: JSON.stringify(config), runInBand: true, silent: true }, [process.cwd()]);
    const echec = fini.then(({ results }) => {
      throw new Error(results.testResults.map(({ failureMessage }) => failureMessage).join('\n'));
    });
    const { essais, fins, espace } = await Promise.race([charges, echec]);
    echec.catch(() => undefined);
    const durees = existsSync(DUREES) ? JSON.parse(readFileSync(DUREES, 'utf8')) : {};
    this.#essais = essais.sort((a, b) => (durees[a.id] ?? 0) - (durees[b.id] ?? 0));
    this.#fins = fins;
    this.#mutation = espace.__stryker__ ??= {};
  }

  async #passer(essai) {
    try {
      await essai.courir();
      return undefined;
    } catch (erreur) {
      return String(erreur?.message ?? erreur);
    }
  }

  async dispose() {
    for (const fin of this.#fins) await fin();
  }

  async dryRun() {
    await this.#charger();
    const tests = [];
    for (const essai of this.#essais) {
      this.#mutation.currentTestId = essai.id;
      const debut = performance.now();
      const echec = await this.#passer(essai);
      tests.push({
        id: essai.id,
        name: essai.id,
        fileName: essai.fichier,
        timeSpentMs: performance.now() - debut,
        ...(echec === undefined ? { status: 0 } : { status: 1, failureMessage: echec }),
      });
    }
    this.#mutation.currentTestId = undefined;
    this.#neuf = false;
    writeFileSync(DUREES, JSON.stringify(Object.fromEntries(tests.map((t) => [t.id, t.timeSpentMs]))));
    const { static: auChargement, perTest } = this.#mutation.mutantCoverage ?? { static: {}, perTest: {} };
    // un mutant qu'un essai atteint s'allume pour lui : inutile de recharger parce qu'un fichier d'essais l'atteint aussi
    const parEssai = new Set(Object.values(perTest).flatMap(Object.keys));
    const seuls = Object.entries(auChargement).filter(([id]) => !parEssai.has(id));
    const mutantCoverage = { static: Object.fromEntries(seuls), perTest };
    return { status: 'complete', tests, mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, mutantActivation }) {
    if (this.#souille) throw new Error('Des modules portent la trace d’un mutant.');
    if (mutantActivation === 'static') process.env.__STRYKER_ACTIVE_MUTANT__ = activeMutant.id;
    await this.#charger();
    const choisis = testFilter && new Set(testFilter);
    const mutation = this.#mutation;
    let nombre = 0;
    for (const essai of this.#essais) {
      if (choisis && !choisis.has(essai.id)) continue;
      nombre += 1;
      Object.assign(mutation, { activeMutant: activeMutant.id, hitCount: hitLimit && 0, hitLimit });
      const echec = await this.#passer(essai);
      const sansFin = hitLimit !== undefined && mutation.hitCount > hitLimit;
      Object.assign(mutation, { activeMutant: undefined, hitCount: undefined });
      if (echec === undefined && !sansFin) continue;
      if (mutantActivation === 'static') this.#souille = true;
      else if ((await this.#passer(essai)) !== undefined) {
        this.#souille = true;
        if (!this.#neuf) throw new Error('Un essai échoue encore, le mutant éteint.');
      }
      this.#neuf = false;
      return { status: 'killed', killedBy: [essai.id], failureMessage: echec ?? SANS_FIN, nrOfTests: nombre };
    }
    this.#neuf = false;
    return { status: 'survived', nrOfTests: nombre };
  }
}

/** Un survivant se dit dès qu'il survit : inutile d'attendre la fin pour écrire son essai. */
class Annonce {
  onMutantTested({ status, fileName, location, replacement }) {
    if (status === 'Killed') return;
    const devient = (replacement ?? '').replace(/\s+/g, ' ');
    process.stdout.write(
      `${status} ${fileName}:${location.start.line}:${location.start.column} ${devient}\n`,
    );
  }
}

export const strykerPlugins = [
  { kind: 'TestRunner', name: 'clas', injectableClass: Coureur },
  { kind: 'Reporter', name: 'clas', injectableClass: Annonce },
];
export const strykerValidationSchema = { properties: { essais: { type: 'object' } } };
