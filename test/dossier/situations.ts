/** Une situation par anomalie : ce qu'on abîme dans le classeur juste, et le rapport exact attendu. */
import { collectif, jour, projet, versement, type Ligne, type Reglages } from './fabrique';

export interface Situation {
  readonly titre: string;
  readonly reglages: Reglages;
  readonly rapport: readonly string[];
}

const p = (titre: string, change: Ligne, rapport: readonly string[], reste: Reglages = {}): Situation => ({
  titre,
  reglages: { projets: [projet(change)], ...reste },
  rapport,
});
/** Trois collectifs pour le projet, dont le premier est changé. */
const c = (titre: string, change: Ligne, rapport: readonly string[], duProjet: Ligne = {}): Situation => ({
  titre,
  reglages: {
    projets: [projet(duProjet)],
    collectifs: [
      collectif(change),
      collectif({ collectif: 'Groupe 2' }),
      collectif({ collectif: 'Groupe 3' }),
    ],
  },
  rapport,
});
const v = (
  titre: string,
  lignes: readonly Ligne[],
  rapport: readonly string[],
  duProjet: Ligne = {},
  reste: Reglages = {},
): Situation => ({
  titre,
  reglages: { projets: [projet(duProjet)], versements: lignes.map(versement), ...reste },
  rapport,
});

export const FORMAT: readonly Situation[] = [
  p('montant en texte', { coutPrevisionnel: '18 000,00 €' }, ['Projets!S2 cellule.montant-en-texte']),
  p('montant illisible', { coutPrevisionnel: 'à voir' }, ['Projets!S2 cellule.nombre-illisible']),
  p('unité collée au nombre', { enfants: '12 enfants' }, ['Projets!M2 cellule.nombre-illisible']),
  p('erreur d’Excel', { coutPrevisionnel: { illisible: '#REF!' } }, ['Projets!S2 cellule.nombre-illisible']),
  p('formule jamais calculée', { coutPrevisionnel: { illisible: '=A1*2' } }, [
    'Projets!S2 cellule.nombre-illisible',
  ]),
  p('erreur dans un texte', { commune: { illisible: '#N/A' } }, ['Projets!F2 cellule.valeur-illisible']),
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
  p('cellules fusionnées à côté du tableau', {}, [], { fusions: ['AK2:AL2'] }),
  p('ligne masquée', {}, ['Projets!1 feuille.lignes-masquees'], { lignesMasquees: [2] }),
  p('cellules fusionnées', {}, ['Projets!1 feuille.cellules-fusionnees'], { fusions: ['B2:C2'] }),
];

export const STRUCTURE: readonly Situation[] = [
  p('colonne obligatoire absente', {}, ['Projets!1 colonne.absente'], { sans: ['coutPrevisionnel'] }),
  p('colonne attendue absente', {}, ['Projets!1 colonne.attendue-absente'], { sans: ['commune'] }),
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
    titre: 'deux Caf dans la cellule',
    reglages: { parametres: { Caf: '45 et 41' } },
    rapport: ['Paramètres!B1 remontee.caf-ou-annee-melangees'],
  },
  {
    titre: 'deux années scolaires',
    reglages: { parametres: { Campagne: '2022-2023' } },
    rapport: ['Paramètres!B4 remontee.caf-ou-annee-melangees'],
  },
  {
    titre: 'arrondi inconnu',
    reglages: { parametres: { 'Arrondi Ps': 'au doigt mouillé' } },
    rapport: ['Paramètres!B5 cellule.valeur-illisible'],
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
  p('dossier absent', { dossier: null }, ['Projets!A2 dossier.absent']),
  p('dossier en double', {}, ['Projets!A2 dossier.doublon', 'Projets!A3 dossier.doublon'], {
    projets: [projet({}), projet({ action: 'Autre' })],
  }),
  {
    titre: 'bonus versé deux fois pour un dossier',
    reglages: {
      bonusVerses: [
        { dossier: 'A', montant: 300, bonusEnfants: 1 },
        { dossier: 'a', montant: 300, bonusEnfants: 1 },
      ],
    },
    rapport: ["'Bonus versés'!A2 dossier.doublon", "'Bonus versés'!A3 dossier.doublon"],
  },
  p('doublon possible', {}, ['Projets!E3 projet.doublon-possible'], {
    projets: [projet({}), projet({ dossier: 'P-2' })],
  }),
  v('versement orphelin', [{}, { dossier: 'X-9' }], ['Versements!A3 versement.dossier-inconnu']),
  v('versement sans dossier', [{}, { dossier: null }], ['Versements!A3 dossier.absent']),
  {
    titre: 'collectif orphelin',
    reglages: { collectifs: [collectif({ dossier: 'X-9' })] },
    rapport: ['Collectifs!A2 collectif.dossier-inconnu'],
  },
  {
    titre: 'détail incomplet',
    reglages: { collectifs: [collectif({})] },
    rapport: ['Projets!K2 collectif.detail-incomplet'],
  },
  p('autre Caf', { caf: '41' }, ['Projets!AH2 remontee.caf-ou-annee-melangees']),
  p('autre année', { anneeScolaire: '2020-2021' }, ['Projets!AH2 remontee.caf-ou-annee-melangees']),
  v('versement incomplet', [{ date: null }], ['Versements!D2 versement.incomplet']),
  v('gestion étrangère', [{ gestion: '2019' }], ['Versements!C2 versement.gestion-hors-annee']),
  p('coût en k€', { coutPrevisionnel: 24, autresRecettes: 0, bonusEnfants: 0, bonusParents: 0 }, [
    'Projets!S2 projet.cout-unitaire-suspect',
    'Projets!W2 financement.sans-cofinanceur',
  ]),
];

