/** Contrôle à la frappe : attend que l'agent s'arrête, ne relit que les feuilles que Clas lit, jamais deux fois à la fois. */
import type { Changement, PortExcel } from '../classeur/excel/port';
import { ErreurClasseur } from '../dossier/formes/erreurs';
import { seLit } from '../dossier/feuilles';

interface OptionsVeille {
  readonly port: PortExcel;
  readonly attente: number;
  readonly surChange: (changement: Changement) => void;
  /** Faux : un geste est en cours, ce n'est pas le moment. */
  readonly recontroler: () => Promise<boolean>;
}

export function creerVeille({ port, attente, surChange, recontroler }: OptionsVeille) {
  let arreter: (() => Promise<void>) | undefined;
  let minuterie: ReturnType<typeof setTimeout> | undefined;
  let enCours: Promise<void> = Promise.resolve();
  let duree = 0;
  let enPause = false;
  /** Faux : ce qui change se note et se dit, l'agent revérifie quand il veut. */
  let actif = true;
  /** Un contrôle est demandé, et n'est pas encore parti. */
  let demande = false;

  const lancer = (): void => {
    enCours = enCours.then(async () => {
      demande = false;
      const debut = performance.now();
      try {
        demande = !(await recontroler()) || demande;
      } catch (erreur) {
        // un refus d'Excel à la frappe (cellule en cours d'édition…) ne se dit pas : la frappe suivante relance
        if (!(erreur instanceof ErreurClasseur)) console.error(erreur);
      }
      duree = performance.now() - debut;
    });
  };

  /** Demande un contrôle pour plus tard, que la veille écoute ou non. */
  function rappeler(delai: number): void {
    clearTimeout(minuterie);
    demande = true;
    // un gros classeur se recontrôle moins souvent : jamais plus du quart du temps
    if (!enPause) minuterie = setTimeout(lancer, Math.max(delai, duree * 3));
  }

  /** Demande un contrôle pour quand l'agent s'arrêtera, si la veille est en marche. */
  function relancer(): void {
    if (arreter && actif) rappeler(attente);
  }

  async function ecouter(): Promise<void> {
    arreter ??= await port.surChangement(
      (changement) => {
        if (!seLit(changement.feuille)) return;
        surChange(changement);
        relancer();
      },
      // un résultat vient d'arriver : celui que la dernière relecture a vu n'était peut-être pas le bon
      relancer,
    );
  }

  async function taire(): Promise<void> {
    await arreter?.();
    arreter = undefined;
  }

  return {
    /**
     * Recontrôler à la frappe, ou seulement noter ce qui change. Écouter demande le nom de la feuille à Excel : là où cela
     * ferait oublier Ctrl+Z, rien ne s'écoute.
     */
    async regler(suivi: boolean): Promise<void> {
      actif = suivi;
      if (!suivi) {
        clearTimeout(minuterie);
        demande = false;
      }
      await (suivi || port.capacites().annule ? ecouter() : taire());
    },
    rappeler,
    /** Un contrôle est encore à faire, ou vient d'être fait. */
    noter: (aFaire: boolean): void => void (demande = aFaire),
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
    /** Après un geste ou une pause : le contrôle retenu se fait. */
    poursuivre(): void {
      if (demande && actif) rappeler(attente);
    },
  };
}
