/** Une campagne 2021-2022 sans faute, telle qu'en janvier 2022 : quarante projets, leurs collectifs, leurs acomptes. */
import { montant, plancherCentime, type Decimal } from '../../src/valeurs/montant';
import { baremePublie } from '../../src/reglement/bareme';
import { acompteMaxN } from '../../src/reglement/acompte';
import { ps } from '../../src/reglement/ps';
import {
  BAREME_2021,
  parametres,
  type Contenu,
  type LigneCollectif,
  type LigneProjet,
  type LigneVersement,
} from './classeur';
import { Hasard, siret, STRUCTURES } from './noms';

const ACTIONS = {
  élémentaire: ['Les mots et les mondes', 'Après l’école', 'Curieux de tout', 'Lire, jouer, grandir'],
  collège: ['Cap collège', 'Le temps d’apprendre', 'Objectif confiance'],
  lycée: ['Vers le bac, pas à pas', 'Tremplin lycée'],
} as const;
const LIEUX = ['École élémentaire', 'Salle des fêtes', 'Médiathèque', 'Collège', 'Centre social'];
const NOMBRE = 40;
const LOIRET = ['45', 'Caf du Loiret'] as const;

interface Taille {
  readonly nombre: number;
  /** Collectifs de chaque projet ; de un à quatre à défaut. */
  readonly collectifs?: number;
}

interface Dossier {
  readonly projet: LigneProjet;
  readonly collectifs: readonly LigneCollectif[];
  readonly versements: readonly LigneVersement[];
}

function dossier(rang: number, hasard: Hasard, { nombre, collectifs }: Taille): Dossier {
  const numero = `045-2021-${String(rang + 1).padStart(4, '0')}`;
  const indice = rang % STRUCTURES.length;
  const structure = STRUCTURES[indice];
  const bareme = baremePublie(2021);
  if (!structure || !bareme) throw new Error('Exemple sans structure ou sans barème.');
  // la deuxième fiche d'une même structure est d'un autre public
  const publics = ['élémentaire', 'collège', 'lycée'] as const;
  const public_ =
    publics[rang < STRUCTURES.length ? (rang % 5 === 4 ? 1 : 0) : rang % 4 === 3 ? 2 : 1] ?? 'collège';
  const agrement = [13, 31].includes(rang) ? 'en attente' : rang === 27 ? 'refusé' : 'favorable';
  const agree = agrement === 'favorable';
  const nb = collectifs ?? hasard.entre(1, 4);
  const rural = structure.rural === true;
  const effectifs = Array.from({ length: nb }, () => (rural ? hasard.entre(6, 10) : hasard.entre(8, 12)));
  const enfants = effectifs.reduce((a, b) => a + b, 0);
  const avecBonus = agree && hasard.chance(60);
  const bonusEnfants = avecBonus ? hasard.entre(1, nb) : 0;
  const bonusParents = avecBonus ? hasard.entre(0, nb) : 0;
  const cout = montant(nb * hasard.entre(4_600, 8_300) + hasard.entre(0, 9_999) / 100).toDecimalPlaces(2);
  const droit = ps(cout, nb, bareme).montant;
  const fondsLocaux = montant(hasard.chance(35) ? hasard.entre(2, 12) * 100 : 0);
  const bonus = montant(300 * (bonusEnfants + bonusParents));
  const autres = cout.minus(droit).minus(bonus).minus(fondsLocaux);
  const debutConvention = structure.type === 'centre social' ? '2019-09-01' : '2021-09-01';
  return {
    projet: {
      dossier: numero,
      gestionnaire: structure.nom,
      siret: siret((nombre > NOMBRE ? rang : indice) + 1),
      typeGestionnaire: structure.type,
      action: ACTIONS[public_][rang % ACTIONS[public_].length] ?? '',
      commune: structure.commune,
      public: public_,
      rural: rural ? 'oui' : 'non',
      agrement,
      dateAgrement: agrement === 'en attente' ? null : rang % 2 ? '2021-10-07' : '2021-09-23',
      collectifsAgrees: nb,
      enfants,
      axeEnfants: 'oui',
      axeParents: 'oui',
      axeEcole: 'oui',
      axeTerritoire: 'oui',
      aideAuxDevoirsSeule: 'non',
      coutPrevisionnel: cout.toNumber(),
      fondsLocaux: fondsLocaux.isZero() ? null : fondsLocaux.toNumber(),
      autresRecettes: autres.toNumber(),
      bonusEnfants: avecBonus ? bonusEnfants : null,
      bonusParents: avecBonus ? bonusParents : null,
      projetBonus: avecBonus ? 'oui' : null,
      debutConvention: agree ? debutConvention : null,
      finConvention: agree ? '2022-08-31' : null,
      observations: observation(agrement),
    },
    collectifs: effectifs.map((effectif, i) =>
      collectif(numero, i, effectif, rural, i < bonusEnfants, i < bonusParents, hasard),
    ),
    versements: agree && hasard.chance(85) ? [acompte(numero, rang, droit, hasard)] : [],
  };
}

function observation(agrement: string): string | null {
  if (agrement === 'en attente') return 'Dossier revu au comité de février 2022.';
  return agrement === 'refusé' ? 'Avis défavorable du comité : pas de travail avec l’école.' : null;
}

function collectif(
  numero: string,
  i: number,
  effectif: number,
  rural: boolean,
  bonusEnfants: boolean,
  bonusParents: boolean,
  hasard: Hasard,
): LigneCollectif {
  const uneSeance = rural && hasard.chance(30);
  return {
    dossier: numero,
    collectif: `Groupe ${i + 1}`,
    lieu: hasard.parmi(LIEUX),
    enfants: effectif,
    handicap: 'non',
    rural: rural ? 'oui' : 'non',
    seances: uneSeance ? 1 : 2,
    duree: uneSeance ? 2 : 1.5,
    derogation: 'non',
    semaines: hasard.entre(27, 30),
    intervenants: rural && effectif < 8 ? 1 : 2,
    debut: '2021-11-08',
    fin: '2022-06-15',
    bonusEnfants: bonusEnfants ? 'oui' : 'non',
    bonusParents: bonusParents ? 'oui' : 'non',
  };
}

/** L'acompte de novembre : le maximum, ou un chiffre rond au-dessous. */
function acompte(numero: string, rang: number, droit: Decimal, hasard: Hasard): LigneVersement {
  const maximum = acompteMaxN(droit).montant;
  const rond = plancherCentime(maximum.div(100)).toDecimalPlaces(0, 1).times(100);
  return {
    dossier: numero,
    nature: 'acompte',
    gestion: '2021',
    date: hasard.chance(50) ? '2021-11-25' : '2021-12-09',
    montant: (hasard.chance(70) ? maximum : rond).toNumber(),
    reference: `VIR-2021-${String(4_100 + rang * 7)}`,
  };
}

/** La campagne de l'exemple ; plus grande, et d'une autre Caf, pour les mesures. */
export function propre(
  taille: Taille = { nombre: NOMBRE },
  caf: readonly [string, string] = LOIRET,
): Contenu {
  const hasard = new Hasard(2021);
  const dossiers = Array.from({ length: taille.nombre }, (_, rang) => dossier(rang, hasard, taille));
  return {
    titre: 'Clas 2021-2022, exemple sans faute',
    description: 'Quarante projets inventés, à examiner au 20 janvier 2022.',
    parametres: parametres(...caf),
    bareme: BAREME_2021,
    projets: dossiers.map((d) => d.projet),
    collectifs: dossiers.flatMap((d) => d.collectifs),
    versements: dossiers.flatMap((d) => d.versements),
  };
}
