/** Les bonus : demandés, et versés l’année d’avant. */
import { jour, projet, type Ligne, type Reglages } from '../fabrique';
import { SANS_BONUS, p, verses, type Situation } from '../situation';

/** Une campagne 2022-2023 avec son barème, distinct de celui de 2021. */
const EN_2022: Reglages = {
  parametres: { 'Année scolaire': '2022-2023' },
  bareme: [[2022, 0.325, 7885, 2563, 310, 310, 'Cnaf']],
  au: '2022-12-01',
};
const PROJET_2022: Ligne = {
  bonusEnfants: 0,
  bonusParents: 0,
  autresRecettes: 12150,
  dateAgrement: jour('2022-10-12'),
  debutConvention: jour('2022-09-01'),
  finConvention: jour('2023-08-31'),
};

export const BORDS_BONUS: readonly Situation[] = [
  p('bonus parents seul, sans projet', { bonusEnfants: 0, autresRecettes: 11850, projetBonus: null }, [
    'Projets!Z2 bonus.sans-projet — Projet bonus non validé pour le bonus « parents ». Renseigner « Projet bonus validé », ou retirer le bonus.',
  ]),
  p('bonus enfants seul, sans projet', { bonusParents: 0, autresRecettes: 11850, projetBonus: null }, [
    'Projets!Z2 bonus.sans-projet — Projet bonus non validé pour le bonus « enfants ». Renseigner « Projet bonus validé », ou retirer le bonus.',
  ]),
  p(
    'bonus parents seul, sans la colonne du projet',
    { bonusEnfants: 0, autresRecettes: 11850 },
    ['Projets!Y2 bonus.sans-projet'],
    { sans: ['projetBonus'] },
  ),
  p('validation du projet illisible', { projetBonus: 'à voir' }, ['Projets!Z2 cellule.valeur-illisible']),
  p('aucun bonus, aucun projet', { ...SANS_BONUS, projetBonus: null }, []),
  p(
    'tous les collectifs en bonus enfants, un seul en parents',
    { bonusEnfants: 3, autresRecettes: 10950 },
    [],
  ),
  p(
    'tous les collectifs en bonus parents, un seul en enfants',
    { bonusParents: 3, autresRecettes: 10950 },
    [],
  ),
  p('plus de bonus parents que de collectifs', { bonusParents: 4, autresRecettes: 10650 }, [
    'Projets!Y2 bonus.superieur-aux-collectifs — 4 bonus « parents » pour 3 collectifs agréés. Ramener au nombre de collectifs agréés.',
  ]),
  p('des bonus pour un nombre de collectifs illisible', { collectifsAgrees: 'trois' }, [
    'Projets!K2 cellule.nombre-illisible',
  ]),
  p(
    'les deux bonus avant 2021',
    {
      bonusEnfants: 1,
      bonusParents: 1,
      autresRecettes: 12150,
      debutConvention: jour('2020-09-01'),
      finConvention: jour('2021-08-31'),
      dateAgrement: jour('2020-10-12'),
    },
    ['Projets!X2 bonus.avant-2021', 'Projets!Y2 bonus.avant-2021'],
    {
      parametres: { 'Année scolaire': '2020/2021' },
      bareme: [[2020, 0.325, 7885, 2563, 0, 0, 'Cnaf']],
      au: '2020-12-01',
    },
  ),
  verses(
    'bonus versé à un dossier de l’année en cours',
    [
      { dossier: 'p 1', bonusEnfants: 1, montant: 300 },
      { dossier: 'P–1', bonusEnfants: 1, montant: 300 },
    ],
    [
      "'Bonus versés'!E2 bonus.verse-avant-2021 — Bonus versés au titre de 2020-2021 : les bonus n’existent qu’à compter de l’année scolaire 2021-2022. Vérifier l’année scolaire, ou vider « Bonus versés ».",
      "'Bonus versés'!A3 bonus.verse-annee-en-cours — Dossier P–1 de 2021-2022 cité dans « Bonus versés », qui porte l’année précédente. Vérifier le numéro.",
    ],
  ),
  verses(
    'bonus versé exact',
    [{ dossier: 'A', bonusEnfants: 2, bonusParents: 1, montant: 900 }],
    ["'Bonus versés'!E2 bonus.verse-avant-2021"],
  ),
  verses(
    'bonus versé inexact, les deux genres',
    [{ dossier: 'A', bonusEnfants: 2, bonusParents: 1, montant: 899.99 }],
    [
      "'Bonus versés'!E2 bonus.montant-inexact — Montant bonus 899,99 € : 900,00 € attendus (3 × 300,00 €). Corriger le montant ou le nombre ; si c’est bien ce qui a été versé, joindre le classeur précédent, dont le journal en fait foi.",
      "'Bonus versés'!E2 bonus.verse-avant-2021",
    ],
  ),
  verses(
    'bonus versé inexact, parents seuls',
    [{ dossier: 'A', bonusParents: 1, montant: 600 }],
    [
      "'Bonus versés'!E2 bonus.montant-inexact — Montant bonus 600,00 € : 300,00 € attendus (1 × 300,00 €). Corriger le montant ou le nombre ; si c’est bien ce qui a été versé, joindre le classeur précédent, dont le journal en fait foi.",
      "'Bonus versés'!E2 bonus.verse-avant-2021",
    ],
  ),
  verses(
    'bonus versé inexact, enfants seuls',
    [{ dossier: 'A', bonusEnfants: 1, montant: 600 }],
    [
      "'Bonus versés'!E2 bonus.montant-inexact — Montant bonus 600,00 € : 300,00 € attendus (1 × 300,00 €). Corriger le montant ou le nombre ; si c’est bien ce qui a été versé, joindre le classeur précédent, dont le journal en fait foi.",
      "'Bonus versés'!E2 bonus.verse-avant-2021",
    ],
  ),
  verses(
    'bonus versé sans aucun nombre : rien à comparer',
    [{ dossier: 'A', montant: 500 }],
    ["'Bonus versés'!E2 bonus.verse-avant-2021"],
  ),
  verses(
    'bonus versé sans dossier',
    [{ bonusEnfants: 1, montant: 300 }],
    [
      "'Bonus versés'!A2 dossier.absent — Numéro de dossier manquant. Le saisir, ou vider la ligne.",
      "'Bonus versés'!E2 bonus.verse-avant-2021",
    ],
  ),
  verses(
    'bonus versé sans montant : inconnu n’est pas zéro',
    [{ dossier: 'A', bonusEnfants: 1 }],
    [
      "'Bonus versés'!E2 versement.non-compte — Versement non compté : montant versé absent. Corriger la cellule.",
    ],
  ),
  verses(
    'bonus versé illisible',
    [{ dossier: { illisible: '#N/A' }, bonusEnfants: 1, montant: 'x' }],
    ["'Bonus versés'!A2 cellule.valeur-illisible", "'Bonus versés'!E2 cellule.nombre-illisible"],
  ),
  verses(
    'le bonus versé pour 2021-2022 se compte au barème de 2021',
    [
      { dossier: 'A', bonusEnfants: 1, montant: 300 },
      { dossier: 'B', bonusEnfants: 1, montant: 310 },
    ],
    [
      "'Bonus versés'!E3 bonus.montant-inexact — Montant bonus 310,00 € : 300,00 € attendus (1 × 300,00 €). Corriger le montant ou le nombre ; si c’est bien ce qui a été versé, joindre le classeur précédent, dont le journal en fait foi.",
    ],
    { ...EN_2022, projets: [projet(PROJET_2022)] },
  ),
  verses(
    'le bonus versé se compte à la ligne de N-1 du barème du classeur, chaque genre à son montant',
    [
      { dossier: 'A', bonusEnfants: 2, bonusParents: 1, montant: 910 },
      { dossier: 'B', bonusEnfants: 2, bonusParents: 1, montant: 930 },
    ],
    [
      "'Bonus versés'!E3 bonus.montant-inexact — Montant bonus 930,00 € : 910,00 € attendus (2 × 310,00 € + 1 × 290,00 €). Corriger le montant ou le nombre ; si c’est bien ce qui a été versé, joindre le classeur précédent, dont le journal en fait foi.",
    ],
    {
      ...EN_2022,
      parametres: { 'Année scolaire': '2023-2024' },
      bareme: [
        [2022, 0.325, 7885, 2563, 310, 290, 'Cnaf'],
        [2023, 0.325, 7885, 2563, 320, 320, 'Cnaf'],
      ],
      projets: [],
    },
  ),
  verses(
    'le bonus versé ne se compare pas au barème d’une autre année que la sienne',
    [{ dossier: 'A', bonusEnfants: 1, montant: 300 }],
    [],
    {
      parametres: { 'Année scolaire': '2023-2024' },
      bareme: [[2023, 0.325, 7885, 2563, 320, 320, 'Cnaf']],
      projets: [],
    },
  ),
  verses(
    'le bonus versé sans aucun barème ne se compare pas',
    [{ dossier: 'A', bonusEnfants: 1, montant: 310 }],
    ['Paramètres bareme.absent', 'Projets!AF2 convention.ne-couvre-pas'],
    { bareme: [], parametres: { 'Année scolaire': '2030-2031' } },
  ),
  verses(
    'le bonus versé sans barème d’un genre ne se compare pas',
    [{ dossier: 'A', bonusEnfants: 1, montant: 310 }],
    [
      'Paramètres!D2 bareme.bonus-absent',
      'Paramètres!D2 bareme.modifie',
      "'Bonus versés'!E2 bonus.verse-avant-2021",
    ],
    { bareme: [[2021, 0.325, 7885, 2563, 300, null, 'Cnaf']] },
  ),
];
