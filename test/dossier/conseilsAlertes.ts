/** Le conseil de chaque alerte et de chaque information qui en donne un, suivi dans un vrai classeur. */
import type { Code } from '../../src/dossier/anomalies/catalogue';
import { COLONNES_BONUS_VERSES } from '../../src/dossier/colonnes/bonusVerses';
import { COLONNES_ECRITURES_PASSEES } from '../../src/dossier/colonnes/ecrituresPassees';
import { COLONNES_PROJETS } from '../../src/dossier/colonnes/projets';
import { COLONNES_VERSEMENTS } from '../../src/dossier/colonnes/versements';
import { TROIS, c, justifier, p, v, type Conseil } from './conseil';
import {
  SUIVANTE,
  collectif,
  feuille,
  jour,
  projet,
  tableau,
  versement,
  type Ligne,
  type Reglages,
} from './fabrique';

const SANS_BONUS: Ligne = { bonusEnfants: 0, bonusParents: 0, autresRecettes: 12_150 };
/** Le compte de résultat, reçu et égal au budget. */
const LIQUIDE: Ligne = { coutReel: 18_000, collectifsReels: 3 };
const BAREME = [2021, 0.325, 7885, 2563, 300, 300, 'Circ. 2021-006, § 3.2 et 3.3'] as const;
const bareme = (change: Readonly<Record<number, number>>): Reglages => ({
  bareme: [BAREME.map((x, i) => change[i] ?? x)],
});
const sousLeTitre = (titre: string): Reglages => ({
  projets: [projet({}), { gestionnaire: titre }, projet({ dossier: 'P-2', action: 'Autre action' })],
});
const journal = (nom: string, change: Ligne = {}) =>
  feuille(nom, tableau(COLONNES_VERSEMENTS, [versement(change)]));
const verses = (dossier: string): Ligne => ({ dossier, bonusEnfants: 1, bonusParents: 1, montant: 600 });
const soldes = (montant: number, ...autres: readonly Ligne[]): readonly Ligne[] => [
  { montant: 1_638 },
  { nature: 'solde', gestion: 'N', montant: 702, date: jour('2022-06-20') },
  { nature: 'solde', gestion: 'N+1', montant, date: jour('2022-06-20') },
  ...autres,
];
/** Le journal d'un dossier, avant et après. */
const d = (
  projetDit: Ligne,
  avant: readonly Ligne[],
  apres: readonly Ligne[],
  remede: Ligne = {},
): Conseil => {
  const conseil = v(avant, apres);
  return {
    avant: { ...conseil.avant, projets: [projet(projetDit)] },
    apres: { ...conseil.apres, projets: [projet({ ...projetDit, ...remede })] },
  };
};
const passees = (
  ...lignes: readonly (readonly [number | null, number, string, number | null, number | null])[]
): Reglages => ({
  autres: [
    feuille(
      'Écritures passées',
      tableau(
        COLONNES_ECRITURES_PASSEES,
        lignes.map(([mois, exercice, compte, debit, credit]) => ({
          mois,
          exercice,
          compte,
          debit,
          credit,
          dossier: 'P-1',
        })),
      ),
    ),
  ],
});
const ENGAGEMENT = [
  [13, 2021, 'T 8091', 3510, null],
  [13, 2021, 'T 80182', null, 3510],
] as const;
const REPRISE = [
  [12, 2022, 'T 80182', 3510, null],
  [12, 2022, 'T 8091', null, 3510],
] as const;
const DEUX = [projet({}), projet({ dossier: 'P-2', action: 'Autre' })];

