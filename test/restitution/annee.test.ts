/** Les classeurs de l'année entière : ce que chacun doit donner, montant par montant et anomalie par anomalie. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lireXlsx } from '../../src/classeur/xlsx';
import { phraseDe } from '../../src/dossier/anomalies/anomalie';
import { examiner, type Examen } from '../../src/dossier/examiner';
import { jsonCalculer } from '../../src/dossier/restitution/json';
import { ecarts } from '../cli/attendu';

const EXEMPLES = join(__dirname, '../exemples');

interface Attendue {
  readonly reference: string;
  readonly gravite: string;
  readonly ou: readonly { readonly feuille: string; readonly ligne: number }[];
  readonly motif?: string;
}

interface Commande {
  readonly type: string;
  readonly args: readonly string[];
  readonly exit: readonly number[];
  readonly json?: unknown;
  readonly doivent?: readonly Attendue[];
  readonly peuvent?: readonly Attendue[];
  readonly strictes?: readonly string[];
}

const commandes = (nom: string): readonly Commande[] =>
  (JSON.parse(readFileSync(join(EXEMPLES, `${nom}.attendu.json`), 'utf8')) as { commandes: Commande[] })
    .commandes;

const examinerPour = async (nom: string, { args }: Commande): Promise<Examen> =>
  examiner(await lireXlsx(new Uint8Array(readFileSync(join(EXEMPLES, `${nom}.xlsx`)))), {
    au: args[args.indexOf('--au') + 1] ?? '',
  });

const NOMS = ['annee-decision', 'annee-journal', 'annee-arrete', 'annee-suivante'];

describe.each(NOMS)('%s', (nom) => {
  const [calculer] = commandes(nom).filter((c) => c.type === 'calculer');
  const [verifier] = commandes(nom).filter((c) => c.type === 'verifier');

  test('les montants', async () => {
    if (!calculer) throw new Error('calculer attendu');
    const e = await examinerPour(nom, calculer);
    expect(ecarts(calculer.json, jsonCalculer(e))).toEqual([]);
    expect(calculer.exit).toContain(e.valide ? 0 : 1);
  });

  test('les anomalies', async () => {
    if (!verifier) throw new Error('verifier attendu');
    const { doivent = [], peuvent = [], strictes = [] } = verifier;
    const { anomalies } = await examinerPour(nom, verifier);
    const en = (a: { feuille: string; ligne: number | null }, { ou }: Attendue): boolean =>
      ou.some((o) => o.feuille === a.feuille && o.ligne === a.ligne);
    const absentes = doivent.filter(
      (d) =>
        !anomalies.some(
          (a) =>
            a.reference === d.reference &&
            a.gravite === d.gravite &&
            en(a, d) &&
            phraseDe(a)
              .replace(/\s/g, '')
              .includes(d.motif ?? ''),
        ),
    );
    const deTrop = anomalies.filter(
      (a) =>
        strictes.includes(a.reference) &&
        ![...doivent, ...peuvent].some((d) => d.reference === a.reference && en(a, d)),
    );
    expect(absentes).toEqual([]);
    expect(deTrop.map((a) => [a.reference, a.feuille, a.ligne, phraseDe(a)])).toEqual([]);
  });
});
