/** Vérifier, aller voir, corriger et annuler, colorer. */
import type { Cellule, Correction } from '../classeur/excel/port';
import type { Noyau } from './noyau';
import { bilan, pluriel } from './phrases';

export function gestesControle(noyau: Noyau) {
  const { port, emettre, faire, relire, relirePourEcrire } = noyau;
  return {
    verifier: (): Promise<boolean> =>
      faire('Contrôle du classeur…', async () => {
        emettre({ type: 'onglet', onglet: 'verifier' });
        const controle = await relirePourEcrire();
        return bilan(controle.examen.compte);
      }),

    allerA: (cellule: Cellule): Promise<boolean> =>
      faire('Déplacement…', async () => {
        await port.allerA(cellule);
        return null;
      }),

    corriger: (corrections: readonly Correction[]): Promise<boolean> =>
      faire('Correction…', async () => {
        emettre({ type: 'corrige', inverse: await port.corriger(corrections) });
        await relire();
        return `${pluriel(corrections.length, 'correction faite', 'corrections faites')}. « Annuler » la défait.`;
      }),

    annuler: (): Promise<boolean> =>
      faire('Annulation…', async () => {
        const [inverse] = noyau.etat().annulations;
        if (!inverse) return null;
        await port.corriger(inverse);
        emettre({ type: 'annule' });
        await relire();
        return `${pluriel(inverse.length, 'correction annulée', 'corrections annulées')}.`;
      }),

    colorer: (): Promise<boolean> =>
      faire('Coloration…', async () => {
        const { examen } = await relirePourEcrire();
        const teintes = examen.anomalies.flatMap(({ feuille, ligne, colonne, gravite }) =>
          ligne === null || colonne === null ? [] : [{ feuille, ligne, colonne, gravite }],
        );
        await port.colorer(teintes);
        emettre({ type: 'coloree', coloree: true });
        return `${pluriel(teintes.length, 'cellule colorée', 'cellules colorées')}. « Retirer les couleurs » rend l’aspect d’avant.`;
      }),

    decolorer: (): Promise<boolean> =>
      faire('Retrait des couleurs…', async () => {
        await port.decolorer();
        emettre({ type: 'coloree', coloree: false });
        return 'Couleurs retirées.';
      }),

    recalculerFormules: (): Promise<boolean> =>
      faire('Recalcul des formules…', async () => {
        const nombre = await port.recalculerFormules();
        await relire();
        return nombre === 0
          ? 'Aucune formule Clas à recalculer.'
          : `${pluriel(nombre, 'formule Clas recalculée', 'formules Clas recalculées')}.`;
      }),
  };
}
