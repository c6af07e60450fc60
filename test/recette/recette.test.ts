/**
 * La recette passe sur l'hôte émulé, et ce qu'un vrai Excel y a répondu se rejoue : chaque `recette-….json` de ce dossier
 * est comparé à l'hôte, sonde par sonde. Sans aucun, la comparaison s'éprouve sur les réponses de l'hôte lui-même.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Dossier } from '../../atelier/recette/dossier';
import type { Reponse } from '../../atelier/recette/sonde';
import { GROUPES, SONDES } from '../../atelier/recette/sondes';
import { recetteSurHote } from './hote';
import { rejouer, type Ecart } from './rejeu';

const lire = <T>(nom: string): T => JSON.parse(readFileSync(join(__dirname, nom), 'utf8')) as T;

/** Ce qu'ont répondu de vrais Excel. */
const VRAIS = readdirSync(__dirname).filter((nom) => /^recette-.*\.json$/.test(nom));
const ECARTS = lire<Ecart[]>('ecarts.json');

let reponses: Reponse[];
beforeAll(async () => {
  reponses = await recetteSurHote();
});

test('huit groupes, des sondes au nom unique, et une raison à celles que l’hôte ne passe pas', () => {
  expect(GROUPES.map(({ nom }) => nom)).toEqual([
    'Fonctions',
    'Noms',
    'Lecture',
    'Écriture',
    'Événements',
    'Volet',
    'Sorties',
    'Annulation',
  ]);
  expect(new Set(SONDES.map(({ id }) => id)).size).toBe(SONDES.length);
  for (const { demande, horsHote } of SONDES)
    expect([demande, horsHote]).toEqual([
      expect.stringMatching(/\S.*[.?]$/),
      horsHote === undefined ? undefined : expect.stringMatching(/\S/),
    ]);
});

test('les sondes que cite limites.md existent', () => {
  const citees = [
    ...readFileSync('docs/limites.md', 'utf8').matchAll(
      /`((?:annulation|ecriture|evenements|fonctions|lecture|noms|sorties|volet)\.[\w.-]+)`/g,
    ),
  ].map(([, id]) => id);
  expect(citees.length).toBeGreaterThan(15);
  expect(citees.filter((id) => !SONDES.some((sonde) => sonde.id === id))).toEqual([]);
});

test('sur l’hôte, chaque sonde trouve ce que dit la documentation', () => {
  expect(reponses.length).toBeGreaterThan(30);
  expect(reponses.filter(({ verdict }) => verdict === 'différent' || verdict === 'échec')).toEqual([]);
});

test('l’hôte répond comme chaque Excel qui a répondu, ou l’écart a sa raison', () => {
  expect(VRAIS.flatMap((nom) => rejouer(nom, lire<Dossier>(nom), reponses, ECARTS))).toEqual([]);
});

test('un Excel qui se conduit autrement se voit : sur le web, une cellule vide arrive autrement', async () => {
  const [reponse] = await recetteSurHote({ cellulesVides: null }, ['fonctions.arguments']);
  expect(reponse?.verdict).toBe('différent');
  expect(reponse?.observe).toMatchObject({
    '=CLASR.ECHO(A1)': '[null,null]',
    '=CLASR.ECHO(12.5)': '[12.5,null]',
  });
});

test('un écart admis nomme un Excel qui a répondu', () => {
  expect(ECARTS.filter(({ fichier }) => !VRAIS.includes(fichier))).toEqual([]);
});

describe('le rejeu', () => {
  const comme = (): Pick<Dossier, 'reponses'> =>
    JSON.parse(JSON.stringify({ reponses })) as Pick<Dossier, 'reponses'>;
  const autrement = (id: string): Pick<Dossier, 'reponses'> => ({
    reponses: comme().reponses.map((r) => (r.id === id ? { ...r, observe: 'autre chose' } : r)),
  });
  const admis: Ecart = { fichier: 'x.json', sonde: 'noms.formule', raison: 'build 1 : nom changé' };

  test('ne voit rien à redire aux réponses mêmes de l’hôte', () => {
    expect(rejouer('x.json', comme(), reponses, [])).toEqual([]);
  });

  test('nomme la sonde qui diffère, se tait quand la raison est écrite', () => {
    const dossier = autrement('noms.formule');
    expect(rejouer('x.json', dossier, reponses, [])).toEqual([
      expect.stringMatching(/^x\.json, noms\.formule :/),
    ]);
    expect(rejouer('x.json', dossier, reponses, [{ ...admis, raison: ' ' }])).toHaveLength(1);
    expect(rejouer('x.json', dossier, reponses, [admis])).toEqual([]);
  });

  test('dit la raison qui n’a plus d’objet, et ne compare pas les mesures', () => {
    expect(rejouer('x.json', comme(), reponses, [admis])).toEqual([
      'x.json, noms.formule : l’écart admis n’existe plus',
    ]);
    expect(rejouer('x.json', autrement('fonctions.delai.1'), reponses, [])).toEqual([]);
  });
});
