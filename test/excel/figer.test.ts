/** Figer les formules de Clas, sur les vraies fonctions, tableaux propagés compris. */
import { creerPortExcel } from '../../src/classeur/excel';
import { ErreurClasseur } from '../../src/dossier/formes/erreurs';
import { lireFonctions } from '../../webpack/fonctions-declarees.js';
import type { FonctionDeclaree } from '../../atelier/hote/fonctions';
import type { Panne } from '../../atelier/hote/journal';
import { ouvrirHote, type ExcelOuvert } from '../../outils/excel';

const RACINE = `${__dirname}/../..`;
let fonctions: FonctionDeclaree[];
beforeAll(async () => {
  const { json } = await lireFonctions(RACINE, 'https://clas.example.fr/');
  fonctions = (JSON.parse(json) as { functions: FonctionDeclaree[] }).functions;
});

let ouvert: ExcelOuvert;
afterEach(() => ouvert.fermer());

async function ouvrir(): Promise<void> {
  ouvert = await ouvrirHote({
    feuilles: [
      {
        nom: 'Projets',
        lignes: [
          ['Coût', 'Ps', 'Note'],
          [24_000, { formule: '=CLAS.PS(A2,3,2021)' }, { formule: '=A2' }],
          ['beaucoup', { formule: '=CLAS.PS(A3,3,2021)' }, 'à moi'],
        ],
      },
      { nom: 'Détail', lignes: [[{ formule: '=CLAS.EXPLIQUER(24000,3,2021)' }]], en: 'B3' },
    ],
    fonctions,
    erreursPermises: true,
  });
  jest.resetModules();
  await import('../../src/fonctions/associer');
  await ouvert.hote.repos();
}

const photo = (): string =>
  JSON.stringify(['Projets!A1:D5', 'Détail!A1:G12'].map((adresse) => ouvert.hote.lire(adresse)));
const formules = (): string[] =>
  ['Projets!A1:D5', 'Détail!A1:G12'].flatMap((adresse) =>
    ouvert.hote
      .lire(adresse)
      .flat()
      .flatMap(({ formule }) => formule ?? []),
  );
const valeurs = (): unknown[] =>
  ['Projets!A1:D5', 'Détail!A1:G12'].flatMap((adresse) =>
    ouvert.hote
      .lire(adresse)
      .flat()
      .map(({ valeur }) => valeur),
  );

test('les valeurs restent, les formules de Clas partent, celles de l’agent et les erreurs demeurent', async () => {
  await ouvrir();
  const avant = valeurs();
  expect(avant).toContain(7_689);
  const inverse = await creerPortExcel().figerFormules();
  await ouvert.hote.repos();
  expect(formules()).toEqual(['=A2', '=CLAS.PS(A3,3,2021)']);
  expect(valeurs()).toEqual(avant);
  expect(inverse.filter(({ formule }) => formule !== undefined)).toHaveLength(2);
});

test('annulé, tout redevient formule, propagation comprise', async () => {
  await ouvrir();
  const avant = photo();
  const port = creerPortExcel();
  await port.corriger(await port.figerFormules());
  await ouvert.hote.repos();
  expect(photo()).toBe(avant);
});

const PANNES: Record<string, Panne> = {
  saisie: 'edition',
  réseau: 'reseau',
  'refus à la première action': { action: 0, code: 'GeneralException' },
  'accès refusé': { action: 5, code: 'AccessDenied' },
};
test.each(Object.entries(PANNES))(
  '%s : à chaque échange, tout ou rien, puis la seconde fois réussit',
  async (_, panne) => {
    await ouvrir();
    const avant = photo();
    const nombre = (await ouvert.hote.pendant(() => creerPortExcel().figerFormules())).length;
    await ouvert.hote.repos();
    const fait = photo();
    for (let rang = 1; rang <= nombre; rang++) {
      ouvert.fermer();
      await ouvrir();
      ouvert.hote.prevoirPanne(rang, panne);
      const port = creerPortExcel();
      const echec = await port.figerFormules().then(
        () => null,
        (erreur: unknown) => erreur,
      );
      await ouvert.hote.repos();
      if (echec !== null) {
        expect(echec).toBeInstanceOf(ErreurClasseur);
        expect(photo()).toBe(avant);
        await port.figerFormules();
        await ouvert.hote.repos();
      }
      expect(photo()).toBe(fait);
    }
  },
);
