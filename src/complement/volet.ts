/** Monte le volet une seule fois, quand il devient visible : le runtime vit aussi sans lui, pour les formules. */
import { phraseExigences } from './exigences';
import { seVoit } from './visible';

/** Au-delà, Excel qui s'éveille se dit (ms) ; on l'attend toujours. */
const EVEIL_MAX = 20_000;
const ENDORMI =
  'Excel ne répond pas encore. S’il ne répond toujours pas dans une minute, fermer le volet et le rouvrir.';

const SANS_OFFICE =
  'La bibliothèque d’Office n’a pas pu être chargée : vérifier la connexion, puis fermer et rouvrir le volet. Si cela persiste, le service informatique doit permettre son adresse (guide de déploiement).';
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

/** Excel prêt, et s'il suffit ; une longue attente se dit au-dessus du volet, et s'efface quand il répond. */
async function eveil(): Promise<string | undefined> {
  const attente = document.createElement('p');
  attente.setAttribute('role', 'alert');
  const minuterie = setTimeout(() => {
    attente.textContent = ENDORMI;
    element().before(attente);
  }, EVEIL_MAX);
  await Office.onReady();
  clearTimeout(minuterie);
  attente.remove();
  return phraseExigences();
}

function suivreVisibilite(suivre: (visible: boolean) => void): void {
  void Office.addin.onVisibilityModeChanged(({ visibilityMode }) =>
    suivre(visibilityMode === Office.VisibilityMode.taskpane),
  );
}

/** Le volet et ses onglets se montrent pendant qu'Excel s'éveille, le reste les suit ; le classeur se lit quand il répond. */
async function charger(): Promise<void> {
  const refus = eveil();
  const { monter } = await import(/* webpackChunkName: "volet" */ '../volet/index');
  element().replaceChildren();
  const { completer, retirer } = monter(element());
  await image();
  try {
    const [phrase, { demarrer, montrer }] = await Promise.all([refus, completer()]);
    if (phrase) {
      retirer();
      return dire(phrase);
    }
    suivreVisibilite(montrer);
    demarrer();
  } catch (erreur) {
    retirer();
    throw erreur;
  }
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
  const visible = seVoit();
  if (visible) void monterVolet();
  return visible;
}

/** Ce qui peut montrer la page ; un geste de l'agent prouve qu'elle se voit, quoi qu'en dise la vue web. */
const SIGNES = ['visibilitychange', 'resize'] as const;
const GESTES = ['focus', 'pointerdown', 'keydown'] as const;

/** Monte dès que la page se voit : tout de suite, ou au premier signe d'Excel, de la vue web ou de l'agent. */
export function monterQuandVisible(): void {
  if (monterSiVisible()) return;
  const fin = new AbortController();
  const { signal } = fin;
  const monter = (): void => {
    fin.abort();
    void monterVolet();
  };
  const regarder = (): void => {
    if (seVoit()) monter();
  };
  for (const signe of SIGNES) {
    document.addEventListener(signe, regarder, { signal });
    addEventListener(signe, regarder, { signal });
  }
  for (const geste of GESTES) addEventListener(geste, monter, { signal, capture: true });
  if (Office.context.requirements.isSetSupported('SharedRuntime', '1.1')) {
    suivreVisibilite((visible) => {
      if (visible) monter();
    });
  }
}

/** La bibliothèque d'Office n'est pas venue : rien ne marchera, et la page ne doit pas charger sans fin. */
export const direSansOffice = (): void => dire(SANS_OFFICE);
