/** Les acomptes, à un centime de leurs maximums. */
import { jour, projet, type Ligne } from '../fabrique';
import { SANS_BONUS, p, v, type Situation } from '../situation';

/** 10 000 € : 3 250 € de Ps, 910 € et 1 365 € d'acomptes au plus ; à 18 000 €, 1 638 € et 2 457 €. */
const BAISSE: Ligne = { ...SANS_BONUS, coutPrevisionnel: 10_000, autresRecettes: 6_750 };
const DEPUIS_18000 = {
  avenants: [
    { dossier: 'P-1', date: jour('2021-10-12'), coutPrevisionnel: 18_000 },
    { dossier: 'P-1', date: jour('2021-12-01') },
  ],
};

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
    'le même jour, hors de l’ordre des dates : la ligne qui franchit le maximum',
    [
      { montant: 100, date: jour('2021-12-10') },
      { montant: 1600 },
      { montant: 50, date: jour('2021-12-10') },
    ],
    ['Versements!E2 acomptes.n-superieurs'],
  ),
  v(
    'chaque gestion a son maximum ; un solde, un bonus n’en sont pas',
    [
      { montant: 1638 },
      { gestion: 'N+1', date: jour('2022-02-01'), montant: 2457 },
      { nature: 'solde', date: jour('2022-06-10'), montant: 702 },
      { nature: 'solde', gestion: 'N+1', date: jour('2022-06-10'), montant: 1053 },
    ],
    [],
    { coutReel: 18_000, collectifsReels: 3 },
  ),
  v(
    'un versement non compté : ses acomptes ne se jugent pas',
    [{ montant: 1700 }, { nature: null, montant: 10 }],
    ['Versements!B3 versement.non-compte'],
  ),
  // les avenants : le maximum est celui du jour
  v(
    'relevé, puis baissé : le jour où il était relevé l’a régularisé',
    [{ montant: 1600 }],
    ['Projets!A2 cloture.trop-verse-regulier', 'Projets!S2 acomptes.apres-revision'],
    BAISSE,
    {
      avenants: [
        { dossier: 'P-1', date: jour('2021-10-12') },
        { dossier: 'P-1', date: jour('2021-12-01'), coutPrevisionnel: 18_000 },
        { dossier: 'P-1', date: jour('2021-12-15') },
      ],
    },
  ),
  v(
    'régulier, baissé, puis un de trop : c’est celui-là, non le premier ni le reversement',
    [
      { montant: 1000 },
      { nature: 'reversement', date: jour('2021-12-10'), montant: 50 },
      { date: jour('2021-12-10'), montant: 100 },
    ],
    ['Versements!E4 acomptes.n-superieurs'],
    BAISSE,
    DEPUIS_18000,
  ),
  v(
    'sans date, un acompte se juge à ce qui est décidé aujourd’hui',
    [{ date: null, montant: 1000 }],
    ['Versements!D2 versement.incomplet', 'Versements!E2 acomptes.n-superieurs'],
    BAISSE,
    { avenants: [{ dossier: 'P-1', date: jour('2021-10-12'), coutPrevisionnel: 18_000 }] },
  ),
  v(
    'un avenant illisible : on ne se prononce pas',
    [{ montant: 1000 }],
    ['Avenants!C2 cellule.nombre-illisible'],
    BAISSE,
    { avenants: [{ dossier: 'P-1', date: jour('2021-10-12'), coutPrevisionnel: 'à voir' }] },
  ),
  v(
    'un montant accordé illisible dans un avenant : on ne se prononce pas',
    [{ montant: 1700 }],
    ['Avenants!E2 cellule.nombre-illisible'],
    SANS_BONUS,
    { avenants: [{ dossier: 'P-1', date: jour('2021-10-12'), montantAccorde: 'à voir' }] },
  ),
  v(
    'un avenant sans date n’est d’aucun jour',
    [{ montant: 1000 }],
    ['Avenants!B2 avenant.non-compte', 'Versements!E2 acomptes.n-superieurs'],
    BAISSE,
    { avenants: [{ dossier: 'P-1', date: null, coutPrevisionnel: 18_000 }] },
  ),
  v(
    'révisé par le montant accordé : c’est lui qui est montré',
    [{ montant: 1000 }],
    ['Projets!AI2 acomptes.apres-revision'],
    { ...SANS_BONUS, montantAccorde: 3_250 },
    { avenants: [{ dossier: 'P-1', date: jour('2021-10-12'), montantAccorde: 5_850 }] },
  ),
  v(
    'au-delà des 4/10, puis un versement non compté : rien ne dit qu’il n’est pas reversé',
    [{ montant: 2400 }, { nature: null, date: jour('2022-03-01'), montant: 10 }],
    ['Versements!B3 versement.non-compte', 'Projets!A2 cloture.trop-verse-regulier'],
  ),
  v(
    'avant le premier avenant, le premier ; dans un autre ordre que celui des dates',
    [{ date: jour('2021-10-01'), montant: 1600 }],
    ['Projets!A2 cloture.trop-verse-regulier', 'Projets!S2 acomptes.apres-revision'],
    { ...BAISSE, dateAgrement: null },
    { avenants: [...DEPUIS_18000.avenants].reverse() },
  ),
  v(
    'baissé, l’acompte d’après est de trop, dans quelque ordre que la feuille le dise',
    [{ date: jour('2021-12-20'), montant: 1000 }],
    ['Versements!E2 acomptes.n-superieurs'],
    BAISSE,
    { avenants: [...DEPUIS_18000.avenants].reverse() },
  ),
  v(
    'avant le premier avenant, c’est lui qui vaut : le premier acompte était déjà de trop',
    [
      { date: jour('2021-10-01'), montant: 1000 },
      { date: jour('2021-10-20'), montant: 700 },
    ],
    ['Versements!E2 acomptes.n-superieurs'],
    { ...SANS_BONUS, dateAgrement: null },
    { avenants: [{ dossier: 'P-1', date: jour('2021-10-12'), coutPrevisionnel: 10_000 }] },
  ),
  v(
    'sur N+1 aussi',
    [{ gestion: 'N+1', date: jour('2022-02-01'), montant: 1365.01 }],
    ['Versements!E2 acomptes.n1-superieurs'],
    BAISSE,
    DEPUIS_18000,
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
  v(
    'deux projets du même numéro partagent leur journal : le dépassement ne se dit qu’une fois',
    [{ montant: 1700 }],
    [
      'Projets!A2 dossier.doublon',
      'Projets!A3 dossier.doublon',
      'Projets!A3 cloture.trop-verse-regulier',
      'Versements!E2 acomptes.n-superieurs',
    ],
    {},
    { projets: [projet({}), projet({ ...BAISSE, action: 'Clas des Tilleuls' })] },
  ),
];
