/**
 * Une situation par anomalie : ce qu'on abîme dans le classeur juste, et le rapport exact attendu.
 * Après le tiret, la phrase entière : ce que l'agent lit, avec ses chiffres. Les bords de chaque limite sont dans `bords`.
 */
import { COLONNES_BONUS_VERSES } from '../../src/dossier/colonnes/bonusVerses';
import { COLONNES_PROJETS } from '../../src/dossier/colonnes/projets';
import { COLONNES_VERSEMENTS } from '../../src/dossier/colonnes/versements';
import { collectif, feuille, jour, projet, tableau, versement } from './fabrique';
import { SANS_BONUS, c, p, v, type Situation } from './situation';

const BAREME = [2021, 0.325, 7885, 2563, 300, 300, 'Circ. 2021-006, § 3.2 et 3.3'] as const;

export const FORMAT: readonly Situation[] = [
  p('montant en texte', { coutPrevisionnel: '18 000,00 €' }, ['Projets!S2 cellule.montant-en-texte']),
  p('montant illisible', { coutPrevisionnel: 'à voir' }, ['Projets!S2 cellule.nombre-illisible']),
  p('unité collée au nombre', { enfants: '12 enfants' }, ['Projets!M2 cellule.nombre-illisible']),
  p('erreur d’Excel', { coutPrevisionnel: { illisible: '#REF!' } }, ['Projets!S2 cellule.nombre-illisible']),
  p('formule jamais calculée', { coutPrevisionnel: { illisible: '=A1*2' } }, [
    'Projets!S2 cellule.nombre-illisible',
  ]),
  p('erreur dans un texte', { commune: { illisible: '#N/A' } }, ['Projets!F2 cellule.valeur-inconnue']),
  p('agrément hors liste', { agrement: 'peut-être' }, ['Projets!I2 cellule.valeur-illisible']),
  p('milliers ou décimales', { autresRecettes: '11.550' }, ['Projets!W2 cellule.montant-ambigu']),
  p('coût négatif', { fondsLocaux: -5 }, ['Projets!U2 cellule.nombre-negatif']),
  p('collectifs non entiers', { collectifsAgrees: 2.5 }, ['Projets!K2 cellule.nombre-non-entier']),
  p('plus de deux décimales', { fondsLocaux: 0.004 }, ['Projets!U2 cellule.plus-de-deux-decimales']),
  p('date illisible', { dateAgrement: 'octobre' }, ['Projets!J2 cellule.date-illisible']),
  p('date d’une formule jamais calculée', { dateAgrement: { illisible: '=A1+1' } }, [
    'Projets!J2 cellule.valeur-illisible',
  ]),
  p('date en texte', { dateAgrement: '12/10/2021' }, ['Projets!J2 cellule.date-en-texte']),
  p('variante de oui', { axeEnfants: 'x' }, ['Projets!N2 cellule.oui-non-normalise']),
  p('oui non hors liste', { axeEnfants: 'à moitié' }, ['Projets!N2 cellule.valeur-illisible']),
  p(
    'un montant que la cellule montre en date',
    { coutPrevisionnel: 18000 },
    [
      'Projets!S2 cellule.nombre-en-date — « 12/04/1949 » est une date, pas un montant. Rendre à la cellule un format Nombre et vérifier sa valeur.',
    ],
    { formats: { coutPrevisionnel: 'dd/mm/yyyy' } },
  ),
  p('un montant que la cellule montre en montant', { coutPrevisionnel: 18000 }, [], {
    formats: { coutPrevisionnel: '#,##0.00' },
  }),
  p('avis en abrégé', { agrement: 'x' }, [
    'Projets!I2 cellule.choix-normalise — Valeur « x » lue comme favorable. Préférer favorable, favorable sous réserve, refusé, ajourné ou en attente.',
  ]),
  p('type de gestionnaire hors liste', { typeGestionnaire: 'amicale' }, [
    'Projets!D2 cellule.valeur-inconnue',
  ]),
  p('public hors des mots du Clas', { public: 'jeunes du quartier' }, [
    'Projets!G2 projet.public-inconnu — Public « jeunes du quartier » non reconnu. Choisir élémentaire, collège ou lycée.',
  ]),
  ...['"', '»', 'idem', 'Id.'].map((dossier) =>
    p(`un numéro qui renvoie au-dessus : ${dossier}`, { dossier }, ['Projets!A2 cellule.valeur-illisible']),
  ),
  p(
    'un numéro de dossier devenu date',
    { dossier: jour('2021-10-12') },
    [
      'Projets!A2 dossier.en-date — « 12/10/2021 » est une date : mettre la colonne au format Texte et ressaisir le numéro de dossier.',
    ],
    { formats: { dossier: 'dd/mm/yyyy' } },
  ),
  p('un numéro de dossier de seize chiffres en nombre', { dossier: 2021045000000010 }, [
    'Projets!A2 dossier.trop-long',
  ]),
  p('un numéro de dossier de quinze chiffres en nombre', { dossier: 202104500000001 }, []),
  p('Siret arrondi par Excel', { siret: '9,99E+13' }, ['Projets!C2 siret.arrondi']),
  p('Siret en nombre, aux cinq derniers chiffres perdus, même de bonne clé', { siret: 99900001100000 }, [
    'Projets!C2 siret.arrondi',
  ]),
  p('Siret absent', { siret: null }, ['Projets!C2 siret.absent']),
  p('Siret faux', { siret: '99900001100019' }, ['Projets!C2 siret.invalide']),
  p('Siret en nombre', { siret: 99900001100018 }, ['Projets!C2 siret.stocke-en-nombre']),
  p('Siret sans son zéro', { siret: 5420712345672 }, ['Projets!C2 siret.stocke-en-nombre']),
  p('Siren en nombre, zéros rendus ou non', { siret: 999000011 }, ['Projets!C2 siret.siren']),
  p('Siren', { siret: '999000011' }, ['Projets!C2 siret.siren']),
  p('commune vide', { commune: null }, ['Projets!F2 cellule.non-renseignee']),
  p('ligne vide au milieu', {}, ['Projets!3 ligne.ignoree'], {
    projets: [projet({}), {}, projet({ dossier: 'P-2', action: 'Autre' })],
  }),
  p('sous-total au milieu', {}, ['Projets!3 ligne.ignoree'], {
    projets: [
      projet({}),
      { gestionnaire: 'Sous-total', coutPrevisionnel: 18000 },
      projet({ dossier: 'P-2', action: 'Autre' }),
    ],
  }),
  ...[
    'Pour mémoire',
    'Projets 2020-2021',
    'N-1',
    'Année dernière',
    'Clas 20/21',
    'Rappel : campagne 2020/2021',
  ].map((titre) =>
    p(titre, {}, ['Projets!3 ligne.ignoree', 'Projets!4 ligne.autre-annee'], {
      projets: [
        projet({}),
        { gestionnaire: titre },
        projet({ dossier: 'P-2', action: 'Autre' }),
        projet({ dossier: 'P-3', action: 'Encore une' }),
      ],
    }),
  ),
  ...[
    'Projets 2021-2022',
    'Nouveaux projets',
    'SECTEUR SUD',
    'Reconduits de 2020-2021',
    'Budget 2020 à revoir',
    'Anciens projets',
    'Dossiers 10/11',
    'Derniers dossiers',
  ].map((titre) =>
    p(titre, {}, ['Projets!3 ligne.ignoree'], {
      projets: [projet({}), { gestionnaire: titre }, projet({ dossier: 'P-2', action: 'Autre' })],
    }),
  ),
  p(
    'le titre de l’année referme celui d’une autre',
    {},
    [
      'Projets!2 ligne.ignoree',
      'Projets!3 ligne.autre-annee — Ligne 3 non comptée : le titre au-dessus est d’une autre année. Rien à faire si c’est le cas ; sinon, corriger ce titre (2021-2022).',
      'Projets!4 ligne.ignoree',
    ],
    {
      projets: [
        { action: '2020-2021' },
        projet({ dossier: 'P-0', action: 'Ancienne' }),
        { action: '2021-2022' },
        projet({}),
      ],
    },
  ),
  ...[
    ...['ANNULÉ', 'Annulées', 'abandonné', 'désisté', 'rejetée', 'supprimé', 'impayé', 'caduc', 'caduque'],
    ...[
      'Retiré',
      'retirés',
      'Retiré par le porteur le 12/11',
      'retiré le 3 mars',
      '- désistement -',
      'sans suite',
    ],
    ...[
      'non payé',
      'pas versée',
      'ne pas compter',
      'à ne pas payer',
      'ne pas verser',
      'à annuler',
      'à supprimer',
    ],
    ...['annulation', 'abandon', 'rejet', 'retrait', 'doublon'],
  ].map((observations) =>
    p(
      `un projet agréé, « ${observations} »`,
      { observations },
      [
        `Projets!AG2 ligne.annulee — « ${observations} » sous « Observations » : ce projet compte pourtant. S’il ne doit pas compter, corriger l’avis, ou remplir « Mis à l’écart ».`,
      ],
      {},
    ),
  ),
  ...[
    'Séance annulée le 12/11',
    'Retrait des enfants à 18 h',
    'Annulons la visite',
    'non payant',
    'Retiré du courrier',
    'doublons de clés',
    'Rejets de l’an dernier expliqués',
    'Abandon de la salle bleue',
    'à annulera',
    'désistera',
  ].map((observations) => p(`une remarque qui n’annule rien : « ${observations} »`, { observations }, [])),
  v(
    'un versement rejeté',
    [{ reference: 'Rejeté (RIB)' }],
    [
      'Versements!F2 ligne.annulee — « Rejeté (RIB) » sous « Référence » : ce versement compte pourtant. S’il n’a pas été payé, ôter la ligne ; s’il a été repris, saisir un reversement ou un indu.',
    ],
  ),
  ...[
    ['gestionnaire', 'B', 'ANNULÉ - Les Tilleuls'],
    ['action', 'E', 'Action 3 (abandon)'],
    ['action', 'E', 'Clas du soir – annulée'],
    ['dossier', 'A', 'P-1 annulé'],
  ].map(([champ = '', colonne = '', v = '']) =>
    p(`annulé à côté du nom : ${v}`, { [champ]: v }, [`Projets!${colonne}2 ligne.annulee`]),
  ),
  ...[
    'Lutte contre l’abandon scolaire',
    'Clas (retrait des enfants à 18 h)',
    'Annie et Paul - Versailles',
  ].map((action) => p(`un nom qui n’annule rien : ${action}`, { action }, [])),
  p(
    'une ligne barrée',
    {},
    [
      'Projets!2 ligne.annulee — Texte barré sur la ligne : ce projet compte pourtant. S’il ne doit pas compter, corriger l’avis, ou remplir « Mis à l’écart ».',
    ],
    { lignesBarrees: [2] },
  ),
  p(
    'un second tableau, sous d’autres intitulés',
    {},
    [
      'Projets!3 ligne.ignoree',
      'Projets!4 ligne.autres-intitules — Ligne 4 non lue : les intitulés au-dessus ne sont pas ceux de la ligne 1. Les mettre sous les mêmes colonnes, ou dans une autre feuille.',
    ],
    {
      projets: [
        projet({}),
        { dossier: 'N° dossier', gestionnaire: 'Gestionnaire', siret: 'Coût prévisionnel' },
        { dossier: 'P-2', gestionnaire: 'Les Tilleuls', siret: 15_000 },
      ],
    },
  ),
  p('cellules fusionnées à côté du tableau', {}, [], { fusions: ['BA2:BB2'] }),
  p('colonne que le modèle replie', { montantDemande: 5000 }, [], {
    colonnesMasquees: [Object.keys(COLONNES_PROJETS).indexOf('montantDemande') + 1],
  }),
  p('colonne remplie masquée', {}, ['Projets!1 feuille.colonnes-masquees'], { colonnesMasquees: [19] }),
  p('avenant qui dit ce qui s’ajoute, et non ce qui vaut', {}, ['Avenants!C2 cellule.valeur-illisible'], {
    avenants: [{ dossier: 'P-1', date: jour('2021-12-01'), coutPrevisionnel: '+500' }],
  }),
  p('ligne masquée', {}, ['Projets!1 feuille.lignes-masquees'], { lignesMasquees: [2] }),
  p('cellules fusionnées', {}, ['Projets!1 feuille.cellules-fusionnees'], { fusions: ['B2:C2'] }),
];

