/**
 * Le moteur, d'un bout à l'autre : classeur → lecture → contrôle → calcul → anomalies triées.
 * Le volet et la ligne de commande n'appellent que lui ; les fonctions d'Excel, sans classeur, appellent les règles.
 */
import { anomalie, compter, trier, type Anomalie, type Compte } from './anomalies/anomalie';
import { calculerProjet } from './calcul/calculer';
import { compterEffectifs, totaliser, type Effectifs } from './calcul/totaux';
import { verifierArrete } from './calcul/verifications/arrete';
import type { CalculProjet, Montants } from './calcul/montants';
import { verifierAcomptes } from './calcul/verifications/acomptes';
import { verifierEcrituresPassees } from './calcul/verifications/passees';
import { verifierFinancement } from './calcul/verifications/financement';
import { verifierLiquidation } from './calcul/verifications/liquidation';
import { verifierPs } from './calcul/verifications/ps';
import type { Projet } from './colonnes/projets';
import { formulesDUneAutreAnnee } from './controle/formulesAutreAnnee';
import { CROISES, PAR_PROJET } from './controle';
import { creerContexte, estEcarte, type Contexte } from './controle/contexte';
import { achever, parLignes, type ParEtapes } from './formes/etapes';
import type { ClasseurLu } from './formes/grille';
import { lireClasseur, type OptionsLecture } from './lecture/lire';
import type { Lecture } from './lecture/lecture';
import { SANS_MEMOIRE } from './formes/memoire';
import { justifier } from './controle/justifier';
import { cleDossier } from '../valeurs/texte';

export interface OptionsExamen extends OptionsLecture {
  /** Jour de l'examen, « AAAA-MM-JJ » : le moteur n'a pas d'horloge. */
  readonly au: string;
}

export interface Examen {
  readonly lecture: Lecture;
  readonly au: string;
  readonly calculs: readonly CalculProjet[];
  /** Totaux : des faits sur tous les dossiers, le reste sur les dossiers agréés (`calcul/montants.ts`). */
  readonly totaux: Montants;
  /** Des dossiers agréés. */
  readonly effectifs: Effectifs;
  readonly anomalies: readonly Anomalie[];
  readonly compte: Compte;
  /** Alertes que l'agent a justifiées ; elles restent comptées parmi les alertes. */
  readonly justifiees: number;
  /** Aucune anomalie bloquante : la remontée et les écritures peuvent être faites. */
  readonly valide: boolean;
}

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
  const cadre = cadreDes(contexte);
  const lignesDuProjet = (projet: Projet): readonly unknown[] => [
    // le premier de son numéro dit ce qui n'est que du journal
    contexte.projetDe(projet.dossier) === projet,
    ...contexte.collectifsDe(projet),
    ...contexte.lignesDuJournal(projet),
    ...contexte.avenantsDe(projet),
  ];
  const trouvees: Anomalie[][] = [
    [...lecture.anomalies],
    formulesDUneAutreAnnee(classeur, lecture.parametres),
  ];
  for (const [nom, controle] of Object.entries(PAR_PROJET)) {
    const duProjet = memoire.garder(
      nom,
      cadre,
      (projet: Projet) => controle(projet, contexte),
      lignesDuProjet,
    );
    trouvees.push(yield* essayer(nom, () => parLignes(lecture.projets.lignes, duProjet)));
  }
  for (const [nom, controle] of Object.entries(CROISES))
    trouvees.push(
      yield* essayer(nom, function* () {
        yield;
        return controle(contexte);
      }),
    );
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
  trouvees.push(
    yield* essayer('arrêté des comptes', function* () {
      yield;
      return verifierArrete(calculs, contexte);
    }),
    yield* essayer('écritures passées', function* () {
      yield;
      return verifierEcrituresPassees(contexte);
    }),
  );
  yield;
  const totaux = totaliser(calculs, contexte);
  yield;
  return {
    lecture,
    au,
    calculs,
    totaux,
    effectifs: compterEffectifs(
      calculs.filter(({ agree }) => agree),
      lecture,
    ),
    ...juger(adoucir(trouvees.flat(), contexte), lecture),
  };
}

/** Les anomalies dans leur ordre, comptées : une seule bloquante, et rien d'officiel ne sort du classeur. */
function juger(
  trouvees: readonly Anomalie[],
  lecture: Lecture,
): Pick<Examen, 'anomalies' | 'compte' | 'justifiees' | 'valide'> {
  const anomalies = justifier(trier(trouvees, lecture.feuilles), lecture);
  const compte = compter(anomalies);
  const justifiees = anomalies.filter(({ justification }) => justification !== null).length;
  return { anomalies, compte, justifiees, valide: compte.bloquante === 0 };
}

/** Le même examen, avec ce qu'un autre classeur y a montré. */
export const avecAnomalies = (examen: Examen, ajoutees: readonly Anomalie[]): Examen => ({
  ...examen,
  ...juger([...examen.anomalies, ...ajoutees], examen.lecture),
});

/** Un dossier mis à l'écart ne retient plus les autres : ce qui y bloquait alerte. */
function adoucir(anomalies: readonly Anomalie[], contexte: Contexte): readonly Anomalie[] {
  const { lecture, collectifsDe, lignesDuJournal } = contexte;
  const [lignes, vus] = [new Set<string>(), new Set<string>()];
  const cle = (feuille: string | undefined, ligne: number | null): string =>
    `${feuille ?? ''}!${ligne ?? ''}`;
  for (const p of lecture.projets.lignes) {
    if (!estEcarte(p)) continue;
    lignes.add(cle(lecture.projets.feuille.nom, p.ligne));
    if (p.dossier !== null && vus.has(cleDossier(p.dossier))) continue;
    vus.add(cleDossier(p.dossier ?? ''));
    for (const c of collectifsDe(p)) lignes.add(cle(lecture.collectifs?.feuille.nom, c.ligne));
    for (const v of lignesDuJournal(p)) lignes.add(cle(lecture.versements?.feuille.nom, v.ligne));
  }
  if (lignes.size === 0) return anomalies;
  return anomalies.map((a) =>
    a.gravite === 'bloquante' && lignes.has(cle(a.feuille, a.ligne)) ? { ...a, gravite: 'alerte' } : a,
  );
}

/**
 * Ce dont dépend le calcul et le contrôle d'un projet, hors de ses propres lignes : paramètres, jour, en-têtes, et les
 * versements qui peuvent être de n'importe quel projet.
 */
const cadreDes = ({ lecture, au, versementsSansDossier }: Contexte): string => {
  const { parametres, journalNonLu, projets, collectifs, versements, avenants } = lecture;
  return JSON.stringify([
    au,
    parametres,
    journalNonLu,
    versementsSansDossier.map(({ versement: { ligne, nature, date, illisibles }, gestion }) => [
      ligne,
      nature,
      gestion,
      illisibles.has('date') || date,
    ]),
    [projets, collectifs, versements, avenants].map(
      (table) =>
        table && [
          table.feuille.nom,
          table.feuille.premiereColonne,
          [...(table.entetes?.colonnes ?? [])],
          table.feuille.lignes[table.entetes?.indice ?? 0],
        ],
    ),
  ]);
};

/** @throws ErreurClasseur quand rien ne peut être dit du classeur (ni feuille Projets, ni année scolaire). */
export const examiner = (classeur: ClasseurLu, options: OptionsExamen): Examen =>
  achever(examinerParEtapes(classeur, options));
