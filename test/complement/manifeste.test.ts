import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXIGENCES } from '../../src/complement/exigences';
import { ADRESSE_LOCALE } from '../../webpack/publier.js';
import { baliser, defauts } from './manifeste';

const RACINE = join(__dirname, '../..');
const XML = readFileSync(join(RACINE, 'manifest.xml'), 'utf8');

/** Avant construction : les icônes viennent d'`assets`, les pages n'existent pas encore. */
const source = (url: string): string =>
  url.includes('/icones/')
    ? url.replace(`${ADRESSE_LOCALE}icones`, join(RACINE, 'assets/icones'))
    : join(RACINE, 'manifest.xml');
const examiner = (xml: string): string[] => defauts(xml, ADRESSE_LOCALE, source);

test('le manifeste de travail est sans défaut', () => expect(examiner(XML)).toEqual([]));

test.each([
  ['resid inconnu', XML.replace('resid="Clas.Aide"', 'resid="Clas.Absent"')],
  ['ressource inutile', XML.replace('resid="Clas.Aide"', 'resid="Clas.Volet"')],
  ['adresse étrangère', XML.replace(`${ADRESSE_LOCALE}fonctions.js"`, 'http://localhost:3000/fonctions.js"')],
  ['px attendus', XML.replace('<bt:Image size="16" resid="Clas.16"', '<bt:Image size="16" resid="Clas.20"')],
  ['toutes ses tailles', XML.replace('<bt:Image size="24" resid="Aide.24" />', '')],
  ['fichier absent', XML.replace('icones/clas-64.png', 'icones/clas-65.png')],
  ['texte trop long', XML.replace('DefaultValue="Ouvrir Clas"', `DefaultValue="${'x'.repeat(126)}"`)],
])('l’examen voit : %s', (defaut, xml) => expect(examiner(xml).join()).toContain(defaut));

test('runtime partagé : une seule page, longue vie, premier enfant de l’hôte', () => {
  expect(XML).toMatch(
    /<Host xsi:type="Workbook">\s*(<!--.*?-->\s*)?<Runtimes>\s*<Runtime resid="Clas.Volet" lifetime="long" \/>/s,
  );
  expect(XML).toMatch(/<Page>\s*<SourceLocation resid="Clas.Volet"/);
  expect(XML).toContain('<FunctionFile resid="Clas.Volet" />');
  expect(XML).not.toMatch(/TaskpaneId|AppDomain|<Namespace/);
  expect(XML).toContain('<Permissions>ReadWriteDocument</Permissions>');
});

test('les jeux exigés sont ceux que le volet vérifie', () => {
  const jeux = baliser(XML)
    .filter((b) => b.nom === 'Set')
    .map((b) => [b.attributs['Name'], b.attributs['MinVersion']]);
  expect(jeux).toEqual(EXIGENCES.map((exigence) => [...exigence]));
});

test('chaque bouton a un nom, une infobulle et une commande connue', () => {
  const boutons = [...XML.matchAll(/<Control .*?<\/Control>/gs)].map(([bouton]) => bouton);
  expect(boutons).toHaveLength(4);
  for (const bouton of boutons) expect(bouton).toMatch(/<Supertip>.*<Title .*<Description .*<Action /s);
  const noms = [...XML.matchAll(/<FunctionName>(.*?)<\/FunctionName>/g)].map((m) => m[1]);
  // lu dans la source : importer le module demanderait Office
  const commandes = readFileSync(join(RACINE, 'src/complement/commandes.ts'), 'utf8').split(
    'COMMANDES = {',
  )[1];
  for (const nom of noms) expect(commandes).toContain(`${nom}:`);
});
