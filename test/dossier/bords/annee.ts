/** De la demande au recouvrement : la décision, le journal, ce qui reste ; chaque borne de part et d'autre. */
import { COLONNES_AVENANTS } from '../../../src/dossier/colonnes/avenants';
import { COLONNES_ECRITURES_PASSEES } from '../../../src/dossier/colonnes/ecrituresPassees';
import { feuille, jour, projet, tableau, versement, type Ligne, type Reglages } from '../fabrique';
import { p, v, SANS_BONUS, trois, type Situation } from '../situation';

/** Liquidé, une fois l'année finie : Ps 5 850 €, parts 2 340 € et 3 510 €, bonus 600 €. */
const LIQUIDE = { coutReel: 18000, collectifsReels: 3 };
const SOLDE = { nature: 'solde', date: jour('2022-06-20') };

/** Charge de 1 340 € et engagement de 3 510 €, passés ; une contrepassation : le même engagement, à l'envers. */
const passe = (
  mois: number,
  exercice: number,
  compte: string,
  debit: number | null,
  credit: number | null,
) => ({
  mois,
  exercice,
  compte,
  libelle: null,
  debit,
  credit,
  dossier: 'P-1',
});
const PASSEES: readonly Ligne[] = [
  passe(13, 2021, 'SF 6562322410', 1340, null),
  passe(13, 2021, 'T 408143111', null, 1340),
  passe(13, 2021, 'T 8091', 3510, null),
  passe(13, 2021, 'T 80182', null, 3510),
];
const CONTREPASSEE: readonly Ligne[] = [
  passe(12, 2022, 'T 80182', 3510, null),
  passe(12, 2022, 'T 8091', null, 3510),
];
/** Une écriture d’un compte qui n’est pas de l’arrêté. */
const BANQUE: Ligne = { mois: 13, exercice: 2021, compte: '512', debit: 1, credit: 1, dossier: null };
const figees = (lignes: readonly Ligne[]): Reglages => ({
  autres: [feuille('Écritures passées', tableau(COLONNES_ECRITURES_PASSEES, lignes))],
});

