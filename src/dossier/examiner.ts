/**
 * Le moteur, d'un bout à l'autre : classeur → lecture → contrôle → calcul → anomalies triées.
 * Le volet et la ligne de commande n'appellent que lui ; les fonctions d'Excel, sans classeur, appellent les règles.
 */
import { anomalie, compter, trier, type Anomalie, type Compte } from './anomalies/anomalie';
import { calculerProjet, totaliser } from './calcul/calculer';
import type { CalculProjet, Montants } from './calcul/montants';
import { verifierAcomptes } from './calcul/verifications/acomptes';
import { verifierFinancement } from './calcul/verifications/financement';
import { verifierLiquidation } from './calcul/verifications/liquidation';
import { verifierPs } from './calcul/verifications/ps';
import type { Projet } from './colonnes/projets';
import { controlerBonus, controlerBonusVerses } from './controle/bonus';
import { controlerCollectifs } from './controle/collectifs';
import { creerContexte, type Contexte } from './controle/contexte';
import { controlerDoublons, controlerIdentite, controlerUnicite } from './controle/identite';
import { controlerProjets } from './controle/projets';
import { controlerDetail, controlerRattachements } from './controle/rattachements';
import { controlerOrdreDesVersements, controlerVersements } from './controle/versements';
import { achever, parLignes, type ParEtapes } from './formes/etapes';
import type { ClasseurLu } from './formes/grille';
import { lireClasseur, type Lecture, type OptionsLecture } from './lecture/lire';
import { SANS_MEMOIRE } from './formes/memoire';

export interface OptionsExamen extends OptionsLecture {
  /** Jour de l'examen, « AAAA-MM-JJ » : le moteur n'a pas d'horloge. */
  readonly au: string;
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

/** Ceux qui n'examinent que les lignes du projet : un projet intact n'est pas examiné deux fois. */
const PAR_PROJET: ReadonlySet<string> = new Set(['identité', 'unicité', 'projets', 'bonus']);

const VERIFICATIONS: Readonly<Record<string, (calcul: CalculProjet, contexte: Contexte) => Anomalie[]>> = {
  'prestation de service': verifierPs,
  financement: verifierFinancement,
  acomptes: verifierAcomptes,
  liquidation: verifierLiquidation,
};

/** L'examen par étapes, pour qui doit rendre la main en route (le volet). */
export function* examinerParEtapes(
  classeur: ClasseurLu,
  { au, ...options }: OptionsExamen,
): ParEtapes<Examen> {
  const { memoire = SANS_MEMOIRE } = options;
  const lecture = yield* lireClasseur(classeur, options);
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
  const cadre = cadreDes(lecture, au);
  const lignesDuProjet = (projet: Projet): readonly object[] => [
    ...contexte.collectifsDe(projet),
    ...contexte.versementsDe(projet).map(({ versement }) => versement),
  ];
  const trouvees: Anomalie[][] = [[...lecture.anomalies]];
  for (const [nom, controle] of Object.entries(CONTROLES)) {
    const duProjet = memoire.garder(
      nom,
      cadre,
      (projet: Projet) => controle(seul(contexte, projet)),
      lignesDuProjet,
    );
    trouvees.push(
      yield* essayer(nom, function* () {
        if (memoire !== SANS_MEMOIRE && PAR_PROJET.has(nom))
          return yield* parLignes(lecture.projets.lignes, duProjet);
        yield;
        return controle(contexte);
      }),
    );
  }
  const calculer = memoire.garder(
    'calculer',
    cadre,
    (projet: Projet) => calculerProjet(projet, contexte),
    lignesDuProjet,
  );
  const calculs = yield* parLignes(lecture.projets.lignes, calculer);
  for (const [nom, verification] of Object.entries(VERIFICATIONS)) {
    const verifier = memoire.garder(nom, cadre, (calcul: CalculProjet) => verification(calcul, contexte));
    trouvees.push(yield* essayer(nom, () => parLignes(calculs, verifier)));
  }
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

/** Le même contexte, d'un seul projet. */
const seul = (contexte: Contexte, projet: Projet): Contexte => ({
  ...contexte,
  lecture: { ...contexte.lecture, projets: { ...contexte.lecture.projets, lignes: [projet] } },
});

/** Ce dont dépend le calcul et le contrôle d'un projet, hors de ses propres lignes : paramètres, jour, en-têtes. */
const cadreDes = ({ parametres, projets, collectifs, versements }: Lecture, au: string): string =>
  JSON.stringify([
    au,
    parametres,
    [projets, collectifs, versements].map(
      (table) =>
        table && [
          table.feuille.nom,
          table.feuille.premiereColonne,
          [...(table.entetes?.colonnes ?? [])],
          table.feuille.lignes[table.entetes?.indice ?? 0],
        ],
    ),
  ]);

/** @throws ErreurClasseur quand rien ne peut être dit du classeur (ni feuille Projets, ni année scolaire). */
export const examiner = (classeur: ClasseurLu, options: OptionsExamen): Examen =>
  achever(examinerParEtapes(classeur, options));