export const ALERTES: Readonly<Partial<Record<Code, Conseil>>> = {
  // la feuille
  'colonne.attendue-absente': { avant: { sans: ['commune'] }, apres: {} },
  'colonne.siret-absente': { avant: { sans: ['siret'] }, apres: {} },
  'colonne.non-lue': {
    avant: { projets: [projet({ acomptesN: 500 })], intitules: { acomptesN: '1er acompte' } },
    apres: {
      projets: [projet({ acomptesN: 500 })],
      intitules: { acomptesN: '1er acompte' },
      designations: { colonnes: { projets: { acomptesN: '1er acompte' } } },
    },
  },
  'colonne.rivale': {
    avant: { projets: [projet({ observations: 31 })], intitules: { observations: 'Enfants (revus)' } },
    apres: {
      projets: [projet({ observations: 31 })],
      intitules: { observations: 'Enfants (revus)' },
      designations: { colonnes: { projets: { enfants: 'Enfants (revus)' } } },
    },
  },
  'feuille.journal-non-lu': {
    avant: { autres: [journal('Journal SPC')] },
    apres: { autres: [journal('Journal SPC')], designations: { feuilles: { versements: 'Journal SPC' } } },
  },
  'feuille.bonus-non-lus': {
    avant: { ...SUIVANTE, autres: [feuille('Bonus N-1', tableau(COLONNES_BONUS_VERSES, [verses('P-1')]))] },
    apres: {
      ...SUIVANTE,
      autres: [feuille('Bonus versés', tableau(COLONNES_BONUS_VERSES, [verses('P-1')]))],
    },
  },
  'feuille.versements-a-part': {
    avant: { versements: [versement({})], autres: [journal('Indus', { nature: 'reversement' })] },
    apres: { versements: [versement({}), versement({ nature: 'reversement' })] },
  },
  'feuille.projets-a-part': {
    avant: { autres: [feuille('Projets Sud', tableau(COLONNES_PROJETS, [DEUX[1] ?? {}]))] },
    apres: { projets: DEUX },
  },
  'feuille.masquee': { avant: { visibilites: { Projets: 'masquee' } }, apres: {} },
  'feuille.tres-masquee': { avant: { visibilites: { Projets: 'tresMasquee' } }, apres: {} },
  'feuille.lignes-masquees': { avant: { lignesMasquees: [2] }, apres: {} },
  'feuille.colonnes-masquees': { avant: { colonnesMasquees: [19] }, apres: {} },
  'feuille.cellules-fusionnees': { avant: { fusions: ['B2:C2'] }, apres: {} },
  'bareme.montant-incoherent': { avant: bareme({ 3: 2_525 }), apres: bareme({}) },
  'ligne.autre-annee': {
    avant: sousLeTitre('Projets 2020-2021'),
    apres: sousLeTitre('Projets 2021-2022'),
  },
  'ligne.annulee': p(
    { observations: 'Abandonné' },
    { observations: 'Abandonné', agrement: 'refusé', ...SANS_BONUS },
  ),
  'bareme.modifie': { avant: bareme({ 4: 310 }), apres: bareme({}) },
  'parametres.caf-inconnue': { avant: { parametres: { Caf: null } }, apres: {} },
  // la cellule
  'cellule.montant-en-texte': p({ coutPrevisionnel: '18 000,00 €' }, { coutPrevisionnel: 18_000 }),
  'cellule.valeur-inconnue': p({ typeGestionnaire: 'amicale' }, { typeGestionnaire: 'association' }),
  'cellule.montant-ambigu': p({ autresRecettes: '11.550' }, { autresRecettes: 11_550 }),
  'cellule.plus-de-deux-decimales': p({ fondsLocaux: 0.004 }, { fondsLocaux: 0 }),
  'cellule.date-en-texte': p({ dateAgrement: '12/10/2021' }, { dateAgrement: jour('2021-10-12') }),
  'cellule.oui-non-normalise': p({ axeEnfants: 'x' }, { axeEnfants: 'oui' }),
  'cellule.choix-normalise': p({ agrement: 'x' }, { agrement: 'favorable' }),
  'siret.absent': p({ siret: null }, { siret: '99900001100018' }),
  'siret.invalide': p({ siret: '99900001100019' }, { siret: '99900001100018' }),
  'siret.stocke-en-nombre': p({ siret: 99_900_001_100_018 }, { siret: '99900001100018' }),
  'siret.arrondi': p({ siret: 99_900_001_100_000 }, { siret: '99900001100018' }),
  'siret.siren': p({ siret: '999000011' }, { siret: '99900001100018' }),
  'cellule.non-renseignee': p({ commune: null }, { commune: 'Orléans' }),
  // le dossier
  'projet.doublon-possible': {
    avant: { projets: [projet({}), projet({ dossier: 'P-2' })] },
    apres: { projets: [projet({}), projet({ dossier: 'P-2', action: 'Clas des Lilas' })] },
  },
  'collectif.detail-incomplet': {
    avant: { collectifs: [collectif({})] },
    apres: { collectifs: TROIS.map(collectif) },
  },
  'collectif.detail-different': {
    avant: { projets: [projet({ enfants: 31 })], collectifs: TROIS.map(collectif) },
    apres: { projets: [projet({ enfants: 30 })], collectifs: TROIS.map(collectif) },
  },
  'versement.incomplet': v([{ date: null }], [{}]),
  'avenant.non-compte': {
    avant: { projets: [projet({})], avenants: [{ dossier: 'P-1', date: null, coutPrevisionnel: 18000 }] },
    apres: {
      projets: [projet({})],
      avenants: [{ dossier: 'P-1', date: jour('2021-10-01'), coutPrevisionnel: 18000 }],
    },
  },
  'versement.en-double': v(
    [{ montant: 500 }, { montant: 500 }],
    [{ montant: 500 }, { montant: 500, reference: 'SPC 2' }],
  ),
  'versement.date-future': v(
    [{ gestion: 'N+1', date: jour('2022-12-01') }],
    [{ gestion: 'N+1', date: jour('2022-02-01') }],
  ),
  'versement.avant-rentree': v([{ date: jour('2021-08-20') }], [{ date: jour('2021-11-20') }]),
  'acomptes.hors-journal': {
    avant: {
      projets: [projet({ acomptesN: 500 }), ...DEUX.slice(1)],
      versements: [versement({ dossier: 'P-2' })],
    },
    apres: {
      projets: [projet({ acomptesN: 500 }), ...DEUX.slice(1)],
      versements: [versement({ dossier: 'P-2' }), versement({ montant: 500 })],
    },
  },
  'projet.mis-a-ecart': p({ misAlEcart: 'en litige' }, { misAlEcart: null }),
  'projet.cout-unitaire-suspect': p({ coutPrevisionnel: 18, ...SANS_BONUS }, { coutPrevisionnel: 18_000 }),
  // les collectifs
  'projet.effectif-incompatible': p({ enfants: 37 }, { enfants: 36 }),
  'collectif.rythme-insuffisant': c({ seances: 1, duree: 2 }, { derogation: 'oui' }),
  'collectif.semaines-insuffisantes': c({ semaines: 26 }, { semaines: 27 }),
  'collectif.periode-courte': c({ debut: jour('2022-01-03') }, { debut: jour('2021-11-08') }),
  'collectif.intervenants-insuffisants': c({ intervenants: 1 }, { intervenants: 2 }),
  'collectif.fin-apres-juin': c({ fin: jour('2022-07-01') }, { fin: jour('2022-06-15') }),
  'collectif.lieu-absent-ou-multiple': c({ lieu: null }, { lieu: 'Maison de quartier' }),
  'collectif.domicile-sans-evenement': c({ lieu: 'Au domicile des familles' }, { evenements: 1 }),
  'collectif.annee-incomplete': justifier(
    c({ fin: jour('2022-03-15') }, {}).avant,
    'C-COL-19',
    'Fin',
    String(jour('2022-03-15')),
  ),
  'projet.publics-multiples': p({ public: 'élémentaire et collège' }, { public: 'collège' }),
  'projet.public-inconnu': p({ public: 'jeunes du quartier' }, { public: 'collège' }),
  // l'agrément et la convention
  'agrement.refuse': d({ agrement: 'refusé', ...SANS_BONUS }, [{}], [{}, { nature: 'indu' }]),
  'agrement.refuse-bonus': p({ agrement: 'refusé' }, { bonusEnfants: 0, bonusParents: 0 }),
  'agrement.ajourne-paye': d({ agrement: 'ajourné', ...SANS_BONUS }, [{}], [{}], { agrement: 'favorable' }),
  'agrement.date-future': p({ dateAgrement: jour('2022-03-01') }, { dateAgrement: jour('2021-10-12') }),
  'agrement.posterieur-au-versement': v([{ date: jour('2021-10-11') }], [{ date: jour('2021-11-20') }]),
  'agrement.sous-reserve': p({ agrement: 'favorable sous réserve' }, { agrement: 'favorable' }),
  'convention.absente': p({ debutConvention: null }, { debutConvention: jour('2021-09-01') }),
  'convention.trop-longue': p({ finConvention: jour('2025-09-01') }, { finConvention: jour('2025-08-31') }),
  'convention.ne-couvre-pas': p(
    { debutConvention: jour('2020-09-01'), finConvention: jour('2021-08-31') },
    { debutConvention: jour('2021-09-01'), finConvention: jour('2022-08-31') },
  ),
  // les bonus
  'bonus.demande': p(
    { agrement: 'en attente', dateAgrement: null },
    { agrement: 'favorable', dateAgrement: jour('2021-10-12') },
  ),
  'bonus.gestion-n': v(
    [{ nature: 'bonus', montant: 600, date: jour('2022-06-20') }],
    [{ nature: 'bonus', gestion: 'N+1', montant: 600, date: jour('2022-06-20') }],
  ),
  'bonus.sans-projet': p({ projetBonus: 'non' }, { projetBonus: 'oui' }),
  'bonus.cumules-partout': p(
    { bonusEnfants: 3, bonusParents: 3, autresRecettes: 10_350 },
    { bonusParents: 2, autresRecettes: 10_650 },
  ),
  'bonus.verse-avant-2021': {
    avant: { ...SUIVANTE, parametres: { 'Année scolaire': '2021-2022' }, bonusVerses: [verses('P-1')] },
    apres: { ...SUIVANTE, bonusVerses: [verses('P-1')] },
  },
  'bonus.verse-annee-en-cours': {
    avant: { ...SUIVANTE, bonusVerses: [verses('S-1')] },
    apres: { ...SUIVANTE, bonusVerses: [verses('P-1')] },
  },
  'bonus.sans-ps-reelle': p({ ...LIQUIDE, coutReel: 0 }, LIQUIDE),
  'bonus.verse-different': v(
    [{ nature: 'bonus', gestion: 'N+1', montant: 300, date: jour('2022-06-20') }],
    [300, 300].map((montant, i) => ({
      nature: 'bonus',
      gestion: 'N+1',
      montant,
      date: jour('2022-06-20'),
      reference: `SPC ${i}`,
    })),
  ),
  // la Ps
  'ps.cout-previsionnel-absent': p({ coutPrevisionnel: null }, { coutPrevisionnel: 18_000 }),
  'ps.cout-reel-absent': p({}, LIQUIDE, { au: '2022-09-30' }),
  'ps.cout-reel-nul': p({ ...LIQUIDE, coutReel: 0 }, LIQUIDE),
  'ps.collectifs-reels-absents': p({ coutReel: 18_000 }, LIQUIDE),
  'ps.ecart-budget': justifier(
    { projets: [projet({ coutReel: 22_000, collectifsReels: 3 })] },
    'C-PS-03',
    'Coût réel',
    '22000',
  ),
  'ps.accorde-superieur': p({ montantAccorde: 6_000 }, { montantAccorde: 5_850 }),
  'ps.verse-superieur': d(
    LIQUIDE,
    soldes(3_600),
    soldes(3_600, { nature: 'indu', gestion: 'N+1', montant: 90, date: jour('2022-06-25') }),
  ),
  'ps.annee-par-defaut': {
    avant: { ...SUIVANTE, formules: { AH2: '=CLAS.PS(S2,K2)' } },
    apres: { ...SUIVANTE, formules: { AH2: '=CLAS.PS_BAREME(S2,K2,E2,F2,G2)' } },
  },
  'ps.montant-saisi-different': p({ psSaisie: 5_800 }, { psSaisie: 5_850 }),
  // le financement
  'financement.sans-cofinanceur': p({ autresRecettes: 0 }, { autresRecettes: 11_550 }),
  'financement.recettes-superieures': justifier(
    { projets: [projet({ autresRecettes: 11_600 })] },
    'C-FIN-04',
    'Autres recettes',
    '11600',
  ),
  'financement.budget-desequilibre': p({ autresRecettes: 11_000 }, { autresRecettes: 11_550 }),
  'financement.double': p(
    { autresBrancheFamille: 250, autresRecettes: 11_300 },
    { autresBrancheFamille: 0, autresRecettes: 11_550 },
  ),
  // les acomptes et l'arrêté
  'acomptes.n-sans-date': {
    avant: { projets: [projet({ acomptesN: 1_700 })] },
    apres: {
      projets: [projet({ acomptesN: 1_700 })],
      versements: [
        versement({ montant: 1_700 }),
        versement({ nature: 'reversement', montant: 62, date: jour('2021-12-15') }),
      ],
    },
  },
  'acomptes.n1-sans-date': p({ acomptesN1: 2_500 }, { acomptesN1: 2_457 }),
  'cloture.compte-de-resultat-absent': p({}, LIQUIDE, { au: '2022-10-01' }),
  'cloture.indu': d(
    LIQUIDE,
    soldes(3_600),
    soldes(3_600, { nature: 'indu', gestion: 'N+1', montant: 90, date: jour('2022-06-25') }),
  ),
  'cloture.ecritures-desequilibrees': {
    avant: passees(ENGAGEMENT[0], [13, 2021, 'T 80182', null, 3_500]),
    apres: passees(...ENGAGEMENT),
  },
  'cloture.ecriture-non-comptee': {
    avant: passees([null, 2021, 'T 8091', 3510, null], ENGAGEMENT[1]),
    apres: passees(...ENGAGEMENT),
  },
  'cloture.compte-inconnu': {
    avant: passees([13, 2021, 'T 8092', 3510, null], ENGAGEMENT[1]),
    apres: passees(...ENGAGEMENT),
  },
  'cloture.engagement-repris-deux-fois': {
    avant: passees(...ENGAGEMENT, ...REPRISE, ...REPRISE),
    apres: passees(
      ...ENGAGEMENT,
      ...REPRISE,
      ...REPRISE,
      [12, 2022, 'T 8091', 3510, null],
      [12, 2022, 'T 80182', null, 3510],
    ),
  },
  'cloture.type-inconnu': p({ typeGestionnaire: null }, { typeGestionnaire: 'association' }),
  'cloture.sans-budget': p({ coutPrevisionnel: null }, { coutPrevisionnel: 18_000 }),
};
