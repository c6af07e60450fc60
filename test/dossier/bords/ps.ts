/** La Ps : coûts, plafond, écarts, montants saisis. */
import { collectif } from '../fabrique';
import { SANS_BONUS, p, trois, type Situation } from '../situation';

export const BORDS_PS: readonly Situation[] = [
  p(
    'un projet refusé n’a pas de coût à saisir',
    { agrement: 'refusé', ...SANS_BONUS, coutPrevisionnel: null },
    [],
  ),
  p('budget nul', { coutPrevisionnel: 0, ...SANS_BONUS }, [
    'Projets!S2 ps.cout-previsionnel-absent — Coût prévisionnel absent : Ps prévisionnelle non calculée. Saisir le budget.',
  ]),
  p('budget vide, aucun collectif', { coutPrevisionnel: null, collectifsAgrees: 0, ...SANS_BONUS }, [
    'Projets!S2 cloture.sans-budget',
  ]),
  p('compte de résultat nul, en cours d’année', { coutReel: 0, collectifsReels: 3 }, [
    'Projets!T2 cloture.ecart-charge-a-payer',
    'Projets!T2 ps.cout-reel-nul',
    'Projets!X2 bonus.sans-ps-reelle',
  ]),
  p(
    'compte de résultat nul d’un projet en attente',
    { coutReel: 0, collectifsReels: 3, agrement: 'en attente', ...SANS_BONUS },
    [],
  ),
  p('compte de résultat attendu, aucun collectif réel', { collectifsReels: 0, ...SANS_BONUS }, [], {
    au: '2022-07-01',
  }),
  p('collectifs réels illisibles', { coutReel: 18000, collectifsReels: 'x' }, [
    'Projets!L2 cellule.nombre-illisible',
  ]),
  p('bonus enfants sans coût', { coutPrevisionnel: 0, bonusParents: null }, [
    'Projets!S2 ps.cout-previsionnel-absent',
    'Projets!X2 bonus.sans-ps',
  ]),
  p('compte de résultat sans aucun nombre de collectifs', { collectifsAgrees: null, coutReel: 18000 }, [
    'Projets!K2 projet.aucun-collectif',
  ]),
  p('bonus parents sans coût', { coutPrevisionnel: 0, bonusEnfants: 0 }, [
    'Projets!S2 ps.cout-previsionnel-absent',
    'Projets!Y2 bonus.sans-ps — Bonus sans prestation de service Clas : le bonus complète la Ps. Saisir le coût, ou corriger le nombre de bonus accordés.',
  ]),
  p(
    'bonus avec le seul compte de résultat',
    { coutPrevisionnel: null, coutReel: 18000, collectifsReels: 3 },
    ['Projets!S2 cloture.sans-budget', 'Projets!S2 ps.cout-previsionnel-absent'],
  ),
  p('une erreur d’Excel se cite comme l’agent la voit', { coutPrevisionnel: { illisible: '#VALUE!' } }, [
    'Projets!S2 cellule.nombre-illisible — Valeur « #VALEUR! » illisible dans la colonne Coût prévisionnel : saisir un nombre.',
  ]),
  p('une erreur qui n’en est pas une', { coutPrevisionnel: { illisible: 'constructor' } }, [
    'Projets!S2 cellule.nombre-illisible — Valeur « constructor » illisible dans la colonne Coût prévisionnel : saisir un nombre.',
  ]),
  p('bonus sans coût lisible', { coutPrevisionnel: 'x' }, ['Projets!S2 cellule.nombre-illisible']),
  p('réel 20 % plus bas', { coutReel: 14400, collectifsReels: 3 }, [
    'Projets!T2 cloture.ecart-charge-a-payer',
  ]),
  p('réel plus de 20 % plus bas', { coutReel: 14399.99, collectifsReels: 3 }, [
    'Projets!T2 cloture.ecart-charge-a-payer — Charge à payer 2 340,00 €, liquidé 1 872,00 € : écart −468,00 € à régulariser.',
    'Projets!T2 ps.ecart-budget — Écart de −20 % entre budget et compte de résultat. Demander une explication.',
  ]),
  p(
    'compte de résultat au plafond',
    { coutPrevisionnel: 23654.99, autresRecettes: 15367.12, coutReel: 23655, collectifsReels: 3 },
    [
      'Projets!T2 cloture.ecart-charge-a-payer — Charge à payer 3 075,15 €, liquidé 3 075,60 € : écart 0,45 € à régulariser.',
      'Projets!T2 ps.plafond-applique — Prix de revient par collectif 7 885,00 €, au moins égal au plafond 7 885,00 € : plafond appliqué. Rien à corriger.',
    ],
  ),
  p('montant accordé égal au droit, formule intacte', { montantAccorde: 5850, psSaisie: 5850 }, []),
  p('montant accordé sous le droit', { montantAccorde: 5000 }, []),
  p('formule écrasée par un montant plus haut', { psSaisie: 5850.01 }, [
    'Projets!AH2 ps.montant-saisi-different — Montant saisi 5 850,01 € différent du montant recalculé 5 850,00 € (écart 0,01 €). Rétablir la formule ou corriger.',
  ]),
  p(
    'montants saisis sans droit connu',
    { coutPrevisionnel: null, ...SANS_BONUS, montantAccorde: 10, psSaisie: 10 },
    ['Projets!S2 cloture.sans-budget', 'Projets!S2 ps.cout-previsionnel-absent'],
  ),
  trois('coûts propres égaux : rien à dire', [{ cout: 6000 }, { cout: 6000 }, { cout: 6000 }], []),
  trois('un coût propre manque', [{ cout: 14000 }, { cout: 2000 }, { cout: null }], []),
  {
    titre: 'trois coûts propres pour quatre lignes : rien à comparer',
    reglages: {
      collectifs: [14000, 2000, 2000, null].map((cout, i) =>
        collectif({ collectif: `Groupe ${i + 1}`, cout }),
      ),
    },
    rapport: ['Projets!K2 collectif.detail-incomplet'],
  },
  trois(
    'coûts propres d’un projet sans coût',
    [{ cout: 14000 }, { cout: 2000 }, { cout: 2000 }],
    ['Projets!S2 cloture.sans-budget', 'Projets!S2 ps.cout-previsionnel-absent'],
    { coutPrevisionnel: null, ...SANS_BONUS },
  ),
  trois(
    'coûts propres d’une année sans barème',
    [{ cout: 14000 }, { cout: 2000 }, { cout: 2000 }],
    [
      'Paramètres bareme.absent',
      'Projets!AF2 convention.ne-couvre-pas',
      'Collectifs!L2 collectif.dates-hors-annee',
      'Collectifs!L3 collectif.dates-hors-annee',
      'Collectifs!L4 collectif.dates-hors-annee',
    ],
    {},
    { bareme: [], parametres: { 'Année scolaire': '2030-2031' } },
  ),
  trois(
    'un collectif de moins que d’agréés',
    [{ cout: 14000 }, { cout: 2000 }, { cout: 2000 }],
    ['Projets!K2 collectif.detail-incomplet'],
    { collectifsAgrees: 4, enfants: 40 },
  ),
  trois(
    'coûts propres qui font le compte de résultat : comparés à la Ps réelle',
    [{ cout: 14000 }, { cout: 2000 }, { cout: 2000 }],
    [
      'Projets!S2 ps.par-collectif-different — Calcul par collectif 3 863,00 €, sur la moyenne 5 850,00 € : la moyenne est retenue. Rien à corriger.',
      'Projets!T2 cloture.ecart-charge-a-payer — Charge à payer 2 047,50 €, liquidé 2 340,00 € : écart 292,50 € à régulariser.',
    ],
    { coutPrevisionnel: 15750, autresRecettes: 10031.25, coutReel: 18000, collectifsReels: 3 },
  ),
  trois(
    'coûts propres du budget : comparés à la Ps prévisionnelle',
    [{ cout: 14000 }, { cout: 2000 }, { cout: 2000 }],
    [
      'Projets!S2 ps.par-collectif-different — Calcul par collectif 3 863,00 €, sur la moyenne 5 850,00 € : la moyenne est retenue. Rien à corriger.',
      'Projets!T2 cloture.ecart-charge-a-payer',
    ],
    { coutReel: 16000, collectifsReels: 3 },
  ),
  trois(
    'au centime, le plafond d’un collectif ne s’arrondit pas à l’euro',
    [{ cout: 14000 }, { cout: 2000 }, { cout: 2000 }],
    [
      'Projets!S2 ps.par-collectif-different — Calcul par collectif 3 862,63 €, sur la moyenne 5 850,00 € : la moyenne est retenue. Rien à corriger.',
    ],
    {},
    { parametres: { 'Arrondi Ps': 'centime' } },
  ),
];
