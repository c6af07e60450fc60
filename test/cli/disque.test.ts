/** Un disque plein, une cible ou un dossier qui refusent : une phrase, code 2, l'ancien fichier intact, aucun reste. */
import { spawnSync } from 'node:child_process';
import fs, {
  chmodSync,
  chownSync,
  copyFileSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Passage } from '../../outils/processus';
import { attendrePhrase, clas, clasSurPlace, dossierProvisoire, exemple, RACINE } from './clas';

const AU = ['--au', '2022-01-20'];
const dossier = dossierProvisoire();
/** Le dépôt peut être chez root : le compte ordinaire des essais lit des copies. */
const cycle = join(dossier, 'cycle-de-vie.xlsx');
const programmeClas = join(dossier, 'clas.mjs');
const remontee = join(dossier, 'CAF45.xlsx');
const COMMANDES: readonly (readonly [string, ...string[]])[] = [
  ['preparer', '--annee', '2021-2022', '--caf', '45'],
  ['remontee', cycle, ...AU],
  ['cloture', cycle, ...AU],
  ['consolider', remontee],
];
const ANCIEN = 'ancien';

beforeAll(async () => {
  // le compte ordinaire des essais doit pouvoir y entrer
  chmodSync(dossier, 0o755);
  copyFileSync(exemple('cycle-de-vie.xlsx'), cycle);
  copyFileSync(join(RACINE, 'build/clas.mjs'), programmeClas);
  expect((await clas(['remontee', cycle, ...AU, '--sortie', remontee])).code).toBe(0);
});

let rang = 0;
/** Un dossier avec un ancien fichier, à remplacer. */
function neuf(): { ici: string; sortie: string } {
  const ici = join(dossier, `d${++rang}`);
  const sortie = join(ici, 'sortie.xlsx');
  mkdirSync(ici);
  writeFileSync(sortie, ANCIEN);
  return { ici, sortie };
}

function attendreIntact({ ici, sortie }: { ici: string; sortie: string }): void {
  expect(readFileSync(sortie, 'utf8')).toBe(ANCIEN);
  expect(readdirSync(ici)).toEqual(['sortie.xlsx']);
}

test.each(COMMANDES)(
  '%s : un lien vers un fichier absent est refusé, et rien n’est créé',
  async (...args) => {
    const ici = join(dossier, `lien${++rang}`);
    mkdirSync(ici);
    const sortie = join(ici, 'sortie.xlsx');
    symlinkSync(join(ici, 'absent.xlsx'), sortie);
    attendrePhrase(
      await clas([...args, '--sortie', sortie]),
      /est un lien vers un fichier qui n’existe plus/,
    );
    expect(readdirSync(ici)).toEqual(['sortie.xlsx']);
  },
);

describe('de vrais refus du système', () => {
  /** Les droits n'arrêtent pas root : la commande est lancée sous le compte « nobody » quand les essais sont root. */
  const NOBODY = 65_534;
  const root = process.getuid?.() === 0;

  /** `limite` : en blocs de 512 ou 1 024 octets, au-delà desquels le noyau refuse d'écrire. */
  function lancer(args: readonly string[], limite?: number): Passage {
    const programme = [process.execPath, programmeClas, ...args];
    const [commande = '', ...suite] =
      limite === undefined
        ? programme
        : // le signal de la limite est ignoré : reste le refus d'écrire, comme d'un disque plein
          ['/bin/sh', '-c', `trap '' XFSZ; ulimit -f ${limite}; exec "$@"`, 'sh', ...programme];
    const { status, stdout, stderr } = spawnSync(commande, suite, {
      encoding: 'utf8',
      cwd: dossier,
      ...(root && { uid: NOBODY, gid: NOBODY }),
    });
    return { code: status, sortie: stdout, erreur: stderr, ms: 0, mo: 0 };
  }

  function aNobody(...chemins: string[]): void {
    if (root) for (const chemin of chemins) chownSync(chemin, NOBODY, NOBODY);
  }

  test.each(COMMANDES)('%s : dossier en lecture seule', (...commande) => {
    const lieu = neuf();
    aNobody(lieu.ici, lieu.sortie);
    chmodSync(lieu.ici, 0o555);
    attendrePhrase(lancer([...commande, '--sortie', lieu.sortie]), /dossier de sortie.*droits insuffisants/);
    attendreIntact(lieu);
  });

  test.each(COMMANDES)('%s : fichier en lecture seule', (...commande) => {
    const lieu = neuf();
    aNobody(lieu.ici, lieu.sortie);
    chmodSync(lieu.sortie, 0o444);
    attendrePhrase(lancer([...commande, '--sortie', lieu.sortie]), /sortie.xlsx » n’est pas accessible/);
    attendreIntact(lieu);
  });

  test.each(COMMANDES)('%s : plus de place au milieu de l’écriture', (...commande) => {
    const lieu = neuf();
    aNobody(lieu.ici, lieu.sortie);
    attendrePhrase(lancer([...commande, '--sortie', lieu.sortie], 4), /n’a pas pu être écrit : .*taille/);
    attendreIntact(lieu);
    // la même commande, la place revenue, réussit : c'est bien le disque qui refusait
    expect(lancer([...commande, '--sortie', lieu.sortie]).code).toBe(0);
  });

  test.each(COMMANDES)('%s : un dossier à la place du fichier, un dossier absent', (...commande) => {
    const lieu = neuf();
    const faux = join(lieu.ici, 'dossier.xlsx');
    mkdirSync(faux);
    aNobody(lieu.ici, faux);
    attendrePhrase(lancer([...commande, '--sortie', faux]), /est un dossier/);
    attendrePhrase(lancer([...commande, '--sortie', join(lieu.ici, 'absent/x.xlsx')]), /n’existe pas/);
    expect(readdirSync(faux)).toEqual([]);
    expect(readdirSync(lieu.ici)).toEqual(['dossier.xlsx', 'sortie.xlsx']);
  });
});

