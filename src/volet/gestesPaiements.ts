/** Inscrire au journal ce que l'agent paie ou recouvre, à sa demande ; « Annuler » le retire. */
import { ErreurClasseur } from '../dossier/formes/erreurs';
import type { Examen } from '../dossier/examiner';
import {
  cellulesAInscrire,
  journalDe,
  refuserAcomptesDeProjets,
} from '../dossier/restitution/sorties/inscrire';
import { clePaiement, paiementsDe, type Paiement } from '../dossier/restitution/sorties/paiements';
import { euros } from '../reglement/explication';
import { somme } from '../valeurs/montant';
import { planJournal } from './modele';
import type { Noyau } from './noyau';
import { pluriel } from './phrases';

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
  return {
    inscrireVersements: (choisis: readonly Paiement[]): Promise<boolean> =>
      faire('Écriture des versements…', async () => {
        let { examen } = await relirePourEcrire();
        refuserChanges(examen, choisis);
        if (journalDe(examen) === undefined) {
          refuserAcomptesDeProjets(examen);
          await port.creerFeuilles(planJournal(examen.lecture.parametres));
          ({ examen } = await relirePourEcrire());
        }
        const cellules = cellulesAInscrire(noyau.classeur(), examen, choisis, noyau.etat().designations);
        const inverse = await port.corriger(
          cellules.map(({ valeur, ...cellule }) => ({ ...cellule, avant: null, apres: valeur })),
        );
        emettre({ type: 'corrige', inverse });
        await relire();
        const total = euros(somme(choisis.map(({ montant }) => montant)));
        const n = choisis.length;
        const texte = `${pluriel(n, 'versement écrit', 'versements écrits')} dans « ${cellules[0]?.feuille} », ${total}. « Annuler » ${n > 1 ? 'les' : 'le'} retire.`;
        return { texte, annulable: true };
      }),
  };
}