export const COLLECTIFS: readonly Situation[] = [
  c('13 enfants', { enfants: 13 }, ['Collectifs!D2 collectif.effectif-superieur']),
  c('7 enfants sans dérogation', { enfants: 7 }, ['Collectifs!D2 collectif.effectif-inferieur']),
  c('4 enfants en milieu rural', { enfants: 4, rural: 'oui' }, [
    'Collectifs!D2 collectif.effectif-inferieur-derogatoire',
  ]),
  c('7 enfants en milieu rural', { enfants: 7, rural: 'oui' }, ['Collectifs!D2 collectif.derogatoire']),
  c('5 enfants, handicap', { enfants: 5, handicap: 1 }, [
    'Collectifs!E2 cellule.oui-non-normalise',
    'Collectifs!D2 collectif.derogatoire',
  ]),
  c('séances courtes', { duree: 1.25 }, ['Collectifs!G2 collectif.rythme-insuffisant']),
  c('une séance de deux heures sans dérogation', { seances: 1, duree: 2 }, [
    'Collectifs!G2 collectif.rythme-insuffisant',
  ]),
  c('une séance de deux heures, locaux actés', { seances: 1, duree: 2, derogation: 'oui' }, []),
  c('une séance d’une heure et demie', { seances: 1 }, ['Collectifs!G2 collectif.rythme-trop-faible']),
  c('séances illisibles, trop courtes', { seances: 'deux', duree: 1 }, [
    'Collectifs!G2 cellule.nombre-illisible',
    'Collectifs!H2 collectif.rythme-insuffisant',
  ]),
  c('26 semaines', { semaines: 26 }, ['Collectifs!J2 collectif.semaines-insuffisantes']),
  c('un intervenant', { intervenants: 1 }, ['Collectifs!K2 collectif.intervenants-insuffisants']),
  c('un intervenant rural sous 8 enfants', { intervenants: 1, rural: 'oui', enfants: 7 }, [
    'Collectifs!D2 collectif.derogatoire',
  ]),
  c('aucun intervenant', { intervenants: 0 }, ['Collectifs!K2 collectif.sans-intervenant']),
  c('début avant la reprise', { debut: jour('2021-11-07') }, ['Collectifs!L2 collectif.demarrage-precoce']),
  c('fin le 16 juin', { fin: jour('2022-06-16') }, ['Collectifs!M2 collectif.fin-tardive']),
  c('fin le 1er juillet', { fin: jour('2022-07-01') }, ['Collectifs!M2 collectif.fin-apres-juin']),
  c('fin avant le début', { debut: jour('2022-03-01'), fin: jour('2022-02-01') }, [
    'Collectifs!M2 collectif.dates-hors-annee',
  ]),
  c('début hors année', { debut: jour('2021-08-31') }, ['Collectifs!L2 collectif.dates-hors-annee']),
  c('interrompu en mars', { fin: jour('2022-03-15') }, ['Collectifs!M2 collectif.annee-incomplete']),
  c('démarré en janvier', { debut: jour('2022-01-03') }, [
    'Collectifs!L2 collectif.annee-incomplete',
    'Collectifs!M2 collectif.periode-courte',
  ]),
  c('lieu absent', { lieu: null }, ['Collectifs!C2 collectif.lieu-absent-ou-multiple']),
  c('un numéro de rue double', { lieu: '12/14 rue de la Paix' }, []),
  c('deux lieux', { lieu: 'École / Médiathèque' }, ['Collectifs!C2 collectif.lieu-absent-ou-multiple']),
  c('à domicile sans événement', { lieu: 'Au domicile des familles' }, [
    'Collectifs!Q2 collectif.domicile-sans-evenement',
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
  p('aucun collectif', { collectifsAgrees: 0 }, ['Projets!K2 projet.aucun-collectif']),
  p('trop peu d’enfants', { enfants: 23 }, ['Projets!M2 projet.effectif-incompatible']),
  p('24 enfants pour 3 collectifs', { enfants: 24 }, []),
  p('15 enfants en milieu rural', { enfants: 15, rural: 'oui' }, []),
  p('37 enfants', { enfants: 37 }, ['Projets!M2 projet.effectif-incompatible']),
  p('plus de collectifs que d’agréés', { collectifsReels: 4, enfants: 40 }, [
    'Projets!L2 projet.collectifs-superieurs-agrement',
  ]),
  ...['CE1 au CM2', 'CP-CE1', 'Élémentaires', 'de la 6ème à la 3 ème', '6°/5°', 'élèves de collège'].map(
    (v) => p(`public « ${v} »`, { public: v }, []),
  ),
  p('du CM2 à la 6e', { public: 'CM2-6e' }, ['Projets!G2 projet.publics-multiples']),
  p('grande section et CP', { public: 'GS-CP' }, ['Projets!G2 projet.public-hors-champ']),
  p('maternelle', { public: 'maternelle' }, ['Projets!G2 projet.public-hors-champ']),
  p('deux publics', { public: 'élémentaire et collège' }, ['Projets!G2 projet.publics-multiples']),
  p('bonus sans agrément', { agrement: 'en attente' }, ['Projets!I2 agrement.absent']),
  p(
    'avis vide, acompte versé',
    { agrement: null, bonusEnfants: 0, bonusParents: 0, acomptesN: 100, autresRecettes: 12150 },
    ['Projets!I2 agrement.absent'],
  ),
  p('refusé avec bonus', { agrement: 'refusé' }, ['Projets!I2 agrement.refuse']),
  p('refusé, budget seul', { agrement: 'refusé', bonusEnfants: 0, bonusParents: 0 }, []),
  p('axe non couvert', { axeEcole: 'non' }, ['Projets!P2 projet.axe-non-couvert']),
  p('aide aux devoirs', { aideAuxDevoirsSeule: 'oui' }, ['Projets!R2 projet.aide-aux-devoirs']),
  p('convention absente', { debutConvention: null }, ['Projets!AE2 convention.absente']),
  p('convention de quatre ans', { finConvention: jour('2025-08-31') }, []),
  p('convention de quatre ans et un jour', { finConvention: jour('2025-09-01') }, [
    'Projets!AF2 convention.trop-longue',
  ]),
  p(
    'convention d’une autre année',
    { debutConvention: jour('2020-09-01'), finConvention: jour('2021-08-31') },
    ['Projets!AF2 convention.ne-couvre-pas'],
  ),
  p('plus de bonus que de collectifs', { bonusEnfants: 4, autresRecettes: 10650 }, [
    'Projets!X2 bonus.superieur-aux-collectifs',
  ]),
  p('bonus sans projet spécifique', { projetBonus: 'non' }, ['Projets!Z2 bonus.sans-projet']),
  p('bonus sur tous les collectifs', { bonusEnfants: 3, bonusParents: 3, autresRecettes: 10350 }, [
    'Projets!Y2 bonus.cumules-partout',
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
    rapport: ['Projets!X2 bonus.avant-2021'],
  },
  {
    titre: 'bonus versé inexact',
    reglages: {
      bonusVerses: [{ dossier: 'A', gestionnaire: 'G', bonusEnfants: 1, bonusParents: 1, montant: 650 }],
    },
    rapport: ["'Bonus versés'!E2 bonus.montant-inexact"],
  },
  p('autre financement de la branche', { autresBrancheFamille: 250, autresRecettes: 11300 }, [
    'Projets!V2 financement.double',
  ]),
];

export const VERSEMENTS: readonly Situation[] = [
  v(
    'acompte N+1 daté de N',
    [{ gestion: 'N+1', date: jour('2021-12-31') }],
    ['Versements!D2 versement.acompte-n1-en-n'],
  ),
  v('acompte N+1 du 1er janvier', [{ gestion: 2022, date: jour('2022-01-01') }], []),
  v('acompte N daté de N+1', [{ date: jour('2022-01-01') }], ['Versements!D2 versement.acompte-n-en-n1']),
  v(
    'versement avant l’agrément',
    [{ date: jour('2021-10-11') }],
    ['Versements!D2 agrement.posterieur-au-versement'],
  ),
  v(
    'bonus payé en mai',
    [{ nature: 'bonus', montant: 600, gestion: 'N+1', date: jour('2022-05-31') }],
    ['Versements!D2 bonus.verse-trop-tot'],
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
    ['Versements!E2 bonus.verse-different'],
  ),
  v('acomptes N au centime près', [{ montant: 1638 }], []),
  v(
    'acomptes N un centime de trop',
    [{ montant: 1000 }, { montant: 638.01, date: jour('2021-12-01') }],
    ['Versements!E3 acomptes.n-superieurs'],
  ),
  v(
    'acomptes N+1 un centime de trop',
    [{ gestion: 'N+1', montant: 2457.01, date: jour('2022-02-01') }],
    ['Versements!E2 acomptes.n1-superieurs'],
  ),
  v(
    'acomptes N au-delà des 4/10',
    [{ montant: 2340.01 }],
    ['Projets!A2 cloture.trop-verse-n', 'Versements!E2 acomptes.n-superieurs'],
  ),
];

export const CALCULS: readonly Situation[] = [
  p('bonus sans coût', { coutPrevisionnel: null }, [
    'Projets!S2 ps.cout-previsionnel-absent',
    'Projets!X2 bonus.sans-ps',
  ]),
  p('un centime sous le plafond', { coutPrevisionnel: 23654.99, autresRecettes: 15367.12 }, []),
  p('au plafond', { coutPrevisionnel: 23655, autresRecettes: 15366 }, ['Projets!S2 ps.plafond-applique']),
  p('compte de résultat absent, année en cours', {}, [], { au: '2022-06-30' }),
  p('compte de résultat absent, année finie', {}, ['Projets!T2 ps.cout-reel-absent'], { au: '2022-09-30' }),
  p(
    'compte de résultat absent, au 1er octobre',
    {},
    ['Projets!T2 cloture.compte-de-resultat-absent', 'Projets!T2 ps.cout-reel-absent'],
    { au: '2022-10-01' },
  ),
  p('coût réel sans collectifs réels', { coutReel: 18000, acomptesN: 0 }, [
    'Projets!L2 ps.collectifs-reels-absents',
  ]),
  p('réel 20 % plus haut', { coutReel: 21600, collectifsReels: 3 }, [
    'Projets!T2 cloture.ecart-charge-a-payer',
  ]),
  p('réel plus de 20 % plus haut', { coutReel: 21600.01, collectifsReels: 3 }, [
    'Projets!T2 cloture.ecart-charge-a-payer',
    'Projets!T2 ps.ecart-budget',
  ]),
  p(
    'indu',
    {
      coutReel: 15000,
      collectifsReels: 3,
      acomptesN: 1600,
      acomptesN1: 2400,
      bonusEnfants: 0,
      bonusParents: 0,
      autresRecettes: 12150,
    },
    ['Projets!T2 cloture.ecart-charge-a-payer'],
  ),
  p(
    'indu d’un centime',
    {
      coutReel: 15000,
      collectifsReels: 3,
      acomptesN: 1638,
      acomptesN1: 2457,
      collectifsAgrees: 3,
      fondsLocaux: 0,
    },
    ['Projets!T2 cloture.ecart-charge-a-payer'],
  ),
  p(
    'trop versé à la liquidation',
    { coutReel: 12000, collectifsReels: 3, acomptesN: 1638, acomptesN1: 2457 },
    ['Projets!T2 cloture.ecart-charge-a-payer', 'Projets!T2 cloture.indu', 'Projets!T2 ps.ecart-budget'],
  ),
  p('montant accordé trop haut', { montantAccorde: 5850.01 }, ['Projets!AH2 ps.accorde-superieur']),
  p('formule écrasée', { psSaisie: 5800 }, ['Projets!AH2 ps.montant-saisi-different']),
  p('80 % exactement', { fondsLocaux: 7950, autresRecettes: 3600 }, ['Projets!S2 financement.proche-80']),
  p('un centime au-delà de 80 %', { fondsLocaux: 7950.01, autresRecettes: 3599.99 }, [
    'Projets!S2 financement.depassement-80',
  ]),
  p('75 %', { fondsLocaux: 7050, autresRecettes: 4500 }, ['Projets!S2 financement.proche-80']),
  p('sous 75 %', { fondsLocaux: 7049.99, autresRecettes: 4500.01 }, []),
  p('aucun cofinanceur', { autresRecettes: 0 }, ['Projets!W2 financement.sans-cofinanceur']),
  p('recettes trop hautes', { autresRecettes: 11550.01 }, ['Projets!W2 financement.recettes-superieures']),
  p('budget non équilibré', { autresRecettes: 11549.99 }, ['Projets!W2 financement.budget-desequilibre']),
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
    rapport: ['Projets!S2 ps.par-collectif-different'],
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
      },
      au: '2022-12-01',
    },
    rapport: ['Projets!B2 ps.annee-par-defaut'],
  },
];
