/** Les fautes du classeur d'essai : le repère, ce qui est faux, et les seules cellules qui diffèrent. */
import type { LigneCollectif, LigneProjet, LigneVersement } from './classeur';
import { siret, siretFaux } from './noms';

export interface Cas {
  readonly repere: string;
  readonly fait: string;
  readonly projet?: LigneProjet;
  /** Détail des collectifs ; absent : aucun. */
  readonly collectifs?: readonly LigneCollectif[];
  /** Versements ; absents : l'acompte ordinaire. */
  readonly versements?: readonly LigneVersement[];
}

const cas = (repere: string, fait: string, reste: Omit<Cas, 'repere' | 'fait'> = {}): Cas => ({
  repere,
  fait,
  ...reste,
});
const surProjet = (repere: string, fait: string, projet: LigneProjet): Cas => cas(repere, fait, { projet });
const surCollectif = (repere: string, fait: string, ecart: LigneCollectif): Cas =>
  cas(repere, fait, { collectifs: [ecart] });
const surVersements = (repere: string, fait: string, ...versements: LigneVersement[]): Cas =>
  cas(repere, fait, { versements });

const FORMATS: readonly Cas[] = [
  surProjet('C-FMT-01', 'un coût saisi en texte.', { coutPrevisionnel: '6 000,00 €' }),
  surProjet('C-FMT-02', '« néant » n’est pas un nombre.', { fondsLocaux: 'néant' }),
  surProjet('C-FMT-03', 'milliers ou décimales ?', { autresRecettes: '4.050' }),
  surProjet('C-FMT-04', 'un montant négatif.', { fondsLocaux: -100 }),
  surProjet('C-FMT-05', 'un nombre d’enfants à virgule.', { enfants: 10.5 }),
  surProjet('C-FMT-06', 'trois décimales.', { autresRecettes: 4_050.004 }),
  surProjet('C-FMT-07', 'des milliers d’euros pris pour des euros.', { coutReel: 6 }),
  surProjet('C-FMT-08', 'le 31 septembre n’existe pas.', { dateAgrement: '31/09/2021' }),
  surProjet('C-FMT-08', 'une date saisie en texte, lisible.', { dateAgrement: '07/10/2021' }),
  surProjet('C-FMT-09', 'une croix pour oui.', { axeEnfants: 'x' }),
  cas('C-FMT-10', 'la colonne « Type de gestionnaire » est deux fois dans la feuille.'),
  cas('C-FMT-12', 'cette ligne est masquée.'),
  surProjet('C-FMT-13', 'une Ps saisie à la main.', { psSaisie: 2_000 }),
];

const IDENTITES: readonly Cas[] = [
  cas('C-ID-01', 'pas de numéro de dossier.', { projet: { dossier: null }, versements: [] }),
  cas('C-ID-02', 'le même numéro deux fois.', { projet: { dossier: 'ESSAI-DOUBLE' }, versements: [] }),
  cas('C-ID-02', 'le même numéro deux fois.', { projet: { dossier: 'ESSAI-DOUBLE' }, versements: [] }),
  surProjet('C-ID-03', 'la même action sous deux numéros.', { siret: siret(90), action: 'Lire ensemble' }),
  surProjet('C-ID-03', 'la même action sous deux numéros.', { siret: siret(90), action: 'Lire ensemble' }),
  surProjet('C-ID-04', 'pas de Siret.', { siret: null }),
  surProjet('C-ID-05', 'une clé de Siret fausse.', { siret: siretFaux(93) }),
  surProjet('C-ID-06', 'un Siret en nombre, son zéro de tête perdu.', { siret: Number(siret(91, '099')) }),
  surProjet('C-ID-07', 'un Siren à la place du Siret.', { siret: siret(92).slice(0, 9) }),
  surProjet('C-ID-08', 'pas de commune.', { commune: null }),
  cas('C-ID-09', 'voir la feuille Versements : un dossier inconnu y est payé.'),
  surProjet('C-ID-10', 'une autre année scolaire.', { anneeScolaire: '2020-2021' }),
  cas(
    'C-PAR-03',
    'voir la feuille Paramètres : le montant maximal n’est pas plafond × taux (C-PAR-04 aussi).',
  ),
  cas('C-REM-05', 'voir la feuille Paramètres : la Caf 99 n’existe pas.'),
];

