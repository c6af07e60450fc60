/** Acomptes versés par gestion : du journal s'il existe, sinon des colonnes de Projets. Une cellule vide vaut 0 €. */
import type { Projet } from '../colonnes/projets';
import { parDossier, type Contexte, type VersementSitue } from '../controle/contexte';
import { auPlusTard } from '../../valeurs/date';
import { SEUILS } from '../seuils';
import { ZERO, somme, type Decimal } from '../../valeurs/montant';

export interface Acomptes {
  /** `null` : le montant saisi est illisible. */
  readonly n: Decimal | null;
  readonly n1: Decimal | null;
  /** Acomptes N datés au plus tard du 31 décembre N : seuls ceux-là comptent dans l'arrêté des comptes de N. */
  readonly nAvantCloture: Decimal | null;
}

const total = (versements: readonly VersementSitue[]): Decimal =>
  somme(versements.flatMap(({ versement }) => versement.montant ?? []));

const acomptesDuJournal = parDossier((versements: readonly VersementSitue[], { jour }): Acomptes => {
  const acomptes = versements.filter(({ versement }) => versement.nature === 'acompte');
  const gestionN = acomptes.filter(({ gestion }) => gestion === 'n');
  const finN = jour(SEUILS.finAnneeCivile, 0);
  return {
    n: total(gestionN),
    n1: total(acomptes.filter(({ gestion }) => gestion === 'n1')),
    nAvantCloture: total(gestionN.filter(({ versement }) => auPlusTard(versement.date, finN))),
  };
});

export function acomptesDe(projet: Projet, contexte: Contexte): Acomptes {
  if (!contexte.lecture.versements) {
    const de = (cle: 'acomptesN' | 'acomptesN1'): Decimal | null =>
      projet.illisibles.has(cle) ? null : (projet[cle] ?? ZERO);
    return { n: de('acomptesN'), n1: de('acomptesN1'), nAvantCloture: de('acomptesN') };
  }
  return acomptesDuJournal(contexte.versementsDe(projet), contexte);
}
