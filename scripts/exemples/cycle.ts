/**
 * Le cycle de vie d'un dossier, du budget au solde, avec ses deux fins : un solde à payer, un indu ; et sa suite, jusqu'au
 * dernier paiement, au recouvrement et au mois de janvier qui suit.
 */
import { ecrituresArrete } from '../../src/reglement/ecritures';
import { montant } from '../../src/valeurs/montant';
import { BAREME_2021, parametres, type Contenu, type LigneProjet } from './classeur';
import { siret } from './noms';

const PROJET: LigneProjet = {
  typeGestionnaire: 'association',
  commune: 'Valbrune',
  public: 'élémentaire',
  rural: 'non',
  agrement: 'favorable',
  dateAgrement: '2021-09-23',
  collectifsAgrees: 3,
  collectifsReels: 3,
  enfants: 30,
  axeEnfants: 'oui',
  axeParents: 'oui',
  axeEcole: 'oui',
  axeTerritoire: 'oui',
  aideAuxDevoirsSeule: 'non',
  coutPrevisionnel: 24_000,
  autresRecettes: 14_811,
  bonusEnfants: 3,
  bonusParents: 2,
  projetBonus: 'oui',
  debutConvention: '2021-09-01',
  finConvention: '2022-08-31',
};

const FINS = [
  {
    dossier: 'CYCLE-SOLDE',
    gestionnaire: 'Association Le Fil d’Ariane',
    action: 'Les mots et les mondes',
    coutReel: 22_500,
    observations: 'Coût réel proche du budget : solde Ps 2 112,50 €, à payer 3 612,50 € avec les bonus.',
  },
  {
    dossier: 'CYCLE-INDU',
    gestionnaire: 'Association La Boussole',
    action: 'Curieux de tout',
    coutReel: 10_000,
    observations: 'Coût réel très inférieur : indu de Ps 1 950,00 € ; les bonus restent dus, 1 500,00 €.',
  },
];

export function cycle(): Contenu {
  return {
    titre: 'Clas 2021-2022, cycle de vie d’un dossier',
    description: 'Deux dossiers inventés, à examiner au 15 septembre 2022.',
    parametres: parametres('45', 'Caf du Loiret'),
    bareme: BAREME_2021,
    projets: FINS.map((fin, i) => ({ ...PROJET, ...fin, siret: siret(i + 1) })),
    collectifs: FINS.flatMap(({ dossier }) =>
      [12, 10, 8].map((enfants, i) => ({
        dossier,
        collectif: `Groupe ${i + 1}`,
        lieu: 'École élémentaire',
        enfants,
        handicap: 'non',
        rural: 'non',
        seances: 2,
        duree: 1.5,
        derogation: 'non',
        semaines: 28,
        intervenants: 2,
        debut: '2021-11-08',
        fin: '2022-06-15',
        bonusEnfants: 'oui',
        bonusParents: i < 2 ? 'oui' : 'non',
      })),
    ),
    versements: FINS.flatMap(({ dossier }, i) => [
      {
        dossier,
        nature: 'acompte',
        gestion: '2021',
        date: '2021-11-25',
        montant: 2_000,
        reference: `VIR-2021-${i + 1}`,
      },
      {
        dossier,
        nature: 'acompte',
        gestion: '2022',
        date: '2022-03-10',
        montant: 3_200,
        reference: `VIR-2022-${i + 1}`,
      },
    ]),
  };
}

/** Charge à payer et engagement de chacun des deux dossiers à l'arrêté de 2021. */
const ARRETE = { chargeAPayer: '1075.60', engagement: '4613.40' };

/** Ce qui se paie et se recouvre après le compte de résultat, au centime du cycle. */
const SUITES = [
  ['CYCLE-SOLDE', 'solde', '2021', '2022-10-20', 925],
  ['CYCLE-SOLDE', 'solde', '2022', '2022-10-20', 1_187.5],
  ['CYCLE-SOLDE', 'bonus', '2022', '2022-10-20', 1_500],
  ['CYCLE-INDU', 'bonus', '2022', '2022-10-20', 1_500],
  ['CYCLE-INDU', 'indu', '2021', '2022-11-15', 700],
  ['CYCLE-INDU', 'indu', '2022', '2022-12-05', 800],
  ['CYCLE-INDU', 'indu', '2022', '2023-01-10', 450],
] as const;

/** Le même, entier : l'arrêté de 2021 est passé, tout est payé et recouvré au 20 janvier 2023. */
export function anneeEntiere(): Contenu {
  const debut = cycle();
  return {
    ...debut,
    titre: 'Clas 2021-2022, l’année entière de deux dossiers',
    description:
      'Deux dossiers inventés, de l’acompte au dernier recouvrement, à examiner au 20 janvier 2023.',
    projets: debut.projets.map((p) => ({ ...p, bonusEnfantsReels: 3, bonusParentsReels: 2 })),
    versements: [
      ...debut.versements,
      ...SUITES.map(([dossier, nature, gestion, date, somme], i) => ({
        dossier,
        nature,
        gestion,
        date,
        montant: somme,
        reference: `SUITE-${i + 1}`,
      })),
    ],
    ecrituresPassees: FINS.flatMap(({ dossier }) =>
      ecrituresArrete(2021, montant(ARRETE.chargeAPayer), montant(ARRETE.engagement))
        .filter(({ exercice }) => exercice === 2021)
        .map((e) => ({
          mois: String(e.mois),
          exercice: String(e.exercice),
          compte: e.compte,
          libelle: e.libelle,
          debit: e.debit.toNumber(),
          credit: e.credit.toNumber(),
          dossier,
        })),
    ),
  };
}
