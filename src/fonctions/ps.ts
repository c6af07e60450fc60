/** Prestation de service et barème (Circ. § 3.2). */
import { ps as regle } from '../reglement/ps';
import { lireEntier, lireMontant, lireTaux } from './arguments';
import { lireArrondi, lireBareme } from './choix';
import { Refus } from './refus';

/**
 * Prestation de service (Ps) d'un projet, au barème publié de l'année.
 * @customfunction CLAS.PS
 * @param cout Coût annuel du projet en € : budget pour la Ps prévisionnelle, compte de résultat pour la Ps réelle.
 * @param nbCollectifs Nombre entier de collectifs retenus ; 0 donne 0 €.
 * @param [annee] Année scolaire : 2021, « 2021-2022 » ou « 2021/2022 ». Omise : 2021, tant que c’est le seul barème publié.
 * @param [arrondi] « barème » (montant publié au plafond, sinon au centime), « centime » ou « euro » (par collectif). Omis : barème.
 * @exemple =CLAS.PS(24000;3;2021) → 7689
 * @exemple =CLAS.PS(7879,4;1;"2021-2022";"centime") → 2560,81
 * @source Circ. 2021-006, § 3.2
 */
export function ps(cout: unknown, nbCollectifs: unknown, annee?: unknown, arrondi?: unknown): number {
  const [c, nb] = [lireMontant('coût', cout), lireEntier('nombre de collectifs', nbCollectifs)];
  return regle(c, nb, lireBareme(annee), lireArrondi(arrondi)).montant.toNumber();
}

/**
 * Ps d'un projet avec le barème lu dans le classeur, pour une année que la fonction CLAS.PS ne connaît pas.
 * @customfunction CLAS.PSBAREME CLAS.PS_BAREME
 * @param cout Coût annuel du projet, en €.
 * @param nbCollectifs Nombre entier de collectifs retenus ; 0 donne 0 €.
 * @param taux Taux de la Ps : 0,325 ou 32,5 %.
 * @param plafond Prix plafond par collectif, en €.
 * @param montantMax Montant maximal publié par collectif, en €.
 * @param [arrondi] « barème », « centime » ou « euro ». Omis : barème.
 * @exemple =CLAS.PS_BAREME(24000;3;32,5%;7885;2563) → 7689
 * @source Circ. 2021-006, § 3.2
 */
export function psBareme(
  cout: unknown,
  nbCollectifs: unknown,
  taux: unknown,
  plafond: unknown,
  montantMax: unknown,
  arrondi?: unknown,
): number {
  const [c, nb] = [lireMontant('coût', cout), lireEntier('nombre de collectifs', nbCollectifs)];
  const bareme = {
    taux: lireTaux('taux', taux),
    prixPlafond: lireMontant('prix plafond', plafond),
    montantMaximal: lireMontant('montant maximal', montantMax),
  };
  if (Object.values(bareme).some((valeur) => valeur.isZero())) {
    throw new Refus('barème : le taux, le prix plafond et le montant maximal doivent être renseignés.');
  }
  return regle(c, nb, bareme, lireArrondi(arrondi)).montant.toNumber();
}

/**
 * Prix plafond par collectif, en €.
 * @customfunction CLAS.PLAFOND
 * @param [annee] Année scolaire : 2021 ou « 2021-2022 ». Omise : 2021, tant que c’est le seul barème publié.
 * @exemple =CLAS.PLAFOND(2021) → 7885
 * @source Circ. 2021-006, § 3.2
 */
export function plafond(annee?: unknown): number {
  return lireBareme(annee).prixPlafond.toNumber();
}

/**
 * Taux de la prestation de service (0,325 pour 32,5 %).
 * @customfunction CLAS.TAUX
 * @param [annee] Année scolaire : 2021 ou « 2021-2022 ». Omise : 2021, tant que c’est le seul barème publié.
 * @exemple =CLAS.TAUX(2021) → 0,325
 * @source Circ. 2021-006, § 3.2
 */
export function taux(annee?: unknown): number {
  return lireBareme(annee).taux.toNumber();
}

/**
 * Montant maximal publié de la Ps par collectif, en €.
 * @customfunction CLAS.PSMAX CLAS.PS_MAX
 * @param [annee] Année scolaire : 2021 ou « 2021-2022 ». Omise : 2021, tant que c’est le seul barème publié.
 * @exemple =CLAS.PS_MAX(2021) → 2563
 * @source Circ. 2021-006, § 3.2
 */
export function psMax(annee?: unknown): number {
  return lireBareme(annee).montantMaximal.toNumber();
}
