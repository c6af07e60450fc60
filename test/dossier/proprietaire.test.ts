/** À qui est une anomalie : le dossier de sa ligne, en quelque feuille qu'elle soit, et son gestionnaire. */
import { proprietaires } from '../../src/dossier/lecture/proprietaire';
import { collectif, examen, feuille, projet, versement } from './fabrique';

const de = (visee: Parameters<ReturnType<typeof proprietaires>>[0]) =>
  proprietaires(
    examen({
      projets: [
        projet({ gestionnaire: 'Les Tilleuls' }),
        projet({ dossier: 'P-2', gestionnaire: 'La Cité' }),
        projet({ dossier: 'P-2', gestionnaire: 'Le Fil', action: 'Autre' }),
        projet({ dossier: null, gestionnaire: 'Sans numéro' }),
      ],
      collectifs: [collectif({}), collectif({ dossier: null })],
      versements: [versement({ dossier: ' p-1 ' }), versement({ dossier: 'P-9' })],
      avenants: [{ dossier: 'P-2', date: 44_600 }],
      bonusVerses: [{ dossier: 'Q-1', bonusEnfants: 1, montant: 300 }],
      autres: [feuille('Divers', [['x']])],
    }).lecture,
  )(visee);

test.each([
  ['Projets', 2, 'P-1', 'Les Tilleuls'],
  // deux projets sous un même numéro : chacun a son gestionnaire
  ['Projets', 3, 'P-2', 'La Cité'],
  ['Projets', 4, 'P-2', 'Le Fil'],
  ['Collectifs', 2, 'P-1', 'Les Tilleuls'],
  ['Versements', 2, 'p-1', 'Les Tilleuls'],
  ['Versements', 3, 'P-9', null],
  ['Avenants', 2, 'P-2', 'Le Fil'],
  ['Bonus versés', 2, 'Q-1', null],
])('%s, ligne %d : %s, %s', (f, ligne, dossier, gestionnaire) => {
  expect(de({ feuille: f, ligne })).toEqual({ dossier, gestionnaire });
});

test.each([
  ['Projets', 1],
  ['Projets', 5],
  ['Projets', null],
  ['Collectifs', 3],
  ['Divers', 1],
  ['Paramètres', 2],
])('%s, ligne %j : de personne', (f, ligne) => {
  expect(de({ feuille: f, ligne })).toBeNull();
});

test('sans autre feuille que Projets', () => {
  expect(proprietaires(examen().lecture)({ feuille: 'Projets', ligne: 2 })?.dossier).toBe('P-1');
});
