/**
 * Un classeur d'essai : une faute par ligne, sur un projet par ailleurs sans reproche. La colonne Observations dit
 * laquelle et donne son repère. À examiner au 15 octobre 2022.
 */
import {
  parametres,
  type Contenu,
  type LigneCollectif,
  type LigneProjet,
  type LigneVersement,
} from './classeur';
import { CAS, type Cas } from './cas';
import { siret } from './noms';

const PROJET: LigneProjet = {
  gestionnaire: 'Association La Boussole',
  typeGestionnaire: 'association',
  commune: 'Valbrune',
  public: 'élémentaire',
  rural: 'non',
  agrement: 'favorable',
  dateAgrement: '2021-10-07',
  collectifsAgrees: 1,
  collectifsReels: 1,
  enfants: 10,
  axeEnfants: 'oui',
  axeParents: 'oui',
  axeEcole: 'oui',
  axeTerritoire: 'oui',
  aideAuxDevoirsSeule: 'non',
  coutPrevisionnel: 6_000,
  coutReel: 6_000,
  autresRecettes: 4_050,
  debutConvention: '2021-09-01',
  finConvention: '2022-08-31',
};

const COLLECTIF: LigneCollectif = {
  collectif: 'Groupe 1',
  lieu: 'Médiathèque',
  enfants: 10,
  handicap: 'non',
  rural: 'non',
  seances: 2,
  duree: 1.5,
  derogation: 'non',
  semaines: 28,
  intervenants: 2,
  debut: '2021-11-08',
  fin: '2022-06-15',
};

/** 28 % de la Ps d'un projet à 6 000 € : 546,00 €. */
const ACOMPTE: LigneVersement = {
  nature: 'acompte',
  gestion: '2021',
  date: '2021-11-25',
  montant: 546,
};

const numero = (rang: number): string => `ESSAI-${String(rang + 1).padStart(3, '0')}`;

function projet({ repere, fait, projet: ecart = {} }: Cas, rang: number): LigneProjet {
  return {
    dossier: numero(rang),
    action: `Essai ${repere}`,
    siret: siret(rang + 100),
    observations: `${repere} : ${fait}`,
    ...PROJET,
    ...ecart,
  };
}

/** Les lignes de détail d'un cas ; sans dossier propre, elles portent celui du projet. */
const lignes = <L extends { readonly dossier?: string | number | null }>(
  base: L,
  ecarts: readonly L[] | undefined,
  rang: number,
  parDefaut: readonly L[],
): L[] => (ecarts ?? parDefaut).map((ecart) => ({ dossier: numero(rang), ...base, ...ecart }));

export function anomalies(): Contenu {
  return {
    titre: 'Clas 2021-2022, classeur d’essai',
    description: 'Une faute par ligne, expliquée en Observations.',
    // le département 99 n'existe pas : Caf émettrice inconnue
    parametres: parametres('99', 'Caf d’essai'),
    bareme: [2021, 0.325, 7885, 2525, 300, 300, 'Recopié d’une note raturée (2 525 € au lieu de 2 563 €)'],
    comparees: ['psSaisie', 'anneeScolaire'],
    enTrop: 'Type de gestionnaire',
    projets: [
      ...CAS.map(projet),
      {},
      { dossier: 'TOTAL', coutPrevisionnel: CAS.length * 6_000 },
      projet({ repere: 'C-FMT-11', fait: 'une ligne vide et une ligne de total précèdent.' }, CAS.length),
    ],
    collectifs: CAS.flatMap(({ collectifs }, rang) =>
      collectifs ? lignes(COLLECTIF, collectifs, rang, []) : [],
    ),
    versements: [
      ...CAS.flatMap(({ versements }, rang) => lignes(ACOMPTE, versements, rang, [{}])),
      { ...ACOMPTE, dossier: numero(CAS.length) },
      { ...ACOMPTE, dossier: 'INCONNU-001', reference: 'C-ID-09' },
    ],
    bonusVerses: [
      { dossier: 'ANCIEN-001', gestionnaire: 'C-BON-03', bonusEnfants: 2, bonusParents: 1, montant: 800 },
    ],
  };
}

/** La ligne Excel à masquer : celle du cas « lignes masquées » (l'en-tête est en ligne 1). */
export const ligneMasquee = CAS.findIndex(({ repere }) => repere === 'C-FMT-12') + 2;