export const STRUCTURE: readonly Situation[] = [
  p('colonne obligatoire absente', {}, ['Projets!1 colonne.absente'], { sans: ['coutPrevisionnel'] }),
  p('colonne attendue absente', {}, ['Projets!1 colonne.attendue-absente'], { sans: ['commune'] }),
  p(
    'une colonne renommée, remplie, qui ressemble à une absente',
    { acomptesN: 1000 },
    ['Projets!AA1 colonne.non-lue'],
    { intitules: { acomptesN: 'Avances diverses' } },
  ),
  ...['Coût prévisionnel corrigé', 'Nouveau budget', 'Coût retenu', 'Budget'].map((observations) =>
    p(
      `« ${observations} » à côté de « Coût prévisionnel »`,
      { observations: 17_000 },
      [
        `Projets!AG1 colonne.rivale — Colonne « ${observations} » non lue : « Coût prévisionnel » compte à sa place, et en diffère (ligne 2). Désigner la bonne, ou ôter l’autre.`,
      ],
      { intitules: { observations } },
    ),
  ),
  p('la même colonne, deux fois, aux mêmes montants', { observations: 18_000 }, [], {
    intitules: { observations: 'Budget' },
  }),
  ...['Budget 2020', 'Budget ancien', 'Budget de la ville', 'Revue du budget par qui'].map((observations) =>
    p(`« ${observations} » n’est pas le même coût`, { observations: 17_000 }, [], {
      intitules: { observations },
    }),
  ),
  p('une colonne corrigée que l’agent écarte', { observations: 17_000 }, [], {
    intitules: { observations: 'Budget corrigé' },
    designations: { ignorees: ['budget corrigé'] },
  }),
  p('un texte dans une colonne rivale', { observations: 'à revoir' }, [], {
    intitules: { observations: 'Budget corrigé' },
  }),
  p('feuille masquée', {}, ['Projets feuille.masquee'], { visibilites: { Projets: 'masquee' } }),
  p('feuille très masquée', {}, ['Projets feuille.tres-masquee'], {
    visibilites: { Projets: 'tresMasquee' },
  }),
  p('une feuille masquée que Clas ne lit pas', {}, [], {
    autres: [feuille('Brouillon', [['à revoir']], { visibilite: 'masquee' })],
  }),
  {
    titre: 'deux journaux des versements',
    reglages: {
      autres: ['Versements 2021-2022', 'Versements (2)'].map((nom) =>
        feuille(nom, tableau(COLONNES_VERSEMENTS, [versement({})])),
      ),
    },
    rapport: ['Versements 2021-2022 feuille.en-double'],
  },
  p(
    'un journal sous un nom inconnu',
    {},
    [
      'Journal SPC feuille.journal-non-lu — Feuille « Journal SPC » non lue : elle a les intitulés de la feuille Versements. La désigner, ou la renommer « Versements ».',
    ],
    { autres: [feuille('Journal SPC', tableau(COLONNES_VERSEMENTS, [versement({})]))] },
  ),
  v(
    'un second journal',
    [{}],
    [
      'Indus feuille.versements-a-part — Feuille « Indus » non lue : elle a des versements qui ne sont pas dans « Versements ». Les y réunir, ou écarter cette feuille.',
    ],
    {},
    { autres: [feuille('Indus', tableau(COLONNES_VERSEMENTS, [versement({ nature: 'reversement' })]))] },
  ),
  p(
    'une seconde feuille de projets',
    {},
    [
      'Projets Sud feuille.projets-a-part — Feuille « Projets Sud » non lue : elle a des projets agréés qui ne sont pas dans « Projets ». Les y réunir, ou écarter cette feuille.',
    ],
    { autres: [feuille('Projets Sud', tableau(COLONNES_PROJETS, [projet({ dossier: 'P-2' })]))] },
  ),
  p('un journal sous un nom inconnu, les acomptes étant dans Projets', { acomptesN: 1000 }, [], {
    autres: [feuille('Journal SPC', tableau(COLONNES_VERSEMENTS, [versement({})]))],
  }),
  p('un journal sous un nom inconnu, dont l’agent dit qu’il n’est pas à Clas', {}, [], {
    autres: [feuille('Journal SPC', tableau(COLONNES_VERSEMENTS, [versement({})]))],
    designations: { ignorees: ['Journal SPC'] },
  }),
  p('des bonus versés sous un nom inconnu', {}, ['Bonus N-1 feuille.bonus-non-lus'], {
    autres: [
      feuille(
        'Bonus N-1',
        tableau(COLONNES_BONUS_VERSES, [{ dossier: 'Q-1', bonusEnfants: 1, montant: 300 }]),
      ),
    ],
  }),
  {
    titre: 'la feuille des projets d’une autre année',
    reglages: { nomProjets: 'Projets 2020-2021' },
    rapport: [
      'Projets 2020-2021 feuille.autre-annee — Feuille « Projets 2020-2021 » : son nom est d’une autre année que 2021-2022. La renommer, ou la désigner.',
    ],
  },
  ...['Projets 2021-2022', 'Projets 2022', 'Projets (2)'].map((nomProjets) => ({
    titre: nomProjets,
    reglages: { nomProjets },
    rapport: [],
  })),
  {
    titre: 'deux lignes du barème pour la même année',
    reglages: { bareme: [BAREME, [2021, 0.3, 6000, 1800, 300, 300, 'brouillon']] },
    rapport: [
      'Paramètres!D2 bareme.annee-en-double — Plusieurs barèmes différents pour 2021 (lignes 2, 3) : rien ne dit lequel vaut. N’en garder qu’un.',
    ],
  },
  {
    titre: 'deux lignes égales du barème, écrites autrement',
    reglages: { bareme: [BAREME, ['2021-2022', '32,5 %', '7 885 €', 2563, 300, 300, 'la même']] },
    rapport: [],
  },
  {
    titre: 'une ligne du barème à l’année illisible',
    reglages: { bareme: [['l’an passé', 0.325, 7885, 2563, 300, 300, 'à retrouver']] },
    rapport: ['Paramètres!D2 bareme.annee-illisible'],
  },
  p('colonne Siret absente', {}, ['Projets!1 colonne.siret-absente'], { sans: ['siret'] }),
  {
    titre: 'Caf absente',
    reglages: { parametres: { Caf: null } },
    rapport: ['Paramètres!B1 parametres.caf-inconnue'],
  },
  {
    titre: 'Caf inconnue',
    reglages: { parametres: { Caf: '99' } },
    rapport: ['Paramètres!B1 parametres.caf-inconnue'],
  },
  {
    titre: 'deux Caf dans le 64',
    reglages: { parametres: { Caf: 64, 'Nom de la Caf': null } },
    rapport: ['Paramètres!B1 parametres.caf-inconnue'],
  },
  {
    titre: 'un nom qui n’est celui d’aucune des deux Caf du 64',
    reglages: { parametres: { Caf: 64, 'Nom de la Caf': 'Caf de Bayonne' } },
    rapport: ['Paramètres!B1 parametres.caf-inconnue'],
  },
  {
    titre: 'un code organisme ne désigne aucune des deux Caf du 64',
    reglages: { parametres: { Caf: 64, 'Nom de la Caf': null, 'Code organisme': '641' } },
    rapport: ['Paramètres!B1 parametres.caf-inconnue'],
  },
  {
    titre: 'le nom d’une autre Caf que celle du code',
    reglages: { parametres: { Caf: '64', 'Nom de la Caf': 'Caf du Loiret' } },
    rapport: [
      'Paramètres!B1 parametres.caf-inconnue — Caf émettrice non renseignée ou inconnue (code 64, mais nom de la Caf 45). Saisir dans Paramètres le code du département et, dans le 64, le nom de la Caf.',
    ],
  },
  {
    titre: 'un nom que Clas ne connaît pas ne contredit pas le code',
    reglages: { parametres: { Caf: '45', 'Nom de la Caf': 'Caf d’Orléans' } },
    rapport: [],
  },
  {
    titre: 'deux Caf dans la cellule',
    reglages: { parametres: { Caf: '45 et 41' } },
    rapport: [
      'Paramètres!B1 remontee.caf-ou-annee-melangees — Le classeur mélange les Caf 45 et 41 : une seule Caf et une seule année scolaire par remontée. Séparer les projets.',
    ],
  },
  {
    titre: 'deux années scolaires',
    reglages: { parametres: { Campagne: '2022-2023' } },
    rapport: [
      'Paramètres!B4 remontee.caf-ou-annee-melangees — Le classeur mélange les années 2021 et 2022 : une seule Caf et une seule année scolaire par remontée. Séparer les projets.',
    ],
  },
  {
    titre: 'arrondi inconnu',
    reglages: { parametres: { 'Arrondi Ps': 'au doigt mouillé' } },
    rapport: [
      'Paramètres!B5 cellule.valeur-illisible — Valeur « au doigt mouillé » illisible au paramètre « Arrondi Ps » : choisir barème publié, centime ou euro.',
    ],
  },
  {
    titre: 'barème absent',
    reglages: {
      parametres: { 'Année scolaire': '2022-2023' },
      bareme: [],
      projets: [
        projet({
          bonusEnfants: 0,
          bonusParents: 0,
          debutConvention: jour('2022-09-01'),
          finConvention: jour('2023-08-31'),
        }),
      ],
      au: '2022-12-01',
    },
    rapport: ['Paramètres bareme.absent'],
  },
  {
    titre: 'barème sans bonus',
    reglages: { bareme: [[2021, 0.325, 7885, 2563, null, null, 'Circ.']] },
    rapport: ['Paramètres!D2 bareme.bonus-absent', 'Paramètres!D2 bareme.modifie'],
  },
  {
    titre: 'montant maximal incohérent',
    reglages: { bareme: [[2021, 0.325, 7885, 2525, 300, 300, 'Note']] },
    rapport: ['Paramètres!D2 bareme.modifie', 'Paramètres!G2 bareme.montant-incoherent'],
  },
  {
    titre: 'barème saisi en texte',
    reglages: { bareme: [[2021, '32,5 %', '7 885 €', '2.563', 300, 300, 'Circ.']] },
    rapport: ['Paramètres!F2 cellule.montant-en-texte', 'Paramètres!G2 cellule.montant-ambigu'],
  },
  {
    titre: 'barème en texte, sans montant maximal',
    reglages: { bareme: [[2021, 0.325, '7 885 €', null, 300, 300, 'Circ.']] },
    rapport: ['Paramètres!D2 bareme.absent', 'Paramètres!F2 cellule.montant-en-texte'],
  },
  {
    titre: 'barème illisible',
    reglages: { bareme: [[2021, 0.325, 7885, '2 525 2563€', 300, 300, 'Note']] },
    rapport: ['Paramètres!G2 cellule.nombre-illisible'],
  },
];

