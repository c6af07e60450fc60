/**
 * Lecture des arguments d'Excel. Vide, zéro et argument omis se valent : une cellule vide arrive en 0
 * sur le poste et en null sur le web. Ce qui n'est pas lisible est refusé par une phrase, jamais deviné.
 */
import { ZERO, auCentime, montant, type Decimal } from '../valeurs/montant';
import { lireTexte } from './nombre';
import { Refus } from './refus';

/** Au-delà, un nombre d'Excel (15 chiffres) ne porte plus les centimes. */
const MONTANT_LIMITE = 1e12;
const ENTIER_LIMITE = 1e6;
/** Une heure d'Excel est une fraction de jour : 1 h 30 y vaut 0,0625. */
const DUREE_MINIMALE = 0.25;
const DUREE_MAXIMALE = 24;

export const estVide = (valeur: unknown): boolean =>
  valeur === null ||
  valeur === undefined ||
  valeur === 0 ||
  (typeof valeur === 'string' && valeur.trim() === '');

function montrer(valeur: unknown): string {
  if (typeof valeur === 'boolean') return valeur ? 'VRAI' : 'FAUX';
  const texte = String(valeur).trim().slice(0, 40);
  return typeof valeur === 'number' ? texte.replace('.', ',') : texte;
}

/** Une erreur d'Excel (#N/A…) arrive en objet porteur d'un code. */
function refuserErreur(nom: string, valeur: unknown): void {
  if (typeof valeur !== 'object' || valeur === null) return;
  if (Array.isArray(valeur)) throw new Refus(`${nom} : une seule cellule est attendue, et non une plage.`);
  const code = 'code' in valeur ? String(valeur.code) : 'inattendue';
  throw new Refus(`${nom} : la cellule contient l’erreur ${code} ; la corriger d’abord.`, code === '#N/A');
}

/** Écriture décimale d'un nombre : les quinze chiffres significatifs qu'Excel montre, sans le bruit binaire. */
function ecriture(nom: string, valeur: unknown): number | string {
  if (typeof valeur === 'number' && Number.isFinite(valeur)) {
    return Number.isInteger(valeur) ? valeur : valeur.toPrecision(15);
  }
  if (estVide(valeur)) return 0;
  refuserErreur(nom, valeur);
  const lue = typeof valeur === 'string' ? lireTexte(valeur) : undefined;
  if (lue === 'ambigu') {
    throw new Refus(
      `${nom} : « ${montrer(valeur)} » est ambigu (milliers ou décimales ?) ; saisir un nombre.`,
    );
  }
  if (lue === undefined) throw new Refus(`${nom} : « ${montrer(valeur)} » n’est pas un nombre.`);
  return lue;
}

function positif(nom: string, valeur: unknown, limite: number): number | string {
  const lue = ecriture(nom, valeur);
  if (Number(lue) < 0)
    throw new Refus(`${nom} : ${montrer(valeur)} est négatif ; un nombre positif ou nul est attendu.`);
  if (Number(lue) >= limite)
    throw new Refus(`${nom} : ${montrer(valeur)} est hors de portée ; vérifier la cellule.`);
  return lue;
}

/** Montant en €, positif ou nul, arrondi au centime avant toute règle. */
export function lireMontant(nom: string, valeur: unknown): Decimal {
  const lue = positif(nom, valeur, MONTANT_LIMITE);
  if (lue === 0) return ZERO;
  return typeof lue === 'number' ? montant(lue) : auCentime(montant(lue));
}

/** Nombre entier, positif ou nul. */
export function lireEntier(nom: string, valeur: unknown): number {
  const nombre = Number(positif(nom, valeur, ENTIER_LIMITE));
  if (!Number.isInteger(nombre)) throw new Refus(`${nom} : ${montrer(valeur)} doit être un nombre entier.`);
  return nombre;
}

/** Entier d'une condition à remplir : vide ou 0, il n'est pas renseigné. */
export const lireEntierOuRien = (nom: string, valeur: unknown): number | undefined =>
  estVide(valeur) ? undefined : lireEntier(nom, valeur) || undefined;

/** Durée en heures ; vide ou 0, elle n'est pas renseignée. */
export function lireHeures(nom: string, valeur: unknown): number | undefined {
  const heures = Number(positif(nom, valeur, DUREE_MAXIMALE));
  if (heures === 0) return undefined;
  if (heures >= DUREE_MINIMALE) return heures;
  throw new Refus(`${nom} : ${montrer(valeur)} n’est pas une durée en heures ; écrire 1,5 pour 1 h 30.`);
}

/** Taux entre 0 et 1 : 0,325, ou le texte « 32,5 % ». */
export function lireTaux(nom: string, valeur: unknown): Decimal {
  const enPourCent = typeof valeur === 'string' && /%\s*$/.test(valeur);
  const lu = montant(ecriture(nom, enPourCent ? valeur.replace(/\s*%\s*$/, '') : valeur));
  const taux = enPourCent ? lu.times('0.01') : lu;
  if (taux.lt(0) || taux.gt(1)) {
    throw new Refus(`${nom} : ${montrer(valeur)} n’est pas un taux ; écrire 32,5 % ou 0,325.`);
  }
  return taux;
}

const OUI = ['oui', 'o', 'x', 'vrai', 'true', '1'];
const NON = ['non', 'n', 'faux', 'false', '0'];

/** Oui ou non ; vide vaut non. */
export function lireOuiNon(nom: string, valeur: unknown): boolean {
  if (estVide(valeur)) return false;
  refuserErreur(nom, valeur);
  const mot = String(valeur).trim().toLowerCase();
  if (OUI.includes(mot)) return true;
  if (NON.includes(mot)) return false;
  throw new Refus(`${nom} : « ${montrer(valeur)} » n’est ni oui ni non.`);
}

/** Texte tel quel ; vide, une chaîne vide. */
export function lireTexteLibre(nom: string, valeur: unknown): string {
  refuserErreur(nom, valeur);
  return estVide(valeur) ? '' : String(valeur).trim();
}
