/** Les phrases composées du volet : nombres accordés, bilan d'un contrôle, tailles. */
import type { Compte } from '../dossier/anomalies/anomalie';
import type { Gravite } from '../dossier/anomalies/catalogue';
import { typographier } from '../dossier/affichage/typographie';
import { enFrancais } from '../reglement/explication';
import type { Situation } from './etat';

export const entier = (n: number): string => enFrancais(n, 0);

/** « 1 anomalie », « 1 234 anomalies », « 0 anomalie ». */
export const pluriel = (n: number, un: string, plusieurs = `${un}s`): string =>
  `${entier(n)}\u00a0${n > 1 ? plusieurs : un}`;

export const GRAVITES: Readonly<Record<Gravite, { un: string; plusieurs: string }>> = {
  bloquante: { un: 'bloquante', plusieurs: 'bloquantes' },
  alerte: { un: 'alerte', plusieurs: 'alertes' },
  information: { un: 'information', plusieurs: 'informations' },
};
export const CLES_GRAVITE = Object.keys(GRAVITES) as Gravite[];

/** « 3 bloquantes, 12 alertes, 4 informations. » */
export function bilan(compte: Compte): string {
  const morceaux = CLES_GRAVITE.filter((g) => compte[g] > 0).map((g) =>
    pluriel(compte[g], GRAVITES[g].un, GRAVITES[g].plusieurs),
  );
  return typographier(`Contrôle fait : ${morceaux.join(', ') || 'aucune anomalie'}.`);
}

/** « Paramètres », « Projets » */
export const citer = (noms: readonly string[]): string => noms.map((nom) => `« ${nom} »`).join(', ');

/** Pourquoi rien ne peut être écrit. */
export function sansDonnee(situation: Situation): string {
  if (situation.type === 'inconnue') return 'Le classeur n’a pas encore été lu.';
  if (situation.type === 'aCompleter') return situation.raison;
  return typographier(
    'Aucune feuille « Projets » dans ce classeur : le préparer, ou désigner la feuille, dans l’onglet État.',
  );
}

/** « 12,4 ko » */
export const taille = (octets: number): string =>
  octets < 1_000_000
    ? `${enFrancais(octets / 1000, 1)}\u00a0ko`
    : `${enFrancais(octets / 1_000_000, 1)}\u00a0Mo`;
