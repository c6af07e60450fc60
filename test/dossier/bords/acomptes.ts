/** Les acomptes, à un centime de leurs maximums. */
import { jour } from '../fabrique';
import { SANS_BONUS, p, v, type Situation } from '../situation';

export const BORDS_ACOMPTES: readonly Situation[] = [
  p('acomptes N et N+1 au plus, sans journal', { acomptesN: 1638, acomptesN1: 2457 }, []),
  p('acomptes N, un centime de trop, sans journal', { acomptesN: 1638.01 }, [
    'Projets!AA2 acomptes.n-sans-date — Acomptes 2021 : 1 638,01 € pour un maximum de 1 638,00 € (28 % de 5 850,00 €), dépassement 0,01 €. Corriger la saisie ; s’ils sont partis, tenir une feuille Versements : un acompte se juge à sa date.',
  ]),
  p('acomptes N+1, un centime de trop, sans journal', { acomptesN1: 2457.01 }, [
    'Projets!AB2 acomptes.n1-sans-date — Acomptes 2022 : 2 457,01 € pour un maximum de 2 457,00 € (42 % de 5 850,00 €), dépassement 0,01 €. Corriger la saisie ; s’ils sont partis, tenir une feuille Versements : un acompte se juge à sa date.',
  ]),
  p('acomptes N égaux aux 4/10 : rien de trop à l’arrêté', { acomptesN: 2340 }, [
    'Projets!AA2 acomptes.n-sans-date',
  ]),
  p('acomptes N au-delà des 4/10, sans journal', { acomptesN: 2340.01 }, [
    'Projets!AA2 acomptes.n-sans-date',
    'Projets!AA2 cloture.trop-verse-n — Acomptes 2021 supérieurs aux 4/10 : charge à payer nulle, trop versé 0,01 €. À régulariser : corriger l’acompte, ou saisir son reversement.',
  ]),
  p('acomptes illisibles : on ne se prononce pas', { acomptesN: 'x', acomptesN1: 'y' }, [
    'Projets!AA2 cellule.nombre-illisible',
    'Projets!AB2 cellule.nombre-illisible',
  ]),
  p(
    'sans agrément, des acomptes n’ont pas de maximum',
    { agrement: 'en attente', ...SANS_BONUS, acomptesN: 5000, acomptesN1: 5000 },
    ['Projets!I2 agrement.absent'],
  ),
  p(
    'sans budget, des acomptes n’ont pas de maximum',
    { coutPrevisionnel: null, ...SANS_BONUS, acomptesN: 5000, acomptesN1: 5000 },
    ['Projets!S2 cloture.sans-budget', 'Projets!S2 ps.cout-previsionnel-absent'],
  ),
  v(
    'le dépassement se situe dans l’ordre des dates, non des lignes',
    [
      { montant: 1000, date: jour('2021-12-10') },
      { montant: 700, date: jour('2021-11-02') },
    ],
    ['Versements!E2 acomptes.n-superieurs'],
  ),
  v(
    'et au premier qui franchit le maximum',
    [
      { montant: 1000 },
      { montant: 1000, date: jour('2021-12-01') },
      { montant: 10, date: jour('2021-12-02') },
    ],
    ['Versements!E3 acomptes.n-superieurs'],
  ),
  v(
    'le même jour, dans l’ordre de la feuille',
    [{ montant: 1000 }, { montant: 638.01 }, { montant: 0.5 }],
    ['Versements!E3 acomptes.n-superieurs'],
  ),
  v(
    'un acompte sans date vient en dernier',
    [{ montant: 1000, date: null }, { montant: 700 }],
    ['Versements!D2 versement.incomplet', 'Versements!E2 acomptes.n-superieurs'],
  ),
  v(
    'deux acomptes sans date, dans l’ordre de la feuille',
    [
      { montant: 1000, date: null },
      { montant: 700, date: null },
    ],
    [
      'Versements!D2 versement.incomplet',
      'Versements!D3 versement.incomplet',
      'Versements!E3 acomptes.n-superieurs',
    ],
  ),
  v(
    'un solde, un acompte N+1 ou un acompte sans montant ne comptent pas dans les acomptes N',
    [
      { nature: 'solde', montant: 5000 },
      { gestion: 'N+1', montant: 2000, date: jour('2022-02-01') },
      { montant: null },
      { montant: 1638.01 },
    ],
    ['Versements!E4 versement.non-compte'],
  ),
  v(
    'un acompte N ne compte pas dans les acomptes N+1',
    [
      { montant: 1638 },
      { gestion: 'N+1', montant: 1000, date: jour('2022-02-01') },
      { gestion: 'N+1', montant: 1457.01, date: jour('2022-03-01') },
    ],
    ['Versements!E4 acomptes.n1-superieurs'],
  ),
  v(
    'sans gestion saisie, l’année de la date',
    [{ gestion: null, montant: 1638.01 }],
    ['Versements!C2 versement.incomplet', 'Versements!E2 acomptes.n-superieurs'],
  ),
];