export const COHERENCE: readonly Situation[] = [
  p('dossier absent', { dossier: null }, [
    'Projets!A2 dossier.absent — Numéro de dossier manquant. Le saisir, ou vider la ligne.',
  ]),
  p(
    'dossier en double',
    {},
    [
      'Projets!A2 dossier.doublon — Dossier P-1 présent 2 fois (lignes 2, 3). Donner à chacune son numéro, ou n’en garder qu’une.',
      'Projets!A3 dossier.doublon — Dossier P-1 présent 2 fois (lignes 2, 3). Donner à chacune son numéro, ou n’en garder qu’une.',
    ],
    {
      projets: [projet({}), projet({ action: 'Autre' })],
    },
  ),
  {
    titre: 'bonus versé deux fois pour un dossier',
    reglages: {
      bonusVerses: [
        { dossier: 'A', montant: 300, bonusEnfants: 1 },
        { dossier: 'a', montant: 300, bonusEnfants: 1 },
      ],
    },
    rapport: [
      "'Bonus versés'!A2 dossier.doublon — Dossier A présent 2 fois (lignes 2, 3). Donner à chacune son numéro, ou n’en garder qu’une.",
      "'Bonus versés'!A3 dossier.doublon — Dossier a présent 2 fois (lignes 2, 3). Donner à chacune son numéro, ou n’en garder qu’une.",
      "'Bonus versés'!E2 bonus.verse-avant-2021",
    ],
  },
  p(
    'doublon possible',
    {},
    [
      'Projets!E3 projet.doublon-possible — Doublon possible : même gestionnaire, même action et même public que la ligne 2. Vérifier qu’il s’agit de deux projets.',
    ],
    {
      projets: [projet({}), projet({ dossier: 'P-2' })],
    },
  ),
  v(
    'versement orphelin',
    [{}, { dossier: 'X-9' }],
    [
      'Versements!A3 versement.dossier-inconnu — Versement non compté : dossier X-9 absent de la feuille Projets. Corriger le numéro, ou ajouter le projet.',
    ],
  ),
  v(
    'versement sans dossier',
    [{}, { dossier: null }],
    [
      'Versements!A3 versement.non-compte — Versement non compté : numéro de dossier absent. Corriger la cellule.',
    ],
  ),
  {
    titre: 'collectif orphelin',
    reglages: { collectifs: [collectif({ dossier: 'X-9' })] },
    rapport: [
      'Collectifs!A2 collectif.dossier-inconnu — Collectif rattaché au dossier X-9, absent de la feuille Projets. Corriger le numéro, ou ajouter le projet.',
    ],
  },
  {
    titre: 'détail incomplet',
    reglages: { collectifs: [collectif({})] },
    rapport: [
      'Projets!K2 collectif.detail-incomplet — 1 collectif détaillé pour 3 déclarés. Compléter la feuille Collectifs ou corriger le nombre.',
    ],
  },
  p('autre Caf', { caf: '41' }, [
    'Projets!AH2 remontee.caf-ou-annee-melangees — Le classeur mélange les Caf 45 et 41 : une seule Caf et une seule année scolaire par remontée. Séparer les projets.',
  ]),
  p('autre année', { anneeScolaire: '2020-2021' }, [
    'Projets!AH2 remontee.caf-ou-annee-melangees — Le classeur mélange les années 2021-2022 et 2020-2021 : une seule Caf et une seule année scolaire par remontée. Séparer les projets.',
  ]),
  v(
    'versement incomplet',
    [{ date: null }],
    [
      'Versements!D2 versement.incomplet — Versement incomplet : date absente. Il compte dans le solde, pas dans l’arrêté des comptes. Compléter la ligne.',
    ],
  ),
  v(
    'un solde sans date ne compte pas dans l’arrêté',
    [{ nature: 'solde', date: null }],
    ['Versements!D2 versement.incomplet — Versement incomplet : date absente. Compléter la ligne.'],
  ),
  v(
    'la gestion N-1 n’est pas la gestion N+1',
    [{ gestion: 'N – 1', date: jour('2022-02-01') }],
    [
      'Versements!C2 versement.gestion-hors-annee — Gestion « N – 1 » étrangère à l’année scolaire 2021-2022 : le versement n’est pas compté. Saisir N, N+1 ou l’année civile, ou le porter au classeur de son année.',
    ],
  ),
  v(
    'gestion étrangère',
    [{ gestion: '2019' }],
    [
      'Versements!C2 versement.gestion-hors-annee — Gestion « 2019 » étrangère à l’année scolaire 2021-2022 : le versement n’est pas compté. Saisir N, N+1 ou l’année civile, ou le porter au classeur de son année.',
    ],
  ),
  p('coût en k€', { coutPrevisionnel: 24, autresRecettes: 0, bonusEnfants: 0, bonusParents: 0 }, [
    'Projets!S2 projet.cout-unitaire-suspect — Coût par collectif de 8,00 € : vérifier l’unité (€, k€, centimes).',
    'Projets!W2 financement.sans-cofinanceur — Aucun cofinancement hors branche Famille. Vérifier le plan de financement.',
  ]),
];

