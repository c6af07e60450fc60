/**
 * Lecture des arguments d'Excel, par les lecteurs de `src/valeurs` : ici, la seule politique d'une formule, qui refuse ce
 * qui est ambigu ou illisible. Une formule ne reçoit pas le format de la cellule : un nombre y est un nombre, et une
 * durée sous 0,25 y est une heure d'Excel (0,0625 pour 1 h 30). Vide, zéro et argument omis se valent : une cellule vide arrive en 0
 * sur le poste et en null sur le web. Ce qui n'est pas lisible est refusé par une phrase, jamais deviné.
 */
import { ZERO, auCentime, type Decimal } from '../valeurs/montant';
import { lireOuiNon as lireReponse } from '../valeurs/choix';
import { erreurAffichee } from '../valeurs/erreursExcel';
import { COMPTE_LIMITE, lireDuree, lireNombre, lireTaux as lireQuotite } from '../valeurs/nombre';
import type { Verdict } from '../valeurs/verdict';
import { Refus } from './refus';

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
  throw new Refus(
    `${nom} : la cellule contient l’erreur ${erreurAffichee(code)} ; la corriger d’abord.`,
    code === '#N/A',
  );
}

/** Politique d'une formule : ce qui n'est pas lu sans doute possible est refusé. */
function exiger<T>(nom: string, valeur: unknown, lu: Verdict<T>, attendu: string): T {
  if (lu.etat === 'ambigu')
    throw new Refus(
      `${nom} : « ${montrer(valeur)} » est ambigu (milliers ou décimales ?) ; saisir un nombre.`,
    );
  if (lu.etat === 'illisible') throw new Refus(`${nom} : « ${montrer(valeur)} » ${attendu}.`);
  return lu.valeur;
}

const estLisible = (valeur: unknown): valeur is string | number | boolean =>
  typeof valeur === 'string' || typeof valeur === 'number' || typeof valeur === 'boolean';

type Lecteur = (valeur: string | number | boolean) => Verdict<Decimal>;

function lire(nom: string, valeur: unknown, lecteur: Lecteur, attendu: string): Decimal {
  if (estVide(valeur)) return ZERO;
  refuserErreur(nom, valeur);
  return exiger(nom, valeur, estLisible(valeur) ? lecteur(valeur) : { etat: 'illisible' }, attendu);
}

const HORS_DE_PORTEE = 'est hors de portée ; vérifier la cellule';

function positif(nom: string, valeur: unknown): Decimal {
  const lue = lire(nom, valeur, lireNombre, Number.isFinite(valeur) ? HORS_DE_PORTEE : 'n’est pas un nombre');
  if (lue.lt(0))
    throw new Refus(`${nom} : ${montrer(valeur)} est négatif ; un nombre positif ou nul est attendu.`);
  return lue;
}

/** Montant en €, positif ou nul, arrondi au centime avant toute règle. */
export function lireMontant(nom: string, valeur: unknown): Decimal {
  // le cas de presque toutes les cellules d'une plage
  if (estVide(valeur)) return ZERO;
  return auCentime(positif(nom, valeur));
}

/** Nombre entier, positif ou nul. */
export function lireEntier(nom: string, valeur: unknown): number {
  const nombre = positif(nom, valeur);
  if (nombre.gte(COMPTE_LIMITE)) throw new Refus(`${nom} : « ${montrer(valeur)} » ${HORS_DE_PORTEE}.`);
  if (!nombre.isInteger()) throw new Refus(`${nom} : ${montrer(valeur)} doit être un nombre entier.`);
  return nombre.toNumber();
}

/** Entier d'une condition à remplir : vide ou 0, il n'est pas renseigné. */
export const lireEntierOuRien = (nom: string, valeur: unknown): number | undefined =>
  estVide(valeur) ? undefined : lireEntier(nom, valeur) || undefined;

/** Durée en heures (« 1 h 30 », 1,5, une heure d'Excel) ; vide ou 0, elle n'est pas renseignée. */
export function lireHeures(nom: string, valeur: unknown): number | undefined {
  const heures = lire(nom, valeur, lireDuree, 'n’est pas une durée ; écrire 1,5 ou 1 h 30').toNumber();
  if (heures < 0 || heures >= DUREE_MAXIMALE)
    throw new Refus(`${nom} : ${montrer(valeur)} n’est pas une durée de séance ; écrire 1,5 pour 1 h 30.`);
  return heures || undefined;
}

/** Taux entre 0 et 1 : 0,325, ou le texte « 32,5 % ». */
export function lireTaux(nom: string, valeur: unknown): Decimal {
  const phrase = 'n’est pas un taux ; écrire 32,5 % ou 0,325';
  if (estVide(valeur)) return ZERO;
  refuserErreur(nom, valeur);
  const lu = estLisible(valeur) ? lireQuotite(valeur) : ({ etat: 'illisible' } as const);
  // 32,5 sans signe est trente-deux fois le coût, ou 32,5 % : la formule ne choisit pas
  if (lu.etat === 'illisible' || lu.etat === 'ambigu' || lu.valeur.isNeg())
    throw new Refus(`${nom} : ${montrer(valeur)} ${phrase}.`);
  return lu.valeur;
}

/** Oui ou non ; vide vaut non. */
export function lireOuiNon(nom: string, valeur: unknown): boolean {
  if (estVide(valeur)) return false;
  refuserErreur(nom, valeur);
  const lu = estLisible(valeur) ? lireReponse(valeur) : ({ etat: 'illisible' } as const);
  return exiger(nom, valeur, lu, 'n’est ni oui ni non');
}

/** Texte tel quel ; vide, une chaîne vide. */
export function lireTexteLibre(nom: string, valeur: unknown): string {
  refuserErreur(nom, valeur);
  return estVide(valeur) ? '' : String(valeur).trim();
}
