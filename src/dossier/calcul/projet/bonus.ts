/** Les bonus : ceux que la Caf accorde, et ceux qui sont dus sur une Ps liquidée ou contrôlée. */
import type { COLONNES_PROJETS } from '../../colonnes/projets';
import type { Bareme } from '../../../reglement/bareme';
import { bonus, bonusDe, bonusRealises, sansBonus } from '../../../reglement/bonus';
import { ZERO, type Decimal } from '../../../valeurs/montant';
import { avec, estFaute, inconnu, lueOu, type Donnee, type Montant } from '../connu';
import { situer } from '../origines';
import { SANS_AGREMENT, siAgree, type Cas, type Collectifs } from './cas';

type Champ = keyof typeof COLONNES_PROJETS;

/** Montant d'un bonus au barème ; inutile quand il n'y en a aucun. */
const parCollectif = (
  bareme: Donnee<Bareme>,
  cle: 'bonusEnfants' | 'bonusParents',
  nb: Donnee<number>,
): Donnee<Decimal> =>
  nb === 0
    ? ZERO
    : avec([nb, bareme], (_, b) => b[cle] ?? inconnu({ champ: 'baremeBonus', raison: 'absent' }));

/** Les deux nombres d'un bonus, chacun dans sa cellule. */
const situerBonus = (m: Montant, enfants: Champ, parents: Champ): Montant =>
  situer(situer(m, { nb: enfants }, 'Bonus enfants'), { nb: parents }, 'Bonus parents');

export function bonusAccordes(cas: Cas) {
  const { p, bareme } = cas;
  const [nbEnfants, nbParents] = [lueOu(p, 'bonusEnfants', 0), lueOu(p, 'bonusParents', 0)];
  const enfants = parCollectif(bareme, 'bonusEnfants', nbEnfants);
  const parents = parCollectif(bareme, 'bonusParents', nbParents);
  return {
    bonusEnfants: siAgree(
      cas,
      () =>
        situer(
          avec([nbEnfants, enfants], (n, u) => bonusDe('enfants', n, u)),
          { nb: 'bonusEnfants' },
        ),
      sansBonus('Bonus enfants', SANS_AGREMENT),
    ),
    bonusParents: siAgree(
      cas,
      () =>
        situer(
          avec([nbParents, parents], (n, u) => bonusDe('parents', n, u)),
          { nb: 'bonusParents' },
        ),
      sansBonus('Bonus parents', SANS_AGREMENT),
    ),
    bonus: siAgree(
      cas,
      () =>
        situerBonus(
          avec([nbEnfants, nbParents, enfants, parents], (e, n, ue, up) => bonus(e, n, ue, up)),
          'bonusEnfants',
          'bonusParents',
        ),
      sansBonus('Bonus', SANS_AGREMENT),
    ),
  };
}

/** Bonus dus sur une Ps (liquidée ou contrôlée) : aucun si elle est nulle ; tant qu'elle s'attend, ceux accordés. */
export function bonusDus({ p, bareme }: Cas, etape: string, collectifs: Collectifs, surPs: Montant): Montant {
  if (surPs.montant === null ? surPs.manque.some(estFaute) : surPs.montant.isZero())
    return surPs.montant === null ? surPs : sansBonus(etape, 'Ps nulle : le bonus la complète');
  const nb = (
    accordes: 'bonusEnfants' | 'bonusParents',
    reels: 'bonusEnfantsReels' | 'bonusParentsReels',
  ) => {
    const [a, r] = [lueOu(p, accordes, 0), lueOu(p, reels, null)];
    // aucun bonus accordé : inutile de savoir combien de collectifs ont fonctionné
    return a === 0 ? 0 : avec([a, r, collectifs.nb], bonusRealises);
  };
  /** La cellule qui a fixé le nombre : les réels, à défaut les accordés, à moins que les collectifs ne le bornent. */
  const champDe = (
    n: Donnee<number>,
    accordes: 'bonusEnfants' | 'bonusParents',
    reels: 'bonusEnfantsReels' | 'bonusParentsReels',
  ): Champ => (n === p[reels] ? reels : n === (p[accordes] ?? 0) ? accordes : collectifs.champ);
  const enfants = nb('bonusEnfants', 'bonusEnfantsReels');
  const parents = nb('bonusParents', 'bonusParentsReels');
  const dus = avec(
    [
      enfants,
      parents,
      parCollectif(bareme, 'bonusEnfants', enfants),
      parCollectif(bareme, 'bonusParents', parents),
    ],
    (e, n, ue, up) => bonus(e, n, ue, up, etape),
  );
  return situerBonus(
    dus,
    champDe(enfants, 'bonusEnfants', 'bonusEnfantsReels'),
    champDe(parents, 'bonusParents', 'bonusParentsReels'),
  );
}
