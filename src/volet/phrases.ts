/** Les phrases composées du volet : bilan d'un contrôle, tailles. */
import { adresse, phraseDe, type Compte } from '../dossier/anomalies/anomalie';
import { GRAVITES } from '../dossier/anomalies/catalogue';
import { entier, pluriel } from '../dossier/affichage/pluriel';
import { typographier } from '../dossier/affichage/typographie';
import type { Examen } from '../dossier/examiner';
import { titreDe, type Cause } from '../dossier/restitution/causes';
import type { Nouveautes } from '../dossier/restitution/nouveautes';
import { enFrancais } from '../reglement/explication';
import type { Situation } from './etat';

/** « 3 bloquantes, 12 alertes, 4 informations. » */
export function bilan(compte: Compte): string {
  const morceaux = GRAVITES.filter((g) => compte[g] > 0).map((g) => pluriel(compte[g], g));
  return typographier(`Contrôle fait : ${morceaux.join(', ') || 'aucune anomalie'}.`);
}

/** Le fait que dit une phrase, sans ce qu'il faut faire ; un point entre guillemets est celui de l'agent. */
const faitDe = (phrase: string): string => /^(?:«[^»]*»|[^«])*?\.(?=\s|$)/u.exec(phrase)?.[0] ?? phrase;

const compterDans = (causes: readonly Cause[]): number =>
  causes.reduce((n, { anomalies }) => n + anomalies.length, 0);

type Vu = Pick<Examen, 'lecture'>;

/** « Nombre illisible — Bonus parents (3). » */
function dite(cause: Cause, { lecture }: Vu): string {
  const n = cause.anomalies.length;
  return `${titreDe(cause, lecture)}${n > 1 ? ` (${entier(n)})` : ''}.`;
}

/**
 * Ce que la saisie vient de changer : « Projets!S4 : Acomptes 2021 : 2 300 € (…), dépassement 388,54 €. 2 réglées. » ;
 * vide quand rien n'apparaît ni ne se règle.
 */
export function direNouveautes({ apparues, reglees }: Nouveautes, avant: Vu, apres: Vu): string {
  const phrases: string[] = [];
  const [cause, ...autres] = apparues;
  if (cause) {
    const [anomalie, ...memes] = cause.anomalies;
    const ou = adresse(anomalie) ?? anomalie.feuille;
    phrases.push(memes.length > 0 ? dite(cause, apres) : `${ou} : ${faitDe(phraseDe(anomalie))}`);
    const n = compterDans(autres);
    if (n > 0) phrases.push(`Et ${pluriel(n, 'autre anomalie', 'autres anomalies')}.`);
  }
  const [reglee] = reglees;
  if (reglee && reglees.length === 1 && !cause) phrases.push(`Réglé : ${dite(reglee, avant)}`);
  else if (reglee) phrases.push(`${pluriel(compterDans(reglees), 'réglée')}.`);
  return typographier(phrases.join(' '));
}

/** Pourquoi rien d'officiel ne se fait ; faux : tout peut se faire. */
export const pourquoiBloque = ({ valide, compte }: Examen): string | false =>
  !valide &&
  `${pluriel(compte.bloquante, 'anomalie bloquante', 'anomalies bloquantes')} à corriger d’abord, dans l’onglet Vérifier.`;

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
