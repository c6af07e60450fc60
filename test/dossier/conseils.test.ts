/**
 * Ce que conseille chaque anomalie marche : appliqué au classeur, l'anomalie s'en va (ou elle est justifiée, si c'est une
 * explication qu'elle demande), rien d'autre n'apparaît, et aucun fait ne disparaît (ni versement, ni ligne).
 */
import type { Anomalie } from '../../src/dossier/anomalies/anomalie';
import { CATALOGUE, type Code } from '../../src/dossier/anomalies/catalogue';
import { COLONNES_VERSEMENTS } from '../../src/dossier/colonnes/versements';
import { bonusDuPrecedent } from '../../src/dossier/restitution/suite/precedent';
import { c, p, v, type Conseil } from './conseil';
import { ALERTES } from './conseilsAlertes';
import {
  SUIVANTE,
  examen,
  feuille,
  jour,
  projet,
  tableau,
  versement,
  type Ligne,
  type Reglages,
} from './fabrique';

const journaux = (...noms: string[]): Reglages => ({
  autres: noms.map((nom) => feuille(nom, tableau(COLONNES_VERSEMENTS, [versement({})]))),
});
const ligneBareme = (change: Readonly<Record<number, string | number | null>>): Reglages => ({
  bareme: [
    [2021, 0.325, 7885, 2563, 300, 300, 'Cnaf'].map((x, i) => (i in change ? (change[i] ?? null) : x)),
  ],
});

/** Une année dont Clas n'a pas le barème. */
const EN_2031: Ligne = {
  dateAgrement: jour('2031-08-20'),
  debutConvention: jour('2031-09-01'),
  finConvention: jour('2032-08-31'),
};
const verses = (montant: number): Reglages => ({
  bonusVerses: [{ dossier: 'A', bonusEnfants: 2, bonusParents: 1, montant }],
});

/** Un bonus de 600 € dû l'année d'avant, et ce que son journal en dit. */
const bonusAuJournal = (...lignes: readonly Ligne[]): Reglages => ({
  projets: [projet({ coutReel: 18_000 })],
  versements: lignes.map((l) =>
    versement({ nature: 'bonus', gestion: 'N+1', date: jour('2022-10-01'), montant: 600, ...l }),
  ),
  au: '2023-01-20',
});
const repris = (montant: number): Reglages => ({
  ...SUIVANTE,
  bonusVerses: [{ dossier: 'P-1', bonusEnfants: 1, bonusParents: 1, montant }],
});

/** L'année 2020-2021 : un barème, et pas de bonus. */
const en2020 = (bonus: Ligne): Reglages => ({
  parametres: { 'Année scolaire': '2020-2021' },
  bareme: [[2020, 0.325, 7885, 2563, null, null, 'Cnaf']],
  projets: [
    projet({
      autresRecettes: 12_150,
      dateAgrement: jour('2020-10-12'),
      debutConvention: jour('2020-09-01'),
      finConvention: jour('2021-08-31'),
      ...bonus,
    }),
  ],
  au: '2021-01-20',
});

const BAREME_PUBLIE = [2021, 0.325, 7885, 2563, 300, 300, 'Circ. 2021-006, § 3.2 et 3.3'] as const;