export const COLLECTIFS: readonly Situation[] = [
  c('13 enfants', { enfants: 13 }, [
    'Collectifs!D2 collectif.effectif-superieur — Collectif de 13 enfants : 12 au maximum. Saisir l’effectif simultané, pas le cumul de l’année, ou créer un second collectif.',
  ]),
  c('7 enfants sans dérogation', { enfants: 7 }, [
    'Collectifs!D2 collectif.effectif-inferieur — Collectif de 7 enfants : 8 au minimum (5 en milieu rural ou avec un enfant en situation de handicap). Corriger l’effectif, ou indiquer la dérogation.',
  ]),
  c('4 enfants en milieu rural', { enfants: 4, rural: 'oui' }, [
    'Collectifs!D2 collectif.effectif-inferieur-derogatoire — Collectif de 4 enfants : 5 au minimum, même par dérogation. Corriger l’effectif, ou retirer le collectif.',
  ]),
  c('7 enfants en milieu rural', { enfants: 7, rural: 'oui' }, [
    'Collectifs!D2 collectif.derogatoire — Collectif dérogatoire (milieu rural) : 7 enfants. Rien à corriger si la dérogation est justifiée.',
  ]),
  c('5 enfants, handicap', { enfants: 5, handicap: 1 }, [
    'Collectifs!E2 cellule.oui-non-normalise',
    'Collectifs!D2 collectif.derogatoire — Collectif dérogatoire (situation de handicap) : 5 enfants. Rien à corriger si la dérogation est justifiée.',
  ]),
  c('séances courtes', { duree: 1.25 }, [
    'Collectifs!G2 collectif.rythme-insuffisant — Rythme insuffisant : 2 séances de 1 h 15 par semaine ; il faut 2 séances d’1 h 30, ou 1 de 2 h en milieu rural ou par dérogation de l’agrément. Demander une justification ou la dérogation.',
  ]),
  c('une séance de deux heures sans dérogation', { seances: 1, duree: 2 }, [
    'Collectifs!G2 collectif.rythme-insuffisant — Rythme insuffisant : 1 séance de 2 h par semaine ; il faut 2 séances d’1 h 30, ou 1 de 2 h en milieu rural ou par dérogation de l’agrément. Demander une justification ou la dérogation.',
  ]),
  c('une séance de deux heures, locaux actés', { seances: 1, duree: 2, derogation: 'oui' }, []),
  c('séances illisibles, trop courtes', { seances: 'deux', duree: 1 }, [
    'Collectifs!G2 cellule.nombre-illisible',
    'Collectifs!H2 collectif.rythme-insuffisant',
  ]),
  c('une séance d’une heure et demie', { seances: 1 }, [
    'Collectifs!G2 collectif.rythme-trop-faible — Rythme insuffisant : 1 séance de 1 h 30 par semaine ; il faut 2 séances d’1 h 30, ou 1 de 2 h en milieu rural ou par dérogation de l’agrément. Corriger, ou retirer le collectif.',
  ]),
  c('26 semaines', { semaines: 26 }, [
    'Collectifs!J2 collectif.semaines-insuffisantes — Durée insuffisante : 26 semaines ; 27 au minimum. Demander une justification.',
  ]),
  c('un intervenant', { intervenants: 1 }, [
    'Collectifs!K2 collectif.intervenants-insuffisants — Encadrement insuffisant : 1 intervenant ; 2 requis (1 accepté en milieu rural sous 8 enfants). Demander une justification.',
  ]),
  c('un intervenant rural sous 8 enfants', { intervenants: 1, rural: 'oui', enfants: 7 }, [
    'Collectifs!D2 collectif.derogatoire — Collectif dérogatoire (milieu rural) : 7 enfants. Rien à corriger si la dérogation est justifiée.',
  ]),
  c('aucun intervenant', { intervenants: 0 }, [
    'Collectifs!K2 collectif.sans-intervenant — Encadrement absent : 0 intervenant ; 2 requis (1 accepté en milieu rural sous 8 enfants). Compléter.',
  ]),
  c('début avant la reprise', { debut: jour('2021-11-07') }, [
    'Collectifs!L2 collectif.demarrage-precoce — Démarrage le 07/11/2021 : il est préconisé après les vacances de la Toussaint (reprise le 08/11/2021). Rien à corriger.',
  ]),
  c('fin le 16 juin', { fin: jour('2022-06-16') }, [
    'Collectifs!M2 collectif.fin-tardive — Fin le 16/06/2022 : le 15 juin est préconisé. Rien à corriger.',
  ]),
  c('fin le 1er juillet', { fin: jour('2022-07-01') }, [
    'Collectifs!M2 collectif.fin-apres-juin — Fin le 01/07/2022 : l’exercice s’arrête fin juin. Vérifier la date.',
  ]),
  c('fin avant le début', { debut: jour('2022-03-01'), fin: jour('2022-02-01') }, [
    'Collectifs!M2 collectif.dates-hors-annee — Dates 01/03/2022–01/02/2022 hors de l’année scolaire 2021-2022, ou fin avant le début. Corriger les dates.',
  ]),
  c('début hors année', { debut: jour('2021-08-31') }, [
    'Collectifs!L2 collectif.dates-hors-annee — Dates 31/08/2021–15/06/2022 hors de l’année scolaire 2021-2022, ou fin avant le début. Corriger les dates.',
  ]),
  c('interrompu en mars', { fin: jour('2022-03-15') }, [
    'Collectifs!M2 collectif.annee-incomplete — Collectif interrompu le 15/03/2022 : aucun prorata n’est prévu. Justifier par la décision de la Caf.',
  ]),
  c('démarré en janvier', { debut: jour('2022-01-03') }, [
    'Collectifs!L2 collectif.annee-incomplete — Collectif démarré le 03/01/2022 : aucun prorata n’est prévu. Justifier par la décision de la Caf.',
    'Collectifs!M2 collectif.periode-courte — Période du 03/01/2022 au 15/06/2022 : environ 18 semaines hors vacances. Vérifier les 27 semaines (indicatif).',
  ]),
  c('lieu absent', { lieu: null }, [
    'Collectifs!C2 collectif.lieu-absent-ou-multiple — Lieu du collectif absent ou multiple. Indiquer un lieu unique, accessible aux parents.',
  ]),
  c('deux lieux', { lieu: 'École / Médiathèque' }, [
    'Collectifs!C2 collectif.lieu-absent-ou-multiple — Lieu du collectif absent ou multiple (« École / Médiathèque »). Indiquer un lieu unique, accessible aux parents.',
  ]),
  c('un numéro de rue double', { lieu: '12/14 rue de la Paix' }, []),
  c('à domicile sans événement', { lieu: 'Au domicile des familles' }, [
    'Collectifs!Q2 collectif.domicile-sans-evenement — Accompagnement à domicile : au moins un ou deux événements collectifs par mois attendus. Compléter, ou demander au porteur.',
  ]),
  c('à domicile avec événement', { lieu: 'Au domicile des familles', evenements: 1 }, []),
  c('coûts par collectif', { cout: 9000 }, []),
];

