/** @jest-environment jsdom */
import type { ActionsVolet } from '../../src/volet/actions';

const demarre = jest.fn();
const monter = jest.fn((element: HTMLElement) => {
  element.textContent = 'volet monté';
  return { demarrer: demarre, retirer: () => element.replaceChildren() };
});
jest.mock('../../src/volet/index', () => ({ monter: (element: HTMLElement) => monter(element) }));

type Gestionnaire = (evenement: { completed: () => void }) => void;

/** Excel réduit à ce que le complément lui demande au démarrage. */
function installer({ host = 'Excel', absents = [] as string[] } = {}) {
  const boutons = new Map<string, Gestionnaire>();
  const office = {
    HostType: { Excel: 'Excel' },
    VisibilityMode: { taskpane: 'Taskpane' },
    context: {
      host,
      requirements: { isSetSupported: (jeu: string) => !absents.includes(jeu) },
      ui: { openBrowserWindow: jest.fn() },
    },
    addin: { showAsTaskpane: jest.fn(() => Promise.resolve()), onVisibilityModeChanged: jest.fn() },
    actions: { associate: (nom: string, gestionnaire: Gestionnaire) => boutons.set(nom, gestionnaire) },
    onReady: (suite?: () => void) => Promise.resolve().then(suite),
  };
  Object.assign(globalThis, { Office: office });
  document.body.innerHTML = '<div id="volet"><p>Chargement</p></div>';
  return { office, boutons };
}

/** Recharge le complément comme une page neuve. */
async function demarrer() {
  jest.resetModules();
  const { inscrireActions } = await import('../../src/volet/actions');
  await import('../../src/complement/index');
  for (let tour = 0; tour < 10; tour++) await Promise.resolve();
  return inscrireActions;
}

const actions = (): ActionsVolet => ({ verifier: jest.fn(), genererFichier: jest.fn() });
/** Presse un bouton et attend qu'Excel soit libéré ; le test échoue par délai si le ruban reste bloqué. */
const presser = (boutons: Map<string, Gestionnaire>, nom: string): Promise<void> =>
  new Promise((completed) => boutons.get(nom)?.({ completed }));

/** Le volet commence après l'image qui le montre. */
async function commence(): Promise<void> {
  while (demarre.mock.calls.length === 0) await new Promise((suite) => setTimeout(suite, 5));
}

const texte = (): string => document.getElementById('volet')?.textContent ?? '';

beforeEach(() => {
  monter.mockClear();
  demarre.mockClear();
});

test('la page visible monte le volet, une seule fois', async () => {
  installer();
  await demarrer();
  await commence();
  expect(texte()).toBe('volet monté');
  expect(monter).toHaveBeenCalledTimes(1);
  expect(demarre).toHaveBeenCalledTimes(1);
});

test('le volet se montre sans attendre qu’Excel soit prêt, et ne commence qu’ensuite', async () => {
  const { office } = installer();
  let pret = (): void => undefined;
  const eveil = new Promise<void>((suite) => (pret = suite));
  office.onReady = (suite) => eveil.then(suite);
  await demarrer();
  await new Promise((suite) => setTimeout(suite));
  expect(texte()).toBe('volet monté');
  expect(demarre).not.toHaveBeenCalled();
  pret();
  await commence();
  expect(demarre).toHaveBeenCalledTimes(1);
  expect(monter).toHaveBeenCalledTimes(1);
});

test.each([
  [{ absents: ['ExcelApi'] }, /Excel 2021, Microsoft 365 ou Excel sur le web.*ExcelApi 1\.14/],
  [
    { absents: ['SharedRuntime', 'CustomFunctionsRuntime'] },
    /SharedRuntime 1\.1, CustomFunctionsRuntime 1\.3/,
  ],
  [{ host: 'Word' }, /s’ouvre dans Excel/],
])('une phrase au lieu d’un volet blanc : %p', async (excel, phrase) => {
  installer(excel);
  await demarrer();
  await new Promise((suite) => setTimeout(suite));
  expect(texte()).toMatch(phrase);
  expect(document.querySelector('[role="alert"]')).not.toBeNull();
  expect(demarre).not.toHaveBeenCalled();
});

test('un bouton du ruban ouvre le volet, et l’action attend qu’il soit prêt', async () => {
  const { office, boutons } = installer();
  const inscrireActions = await demarrer();
  await presser(boutons, 'verifier');
  expect(office.addin.showAsTaskpane).toHaveBeenCalled();

  const volet = actions();
  const desinscrire = inscrireActions(volet);
  expect(volet.verifier).toHaveBeenCalledTimes(1);
  await presser(boutons, 'genererFichier');
  expect(volet.genererFichier).toHaveBeenCalledTimes(1);
  expect(volet.verifier).toHaveBeenCalledTimes(1);

  desinscrire();
  await presser(boutons, 'verifier');
  expect(volet.verifier).toHaveBeenCalledTimes(1);
});

test('le ruban n’est jamais bloqué, même si le volet ne s’ouvre pas', async () => {
  const { office, boutons } = installer();
  office.addin.showAsTaskpane.mockRejectedValue(new Error('refusé'));
  await demarrer();
  const journal = jest.spyOn(console, 'error').mockImplementation();
  await presser(boutons, 'verifier');
  expect(journal).toHaveBeenCalledWith(expect.objectContaining({ message: 'refusé' }));
  journal.mockRestore();
});

test('l’aide s’ouvre dans le navigateur', async () => {
  const { office, boutons } = installer();
  await demarrer();
  await presser(boutons, 'aide');
  expect(office.context.ui.openBrowserWindow).toHaveBeenCalledWith(expect.stringMatching(/\/aide\.html$/));
});
