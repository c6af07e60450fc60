/**
 * Le moteur, d'un bout à l'autre : classeur → lecture → contrôle → calcul → anomalies triées.
 * Les quatre portes (formules, volet, ligne de commande, page) appellent cette fonction et elle seule.
 */
import { anomalie, compter, trier, type Anomalie, type Compte } from './anomalies/anomalie';
import { calculerProjet, totaliser } from './calcul/calculer';
import type { CalculProjet, Montants } from './calcul/montants';
import { verifierAcomptes } from './calcul/verifications/acomptes';
import { verifierFinancement } from './calcul/verifications/financement';
import { verifierLiquidation } from './calcul/verifications/liquidation';
import { verifierPs } from './calcul/verifications/ps';
import { controlerBonus, controlerBonusVerses } from './controle/bonus';
import { controlerCollectifs } from './controle/collectifs';
import { creerContexte, type Contexte } from './controle/contexte';
import { controlerDoublons, controlerIdentite, controlerUnicite } from './controle/identite';
import { controlerProjets } from './controle/projets';
import { controlerDetail, controlerRattachements } from './controle/rattachements';
import { controlerOrdreDesVersements, controlerVersements } from './controle/versements';
import { achever, parLignes, type ParEtapes } from './etapes';
import type { ClasseurLu } from './grille';
import { lireClasseur, type Designations, type Lecture } from './lecture/lire';

export interface OptionsExamen {
  /** Jour de l'examen, « AAAA-MM-JJ » : le moteur n'a pas d'horloge. */
  readonly au: string;
  readonly designations?: Designations | undefined;
}

export interface Examen {
  readonly lecture: Lecture;
  readonly au: string;
  readonly calculs: readonly CalculProjet[];
  /** Totaux des projets agréés. */
  readonly totaux: Montants;
  readonly anomalies: readonly Anomalie[];
  readonly compte: Compte;
  /** Aucune anomalie bloquante : la remontée et les écritures peuvent être faites. */
  readonly valide: boolean;
}

const CONTROLES: Readonly<Record<string, (contexte: Contexte) => Anomalie[]>> = {
  identité: controlerIdentite,
  doublons: controlerDoublons,
  unicité: controlerUnicite,
  rattachements: controlerRattachements,
  'détail des collectifs': controlerDetail,
  versements: controlerVersements,
  'ordre des versements': controlerOrdreDesVersements,
  collectifs: controlerCollectifs,
  projets: controlerProjets,
  bonus: controlerBonus,
  'bonus versés': controlerBonusVerses,
};

const VERIFICATIONS: Readonly<Record<string, (calcul: CalculProjet, contexte: Contexte) => Anomalie[]>> = {
  'prestation de service': verifierPs,
  financement: verifierFinancement,
  acomptes: verifierAcomptes,
  liquidation: verifierLiquidation,
};

/** L'examen par étapes, pour qui doit rendre la main en route (le volet). */
export function* examinerParEtapes(
  classeur: ClasseurLu,
  { au, designations }: OptionsExamen,
): ParEtapes<Examen> {
  const lecture = yield* lireClasseur(classeur, designations);
  const contexte = creerContexte(lecture, au);
  /** Un contrôle en panne n'est pas une faute du classeur : il se dit, et interdit la remontée. */
  const essayer = function* (nom: string, controle: () => ParEtapes<Anomalie[]>): ParEtapes<Anomalie[]> {
    try {
      return yield* controle();
    } catch (erreur) {
      const raison = erreur instanceof Error ? erreur.message : String(erreur);
      return [anomalie('controle.impossible', lecture.projets.lieu(null, null), { nom, raison })];
    }
  };
  const trouvees: Anomalie[][] = [[...lecture.anomalies]];
  for (const [nom, controle] of Object.entries(CONTROLES))
    trouvees.push(
      yield* essayer(nom, function* () {
        yield;
        return controle(contexte);
      }),
    );
  const calculs = yield* parLignes(lecture.projets.lignes, (projet) => calculerProjet(projet, contexte));
  for (const [nom, verifier] of Object.entries(VERIFICATIONS))
    trouvees.push(yield* essayer(nom, () => parLignes(calculs, (calcul) => verifier(calcul, contexte))));
  yield;
  const anomalies = trier(trouvees.flat(), lecture.feuilles);
  const compte = compter(anomalies);
  yield;
  return {
    lecture,
    au,
    calculs,
    totaux: totaliser(calculs),
    anomalies,
    compte,
    valide: compte.bloquante === 0,
  };
}

/** @throws ErreurClasseur quand rien ne peut être dit du classeur (ni feuille Projets, ni année scolaire). */
export const examiner = (classeur: ClasseurLu, options: OptionsExamen): Examen =>
  achever(examinerParEtapes(classeur, options));