export const BORDS_ANNEE: readonly Situation[] = [
  // la décision
  p('favorable sous réserve', { agrement: 'favorable sous réserve' }, ['Projets!I2 agrement.sous-reserve']),
  p('agrément daté du jour de l’examen', { dateAgrement: jour('2022-01-20') }, []),
  p('agrément daté du lendemain', { dateAgrement: jour('2022-01-21') }, ['Projets!J2 agrement.date-future']),
  p('bonus demandé par un projet ajourné', { agrement: 'ajourné', bonusParents: 0, autresRecettes: 11850 }, [
    'Projets!X2 bonus.demande',
  ]),
  p('en attente, un bonus demandé n’est pas accordé', { agrement: 'en attente', bonusEnfantsReels: 0 }, [
    'Projets!X2 bonus.demande',
    'Projets!Y2 bonus.demande',
  ]),
  p(
    'moins de collectifs réels que de bonus accordés',
    { bonusEnfants: 3, autresRecettes: 10950, collectifsReels: 2, enfants: 20 },
    [
      'Projets!X2 bonus.superieur-aux-reels — 3 bonus « enfants » accordés, 2 collectifs réels : 2 dus. Rien à corriger si c’est exact.',
    ],
  ),
  p('autant de bonus réels que d’accordés', { bonusEnfantsReels: 1 }, []),
  p('moins de bonus réels que d’accordés', { bonusEnfantsReels: 0 }, [
    'Projets!X2 bonus.superieur-aux-reels — 1 bonus « enfants » accordé, 0 collectif réel : 0 dû. Rien à corriger si c’est exact.',
  ]),
  p(
    'aucun collectif réel, aucun bonus réel : moins que d’accordés, même sans Ps',
    { collectifsReels: 0, coutReel: 0, bonusEnfantsReels: 0 },
    [
      'Projets!X2 bonus.superieur-aux-reels',
      'Projets!T2 cloture.ecart-charge-a-payer',
      'Projets!T2 ps.cout-reel-nul',
      'Projets!X2 bonus.sans-ps-reelle',
    ],
  ),
  p('mis à l’écart : ce qui bloquait alerte', { misAlEcart: 'en litige', axeParents: 'non' }, [
    'Projets!AP2 projet.mis-a-ecart',
    'Projets!O2 projet.axe-non-couvert',
  ]),
  ...['non', 'N', '0', 'FAUX', '—', '/'].map((v) => p(`« ${v} » : pas mis à l’écart`, { misAlEcart: v }, [])),
  ...['oui', 'x', '?', 'non conforme'].map((v) =>
    p(`« ${v} » : mis à l’écart`, { misAlEcart: v }, ['Projets!AP2 projet.mis-a-ecart']),
  ),
  p('mis à l’écart, sans numéro ni motif lisible', { dossier: null, misAlEcart: { illisible: '#N/A' } }, [
    'Projets!AP2 cellule.valeur-inconnue',
    'Projets!A2 dossier.absent',
    'Projets!AP2 projet.mis-a-ecart — Dossier de la ligne 2 mis à l’écart : motif illisible. Vider « Mis à l’écart » pour le compter de nouveau.',
  ]),
  p(
    'ni collectif réel, ni coût réel : le projet n’a pas eu lieu, rien ne bloque',
    { collectifsReels: 0, coutReel: 0 },
    [
      'Projets!T2 cloture.ecart-charge-a-payer',
      'Projets!T2 ps.cout-reel-nul',
      'Projets!X2 bonus.sans-ps-reelle',
    ],
  ),
  p(
    'coût réel nul, sans bonus : rien à dire d’un bonus',
    { ...SANS_BONUS, coutReel: 0, collectifsReels: 3 },
    ['Projets!T2 cloture.ecart-charge-a-payer', 'Projets!T2 ps.cout-reel-nul'],
  ),
  p(
    'refusé, bonus compris : tout ce qui est versé est à recouvrer, une fois',
    { agrement: 'refusé', ...SANS_BONUS },
    [
      'Projets!I2 agrement.refuse — Agrément refusé, dossier payé : 1 300,00 € à recouvrer. Saisir le recouvrement (indu), ou corriger l’avis.',
    ],
    {
      versements: [
        versement({}),
        versement({ nature: 'bonus', gestion: 'N+1', date: jour('2022-06-10'), montant: 300 }),
      ],
      au: '2022-06-30',
    },
  ),
  // le journal
  v(
    'mis à l’écart sans agrément : l’avis se dit, ses acomptes ne se jugent pas',
    [{ montant: 1700 }],
    ['Projets!AP2 projet.mis-a-ecart', 'Projets!I2 agrement.absent'],
    { agrement: 'en attente', dateAgrement: null, misAlEcart: 'en litige', ...SANS_BONUS },
  ),
  v('reversé le jour même', [{ montant: 1700 }, { nature: 'reversement', montant: 62 }], []),
  v(
    'reversé d’un centime de moins',
    [{ montant: 1700 }, { nature: 'reversement', montant: 61.99 }],
    ['Versements!E2 acomptes.n-superieurs'],
  ),
  v('daté du jour de l’examen', [{ gestion: 'N+1', date: jour('2022-06-30'), montant: 10 }], []),
  v(
    'daté du lendemain',
    [{ gestion: 'N+1', date: jour('2022-07-01'), montant: 10 }],
    ['Versements!D2 versement.date-future'],
  ),
  v('daté du 1er septembre', [{ date: jour('2021-09-01'), montant: 10 }], [], { dateAgrement: null }),
  v(
    'daté du 31 août',
    [{ date: jour('2021-08-31'), montant: 10 }],
    ['Versements!D2 versement.avant-rentree'],
    {
      dateAgrement: null,
    },
  ),
  v(
    'le même versement deux fois',
    [{ montant: 10 }, { montant: 10 }],
    [
      'Versements!E3 versement.en-double — Versement identique à celui de la ligne 2 (dossier, nature, gestion, date, montant, référence) : les deux comptent. Supprimer celui de trop, ou donner à chacun sa référence.',
    ],
  ),
  v(
    'trois fois : la première fait foi',
    [{ montant: 10 }, { montant: 10 }, { montant: 10 }],
    [
      'Versements!E3 versement.en-double',
      'Versements!E4 versement.en-double — Versement identique à celui de la ligne 2 (dossier, nature, gestion, date, montant, référence) : les deux comptent. Supprimer celui de trop, ou donner à chacun sa référence.',
    ],
  ),
  {
    titre: 'le même versement deux fois, pour deux projets du même numéro : dit une fois',
    reglages: {
      projets: [projet({}), projet({ action: 'Autre' })],
      versements: [versement({ montant: 10 }), versement({ montant: 10 })],
    },
    rapport: [
      'Projets!A2 dossier.doublon',
      'Projets!A3 dossier.doublon',
      'Versements!E3 versement.en-double',
    ],
  },
  // « les deux comptent » : ceux qui ne comptent pas ne se comparent pas
  v(
    'deux versements sans nature',
    [{ nature: null }, { nature: null }],
    ['Versements!B2 versement.non-compte', 'Versements!B3 versement.non-compte'],
  ),
  v(
    'deux versements sans montant',
    [{ montant: null }, { montant: null }],
    ['Versements!E2 versement.non-compte', 'Versements!E3 versement.non-compte'],
  ),
  v(
    'deux versements sans gestion lisible',
    [{ gestion: '2021 ?' }, { gestion: '2021 ?' }],
    ['Versements!C2 versement.non-compte', 'Versements!C3 versement.non-compte'],
  ),
  v(
    'deux versements d’autres années',
    [{ gestion: '2019' }, { gestion: '2018' }],
    ['Versements!C2 versement.gestion-hors-annee', 'Versements!C3 versement.gestion-hors-annee'],
  ),
  v(
    'un bonus d’une autre année n’est pas payé trop tôt',
    [{ nature: 'bonus', gestion: '2020', date: jour('2021-10-20'), montant: 300 }],
    ['Versements!C2 versement.gestion-hors-annee'],
  ),
  v('le même sous deux références', [{ montant: 10 }, { montant: 10, reference: 'SPC 2' }], []),
  v(
    'bonus payé sur la gestion N',
    [{ nature: 'bonus', date: jour('2022-06-01'), montant: 600 }],
    [
      'Versements!C2 bonus.gestion-n — Bonus payé sur la gestion 2021 : il relève de 2022, avec le solde. Vérifier la gestion.',
    ],
  ),
  v(
    'bonus payé trop tôt, recouvré depuis',
    [
      { nature: 'bonus', gestion: 'N+1', date: jour('2022-05-31'), montant: 600 },
      { nature: 'indu bonus', gestion: 'N+1', date: jour('2022-06-10'), montant: 600 },
    ],
    ['Versements!E2 bonus.verse-different'],
  ),
  v(
    'bonus payé la veille du solde',
    [
      { nature: 'bonus', gestion: 'N+1', date: jour('2022-05-20'), montant: 600 },
      { nature: 'solde', gestion: 'N+1', date: jour('2022-05-21'), montant: 10 },
    ],
    ['Versements!D2 bonus.verse-trop-tot'],
  ),
  v(
    'bonus payé entre deux soldes, dans un autre ordre que celui des dates',
    [
      { nature: 'solde', gestion: 'N+1', date: jour('2022-06-10'), montant: 10 },
      { nature: 'solde', gestion: 'N+1', date: jour('2022-05-20'), montant: 10 },
      { nature: 'bonus', gestion: 'N+1', date: jour('2022-05-25'), montant: 600 },
    ],
    [],
  ),
  v(
    'bonus payé après le solde de N, non de N+1',
    [
      { nature: 'solde', date: jour('2022-05-20'), montant: 10 },
      { nature: 'bonus', gestion: 'N+1', date: jour('2022-05-25'), montant: 600 },
    ],
    ['Versements!D3 bonus.verse-trop-tot'],
  ),
  v(
    'bonus payé avec un solde sans date',
    [
      { nature: 'solde', gestion: 'N+1', date: null, montant: 10 },
      { nature: 'bonus', gestion: 'N+1', date: jour('2022-05-25'), montant: 600 },
    ],
    ['Versements!D2 versement.incomplet', 'Versements!D3 bonus.verse-trop-tot'],
  ),
  v(
    'bonus payé trop tôt, recouvré d’un centime de moins',
    [
      { nature: 'bonus', gestion: 'N+1', date: jour('2022-05-31'), montant: 600 },
      { nature: 'indu bonus', gestion: 'N+1', date: jour('2022-06-10'), montant: 599.99 },
    ],
    ['Versements!D2 bonus.verse-trop-tot', 'Versements!E2 bonus.verse-different'],
  ),
  v(
    'bonus sans date : on ne dit pas qu’il est trop tôt',
    [{ nature: 'bonus', gestion: 'N+1', date: null, montant: 600 }],
    ['Versements!D2 versement.incomplet'],
  ),
  v(
    'payé en N sur N+1, reversé depuis',
    [
      { gestion: 'N+1', date: jour('2021-12-31'), montant: 10 },
      { gestion: 'N+1', nature: 'reversement', date: jour('2022-01-10'), montant: 10 },
    ],
    [],
  ),
  p(
    'acomptes N+1 saisis, le 31 décembre N',
    { acomptesN1: 10 },
    [
      'Projets!AB2 acomptes.n1-saisis-en-n — 10,00 € d’acomptes 2022 saisis, alors que le jour de l’examen est en 2021 : aucun n’est possible. Corriger la colonne ou le jour ; s’il est parti, tenir une feuille Versements et y saisir son reversement.',
    ],
    { au: '2021-12-31' },
  ),
  p('acomptes N+1 saisis, le 1er janvier N+1', { acomptesN1: 10 }, [], { au: '2022-01-01' }),
  v(
    'acomptes saisis, absents du journal',
    [{ ...SOLDE, montant: 10, gestion: 'N+1' }],
    ['Projets!AA2 acomptes.hors-journal'],
    { acomptesN: 500 },
  ),
  {
    titre: 'acompte régulier à sa date, au-dessus depuis l’avenant',
    reglages: {
      projets: [projet({})],
      au: '2022-06-30',
      versements: [versement({ montant: 1700 })],
      avenants: [
        { dossier: 'P-1', date: jour('2021-10-01'), coutPrevisionnel: 20000 },
        { dossier: 'P-1', date: jour('2022-01-15'), coutPrevisionnel: 18000 },
      ],
    },
    rapport: ['Projets!S2 acomptes.apres-revision'],
  },
  {
    titre: 'acompte au-delà des 4/10 d’aujourd’hui, régulier à sa date',
    reglages: {
      projets: [projet({ coutPrevisionnel: 12000, autresRecettes: 7500 })],
      au: '2022-06-30',
      versements: [versement({ montant: 1638 })],
      avenants: [
        { dossier: 'P-1', date: jour('2021-10-01'), coutPrevisionnel: 18000 },
        { dossier: 'P-1', date: jour('2022-01-15'), coutPrevisionnel: 12000 },
      ],
    },
    rapport: ['Projets!A2 cloture.trop-verse-regulier', 'Projets!S2 acomptes.apres-revision'],
  },
  {
    titre: 'un avenant sans date, d’un dossier absent ou sans dossier ne compte pas, et se dit',
    reglages: {
      projets: [projet({})],
      au: '2022-06-30',
      versements: [versement({})],
      avenants: [
        { dossier: 'P-1', date: null, coutPrevisionnel: 20000 },
        { dossier: 'Z-1', date: jour('2021-10-01'), coutPrevisionnel: 20000 },
        { dossier: null, date: jour('2021-10-01'), coutPrevisionnel: 20000 },
      ],
    },
    rapport: [
      'Avenants!B2 avenant.non-compte — Avenant non pris en compte : date absente. Compléter ou corriger la ligne.',
      'Avenants!A3 avenant.non-compte — Avenant non pris en compte : dossier Z-1 absent de Projets. Compléter ou corriger la ligne.',
      'Avenants!A4 avenant.non-compte — Avenant non pris en compte : N° dossier absent. Compléter ou corriger la ligne.',
    ],
  },
  // ce qui reste
  v(
    'tout payé',
    [
      { montant: 1638 },
      { ...SOLDE, gestion: 'N', montant: 702 },
      { ...SOLDE, gestion: 'N+1', montant: 3510 },
      { nature: 'bonus', gestion: 'N+1', date: jour('2022-06-20'), montant: 600 },
    ],
    [],
    LIQUIDE,
  ),
  v(
    'un centime de trop',
    [
      { montant: 1638 },
      { ...SOLDE, gestion: 'N', montant: 702 },
      { ...SOLDE, gestion: 'N+1', montant: 3510.01 },
    ],
    [
      'Projets!A2 ps.verse-superieur — 5 850,01 € versés pour 5 850,00 € dus : 0,01 € à recouvrer. Notifier l’indu, puis saisir son recouvrement.',
      'Projets!T2 cloture.indu',
    ],
    LIQUIDE,
  ),
  v(
    'un centime de trop, recouvré',
    [
      { montant: 1638 },
      { ...SOLDE, gestion: 'N', montant: 702 },
      { ...SOLDE, gestion: 'N+1', montant: 3510.01 },
      { nature: 'indu', gestion: 'N+1', date: jour('2022-06-25'), montant: 0.01 },
    ],
    [],
    LIQUIDE,
  ),
  v(
    'une gestion trop payée, couverte par l’autre',
    [{ montant: 1638 }, { ...SOLDE, gestion: 'N', montant: 702.01 }],
    [],
    LIQUIDE,
  ),
  v('refusé, recouvré', [{ montant: 100 }, { nature: 'indu', montant: 100 }], [], {
    ...SANS_BONUS,
    agrement: 'refusé',
  }),
  v(
    'refusé, un bonus payé, un versement qu’on ne sait pas compter : ce qui est connu se recouvre',
    [
      { nature: 'bonus', gestion: 'N+1', date: jour('2022-06-10'), montant: 300 },
      { gestion: 'N+1', date: jour('2022-04-01'), montant: null },
    ],
    [
      'Versements!E3 versement.non-compte — Versement non compté : montant absent. Corriger la cellule.',
      'Projets!I2 agrement.refuse — Agrément refusé, dossier payé : 300,00 € à recouvrer. Saisir le recouvrement (indu), ou corriger l’avis.',
    ],
    { agrement: 'refusé', ...SANS_BONUS },
  ),
  v(
    'ajourné, un acompte payé, un bonus qu’on ne sait pas compter',
    [{ montant: 100 }, { nature: 'bonus', gestion: 'N+1', date: jour('2022-06-10'), montant: null }],
    ['Versements!E3 versement.non-compte', 'Projets!I2 agrement.ajourne-paye'],
    { agrement: 'ajourné', ...SANS_BONUS },
  ),
  v('ajourné, déjà payé', [{ montant: 100 }], ['Projets!I2 agrement.ajourne-paye'], {
    ...SANS_BONUS,
    agrement: 'ajourné',
  }),
  // le détail, champ par champ
  trois(
    'les enfants du détail',
    [{ enfants: 10 }, { enfants: 10 }, { enfants: 11 }],
    ['Projets!M2 collectif.detail-different'],
    { enfants: 30 },
  ),
  trois('un effectif vide ne se compare pas', [{ enfants: null }, { enfants: 10 }, { enfants: 11 }], [], {
    enfants: 30,
  }),
  trois(
    'les bonus et les coûts du détail',
    [
      { bonusEnfants: 'oui', bonusParents: 'non', cout: 6000 },
      { bonusEnfants: 'oui', bonusParents: 'oui', cout: 6000 },
      { bonusEnfants: 'non', bonusParents: 'non', cout: 6001 },
    ],
    ['Projets!S2 collectif.detail-different', 'Projets!X2 collectif.detail-different'],
  ),
  trois(
    'le coût du détail est celui du compte de résultat',
    [{ cout: 6000 }, { cout: 6000 }, { cout: 6001 }],
    ['Projets!T2 cloture.ecart-charge-a-payer'],
    { coutReel: 18001, collectifsReels: 3 },
  ),
  // l'arrêté
  p(
    'type de gestionnaire absent : une fois pour tous',
    {},
    [
      'Projets!D2 cloture.type-inconnu — 2 dossiers agréés sans type de gestionnaire (P-1, P-2) : spécificité 81512214, celle des partenaires. Saisir le type.',
    ],
    {
      projets: [
        projet({ typeGestionnaire: null }),
        projet({ dossier: 'P-2', action: 'Autre', typeGestionnaire: null }),
        projet({
          dossier: 'P-3',
          action: 'Encore',
          typeGestionnaire: null,
          agrement: 'en attente',
          ...SANS_BONUS,
        }),
      ],
    },
  ),
  p('écritures passées qui se tiennent', {}, [], figees([...PASSEES, ...CONTREPASSEE])),
  p(
    'une charge passée qui ne se lit pas ne se compare pas à la liquidation',
    LIQUIDE,
    [
      "'Écritures passées'!F3 cellule.nombre-illisible",
      "'Écritures passées'!E cloture.ecritures-desequilibrees",
    ],
    figees([PASSEES[0] ?? {}, { ...PASSEES[1], credit: 'à voir' }, ...PASSEES.slice(2)]),
  ),
  p(
    'un total sous les écritures passées, dit dans leur libellé',
    {},
    ["'Écritures passées'!6 ligne.ignoree"],
    figees([...PASSEES, { libelle: 'TOTAL', debit: 4850, credit: 4850 }]),
  ),
  p(
    'une écriture passée dont le libellé commence par « total » reste une écriture',
    {},
    [],
    figees(PASSEES.map((e) => ({ ...e, libelle: 'Total du dossier' }))),
  ),
  p(
    'des écritures passées d’un mois ou d’un exercice qui n’est pas celui de l’arrêté : chacune le dit',
    {},
    [
      "'Écritures passées'!A3 cloture.ecriture-non-comptee",
      "'Écritures passées'!B4 cloture.ecriture-non-comptee",
      "'Écritures passées'!B5 cloture.ecriture-non-comptee",
    ],
    figees([
      { ...PASSEES[0], mois: 'mois 13', exercice: 'Exercice 2021' },
      { ...PASSEES[1], mois: '13/2021' },
      { ...PASSEES[2], exercice: '2021-2022' },
      passe(13, 2022, 'T 408143111', 3510, null),
      passe(12, 2021, 'T 8091', null, 2000),
      passe(12, 2021, 'T 80182', 2000, null),
      passe(13, 2021, 'T 80182', null, 7020),
    ]),
  ),
  p(
    'des écritures passées qu’on ne sait compter : chacune le dit',
    {},
    [
      "'Écritures passées'!A2 cloture.ecriture-non-comptee — Écriture passée dont « Mois » manque, ne se lit pas ou n’est pas de cet arrêté : elle n’est ni comptée, ni contrepassée. Corriger la ligne, aucune clôture n’est écrite d’ici là.",
      "'Écritures passées'!B3 cloture.ecriture-non-comptee",
      "'Écritures passées'!C4 cloture.ecriture-non-comptee",
      "'Écritures passées'!G5 cloture.ecriture-non-comptee",
    ],
    figees([
      { ...PASSEES[0], mois: 'treize' },
      { ...PASSEES[1], exercice: null },
      { ...PASSEES[2], compte: null },
      { mois: 13, exercice: 2021, compte: '8091', credit: 3510, debit: 3510, dossier: null },
      { mois: 13, exercice: 2021, compte: '512', debit: 3510, credit: 3510, dossier: null },
      PASSEES[3] ?? {},
    ]),
  ),
  p(
    'écritures passées inégales d’un centime',
    {},
    [
      "'Écritures passées'!E cloture.ecritures-desequilibrees — Écritures passées : 4 850,01 € au débit, 4 850,00 € au crédit, écart 0,01 €. Corriger la feuille, aucune clôture n’est écrite d’ici là.",
    ],
    figees([passe(13, 2021, 'SF 6562322410', 1340.01, null), ...PASSEES.slice(1)]),
  ),
  p(
    'une faute de frappe dans un compte passé, et un compte sans dossier, qui n’est pas l’affaire de Clas',
    {},
    [
      "'Écritures passées'!C3 cloture.compte-inconnu — Compte « T 408143112 » inconnu de l’arrêté (attendus : SF 6562322410, T 408143111, T 8091, T 80182) : sa somme n’est ni une charge passée, ni un engagement. Corriger le compte.",
    ],
    figees([
      PASSEES[0] ?? {},
      { ...PASSEES[1], compte: 'T 408143112' },
      ...PASSEES.slice(2),
      { mois: 13, exercice: 2021, compte: '512', debit: 10, credit: 10, dossier: null },
    ]),
  ),
  p(
    'engagement contrepassé deux fois',
    {},
    [
      "'Écritures passées'!G9 cloture.engagement-repris-deux-fois — Engagement du dossier P-1 contrepassé plus d’une fois dans les écritures passées. Passer l’écriture inverse de celle de trop, ou corriger la feuille.",
    ],
    figees([...PASSEES, ...CONTREPASSEE, ...CONTREPASSEE]),
  ),
  p(
    'charge passée, refusé depuis',
    { agrement: 'refusé', ...SANS_BONUS },
    [
      "'Écritures passées'!G2 cloture.charge-sans-droit — Dossier P-1 : charge à payer 1 340,00 € passée aux comptes, rien n’est dû (refusé, ou parti du classeur). Écart de 1 340,00 € à régulariser.",
    ],
    figees(PASSEES),
  ),
  p(
    'charge passée, parti depuis',
    { dossier: 'P-2' },
    ["'Écritures passées'!G2 cloture.charge-sans-droit"],
    figees(PASSEES),
  ),
  p(
    'engagement seul passé, refusé depuis',
    { agrement: 'refusé', ...SANS_BONUS },
    [],
    figees(PASSEES.slice(2)),
  ),
  p(
    'deux dossiers mêlés : chaque fait se dit à la ligne du sien',
    {},
    [
      "'Écritures passées'!G2 cloture.charge-sans-droit",
      "'Écritures passées'!G12 cloture.engagement-repris-deux-fois",
    ],
    figees([
      { ...PASSEES[0], dossier: 'P-2' },
      { ...PASSEES[1], dossier: 'P-2' },
      ...PASSEES,
      ...CONTREPASSEE,
      { ...PASSEES[0], dossier: null },
      ...CONTREPASSEE.map((e) => ({ ...e, dossier: 'p-1' })),
      { ...PASSEES[2], dossier: 'P-2' },
      { ...PASSEES[3], dossier: 'P-2' },
      { mois: 13, exercice: 2021, compte: '512', debit: null, credit: 1340, dossier: null },
    ]),
  ),
  p(
    'les bornes d’un mois et d’un exercice, en deçà et au-delà',
    {},
    [
      "'Écritures passées'!A2 cloture.ecriture-non-comptee",
      "'Écritures passées'!A5 cloture.ecriture-non-comptee",
      "'Écritures passées'!B6 cloture.ecriture-non-comptee",
      "'Écritures passées'!B9 cloture.ecriture-non-comptee",
      "'Écritures passées'!B10 cloture.ecriture-non-comptee",
    ],
    figees([
      ...[0, 1, 13, 14].map((mois) => ({ ...BANQUE, mois })),
      ...[999, 1000, 9999, 10_000, null].map((exercice) => ({ ...BANQUE, exercice })),
    ]),
  ),
  p(
    'la charge passée n’est pas celle de la liquidation',
    LIQUIDE,
    [
      'Projets!T2 cloture.ecart-charge-a-payer — Charge à payer 1 300,00 €, liquidé 2 340,00 € : écart 1 040,00 € à régulariser.',
    ],
    figees([passe(13, 2021, 'SF 6562322410', 1300, null), passe(13, 2021, 'T 408143111', null, 1300)]),
  ),
  p(
    'une ligne du dossier qu’on ne sait compter : sa charge ne se compare pas',
    LIQUIDE,
    ["'Écritures passées'!A4 cloture.ecriture-non-comptee"],
    figees([
      passe(13, 2021, 'SF 6562322410', 1300, null),
      passe(13, 2021, 'T 408143111', null, 1300),
      { ...BANQUE, mois: null, dossier: 'P-1' },
    ]),
  ),
  p(
    'la charge d’un autre exercice n’est pas celle d’un dossier parti',
    {},
    ["'Écritures passées'!B3 cloture.ecriture-non-comptee"],
    figees([
      passe(13, 2022, '512', 500, null),
      { ...passe(13, 2022, 'T 408143111', null, 500), dossier: 'P-2' },
    ]),
  ),
  p(
    'un engagement passé au mois 13 de N+1 ne reprend pas celui de N',
    {},
    ["'Écritures passées'!B9 cloture.ecriture-non-comptee"],
    figees([
      ...PASSEES,
      ...CONTREPASSEE,
      passe(13, 2022, 'T 80182', 3510, null),
      passe(13, 2022, 'T 8091', null, 3510),
    ]),
  ),
  p(
    'un avenant dont le numéro ou la date ne se lit pas : sa cellule suffit',
    {},
    ['Avenants!A2 cellule.valeur-illisible', 'Avenants!B3 cellule.date-illisible'],
    {
      avenants: [
        { dossier: { illisible: '#N/A' }, date: jour('2021-10-12') },
        { dossier: 'P-1', date: 'bientôt' },
      ],
    },
  ),
  p('une feuille Avenants sans colonne des dates : dite une fois', {}, ['Avenants!1 colonne.absente'], {
    autres: [
      feuille(
        'Avenants',
        tableau(COLONNES_AVENANTS, [{ dossier: 'P-1', coutPrevisionnel: 20_000 }], ['date']),
      ),
    ],
  }),
  p(
    'le mois 13 d’un autre exercice n’est pas de cet arrêté',
    {},
    [],
    figees([{ ...BANQUE, exercice: 2020, compte: '9999', dossier: 'P-1' }]),
  ),
];
