/** Listes et contrôles de saisie natifs d'Excel. */
import type { DataValidation } from 'hucre/xlsx';
import { serieDeDate } from '../../valeurs/date';
import { bulle } from '../aspects';
import type { ValidationPlan } from '../../dossier/formes/plan';

type Regle = Pick<DataValidation, 'type' | 'operator' | 'formula1' | 'formula2'>;

export function convertirValidation(plan: ValidationPlan): DataValidation {
  const { titre, message } = bulle(plan);
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
    case 'liste':
      return { type: 'list', formula1: regle.source };
    case 'entier':
      return bornes('whole', regle.min, regle.max);
    case 'decimal':
      return bornes('decimal', regle.min);
    case 'date':
      return bornes('date', serieDeDate(regle.min), serieDeDate(regle.max));
  }
}

function bornes(type: 'whole' | 'decimal' | 'date', min: number, max?: number): Regle {
  return max === undefined
    ? { type, operator: 'greaterThanOrEqual', formula1: String(min) }
    : { type, operator: 'between', formula1: String(min), formula2: String(max) };
}
