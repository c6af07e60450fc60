/** Le projet : effectif, collectifs, axes, agrément, convention, unité du coût. */
import { jour } from '../fabrique';
import { SANS_BONUS, G1, G2, G3, p, trois, v, type Situation } from '../situation';

export const BORDS_PROJETS: readonly Situation[] = [
  p('36 enfants pour 3 collectifs', { enfants: 36 }, []),
  p('14 enfants en milieu rural', { enfants: 14, rural: 'oui' }, [
    'Projets!M2 projet.effectif-incompatible — 14 enfants pour 3 collectifs : entre 15 et 36 attendus. Vérifier l’effectif simultané.',
  ]),
  trois(
    'un collectif rural abaisse l’effectif du projet',
    [G1, { rural: 'oui' }, G3],
    ['Projets!M2 collectif.detail-different'],
    { enfants: 15 },
  ),
  trois(
    'un enfant en situation de handicap aussi',
    [G1, G2, { handicap: 'oui' }],
    ['Projets!M2 collectif.detail-different'],
    { enfants: 15 },
  ),
  trois(
    'des collectifs ordinaires, non',
    [G1, G2, G3],
    [
      'Projets!M2 collectif.detail-different',
      'Projets!M2 projet.effectif-incompatible — 15 enfants pour 3 collectifs : entre 24 et 36 attendus. Vérifier l’effectif simultané.',
    ],
    { enfants: 15 },
  ),
  p(
    'aucun collectif, des enfants',
    { collectifsAgrees: 0, enfants: 10, coutPrevisionnel: null, ...SANS_BONUS },
    ['Projets!S2 cloture.sans-budget'],
  ),
  p('aucun collectif, un bonus', { collectifsAgrees: 0, coutPrevisionnel: null }, [
    'Projets!K2 projet.aucun-collectif — Aucun collectif retenu pour un bonus : Ps et bonus non calculables. Saisir leur nombre ; si aucun n’est agréé, l’agrément « refusé » ; si aucun n’a fonctionné, 0 au coût réel.',
    'Projets!S2 cloture.sans-budget',
  ]),
  p(
    'un compte de résultat sans collectif agréé',
    { collectifsAgrees: 0, coutPrevisionnel: null, coutReel: 18000, ...SANS_BONUS },
    [
      'Projets!K2 projet.aucun-collectif',
      'Projets!L2 ps.collectifs-reels-absents',
      'Projets!S2 cloture.sans-budget',
    ],
  ),
  p(
    'le budget se mesure aux collectifs agréés, non aux réels',
    { ...SANS_BONUS, coutPrevisionnel: 150000, autresRecettes: 142311, collectifsReels: 1, enfants: 10 },
    ['Projets!S2 ps.plafond-applique'],
  ),
  p(
    'aucun collectif agréé, un coût réel nul : le budget attend son nombre',
    { collectifsAgrees: 0, coutReel: 0, ...SANS_BONUS },
    [
      'Projets!K2 projet.aucun-collectif',
      'Projets!L2 ps.collectifs-reels-absents',
      'Projets!T2 ps.cout-reel-nul',
    ],
  ),
  trois(
    'des bonus détaillés, que Projets ne compte pas',
    [
      { bonusEnfants: 'oui', bonusParents: 'oui' },
      { bonusEnfants: 'oui', bonusParents: 'non' },
      { bonusEnfants: 'non', bonusParents: 'non' },
    ],
    [
      'Projets!X2 collectif.detail-different — Bonus enfants : 2 au total des collectifs, 0 dans Projets. Corriger l’un ou l’autre.',
    ],
    { bonusEnfants: null, autresRecettes: 11850 },
  ),
  trois(
    'des bonus détaillés, leur nombre illisible dans Projets',
    [{ bonusEnfants: 'oui' }, { bonusEnfants: 'oui' }, { bonusEnfants: 'non' }],
    ['Projets!X2 cellule.nombre-illisible'],
    { bonusEnfants: 'deux' },
  ),
  trois(
    'des collectifs sans bonus, Projets n’en dit rien',
    [{ bonusEnfants: 'non' }, { bonusEnfants: 'non' }, { bonusEnfants: 'non' }],
    [],
    { bonusEnfants: null, autresRecettes: 11850 },
  ),
  trois('un effectif vide ne se compare pas', [G1, G2, G3], ['Projets!M2 cellule.non-renseignee'], {
    enfants: null,
  }),
  p('aucun collectif réel, un coût réel', { collectifsReels: 0, coutReel: 9000 }, [
    'Projets!L2 projet.aucun-collectif — Aucun collectif retenu pour un coût : Ps et bonus non calculables. Saisir leur nombre ; si aucun n’est agréé, l’agrément « refusé » ; si aucun n’a fonctionné, 0 au coût réel.',
    'Projets!T2 cloture.ecart-charge-a-payer — Charge à payer 2 340,00 €, liquidé 0,00 € : écart −2 340,00 € à régulariser.',
    'Projets!T2 ps.ecart-budget — Écart de −50 % entre budget et compte de résultat. Demander une explication.',
  ]),
  p('aucun collectif réel, le coût du seul budget', { collectifsReels: 0, ...SANS_BONUS }, []),
  p('autant de collectifs que d’agréés', { collectifsReels: 3, collectifsControles: 3 }, []),
  p('plus de collectifs contrôlés que d’agréés', { collectifsControles: 4 }, [
    'Projets!AD2 projet.collectifs-superieurs-agrement — 4 collectifs retenus pour 3 agréés. Ramener au nombre agréé, ou faire compléter l’agrément.',
  ]),
  ...(
    [
      ['axeEnfants', 'N', 'Axe enfants'],
      ['axeParents', 'O', 'Axe parents'],
      ['axeTerritoire', 'Q', 'Axe territoire'],
    ] as const
  ).map(([cle, colonne, entete]) =>
    p(`${entete} : non`, { [cle]: 'non' }, [
      `Projets!${colonne}2 projet.axe-non-couvert — « ${entete} » non couvert : les quatre axes sont cumulatifs. Faire compléter le projet.`,
    ]),
  ),
  p('agrément sans colonne', {}, ['Projets!1 colonne.absente'], { sans: ['agrement'] }),
  p('en attente, acompte N+1 seul', { agrement: 'en attente', ...SANS_BONUS, acomptesN1: 100 }, [
    'Projets!I2 agrement.absent — Agrément du comité départemental absent : aucun versement possible. Saisir la décision du comité.',
  ]),
  p('en attente, acompte nul', { agrement: 'en attente', ...SANS_BONUS, acomptesN: 0 }, []),
  v(
    'en attente, versement et bonus',
    [{}],
    [
      'Projets!I2 agrement.absent — Agrément du comité départemental absent : aucun versement possible. Saisir la décision du comité.',
      'Projets!X2 bonus.demande',
      'Projets!Y2 bonus.demande',
    ],
    { agrement: 'en attente' },
  ),
  v('en attente, versement nul', [{ montant: 0 }], [], { agrement: 'en attente', ...SANS_BONUS }),
  v('le journal prévaut sur la colonne des acomptes', [{ montant: 0 }], [], {
    agrement: 'en attente',
    ...SANS_BONUS,
    acomptesN: 100,
  }),
  v(
    'refusé, versement et bonus',
    [{}],
    [
      'Projets!I2 agrement.refuse — Agrément refusé, dossier payé : 1 000,00 € à recouvrer. Saisir le recouvrement (indu), ou corriger l’avis.',
      'Projets!X2 agrement.refuse-bonus',
    ],
    { agrement: 'refusé' },
  ),
  v(
    'refusé, versement seul',
    [{ montant: 0 }, {}],
    [
      'Projets!I2 agrement.refuse — Agrément refusé, dossier payé : 1 000,00 € à recouvrer. Saisir le recouvrement (indu), ou corriger l’avis.',
    ],
    { agrement: 'refusé', ...SANS_BONUS },
  ),
  p(
    'un projet refusé n’est pas examiné plus loin',
    { agrement: 'refusé', ...SANS_BONUS, enfants: 99, axeEcole: 'non' },
    [],
  ),
  p('fin de convention absente', { finConvention: null }, ['Projets!AF2 convention.absente']),
  p('dates de convention illisibles', { debutConvention: 'septembre', finConvention: 'août' }, [
    'Projets!AE2 cellule.date-illisible',
    'Projets!AF2 cellule.date-illisible',
  ]),
  p('début de convention illisible, fin absente', { debutConvention: 'septembre', finConvention: null }, [
    'Projets!AE2 cellule.date-illisible',
  ]),
  p('fin de convention illisible, début absent', { debutConvention: null, finConvention: 'août' }, [
    'Projets!AF2 cellule.date-illisible',
  ]),
  p(
    'convention absente d’un projet en attente',
    { agrement: 'en attente', ...SANS_BONUS, finConvention: null },
    [],
  ),
  p(
    'un centre social a la durée de son agrément',
    { typeGestionnaire: 'centre social', finConvention: jour('2026-08-31') },
    [],
  ),
  p('convention sans colonne de début', {}, [], {
    sans: ['debutConvention'],
  }),
  p('convention sans colonne de fin', {}, [], {
    sans: ['finConvention'],
  }),
  p('convention de six ans pleins', { finConvention: jour('2027-08-31') }, [
    'Projets!AF2 convention.trop-longue — Convention de 6 ans : 4 ans au maximum, hors centre social. Vérifier les dates.',
  ]),
  p('convention de quatre ans et demi', { finConvention: jour('2026-02-28') }, [
    'Projets!AF2 convention.trop-longue — Convention de 4 ans et 181 jours : 4 ans au maximum, hors centre social. Vérifier les dates.',
  ]),
  p(
    'convention du 30 septembre au 30 juin',
    { debutConvention: jour('2021-09-30'), finConvention: jour('2022-06-30') },
    [],
  ),
  p('convention du 1er octobre', { debutConvention: jour('2021-10-01') }, [
    'Projets!AF2 convention.ne-couvre-pas — La convention (01/10/2021–31/08/2022) n’inclut pas l’année scolaire 2021-2022. Vérifier les dates.',
  ]),
  p('convention jusqu’au 29 juin', { finConvention: jour('2022-06-29') }, [
    'Projets!AF2 convention.ne-couvre-pas — La convention (01/09/2021–29/06/2022) n’inclut pas l’année scolaire 2021-2022. Vérifier les dates.',
  ]),
  p('100 € par collectif', { coutPrevisionnel: 300, ...SANS_BONUS, autresRecettes: 202.5 }, []),
  p('99,99 € par collectif', { coutPrevisionnel: 299.97, ...SANS_BONUS, autresRecettes: 202.48 }, [
    'Projets!S2 projet.cout-unitaire-suspect — Coût par collectif de 99,99 € : vérifier l’unité (€, k€, centimes).',
  ]),
  p('100 000 € par collectif', { coutPrevisionnel: 300000, ...SANS_BONUS, autresRecettes: 292311 }, [
    'Projets!S2 ps.plafond-applique — Prix de revient par collectif 100 000,00 €, au moins égal au plafond 7 885,00 € : plafond appliqué. Rien à corriger.',
  ]),
  p('100 000,01 € par collectif', { coutPrevisionnel: 300000.03, ...SANS_BONUS, autresRecettes: 292311.03 }, [
    'Projets!S2 projet.cout-unitaire-suspect — Coût par collectif de 100 000,01 € : vérifier l’unité (€, k€, centimes).',
    'Projets!S2 ps.plafond-applique',
  ]),
  p('coût réel en k€, sur les collectifs réels', { coutReel: 18, collectifsReels: 2, enfants: 20 }, [
    'Projets!T2 projet.cout-unitaire-suspect — Coût par collectif de 9,00 € : vérifier l’unité (€, k€, centimes).',
    'Projets!T2 cloture.ecart-charge-a-payer — Charge à payer 2 340,00 €, liquidé 2,34 € : écart −2 337,66 € à régulariser.',
    'Projets!T2 financement.depassement-80 — Financements branche Famille 605,85 € = 3365,83 % du coût : plafond de 80 % dépassé de 591,45 €. Réduire ; ordre proposé (interprétation) : bonus.',
    'Projets!T2 ps.ecart-budget — Écart de −99,9 % entre budget et compte de résultat. Demander une explication.',
  ]),
];
