/**
 * L'onglet État rendu sans Excel ni navigateur : ce qu'il dit d'un classeur vide, d'un barème inconnu, d'une année en cours.
 * @jest-environment jsdom
 */
import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import axe from 'axe-core';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { ContexteSession } from '../../src/volet/contexte';
import { creerSession, type Session } from '../../src/volet/session';
import { EtatClasseur } from '../../src/volet/vues/EtatClasseur';
import { ENTETES, creerPort, projet, type PortDeTest } from './port';

let racine: Root | undefined;
let session: Session;

async function montrer(port: PortDeTest, au = '2022-01-10'): Promise<void> {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  session = creerSession({ port, aujourdhui: () => au, attente: 5 });
  const element = document.createElement('div');
  document.body.replaceChildren(element);
  racine = createRoot(element);
  await act(async () => {
    await session.demarrer();
    racine?.render(
      <ContexteSession.Provider value={session}>
        <FluentProvider theme={webLightTheme}>
          <EtatClasseur />
        </FluentProvider>
      </ContexteSession.Provider>,
    );
  });
}

afterEach(() => act(() => racine?.unmount()));

/** Sans les espaces insécables. */
const texte = (): string => (document.body.textContent ?? '').replaceAll(/[\u00a0\u202f]/g, ' ');
const bouton = (nom: RegExp): HTMLElement =>
  [...document.querySelectorAll('button')].find((b) =>
    nom.test(b.getAttribute('aria-label') ?? b.textContent ?? ''),
  ) as HTMLElement;
const presser = (nom: RegExp): Promise<void> => act(async () => bouton(nom).click());

test('un classeur vide est à remplir, jamais prêt pour la Cnaf', async () => {
  const port = creerPort([]);
  await montrer(port);
  expect(texte()).toContain('Classeur à remplir');
  expect(texte()).not.toMatch(/Prêt/);
  await presser(/^Faire : Classeur rempli/);
  expect(port.gestes.at(-1)).toBe('allerA Projets 2 1');
});

test('un classeur juste est prêt, et dit où en est l’année', async () => {
  await montrer(creerPort([projet('D-1', { 'Autres recettes': 14_811 })]));
  expect(texte()).toMatch(/Prêt pour la Cnaf/);
  expect(texte()).toMatch(/Agréments, fait1 \/ 1/);
  const { violations } = await axe.run(document.body, {
    rules: {
      'color-contrast': { enabled: false },
      'page-has-heading-one': { enabled: false },
      region: { enabled: false },
    },
  });
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  await presser(/^Faire : Arrêté des comptes 2021/);
  expect(session.etat().onglet).toBe('cloturer');
});

test('ce qui bloque se compte par cause, et mène à Vérifier, filtré', async () => {
  const port = creerPort(['D-1', 'D-2', 'D-3'].map((d) => projet(d, { 'Coût prévisionnel': 'néant' })));
  await montrer(port);
  expect(texte()).toMatch(/3 à corriger1 cause/);
  await presser(/1.cause, à corriger/);
  expect([session.etat().onglet, session.etat().filtre.gravites]).toEqual(['verifier', ['bloquante']]);
});

test('le bilan de lecture : lignes laissées, colonnes non lues, feuilles hors champ', async () => {
  const port = creerPort();
  port.feuilles.set('Projets', [
    [...ENTETES, 'Couleur du dossier'],
    [...projet('D-1'), 'bleu'],
    ['Total', ...Array.from({ length: 12 }, () => null), 24_000],
  ]);
  port.feuilles.set('Mes notes', [['rien']]);
  await montrer(port);
  expect(texte()).toMatch(/Projets1 ligne lue, 1 laissée, 1 colonne non lue/);
  expect(texte()).toMatch(/Mes noteshors champ/);
  await presser(/^Projets/);
  expect(texte()).toMatch(/Coût prévisionnel : 24 000,00 € lus, 24 000,00 € dans des lignes laissées/);
  expect(texte()).toMatch(/Couleur du dossier/);
});

test('une année que Clas ne connaît pas : le barème se demande, aucun chiffre ne se propose', async () => {
  const port = creerPort();
  port.feuilles.set('Paramètres', [
    ['Caf', '45'],
    ['Année scolaire', '2030-2031'],
  ]);
  await montrer(port);
  expect(texte()).toMatch(/Clas ne connaît que 2021-2022/);
  expect(
    [...document.querySelectorAll('input')].map((champ) => champ.value + champ.placeholder).join(''),
  ).toBe('');
  await presser(/^Écrire le barème/);
  expect(texte()).toMatch(/Dire d’où viennent ces chiffres/);
  expect(port.gestes.filter((g) => g.startsWith('corriger'))).toEqual([]);
});

test('préparer sans choisir la Caf marque le champ ; l’année proposée est celle du jour', async () => {
  const port = creerPort();
  port.feuilles.clear();
  await montrer(port, '2026-11-29');
  const annee = [...document.querySelectorAll('select')].map((liste) => liste.value);
  expect(annee).toContain('2026');
  await presser(/^Préparer le classeur/);
  const caf = [...document.querySelectorAll('select')].find((liste) => liste.value === '');
  expect(caf?.getAttribute('aria-invalid')).toBe('true');
});