export const PROJETS: readonly Situation[] = [
  p('agréé, sans nombre de collectifs', { collectifsAgrees: null }, ['Projets!K2 projet.aucun-collectif']),
  p('agréé, collectifs réels seuls', { collectifsAgrees: null, collectifsReels: 3 }, [
    'Projets!K2 projet.aucun-collectif',
  ]),
  p(
    'en attente, sans nombre de collectifs',
    { agrement: 'en attente', collectifsAgrees: null, bonusEnfants: 0, bonusParents: 0 },
    [],
  ),
  p('aucun collectif', { collectifsAgrees: 0 }, [
    'Projets!K2 projet.aucun-collectif — Aucun collectif retenu pour un coût : Ps et bonus non calculables. Saisir leur nombre ; si aucun n’est agréé, l’agrément « refusé » ; si aucun n’a fonctionné, 0 au coût réel.',
  ]),
  p('trop peu d’enfants', { enfants: 23 }, [
    'Projets!M2 projet.effectif-incompatible — 23 enfants pour 3 collectifs : entre 24 et 36 attendus. Vérifier l’effectif simultané.',
  ]),
  p('24 enfants pour 3 collectifs', { enfants: 24 }, []),
  p('15 enfants en milieu rural', { enfants: 15, rural: 'oui' }, []),
  p('37 enfants', { enfants: 37 }, [
    'Projets!M2 projet.effectif-incompatible — 37 enfants pour 3 collectifs : entre 24 et 36 attendus. Vérifier l’effectif simultané.',
  ]),
  p('plus de collectifs que d’agréés', { collectifsReels: 4, enfants: 40 }, [
    'Projets!L2 projet.collectifs-superieurs-agrement — 4 collectifs retenus pour 3 agréés. Ramener au nombre agréé, ou faire compléter l’agrément.',
  ]),
  p('maternelle', { public: 'maternelle' }, [
    'Projets!G2 projet.public-hors-champ — Public « maternelle » hors champ (CP au lycée). Corriger : élémentaire, collège ou lycée.',
  ]),
  p('deux publics', { public: 'élémentaire et collège' }, [
    'Projets!G2 projet.publics-multiples — Plusieurs publics (« élémentaire et collège ») : une fiche projet par public est attendue. Séparer la fiche, ou choisir le public principal.',
  ]),
  p('bonus sans agrément', { agrement: 'en attente' }, [
    'Projets!X2 bonus.demande',
    'Projets!Y2 bonus.demande',
  ]),
  ...['CE1 au CM2', 'CP-CE1', 'Élémentaires', 'de la 6ème à la 3 ème', '6°/5°', 'élèves de collège'].map(
    (v) => p(`public « ${v} »`, { public: v }, []),
  ),
  p('du CM2 à la 6e', { public: 'CM2-6e' }, ['Projets!G2 projet.publics-multiples']),
  p('grande section et CP', { public: 'GS-CP' }, ['Projets!G2 projet.public-inconnu']),
  p(
    'avis vide, acompte versé',
    { agrement: null, bonusEnfants: 0, bonusParents: 0, acomptesN: 100, autresRecettes: 12150 },
    [
      'Projets!I2 agrement.absent — Agrément du comité départemental absent : aucun versement possible. Saisir la décision du comité.',
    ],
  ),
  p('avis vide, sans bonus ni versement', { agrement: null, ...SANS_BONUS }, [
    'Projets!I2 cellule.non-renseignee — Agrément : cellule vide. La compléter.',
  ]),
  p('avis coché d’une croix', { agrement: 'x' }, [
    'Projets!I2 cellule.choix-normalise — Valeur « x » lue comme favorable. Préférer favorable, favorable sous réserve, refusé, ajourné ou en attente.',
  ]),
  p('refusé avec bonus', { agrement: 'refusé' }, ['Projets!X2 agrement.refuse-bonus']),
  p('refusé, budget seul', { agrement: 'refusé', bonusEnfants: 0, bonusParents: 0 }, []),
  p('axe non couvert', { axeEcole: 'non' }, [
    'Projets!P2 projet.axe-non-couvert — « Axe école » non couvert : les quatre axes sont cumulatifs. Faire compléter le projet.',
  ]),
  p('aide aux devoirs', { aideAuxDevoirsSeule: 'oui' }, [
    'Projets!R2 projet.aide-aux-devoirs — Action relevant exclusivement de l’aide aux devoirs : non éligible. Corriger, ou saisir l’agrément « refusé ».',
  ]),
  p('convention absente', { debutConvention: null }, [
    'Projets!AE2 convention.absente — Convention : dates non renseignées. Les saisir.',
  ]),
  p('convention de quatre ans', { finConvention: jour('2025-08-31') }, []),
  p('convention de quatre ans et un jour', { finConvention: jour('2025-09-01') }, [
    'Projets!AF2 convention.trop-longue — Convention de 4 ans et 1 jour : 4 ans au maximum, hors centre social. Vérifier les dates.',
  ]),
  p(
    'convention d’une autre année',
    { debutConvention: jour('2020-09-01'), finConvention: jour('2021-08-31') },
    [
      'Projets!AF2 convention.ne-couvre-pas — La convention (01/09/2020–31/08/2021) n’inclut pas l’année scolaire 2021-2022. Vérifier les dates.',
    ],
  ),
  p('plus de bonus que de collectifs', { bonusEnfants: 4, autresRecettes: 10650 }, [
    'Projets!X2 bonus.superieur-aux-collectifs — 4 bonus « enfants » pour 3 collectifs agréés. Ramener au nombre de collectifs agréés.',
  ]),
  p('bonus sans projet spécifique', { projetBonus: 'non' }, [
    'Projets!Z2 bonus.sans-projet — Projet bonus non validé pour le bonus « enfants et parents ». Renseigner « Projet bonus validé », ou retirer le bonus.',
  ]),
  p('bonus sur tous les collectifs', { bonusEnfants: 3, bonusParents: 3, autresRecettes: 10350 }, [
    'Projets!Y2 bonus.cumules-partout — Bonus cumulés sur la totalité des collectifs. Vérifier qu’il s’agit bien de projets spécifiques.',
  ]),
  {
    titre: 'bonus avant 2021',
    reglages: {
      parametres: { 'Année scolaire': '2020/2021' },
      bareme: [[2020, 0.325, 7885, 2563, null, null, 'Cnaf']],
      projets: [
        projet({
          bonusParents: 0,
          autresRecettes: 12150,
          debutConvention: jour('2020-09-01'),
          finConvention: jour('2021-08-31'),
        }),
      ],
      au: '2021-01-20',
    },
    rapport: [
      'Projets!J2 agrement.date-future',
      'Projets!X2 bonus.avant-2021 — Les bonus n’existent qu’à compter de l’année scolaire 2021-2022. Mettre le nombre à zéro.',
    ],
  },
  {
    titre: 'bonus versé inexact',
    reglages: {
      bonusVerses: [{ dossier: 'A', gestionnaire: 'G', bonusEnfants: 1, bonusParents: 1, montant: 650 }],
    },
    rapport: [
      "'Bonus versés'!E2 bonus.montant-inexact — Montant bonus 650,00 € : 600,00 € attendus (2 × 300,00 €). Corriger le montant ou le nombre ; si c’est bien ce qui a été versé, joindre le classeur précédent, dont le journal en fait foi.",
      "'Bonus versés'!E2 bonus.verse-avant-2021",
    ],
  },
  p('autre financement de la branche', { autresBrancheFamille: 250, autresRecettes: 11300 }, [
    'Projets!V2 financement.double — Financement « Autres financements branche Famille » de 250,00 € sur la même action : risque de double financement. Vérifier son objet.',
  ]),
];

