/** Un tableau en texte, séparé par des tabulations : il se colle dans un classeur ou un message. */
import type { CellulePlan } from '../dossier/formes/plan';

const celluleEnTexte = ({ valeur }: CellulePlan): string => {
  if (typeof valeur === 'number') return String(valeur).replace('.', ',');
  return String(valeur ?? '').replace(/[\t\r\n]+/g, ' ');
};

export const enTexte = (lignes: readonly (readonly CellulePlan[])[]): string =>
  lignes.map((ligne) => ligne.map(celluleEnTexte).join('\t')).join('\n');
