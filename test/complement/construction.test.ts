/** Le complément construit pour de bon : ce qui serait publié. Une autre adresse que celle d'office : test/maison/etranger. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import { gzipSync } from 'node:zlib';
import { complementConstruit } from '../../outils/construction';
import { ADRESSE_OFFICE } from '../../webpack/office.js';
import type { Appel } from '../fonctions/appel';
import { VECTEURS, resultats } from '../fonctions/vecteurs';
import { defauts } from './manifeste';

const RACINE = join(__dirname, '../..');
const ADRESSE = 'https://clas.example.fr/';
/** Octets compressés lus avant la première réponse d'une formule, Office.js à part. */
const POIDS_FORMULE = 30_000;

let dist: string;
const lire = (nom: string): string => readFileSync(join(dist, nom), 'utf8');
const poids = (nom: string): number => gzipSync(readFileSync(join(dist, nom)), { level: 9 }).length;

beforeAll(async () => {
  dist = await complementConstruit();
});

class ErreurExcel extends Error {
  constructor(
    readonly code: string,
    message?: string,
  ) {
    super(message);
  }
}

/** Charge le script construit comme le ferait Excel, et rend de quoi appeler ses fonctions. */
function charger(): { appeler: Appel; ids: string[] } {
  const associees = new Map<string, (...valeurs: unknown[]) => unknown>();
  const CustomFunctions = {
    associate: (id: string, fonction: (...valeurs: unknown[]) => unknown) => associees.set(id, fonction),
    Error: ErreurExcel,
    ErrorCode: { invalidValue: '#VALUE!', notAvailable: '#N/A' },
  };
  vm.runInNewContext(lire('fonctions.js'), { CustomFunctions });
  const appeler: Appel = (id, ...valeurs) => associees.get(`CLAS.${id}`)?.(...valeurs);
  return { appeler, ids: [...associees.keys()] };
}

describe('fonctions.js', () => {
  test('associe ce que fonctions.json déclare', () => {
    const { functions } = JSON.parse(lire('fonctions.json')) as {
      functions: { id: string; helpUrl: string }[];
    };
    expect(charger().ids.sort()).toEqual(functions.map((f) => f.id).sort());
    for (const { helpUrl } of functions) expect(helpUrl).toMatch(`${ADRESSE}aide.html#`);
  });

  test('tous les exemples chiffrés restent exacts', () => {
    const { appeler } = charger();
    for (const vecteur of VECTEURS) {
      for (const [calcule, attendu] of resultats(vecteur, appeler))
        expect([vecteur.id, calcule]).toEqual([vecteur.id, attendu]);
    }
  });

  test('un refus devient une erreur d’Excel avec sa phrase', () => {
    const { appeler } = charger();
    const erreur = (travail: () => unknown): unknown[] => {
      try {
        return [travail()];
      } catch (e) {
        return [(e as ErreurExcel).code, (e as ErreurExcel).message];
      }
    };
    expect(erreur(() => appeler('PS', 'néant', 1))).toEqual([
      '#VALUE!',
      'coût : « néant » n’est pas un nombre.',
    ]);
    expect(erreur(() => appeler('PS', 1, 1, 2022))[0]).toBe('#N/A');
    expect(erreur(() => appeler('DOSSIER', null))).toEqual(['#VALUE!', expect.stringMatching(/à signaler/)]);
  });

  test(`au plus ${POIDS_FORMULE / 1000} ko compressés avant une formule`, () => {
    const lus = ['volet.html', 'fonctions.js', 'fonctions.json'].map(poids);
    expect(lus.reduce((a, b) => a + b)).toBeLessThanOrEqual(POIDS_FORMULE);
  });
});

describe('le volet', () => {
  const codes = (): string[] => readdirSync(join(dist, 'code')).filter((nom) => nom.endsWith('.js'));

  test('l’écrivain .xlsx et les onglets que rien n’a encore ouverts ne se chargent pas avec le volet', () => {
    const enMorceaux = (phrase: string): string[] =>
      codes()
        .filter((nom) => lire(join('code', nom)).includes(phrase))
        .map((nom) => (nom.startsWith('volet') ? 'volet' : 'à part'));
    // l'écrivain, les courriers, et de chaque onglet à part une phrase qui n'est qu'à lui
    for (const phrase of [
      'xl/workbook.xml',
      'word/document.xml',
      'Suivante (F8)',
      'Aucun dossier choisi',
      'Rien à payer',
      'Contrepassation (mois 12',
    ])
      expect([phrase, [...new Set(enMorceaux(phrase))]]).toEqual([phrase, ['à part']]);
  });

  test('ce qui s’ouvre d’abord se compile à côté, le reste à la demande', () => {
    const compiles = codes().filter((nom) =>
      lire(join('code', nom)).startsWith('//# allFunctionsCalledOnLoad\n'),
    );
    expect(compiles.map((nom) => nom.split('.')[0]).sort()).toEqual(['volet', 'volet-suite']);
  });

  test('la première image ne porte ni le moteur ni Excel', () => {
    const premiere = codes().find((nom) => nom.startsWith('volet.')) ?? '';
    const suite = codes().find((nom) => nom.startsWith('volet-suite.')) ?? '';
    // une phrase d'anomalie, une de l'adaptateur d'Excel
    for (const phrase of ['C-PS-02', 'getUsedRangeOrNullObject'])
      expect([phrase, ...[premiere, suite].map((nom) => lire(join('code', nom)).includes(phrase))]).toEqual([
        phrase,
        false,
        true,
      ]);
  });
});

