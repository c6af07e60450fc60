/**
 * L'onglet État rendu sans Excel ni navigateur : ce qu'il dit d'un classeur vide, d'un barème inconnu, d'une année en cours.
 * Ce qu'axe en dit est dans test/navigateur, où les styles se calculent dix fois plus vite.
 * @jest-environment jsdom
 */
import { act } from 'react';
import { controleDe } from '../../src/volet/etat';
import type { Session } from '../../src/volet/session';
import { EtatClasseur } from '../../src/volet/vues/EtatClasseur';
import { MAISON, MUET } from './maison';
import { ENTETES, PARAMETRES, creerPort, projet, type PortDeTest } from './port';
import { montrer, sansInsecable } from './rendu';

let session: Session;

const montrerEtat = async (port: PortDeTest, au?: string): Promise<void> => {
  session = await montrer(port, <EtatClasseur />, au === undefined ? {} : { au });
};

const texte = (): string => sansInsecable(document.body.textContent);
const bouton = (nom: RegExp): HTMLElement =>
  [...document.querySelectorAll('button')].find((b) =>
    nom.test(b.getAttribute('aria-label') ?? b.textContent ?? ''),
  ) as HTMLElement;
const presser = (nom: RegExp): Promise<void> => act(async () => bouton(nom).click());
/** Jusqu'à ce que cela soit vrai ; l'essai échoue à sa limite de temps. */
async function attendre(vrai: () => void): Promise<void> {
  for (;;)
    try {
      return vrai();
    } catch {
      await act(() => new Promise((suite) => setTimeout(suite, 5)));
    }
}

test('un classeur vide est à remplir, jamais prêt pour la Cnaf', async () => {
  const port = creerPort([]);
  await montrerEtat(port);
  expect(texte()).toContain('Classeur à remplir');
  expect(texte()).not.toMatch(/Prêt/);
  await presser(/^Faire : Classeur rempli/);
  expect(port.gestes.at(-1)).toBe('allerA Projets 2 1');
});

test('un classeur juste est prêt, et dit où en est l’année', async () => {
  await montrerEtat(creerPort([projet('D-1', { 'Autres recettes': 14_811 })]));
  expect(texte()).toMatch(/Prêt pour la Cnaf/);
  expect(texte()).toMatch(/Agréments, fait1 \/ 1/);
  await presser(/^Faire : Arrêté des comptes 2021/);
  expect(session.etat().onglet).toBe('cloturer');
});

test('un dossier ajourné attend encore son avis : « Faire » y mène', async () => {
  const port = creerPort([projet('D-1'), projet('D-2', { Agrément: 'ajourné' })]);
  await montrerEtat(port);
  expect(texte()).toMatch(/Agréments, à faire1 \/ 2/);
  await presser(/^Faire : Agréments/);
  expect(port.gestes.at(-1)).toBe(`allerA Projets 3 ${ENTETES.indexOf('Agrément') + 1}`);
});

test('ce qui bloque se compte par cause, et mène à Vérifier, filtré', async () => {
  const port = creerPort(['D-1', 'D-2', 'D-3'].map((d) => projet(d, { 'Coût prévisionnel': 'néant' })));
  await montrerEtat(port);
  expect(texte()).toMatch(/3 à corriger1 cause/);
  await presser(/1.cause, à corriger/);
  expect([session.etat().onglet, session.etat().filtre.gravites]).toEqual(['verifier', ['bloquante']]);
});

test('un journal sous un nom inconnu n’est pas « hors champ » : Vérifier en parle', async () => {
  const port = creerPort([MUET]);
  port.feuilles.set('Journal SPC', [
    ['Dossier', 'Type', 'Exercice', 'Payé le', 'Somme'],
    ['D-1', '1er acompte', 2021, 44_515, 1000],
  ]);
  await montrerEtat(port);
  expect(texte()).toContain('Journal SPCnon lue, voir Vérifier');
});

test.each([
  ['CLAS 21-22', '2021'],
  ['Suivi 2022/2023', '2022'],
  ['Feuil1', '2023'],
])(
  'compléter les paramètres propose l’année de la feuille, à défaut celle du jour : %s',
  async (nom, annee) => {
    const port = creerPort();
    port.feuilles.clear();
    port.feuilles.set(nom, [ENTETES, projet('D-1')]);
    await montrerEtat(port, '2023-11-10');
    const choix = [...document.querySelectorAll('select')].find((c) => c.value.length === 4);
    expect(choix?.value).toBe(annee);
  },
);

test('le bilan de lecture : lignes laissées, colonnes non lues, feuilles hors champ', async () => {
  const port = creerPort();
  port.feuilles.set('Projets', [
    [...ENTETES, 'Couleur du dossier'],
    [...projet('D-1'), 'bleu'],
    ['Total', ...Array.from({ length: 12 }, () => null), 24_000],
  ]);
  port.feuilles.set('Mes notes', [['rien']]);
  await montrerEtat(port);
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
  await montrerEtat(port);
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
  await montrerEtat(port, '2026-11-29');
  const annee = [...document.querySelectorAll('select')].map((liste) => liste.value);
  expect(annee).toContain('2026');
  await presser(/^Préparer le classeur/);
  const caf = [...document.querySelectorAll('select')].find((liste) => liste.value === '');
  expect(caf?.getAttribute('aria-invalid')).toBe('true');
});

