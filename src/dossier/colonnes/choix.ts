/** Les listes fermées du classeur et leurs autres écritures (comparées sans accents, casse ni ponctuation). */
export const TYPES_GESTIONNAIRE = {
  association: ['asso', 'assoc', 'associatif', 'association loi 1901'],
  collectivité: [
    'collectivité territoriale',
    'collectivité locale',
    'commune',
    'mairie',
    'epci',
    'ccas',
    'intercommunalité',
    'communauté de communes',
    'public',
  ],
  'centre social': ['centres sociaux', 'espace de vie sociale', 'cs'],
  entreprise: ['société', 'privé', 'privé lucratif', 'sarl', 'sas'],
  caf: ['gestion directe', 'interne', 'caisse d’allocations familiales'],
} as const;

export const PUBLICS = {
  élémentaire: [
    'école élémentaire',
    'primaire',
    'école primaire',
    'école',
    'écolier',
    'écoliers',
    'cp',
    'ce1',
    'ce2',
    'cm1',
    'cm2',
    'cp-cm2',
    'cp à cm2',
    'du cp au cm2',
    'cp au cm2',
  ],
  collège: [
    'collégiens',
    'collégien',
    '6e',
    '5e',
    '4e',
    '3e',
    '6ème',
    '5ème',
    '4ème',
    '3ème',
    'sixième',
    'cinquième',
    'quatrième',
    'troisième',
    '6e-3e',
    '6e à 3e',
    '6ème à 3ème',
  ],
  lycée: [
    'lycéens',
    'lycéen',
    'seconde',
    'première',
    'terminale',
    '2nde',
    '2de',
    '1ère',
    '1re',
    'tle',
    'lycée professionnel',
  ],
} as const;

/** Avis qui vaut agrément, réserve comprise. */
export const estFavorable = (avis: string | null): boolean =>
  avis === 'favorable' || avis === 'favorable sous réserve';

export const AGREMENTS = {
  favorable: [
    'oui',
    'o',
    'accordé',
    'accordée',
    'accord',
    'agréé',
    'agréée',
    'agrément',
    'avis favorable',
    'validé',
    'validée',
    'accepté',
    'vrai',
    'x',
    '1',
  ],
  'favorable sous réserve': [
    'favorable avec réserve',
    'favorable avec réserves',
    'favorable sous réserves',
    'sous réserve',
    'sous réserves',
    'avis favorable sous réserve',
    'avis favorable avec réserve',
    'accord sous réserve',
  ],
  refusé: [
    'non',
    'n',
    'refus',
    'refusée',
    'défavorable',
    'avis défavorable',
    'rejeté',
    'rejetée',
    'faux',
    '0',
  ],
  ajourné: ['ajournée', 'ajournement', 'avis ajourné'],
  'en attente': [
    'attente',
    'en cours',
    'à venir',
    'en instruction',
    'à examiner',
    'sursis',
    'sursis à statuer',
  ],
} as const;

/** « 1er acompte », « acompte n° 2 », « deuxième avance » : le rang ne change pas la nature. */
const ACOMPTES_NUMEROTES = ['acompte', 'avance'].flatMap((mot) =>
  [
    ['1', '1er', '1ère', 'premier', 'première'],
    ['2', '2e', '2ème', '2nd', 'deuxième', 'second', 'seconde'],
    ['3', '3e', '3ème', 'troisième'],
    ['4', '4e', '4ème', 'quatrième'],
  ].flatMap(([n = '', ...ordinaux]) => [
    `${mot} ${n}`,
    `${mot} n° ${n}`,
    `${mot} numéro ${n}`,
    ...ordinaux.map((ordinal) => `${ordinal} ${mot}`),
  ]),
);

/** Les montants sont positifs : la nature dit le sens. */
export const NATURES = {
  acompte: ['acomptes', 'avance', 'avances', 'acompte ps', 'acompte versé', ...ACOMPTES_NUMEROTES],
  reversement: [
    'reversements',
    'annulation',
    'annulation d’acompte',
    'reversement d’acompte',
    'remboursement d’acompte',
  ],
  solde: ['soldes', 'solde ps', 'régularisation'],
  rappel: ['rappels', 'rappel ps'],
  indu: [
    'indus',
    'indu ps',
    'trop perçu',
    'trop versé',
    'remboursement',
    'recouvrement',
    'recouvrement d’indu',
    'indu recouvré',
  ],
  bonus: ['bonus enfants', 'bonus parents', 'bonification'],
  'rappel bonus': ['rappel de bonus', 'rappel sur bonus'],
  'indu bonus': ['indu de bonus', 'indu sur bonus', 'recouvrement de bonus', 'recouvrement bonus'],
} as const;