describe('manifest.xml', () => {
  const enFichier = (url: string): string => join(dist, url.slice(ADRESSE.length));

  test('publié sans défaut, chaque fichier présent', () => {
    expect(defauts(lire('manifest.xml'), ADRESSE, enFichier)).toEqual([]);
  });

  test('plus aucune adresse du poste, nulle part', () => {
    for (const nom of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
      if (/\.(xml|json|html|js|css)$/.test(nom))
        expect([nom, lire(nom).includes('localhost')]).toEqual([nom, false]);
    }
  });

  test('porte la version du paquet', () => {
    const { version } = JSON.parse(readFileSync(join(RACINE, 'package.json'), 'utf8')) as { version: string };
    expect(lire('manifest.xml')).toContain(`<Version>${version}.0</Version>`);
    expect(lire('aide.html')).toContain(`Version ${version}`);
  });
});

describe('licences.txt', () => {
  const notices = (): Map<string, string> =>
    new Map(
      lire('licences.txt')
        .split(`\n${'-'.repeat(80)}\n\n`)
        .map((notice) => [notice.split(' ')[0] ?? '', notice]),
    );

  test.each(['decimal.js', 'hucre', 'react', 'react-dom', '@fluentui/react-button', '@griffel/core'])(
    'cite %s, sa version et ses conditions',
    (nom) => {
      const { version } = JSON.parse(
        readFileSync(join(RACINE, 'node_modules', nom, 'package.json'), 'utf8'),
      ) as { version: string };
      expect(notices().get(nom)).toContain(`${nom} ${version} — MIT`);
    },
  );

  test('chaque paquet y a le texte entier de sa licence', () => {
    for (const [nom, notice] of notices())
      expect([nom, /permission|redistribution|licensed under/i.test(notice)]).toEqual([nom, true]);
  });
});

describe('pages', () => {
  test('volet.html : les fonctions demandées d’abord, la première image si la page a une taille', () => {
    const [fonctions, complement, volet, ...autres] = [
      ...lire('volet.html').matchAll(/<link rel=preload href=(\S+) as=script([^>]*)>/g),
    ].map(([, chemin, reste]) => [chemin, reste?.trim()]);
    expect(fonctions).toEqual(['fonctions.js', '']);
    expect(complement).toEqual([expect.stringMatching(/^code\/complement\.[0-9a-f]{10}\.js$/), '']);
    expect(volet).toEqual([
      expect.stringMatching(/^code\/volet\.[0-9a-f]{10}\.js$/),
      'media="(min-width: 2px) and (min-height: 2px)"',
    ]);
    expect(autres).toEqual([]);
  });

  test('volet.html : Office.js, puis les fonctions, puis le reste en différé', () => {
    const scripts = [...lire('volet.html').matchAll(/<script ([^>]*)>/g)].map((m) =>
      (m[1] ?? '').replace(/"/g, ''),
    );
    expect(scripts).toEqual([
      `src=${ADRESSE_OFFICE}`,
      'src=fonctions.js',
      expect.stringMatching(/^src=code\/complement\.[0-9a-f]{10}\.js defer/),
    ]);
  });

  test.each(['volet.html', 'aide.html', '404.html'])(
    '%s : française, sans script ni style en ligne',
    (nom) => {
      const page = lire(nom);
      expect(page).toMatch(/<html lang="?fr"?>/);
      expect(page).not.toMatch(/<style|style=|<script>|javascript:|\{\{/);
    },
  );

  test('aide.html : une ancre par fonction, et la source', () => {
    const page = lire('aide.html');
    const { functions } = JSON.parse(lire('fonctions.json')) as {
      functions: { helpUrl: string; name: string }[];
    };
    for (const { helpUrl, name } of functions) {
      expect(page).toMatch(new RegExp(`<h3 id="?${helpUrl.split('#')[1]}"?>${name}<`));
    }
    expect(page.match(/Source : (Circ|Insee)/g)).toHaveLength(functions.length);
  });
});