export const VERSEMENTS: readonly Situation[] = [
  v(
    'acompte N+1 daté de N',
    [{ gestion: 'N+1', date: jour('2021-12-31') }],
    [
      'Versements!D2 versement.acompte-n1-en-n — Versement (acompte) de gestion 2022 daté du 31/12/2021 : impossible en 2021. Corriger la gestion ou la date ; s’il est parti, saisir son reversement.',
    ],
  ),
  v('acompte N+1 du 1er janvier', [{ gestion: 2022, date: jour('2022-01-01') }], []),
  v(
    'acompte N daté de N+1',
    [{ date: jour('2022-01-01') }],
    [
      'Versements!D2 versement.acompte-n-en-n1 — Acompte de gestion 2021 daté du 01/01/2022 : à traiter en liquidation de la charge à payer, hors de l’arrêté de 2021.',
    ],
  ),
  v(
    'versement avant l’agrément',
    [{ date: jour('2021-10-11') }],
    [
      'Versements!D2 agrement.posterieur-au-versement — Versement du 11/10/2021 antérieur à l’agrément du 12/10/2021. Vérifier les deux dates.',
    ],
  ),
  v(
    'bonus payé en mai',
    [{ nature: 'bonus', montant: 600, gestion: 'N+1', date: jour('2022-05-31') }],
    [
      'Versements!D2 bonus.verse-trop-tot — Bonus versé le 31/05/2022 : il se paie avec le solde, en fin d’année scolaire. Saisir le solde ou le recouvrement (indu bonus), ou corriger la date ou la nature.',
    ],
  ),
  v('bonus payé en juin', [{ nature: 'bonus', montant: 600, gestion: 'N+1', date: jour('2022-06-01') }], []),
  v(
    'bonus payé avec le solde',
    [
      { nature: 'bonus', montant: 600, gestion: 'N+1', date: jour('2022-05-31') },
      { nature: 'solde', gestion: 'N+1', date: jour('2022-05-31') },
    ],
    [],
  ),
  v(
    'bonus versé différent',
    [{ nature: 'bonus', montant: 300, gestion: 'N+1', date: jour('2022-06-20') }],
    [
      'Versements!E2 bonus.verse-different — Bonus versé 300,00 € pour 600,00 € dus. Payer ou recouvrer la différence, ou corriger le nombre de bonus.',
    ],
  ),
  v('acomptes N au centime près', [{ montant: 1638 }], []),
  v(
    'acomptes N un centime de trop',
    [{ montant: 1000 }, { montant: 638.01, date: jour('2021-12-01') }],
    [
      'Versements!E3 acomptes.n-superieurs — Acomptes 2021 : 1 638,01 € pour un maximum de 1 638,00 € (28 % de 5 850,00 €), dépassement 0,01 €. Corriger la saisie, ou saisir le reversement du trop versé ; si le dossier a été révisé depuis, saisir dans Avenants l’état d’avant, à sa date.',
    ],
  ),
  v(
    'acomptes N+1 un centime de trop',
    [{ gestion: 'N+1', montant: 2457.01, date: jour('2022-02-01') }],
    [
      'Versements!E2 acomptes.n1-superieurs — Acomptes 2022 : 2 457,01 € pour un maximum de 2 457,00 € (42 % de 5 850,00 €), dépassement 0,01 €. Corriger la saisie, ou saisir le reversement du trop versé ; si le dossier a été révisé depuis, saisir dans Avenants l’état d’avant, à sa date.',
    ],
  ),
  v(
    'acomptes N au-delà des 4/10',
    [{ montant: 2340.01 }],
    [
      'Projets!A2 cloture.trop-verse-n — Acomptes 2021 supérieurs aux 4/10 : charge à payer nulle, trop versé 0,01 €. À régulariser : corriger l’acompte, ou saisir son reversement.',
      'Versements!E2 acomptes.n-superieurs — Acomptes 2021 : 2 340,01 € pour un maximum de 1 638,00 € (28 % de 5 850,00 €), dépassement 702,01 €. Corriger la saisie, ou saisir le reversement du trop versé ; si le dossier a été révisé depuis, saisir dans Avenants l’état d’avant, à sa date.',
    ],
  ),
];

