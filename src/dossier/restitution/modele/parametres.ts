/** Feuille « Paramètres » du classeur vide : les libellés à gauche, la table Barème à côté. */
import { ARRONDIS } from '../../../reglement/arrondis';
import { cafsDuCode } from '../../cafs';
import { FEUILLES_AGENT } from '../../feuilles';
import { ENTETES_BAREME } from '../../lecture/enteteBareme';
import { LIBELLES } from '../../lecture/libelles';
import type { CellulePlan, FeuillePlan, NotePlan, ValidationPlan } from '../../formes/plan';
import { anneeScolaire } from '../../../reglement/annee';
import { baremePublie, type Bareme } from '../../../reglement/bareme';
import { adresseDe, lettres } from '../../formes/adresses';

import { entetes, libelle, texte, vide } from '../cellules';
import { sourceListe } from './listes';
import type { Repris } from './repris';

type CleLibelle = keyof typeof LIBELLES;
type CleBareme = keyof typeof ENTETES_BAREME;
const CLES_LIBELLES = Object.keys(LIBELLES) as CleLibelle[];
const CLES_BAREME = Object.keys(ENTETES_BAREME) as CleBareme[];

const AIDES: Readonly<Record<CleLibelle, string>> = {
  caf: 'Code du département : 45, 2A, 971…',
  nomCaf: 'Dans le 64, choisir la Caf du Béarn et de la Soule ou celle du Pays basque et du Seignanx.',
  codeOrganisme: 'Facultatif : les trois chiffres de l’organisme.',
  annee: 'Année scolaire des projets, par exemple 2021-2022.',
  arrondi:
    'Barème publié : au prix plafond, le montant publié par la Cnaf. Centime : plafond × taux, au centime. Euro : à l’euro par collectif. La colonne Ps prévisionnelle de Projets suit ce choix.',
  limiterAuMontantAccorde:
    'Oui : la Ps liquidée ne dépasse pas le montant accordé. Non : la Ps réelle est due entière.',
  enveloppeN: 'Facultatif : enveloppe notifiée pour l’année civile N, en euros.',
  enveloppeN1: 'Facultatif : enveloppe notifiée pour l’année civile N+1, en euros.',
  siretCaf: 'Facultatif : le Siret de la Caf, demandé par les données ouvertes.',
  contact: 'Facultatif : qui appeler à propos de ce classeur.',
};

const MONTANTS: readonly CleLibelle[] = ['enveloppeN', 'enveloppeN1'];

/** Ligne des libellés et de l'en-tête du barème, côte à côte. */
const PREMIERE = 4;
const COLONNE_BAREME = 4;

/** « Paramètres!$F$5 » : la cellule du barème de l'année. */
export const celluleBareme = (cle: CleBareme): string =>
  `${FEUILLES_AGENT.parametres}!$${lettres(COLONNE_BAREME + CLES_BAREME.indexOf(cle))}$${PREMIERE + 1}`;

/** « Paramètres!$B$8 » : l'arrondi que l'agent a choisi. */
export const celluleArrondi = `${FEUILLES_AGENT.parametres}!$B$${PREMIERE + CLES_LIBELLES.indexOf('arrondi')}`;

/** Aucun libellé n'est coupé par la cellule remplie à sa droite. */
const LARGEUR_LIBELLES = 2 + Math.max(...CLES_LIBELLES.map((cle) => LIBELLES[cle][0].length));

/** Le barème d'une année ; inconnu, une ligne à remplir. */
function ligneBareme(annee: number, publie: Bareme | undefined): CellulePlan[] {
  return CLES_BAREME.map((cle): CellulePlan => {
    if (cle === 'annee') return { valeur: annee, format: 'entier', style: 'saisie' };
    if (cle === 'source') return texte(publie?.source ?? null, 'saisie');
    const valeur = publie?.[cle]?.toNumber() ?? null;
    return { valeur, format: cle === 'taux' ? 'taux' : 'montant', style: 'saisie' };
  });
}

