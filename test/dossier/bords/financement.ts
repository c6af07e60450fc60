/** Les 80 % et l’équilibre du budget, au centime. */
import { SANS_BONUS, p, type Situation } from '../situation';

export const BORDS_FINANCEMENT: readonly Situation[] = [
  p('un projet refusé n’a ni 80 % ni budget', { agrement: 'refusé', ...SANS_BONUS, fondsLocaux: 17000 }, []),
  p(
    '80 % du compte de résultat',
    { coutReel: 18000, collectifsReels: 3, fondsLocaux: 7950, autresRecettes: 3600 },
    [
      'Projets!T2 financement.proche-80 — Financements branche Famille à 80 % du coût, pour 80 % au plus. Rien à corriger.',
    ],
  ),
  p(
    'un centime au-delà, avec les autres financements de la branche',
    {
      coutReel: 18000,
      collectifsReels: 3,
      fondsLocaux: 7000,
      autresBrancheFamille: 950.01,
      autresRecettes: 3599.99,
    },
    [
      'Projets!V2 financement.double — Financement « Autres financements branche Famille » de 950,01 € sur la même action : risque de double financement. Vérifier son objet.',
      'Projets!T2 financement.depassement-80 — Financements branche Famille 14 400,01 € = 80 % du coût : plafond de 80 % dépassé de 0,01 €. Réduire ; ordre proposé (interprétation) : fonds locaux, autres financements de la branche Famille, bonus.',
    ],
  ),
  p(
    'un centime au-delà, par les seuls fonds locaux',
    { ...SANS_BONUS, fondsLocaux: 8550.01, autresBrancheFamille: null, autresRecettes: 3599.99 },
    [
      'Projets!S2 financement.depassement-80 — Financements branche Famille 14 400,01 € = 80 % du coût : plafond de 80 % dépassé de 0,01 €. Réduire ; ordre proposé (interprétation) : fonds locaux.',
    ],
  ),
  p(
    'un centime au-delà, par les seuls autres financements de la branche',
    { ...SANS_BONUS, fondsLocaux: null, autresBrancheFamille: 8550.01, autresRecettes: 3599.99 },
    [
      'Projets!V2 financement.double',
      'Projets!S2 financement.depassement-80 — Financements branche Famille 14 400,01 € = 80 % du coût : plafond de 80 % dépassé de 0,01 €. Réduire ; ordre proposé (interprétation) : autres financements de la branche Famille.',
    ],
  ),
  p(
    'un compte de résultat nul : le budget sert de référence',
    { coutReel: 0, fondsLocaux: 7950, autresRecettes: 3600 },
    [
      'Projets!L2 ps.collectifs-reels-absents',
      'Projets!T2 cloture.ecart-charge-a-payer',
      'Projets!T2 ps.cout-reel-nul',
      'Projets!X2 bonus.sans-ps-reelle',
    ],
  ),
  p('autres recettes vides : aucun cofinanceur', { autresRecettes: null }, [
    'Projets!W2 financement.sans-cofinanceur',
  ]),
  p('autres recettes illisibles', { autresRecettes: 'x' }, ['Projets!W2 cellule.nombre-illisible']),
  p('autres recettes sans colonne', {}, [], { sans: ['autresRecettes'] }),
  p('des recettes trop hautes sans cofinanceur', { fondsLocaux: 11550.01, autresRecettes: 0 }, [
    'Projets!S2 financement.depassement-80',
    'Projets!W2 financement.recettes-superieures — Recettes 18 000,01 € supérieures au coût 18 000,00 € : excédent à expliquer.',
  ]),
  p(
    'les autres financements de la branche sont des recettes',
    { autresBrancheFamille: 250, autresRecettes: 11299.99 },
    [
      'Projets!V2 financement.double',
      'Projets!W2 financement.budget-desequilibre — Budget non équilibré (il manque 0,01 € de recettes). Compléter le plan de financement.',
    ],
  ),
  p('un financement nul de la branche', { autresBrancheFamille: null }, []),
  p(
    'sans montant de bonus, un projet sans bonus a son budget',
    { ...SANS_BONUS, autresRecettes: 12149.99 },
    [
      'Paramètres!D2 bareme.bonus-absent',
      'Paramètres!D2 bareme.modifie',
      'Projets!W2 financement.budget-desequilibre',
    ],
    { bareme: [[2021, 0.325, 7885, 2563, null, null, 'Cnaf']] },
  ),
  p(
    'sans montant de bonus, un projet avec bonus n’en a pas',
    { autresRecettes: 1 },
    ['Paramètres!D2 bareme.bonus-absent', 'Paramètres!D2 bareme.modifie'],
    { bareme: [[2021, 0.325, 7885, 2563, null, null, 'Cnaf']] },
  ),
  p('une Ps nulle ne fait pas un budget', { collectifsAgrees: 0, ...SANS_BONUS, autresRecettes: 1 }, [
    'Projets!K2 projet.aucun-collectif',
  ]),
  p('un bonus illisible : le budget ne se juge pas', { bonusEnfants: 'x', autresRecettes: 11_000 }, [
    'Projets!X2 cellule.nombre-illisible',
  ]),
];
