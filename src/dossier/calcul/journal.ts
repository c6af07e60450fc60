/**
 * Ce qui a été versé à un projet : par le journal s'il existe, sinon par les colonnes d'acomptes de Projets.
 * Un versement qu'on ne sait pas compter (dossier, nature, gestion ou montant manquant) rend inconnue chaque somme où il
 * aurait pu entrer ; celui d'une gestion étrangère à l'année scolaire n'entre dans aucune.
 */
import { COLONNES_PROJETS, type Projet } from '../colonnes/projets';
import type { Versement } from '../colonnes/versements';
import { acomptesHorsJournal } from '../controle/parProjet/journal';
import { parDossier, type Contexte, type VersementSitue } from '../controle/contexte';
import { explique, resultat } from '../../reglement/explication';
import {
  estAcompte,
  estDeBonus,
  sommeVersee,
  type Mouvement,
  type NatureVersement,
} from '../../reglement/journal';
import { circ } from '../../reglement/sources';
import { auPlusTard, dateFrancaise } from '../../valeurs/date';
import { ZERO, type Decimal } from '../../valeurs/montant';
import { SEUILS } from '../seuils';
import { avec, estInconnu, inconnu, inconnuDe, lueOu, raisonDe, type Inconnu, type Montant } from './connu';
import { MONTANTS } from './montants';
import { situer, situerEtape } from './origines';

export interface Journal {
  /** Acomptes nets des reversements. */
  readonly acomptesN: Montant;
  readonly acomptesN1: Montant;
  /** Ceux de N datés au plus tard du 31 décembre N : seuls ceux-là comptent dans l'arrêté des comptes de N. */
  readonly acomptesNAvantCloture: Montant;
  readonly versePsN: Montant;
  readonly versePsN1: Montant;
  readonly verseBonus: Montant;
}

const ETAPES: Readonly<Record<keyof Journal, string>> = {
  acomptesN: MONTANTS.acomptesN.intitule,
  acomptesN1: MONTANTS.acomptesN1.intitule,
  acomptesNAvantCloture: `${MONTANTS.acomptesN.intitule} avant l’arrêté`,
  versePsN: MONTANTS.versePsN.intitule,
  versePsN1: MONTANTS.versePsN1.intitule,
  verseBonus: MONTANTS.verseBonus.intitule,
};

interface Somme {
  readonly etape: string;
  readonly nature: (nature: NatureVersement) => boolean;
  /** Absente : les deux gestions. */
  readonly gestion?: 'n' | 'n1';
  /** Dernier jour compté. */
  readonly jusquAu?: string;
}

/** Le versement entre-t-il dans la somme ? `undefined` : on ne peut pas le dire. */
function entre({ versement: v, gestion }: VersementSitue, s: Somme): boolean | undefined {
  if (v.nature !== null && !s.nature(v.nature)) return false;
  if (gestion !== null && s.gestion !== undefined && gestion !== s.gestion) return false;
  if (s.jusquAu !== undefined && !v.illisibles.has('date') && !auPlusTard(v.date, s.jusquAu)) return false;
  const doute = gestion === null || (s.jusquAu !== undefined && v.illisibles.has('date'));
  return doute ? undefined : true;
}

const nomDe = (v: Versement): string =>
  `${v.nature ?? 'versement'} ${v.date === null ? 'sans date' : `du ${dateFrancaise(v.date)}`} (ligne ${v.ligne})`;

/** Un versement compté ; son nom ne se compose que si l'explication se lit. */
class MouvementLu implements Mouvement {
  constructor(
    private readonly versement: Versement,
    readonly nature: NatureVersement,
    readonly montant: Decimal,
  ) {}

  get nom(): string {
    return nomDe(this.versement);
  }
}

/** Ce qu'un versement ajoute à la somme ; `null` : il n'y entre pas. */
function mouvement(situe: VersementSitue, s: Somme): Mouvement | Inconnu | null {
  const { versement: v } = situe;
  const dedans = entre(situe, s);
  if (dedans === false) return null;
  if (dedans === undefined || v.dossier === null || v.nature === null || v.montant === null)
    return inconnu({ champ: 'versements', raison: 'nonCompte', ligne: v.ligne });
  return new MouvementLu(v, v.nature, v.montant);
}

