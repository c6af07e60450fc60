/** Listes et contrôles de saisie natifs d'Excel. */
import type { DataValidation } from 'hucre/xlsx';
import type { ValidationPlan } from '../../dossier/formes/plan';

/** Excel déclare le fichier corrompu au-delà de ces longueurs. */
const TITRE_MAX = 32;
const MESSAGE_MAX = 225;

type Regle = Pick<DataValidation, 'type' | 'operator' | 'formula1' | 'formula2'>;

export function convertirValidation(plan: ValidationPlan): DataValidation {
  const titre = plan.titre.slice(0, TITRE_MAX);
  const message = plan.message.slice(0, MESSAGE_MAX);
  return {
    ...convertirRegle(plan.regle),
    range: plan.plage,
    allowBlank: true,
    showInputMessage: true,
    showErrorMessage: true,
    inputTitle: titre,
    inputMessage: message,
    errorTitle: titre,
    errorMessage: message,
    errorStyle: plan.rigueur === 'arret' ? 'stop' : 'warning',
  };
}

function convertirRegle(regle: ValidationPlan['regle']): Regle {
  switch (regle.type) {
    // Une liste écrite dans la règle est limitée à 255 caractères et coupée aux virgules : toujours une plage.
    case 'liste':
      return { type: 'list', formula1: regle.source };
    case 'entier':
      return bornes('whole', regle.min, regle.max);
    case 'decimal':
      return bornes('decimal', regle.min);
    case 'date':
      return bornes('date', numeroDeSerie(regle.min), numeroDeSerie(regle.max));
  }
}

function bornes(type: 'whole' | 'decimal' | 'date', min: number, max?: number): Regle {
  return max === undefined
    ? { type, operator: 'greaterThanOrEqual', formula1: String(min) }
    : { type, operator: 'between', formula1: String(min), formula2: String(max) };
}

/** « 2021-09-01 » → numéro de série du calendrier 1900, celui des classeurs que Clas écrit. */
function numeroDeSerie(iso: string): number {
  const jours = Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
  if (!Number.isInteger(jours)) throw new RangeError(`Date incorrecte : ${iso}`);
  return jours + 25_569;
}