const BLOQUANTES: Readonly<Partial<Record<Code, Conseil>>> = {
  'colonne.absente': { avant: { sans: ['coutPrevisionnel'] }, apres: {} },
  'colonne.en-double': {
    avant: { intitules: { coutPrevisionnel: 'Budget', observations: 'Prix de revient' } },
    apres: {
      intitules: { coutPrevisionnel: 'Budget', observations: 'Prix de revient' },
      designations: { colonnes: { projets: { coutPrevisionnel: 'Budget' } } },
    },
  },
  'ligne.autres-intitules': {
    avant: {
      projets: [
        projet({}),
        { dossier: 'Dossier', action: 'Action', siret: 'Coût' },
        projet({ dossier: 'P-2', action: 'Autre' }),
      ],
    },
    apres: { projets: [projet({}), projet({ dossier: 'P-2', action: 'Autre' })] },
  },
  'remontee.caf-ou-annee-melangees': {
    avant: { projets: [projet({}), projet({ dossier: 'P-2', caf: '41' })] },
    apres: { projets: [projet({}), projet({ dossier: 'P-2', caf: '45' })] },
  },
  'feuille.en-double': {
    avant: journaux('Versements 2021', 'Versements 2022'),
    apres: {
      ...journaux('Versements 2021', 'Versements 2022'),
      designations: { feuilles: { versements: 'Versements 2021' } },
    },
  },
  'bareme.absent': {
    avant: {
      parametres: { 'Année scolaire': '2031-2032' },
      bareme: [],
      au: '2031-09-01',
      projets: [projet(EN_2031)],
    },
    apres: {
      parametres: { 'Année scolaire': '2031-2032' },
      bareme: [[2031, 0.325, 7885, 2563, 300, 300, 'Cnaf']],
      au: '2031-09-01',
      projets: [projet(EN_2031)],
    },
  },
  'bareme.bonus-absent': { avant: ligneBareme({ 4: null, 5: null }), apres: ligneBareme({}) },
  'feuille.autre-annee': {
    avant: { nomProjets: 'Projets 2020-2021' },
    apres: {
      nomProjets: 'Projets 2020-2021',
      designations: { feuilles: { projets: 'Projets 2020-2021' } },
    },
  },
  'bareme.annee-en-double': {
    avant: { bareme: [BAREME_PUBLIE, [2021, 0.3, 6000, 1800, 300, 300, 'brouillon']] },
    apres: { bareme: [BAREME_PUBLIE] },
  },
  'bareme.annee-illisible': {
    avant: ligneBareme({ 0: 'l’an passé' }),
    apres: ligneBareme({ 0: '2021-2022' }),
  },
  'cellule.nombre-illisible': p({ coutPrevisionnel: 'à voir' }, { coutPrevisionnel: 18_000 }),
  'cellule.nombre-en-date': {
    avant: { formats: { coutPrevisionnel: 'dd/mm/yyyy' } },
    apres: { formats: { coutPrevisionnel: '0.00' } },
  },
  'cellule.valeur-illisible': p({ axeEnfants: 'à moitié' }, { axeEnfants: 'oui' }),
  'cellule.nombre-negatif': p({ fondsLocaux: -5, autresRecettes: 11_545 }, { fondsLocaux: 5 }),
  'cellule.nombre-non-entier': p({ collectifsAgrees: 2.5 }, { collectifsAgrees: 3 }),
  'cellule.date-illisible': p({ dateAgrement: 'octobre' }, { dateAgrement: jour('2021-10-12') }),
  'dossier.en-date': {
    avant: { projets: [projet({ dossier: 44_500 })], formats: { dossier: 'dd/mm/yyyy' } },
    apres: { projets: [projet({ dossier: '2021-11' })], formats: { dossier: '@' } },
  },
  'dossier.trop-long': p({ dossier: 2021045000000010 }, { dossier: '2021045000000012' }),
  'dossier.absent': p({ dossier: null }, { dossier: 'P-7' }),
  'dossier.doublon': {
    avant: { projets: [projet({}), projet({ action: 'Autre' })] },
    apres: { projets: [projet({}), projet({ action: 'Autre', dossier: 'P-2' })] },
  },
  'versement.dossier-inconnu': v([{ dossier: 'P-9' }], [{ dossier: 'P-1' }]),
  'versement.non-compte': v([{ nature: 'acompt' }], [{ nature: 'acompte' }]),
  'versement.gestion-hors-annee': v([{ gestion: '2019' }], [{ gestion: '2021' }]),
  'versement.acompte-n1-en-n': v(
    [{ gestion: 'N+1' }],
    [{ gestion: 'N+1' }, { gestion: 'N+1', nature: 'reversement', date: jour('2022-02-01') }],
  ),
  'acomptes.n-superieurs': v(
    [{ montant: 1_700 }],
    [{ montant: 1_700 }, { nature: 'reversement', montant: 100, date: jour('2022-02-01') }],
  ),
  'acomptes.n1-superieurs': v(
    [{ gestion: 'N+1', date: jour('2022-02-01'), montant: 2_500 }],
    [
      { gestion: 'N+1', date: jour('2022-02-01'), montant: 2_500 },
      { gestion: 'N+1', nature: 'reversement', montant: 100, date: jour('2022-03-01') },
    ],
  ),
  'bonus.verse-trop-tot': v(
    [{ nature: 'bonus', gestion: 'N+1', date: jour('2022-02-01'), montant: 600 }],
    [
      { nature: 'bonus', gestion: 'N+1', date: jour('2022-02-01'), montant: 600 },
      { nature: 'indu bonus', gestion: 'N+1', date: jour('2022-03-01'), montant: 600 },
    ],
    ['bonus.verse-different'],
  ),
  'bonus.avant-2021': {
    avant: en2020({}),
    apres: en2020({ bonusEnfants: 0, bonusParents: 0 }),
  },
  'bonus.sans-ps': p({ coutPrevisionnel: null }, { coutPrevisionnel: 18_000 }),
  'bonus.verse-inconnu': {
    avant: SUIVANTE,
    apres: SUIVANTE,
    precedent: { avant: bonusAuJournal({ montant: null }), apres: bonusAuJournal({}) },
  },
  'bonus.verse-superieur-accorde': {
    avant: SUIVANTE,
    apres: SUIVANTE,
    precedent: {
      avant: bonusAuJournal({ montant: 900 }),
      apres: bonusAuJournal({ montant: 900 }, { nature: 'indu bonus', montant: 300 }),
    },
  },
  'bonus.verse-autre-au-journal': {
    avant: repris(300),
    apres: repris(600),
    precedent: { avant: bonusAuJournal({}), apres: bonusAuJournal({}) },
  },
  'collectif.dossier-inconnu': c({ dossier: 'P-9' }, { dossier: 'P-1' }),
  'collectif.effectif-superieur': c({ enfants: 13 }, { enfants: 12 }),
  'collectif.effectif-inferieur': {
    ...c({ enfants: 6 }, { rural: 'oui' }),
    reste: ['collectif.derogatoire'],
  },
  'collectif.effectif-inferieur-derogatoire': c({ enfants: 4 }, { enfants: 9 }),
  'collectif.rythme-trop-faible': c({ seances: 1, duree: 1.5 }, { seances: 2 }),
  'collectif.sans-intervenant': c({ intervenants: 0 }, { intervenants: 2 }),
  'collectif.dates-hors-annee': c({ debut: jour('2020-11-08') }, { debut: jour('2021-11-08') }),
  'projet.public-hors-champ': p({ public: 'maternelle' }, { public: 'élémentaire' }),
  'projet.axe-non-couvert': p({ axeEcole: 'non' }, { axeEcole: 'oui' }),
  'projet.aide-aux-devoirs': p({ aideAuxDevoirsSeule: 'oui' }, { aideAuxDevoirsSeule: 'non' }),
  'agrement.absent': p(
    { agrement: 'en attente', dateAgrement: null, acomptesN: 1_000 },
    {
      agrement: 'favorable',
      dateAgrement: jour('2021-10-12'),
    },
  ),
  'bonus.montant-inexact': { avant: verses(899), apres: verses(900) },
  'projet.aucun-collectif': p({ collectifsAgrees: 0 }, { collectifsAgrees: 3 }),
  'acomptes.n1-saisis-en-n': p(
    { acomptesN1: 500 },
    { acomptesN1: null, acomptesN: 500 },
    { au: '2021-12-15' },
  ),
  'cloture.trop-verse-n': v(
    [{ montant: 2_400 }],
    [{ montant: 2_400 }, { nature: 'reversement', montant: 800, date: jour('2021-12-20') }],
  ),
  'bonus.superieur-aux-collectifs': p({ bonusEnfants: 4, autresRecettes: 11_250 }, { bonusEnfants: 3 }),
  'projet.collectifs-superieurs-agrement': p({ collectifsReels: 4 }, { collectifsReels: 3 }),
  'financement.depassement-80': p(
    { fondsLocaux: 10_000, autresRecettes: 1_550 },
    {
      fondsLocaux: 5_000,
      autresRecettes: 6_550,
    },
  ),
};