function sommer(versements: readonly VersementSitue[], s: Somme, aRattacher: readonly Inconnu[]): Montant {
  const termes = [...versements.flatMap((v) => mouvement(v, s) ?? []), ...aRattacher];
  if (termes.some(estInconnu)) return inconnuDe(termes);
  const somme = sommeVersee(s.etape, termes as readonly Mouvement[]);
  return explique(somme.montant, () => {
    const origines = Object.fromEntries(
      versements.map(({ versement: v }) => [
        nomDe(v),
        { table: 'versements', champ: 'montant', ligne: v.ligne },
      ]),
    );
    return somme.etapes.map((etape) => situerEtape(etape, origines));
  });
}

const PS = (n: NatureVersement): boolean => !estDeBonus(n);

type ParSomme<T> = Readonly<Record<keyof Journal, T>>;

function parSomme<T>({ jour }: Contexte, faire: (s: Somme, cle: keyof Journal) => T): ParSomme<T> {
  const de = (cle: keyof Journal, s: Omit<Somme, 'etape'>): T => faire({ etape: ETAPES[cle], ...s }, cle);
  return {
    acomptesN: de('acomptesN', { nature: estAcompte, gestion: 'n' }),
    acomptesN1: de('acomptesN1', { nature: estAcompte, gestion: 'n1' }),
    acomptesNAvantCloture: de('acomptesNAvantCloture', {
      nature: estAcompte,
      gestion: 'n',
      jusquAu: jour(SEUILS.finAnneeCivile, 0),
    }),
    versePsN: de('versePsN', { nature: PS, gestion: 'n' }),
    versePsN1: de('versePsN1', { nature: PS, gestion: 'n1' }),
    verseBonus: de('verseBonus', { nature: estDeBonus }),
  };
}

/** Les sommes que laisse inconnues un versement sans numéro de dossier lisible : il peut être de n'importe lequel. */
const sansDossier = parDossier((versements: readonly VersementSitue[], contexte) =>
  parSomme(contexte, (s): readonly Inconnu[] => {
    const doutes = versements.map((v) => mouvement(v, s)).filter(estInconnu);
    return doutes.length > 0 ? [inconnuDe(doutes)] : [];
  }),
);

const duJournal = parDossier((versements: readonly VersementSitue[], contexte): Journal => {
  const aRattacher = sansDossier(contexte.versementsSansDossier, contexte);
  return parSomme(contexte, (s, cle) => sommer(versements, s, aRattacher[cle]));
});

/** Sans journal : ce que disent les colonnes de Projets, et rien d'autre n'a été versé. */
function desColonnes(p: Projet): Journal {
  const colonne = (cle: 'acomptesN' | 'acomptesN1', etape: string): Montant => {
    const nom = `colonne ${COLONNES_PROJETS[cle].entete}`;
    const lu = avec([lueOu(p, cle, ZERO)], (saisi) =>
      resultat(etape, `{${nom}}`, { [nom]: saisi }, saisi, circ('3.4')),
    );
    return situer(lu, { [nom]: cle });
  };
  return {
    acomptesN: colonne('acomptesN', ETAPES.acomptesN),
    acomptesN1: colonne('acomptesN1', ETAPES.acomptesN1),
    acomptesNAvantCloture: colonne('acomptesN', ETAPES.acomptesNAvantCloture),
    versePsN: colonne('acomptesN', ETAPES.versePsN),
    versePsN1: colonne('acomptesN1', ETAPES.versePsN1),
    verseBonus: sommeVersee(ETAPES.verseBonus, []),
  };
}

export function journalDe(projet: Projet, contexte: Contexte): Journal {
  if (contexte.lecture.journalNonLu)
    return parSomme(contexte, () => inconnu({ champ: 'versements', raison: 'nonLu' }));
  if (!contexte.lecture.versements) return desColonnes(projet);
  const verses = contexte.versementsDe(projet);
  const journal = duJournal(verses, contexte);
  const oublies = acomptesHorsJournal(projet, contexte);
  const manque = (cle: 'acomptesN' | 'acomptesN1'): Inconnu | null =>
    oublies.includes(cle)
      ? inconnu({ champ: cle, raison: projet[cle] === null ? raisonDe(projet, cle) : 'nonCompte' })
      : null;
  const [n, n1] = [manque('acomptesN'), manque('acomptesN1')];
  return {
    acomptesN: n ?? journal.acomptesN,
    acomptesN1: n1 ?? journal.acomptesN1,
    acomptesNAvantCloture: n ?? journal.acomptesNAvantCloture,
    versePsN: n ?? journal.versePsN,
    versePsN1: n1 ?? journal.versePsN1,
    verseBonus: journal.verseBonus,
  };
}