export const CALCULS: readonly Situation[] = [
  p('bonus sans coût', { coutPrevisionnel: null }, [
    'Projets!S2 cloture.sans-budget',
    'Projets!S2 ps.cout-previsionnel-absent — Coût prévisionnel absent : Ps prévisionnelle non calculée. Saisir le budget.',
    'Projets!X2 bonus.sans-ps — Bonus sans prestation de service Clas : le bonus complète la Ps. Saisir le coût, ou corriger le nombre de bonus accordés.',
  ]),
  p('un centime sous le plafond', { coutPrevisionnel: 23654.99, autresRecettes: 15367.12 }, []),
  p('au plafond', { coutPrevisionnel: 23655, autresRecettes: 15366 }, [
    'Projets!S2 ps.plafond-applique — Prix de revient par collectif 7 885,00 €, au moins égal au plafond 7 885,00 € : plafond appliqué. Rien à corriger.',
  ]),
  p('compte de résultat absent, année en cours', {}, [], { au: '2022-06-30' }),
  p(
    'compte de résultat absent, année finie',
    {},
    [
      'Projets!T2 ps.cout-reel-absent — Coût réel absent : Ps réelle non calculée. Saisir le compte de résultat.',
    ],
    { au: '2022-09-30' },
  ),
  p(
    'compte de résultat absent, au 1er octobre',
    {},
    [
      'Projets!T2 cloture.compte-de-resultat-absent — Compte de résultat définitif non reçu : dossier non liquidé (pas de charge à payer en 2022). Le réclamer.',
    ],
    { au: '2022-10-01' },
  ),
  p('coût réel sans collectifs réels', { coutReel: 18000, acomptesN: 0 }, [
    'Projets!L2 ps.collectifs-reels-absents — Coût réel sans nombre de collectifs réels : le nombre agréé (3) est retenu. Saisir les collectifs réels.',
  ]),
  p('réel 20 % plus haut', { coutReel: 21600, collectifsReels: 3 }, [
    'Projets!T2 cloture.ecart-charge-a-payer — Charge à payer 2 340,00 €, liquidé 2 808,00 € : écart 468,00 € à régulariser.',
  ]),
  p(
    'réel 20 % plus haut, mis à l’écart : il n’est pas de l’arrêté',
    { coutReel: 21600, collectifsReels: 3, misAlEcart: 'litige' },
    [
      'Projets!AP2 projet.mis-a-ecart — Dossier P-1 mis à l’écart : litige. Vider « Mis à l’écart » pour le compter de nouveau.',
    ],
  ),
  p('réel plus de 20 % plus haut', { coutReel: 21600.01, collectifsReels: 3 }, [
    'Projets!T2 cloture.ecart-charge-a-payer — Charge à payer 2 340,00 €, liquidé 2 808,00 € : écart 468,00 € à régulariser.',
    'Projets!T2 ps.ecart-budget — Écart de +20 % entre budget et compte de résultat. Demander une explication.',
  ]),
  p('solde nul : aucun indu', { coutReel: 12600, collectifsReels: 3, acomptesN: 1638, acomptesN1: 2457 }, [
    'Projets!T2 cloture.ecart-charge-a-payer — Charge à payer 702,00 €, liquidé 0,00 € : écart −702,00 € à régulariser.',
    'Projets!T2 ps.ecart-budget — Écart de −30 % entre budget et compte de résultat. Demander une explication.',
  ]),
  p('indu d’un centime', { coutReel: 12599.97, collectifsReels: 3, acomptesN: 1638, acomptesN1: 2457 }, [
    'Projets!T2 cloture.ecart-charge-a-payer — Charge à payer 702,00 €, liquidé 0,00 € : écart −702,00 € à régulariser.',
    'Projets!T2 cloture.indu — Trop versé de 0,01 € : indu à notifier au gestionnaire.',
    'Projets!T2 ps.ecart-budget — Écart de −30 % entre budget et compte de résultat. Demander une explication.',
  ]),
  p(
    'trop versé à la liquidation',
    { coutReel: 12000, collectifsReels: 3, acomptesN: 1638, acomptesN1: 2457 },
    [
      'Projets!T2 cloture.ecart-charge-a-payer — Charge à payer 702,00 €, liquidé −78,00 € : écart −780,00 € à régulariser.',
      'Projets!T2 cloture.indu — Trop versé de 195,00 € : indu à notifier au gestionnaire.',
      'Projets!T2 ps.ecart-budget — Écart de −33,33 % entre budget et compte de résultat. Demander une explication.',
    ],
  ),
  p('montant accordé trop haut', { montantAccorde: 5850.01 }, [
    'Projets!AI2 ps.accorde-superieur — Montant accordé 5 850,01 € supérieur au droit 5 850,00 €, seul retenu. Ramener au droit théorique.',
  ]),
  p('formule écrasée', { psSaisie: 5800 }, [
    'Projets!AH2 ps.montant-saisi-different — Montant saisi 5 800,00 € différent du montant recalculé 5 850,00 € (écart 50,00 €). Rétablir la formule ou corriger.',
  ]),
  p('80 % exactement', { fondsLocaux: 7950, autresRecettes: 3600 }, [
    'Projets!S2 financement.proche-80 — Financements branche Famille à 80 % du coût, pour 80 % au plus. Rien à corriger.',
  ]),
  p('un centime au-delà de 80 %', { fondsLocaux: 7950.01, autresRecettes: 3599.99 }, [
    'Projets!S2 financement.depassement-80 — Financements branche Famille 14 400,01 € = 80 % du coût : plafond de 80 % dépassé de 0,01 €. Réduire ; ordre proposé (interprétation) : fonds locaux, bonus.',
  ]),
  p('75 %', { fondsLocaux: 7050, autresRecettes: 4500 }, [
    'Projets!S2 financement.proche-80 — Financements branche Famille à 75 % du coût, pour 80 % au plus. Rien à corriger.',
  ]),
  p('sous 75 %', { fondsLocaux: 7049.99, autresRecettes: 4500.01 }, []),
  p('aucun cofinanceur', { autresRecettes: 0 }, [
    'Projets!W2 financement.sans-cofinanceur — Aucun cofinancement hors branche Famille. Vérifier le plan de financement.',
  ]),
  p('recettes trop hautes', { autresRecettes: 11550.01 }, [
    'Projets!W2 financement.recettes-superieures — Recettes 18 000,01 € supérieures au coût 18 000,00 € : excédent à expliquer.',
  ]),
  p('budget non équilibré', { autresRecettes: 11549.99 }, [
    'Projets!W2 financement.budget-desequilibre — Budget non équilibré (il manque 0,01 € de recettes). Compléter le plan de financement.',
  ]),
  {
    titre: 'coûts propres des collectifs',
    reglages: {
      projets: [projet({ collectifsReels: null })],
      collectifs: [
        collectif({ cout: 14000 }),
        collectif({ collectif: 'Groupe 2', cout: 2000 }),
        collectif({ collectif: 'Groupe 3', cout: 2000 }),
      ],
    },
    rapport: [
      'Projets!S2 ps.par-collectif-different — Calcul par collectif 3 863,00 €, sur la moyenne 5 850,00 € : la moyenne est retenue. Rien à corriger.',
    ],
  },
  {
    titre: 'formule au barème par défaut',
    reglages: {
      parametres: { 'Année scolaire': '2022-2023' },
      bareme: [[2022, 0.325, 8000, 2600, 300, 300, 'Cnaf']],
      projets: [
        projet({
          debutConvention: jour('2022-09-01'),
          finConvention: jour('2023-08-31'),
          dateAgrement: jour('2022-10-01'),
        }),
      ],
      formules: {
        B2: '=CLAS.PS(S2,K2)',
        C2: '=CLAS.PS(S2,K2,2022)',
        D2: '=CLAS.ACOMPTE_N(CLAS.PS_BAREME(S2,K2,E2,F2,G2))',
        E2: '=CLAS.PS(S2,K2,,"euro")',
        F2: '=CLAS.PS(S2,K2,2021)',
        G2: '=CLAS.PS(S2,K2,"2021-2022")',
        H2: '=CLAS.PS(S2,K2,Paramètres!B7)',
        I2: '=CLAS.BONUS(1,1,310)',
        J2: '=CLAS.BONUS(1,1)',
        K2: '="Aide : CLAS.PS(24000,3)"',
        L2: "='CLAS.PS(a,b)'!A1",
        M2: '="dit ""CLAS.TAUX()"""&CLAS.PS_MAX(2022)',
        N2: '="CLAS.TAUX()"&CLAS.PLAFOND()',
      },
      au: '2022-12-01',
    },
    rapport: [
      'Projets!B2 ps.annee-par-defaut — Formule « =CLAS.PS(S2;K2) » au barème 2021 par défaut, dans un classeur 2022-2023. Utiliser CLAS.PS_BAREME avec les cellules du barème.',
      'Projets!E2 ps.annee-par-defaut',
      'Projets!F2 ps.annee-par-defaut — Formule « =CLAS.PS(S2;K2;2021) » au barème 2021, dans un classeur 2022-2023. Utiliser CLAS.PS_BAREME avec les cellules du barème.',
      'Projets!G2 ps.annee-par-defaut',
      'Projets!J2 ps.annee-par-defaut',
      'Projets!N2 ps.annee-par-defaut',
    ],
  },
];
