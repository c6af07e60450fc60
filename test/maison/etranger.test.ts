/**
 * La lecture d'un étranger : les commandes des documents, passées telles quelles dans une copie du dépôt. Les pages et
 * les exemples tirés du code en ressortent inchangés.
 */
import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { unzipSync } from 'fflate';
import { copierArbre } from '../../outils/copie';
import { defauts } from '../complement/manifeste';
import { commandesDe, orphelines, PAR_L_ETRANGER, perimees } from './commandes';
import { PAGES, texte } from './pages';

const RACINE = resolve(__dirname, '../..');
const CI = texte('.ci/run');
const { scripts } = JSON.parse(texte('package.json')) as { scripts: Record<string, string> };
const CITEES = PAGES.flatMap((page) => commandesDe(texte(page)));
const README = commandesDe(texte('README.md'));

test('chaque commande d’un document est passée, ou dit pourquoi elle ne l’est pas', () => {
  expect(new Set(CITEES).size).toBeGreaterThan(20);
  expect(orphelines(CITEES, CI, README)).toEqual([]);
  // une commande nouvelle ferait échouer la ligne d'avant
  expect(orphelines(['npm run nouvelle', 'npx clas nouvelle x.xlsx'], CI, README)).toHaveLength(2);
});

test('chaque script du dépôt aussi', () => {
  const tous = Object.keys(scripts).map((nom) =>
    ['test', 'start'].includes(nom) ? `npm ${nom}` : `npm run ${nom}`,
  );
  const passes = PAR_L_ETRANGER.map((commande) => commande.replace(/^\w+=\S+ /, '').replace(/ --.*/, ''));
  expect(
    orphelines(
      tous.filter((c) => !passes.includes(c)),
      CI,
      README,
    ),
  ).toEqual([]);
  expect(perimees([...CITEES, ...tous, 'npm run bench -- flottants'])).toEqual([]);
});

describe('dans une copie du dépôt', () => {
  let copie: string;
  const passees: string[] = [];

  beforeAll(() => {
    copie = mkdtempSync(join(tmpdir(), 'clas-etranger-'));
    copierArbre(RACINE, copie);
    mkdirSync(join(copie, 'chemin/vers'), { recursive: true });
    for (const nom of ['mon-classeur.xlsx', 'chemin/vers/classeur.xlsx'])
      copyFileSync(join(RACINE, 'assets/exemples/cycle-de-vie.xlsx'), join(copie, nom));
  });
  afterAll(() => rmSync(copie, { recursive: true, force: true }));

  // CI : aucun navigateur ne s'ouvre
  const env = { ...process.env, CI: 'true' };
  const passer = (commande: string): string => {
    passees.push(commande);
    return execFileSync('sh', ['-c', commande], { cwd: copie, env, encoding: 'utf8', stdio: 'pipe' });
  };
  const ici = (nom: string): string => readFileSync(join(RACINE, nom), 'utf8');
  const la = (nom: string): string => readFileSync(join(copie, nom), 'utf8');

  test('npm run build, pour l’adresse d’une Caf', () => {
    passer(PAR_L_ETRANGER[0]);
    const adresse = 'https://clas.votre-caf.fr/';
    const manifeste = la('dist/manifest.xml');
    expect(manifeste).toContain(`${adresse}volet.html`);
    expect(defauts(manifeste, adresse, (url) => join(copie, 'dist', url.slice(adresse.length)))).toEqual([]);
    for (const nom of readdirSync(join(copie, 'dist'), { recursive: true, encoding: 'utf8' }))
      if (/\.(xml|json|html|js|css)$/.test(nom))
        expect([nom, /localhost|clas\.example\.fr/.exec(la(`dist/${nom}`))]).toEqual([nom, null]);
    const { functions } = JSON.parse(la('dist/fonctions.json')) as { functions: { helpUrl: string }[] };
    for (const { helpUrl } of functions) expect(helpUrl).toMatch(`${adresse}aide.html#`);
  });

  test('npm run docs : les pages tirées du code sont à jour', () => {
    passer(PAR_L_ETRANGER[1]);
    const pages = [
      ...readdirSync(join(RACINE, 'docs'))
        .filter((nom) => nom.endsWith('.md'))
        .map((nom) => `docs/${nom}`),
      'schemas/remontee.schema.json',
    ];
    for (const page of pages) expect(la(page)).toBe(ici(page));
  });

  test('npm run exemples : les exemples livrés sont ceux que leur script écrit', () => {
    const dossier = 'assets/exemples';
    rmSync(join(copie, dossier), { recursive: true });
    mkdirSync(join(copie, dossier));
    passer(PAR_L_ETRANGER[2]);
    const classeurs = (racine: string) =>
      readdirSync(join(racine, dossier), { recursive: true, encoding: 'utf8' })
        .filter((nom) => nom.endsWith('.xlsx'))
        .sort();
    const noms = classeurs(RACINE);
    expect(classeurs(copie)).toEqual(noms);
    // le contenu décompressé : d'une version de Node à l'autre, la compression peut changer
    const contenu = (racine: string, nom: string) => unzipSync(readFileSync(join(racine, dossier, nom)));
    for (const nom of noms) expect(contenu(copie, nom)).toEqual(contenu(RACINE, nom));
  });

  test('npm run bench : une mesure s’écrit à sa place', () => {
    expect(passer(PAR_L_ETRANGER[3])).toContain('Le prix de l’exactitude');
    expect(la('docs/mesures.md')).toContain('`npm run bench -- flottants`');
  });

  const lirePage = (adresse: string): Promise<string> =>
    new Promise((rendre, echouer) => {
      get(adresse, (reponse) => {
        let page = '';
        reponse.on('data', (morceau: Buffer) => (page += morceau.toString()));
        reponse.on('end', () => rendre(page));
      }).on('error', echouer);
    });

  test.each(PAR_L_ETRANGER.slice(4))('%s : la page est servie', async (commande) => {
    passees.push(commande);
    const enfant = spawn('sh', ['-c', `exec ${commande}`], { cwd: copie, env, detached: true });
    try {
      const adresse = await new Promise<string>((rendre, echouer) => {
        let dit = '';
        const ecouter = (morceau: Buffer): void => {
          dit += morceau.toString();
          const trouvee = /L’atelier est prêt : (http\S+)/.exec(dit);
          if (trouvee?.[1] !== undefined) rendre(trouvee[1]);
        };
        enfant.stdout.on('data', ecouter);
        enfant.stderr.on('data', ecouter);
        enfant.on('close', () => echouer(new Error(dit)));
      });
      expect(await lirePage(adresse)).toContain('<title>');
    } finally {
      // npm, puis le lanceur, puis le serveur : le groupe entier
      process.kill(-(enfant.pid ?? 0), 'SIGKILL');
    }
  });

  test('aucune n’a été oubliée', () => {
    expect(passees).toEqual(PAR_L_ETRANGER);
  });
});
