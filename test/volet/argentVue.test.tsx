/**
 * Payer et Clôturer rendus sans Excel ni navigateur : ce qu'ils disent quand rien ne se calcule encore.
 * @jest-environment jsdom
 */
import { TextEncoder } from 'node:util';
import { act } from 'react';
import { Cloturer } from '../../src/volet/vues/Cloturer';
import { Payer } from '../../src/volet/vues/Payer';
import type { Valeur } from '../../src/valeurs/valeur';
import { jusqua } from '../outils/attente';
import { MUET } from './maison';
import { creerPort, projet, type PortDeTest } from './port';
import { montrer, sansInsecable } from './rendu';

const texte = (): string => sansInsecable(document.body.textContent);

/** Un journal que Clas ne lit pas. */
function journalInconnu(): PortDeTest {
  const port = creerPort([MUET, projet('D-2', { 'Acomptes N': null })]);
  port.feuilles.set('Journal SPC', [
    ['Dossier', 'Type', 'Exercice', 'Payé le', 'Somme'],
    ['D-1', '1er acompte', 2021, 44_515, 1000],
  ]);
  return port;
}

test('le journal n’est pas lu : Payer dit cela, et non qu’un versement ne se compte pas', async () => {
  await montrer(journalInconnu(), <Payer />);
  expect(texte()).toContain('Versé inconnu (Versements : feuille non lue), voir Vérifier.');
});

test('le journal n’est pas lu : Clôturer ne dit ni « aucune écriture », ni « sans Ps prévisionnelle »', async () => {
  await montrer(journalInconnu(), <Cloturer />);
  expect(texte()).toContain('Écritures inconnues : voir ce qui bloque.');
  expect(texte()).toContain('2 projets agréés, dont 0 aux écritures calculées.');
  expect(texte()).not.toContain('Aucune écriture à passer');
});

test('un compte de résultat reçu se compte, même si rien ne s’en liquide', async () => {
  const port = creerPort([projet('D-1', { Enfants: 'dix' }), projet('D-2')]);
  const [entetes = [], un = [], deux = []] = port.feuilles.get('Projets') ?? [];
  port.feuilles.set('Projets', [
    [...entetes, 'Coût réel', 'Collectifs réels'],
    [...un, 24_000, null],
    [...deux, 'à venir', 3],
  ]);
  await montrer(port, <Cloturer />, { au: '2022-10-10' });
  expect(texte()).toMatch(/1 compte de résultat reçu sur 2 projets agréés/);
});

test('les dossiers qu’une anomalie retient se disent ensemble, chacun avec sa cellule', async () => {
  const port = creerPort(['D-1', 'D-2'].map((d) => projet(d, { 'Coût prévisionnel': 'à voir' })));
  await montrer(port, <Payer />);
  expect(texte()).toMatch(/anomalie bloquante : 2 dossiersD-1 en Projets!N2 \(C-FMT-02\), D-2 en Projets!N3/);
});

test('tout est payé : la dernière écriture s’annule encore', async () => {
  const port = creerPort([MUET]);
  port.feuilles.set('Versements', [['N° dossier', 'Nature', 'Gestion', 'Date', 'Montant', 'Référence']]);
  const session = await montrer(port, <Payer />, { au: '2021-12-01' });
  const bouton = (nom: RegExp): HTMLElement | undefined =>
    [...document.querySelectorAll('button')].find((b) => nom.test(sansInsecable(b.textContent)));
  const presser = (nom: RegExp): Promise<void> =>
    act(async () => {
      bouton(nom)?.click();
      await jusqua(() => session.etat().tache === null);
    });
  await presser(/^Écrire 1 versement$/);
  expect(texte()).toContain('Rien à payer ni à recouvrer aujourd’hui.');
  await presser(/^Annuler la dernière écriture$/);
  expect(bouton(/^Écrire 1 versement$/)).toBeDefined();
  expect(bouton(/^Annuler la dernière écriture$/)).toBeUndefined();
});

/** Un acompte de 2 000 € pour un coût réel nul, et 638 € d'acompte possibles ailleurs. */
function avecIndu(...recouvres: Valeur[][]): PortDeTest {
  const port = creerPort(['D-1', 'D-2'].map((d) => projet(d, { 'Acomptes N': null })));
  const [entetes = [], un = [], deux = []] = port.feuilles.get('Projets') ?? [];
  port.feuilles.set('Projets', [
    [...entetes, 'Coût réel', 'Collectifs réels'],
    [...un, 0, 3],
    [...deux, null, null],
  ]);
  port.feuilles.set('Versements', [
    ['N° dossier', 'Nature', 'Gestion', 'Date', 'Montant', 'Référence'],
    ['D-1', 'acompte', 'N', '15/10/2021', 1000, null],
    ...recouvres,
  ]);
  return port;
}

test('ce qui se recouvre se compte à part de ce qui se paie', async () => {
  await montrer(avecIndu(), <Payer />, { au: '2022-07-15' });
  expect(texte()).toMatch(/Payable au 15\/07\/2022 : [\d ,]+ €1 × acompte 2022versé/);
  expect(texte()).toContain('À recouvrer : 1 000,00 € 1 × indu 2021');
});

test('un indu recouvré n’est plus à notifier', async () => {
  await montrer(avecIndu(), <Cloturer />, { au: '2022-07-15' });
  expect(texte()).toContain('indu de 1 000,00 € à notifier');
  await montrer(avecIndu(['D-1', 'indu', 'N', '10/07/2022', 1000, null]), <Cloturer />, { au: '2022-07-15' });
  expect(texte()).toContain('indu de 1 000,00 € recouvré');
});

test('un fichier fait dans Clôturer ne s’affiche pas dans Payer', async () => {
  // jsdom n'a rien de cela, les navigateurs si
  Object.assign(globalThis, { TextEncoder });
  Object.assign(URL, { createObjectURL: () => 'blob:', revokeObjectURL: () => undefined });
  const session = await montrer(avecIndu(), <Payer />);
  await act(async () => {
    session.ouvrir('cloturer');
    await session.faireCsv();
    session.ouvrir('payer');
  });
  expect(session.etat().fichiers).toHaveLength(2);
  expect(texte()).not.toContain('Fichiers prêts');
  await act(async () => session.ouvrir('cloturer'));
  expect(texte()).toContain('Fichiers prêts');
});
