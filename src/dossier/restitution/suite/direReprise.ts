/** Ce que le classeur de l'année suivante a reçu, en phrases : la ligne de commande et le volet les disent. */
import { anneeScolaire } from '../../../reglement/annee';
import { euros } from '../../../reglement/explication';
import { bonusInconnus, montantRepris, type Reprise } from './reprendre';

const pluriel = (n: number, un: string, plusieurs = `${un}s`): string => `${n} ${n > 1 ? plusieurs : un}`;

const CITES_MAX = 5;

/** Les dossiers dont la somme versée reste à saisir ; `null` : aucun. */
export function direBonusInconnus(faite: Reprise): string | null {
  const dossiers = bonusInconnus(faite).map(({ dossier }) => dossier);
  if (dossiers.length === 0) return null;
  const cites = dossiers.slice(0, CITES_MAX).join(', ') + (dossiers.length > CITES_MAX ? '…' : '');
  return `Bonus versé inconnu pour ${pluriel(dossiers.length, 'dossier')} (${cites}) : un versement du journal ne se compte pas. Le corriger puis recommencer, ou saisir la somme dans « Bonus versés ».`;
}

const direMontant = (faite: Reprise): string => {
  const montant = montantRepris(faite);
  return montant === null ? 'total inconnu' : euros(montant);
};

export const direReprise = (faite: Reprise): string[] => [
  `Classeur ${anneeScolaire(faite.annee)} : ${pluriel(faite.projets.length, 'projet repris', 'projets repris')}, numéro et montants à saisir.`,
  `Bonus versés : ${pluriel(faite.bonusVerses.length, 'dossier')}, ${direMontant(faite)}.`,
  `À liquider : ${pluriel(faite.aLiquider.length, 'dossier')}.`,
];
