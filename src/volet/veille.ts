/** Contrôle à la frappe : attend que l'agent s'arrête, ne relit que les feuilles que Clas lit, jamais deux fois à la fois. */
import type { Changement, PortExcel } from '../classeur/excel/port';
import { ErreurClasseur } from '../dossier/formes/erreurs';
import { FEUILLES_CLAS } from '../dossier/feuilles';

interface OptionsVeille {
  readonly port: PortExcel;
  readonly attente: number;
  readonly surChange: (changement: Changement) => void;
  readonly recontroler: () => Promise<void>;
}

const DES_CLAS: ReadonlySet<string> = new Set(Object.values(FEUILLES_CLAS));

export function creerVeille({ port, attente, surChange, recontroler }: OptionsVeille) {
  let arreter: (() => Promise<void>) | undefined;
  let minuterie: ReturnType<typeof setTimeout> | undefined;
  let enCours: Promise<void> = Promise.resolve();
  let duree = 0;
  let enPause = false;

  const lancer = (): void => {
    enCours = enCours.then(async () => {
      const debut = performance.now();
      try {
        await recontroler();
      } catch (erreur) {
        // un refus d'Excel à la frappe (cellule en cours d'édition…) ne se dit pas : la frappe suivante relance
        if (!(erreur instanceof ErreurClasseur)) console.error(erreur);
      }
      duree = performance.now() - debut;
    });
  };

  function relancer(delai = attente): void {
    clearTimeout(minuterie);
    // un gros classeur se recontrôle moins souvent : jamais plus du quart du temps
    if (arreter && !enPause) minuterie = setTimeout(lancer, Math.max(delai, duree * 3));
  }

  return {
    async commencer(): Promise<void> {
      arreter ??= await port.surChangement((changement) => {
        if (DES_CLAS.has(changement.feuille)) return;
        surChange(changement);
        relancer();
      });
    },
    /** Remet un contrôle à plus tard, si la veille est en marche. */
    relancer,
    async arreter(): Promise<void> {
      clearTimeout(minuterie);
      await arreter?.();
      arreter = undefined;
    },
    /** Le volet n'est plus à l'écran : ce qui change se note, sans rien relire. */
    suspendre(): void {
      enPause = true;
      clearTimeout(minuterie);
    },
    reprendre(): void {
      enPause = false;
    },
    /** Attend la fin du contrôle en cours, et retient le suivant. */
    async repos(): Promise<void> {
      clearTimeout(minuterie);
      await enCours;
    },
  };
}
