import { readFileSync } from 'node:fs';
import { ADRESSE_OFFICE, ADRESSES_OFFICE } from '../../webpack/office.js';
import { CSP, CSP_META, REGLES, entetesDe, fichierHeaders, fichierNginx } from '../../webpack/entetes.js';

test('scripts : les nôtres et Office.js, jamais de code en ligne ni évalué', () => {
  const scripts = /script-src ([^;]*)/.exec(CSP)?.[1];
  expect(scripts).toBe(
    "'self' https://officeapis.public.onecdn.static.microsoft https://appsforoffice.microsoft.com",
  );
  expect(CSP).toContain("default-src 'self'");
  expect(CSP).toContain("img-src 'self' data:");
  const cadres = /frame-ancestors ([^;]*)/.exec(CSP)?.[1]?.split(' ');
  for (const cadre of [
    "'self'",
    'https://*.officeapps.live.com',
    'https://*.sharepoint.com',
    'https://teams.microsoft.com',
  ])
    expect(cadres).toContain(cadre);
  expect(CSP_META).not.toContain('frame-ancestors');
});

test('office.js : l’adresse que charge la page est permise, en script comme en cadre, et l’ancienne aussi', () => {
  for (const directive of ['script-src', 'frame-src']) {
    const permises = new RegExp(`${directive} ([^;]*)`).exec(CSP_META)?.[1]?.split(' ');
    expect(permises).toEqual(
      expect.arrayContaining(ADRESSES_OFFICE.map((adresse) => new URL(adresse).origin)),
    );
  }
  expect(new URL(ADRESSE_OFFICE).hostname).toBe('officeapis.public.onecdn.static.microsoft');
  expect(ADRESSES_OFFICE).toContain('https://appsforoffice.microsoft.com/lib/1/hosted/office.js');
});

/** Les hôtes de la bibliothèque installée, sans ceux des essais internes de Microsoft. */
function hotesConnus(): string[] {
  const source = readFileSync(require.resolve('@microsoft/office-js/dist/excel-web-16.00.debug.js'), 'utf8');
  const liste = /regexHostNameStringArray = new Array\(([^;]*)\);/.exec(source)?.[1] ?? '';
  return [...liste.matchAll(/"\^([^"]+)\$"/g)]
    .map(([, motif = '']) => motif.replace('.*', 'hote').replaceAll('\\\\.', '.'))
    .filter((hote) => !/-int\./.test(hote));
}

test('peut afficher le volet tout hôte auquel office.js fait confiance', () => {
  const cadres = /frame-ancestors ([^;]*)/.exec(CSP)?.[1]?.split(' ') ?? [];
  const permis = (hote: string): boolean =>
    cadres.some((cadre) => cadre.startsWith('https://*.') && hote.endsWith(cadre.slice('https://*'.length)));
  const hotes = hotesConnus();
  expect(hotes).toEqual(expect.arrayContaining(['hote.officeapps.live.com', 'hote.office.net']));
  expect(hotes.filter((hote) => !permis(hote))).toEqual([]);
});

test('Excel sur le web peut afficher le volet : ni X-Frame-Options, ni COOP', () => {
  const noms = REGLES.flatMap((regle) => Object.keys(regle.entetes).map((nom) => nom.toLowerCase()));
  expect(noms).not.toContain('x-frame-options');
  expect(noms).not.toContain('cross-origin-opener-policy');
});

test.each([
  ['/volet.html', 'no-cache', undefined],
  ['/manifest.xml', 'no-cache', undefined],
  ['/fonctions.js', 'no-cache', '*'],
  ['/fonctions.json', 'no-cache', '*'],
  ['/icones/clas-32.png', 'public, max-age=86400', '*'],
  ['/code/volet.0123456789.js', 'public, max-age=31536000, immutable', undefined],
])('%s : cache « %s », partage %s', (chemin, cache, partage) => {
  const entetes = entetesDe(chemin);
  expect(entetes['Cache-Control']).toBe(cache);
  expect(entetes['Access-Control-Allow-Origin']).toBe(partage);
  expect(entetes['Content-Security-Policy']).toBe(CSP);
});

test('nginx : chaque lieu porte tous ses en-têtes', () => {
  const lieux = new Map(
    [...fichierNginx().matchAll(/^location (?:= )?(\S+) \{\n([^}]*)\}$/gm)].map(([, lieu, corps]) => [
      lieu,
      Object.fromEntries(
        [...(corps ?? '').matchAll(/add_header (\S+) "([^"]*)" always;/g)].map((m) => [m[1], m[2]]),
      ),
    ]),
  );
  expect([...lieux.keys()]).toEqual(['/', '/fonctions.js', '/fonctions.json', '/icones/', '/code/']);
  expect(lieux.get('/code/')).toEqual(entetesDe('/code/volet.0123456789.js'));
  expect(lieux.get('/fonctions.json')).toEqual(entetesDe('/fonctions.json'));
});

test('le fichier d’hébergement dit la même chose', () => {
  for (const { chemin } of REGLES) expect(fichierHeaders()).toContain(`${chemin}\n  `);
});
