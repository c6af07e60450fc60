/** Les choix facultatifs : l'année du barème publié, l'arrondi de la Ps, le montant d'un bonus. */
import { anneeScolaire, lireAnnee } from '../reglement/annee';
import { ARRONDIS } from '../reglement/arrondis';
import { BAREMES, baremePublie, type Bareme } from '../reglement/bareme';
import { lireChoix } from '../valeurs/choix';
import type { Decimal } from '../valeurs/montant';
import { PREMIERE_ANNEE } from '../reglement/parametres';
import type { ArrondiPs } from '../reglement/ps';
import { estVide, lireMontant, lireTexteLibre } from './arguments';
import { Refus } from './refus';

/** Barème publié de l'année ; sans année, le seul publié. Une année inconnue n'emprunte jamais celui d'une autre. */
export function lireBareme(annee: unknown): Bareme {
  const [unique, autre] = BAREMES;
  if (estVide(annee)) {
    if (!autre) return unique;
    throw new Refus('année : plusieurs barèmes sont publiés ; indiquer l’année, par exemple 2021.');
  }
  const texte = lireTexteLibre('année', annee);
  const n = typeof annee === 'boolean' ? undefined : lireAnnee(texte);
  if (n === undefined)
    throw new Refus(`année : « ${texte} » n’est pas une année scolaire ; écrire 2021 ou 2021-2022.`);
  const bareme = baremePublie(n);
  if (bareme) return bareme;
  throw new Refus(
    `année : aucun barème publié connu pour ${anneeScolaire(n)} ; employer CLAS.PS_BAREME avec le barème du classeur.`,
    true,
  );
}

/** Arrondi de la Ps, sans égard à la casse ni aux accents ; vide, le barème publié. */
export function lireArrondi(valeur: unknown): ArrondiPs {
  const texte = lireTexteLibre('arrondi', valeur);
  if (texte === '') return 'bareme';
  const lu = lireChoix(texte, ARRONDIS);
  if (lu.etat === 'lu') return lu.valeur;
  throw new Refus(`arrondi : « ${texte} » est inconnu ; écrire barème, centime ou euro.`);
}

/** Montants d'un bonus enfants et d'un bonus parents : celui qui est saisi, sinon ceux du barème de 2021. */
export function lireForfaits(montant: unknown): readonly [Decimal, Decimal] {
  const saisi = lireMontant('montant du bonus', montant);
  if (!saisi.isZero()) return [saisi, saisi];
  return forfaits(lireBareme(PREMIERE_ANNEE));
}

/** Bonus enfants et parents d'un barème qui les connaît. */
export function forfaits({ bonusEnfants, bonusParents }: Bareme): readonly [Decimal, Decimal] {
  if (bonusEnfants && bonusParents) return [bonusEnfants, bonusParents];
  throw new Refus('montant du bonus : le barème de l’année ne le donne pas ; l’indiquer.', true);
}
