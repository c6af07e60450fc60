/** Quatre classeurs de l'année entière (décision, journal, arrêté, suite) : chaque commande rend ce que le contrat en attend. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ecarts, type AnomalieJson } from './attendu';
import { clasSurPlace, dossierProvisoire, jsonDe, RACINE } from './clas';

interface Reference {
  readonly reference: string;
  readonly gravite: string;
  readonly ou: readonly { readonly feuille: string; readonly ligne?: number }[];
}
interface Ecriture {
  readonly mois: number;
  readonly exercice: number;
  readonly compte: string;
  readonly debit: string;
  readonly credit: string;
  readonly dossier: string;
}
interface Liquidation {
  readonly dossier: string;
  readonly date: string | null;
  readonly nature: string;
  readonly gestion: string | number;
  readonly montant: string;
  readonly compte: string;
}
interface ClotureAttendue {
  readonly ecritures: readonly Ecriture[];
  readonly passees: boolean;
  readonly totaux: Readonly<Record<string, unknown>>;
  readonly enveloppes: unknown;
  readonly verse: string;
  readonly liquidations: readonly {
    readonly cle: readonly [string, string, string, string];
    readonly montant: string;
    readonly comptes: Readonly<Record<string, string>>;
  }[];
}
interface Commande {
  readonly type: string;
  readonly args: readonly [string, ...string[]];
  readonly exit: readonly number[];
  readonly json?: unknown;
  readonly doivent?: readonly Reference[];
  readonly peuvent?: readonly Reference[];
  readonly strictes?: readonly string[];
}

const EPREUVES = join(RACINE, 'test/exemples');
const cas = readdirSync(EPREUVES)
  .filter((nom) => /^annee-.*\.attendu\.json$/.test(nom))
  .map(
    (nom) => JSON.parse(readFileSync(join(EPREUVES, nom), 'utf8')) as { nom: string; commandes: Commande[] },
  );
const dossier = dossierProvisoire();
const ECRIVENT = new Set(['cloture', 'reprendre']);

const lancer = (c: Commande) => {
  const [fichier, ...options] = c.args;
  const sortie = ECRIVENT.has(c.type) ? ['--sortie', join(dossier, `${c.type}-${fichier}`)] : [];
  return clasSurPlace([c.type, join(EPREUVES, fichier), ...options, ...sortie, '--json']);
};
const commandes = (type: string) =>
  cas.flatMap(({ nom, commandes: liste }) =>
    liste.filter((c) => c.type === type).map((c) => [nom, c] as const),
  );

test('il y a quatre classeurs', () => expect(cas).toHaveLength(4));

test.each(commandes('calculer'))('%s, calculer : chaque montant, au centime', async (_, c) => {
  const passage = await lancer(c);
  expect(c.exit).toContain(passage.code);
  expect(ecarts(c.json, jsonDe(passage))).toEqual([]);
});

const en = (a: AnomalieJson, { reference, gravite, ou }: Reference): boolean =>
  a.reference === reference &&
  a.gravite === gravite &&
  ou.some((o) => o.feuille === a.feuille && (o.ligne === undefined || o.ligne === a.ligne));

test.each(commandes('verifier'))(
  '%s, verifier : ce qui doit l’être, et rien d’autre de ces genres',
  async (_, c) => {
    const passage = await lancer(c);
    expect(c.exit).toContain(passage.code);
    const { anomalies } = jsonDe<{ anomalies: AnomalieJson[] }>(passage);
    const { doivent = [], peuvent = [], strictes = [] } = c;
    expect(doivent.filter((d) => !anomalies.some((a) => en(a, d)))).toEqual([]);
    expect(
      anomalies.filter(
        (a) => strictes.includes(a.reference) && ![...doivent, ...peuvent].some((r) => en(a, r)),
      ),
    ).toEqual([]);
  },
);

const chiffres = (compte: string): string => compte.replace(/\D/g, '');

test.each(commandes('cloture'))('%s, cloture : écritures, liquidations, enveloppes', async (_, c) => {
  const passage = await lancer(c);
  expect(c.exit).toContain(passage.code);
  const lu = jsonDe<{ ecritures: Ecriture[]; liquidations: Liquidation[] } & Record<string, unknown>>(
    passage,
  );
  const { ecritures, liquidations, passees, totaux, enveloppes } = c.json as ClotureAttendue;
  expect(lu.ecritures.map((e) => ({ ...e, compte: chiffres(e.compte) }))).toEqual(
    ecritures.map((e) => expect.objectContaining(e) as unknown),
  );
  expect(ecarts({ passees, totaux, enveloppes }, lu)).toEqual([]);
  for (const { cle, comptes } of liquidations) {
    const lignes = lu.liquidations.filter(
      (l) => l.dossier === cle[0] && l.date === cle[1] && l.nature === cle[2],
    );
    expect(Object.fromEntries(lignes.map((l) => [chiffres(l.compte), l.montant]))).toEqual(comptes);
  }
});