const COLLECTIFS: readonly Cas[] = [
  surCollectif('C-COL-01', 'treize enfants.', { enfants: 13 }),
  surCollectif('C-COL-02', 'six enfants, sans dérogation.', { enfants: 6 }),
  surCollectif('C-COL-03', 'quatre enfants, même en milieu rural.', { enfants: 4, rural: 'oui' }),
  surCollectif('C-COL-04', 'six enfants en milieu rural.', { enfants: 6, rural: 'oui' }),
  surProjet('C-COL-05', 'aucun collectif, mais un coût.', {
    collectifsAgrees: 0,
    collectifsReels: 0,
    enfants: 0,
  }),
  surProjet('C-COL-06', 'trente enfants pour un collectif.', { enfants: 30 }),
  cas('C-COL-07', 'deux collectifs détaillés pour un déclaré.', {
    collectifs: [{}, { collectif: 'Groupe 2' }],
  }),
  surProjet('C-COL-08', 'plus de collectifs que d’agréés.', { collectifsReels: 2, enfants: 20 }),
  surCollectif('C-COL-09', 'une seule séance d’une heure et demie.', { seances: 1 }),
  surCollectif('C-COL-09', 'deux séances d’une heure.', { duree: 1 }),
  surCollectif('C-COL-10', 'vingt-quatre semaines.', { semaines: 24 }),
  surCollectif('C-COL-11', 'trop court pour vingt-sept semaines.', {
    debut: '2021-11-29',
    fin: '2022-06-03',
  }),
  surCollectif('C-COL-12', 'un seul intervenant.', { intervenants: 1 }),
  surCollectif('C-COL-12', 'aucun intervenant.', { intervenants: 0 }),
  surCollectif('C-COL-13', 'un début avant la Toussaint.', { debut: '2021-10-04' }),
  surCollectif('C-COL-14', 'une fin après le 15 juin.', { fin: '2022-06-24' }),
  surCollectif('C-COL-14', 'une fin après le 30 juin.', { fin: '2022-07-05' }),
  surCollectif('C-COL-15', 'une fin hors de l’année scolaire.', { fin: '2022-09-30' }),
  surProjet('C-COL-16', 'un public hors champ.', { public: 'maternelle' }),
  surCollectif('C-COL-17', 'deux lieux.', { lieu: 'École / médiathèque' }),
  surCollectif('C-COL-18', 'à domicile, sans rencontre collective.', { lieu: 'À domicile', evenements: 0 }),
  surCollectif('C-COL-19', 'un arrêt en mars.', { fin: '2022-03-31' }),
];

const ELIGIBILITE: readonly Cas[] = [
  surProjet('C-ELI-01', 'un acompte payé sans agrément.', { agrement: 'en attente' }),
  surProjet('C-ELI-02', 'un acompte payé malgré un refus.', { agrement: 'refusé' }),
  surVersements('C-ELI-03', 'un acompte antérieur à l’agrément.', { date: '2021-10-01' }),
  surProjet('C-ELI-04', 'l’axe parents manque.', { axeParents: 'non' }),
  surProjet('C-ELI-05', 'aide aux devoirs seule.', { aideAuxDevoirsSeule: 'oui' }),
  surProjet('C-ELI-06', 'pas de convention.', { debutConvention: null, finConvention: null }),
  surProjet('C-ELI-06', 'une convention de cinq ans.', { finConvention: '2026-08-31' }),
  surProjet('C-ELI-06', 'une convention de l’année précédente.', {
    debutConvention: '2020-09-01',
    finConvention: '2021-08-31',
  }),
];

/** Un bonus enfants en règle, financé : à écarter d'une seule cellule. */
const AVEC_BONUS: LigneProjet = { bonusEnfants: 1, projetBonus: 'oui', autresRecettes: 3_750 };

