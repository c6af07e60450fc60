/**
 * Les anomalies par cause : un même code, dans une même colonne, pour une même valeur, est une seule chose à régler.
 * Le volet et la ligne de commande montrent les mêmes causes, sous les mêmes titres.
 */
import { grouperPar } from '../../valeurs/grouper';
import { somme, ZERO, type Decimal } from '../../valeurs/montant';
import { cleDossier, normaliser, texteDe } from '../../valeurs/texte';
import { unParObjet } from '../../valeurs/unParObjet';
import { estIllisible } from '../../valeurs/valeur';
import { phraseDe, type Anomalie } from '../anomalies/anomalie';
import type { Gravite } from '../anomalies/catalogue';
import { SITUATIONS, TITRES } from '../anomalies/messages';
import { typographier } from '../affichage/typographie';
import type { Examen } from '../examiner';
import { intituleDe, type Lecture } from '../lecture/lecture';
import { proprietaires } from '../lecture/proprietaire';

export interface Cause {
  /** La même pour la même cause d'un contrôle à l'autre. */
  readonly cle: string;
  readonly gravite: Gravite;
  /** Au moins une, dans l'ordre reçu. */
  readonly anomalies: readonly [Anomalie, ...Anomalie[]];
}

const RANGS: Readonly<Record<Gravite, number>> = { bloquante: 0, alerte: 1, information: 2 };

/** Une valeur juste de forme (un montant, une date) varie à chaque ligne : seul un texte ou une erreur fait la cause. */
function valeurCommune({ valeur }: Anomalie): string {
  if (valeur === null) return '';
  if (estIllisible(valeur)) return valeur.illisible;
  return typeof valeur === 'string' && !/\d/.test(valeur) ? normaliser(valeur) : '';
}

/** Les colonnes facultatives qui manquent sont une seule chose à régler, et la même phrase à leur nom près. */
const champDe = ({ code, champ }: Anomalie): string | null =>
  code === 'colonne.attendue-absente' ? null : champ;

const cleDe = unParObjet((a: Anomalie): string =>
  JSON.stringify([a.code, a.feuille, champDe(a), a.colonne, valeurCommune(a)]),
);

/** Le plus grave d'abord, puis ce qui touche le plus de cellules. */
export function parCause(anomalies: readonly Anomalie[]): readonly Cause[] {
  // mis à l'écart, un dossier adoucit les siennes : la même faute n'a plus la même urgence
  return [...grouperPar(anomalies, (a) => `${a.gravite} ${cleDe(a)}`)]
    .map(([cle, siennes]) => ({ cle, gravite: siennes[0].gravite, anomalies: siennes }))
    .sort((x, y) => RANGS[x.gravite] - RANGS[y.gravite] || y.anomalies.length - x.anomalies.length);
}

/** « Nombre illisible — Bonus parents » */
export function titreDe({ anomalies }: Cause, lecture: Lecture): string {
  const [premiere] = anomalies;
  const colonnes = [...new Set(anomalies.flatMap((a) => intituleDe(a, lecture) ?? []))].join(', ');
  const situation = TITRES[premiere.code] ?? SITUATIONS[premiere.code];
  const titre = `${situation.charAt(0).toUpperCase()}${situation.slice(1)}`;
  return typographier(colonnes === '' ? titre : `${titre} — ${colonnes}`);
}

const phrase = unParObjet(phraseDe);

/** Ce que toutes disent de même, valeur comprise ; `null` : chacune a sa phrase. */
export const phraseCommune = unParObjet(({ anomalies }: Cause): string | null => {
  const commune = phrase(anomalies[0]);
  return anomalies.every((a) => phrase(a) === commune) ? commune : null;
});

/** La valeur qui fait la cause, comme l'agent l'a saisie ; `null` : chaque cellule a la sienne, ou n'en a pas. */
export const valeurDe = ({ anomalies: [premiere] }: Cause): string | null =>
  valeurCommune(premiere) === '' ? null : texteDe(premiere.valeur);

/** Ce que la Caf engage pour les dossiers d'une cause : Ps retenue et bonus, en €. */
export interface Enjeu {
  readonly montant: Decimal;
  /** Dossiers dont ce montant n'est pas connu : ils ne valent pas zéro. */
  readonly inconnus: number;
}

/** L'enjeu de chaque cause, chaque dossier compté une fois. */
export function enjeuDe({ lecture, calculs }: Pick<Examen, 'lecture' | 'calculs'>): (cause: Cause) => Enjeu {
  const proprietaire = proprietaires(lecture);
  const engages = new Map(
    calculs.flatMap(({ projet, montants: { psRetenue, bonus } }) =>
      projet.dossier === null
        ? []
        : [
            [
              cleDossier(projet.dossier),
              psRetenue.montant && bonus.montant && psRetenue.montant.plus(bonus.montant),
            ] as const,
          ],
    ),
  );
  return ({ anomalies }) => {
    const dossiers = new Set(
      anomalies.flatMap((a) => {
        const aQui = proprietaire(a);
        return aQui === null ? [] : [cleDossier(aQui.dossier)];
      }),
    );
    const montants = [...dossiers].map((dossier) => engages.get(dossier) ?? null);
    return {
      montant: somme(montants.map((m) => m ?? ZERO)),
      inconnus: montants.filter((m) => m === null).length,
    };
  };
}

/** Le plus grave d'abord ; à gravité égale, un enjeu inconnu avant tout montant, puis le plus gros. */
export function parEnjeu(causes: readonly Cause[], enjeu: (cause: Cause) => Enjeu): readonly Cause[] {
  return causes
    .map((cause) => ({ cause, e: enjeu(cause) }))
    .sort(
      (x, y) =>
        RANGS[x.cause.gravite] - RANGS[y.cause.gravite] ||
        y.e.inconnus - x.e.inconnus ||
        y.e.montant.comparedTo(x.e.montant),
    )
    .map(({ cause }) => cause);
}
