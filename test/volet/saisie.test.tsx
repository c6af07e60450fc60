/**
 * Une ligne en cours de saisie : ses cellules vides attendent que l'agent la quitte ; ce qui compte, lui, n'attend pas.
 * @jest-environment jsdom
 */
import { act } from 'react';
import type { Valeur } from '../../src/valeurs/valeur';
import { controleDe } from '../../src/volet/etat';
import { ligneSaisie } from '../../src/volet/saisie';
import type { Session } from '../../src/volet/session';
import { Verifier } from '../../src/volet/vues/Verifier';
import { ENTETES, creerPort, projet, type PortDeTest } from './port';
import { montrer, sansInsecable } from './rendu';

const dit = (session: Session): string => sansInsecable(session.etat().annonce?.texte);
const aide = (): string | undefined =>
  [...document.querySelectorAll('p.aide')]
    .map((p) => sansInsecable(p.textContent))
    .find((texte) => texte.includes('en cours de saisie'));

const montrerVerifier = (port: PortDeTest): Promise<Session> => montrer(port, <Verifier />, { attente: 1 });

/** L'agent saisit dans la ligne 3, où il est. */
async function saisir(session: Session, port: PortDeTest, saisies: Readonly<Record<string, Valeur>>) {
  await act(async () => {
    port.choisir({ feuille: 'Projets', ligne: 3, colonne: 1 });
    const ligne = ENTETES.map((entete) => saisies[entete] ?? null);
    port.feuilles.get('Projets')?.splice(2, 1, ligne);
    port.changer({ feuille: 'Projets', plage: 'A3' });
    while (session.etat().perime) await new Promise((suite) => setTimeout(suite, 5));
  });
}
const aller = (port: PortDeTest, ligne: number) =>
  act(() => port.choisir({ feuille: 'Projets', ligne, colonne: 1 }));

test('elles attendent, les autres non ; les comptes disent tout ; quittée, la ligne se dit', async () => {
  const port = creerPort();
  const session = await montrerVerifier(port);
  const avant = controleDe(session.etat())?.examen.compte.alerte ?? NaN;

  await saisir(session, port, { 'N° dossier': 'D-2', Siret: '123', Gestionnaire: 'Association D-2' });
  expect(dit(session)).toMatch(/^Projets!C3 : Siret « 123 » invalide/);
  expect(dit(session)).not.toContain('cellule vide');
  expect(aide()).toMatch(
    new RegExp(
      `^Projets, ligne 3 : en cours de saisie \\(3/${ENTETES.length}\\), \\d+ cellules vides attendent\\.$`,
    ),
  );
  expect(document.body.textContent).not.toMatch(/Projets!E3/);
  // rien n'est retiré de ce qui autorise la remontée
  expect(controleDe(session.etat())?.examen.compte.alerte).toBeGreaterThan(avant + 5);

  await aller(port, 4);
  expect(dit(session)).toMatch(/cellule vide|Et \d+ autres anomalies/i);
  expect(aide()).toBeUndefined();
});

test('remplie jusqu’au bout, elle n’aura rien dit', async () => {
  const port = creerPort();
  const session = await montrerVerifier(port);
  const dites: string[] = [];
  session.sabonner(() => dites.push(dit(session)));
  await saisir(session, port, { 'N° dossier': 'D-2', Gestionnaire: 'Association D-2' });
  const entiere = projet('D-2');
  await saisir(session, port, Object.fromEntries(ENTETES.map((entete, i) => [entete, entiere[i] ?? null])));
  await aller(port, 4);
  expect(dites.filter((phrase) => /vide|manquant/i.test(phrase))).toEqual([]);
});

test('une cellule vide déjà dite ne se redit pas pour avoir attendu', async () => {
  const port = creerPort([projet('D-1'), projet('D-2', { Commune: null })]);
  const session = await montrerVerifier(port);
  const memes = projet('D-2', { Commune: null, Enfants: 31 });
  await saisir(session, port, Object.fromEntries(ENTETES.map((entete, i) => [entete, memes[i] ?? null])));
  await aller(port, 2);
  expect(session.etat().annonce).toBeNull();
});

test('vérifier dit tout, même la ligne où l’on est', async () => {
  const port = creerPort();
  const session = await montrerVerifier(port);
  await saisir(session, port, { 'N° dossier': 'D-2' });
  expect(aide()).toBeDefined();
  await act(() => session.verifier().then(() => undefined));
  expect(aide()).toBeUndefined();
});

test.each([
  ['B3', 3, true],
  ['B3:F3', 3, true],
  ['B3', 4, false],
  ['B3:B9', 3, false],
  ['B:B', 3, false],
  [null, 3, false],
])('%s, l’agent en ligne %d : saisie %s', (plage, ligne, attendue) => {
  const saisie = ligneSaisie({ feuille: 'Projets', plage }, { feuille: 'Projets', ligne, colonne: 2 });
  expect(saisie).toEqual(attendue ? { feuille: 'Projets', ligne: 3 } : null);
});
