/** Le classeur que la ligne de commande prépare, ouvert dans Excel : ses formules y vivent. */
import { ecrireXlsx, lireXlsx } from '../../src/classeur/xlsx';
import { adresseDe } from '../../src/dossier/formes/adresses';
import { planModele } from '../../src/dossier/restitution/modele/preparer';
import { lireFonctions } from '../../webpack/fonctions-declarees.js';
import type { FonctionDeclaree } from '../../atelier/hote/fonctions';
import { ouvrirHote, type CelluleTest, type ExcelOuvert } from '../../outils/excel';
import { grilleUniver } from '../../outils/grilleUniver';

/** Assez pour la plus large des feuilles préparées. */
const LARGEUR = 60;

let ouvert: ExcelOuvert;
afterEach(() => ouvert.fermer());

test('un coût et des collectifs saisis : la formule relue du fichier appelle Clas, et rend la Ps des textes', async () => {
  const { feuilles } = await lireXlsx(await ecrireXlsx(planModele({ annee: 2021, caf: '45' })));
  const { json } = await lireFonctions(`${__dirname}/../..`, 'https://clas.example.fr/');
  ouvert = await ouvrirHote({
    feuilles: feuilles.map(({ nom, lignes, formules }) => ({
      nom,
      lignes: Array.from({ length: 20 }, (_, l) =>
        Array.from({ length: LARGEUR }, (_, c): CelluleTest => {
          const formule = formules.get(adresseDe(l + 1, c + 1));
          return formule === undefined ? ((lignes[l]?.[c] ?? null) as CelluleTest) : { formule };
        }),
      ),
    })),
    fonctions: (JSON.parse(json) as { functions: FonctionDeclaree[] }).functions,
    erreursPermises: true,
    grille: await grilleUniver(),
  });
  await import('../../src/fonctions/associer');
  await ouvert.hote.repos();

  const entetes = feuilles.find(({ nom }) => nom === 'Projets')?.lignes[0] ?? [];
  const colonne = (intitule: string): string => adresseDe(2, entetes.indexOf(intitule) + 1);
  const lire = (intitule: string): unknown => {
    const { feuille, rect } = ouvert.hote.plage(`Projets!${colonne(intitule)}`);
    return ouvert.hote.classeur.grille.lire(feuille.id, rect)[0]?.[0]?.valeur;
  };
  expect(lire('Ps prévisionnelle')).toBe('');
  await ouvert.hote.saisir(`Projets!${colonne('Coût prévisionnel')}`, 24_000);
  await ouvert.hote.saisir(`Projets!${colonne('Collectifs agréés')}`, 3);
  await ouvert.hote.repos();
  // 24 000 € × 32,5 % = 7 800 €, plafonnée à 3 × 2 563 €
  expect(lire('Ps prévisionnelle')).toBe(7_689);
  await ouvert.hote.saisir(`Projets!${colonne('Coût prévisionnel')}`, 12_000);
  await ouvert.hote.repos();
  expect(lire('Ps prévisionnelle')).toBe(3_900);
});