/** Les autres issues que le conseil propose, quand la première ne serait pas vraie : un fait reste au journal. */
const AUTRES_ISSUES: readonly (readonly [Code, Conseil])[] = [
  [
    'projet.aucun-collectif',
    {
      ...p({ collectifsAgrees: 0 }, { agrement: 'refusé' }, { versements: [versement({})] }),
      reste: ['agrement.refuse', 'agrement.refuse-bonus'],
    },
  ],
  [
    'projet.aucun-collectif',
    {
      ...p({ collectifsReels: 0 }, { coutReel: 0 }, { versements: [versement({})], au: '2022-09-01' }),
      reste: ['ps.cout-reel-nul', 'bonus.sans-ps-reelle', 'cloture.indu', 'cloture.ecart-charge-a-payer'],
    },
  ],
  [
    'projet.aide-aux-devoirs',
    {
      ...p({ aideAuxDevoirsSeule: 'oui' }, { agrement: 'refusé' }, { versements: [versement({})] }),
      reste: ['agrement.refuse', 'agrement.refuse-bonus'],
    },
  ],
  [
    'versement.acompte-n1-en-n',
    v(
      [{ nature: 'solde', gestion: 'N+1' }],
      [
        { nature: 'solde', gestion: 'N+1' },
        { nature: 'indu', gestion: 'N+1', date: jour('2022-02-01') },
      ],
    ),
  ],
];

