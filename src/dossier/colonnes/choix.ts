/** Les listes fermées du classeur et leurs autres écritures (comparées sans accents, casse ni ponctuation). */
export const TYPES_GESTIONNAIRE = {
  association: ['asso', 'associatif', 'association loi 1901'],
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
  lycée: ['lycéens', 'lycéen', 'seconde', 'première', 'terminale', '2nde', '1ère', 'lycée professionnel'],
} as const;

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
    'favorable avec réserves',
    'favorable sous réserve',
    'validé',
    'validée',
    'accepté',
    'vrai',
    'x',
    '1',
  ],
  refusé: [
    'non',
    'n',
    'refus',
    'refusée',
    'défavorable',
    'avis défavorable',
    'ajourné',
    'ajournée',
    'rejeté',
    'rejetée',
    'faux',
    '0',
  ],
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

export const NATURES = {
  acompte: ['acomptes', 'avance', 'avances'],
  solde: ['soldes', 'régularisation'],
  bonus: ['bonus enfants', 'bonus parents', 'bonification'],
  rappel: ['rappels'],
  indu: ['indus', 'trop perçu', 'trop versé', 'remboursement'],
} as const;

/** Écritures de oui et de non admises partout ; seules « oui » et « non » passent sans information. */
export const OUI = ['oui', 'o', 'x', 'vrai', 'true', 'yes', 'y', '1'] as const;
export const NON = ['non', 'n', 'faux', 'false', 'no', '0'] as const;

/** Arrondis de la Ps tels que l'agent les choisit. */
export const ARRONDIS = {
  bareme: ['barème publié', 'barème', 'montant publié'],
  centime: ['centime', 'au centime'],
  euro: ['euro', 'à l’euro'],
} as const;
