/** Le journal des versements, et les lignes rattachées à leur projet. */
import { collectif, jour, projet, versement } from '../fabrique';
import { SANS_BONUS, G2, G3, v, type Situation } from '../situation';

export const BORDS_VERSEMENTS: readonly Situation[] = [
  v('versement sans nature ni date', [{ nature: null, date: null }], ['Versements!B2 versement.non-compte']),
  v('versement sans montant', [{ montant: null }], ['Versements!E2 versement.non-compte']),
  v(
    'versement sans gestion',
    [{ gestion: null }],
    [
      'Versements!C2 versement.incomplet — Versement incomplet : gestion absente. La gestion est déduite de la date. Compléter la ligne.',
    ],
  ),
  v(
    'versement sans gestion ni date',
    [{ gestion: null, date: null }],
    ['Versements!C2 versement.non-compte — Versement non compté : ni gestion ni date. Corriger la cellule.'],
  ),
  v('sans colonne des montants', [{}], ['Versements!1 colonne.absente'], {}, { sansVersements: ['montant'] }),
  v('sans colonne des dates', [{}], ['Versements!2 versement.incomplet'], {}, { sansVersements: ['date'] }),
  v(
    'gestion illisible : la date ne la remplace pas',
    [{ gestion: { illisible: '#N/A' } }],
    ['Versements!C2 versement.non-compte'],
  ),
  v(
    'les versements d’une autre campagne, d’un dossier inconnu ou non : écartés, dits une fois',
    [
      { anneeScolaire: '2021-2022' },
      { anneeScolaire: '2020-2021' },
      { dossier: 'Q-9', anneeScolaire: '2022-2023', gestion: '2022' },
    ],
    [
      'Versements!3 ligne.autre-annee — Lignes 3 à 4 non comptées : la campagne est celle d’une autre année. Rien à faire si c’est le cas ; sinon, corriger la campagne (2021-2022).',
    ],
  ),
  v(
    'une campagne illisible : le versement peut être d’une autre année',
    [{ anneeScolaire: '2021-2022' }, { anneeScolaire: '2021-2022' }, { anneeScolaire: '?', montant: 700 }],
    [
      'Versements!E3 versement.en-double',
      'Versements!G4 versement.non-compte — Versement non compté : campagne « ? » illisible. Corriger la cellule.',
    ],
  ),
  v('date illisible : une seule anomalie', [{ date: 'novembre' }], ['Versements!D2 cellule.date-illisible']),
  v(
    'un solde de gestion N+1 se date quand il se paie',
    [{ nature: 'solde', gestion: 'N+1', date: jour('2021-12-31') }],
    ['Versements!D2 versement.acompte-n1-en-n'],
  ),
  v('un solde de gestion N se paie en N+1', [{ nature: 'solde', date: jour('2022-01-01') }], []),
  v('acompte N du 31 décembre', [{ date: jour('2021-12-31') }], []),
  v('acompte N+1 sans date', [{ gestion: 'N+1', date: null }], ['Versements!D2 versement.incomplet']),
  v('versement le jour de l’agrément', [{ date: jour('2021-10-12') }], []),
  v('versement sans date d’agrément', [{ date: jour('2021-09-12') }], [], { dateAgrement: null }),
  v(
    'c’est le premier versement qui compte, dans l’ordre des dates',
    [{ date: jour('2021-10-11') }, { montant: 10, date: jour('2021-10-01') }, { montant: 10, date: null }],
    [
      'Versements!D4 versement.incomplet',
      'Versements!D3 agrement.posterieur-au-versement — Versement du 01/10/2021 antérieur à l’agrément du 12/10/2021. Vérifier les deux dates.',
    ],
  ),
  v(
    'sans date, un versement n’est d’aucun jour, fût-il le premier de la feuille',
    [{ date: null }, { montant: 10, date: jour('2021-10-01') }],
    ['Versements!D2 versement.incomplet', 'Versements!D3 agrement.posterieur-au-versement'],
  ),
  v(
    'des acomptes illisibles à côté du journal',
    [{ nature: 'solde', date: jour('2022-06-20'), montant: 10 }],
    ['Projets!AA2 cellule.nombre-illisible'],
    { acomptesN: 'à voir' },
  ),
  v(
    'deux versements le même jour : le premier de la feuille',
    [
      { montant: 10, date: jour('2021-10-01') },
      { montant: 10, date: jour('2021-10-01') },
    ],
    ['Versements!E3 versement.en-double', 'Versements!D2 agrement.posterieur-au-versement'],
  ),
  v(
    'sans agrément, un versement n’est pas dit trop tôt',
    [{ date: jour('2021-10-01') }],
    ['Projets!I2 agrement.absent', 'Projets!X2 bonus.demande', 'Projets!Y2 bonus.demande'],
    { agrement: 'en attente' },
  ),
  v(
    'bonus payé le 1er juin',
    [{ nature: 'bonus', montant: 600, gestion: 'N+1', date: jour('2022-06-01') }],
    [],
  ),
  v('un acompte de mai n’est pas un bonus', [{ gestion: 'N+1', montant: 600, date: jour('2022-05-31') }], []),
  v(
    'versement sans dossier lisible',
    [{ dossier: { illisible: '#N/A' } }],
    ['Versements!A2 versement.non-compte'],
  ),
  v(
    'journal sans colonne de dossier',
    [{}],
    ['Versements!1 colonne.absente'],
    {},
    { sansVersements: ['dossier'] },
  ),
  {
    titre: 'collectif sans dossier',
    reglages: { collectifs: [collectif({ dossier: null })] },
    rapport: ['Collectifs!A2 dossier.absent'],
  },
  {
    titre: 'détail incomplet des collectifs réels',
    reglages: { projets: [projet({ collectifsReels: 3 })], collectifs: [collectif({}), collectif(G2)] },
    rapport: [
      'Projets!L2 collectif.detail-incomplet — 2 collectifs détaillés pour 3 déclarés. Compléter la feuille Collectifs ou corriger le nombre.',
    ],
  },
  {
    titre: 'détail d’un nombre illisible',
    reglages: { projets: [projet({ collectifsAgrees: 'trois' })], collectifs: [collectif({})] },
    rapport: ['Projets!K2 cellule.nombre-illisible'],
  },
  {
    titre: 'détail incomplet d’un projet refusé',
    reglages: { projets: [projet({ agrement: 'refusé', ...SANS_BONUS })], collectifs: [collectif({})] },
    rapport: [],
  },
  {
    titre: 'les lignes se rattachent au numéro, à la casse près',
    reglages: {
      projets: [projet({})],
      collectifs: [collectif({ dossier: 'p-1' }), collectif(G2), collectif(G3)],
      versements: [versement({ dossier: 'p-1' })],
    },
    rapport: [],
  },
  v(
    'une gestion qui n’en est pas une',
    [{ gestion: 'bidule' }],
    [
      'Versements!C2 versement.non-compte — Versement non compté : gestion « bidule » non reconnue. Corriger la cellule.',
    ],
  ),
  v(
    'une gestion en erreur ne se déduit pas de la date',
    [{ gestion: { illisible: '#N/A' } }],
    [
      'Versements!C2 versement.non-compte — Versement non compté : gestion « #N/A » illisible. Corriger la cellule.',
    ],
  ),
  v(
    'sans gestion, une date d’une autre année',
    [{ gestion: null, date: jour('2020-11-20') }],
    [
      'Versements!C2 versement.non-compte — Versement non compté : gestion absente, date d’une autre année. Corriger la cellule.',
      'Versements!D2 versement.avant-rentree',
      'Versements!D2 agrement.posterieur-au-versement',
    ],
  ),
  v(
    'un solde sans date',
    [{ nature: 'solde', date: null }],
    ['Versements!D2 versement.incomplet — Versement incomplet : date absente. Compléter la ligne.'],
  ),
  v(
    'un acompte sans date',
    [{ date: null }],
    [
      'Versements!D2 versement.incomplet — Versement incomplet : date absente. Il compte dans le solde, pas dans l’arrêté des comptes. Compléter la ligne.',
    ],
  ),
  v(
    'd’une autre année par sa gestion, sa date d’avant la rentrée est la sienne',
    [{ gestion: '2020', date: jour('2020-11-20') }],
    ['Versements!C2 versement.gestion-hors-annee'],
  ),
  v(
    'de sa campagne, mais d’une autre gestion : c’est la gestion qui se dit',
    [{ gestion: '2019', anneeScolaire: '2021-2022' }],
    ['Versements!C2 versement.gestion-hors-annee'],
  ),
];
