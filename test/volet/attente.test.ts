import type { Valeur } from '../../src/valeurs/valeur';
import { controleDe } from '../../src/volet/etat';
import { creerSession, type Session } from '../../src/volet/session';
import { ENTETES, creerPort, projet, type PortDeTest } from './port';

const OCCUPEE: Valeur = { illisible: '#BUSY!' };

/** Un classeur dont la colonne Ps vient d'une formule de Clas ; `poser` change le coût, et ce que montre la formule. */
function classeur(): { port: PortDeTest; poser: (ps: Valeur, cout?: number) => void } {
  const port = creerPort();
  const poser = (ps: Valeur, cout = 24_000): void =>
    void port.feuilles.set('Projets', [
      [...ENTETES, 'Ps'],
      [...projet('D-1', { 'Coût prévisionnel': cout }), ps],
    ]);
  port.formules.set('V2', '=CLAS.PS_BAREME(N2,H2,0.325,7885,2563)');
  poser(7_689);
  return { port, poser };
}

async function ouvrir(port: PortDeTest): Promise<Session> {
  const session = creerSession({ port, aujourdhui: () => '2022-03-01' });
  const depart = session.demarrer();
  await jest.advanceTimersByTimeAsync(100);
  await depart;
  return session;
}

const ecarts = (session: Session): number =>
  controleDe(session.etat())?.examen.anomalies.filter(({ code }) => code === 'ps.montant-saisi-different')
    .length ?? NaN;
const erreurs = (session: Session): string[] => session.etat().formules.map(({ erreur }) => erreur);
const lectures = (port: PortDeTest): number => port.gestes.filter((geste) => /^(re)?lire/.test(geste)).length;

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('Une formule de Clas encore en calcul (#OCCUPÉ!)', () => {
  test('n’est pas une erreur, et se relit', async () => {
    const { port, poser } = classeur();
    poser(OCCUPEE);
    const session = await ouvrir(port);
    expect(erreurs(session)).toEqual([]);
    poser(7_689);
    await jest.advanceTimersByTimeAsync(600);
    expect(lectures(port)).toBe(2);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(lectures(port)).toBe(2);
  });

  test('qui le reste se dit, après 0,5, 1, 2 et 4 secondes, et ne se redemande plus', async () => {
    const { port, poser } = classeur();
    poser(OCCUPEE);
    const session = await ouvrir(port);
    await jest.advanceTimersByTimeAsync(7_000);
    expect(erreurs(session)).toEqual([]);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(erreurs(session)).toEqual(['#OCCUPÉ!']);
    expect(lectures(port)).toBe(5);
  });

  test('se relit même quand le contrôle à la frappe est éteint', async () => {
    const { port, poser } = classeur();
    port.reglages.set('suivi', 'non');
    poser(OCCUPEE);
    const session = await ouvrir(port);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(erreurs(session)).toEqual(['#OCCUPÉ!']);
  });
});

describe('Une formule de Clas qui garde son ancien résultat', () => {
  test('à la frappe : l’ancienne Ps n’est pas une Ps différente', async () => {
    const { port, poser } = classeur();
    const session = await ouvrir(port);
    expect(ecarts(session)).toBe(0);
    poser(7_689, 12_000);
    port.changer({ feuille: 'Projets', plage: 'N2' });
    await jest.advanceTimersByTimeAsync(800);
    expect(ecarts(session)).toBe(0);
    expect(session.etat().perime).toBe(true);
    poser(3_900, 12_000);
    port.calculer();
    await jest.advanceTimersByTimeAsync(800);
    expect(ecarts(session)).toBe(0);
    expect(session.etat().perime).toBe(false);
    expect(controleDe(session.etat())?.examen.totaux.psPrevisionnelle.montant?.toNumber()).toBe(3_900);
  });

  test('un vrai écart finit par se dire, et n’attend plus une seconde fois', async () => {
    const { port, poser } = classeur();
    const session = await ouvrir(port);
    poser(7_689, 12_000);
    port.changer({ feuille: 'Projets', plage: 'N2' });
    await jest.advanceTimersByTimeAsync(20_000);
    expect(ecarts(session)).toBe(1);
    const avant = lectures(port);
    port.changer({ feuille: 'Projets', plage: 'A2' });
    await jest.advanceTimersByTimeAsync(20_000);
    expect(lectures(port)).toBe(avant + 1);
    expect(ecarts(session)).toBe(1);
  });

  test('« Vérifier » attend la réponse avant de conclure', async () => {
    const { port, poser } = classeur();
    const session = await ouvrir(port);
    poser(7_689, 12_000);
    const fini = session.verifier();
    await jest.advanceTimersByTimeAsync(400);
    poser(3_900, 12_000);
    await jest.advanceTimersByTimeAsync(20_000);
    await fini;
    expect(ecarts(session)).toBe(0);
  });

  test('un montant saisi à la main, lui, se dit tout de suite', async () => {
    const { port, poser } = classeur();
    const session = await ouvrir(port);
    port.formules.clear();
    poser(7_000);
    port.changer({ feuille: 'Projets', plage: 'V2' });
    await jest.advanceTimersByTimeAsync(800);
    expect(ecarts(session)).toBe(1);
  });
});

test('un résultat qui arrive sans frappe se relit, volet fermé puis rouvert aussi', async () => {
  const { port } = classeur();
  const session = await ouvrir(port);
  port.calculer();
  await jest.advanceTimersByTimeAsync(800);
  expect(lectures(port)).toBe(2);
  session.montrer(false);
  port.calculer();
  await jest.advanceTimersByTimeAsync(60_000);
  expect(lectures(port)).toBe(2);
  session.montrer(true);
  await jest.advanceTimersByTimeAsync(800);
  expect(lectures(port)).toBe(3);
});

describe('« Recalculer »', () => {
  test('attend les résultats avant de parler', async () => {
    const { port, poser } = classeur();
    poser(OCCUPEE);
    const session = await ouvrir(port);
    const fini = session.recalculerFormules();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(session.etat().tache).not.toBeNull();
    poser(7_689);
    await jest.advanceTimersByTimeAsync(20_000);
    await expect(fini).resolves.toBe(true);
    expect(erreurs(session)).toEqual([]);
    expect(session.etat().annonce?.texte).toMatch(/^2.formules Clas recalculées/);
  });

  test('dit ce qui reste sans résultat', async () => {
    const { port, poser } = classeur();
    poser(OCCUPEE);
    const session = await ouvrir(port);
    const fini = session.recalculerFormules();
    await jest.advanceTimersByTimeAsync(20_000);
    await expect(fini).resolves.toBe(false);
    expect(erreurs(session)).toEqual(['#OCCUPÉ!']);
    expect(session.etat().annonce?.texte).toMatch(/^1.formule Clas reste sans résultat/);
  });
});
