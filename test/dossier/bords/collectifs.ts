/** Le collectif : effectif, rythme, encadrement, lieu. */
import { collectif, projet } from '../fabrique';
import { SANS_BONUS, G1, G2, G3, c, trois, type Situation } from '../situation';

export const BORDS_COLLECTIFS: readonly Situation[] = [
  trois('les collectifs d’un projet refusé ne sont pas examinés', [{ enfants: 13 }, G2, G3], [], {
    agrement: 'refusé',
    ...SANS_BONUS,
  }),
  {
    titre: 'un collectif orphelin est examiné',
    reglages: { collectifs: [collectif({ dossier: 'X-9', enfants: 13 })] },
    rapport: ['Collectifs!A2 collectif.dossier-inconnu', 'Collectifs!D2 collectif.effectif-superieur'],
  },
  {
    titre: 'un collectif orphelin n’a pas de milieu rural à emprunter',
    reglages: { collectifs: [collectif({ dossier: 'X-9', enfants: 6, rural: null })] },
    rapport: ['Collectifs!A2 collectif.dossier-inconnu', 'Collectifs!D2 collectif.effectif-inferieur'],
  },
  c('trop d’enfants, séances inconnues', { enfants: 13, seances: null, duree: null }, [
    'Collectifs!D2 collectif.effectif-superieur',
  ]),
  c('12 enfants', { enfants: 12 }, []),
  c('8 enfants en milieu rural : rien de dérogatoire', { enfants: 8, rural: 'oui' }, []),
  c('5 enfants en milieu rural', { enfants: 5, rural: 'oui' }, [
    'Collectifs!D2 collectif.derogatoire — Collectif dérogatoire (milieu rural) : 5 enfants. Rien à corriger si la dérogation est justifiée.',
  ]),
  c('6 enfants, rural et handicap', { enfants: 6, rural: 'oui', handicap: 'oui' }, [
    'Collectifs!D2 collectif.derogatoire — Collectif dérogatoire (milieu rural) : 6 enfants. Rien à corriger si la dérogation est justifiée.',
  ]),
  c('effectif vide en milieu rural', { enfants: null, rural: 'oui' }, []),
  c(
    'le milieu rural du projet vaut pour ses collectifs',
    { enfants: 7, rural: null },
    [
      'Collectifs!D2 collectif.derogatoire — Collectif dérogatoire (milieu rural) : 7 enfants. Rien à corriger si la dérogation est justifiée.',
    ],
    { rural: 'oui' },
  ),
  c('sauf s’il dit le contraire', { enfants: 7 }, ['Collectifs!D2 collectif.effectif-inferieur'], {
    rural: 'oui',
  }),
  c('une séance d’1 h 59', { seances: 1, duree: 119 / 60, derogation: 'oui' }, [
    'Collectifs!G2 collectif.rythme-trop-faible',
  ]),
  c('aucune séance, même de deux heures', { seances: 0, duree: 2, derogation: 'oui' }, [
    'Collectifs!G2 collectif.rythme-trop-faible',
  ]),
  c('aucune séance, durée inconnue', { seances: 0, duree: null }, [
    'Collectifs!G2 collectif.rythme-trop-faible',
  ]),
  c('une séance de durée inconnue', { seances: 1, duree: null }, [
    'Collectifs!G2 collectif.rythme-insuffisant',
  ]),
  c('des séances courtes en nombre inconnu', { seances: null, duree: 1 }, [
    'Collectifs!H2 collectif.rythme-insuffisant — Rythme insuffisant : séances de 1 h par semaine ; il faut 2 séances d’1 h 30, ou 1 de 2 h en milieu rural ou par dérogation de l’agrément. Demander une justification ou la dérogation.',
  ]),
  c('une séance de deux heures en milieu rural', { seances: 1, duree: 2, rural: 'oui' }, []),
  c('27 semaines', { semaines: 27 }, []),
  ...['École ; gymnase', 'École + gymnase', 'École & gymnase', 'École ou gymnase', 'École PUIS gymnase'].map(
    (lieu) =>
      c(`deux lieux : ${JSON.stringify(lieu)}`, { lieu }, [
        'Collectifs!C2 collectif.lieu-absent-ou-multiple',
      ]),
  ),
  c('un lieu et son adresse, sur deux lignes', { lieu: 'École\n12 rue des Lilas' }, []),
  c('un nom de lieu qui contient « ou »', { lieu: 'Foyer Oudinot du Couloir' }, []),
  c('lieu illisible', { lieu: { illisible: '#N/A' } }, ['Collectifs!C2 cellule.valeur-inconnue']),
  trois('sans colonne de lieu', [G1, G2, G3], [], {}, { sansCollectifs: ['lieu'] }),
  trois(
    'un collectif sur deux lignes et deux lieux',
    [G1, { collectif: 'GROUPE 1', lieu: 'Gymnase' }, G3],
    [
      'Collectifs!C3 collectif.lieu-absent-ou-multiple — Lieu du collectif absent ou multiple (« Gymnase »). Indiquer un lieu unique, accessible aux parents.',
    ],
  ),
  trois(
    'un collectif sur trois lignes : le premier lieu fait foi',
    [G1, { collectif: 'Groupe 1', lieu: 'Gymnase' }, { collectif: 'Groupe 1', lieu: 'Gymnase' }],
    ['Collectifs!C3 collectif.lieu-absent-ou-multiple', 'Collectifs!C4 collectif.lieu-absent-ou-multiple'],
  ),
  trois('le même lieu, à la casse près', [G1, { collectif: 'Groupe 1', lieu: 'MAISON DE QUARTIER' }, G3], []),
  trois(
    'deux collectifs sans nom dans deux lieux',
    [{ collectif: null }, { collectif: null, lieu: 'Gymnase' }, G3],
    [],
  ),
  {
    titre: 'le même nom de collectif dans deux projets',
    reglages: {
      projets: [
        projet({ collectifsAgrees: 1, enfants: 10, coutPrevisionnel: 6000, autresRecettes: 3450 }),
        projet({
          dossier: 'P-2',
          action: 'Autre',
          collectifsAgrees: 1,
          enfants: 10,
          coutPrevisionnel: 6000,
          autresRecettes: 3450,
        }),
      ],
      collectifs: [collectif({}), collectif({ dossier: 'P-2', lieu: 'Gymnase' })],
    },
    rapport: ['Projets!Y2 bonus.cumules-partout', 'Projets!Y3 bonus.cumules-partout'],
  },
  c('à domicile, aucun événement', { lieu: 'À DOMICILE', evenements: 0 }, [
    'Collectifs!Q2 collectif.domicile-sans-evenement',
  ]),
  c('à domicile, événements illisibles', { lieu: 'À domicile', evenements: 'parfois' }, [
    'Collectifs!Q2 cellule.nombre-illisible',
  ]),
  trois(
    'à domicile, sans colonne des événements',
    [{ lieu: 'À domicile' }, G2, G3],
    ['Collectifs!C2 collectif.domicile-sans-evenement'],
    {},
    { sansCollectifs: ['evenements'] },
  ),
];
