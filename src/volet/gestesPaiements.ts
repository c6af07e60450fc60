/** Inscrire au journal ce que l'agent paie ou recouvre, à sa demande ; « Annuler » le retire. */
import { ErreurClasseur } from '../dossier/formes/erreurs';
import type { Examen } from '../dossier/examiner';
import {
  acomptesAPorter,
  cellulesAInscrire,
  cellulesAPorter,
  journalDe,
  refuserAcomptesDeProjets,
  refuserAcomptesPerdus,
  type CelluleAInscrire,
} from '../dossier/restitution/sorties/inscrire';
import { clePaiement, paiementsDe, type Paiement } from '../dossier/restitution/sorties/paiements';
import { euros } from '../reglement/explication';
import { estUnPaiement } from '../reglement/journal';
import { somme } from '../valeurs/montant';
import { planJournal } from './modele';
import type { Noyau } from './noyau';
import { pluriel } from '../dossier/affichage/pluriel';

/** Ce qui est coché est encore dû, au même montant : sinon l'agent relit avant de payer. */
function refuserChanges(examen: Examen, choisis: readonly Paiement[]): void {
  const dus = new Map(paiementsDe(examen).paiements.map((p) => [clePaiement(p), p.montant]));
  const change = choisis.find((p) => dus.get(clePaiement(p))?.eq(p.montant) !== true);
  if (change)
    throw new ErreurClasseur(
      `Le classeur a changé : ${change.nature} ${change.gestion} du dossier ${change.dossier} n’est plus de ${euros(change.montant)}. Rien n’est écrit ; revoir la liste.`,
    );
}

export function gestesPaiements(noyau: Noyau) {
  const { port, emettre, faire, relire, relirePourEcrire } = noyau;

  /** L'examen d'un classeur qui a un journal : le sien, ou celui qu'on vient de lui ajouter. */
  async function avecJournal(examen: Examen): Promise<Examen> {
    if (journalDe(examen) !== undefined) return examen;
    await port.creerFeuilles(planJournal(examen.lecture.parametres));
    return (await relirePourEcrire()).examen;
  }

  async function ecrire(cellules: readonly CelluleAInscrire[]): Promise<void> {
    const inverse = await port.corriger(
      cellules.map(({ valeur, ...cellule }) => ({ ...cellule, avant: null, apres: valeur })),
    );
    emettre({ type: 'corrige', inverse });
    await relire();
  }

  return {
    /** Les acomptes que Projets gardait sans date, au journal : de quoi y inscrire les suivants. `dates` : par gestion. */
    porterAcomptes: (dates: ReadonlyMap<number, string>): Promise<boolean> =>
      faire('Écriture du journal…', async () => {
        let { examen } = await relirePourEcrire();
        const n = acomptesAPorter(examen).length;
        if (n === 0) return null;
        refuserAcomptesPerdus(examen);
        examen = await avecJournal(examen);
        const cellules = cellulesAPorter(noyau.classeur(), examen, dates, noyau.etat().designations);
        await ecrire(cellules);
        return {
          texte: `${pluriel(n, 'acompte porté', 'acomptes portés')} dans « ${cellules[0]?.feuille} ». « Annuler » ${n > 1 ? 'les' : 'le'} retire.`,
          annulable: true,
        };
      }),

    inscrireVersements: (choisis: readonly Paiement[]): Promise<boolean> =>
      faire('Écriture des versements…', async () => {
        let { examen } = await relirePourEcrire();
        refuserChanges(examen, choisis);
        refuserAcomptesDeProjets(examen);
        examen = await avecJournal(examen);
        const cellules = cellulesAInscrire(noyau.classeur(), examen, choisis, noyau.etat().designations);
        await ecrire(cellules);
        const total = euros(somme(choisis.map(({ montant }) => montant)));
        const n = choisis.length;
        const quoi = choisis.some(({ nature }) => estUnPaiement(nature)) ? 'versement' : 'recouvrement';
        const texte = `${pluriel(n, `${quoi} écrit`, `${quoi}s écrits`)} dans « ${cellules[0]?.feuille} », ${total}. « Annuler » ${n > 1 ? 'les' : 'le'} retire.`;
        return { texte, annulable: true };
      }),
  };
}
