/** Monte le volet une seule fois, quand il devient visible : le runtime vit aussi sans lui, pour les formules. */
import { phraseExigences } from './exigences';

const ECHEC = 'Le volet n’a pas pu être chargé. Vérifier la connexion, fermer le volet et le rouvrir.';

const element = (): HTMLElement => document.getElementById('volet') ?? document.body;

/** Écrit une phrase seule ; `role="alert"` la fait lire. */
function dire(phrase: string): void {
  const paragraphe = document.createElement('p');
  paragraphe.setAttribute('role', 'alert');
  paragraphe.textContent = phrase;
  element().replaceChildren(paragraphe);
}

const telecharger = () => import(/* webpackChunkName: "volet" */ '../volet/index');

/** Un volet déjà à l'écran se télécharge pendant qu'Office.js s'éveille ; un échec se dira au montage, qui recommence. */
export function telechargerSiVisible(): void {
  if (document.visibilityState === 'visible') telecharger().catch(() => undefined);
}

async function charger(): Promise<void> {
  const phrase = phraseExigences();
  if (phrase) return dire(phrase);
  const { monter } = await telecharger();
  element().replaceChildren();
  monter(element());
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

/** Monte dès que la page se voit : tout de suite, ou au premier signe d'Excel ou de la vue web. */
export function monterQuandVisible(): void {
  if (document.visibilityState === 'visible') return void monterVolet();
  document.addEventListener('visibilitychange', () => void monterVolet(), { once: true });
  if (Office.context.requirements.isSetSupported('SharedRuntime', '1.1')) {
    void Office.addin.onVisibilityModeChanged(({ visibilityMode }) => {
      if (visibilityMode === Office.VisibilityMode.taskpane) void monterVolet();
    });
  }
}
