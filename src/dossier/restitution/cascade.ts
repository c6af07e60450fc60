/** L'argent d'un dossier en escalier : demandé, accordé, dû, versé, puis ce qui reste à payer ou à recouvrer. */
import { avec, inconnu, lue, type Montant } from '../calcul/connu';
import type { CalculProjet } from '../calcul/montants';
import { situer } from '../calcul/origines';
import { estRefuse } from '../controle/contexte';
import { resultat } from '../../reglement/explication';
import { circ } from '../../reglement/sources';
import { ZERO } from '../../valeurs/montant';

export interface Palier {
  readonly intitule: string;
  readonly montant: Montant;
  /** Ce que le palier retire à l'escalier : versé, déjà sorti. */
  readonly sens: 'droit' | 'verse' | 'reste' | 'recouvrer';
}

function demande({ projet }: CalculProjet): Montant {
  const saisi = avec([lue(projet, 'montantDemande')], (m) =>
    resultat('Demandé', '{montant demandé}', { 'montant demandé': m }, m, circ('3.1')),
  );
  return situer(saisi, { 'montant demandé': 'montantDemande' });
}

/** Ce que la Caf accorde : la Ps retenue d'un projet agréé ; refusé, rien ; sinon, la décision est attendue. */
function accorde({ agree, projet, montants }: CalculProjet): Montant {
  if (agree) return montants.psRetenue;
  if (estRefuse(projet))
    return resultat('Accordé', 'agrément refusé : rien n’est accordé', {}, ZERO, circ('3.1'));
  return inconnu({ champ: 'agrement', raison: 'absent' });
}

/** Le reste est à payer ou à recouvrer, jamais les deux ; rien de l'un ni de l'autre se montre à payer. */
function reste(aPayer: Montant, aRecouvrer: Montant): Palier {
  return aRecouvrer.montant?.gt(ZERO)
    ? { intitule: 'Reste à recouvrer', montant: aRecouvrer, sens: 'recouvrer' }
    : { intitule: 'Reste à payer', montant: aPayer, sens: 'reste' };
}

/** L'escalier de la Ps. */
export const cascadePs = (calcul: CalculProjet): readonly Palier[] => {
  const { montants: m } = calcul;
  return [
    { intitule: 'Demandé', montant: demande(calcul), sens: 'droit' },
    { intitule: 'Accordé', montant: accorde(calcul), sens: 'droit' },
    { intitule: 'Dû', montant: m.psDue, sens: 'droit' },
    { intitule: 'Versé', montant: m.versePs, sens: 'verse' },
    reste(m.resteAPayerPs, m.resteARecouvrerPs),
  ];
};

/** Celui des bonus, que rien ne demande à part. */
export const cascadeBonus = ({ montants: m }: CalculProjet): readonly Palier[] => [
  { intitule: 'Accordé', montant: m.bonus, sens: 'droit' },
  { intitule: 'Dû', montant: m.bonusDuFinal, sens: 'droit' },
  { intitule: 'Versé', montant: m.verseBonus, sens: 'verse' },
  reste(m.resteAPayerBonus, m.resteARecouvrerBonus),
];
