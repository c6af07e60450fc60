/**
 * Le fichier de la Cnaf : des valeurs, aucune formule CLAS (la Cnaf n'a pas le complément) ; les totaux sont
 * des formules natives avec leur valeur. Trois feuilles : la remontée, ses données nues, son contrôle.
 */
import type { ClasseurPlan } from '../../formes/plan';
import { anneeScolaire } from '../../../reglement/annee';
import { proprietes } from '../mentions';
import { planControle } from './planControle';
import { planDonnees } from './planDonnees';
import { planRemonteeFeuille } from './planRemonteeFeuille';
import type { Remontee } from './donnees';

export function planRemontee(r: Remontee): ClasseurPlan {
  const annee = anneeScolaire(r.annee);
  const protegee = { protegee: true };
  return {
    feuilles: [
      planRemonteeFeuille(r),
      { ...planDonnees([r]), ...protegee },
      { ...planControle(r), ...protegee },
    ],
    proprietes: proprietes(`Remontée Cnaf des bonus Clas ${annee}`, r.annee, r.nomCaf, {
      description: `Empreinte SHA-256 : ${r.empreinte}`,
      motsCles: `Clas, bonus, ${annee}, Caf ${r.caf ?? 'inconnue'}`,
    }),
  };
}
