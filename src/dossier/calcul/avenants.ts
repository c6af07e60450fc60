/** La Ps retenue à une date : l'avenant en vigueur ce jour-là ; avant le premier, le premier. */
import type { Avenant } from '../colonnes/avenants';
import type { Projet } from '../colonnes/projets';
import type { Contexte } from '../controle/contexte';
import { psRetenue } from '../../reglement/decision';
import { ps } from '../../reglement/ps';
import type { Decimal } from '../../valeurs/montant';
import { comparerTextes } from '../../valeurs/ordre';
import { avec, inconnu, lue, lueOu, valeurDe, type Donnee, type Montant } from './connu';

const CHAMPS = ['coutPrevisionnel', 'collectifsAgrees', 'montantAccorde'] as const;

/** Projets, où les cellules remplies de l'avenant prennent la place ; illisible, une cellule ne vaut pas celle de Projets. */
function etatSelon(p: Projet, avenant: Avenant): Projet {
  const illisibles = CHAMPS.filter((cle) => avenant.illisibles.has(cle));
  const change = Object.fromEntries(
    CHAMPS.flatMap((cle) =>
      avenant[cle] === null && !avenant.illisibles.has(cle) ? [] : [[cle, avenant[cle]]],
    ),
  );
  return { ...p, ...change, illisibles: new Set([...p.illisibles, ...illisibles]) };
}

export interface Etat {
  /** Premier jour où il vaut ; `null` : depuis toujours. */
  readonly depuis: string | null;
  readonly retenue: Donnee<Decimal>;
}

/** Les états successifs d'un projet, dans l'ordre des dates ; le premier vaut aussi avant sa date. Sans avenant, aucun. */
export function etatsDe(p: Projet, { lecture, avenantsDe }: Contexte): readonly Etat[] {
  const { bareme, arrondi } = lecture.parametres;
  const retenue = (etat: Projet): Donnee<Decimal> => {
    const droit: Montant = avec(
      [
        lue(etat, 'coutPrevisionnel'),
        lue(etat, 'collectifsAgrees'),
        bareme ?? inconnu({ champ: 'bareme', raison: 'absent' }),
      ],
      (cout, nb, b) => ps(cout, nb, b, arrondi),
    );
    return valeurDe(avec([droit, lueOu(etat, 'montantAccorde', null)], psRetenue));
  };
  const dates = avenantsDe(p)
    .flatMap((a) => (a.date === null ? [] : [{ avenant: a, date: a.date }]))
    .sort((a, b) => comparerTextes(a.date, b.date));
  return dates.map(({ avenant, date }, i) => ({
    depuis: i === 0 ? null : date,
    retenue: retenue(etatSelon(p, avenant)),
  }));
}
