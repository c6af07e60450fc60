/**
 * Vérifier rendu sans Excel ni navigateur : une cause se règle et se justifie dans sa fenêtre.
 * @jest-environment jsdom
 */
import { act } from 'react';
import { Verifier } from '../../src/volet/vues/Verifier';
import { creerPort, projet, type PortDeTest } from './port';
import { MUET } from './maison';
import { montrer } from './rendu';
import { jusqua } from '../outils/attente';

async function chercher(port: PortDeTest, texte: string): Promise<void> {
  Element.prototype.scrollIntoView = () => undefined;
  await montrer(port, <Verifier />, { avant: (session) => session.filtrer({ texte }) });
}
/** React ne le dit qu'une fois : écouté dès le premier rendu. */
const dits = jest.spyOn(console, 'error').mockImplementation(() => undefined);
afterAll(() => {
  dits.mockRestore();
});
afterEach(() => expect(dits.mock.calls.filter(([dit]) => String(dit).includes('attribute'))).toEqual([]));

const presser = (nom: RegExp): Promise<void> =>
  act(async () => {
    const trouve = [...document.querySelectorAll('button')].find((b) => nom.test(b.textContent ?? ''));
    if (!trouve) throw new Error(`${String(nom)} manque : ${document.body.textContent ?? ''}`);
    trouve.click();
    await new Promise((suite) => setTimeout(suite, 20));
  });
const saisir = (valeur: string): Promise<void> =>
  act(async () => {
    const champ = document.querySelector<HTMLInputElement>('[role=dialog] input');
    if (!champ) throw new Error('pas de champ');
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(champ, valeur);
    champ.dispatchEvent(new Event('input', { bubbles: true }));
    await Promise.resolve();
  });

test('« Tout régler… » écrit la valeur saisie dans toutes les cellules de la cause', async () => {
  const port = creerPort([1, 2, 3].map((i) => projet(`D-${i}`, { 'Bonus parents': 'à voir' })));
  await chercher(port, 'à voir');
  await presser(/^Tout régler/);
  await saisir('2');
  await presser(/^Écrire 3.cellules$/);
  expect(
    port.feuilles
      .get('Projets')
      ?.slice(1)
      .map((l) => l[16]),
  ).toEqual([2, 2, 2]);
});

test('« Justifier… » écrit la feuille Justifications', async () => {
  const port = creerPort([1, 2].map((i) => projet(`D-${i}`, { Commune: null })));
  await chercher(port, 'commune');
  await presser(/^Justifier…$/);
  await saisir('Itinérant');
  await presser(/^Justifier$/);
  await jusqua(() => port.gestes.includes('ecrireFeuilles Justifications'));
});

test('« Tout régler… » dit ce qui change quand la cellule se lirait pareil : un nombre devient un texte', async () => {
  const port = creerPort([1, 2].map((i) => projet(`D-${i}`, { Siret: 73282932000074 })));
  await chercher(port, 'siret');
  await presser(/^Tout régler/);
  expect(document.querySelector('[role=dialog]')?.textContent).toContain(
    '73282932000074 (nombre) → 73282932000074 (texte)',
  );
});

test('deux dossiers d’un même numéro ne se règlent pas d’une même valeur, qui les laisserait en double', async () => {
  const port = creerPort([projet('D-1'), projet('D-1', { Action: 'Autre' })]);
  await chercher(port, 'C-ID-02');
  expect(document.querySelectorAll('[role=treeitem]').length).toBeGreaterThan(0);
  expect(document.body.textContent).not.toContain('Tout régler');
});

test('un journal sous un nom inconnu se désigne dans sa carte, ou se dit n’être pas à Clas', async () => {
  for (const [geste, garde] of [
    [/^C’est «.Versements.»$/, { feuilles: { versements: 'Journal SPC' } }],
    [/^Non$/, { ignorees: ['Journal SPC'] }],
  ] as const) {
    const port = creerPort([MUET]);
    port.feuilles.set('Journal SPC', [
      ['Dossier', 'Type', 'Exercice', 'Payé le', 'Somme'],
      ['D-1', '1er acompte', 2021, 44_515, 1000],
    ]);
    await chercher(port, 'journal spc');
    await presser(geste);
    expect(JSON.parse(port.reglages.get('designations') ?? 'null')).toMatchObject(garde);
  }
});

test('une même valeur non comprise se justifie, ou se règle partout, sa cause dépliée', async () => {
  const port = creerPort([1, 2].map((i) => projet(`D-${i}`, { Public: 'élem' })));
  await chercher(port, 'élem');
  await presser(/^Justifier…$/);
  await presser(/^Fermer$/);
  await presser(/^Tout régler/);
  await saisir('élémentaire');
  await presser(/^Écrire 2.cellules$/);
  expect(
    port.feuilles
      .get('Projets')
      ?.slice(1)
      .map((l) => l[5]),
  ).toEqual(['élémentaire', 'élémentaire']);
});
