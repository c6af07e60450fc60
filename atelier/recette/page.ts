/** La page de la recette : un bouton, des consignes à mesure, et le fichier des réponses par trois voies. */
import { entete, nomDe, type Dossier } from './dossier';
import { associerRecette } from './fonctions';
import { SONDES } from './sondes';
import { jouer, type Exemple, type Humain, type Json, type Reponse } from './sonde';

declare const __VERSION__: string;

const dans = (id: string): HTMLElement => document.getElementById(id) ?? document.body;

function element<N extends keyof HTMLElementTagNameMap>(
  nom: N,
  texte: string,
  dedans: HTMLElement,
): HTMLElementTagNameMap[N] {
  const cree = document.createElement(nom);
  cree.textContent = texte;
  dedans.append(cree);
  return cree;
}

const dire = (phrase: string): void => {
  dans('etat').textContent = phrase;
};

/** Une consigne et ses boutons ; la réponse est le bouton actionné. */
function demander(consigne: string, choix: readonly string[]): Promise<string> {
  const zone = dans('consigne');
  zone.replaceChildren();
  element('p', consigne, zone);
  return new Promise((suite) => {
    for (const texte of choix)
      element('button', texte, zone).addEventListener('click', () => {
        zone.replaceChildren();
        suite(texte);
      });
    zone.querySelector('button')?.focus();
  });
}

const HUMAIN: Humain = {
  geste: async (_, consigne) => void (await demander(consigne, ['C’est fait'])),
  choisir: (_, question, choix) => demander(question, choix),
};

/** La recette crée et ôte ses feuilles : pas dans un classeur de travail. */
const estVide = (): Promise<boolean> =>
  Excel.run(async (contexte) => {
    const { worksheets } = contexte.workbook;
    worksheets.load('items/name');
    await contexte.sync();
    const zones = worksheets.items.map((f) => f.getUsedRangeOrNullObject(true).load('address'));
    await contexte.sync();
    return zones.every(({ isNullObject }) => isNullObject);
  });

const court = (valeur: Json): string => JSON.stringify(valeur).slice(0, 160);

/** Le résumé à imprimer : ce qui diffère, puis les comptes. */
function resumer(reponses: readonly Reponse[]): void {
  const zone = dans('resume');
  zone.replaceChildren();
  const compte = (verdict: Reponse['verdict']): number =>
    reponses.filter((r) => r.verdict === verdict).length;
  element('h2', 'Résumé', zone);
  element(
    'p',
    `${reponses.length} sondes : ${compte('conforme')} conformes, ${compte('différent')} différentes, ${compte('échec')} en échec, ${compte('mesure')} mesures.`,
    zone,
  );
  const liste = element('dl', '', zone);
  for (const { id, demande, attendu, observe, verdict } of reponses) {
    if (verdict === 'conforme') continue;
    element('dt', `${id} : ${demande}`, liste);
    element(
      'dd',
      verdict === 'mesure' ? court(observe) : `${verdict} : ${court(observe)}, attendu ${court(attendu)}`,
      liste,
    );
  }
}

/** Trois voies : une vue web peut en refuser une en silence ; le texte reste toujours à l'écran. */
function rendre(dossier: Dossier): void {
  const texte = `${JSON.stringify(dossier, null, 2)}\n`;
  const lien = dans('telecharger') as HTMLAnchorElement;
  lien.href = URL.createObjectURL(new Blob([texte], { type: 'application/json' }));
  lien.download = nomDe(dossier);
  lien.textContent = `Télécharger ${lien.download}`;
  const zone = dans('texte') as HTMLTextAreaElement;
  zone.value = texte;
  dans('copier').addEventListener('click', () => {
    navigator.clipboard.writeText(texte).then(
      () => dire('Réponses copiées.'),
      () => {
        zone.select();
        dire('Le presse-papiers est refusé ici : copier le texte choisi par Ctrl+C.');
      },
    );
  });
  dans('reponses').hidden = false;
}

async function lancer(): Promise<void> {
  if (!(await estVide()))
    return dire('La recette ne se passe que dans un classeur vide : en ouvrir un neuf, puis la relancer.');
  const exemples = (await (await fetch('exemples.json')).json()) as Exemple[];
  let rang = 0;
  const reponses = await jouer(SONDES, { humain: HUMAIN, exemples }, ({ id, demande }) => {
    rang += 1;
    dire(`${rang} sur ${SONDES.length} : ${id}. ${demande}`);
  });
  rendre({ recette: 1, clas: __VERSION__, excel: await entete(), reponses });
  resumer(reponses);
  dire('La recette est finie : garder le fichier des réponses.');
}

associerRecette();
void Office.onReady(() => {
  const bouton = dans('lancer') as HTMLButtonElement;
  bouton.disabled = false;
  bouton.addEventListener('click', () => {
    bouton.disabled = true;
    lancer()
      .catch((erreur: unknown) => dire(`La recette s’est arrêtée : ${String(erreur)}`))
      .finally(() => {
        bouton.disabled = false;
      });
  });
});