const BONUS: readonly Cas[] = [
  surProjet('C-BON-01', 'deux bonus pour un collectif.', {
    ...AVEC_BONUS,
    bonusEnfants: 2,
    autresRecettes: 3_450,
  }),
  cas('C-BON-02', 'un bonus sans Ps.', {
    projet: { ...AVEC_BONUS, coutPrevisionnel: null, coutReel: null },
    versements: [],
  }),
  cas('C-BON-03', 'voir la feuille Bonus versés : 800 € pour trois bonus de 300 €.'),
  surProjet('C-BON-04', 'un bonus sans projet spécifique validé.', { ...AVEC_BONUS, projetBonus: 'non' }),
  cas('C-BON-05', 'un bonus payé en décembre.', {
    projet: AVEC_BONUS,
    versements: [{}, { nature: 'bonus', date: '2021-12-09', montant: 300 }],
  }),
  surProjet('C-BON-06', 'les deux bonus sur tous les collectifs.', {
    ...AVEC_BONUS,
    bonusParents: 1,
    autresRecettes: 3_450,
  }),
  cas('C-BON-07', 'un bonus de 250 € pour 300 € accordés.', {
    projet: AVEC_BONUS,
    versements: [{}, { nature: 'bonus', gestion: '2022', date: '2022-09-15', montant: 250 }],
  }),
];

const FINANCEMENTS: readonly Cas[] = [
  surProjet('C-PS-01', 'un coût au-dessus du plafond.', { coutPrevisionnel: 9_000, autresRecettes: 6_475 }),
  surProjet('C-PS-02', 'pas de coût prévisionnel.', { coutPrevisionnel: null }),
  surProjet('C-PS-03', 'un compte de résultat loin du budget.', { coutReel: 4_000 }),
  surProjet('C-PS-04', 'un montant accordé au-delà du droit.', { montantAccorde: 2_500 }),
  cas('C-PS-06', 'deux collectifs de coûts très différents.', {
    projet: {
      collectifsAgrees: 2,
      collectifsReels: 2,
      enfants: 20,
      coutPrevisionnel: 15_000,
      coutReel: 15_000,
      autresRecettes: 10_125,
    },
    collectifs: [{ cout: 4_000 }, { collectif: 'Groupe 2', cout: 11_000 }],
  }),
  surProjet('C-FIN-01', 'plus de 80 % de branche Famille.', { fondsLocaux: 4_000, autresRecettes: 50 }),
  surProjet('C-FIN-02', 'près de 80 % de branche Famille.', { fondsLocaux: 2_700, autresRecettes: 1_350 }),
  surProjet('C-FIN-03', 'aucun cofinancement.', { autresRecettes: 0 }),
  surProjet('C-FIN-04', 'plus de recettes que de dépenses.', { autresRecettes: 5_000 }),
  surProjet('C-FIN-05', 'moins de recettes que de dépenses.', { autresRecettes: 3_000 }),
  surProjet('C-FIN-06', 'une aide Reaap sur la même action.', {
    autresBrancheFamille: 500,
    autresRecettes: 3_550,
  }),
];

const ACOMPTE_N1: LigneVersement = { gestion: '2022', date: '2022-03-10', montant: 819 };

const VERSEMENTS: readonly Cas[] = [
  surVersements('C-ACO-01', 'plus de 28 % en 2021.', { montant: 600 }),
  surVersements('C-ACO-02', 'plus de 42 % en 2022.', {}, { ...ACOMPTE_N1, montant: 900 }),
  surVersements('C-ACO-03', 'un acompte de 2022 payé en 2021.', {}, { ...ACOMPTE_N1, date: '2021-12-20' }),
  surVersements('C-ACO-04', 'un acompte de 2021 payé en 2022.', { date: '2022-01-10' }),
  surVersements('C-ACO-06', 'un versement sans date.', { date: null }),
  surVersements('C-CLO-01', 'plus que les 4/10 en 2021.', { montant: 900 }),
  surProjet('C-CLO-02', 'pas de compte de résultat en octobre.', { coutReel: null, collectifsReels: null }),
  surProjet('C-CLO-03', 'une charge à payer à régulariser.', { coutReel: 5_500 }),
  cas('C-CLO-04', 'un indu.', { projet: { coutReel: 3_000 }, versements: [{}, ACOMPTE_N1] }),
];

export const CAS: readonly Cas[] = [
  ...FORMATS,
  ...IDENTITES,
  ...COLLECTIFS,
  ...ELIGIBILITE,
  ...BONUS,
  ...FINANCEMENTS,
  ...VERSEMENTS,
];
