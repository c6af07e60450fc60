/**
 * Ce qui a changé depuis un autre classeur, tel que l'agent le lit dans Clôturer (le choix du fichier : sorties.test.ts).
 * @jest-environment jsdom
 */
import { act } from 'react';
import { Comparer } from '../../src/volet/vues/Comparer';
import { useEtat } from '../../src/volet/contexte';
import { controleDe } from '../../src/volet/etat';
import { examiner } from '../../src/dossier/examiner';
import { creerPort, projet, type PortDeTest } from './port';
import { montrer, sansInsecable } from './rendu';

/** Ce que dirait la lecture du fichier choisi : jsdom ne sait pas décompresser. */
const mockClasseur: { port?: PortDeTest } = {};
jest.mock('../../src/volet/precedent', () => ({
  lirePrecedent: async (_: Uint8Array, au: string) => examiner(await mockClasseur.port!.lire(), { au }),
}));

function Vue() {
  const controle = controleDe(useEtat());
  return controle && <Comparer examen={controle.examen} />;
}
const texte = (): string => sansInsecable(document.body.textContent);

async function choisir(nom: string): Promise<void> {
  const champ = document.querySelector<HTMLInputElement>('input[type=file]')!;
  const fichier = { name: nom, arrayBuffer: () => Promise.resolve(new ArrayBuffer(0)) };
  Object.defineProperty(champ, 'files', { value: [fichier], configurable: true });
  await act(async () => {
    champ.dispatchEvent(new Event('change', { bubbles: true }));
    await new Promise((suite) => setTimeout(suite, 100));
  });
}

test('venus, partis, modifiés et leur effet ; la comparaison suit le classeur ouvert', async () => {
  const DE_D3 = { Gestionnaire: 'Association D-3', Action: 'Clas D-3' };
  mockClasseur.port = creerPort([projet('D-1'), projet('D-2'), projet('D-3')]);
  const port = creerPort([
    projet('D-1'),
    projet('D-2', { 'Coût prévisionnel': 20000 }),
    projet('D-4', DE_D3),
  ]);
  const session = await montrer(port, <Vue />);
  expect(texte()).not.toMatch(/Depuis/);
  await choisir('avant.xlsx');
  expect(texte()).toMatch(/Depuis avant.xlsx : 1 projet ajouté, 1 disparu, 1 modifié\./);
  expect(texte()).toMatch(/AjoutésD-4/);
  expect(texte()).toMatch(/DisparusD-3/);
  expect(texte()).toMatch(/Peut-être renuméroté : D-3 devient D-4 \(même gestionnaire, même action\)\./);
  // la Ps de 24 000 € est au plafond, 7 689 € ; celle de 20 000 € est de 32,5 %, 6 500 €
  expect(texte()).toMatch(/D-2.*Coût prévisionnel.* : 24 000,00 € → 20 000,00 €.*Ps retenue.* − 1 189,00 €/);
  port.feuilles.get('Projets')!.splice(2, 1);
  await act(() => session.verifier());
  expect(texte()).toMatch(/1 projet ajouté, 2 disparus, 0 modifié/);
});
