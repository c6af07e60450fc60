import { CSP, CSP_META, REGLES, entetesDe, fichierHeaders, fichierNginx } from '../../webpack/entetes.js';

test('scripts : les nôtres et Office.js, jamais de code en ligne ni évalué', () => {
  const scripts = /script-src ([^;]*)/.exec(CSP)?.[1];
  expect(scripts).toBe("'self' https://appsforoffice.microsoft.com");
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
