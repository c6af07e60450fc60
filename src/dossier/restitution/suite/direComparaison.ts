/** Une comparaison en mots : un champ, d'avant à après ; l'effet sur l'argent. */
import { MONTANTS } from '../../calcul/montants';
import { euros } from '../../../reglement/explication';
import { dateFrancaise, estDateIso } from '../../../valeurs/date';
import { Decimal } from '../../../valeurs/montant';
import { anneeScolaire } from '../../../reglement/annee';
import {
  EFFETS,
  type Comparaison,
  type ProjetModifie,
  type Renumerote,
  type ValeurComparee,
} from './comparer';

const dire = (valeur: ValeurComparee): string => {
  if (valeur === null) return 'vide';
  if (valeur instanceof Decimal) return euros(valeur);
  if (typeof valeur === 'boolean') return valeur ? 'oui' : 'non';
  const texte = String(valeur);
  return estDateIso(texte) ? dateFrancaise(texte) : texte;
};

/** « Coût prévisionnel : 18 000,00 € → 20 000,00 € », un par champ changé. */
export const direChamps = ({ champs }: ProjetModifie): string[] =>
  champs.map(({ intitule, avant, apres }) => `${intitule} : ${dire(avant)} → ${dire(apres)}`);

/** « Ps retenue + 650,00 € » ; rien quand l'argent ne change pas, ou que l'effet est inconnu. */
export const direEffets = ({ effet }: ProjetModifie): string[] =>
  EFFETS.flatMap((cle) => {
    const e = effet[cle];
    return e && !e.isZero() ? [`${MONTANTS[cle].intitule} ${e.isNeg() ? '−' : '+'} ${euros(e.abs())}`] : [];
  });

/** « D-1 devient D-9 » ; ce qui ne fait que se deviner, l'agent le confirme. */
export const direRenumerote = ({ avant, apres, dit }: Renumerote): string =>
  dit
    ? `Renuméroté : ${avant} devient ${apres} (colonne « Dossier précédent »).`
    : `Peut-être renuméroté : ${avant} devient ${apres} (même gestionnaire, même action).`;

/** Deux années : les montants changent avec l'année, les numéros aussi. */
export const direAnnees = ({ annees }: Pick<Comparaison, 'annees'>): string | null =>
  annees ? `Deux années scolaires : ${annees.map(anneeScolaire).join(', puis ')}.` : null;