describe('chaque geste sur le disque refusé une fois', () => {
  const CAUSES = {
    ENOSPC: /disque est plein/,
    EDQUOT: /quota/,
    EFBIG: /taille/,
    EROFS: /lecture seule/,
    EPERM: /ouvert dans un autre programme/,
    EBUSY: /ouvert dans un autre programme/,
    EIO: /ne répond pas/,
  } as const;
  const GESTES = ['openSync', 'writeSync', 'fchmodSync', 'fsyncSync', 'closeSync', 'renameSync'] as const;

  afterEach(() => {
    jest.restoreAllMocks();
  });

  /** Le premier geste de ce nom sur le fichier provisoire échoue ; rend combien ont été demandés. */
  function refuser(geste: (typeof GESTES)[number], code: string): () => number {
    let demandes = 0;
    let provisoire: unknown = NaN;
    const { openSync } = fs;
    const vrai = fs[geste] as (...a: unknown[]) => unknown;
    const echouer = (): never => {
      throw Object.assign(new Error(`${code}: refus`), { code });
    };
    jest.spyOn(fs, 'openSync').mockImplementation((chemin, drapeau, ...reste) => {
      if (drapeau !== 'wx') return openSync(chemin, drapeau, ...reste);
      if (geste === 'openSync' && demandes++ === 0) echouer();
      return (provisoire = openSync(chemin, drapeau, ...reste)) as number;
    });
    if (geste !== 'openSync')
      jest.spyOn(fs, geste as 'fsyncSync').mockImplementation((...a: unknown[]) => {
        const vise = geste === 'renameSync' || a[0] === provisoire;
        if (!vise || demandes++ > 0) return void vrai(...a);
        // un disque plein a déjà pris le début du fichier ; une fermeture refusée rend quand même le descripteur
        if (geste === 'writeSync') vrai(a[0], a[1], 0, 100);
        if (geste === 'closeSync') vrai(...a);
        return echouer();
      });
    return () => demandes;
  }

  const cas = GESTES.flatMap((geste) =>
    Object.entries(CAUSES).map(([code, motif]) => [geste, code, motif] as const),
  );
  test.each(cas)('%s : %s', async (geste, code, motif) => {
    const lieu = neuf();
    const demandes = refuser(geste, code);
    const passage = await clasSurPlace(['remontee', cycle, ...AU, '--sortie', lieu.sortie]);
    jest.restoreAllMocks();
    expect(demandes()).toBeGreaterThan(0);
    attendrePhrase(passage, motif);
    attendreIntact(lieu);
  });

  test('un disque qui refuse tout, même d’ôter le fichier provisoire, dit son premier refus', async () => {
    const lieu = neuf();
    refuser('writeSync', 'ENOSPC');
    jest.spyOn(fs, 'rmSync').mockImplementation(() => {
      throw Object.assign(new Error('EROFS: refus'), { code: 'EROFS' });
    });
    const passage = await clasSurPlace(['remontee', cycle, ...AU, '--sortie', lieu.sortie]);
    jest.restoreAllMocks();
    attendrePhrase(passage, /disque est plein/);
    expect(readFileSync(lieu.sortie, 'utf8')).toBe(ANCIEN);
  });
});
