/** Choisir un dossier, l'épingler, en imprimer la fiche. */
import type { CalculProjet } from '../dossier/calcul/montants';
import { celluleDossier, cleDuDossier, dossierMontre } from './dossiers';
import { controleDe } from './etat';
import type { Noyau } from './noyau';

export function gestesDossier(noyau: Noyau) {
  const { port, emettre, faire, relirePourEcrire } = noyau;

  return {
    /** Montre un dossier dans le volet et dans la grille ; l'épingle, s'il y en a une, le suit. */
    choisirDossier: (calcul: CalculProjet): Promise<boolean> =>
      faire('Déplacement…', async () => {
        const examen = controleDe(noyau.etat())?.examen;
        if (!examen) return null;
        const cellule = celluleDossier(examen, calcul);
        if (noyau.etat().epingle !== null) emettre({ type: 'epingle', epingle: cleDuDossier(calcul) });
        emettre({ type: 'selection', cellule });
        await port.allerA(cellule);
        return null;
      }),

    /** Le volet garde ce dossier, où que l'agent aille dans la grille ; `null` : il la suit de nouveau. */
    epingler: (calcul: CalculProjet | null): void =>
      emettre({ type: 'epingle', epingle: calcul && cleDuDossier(calcul) }),

    /** Ouvre la fiche du dossier montré dans un classeur neuf, mis en page : rien ne s'écrit dans celui-ci. */
    imprimerFiche: (): Promise<boolean> =>
      faire('Préparation de la fiche…', async () => {
        const { examen } = await relirePourEcrire();
        const calcul = dossierMontre(examen, noyau.etat());
        if (!calcul) return null;
        const { faireFiches } = await import('./fichier');
        await port.ouvrirClasseur(await faireFiches(examen, [calcul]));
        return 'La fiche est ouverte dans un nouveau classeur : l’imprimer de là.';
      }),
  };
}
