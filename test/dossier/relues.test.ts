/** La feuille Justifications, relue : ses colonnes où qu'elles soient, ses lignes entières. */
import { lireJustifications } from '../../src/dossier/lecture/justifications';
import { feuille } from './fabrique';

const TETE = ['N° dossier', 'Référence', 'Champ', 'Valeur', 'Motif', 'Date'];
const UNE = ['P-1', 'C-ID-08', 'Commune', null, ' Itinérant ', '10/01/2022'];
const LUE = {
  dossier: 'P-1',
  reference: 'C-ID-08',
  champ: 'Commune',
  valeur: '',
  motif: 'Itinérant',
  date: '10/01/2022',
};

test('sous ses intitulés, dans n’importe quel ordre, quelle que soit la casse du nom', () => {
  expect(
    lireJustifications([
      feuille('Notes', [['x']]),
      feuille('JUSTIFICATIONS', [['Ce que j’ai justifié'], TETE, UNE]),
    ]),
  ).toEqual([LUE]);
  const inverse = [TETE, UNE].map((l) => [...l].reverse());
  expect(lireJustifications([feuille('Justifications', inverse)])).toEqual([LUE]);
});

test('sans référence ou sans motif, la ligne ne justifie rien ; une colonne absente est vide', () => {
  const lignes = [TETE, UNE, ['P-1', null, 'x', 1, 'motif'], ['P-1', 'C-1', 'x', 1, ' '], [], UNE];
  expect(lireJustifications([feuille('Justifications', lignes)])).toEqual([LUE, LUE]);
  expect(
    lireJustifications([
      feuille('Justifications', [
        ['Référence', 'Motif'],
        ['C-1', 'vu'],
      ]),
    ]),
  ).toEqual([{ dossier: '', reference: 'C-1', champ: '', valeur: '', motif: 'vu', date: '' }]);
});

test('sans feuille, ou sans intitulés, il n’y en a pas', () => {
  expect(lireJustifications([])).toEqual([]);
  expect(lireJustifications([feuille('Notes', [TETE, UNE])])).toEqual([]);
  expect(lireJustifications([feuille('Justifications', [['a', 'b'], UNE])])).toEqual([]);
});
