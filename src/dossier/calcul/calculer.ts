/**
 * Tous les montants d'un projet, de la demande au recouvrement. Chaque montant vient d'une règle de `src/reglement`,
 * avec ses étapes ; les moments de l'année (`projet/`) réunissent leurs données et disent ce qui manque.
 */
import type { Projet } from '../colonnes/projets';
import { collectifsRetenus, estEcarte, type Contexte } from '../controle/contexte';
import { explique, type Etape } from '../../reglement/explication';
import type { Montant } from './connu';
import { journalDe } from './journal';
import { CLES_MONTANTS, type CalculProjet, type CleMontant, type Montants } from './montants';
import { etapesDe } from './origines';
import { bonusAccordes } from './projet/bonus';
import { casDe, type Donnees } from './projet/cas';
import { cofinancement } from './projet/cofinancement';
import { droit } from './projet/droit';
import { liquidation } from './projet/liquidation';
import { reste } from './projet/reste';
import { surPlace } from './projet/surPlace';

const LIRE = Object.fromEntries(
  CLES_MONTANTS.map((cle) => [cle, ({ montants }: CalculProjet) => montants[cle]]),
) as Record<CleMontant, (c: CalculProjet) => Montant>;

/** Toutes les clés d'avance, comme un JSON les pose : les remplir coûte vingt fois moins que de réunir six objets. */
const VIERGES = JSON.parse(
  JSON.stringify(Object.fromEntries(CLES_MONTANTS.map((cle) => [cle, null]))),
) as Montants;

type Ensemble<P> = P extends readonly [infer Premier, ...infer Suivants]
  ? Premier & Ensemble<Suivants>
  : unknown;
/** Les montants de tous les moments ; le compilateur refuse s'il en manque un. */
const reunir = <const P extends readonly Partial<Montants>[]>(
  ...moments: Ensemble<P> extends Montants ? P : never
): Montants => Object.assign({ ...VIERGES }, ...moments) as Montants;

export function calculerProjet(projet: Projet, contexte: Contexte): CalculProjet {
  return sansEtapes({
    projet,
    parametres: contexte.lecture.parametres,
    journal: journalDe(projet, contexte),
    n1Ouverte: contexte.au >= contexte.jour('01-01', 1),
  });
}

/** Un classeur fait cent mille montants, et l'agent en ouvre dix : leurs étapes se refont, ensemble, quand on les lit. */
function sansEtapes(donnees: Donnees): CalculProjet {
  const calcul = calculer(donnees);
  let refait: CalculProjet | undefined;
  const dire = (lire: (c: CalculProjet) => Montant): readonly Etape[] =>
    etapesDe(lire((refait ??= calculer(donnees))));
  const alleger = (m: Montant, lire: (c: CalculProjet) => Montant): Montant =>
    m.montant === null ? m : explique(m.montant, dire, lire);
  const montants = { ...calcul.montants };
  for (const cle of CLES_MONTANTS) montants[cle] = alleger(montants[cle], LIRE[cle]);
  return { ...calcul, montants, brancheFamille: alleger(calcul.brancheFamille, (c) => c.brancheFamille) };
}

function calculer(donnees: Donnees): CalculProjet {
  const { projet, journal } = donnees;
  const cas = casDe(donnees);
  const duDroit = droit(cas);
  const desBonus = bonusAccordes(cas);
  const liquide = liquidation(cas);
  const controle = surPlace(cas, liquide);
  const { excedent80, brancheFamille, coutDeReference } = cofinancement(cas, duDroit, desBonus, liquide);
  const { acomptesN, acomptesN1 } = journal;
  const montants = reunir(duDroit, desBonus, liquide, controle, reste(cas, liquide, controle), {
    acomptesN,
    acomptesN1,
    excedent80,
  });
  const ecarte = estEcarte(projet);
  return {
    projet,
    agree: cas.agree && !ecarte,
    ecarte,
    collectifsRetenus: collectifsRetenus(projet),
    montants,
    acomptesNAvantCloture: journal.acomptesNAvantCloture,
    brancheFamille,
    coutDeReference,
  };
}