test.each(['Projets', 'Feuil1'])(
  'une table de la maison se lit en deux clics, feuille « %s »',
  async (nom) => {
    const port = creerPort();
    port.feuilles.delete('Projets');
    port.feuilles.set(nom, [MAISON, ...['D-1', 'D-2'].map((d) => projet(d, { 'Acomptes N': 'bleu' }))]);
    const avant = JSON.stringify([...port.feuilles]);
    await montrerEtat(port);
    let clics = 0;
    const compter = (): void => void clics++;
    document.addEventListener('click', compter, true);
    await presser(/^Voir la proposition/);
    const fenetre = (): string =>
      (document.querySelector('[role=dialog]')?.textContent ?? '').replaceAll('\u00a0', ' ');
    expect(fenetre()).toMatch(/Montant du budget déposé.*Sûre · 24000 · 24000/);
    expect(fenetre()).toMatch(/Nb enf\. inscrits.*À vérifier · 30 · 30/);
    await presser(/^Accepter tout$/);
    document.removeEventListener('click', compter, true);
    await attendre(() => expect(session.etat().situation.type).toBe('controlee'));
    await attendre(() => expect(texte()).not.toContain('Voir la proposition'));
    expect(clics).toBe(2);
    const { examen } = controleDe(session.etat()) ?? {};
    expect(examen?.lecture.bilan.find(({ feuille }) => feuille === nom)?.colonnesLues.length).toBe(20);
    expect(examen?.anomalies.filter(({ code }) => code.startsWith('colonne.'))).toEqual([]);
    expect(JSON.stringify([...port.feuilles])).toBe(avant);
  },
);

test('sans feuille Paramètres, le volet dit ce qu’il va écrire ; « Désigner » ne reste pas ouvert après le besoin', async () => {
  const port = creerPort();
  port.feuilles.delete('Paramètres');
  port.feuilles.set('Projets', [MAISON, projet('D-1', { 'Acomptes N': 'bleu' })]);
  await montrerEtat(port);
  expect(texte()).toMatch(
    /Clas a besoin de votre Caf et de l’année.*il les écrit dans une feuille « Paramètres »/,
  );
  port.feuilles.set('Paramètres', PARAMETRES);
  await act(async () => void (await session.verifier()));
  const designer = (): string | null => bouton(/^Désigner des feuilles/).getAttribute('aria-expanded');
  expect(designer()).toBe('true');
  await presser(/^Voir la proposition/);
  await presser(/^Accepter tout$/);
  await attendre(() => expect(designer()).toBe('false'));
});

test('deux feuilles semblables, l’année et celle d’avant : chacune se propose', async () => {
  const port = creerPort();
  port.feuilles.delete('Projets');
  for (const nom of ['Suivi 21-22', 'Suivi 20-21'])
    port.feuilles.set(nom, [MAISON, projet('D-1', { 'Acomptes N': 'bleu' })]);
  await montrerEtat(port);
  expect(texte()).toMatch(/« Suivi 21-22 » a l’air d’être la feuille « Projets ».*« Suivi 20-21 » a l’air/);
});

test('une colonne que Clas ne lit pas mène à son intitulé, où qu’il soit', async () => {
  const port = creerPort();
  const [entetes = [], ...lignes] = port.feuilles.get('Projets') ?? [];
  port.feuilles.set('Projets', [
    ['Suivi des Clas'],
    [],
    [...entetes, 'Couleur de la pochette'],
    ...lignes.map((l) => [...l, 'bleu']),
  ]);
  await montrerEtat(port);
  await presser(/^Projets1/);
  await act(async () => {
    const lien = [...document.querySelectorAll('button')].find((b) =>
      /Couleur de la pochette/.test(b.textContent ?? ''),
    );
    lien?.click();
  });
  expect(port.gestes.at(-1)).toBe('allerA Projets 3 22');
});

test('une alerte justifiée n’est plus à regarder', async () => {
  const port = creerPort([projet('D-1', { Commune: null, 'Autres recettes': 14_811 })]);
  await montrerEtat(port);
  expect(texte()).toMatch(/2 à justifier/);
  port.feuilles.set('Justifications', [
    ['N° dossier', 'Référence', 'Champ', 'Valeur', 'Motif', 'Date'],
    ['D-1', 'C-ID-08', 'Commune', null, 'Itinérant', '10/01/2022'],
  ]);
  await act(async () => void (await session.verifier()));
  expect(texte()).toMatch(/1 à justifier/);
});

test('chaque ligne se change ; un champ choisi deux fois ne s’accepte pas', async () => {
  const port = creerPort();
  port.feuilles.set('Projets', [MAISON, projet('D-1', { 'Acomptes N': 'bleu' })]);
  await montrerEtat(port);
  await presser(/^Voir la proposition/);
  const changer = (intitule: string, champ: string): Promise<void> =>
    act(async () => {
      const etiquette = [...document.querySelectorAll('label')].find((l) => l.textContent === intitule);
      const liste = document.getElementById(etiquette?.htmlFor ?? '') as HTMLSelectElement;
      liste.value = champ;
      liste.dispatchEvent(new Event('change', { bubbles: true }));
      await Promise.resolve();
    });
  await changer('Couleur de la pochette', 'commune');
  expect(bouton(/^Accepter$/).getAttribute('aria-disabled')).toBe('true');
  await changer('Couleur de la pochette', 'observations');
  await changer('Ville d’implantation', '');
  await presser(/^Accepter$/);
  await attendre(() => expect(port.reglages.size).toBe(1));
  const { projets } = session.etat().designations.colonnes ?? {};
  expect(projets).toMatchObject({ observations: 'Couleur de la pochette', gestionnaire: 'Nom du porteur' });
  expect(projets).not.toHaveProperty('commune');
});
