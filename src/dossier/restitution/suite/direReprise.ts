/** Ce que le classeur de l'année suivante a reçu, en phrases : la ligne de commande et le volet les disent. */
import { anneeScolaire } from '../../../reglement/annee';
import { euros } from '../../../reglement/explication';
import { montantRepris, type Reprise } from './reprendre';

const pluriel = (n: number, un: string, plusieurs = `${un}s`): string => `${n} ${n > 1 ? plusieurs : un}`;

export const direReprise = (faite: Reprise): string[] => [
  `Classeur ${anneeScolaire(faite.annee)} : ${pluriel(faite.projets.length, 'projet repris', 'projets repris')}, numéro et montants à saisir.`,
  `Bonus versés : ${pluriel(faite.bonusVerses.length, 'dossier')}, ${euros(montantRepris(faite))}.`,
  `À liquider : ${pluriel(faite.aLiquider.length, 'dossier')}.`,
];
