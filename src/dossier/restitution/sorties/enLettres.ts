/** Un montant en toutes lettres, pour les courriers : « quatre mille neuf cent sept euros et cinquante centimes ». */
import { toCurrency } from 'n2words/fr-FR';
import type { Decimal } from '../../../valeurs/montant';

/** Le montant exact, en lettres ; un nombre rond de millions appelle « d'euros ». */
export const enLettres = (montant: Decimal): string =>
  toCurrency(montant.toFixed(2).replace(/\.00$/, '')).replace(/(millions?|milliards?) euros/, '$1 d’euros');
