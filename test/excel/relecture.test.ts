/** Relire à la frappe rend ce que lirait une lecture entière, pour une fraction des échanges. */
import fc from 'fast-check';
import { creerPortExcel, type Changement, type PortExcel } from '../../src/classeur/excel';
import type { ClasseurLu } from '../../src/dossier/formes/grille';
import { jusqua } from '../outils/attente';
import { grilleUniver } from '../../outils/grilleUniver';
import { ouvrirHote, type ExcelOuvert } from '../../outils/excel';
import { cellules, classeurDe, codes } from './outils';

/** Chaque frappe se dit une fois. */
const attendre = (frappes: number): Promise<void> => jusqua(() => recus.length === frappes);
const contenu = ({ feuilles }: ClasseurLu): object[] =>
  feuilles.map((f) => ({ nom: f.nom, cellules: cellules(f), codes: codes(f), formules: f.formules }));

let ouvert: ExcelOuvert;
let port: PortExcel;
let recus: Changement[];

async function ouvrir(options: Parameters<typeof ouvrirHote>[0]): Promise<ClasseurLu> {
  ouvert = await ouvrirHote(options);
  port = creerPortExcel();
  const siens: Changement[] = (recus = []);
  await port.surChangement((changement) => siens.push(changement));
  return port.lire();
}
afterEach(() => ouvert.fermer());

const unGeste = fc.record({
  feuille: fc.constantFrom('Projets', 'Projets', 'Collectifs', 'Paramètres', 'Versements'),
  colonne: fc.constantFrom('A', 'B', 'C', 'H', 'K', 'S', 'AF', 'AK'),
  ligne: fc.integer({ min: 1, max: 14 }),
  valeur: fc.constantFrom(12, 0, 'texte', '', '=A1', '#N/A', true, '045', '12,5'),
});

test('après n’importe quelles frappes, comme une lecture entière', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(unGeste, { minLength: 1, maxLength: 6 }),
      fc.nat(3),
      async (gestes, ensemble) => {
        let avant = await ouvrir({ feuilles: classeurDe(8) });
        for (const [i, { feuille, colonne, ligne, valeur }] of gestes.entries()) {
          await ouvert.hote.saisir(`${feuille}!${colonne}${ligne}`, valeur);
          if (i % (ensemble + 1) !== 0) continue;
          await attendre(i === 0 ? 1 : ensemble + 1);
          avant = await port.relire(avant, recus.splice(0));
          expect(contenu(avant)).toEqual(contenu(await port.lire()));
        }
        ouvert.fermer();
      },
    ),
    { numRuns: 25 },
  );
});

test('un résultat changé par une frappe ailleurs est relu', async () => {
  const avant = await ouvrir({
    grille: await grilleUniver(),
    feuilles: [
      { nom: 'Paramètres', lignes: [['Taux', 2]] },
      {
        nom: 'Projets',
        lignes: [
          ['N° dossier', 'Double'],
          ['P-1', '=Paramètres!B1*10'],
          ['P-2', 7],
        ],
      },
    ],
  });
  await ouvert.hote.saisir('Paramètres!B1', 3);
  await attendre(1);
  const apres = await port.relire(avant, recus);
  expect(apres.feuilles[1]?.lignes[1]?.[1]).toBe(30);
  expect(apres.feuilles[1]?.lignes[2]).toBe(avant.feuilles[1]?.lignes[2]);
});

test('sans formule, une frappe se relit en un échange de moins de 2 ko ; le reste garde ses tableaux', async () => {
  const feuilles = classeurDe(500).map((f) => ({
    ...f,
    lignes: f.lignes.map((ligne) => ligne.map((c) => (typeof c === 'object' && c !== null ? null : c))),
  }));
  const avant = await ouvrir({ feuilles });
  await ouvert.hote.saisir('Projets!K40', 9);
  await attendre(1);
  let apres = avant;
  const trajets = await ouvert.hote.pendant(async () => {
    apres = await port.relire(avant, recus);
  });
  expect(trajets).toHaveLength(1);
  expect(trajets[0]?.octetsReponse).toBeLessThan(2_000);
  const identiques = apres.feuilles[1]?.lignes.filter((ligne, i) => ligne === avant.feuilles[1]?.lignes[i]);
  expect(identiques).toHaveLength(500);
  expect(apres.feuilles[2]).toBe(avant.feuilles[2]);
});

test('une ligne ôtée sans que l’annonce le dise : la feuille se relit entière', async () => {
  const avant = await ouvrir({ feuilles: classeurDe(8) });
  const { hote } = ouvert;
  const { id } = hote.feuille('Projets');
  const { grille } = hote.classeur;
  const rect = { ...grille.etendue(id)!, ligne: 2 };
  const suite = grille.lire(id, { ...rect, ligne: 3 });
  grille.ecrire(
    id,
    rect,
    suite.map((ligne) => ligne.map(({ valeur }) => valeur)),
  );
  hote.classeur.marquerPerime();
  const apres = await port.relire(avant, [{ feuille: 'Projets', plage: 'A3' }]);
  expect(contenu(apres)).toEqual(contenu(await port.lire()));
  expect(apres.feuilles[1]?.lignes).toHaveLength((avant.feuilles[1]?.lignes.length ?? 0) - 1);
});

test('une ligne insérée ou supprimée déplace la feuille : elle se relit entière', async () => {
  await ouvrir({ feuilles: classeurDe(8) });
  const feuille = ouvert.hote.feuille('Projets');
  const ligne = { ligne: 2, colonne: 0, lignes: 1, colonnes: 16_384 };
  ouvert.hote.classeur.deplacementVu({ feuille, rect: ligne }, 'RowDeleted');
  await attendre(1);
  expect(recus).toEqual([{ feuille: 'Projets', plage: null }]);
});
