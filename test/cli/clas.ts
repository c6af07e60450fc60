/** Lancer la vraie commande, comme un agent. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { lancer } from '../../src/cli/lancer';
import { lancerNode, type Passage } from '../../outils/processus';

export const RACINE = resolve(__dirname, '../..');
export const exemple = (nom: string): string => join(RACINE, 'assets/exemples', nom);

export interface Conditions {
  readonly env?: Readonly<Record<string, string>>;
  readonly dossier?: string;
}

export const clas = (
  args: readonly string[],
  { env = {}, dossier = RACINE }: Conditions = {},
): Promise<Passage> =>
  lancerNode([join(RACINE, 'bin/clas.mjs'), ...args], {
    cwd: dossier,
    env: { ...process.env, NO_COLOR: '', FORCE_COLOR: '', COLUMNS: '80', ...env },
  });

/** Sans nouveau processus : plus rapide, quand rien n'en dépend. */
export async function clasSurPlace(args: readonly string[]): Promise<Passage> {
  const textes = { stdout: '', stderr: '' };
  const flux = (nom: keyof typeof textes) =>
    ({ write: (texte: string) => ((textes[nom] += texte), true) }) as unknown as NodeJS.WriteStream & {
      fd: 1 & 2;
    };
  const code = await lancer(args, { stdout: flux('stdout'), stderr: flux('stderr'), env: {} });
  return { code, sortie: textes.stdout, erreur: textes.stderr, ms: 0, mo: 0 };
}

/** L'objet JSON de la sortie standard, qui ne doit contenir que lui. */
export const jsonDe = <T = Record<string, unknown>>({ sortie }: Passage): T => JSON.parse(sortie) as T;

/** Un dossier à soi, ôté à la fin du fichier de tests. */
export function dossierProvisoire(): string {
  const dossier = mkdtempSync(join(tmpdir(), 'clas-'));
  afterAll(() => rmSync(dossier, { recursive: true, force: true }));
  return dossier;
}

/** Une phrase, une seule, sans trace de pile. */
export function attendrePhrase({ code, sortie, erreur }: Passage, motif: RegExp): void {
  expect({ code, sortie }).toEqual({ code: 2, sortie: '' });
  expect(erreur.replace(/[\u00a0\u202f]/g, ' ')).toMatch(motif);
  expect(erreur.trimEnd().split('\n')).toHaveLength(1);
  expect(erreur).not.toMatch(/\bat |Error|undefined|node:/);
}
