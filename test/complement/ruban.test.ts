/** @jest-environment jsdom */
import type { ActionsVolet } from '../../src/volet/actions';

const demarre = jest.fn();
const montre = jest.fn();
const completer = jest.fn(() => Promise.resolve({ demarrer: demarre, montrer: montre }));
const monter = jest.fn((element: HTMLElement) => {
  element.textContent = 'volet monté';
  return { completer, retirer: () => element.replaceChildren() };
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
  return inscrireActions;
}

const actions = (): ActionsVolet => ({ verifier: jest.fn(), genererFichier: jest.fn() });
/** L'horloge est celle du test : bien plus que l'image qu'attend le volet passe d'un coup, avec tout ce qu'elle retenait. */
const laisserFaire = (): Promise<void> => jest.advanceTimersByTimeAsync(10_000);

/** Presse un bouton ; Excel doit être libéré, sans quoi le ruban resterait bloqué. */
async function presser(boutons: Map<string, Gestionnaire>, nom: string): Promise<void> {
  const completed = jest.fn();
  boutons.get(nom)?.({ completed });
  await laisserFaire();
  expect(completed).toHaveBeenCalledTimes(1);
}

const texte = (): string => document.getElementById('volet')?.textContent ?? '';

/** La taille de la page : un runtime caché n'a que 0 ou 1 pixel. */
function tailler(cote: number): void {
  Object.assign(window, { innerWidth: cote, innerHeight: cote });
}

beforeEach(() => {
  jest.useFakeTimers();
  tailler(320);
  monter.mockClear();
  demarre.mockClear();
});

test('la page visible monte le volet, une seule fois', async () => {
  installer();
  await demarrer();
  await laisserFaire();
  expect(texte()).toBe('volet monté');
  expect(monter).toHaveBeenCalledTimes(1);
  expect(demarre).toHaveBeenCalledTimes(1);
});

describe('Une page cachée', () => {
  const cacher = (etat: 'hidden' | 'visible'): void =>
    void Object.defineProperty(document, 'visibilityState', { value: etat, configurable: true });
  afterEach(() => cacher('visible'));

  test('d’un pixel, dite visible, ne charge ni ne lit rien ; agrandie, elle monte une fois', async () => {
    installer();
    tailler(1);
    await demarrer();
    await laisserFaire();
    expect(monter).not.toHaveBeenCalled();
    window.dispatchEvent(new Event('resize'));
    await laisserFaire();
    expect(monter).not.toHaveBeenCalled();
    tailler(320);
    window.dispatchEvent(new Event('resize'));
    window.dispatchEvent(new Event('resize'));
    await laisserFaire();
    expect(monter).toHaveBeenCalledTimes(1);
    expect(demarre).toHaveBeenCalledTimes(1);
  });

  test.each(['focus', 'pointerdown', 'keydown'])(
    'restée « cachée » sous les yeux de l’agent, elle monte à son premier geste (%s)',
    async (geste) => {
      installer();
      cacher('hidden');
      await demarrer();
      await laisserFaire();
      expect(monter).not.toHaveBeenCalled();
      window.dispatchEvent(new Event(geste));
      await laisserFaire();
      expect(texte()).toBe('volet monté');
    },
  );
});

test('Excel qui tarde à répondre se dit, puis le message s’efface', async () => {
  const { office } = installer();
  let pret = (): void => undefined;
  const reveil = new Promise<void>((suite) => (pret = suite));
  office.onReady = (suite) => reveil.then(suite);
  await demarrer();
  await jest.advanceTimersByTimeAsync(15_000);
  expect(document.querySelector('[role="alert"]')).toBeNull();
  await jest.advanceTimersByTimeAsync(6_000);
  expect(document.querySelector('[role="alert"]')?.textContent).toMatch(/Excel ne répond pas encore/);
  pret();
  await laisserFaire();
  expect(document.querySelector('[role="alert"]')).toBeNull();
  expect(demarre).toHaveBeenCalledTimes(1);
});

test('sans la bibliothèque d’Office, la page ne charge pas sans fin', async () => {
  installer();
  Reflect.deleteProperty(globalThis, 'Office');
  await demarrer();
  expect(texte()).toMatch(/bibliothèque d’Office n’a pas pu être chargée/);
});

test('la session qui ne se charge pas se dit, et le geste suivant recommence', async () => {
  const { boutons } = installer();
  const journal = jest.spyOn(console, 'error').mockImplementation();
  completer.mockRejectedValueOnce(new Error('coupure'));
  await demarrer();
  await laisserFaire();
  expect(texte()).toMatch(/n’a pas pu être chargé/);
  expect(demarre).not.toHaveBeenCalled();
  await presser(boutons, 'verifier');
  expect(texte()).toBe('volet monté');
  expect(demarre).toHaveBeenCalledTimes(1);
  journal.mockRestore();
});

test('le volet sait quand Excel le ferme et le rouvre', async () => {
  const { office } = installer();
  await demarrer();
  await laisserFaire();
  const [suivre] = office.addin.onVisibilityModeChanged.mock.calls.at(-1) as [
    (e: { visibilityMode: string }) => void,
  ];
  suivre({ visibilityMode: 'Hidden' });
  suivre({ visibilityMode: 'Taskpane' });
  expect(montre.mock.calls).toEqual([[false], [true]]);
});

test('le volet se montre sans attendre qu’Excel soit prêt, et ne commence qu’ensuite', async () => {
  const { office } = installer();
  let pret = (): void => undefined;
  const eveil = new Promise<void>((suite) => (pret = suite));
  office.onReady = (suite) => eveil.then(suite);
  await demarrer();
  await laisserFaire();
  expect(texte()).toBe('volet monté');
  expect(demarre).not.toHaveBeenCalled();
  pret();
  await laisserFaire();
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
  await laisserFaire();
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
