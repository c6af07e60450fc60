/** Groupe 7 : comment un fichier ou un texte sort d'Excel ; l'humain dit ce qu'il a vu. */
import { classeurMinimal } from '../classeurMinimal';
import type { Groupe, Sonde } from '../sonde';

const VU = 'ce que l’humain voit';
const FAIT = 'c’est arrivé';
const AILLEURS = 'c’est arrivé, mais derrière la fenêtre ou ailleurs';
const RIEN = 'rien ne s’est passé';
const DEMANDE = 'Excel a demandé quelque chose d’abord';

const CHOIX = [FAIT, AILLEURS, DEMANDE, RIEN];

const TEMOIN = 'Recette de Clas';

function telecharger(): void {
  const lien = document.createElement('a');
  lien.href = URL.createObjectURL(new Blob([TEMOIN], { type: 'text/plain' }));
  lien.download = 'recette-clas.txt';
  lien.click();
}

function copierParCommande(): void {
  const zone = document.createElement('textarea');
  zone.value = TEMOIN;
  document.body.append(zone);
  zone.select();
  // la seule copie que la vue web permette quand le presse-papiers est refusé
  document.execCommand('copy');
  zone.remove();
}

const VOIES: readonly (readonly [id: string, vue: string, sortir: () => unknown])[] = [
  ['telecharger', 'un fichier recette-clas.txt est téléchargé', telecharger],
  [
    'classeur',
    'un classeur neuf s’ouvre',
    () => Excel.createWorkbook(classeurMinimal('Recette', '<v>1</v>')),
  ],
  ['presse-papiers', `« ${TEMOIN} » se colle dans une cellule`, () => navigator.clipboard.writeText(TEMOIN)],
  ['copie', `« ${TEMOIN} » se colle dans une cellule`, copierParCommande],
  [
    'navigateur',
    'l’aide s’ouvre dans le navigateur',
    () => Office.context.ui.openBrowserWindow(new URL('recette.html', document.baseURI).href),
  ],
  ['onglet', 'une page s’ouvre', () => window.open('recette.html', '_blank', 'noopener')],
];

const voie = ([id, vue, sortir]: (typeof VOIES)[number]): Sonde => ({
  id: `sorties.${id}`,
  demande: `Après le bouton : ${vue}.`,
  horsHote: VU,
  faire: async ({ humain }) => {
    await humain.geste(`sorties.${id}`, `Après ce bouton, regarder si ${vue}.`);
    await sortir();
    return humain.choisir(`sorties.${id}`, `A-t-on vu : ${vue} ?`, CHOIX);
  },
});

export const SORTIES: Groupe = { nom: 'Sorties', sondes: VOIES.map(voie) };
