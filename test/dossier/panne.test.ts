/** Un contrôle qui plante n'est pas une faute du classeur. */
import { phraseDe } from '../../src/dossier/anomalies/anomalie';
import { examen, projet, rapport } from './fabrique';

jest.mock('../../src/dossier/controle/parProjet/bonus', () => ({
  controlerBonus: () => {
    throw new Error('panne d’essai');
  },
}));

test('un contrôle en panne se dit « impossible », les autres continuent', () => {
  const e = examen({ projets: [projet({ commune: null })] });
  expect(rapport(e)).toEqual(['Projets controle.impossible', 'Projets!F2 cellule.non-renseignee']);
  expect(e.anomalies.slice(0, 1).map(phraseDe).join('')).toContain(
    'Contrôle «\u00a0bonus\u00a0» impossible (panne d’essai)',
  );
  expect(e.valide).toBe(false);
});
