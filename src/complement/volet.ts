/** Monte le volet une seule fois, quand il devient visible : le runtime vit aussi sans lui, pour les formules. */
import { phraseExigences } from './exigences';

const ECHEC = 'Le volet n’a pas pu être chargé. Vérifier la connexion, fermer le volet et le rouvrir.';

/** Une image à l'écran, en ms, au plus. */
const IMAGE_MAX = 100;

const element = (): HTMLElement => document.getElementById('volet') ?? document.body;

/** Écrit une phrase seule ; `role="alert"` la fait lire. */
function dire(phrase: string): void {
  const paragraphe = document.createElement('p');
  paragraphe.setAttribute('role', 'alert');
  paragraphe.textContent = phrase;
  element().replaceChildren(paragraphe);
}

/** Attend que l'écran ait montré ce qui l'attendait ; une fenêtre cachée n'a pas d'image, elle n'attend pas longtemps. */
const image = (): Promise<void> =>
  new Promise((suite) => {
    requestAnimationFrame(() => setTimeout(suite));
    setTimeout(suite, IMAGE_MAX);
  });

function suivreVisibilite(suivre: (visible: boolean) => void): void {
  void Office.addin.onVisibilityModeChanged(({ visibilityMode }) =>
    suivre(visibilityMode === Office.VisibilityMode.taskpane),
  );
}

/** Le volet se montre pendant qu'Excel s'éveille ; le classeur se lit quand il répond. */
async function charger(): Promise<void> {
  const refus = Office.onReady().then(phraseExigences);
  const { monter } = await import(/* webpackChunkName: "volet" */ '../volet/index');
  element().replaceChildren();
  const { demarrer, montrer, retirer } = monter(element());
  const phrase = await refus;
  if (phrase) {
    retirer();
    return dire(phrase);
  }
  suivreVisibilite(montrer);
  await image();
  demarrer();
}

let montage: Promise<void> | undefined;

/** Charge et monte le volet ; après un échec, le prochain appel recommence. */
export function monterVolet(): Promise<void> {
  montage ??= charger().catch((erreur: unknown) => {
    montage = undefined;
    console.error(erreur);
    dire(ECHEC);
  });
  return montage;
}

/** Un volet déjà à l'écran n'attend pas Excel. */
export function monterSiVisible(): boolean {
  const visible = document.visibilityState === 'visible';
  if (visible) void monterVolet();
  return visible;
}

/** Monte dès que la page se voit : tout de suite, ou au premier signe d'Excel ou de la vue web. */
export function monterQuandVisible(): void {
  if (monterSiVisible()) return;
  document.addEventListener('visibilitychange', () => void monterVolet(), { once: true });
  if (Office.context.requirements.isSetSupported('SharedRuntime', '1.1')) {
    suivreVisibilite((visible) => {
      if (visible) void monterVolet();
    });
  }
}