interface Identite {
  readonly annee: number;
  readonly caf: string;
  readonly nomCaf: string | null;
  readonly repris?: Omit<Repris, 'projets' | 'bonusVerses'> | undefined;
}

export function planParametres({ annee, caf, nomCaf, repris }: Identite): FeuillePlan {
  const valeurs: Readonly<Record<CleLibelle, string | number | null>> = {
    caf,
    nomCaf,
    codeOrganisme: repris?.codeOrganisme ?? null,
    annee: anneeScolaire(annee),
    arrondi: ARRONDIS[repris?.arrondi ?? 'bareme'][0],
    limiterAuMontantAccorde: repris?.limiterAuMontantAccorde === false ? 'non' : 'oui',
    siretCaf: repris?.siretCaf ?? null,
    enveloppeN: repris?.enveloppeN?.toNumber() ?? null,
    enveloppeN1: null,
    contact: repris?.contact ?? null,
  };
  const bareme = [
    entetes(CLES_BAREME.map((cle) => ENTETES_BAREME[cle][0])),
    ligneBareme(annee, baremePublie(annee)),
    ...(repris?.baremePrecedent ? [ligneBareme(annee - 1, repris.baremePrecedent)] : []),
  ];
  const publie = baremePublie(annee) !== undefined;
  const lignes: CellulePlan[][] = [
    [libelle(`Suivi des Clas ${anneeScolaire(annee)}`, 'titre')],
    [
      libelle(
        'Les cellules claires se remplissent ; les intitulés portent une aide. Dans Projets, un « + » au-dessus des colonnes ouvre celles qui sont repliées.',
        'aide',
      ),
    ],
    [
      vide(),
      vide(),
      vide(),
      libelle(
        publie ? 'Barème publié par la Cnaf' : `Barème ${annee} à saisir, avec sa source`,
        publie ? 'aide' : 'alerte',
      ),
    ],
    ...CLES_LIBELLES.map((cle, i) => [
      libelle(LIBELLES[cle][0]),
      // un montant tapé dans une cellule Texte resterait un texte
      {
        valeur: valeurs[cle],
        format: MONTANTS.includes(cle) ? 'montant' : 'texte',
        style: 'saisie',
      } as const,
      ...(bareme[i] ? [vide(), ...bareme[i]] : []),
    ]),
  ];
  const celluleDe = (cle: CleLibelle): string => adresseDe(PREMIERE + CLES_LIBELLES.indexOf(cle), 2);
  const noms = cafsDuCode(caf).map((c) => c.nom);
  const liste = (cle: CleLibelle, source: string, message: string): ValidationPlan => ({
    plage: celluleDe(cle),
    regle: { type: 'liste', source },
    titre: LIBELLES[cle][0],
    message,
    rigueur: 'avertissement',
  });
  return {
    nom: FEUILLES_AGENT.parametres,
    colonnes: [
      { largeur: LARGEUR_LIBELLES },
      { largeur: 36 },
      { largeur: 4 },
      ...CLES_BAREME.map((cle) => ({ largeur: cle === 'source' ? 34 : 16 })),
    ],
    lignes,
    tableaux: [
      {
        nom: 'Bareme',
        plage: `${adresseDe(PREMIERE, COLONNE_BAREME)}:${adresseDe(PREMIERE + bareme.length - 1, COLONNE_BAREME + CLES_BAREME.length - 1)}`,
      },
    ],
    validations: [
      liste('caf', sourceListe('codeCaf'), AIDES.caf),
      liste('nomCaf', sourceListe('nomCaf', noms.length > 1 ? noms : undefined), 'Nom de la Caf.'),
      liste('limiterAuMontantAccorde', sourceListe('ouiNon'), AIDES.limiterAuMontantAccorde),
      liste('arrondi', sourceListe('arrondi'), 'Barème publié, centime ou euro.'),
    ],
    notes: CLES_LIBELLES.map((cle, i): NotePlan => ({
      adresse: adresseDe(PREMIERE + i, 1),
      texte: AIDES[cle],
    })),
    impression: { paysage: true },
  };
}