const CONSEILS: Readonly<Partial<Record<Code, Conseil>>> = { ...BLOQUANTES, ...ALERTES };

/** Une panne de Clas n'a pas d'issue dans un classeur ; les autres ne demandent rien, leur phrase le dit ou constate. */
const SANS_CONSEIL: readonly Code[] = [
  'controle.impossible',
  'ligne.ignoree',
  'collectif.derogatoire',
  'collectif.demarrage-precoce',
  'collectif.fin-tardive',
  'bonus.superieur-aux-reels',
  'versement.acompte-n-en-n1',
  'ps.plafond-applique',
  'ps.par-collectif-different',
  'financement.proche-80',
  'acomptes.apres-revision',
  'cloture.trop-verse-regulier',
  'cloture.ecart-charge-a-payer',
  'cloture.charge-sans-droit',
];

/** Ce qui se dit du classeur, et de son rapprochement avec le précédent s'il y en a un. */
function dites(classeur: Reglages, precedent?: Reglages): readonly Anomalie[] {
  const e = examen(classeur);
  return [...e.anomalies, ...(precedent ? bonusDuPrecedent(e, examen(precedent)).anomalies : [])];
}

/** Les lignes de chaque feuille de l'agent : aucune ne doit se perdre. */
const faits = (reglages?: Reglages): number[] => {
  if (!reglages) return [];
  const { projets, collectifs, versements, bonusVerses, ecrituresPassees } = examen(reglages).lecture;
  return [projets, collectifs, versements, bonusVerses, ecrituresPassees].map((t) => t?.lignes.length ?? 0);
};

const TOUS = [...(Object.entries(CONSEILS) as [Code, Conseil][]), ...AUTRES_ISSUES];

test.each(TOUS)('%s', (code, { avant, apres, reste = [], precedent, justifiee = false }) => {
  const codes = (anomalies: readonly Anomalie[]): Code[] => anomalies.map((a) => a.code);
  const [au, puis] = [dites(avant, precedent?.avant), dites(apres, precedent?.apres)];
  expect(codes(au)).toContain(code);
  expect(codes(puis).filter((dit) => !codes(au).includes(dit) && !reste.includes(dit))).toEqual([]);
  const restees = puis.filter((a) => a.code === code);
  expect(restees.map((a) => a.justification !== null)).toEqual(justifiee ? [true] : []);
  const anciens = [...faits(avant), ...faits(precedent?.avant)];
  const nouveaux = [...faits(apres), ...faits(precedent?.apres)];
  expect(nouveaux.every((n, i) => n >= (anciens[i] ?? 0))).toBe(true);
});

test('chaque anomalie du catalogue a son issue à l’essai, ou n’en demande pas', () => {
  const codes = Object.keys(CATALOGUE) as Code[];
  expect(codes.filter((code) => !(code in CONSEILS))).toEqual(SANS_CONSEIL);
  expect(SANS_CONSEIL.filter((code) => CATALOGUE[code].gravite === 'bloquante')).toEqual([
    'controle.impossible',
  ]);
});
