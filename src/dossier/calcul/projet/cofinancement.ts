/** La règle des 80 % : ce que la branche Famille apporte, comparé au coût du projet. */
import { brancheFamille, excedent80 } from '../../../reglement/cofinancement';
import { ZERO, type Decimal } from '../../../valeurs/montant';
import type { Projet } from '../../colonnes/projets';
import { avec, lue, lueOu, sommeConnue, valeurDe, type Donnee, type Montant } from '../connu';
import { precede, situer } from '../origines';
import type { bonusAccordes } from './bonus';
import type { Cas } from './cas';
import type { droit } from './droit';
import type { liquidation } from './liquidation';

interface Apports {
  readonly ps: Montant;
  readonly bonus: Montant;
}

interface Reference extends Apports {
  readonly champ: 'coutReel' | 'coutPrevisionnel';
  readonly cout: Donnee<Decimal>;
}

/** Le coût des 80 %, et ce qui lui répond : le réel, la Ps liquidée et le bonus dû ; à défaut le budget et l'accordé. */
function reference(p: Projet, surLeReel: Apports, surLeBudget: Apports): Reference {
  const reel = p.coutReel !== null || p.illisibles.has('coutReel');
  const champ = reel ? 'coutReel' : 'coutPrevisionnel';
  return { champ, cout: lue(p, champ), ...(reel ? surLeReel : surLeBudget) };
}

export function cofinancement(
  { p, agree }: Cas,
  { psRetenue }: ReturnType<typeof droit>,
  { bonus }: ReturnType<typeof bonusAccordes>,
  { psReelle, psLiquidee, bonusDu }: ReturnType<typeof liquidation>,
): {
  readonly excedent80: Montant;
  readonly brancheFamille: Montant;
  readonly coutDeReference: Donnee<Decimal>;
} {
  const {
    champ,
    cout,
    ps,
    bonus: du,
  } = reference(p, { ps: agree ? psLiquidee : psReelle, bonus: bonusDu }, { ps: psRetenue, bonus });
  const fonds = {
    Ps: valeurDe(ps),
    bonus: valeurDe(du),
    'fonds locaux': lueOu(p, 'fondsLocaux', ZERO),
    'autres financements': lueOu(p, 'autresBrancheFamille', ZERO),
  };
  const famille = precede(
    situer(
      avec([sommeConnue(Object.values(fonds))], (total) =>
        brancheFamille(fonds as Record<keyof typeof fonds, Decimal>, total),
      ),
      { 'fonds locaux': 'fondsLocaux', 'autres financements': 'autresBrancheFamille' },
    ),
    ps,
    du,
  );
  return {
    excedent80: precede(situer(avec([cout, valeurDe(famille)], excedent80), { coût: champ }), famille),
    brancheFamille: famille,
    coutDeReference: cout,
  };
}
