/** L'archive à déployer : entière, vérifiable, et la même à chaque fois. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { complementConstruit } from '../../outils/construction';
import { archive } from '../../scripts/paquet/archive';

const RACINE = resolve('.');
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const DOSSIER = `clas-${version}/`;

let dist: string;
let octets: Uint8Array;
let contenu: Record<string, Uint8Array>;
const lire = (nom: string): string => strFromU8(contenu[DOSSIER + nom] ?? new Uint8Array());

beforeAll(async () => {
  dist = await complementConstruit();
  octets = archive(dist, RACINE).octets;
  contenu = unzipSync(octets);
});

test('tout ce qui se publie y est, avec la licence, le journal et la page de déploiement', () => {
  const publies = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((nom) =>
    statSync(join(dist, nom)).isFile(),
  );
  expect(publies).toEqual(
    expect.arrayContaining([
      'manifest.xml',
      '_headers',
      'nginx.conf',
      'en-tetes.json',
      'licences.txt',
      'sbom.cdx.json',
    ]),
  );
  for (const nom of publies)
    expect([
      nom,
      Buffer.from(contenu[`${DOSSIER}dist/${nom}`] ?? []).equals(readFileSync(join(dist, nom))),
    ]).toEqual([nom, true]);
  for (const nom of ['LICENSE', 'CHANGELOG.md', 'docs/deploiement.md', 'docs/de-0.1-a-1.0.md'])
    expect([nom, lire(nom)]).toEqual([nom, readFileSync(nom, 'utf8')]);
});

test('SHA256SUMS couvre chaque fichier, et dit vrai', () => {
  const sommes = new Map(
    lire('SHA256SUMS')
      .trimEnd()
      .split('\n')
      .map((ligne) => [ligne.slice(66), ligne.slice(0, 64)]),
  );
  const autres = Object.keys(contenu).filter((nom) => nom !== `${DOSSIER}SHA256SUMS`);
  expect([...sommes.keys()].sort()).toEqual(autres.map((nom) => nom.slice(DOSSIER.length)).sort());
  for (const [nom, somme] of sommes)
    expect([
      nom,
      createHash('sha256')
        .update(contenu[DOSSIER + nom]!)
        .digest('hex'),
    ]).toEqual([nom, somme]);
});

test('la commande refait les mêmes octets', () => {
  const sortie = mkdtempSync(join(tmpdir(), 'clas-paquet-essai-'));
  try {
    execFileSync(process.execPath, ['scripts/lancer.mjs', 'scripts/paquet.ts', '--sortie', sortie], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const refait = readFileSync(join(sortie, `clas-${version}.zip`));
    expect(refait.equals(octets)).toBe(true);
    expect(readFileSync(join(sortie, `clas-${version}.zip.sha256`), 'utf8')).toBe(
      `${createHash('sha256').update(refait).digest('hex')}  clas-${version}.zip\n`,
    );
  } finally {
    rmSync(sortie, { recursive: true });
  }
});

describe('sbom.cdx.json', () => {
  interface Composant {
    readonly name: string;
    readonly group?: string;
    readonly version: string;
    readonly purl: string;
    readonly licenses: readonly {
      readonly license?: { readonly id?: string };
      readonly expression?: string;
    }[];
    readonly hashes: readonly { readonly alg: string; readonly content: string }[];
  }
  const bom = () =>
    JSON.parse(lire('dist/sbom.cdx.json')) as {
      bomFormat: string;
      specVersion: string;
      serialNumber?: string;
      metadata: { timestamp?: string; component: Composant };
      components: Composant[];
    };
  const nom = ({ group, name }: Composant): string => (group ? `${group}/${name}` : name);

  test('nomme le produit et sa version, sans date ni numéro tiré', () => {
    const { bomFormat, specVersion, serialNumber, metadata } = bom();
    expect([bomFormat, specVersion, serialNumber, metadata.timestamp]).toEqual([
      'CycloneDX',
      '1.6',
      undefined,
      undefined,
    ]);
    expect([metadata.component.name, metadata.component.version]).toEqual(['clas-excel', version]);
  });

  test('a les paquets de licences.txt, ni plus ni moins, avec leur licence SPDX', () => {
    const notices = lire('dist/licences.txt')
      .split(`\n${'-'.repeat(80)}\n\n`)
      .map((notice) => /^(\S+) (\S+) — (.+)/.exec(notice)?.slice(1).join(' '));
    expect(
      bom()
        .components.map(
          (c) => `${nom(c)} ${c.version} ${c.licenses[0]?.license?.id ?? c.licenses[0]?.expression ?? ''}`,
        )
        .sort(),
    ).toEqual([...notices].sort());
    expect(notices.length).toBeGreaterThan(10);
  });

  test('chacun a son adresse de paquet et l’empreinte que npm en connaît', () => {
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      packages: Record<string, { version: string; integrity?: string }>;
    };
    for (const composant of bom().components) {
      const connues = Object.entries(packages)
        .filter(
          ([chemin, p]) =>
            chemin.endsWith(`node_modules/${nom(composant)}`) && p.version === composant.version,
        )
        .map(([, { integrity = '' }]) => integrity);
      const [{ alg = '', content = '' } = {}] = composant.hashes;
      expect(composant.purl).toBe(`pkg:npm/${nom(composant).replace('@', '%40')}@${composant.version}`);
      expect([nom(composant), alg, connues]).toEqual([
        nom(composant),
        'SHA-512',
        expect.arrayContaining([`sha512-${Buffer.from(content, 'hex').toString('base64')}`]),
      ]);
    }
  });
});
