/** Le cycle de vie d'un dossier, du budget au solde, avec ses deux fins : un solde à payer, un indu. */
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
