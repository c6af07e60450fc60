/** Ce qui entoure les valeurs d'une feuille écrite : largeurs, rôles, volets, listes, aide, protection, impression. */
import type { FeuillePlan, NotePlan, Style, ValidationPlan } from '../../dossier/formes/plan';
import { ASPECTS, abreger, bulle, enPoints, groupesDe, miseEnPageDe, piedDe } from '../aspects';
import { poserAspect } from './styles';
import { Zones } from './zones';

export function presenter(cible: Excel.Worksheet, plan: FeuillePlan): void {
  plan.colonnes.forEach(({ largeur }, j) => {
    cible.getRangeByIndexes(0, j, 1, 1).getEntireColumn().format.columnWidth = enPoints(largeur);
  });
  for (const [debut, fin] of groupesDe(plan.colonnes)) {
    const groupe = cible.getRangeByIndexes(0, debut, 1, fin - debut + 1).getEntireColumn();
    groupe.group('ByColumns');
    groupe.columnHidden = true;
  }
  const zones = new Zones<Style>();
  plan.lignes.forEach((ligne, i) => {
    ligne.forEach(({ style = 'normal' }, j) => {
      if (style !== 'normal') zones.ajouter(style, i + 1, j + 1);
    });
  });
  for (const [style, adresses] of zones.adresses()) {
    for (const adresse of adresses) poserAspect(cible.getRanges(adresse).format, ASPECTS[style]);
  }
  figer(cible, plan);
  for (const validation of plan.validations ?? []) poserValidation(cible, validation);
  for (const note of plan.notes ?? []) poserAide(cible, note);
}

function figer(cible: Excel.Worksheet, { lignesFigees = 0, colonnesFigees = 0 }: FeuillePlan): void {
  cible.freezePanes.unfreeze();
  if (lignesFigees > 0 && colonnesFigees > 0) {
    cible.freezePanes.freezeAt(cible.getRangeByIndexes(0, 0, lignesFigees, colonnesFigees));
  } else if (lignesFigees > 0) cible.freezePanes.freezeRows(lignesFigees);
  else if (colonnesFigees > 0) cible.freezePanes.freezeColumns(colonnesFigees);
}

function poserValidation(cible: Excel.Worksheet, plan: ValidationPlan): void {
  const { dataValidation } = cible.getRange(plan.plage);
  const { titre: title, message } = bulle(plan);
  dataValidation.rule = regleDe(plan.regle);
  dataValidation.ignoreBlanks = true;
  dataValidation.prompt = { showPrompt: true, title, message };
  dataValidation.errorAlert = {
    showAlert: true,
    title,
    message,
    style: plan.rigueur === 'arret' ? 'Stop' : 'Warning',
  };
}

function regleDe(regle: ValidationPlan['regle']): Excel.DataValidationRule {
  switch (regle.type) {
    case 'liste':
      return { list: { inCellDropDown: true, source: `=${regle.source}` } };
    case 'entier':
      return { wholeNumber: bornes(regle.min, regle.max) };
    case 'decimal':
      return { decimal: bornes(regle.min) };
    case 'date':
      return { date: { operator: 'Between', formula1: regle.min, formula2: regle.max } };
  }
}

function bornes(min: number, max?: number): Excel.BasicDataValidation {
  return max === undefined
    ? { operator: 'GreaterThanOrEqualTo', formula1: min }
    : { operator: 'Between', formula1: min, formula2: max };
}

/**
 * Les notes n'existent dans Office.js que depuis ExcelApi 1.18, au-dessus d'Excel 2021, et un commentaire porterait le nom
 * de l'agent : l'aide est un message de saisie, montré quand la cellule est sélectionnée.
 */
function poserAide(cible: Excel.Worksheet, { adresse, texte }: NotePlan): void {
  const { dataValidation } = cible.getRange(adresse);
  dataValidation.rule = { custom: { formula: '=TRUE' } };
  dataValidation.prompt = { showPrompt: true, title: 'Clas', message: abreger(texte) };
}

/** Sans mot de passe : un garde-fou. Largeurs et filtres restent à l'agent. */
export function proteger(cible: Excel.Worksheet): void {
  cible.protection.protect({ allowAutoFilter: true, allowFormatColumns: true });
}

/** En dernier : sans imprimante installée, Excel peut refuser toute mise en page. */
export function mettreEnPage(cible: Excel.Worksheet, feuille: FeuillePlan): void {
  const { impression } = feuille;
  if (impression === undefined) return;
  const { pageLayout } = cible;
  const { pages, lignes, colonnes } = miseEnPageDe(feuille);
  pageLayout.orientation = impression.paysage ? 'Landscape' : 'Portrait';
  pageLayout.zoom = { horizontalFitToPages: pages, ...(impression.unePage && { verticalFitToPages: 1 }) };
  if (lignes !== null) pageLayout.setPrintTitleRows(lignes);
  if (colonnes !== null) pageLayout.setPrintTitleColumns(colonnes);
  const pied = pageLayout.headersFooters.defaultForAllPages;
  const { gauche, droite } = piedDe(impression);
  pied.rightFooter = droite;
  if (gauche !== null) pied.leftFooter = gauche;
}
