/** Ce que le classeur de l'année suivante a reçu, en phrases : la ligne de commande et le volet les disent. */
import { anneeScolaire } from '../../../reglement/annee';
import { euros } from '../../../reglement/explication';
import { s } from '../../../valeurs/pluriel';
import { bonusInconnus, montantRepris, type Reprise } from './reprendre';

const CITES_MAX = 5;

/** Les dossiers dont la somme versée reste à saisir ; `null` : aucun. */
export function direBonusInconnus(faite: Reprise): string | null {
  const dossiers = bonusInconnus(faite).map(({ dossier }) => dossier);
  if (dossiers.length === 0) return null;
  const cites = dossiers.slice(0, CITES_MAX).join(', ') + (dossiers.length > CITES_MAX ? '…' : '');
  return `Bonus versé inconnu pour ${dossiers.length} dossier${s(dossiers.length)} (${cites}) : un versement du journal ne se compte pas. Le corriger puis recommencer, ou saisir la somme dans « Bonus versés ».`;
}

const direMontant = (faite: Reprise): string => {
  const montant = montantRepris(faite);
  return montant === null ? 'total inconnu' : euros(montant);
};

export const direReprise = (faite: Reprise): string[] => [
  `Classeur ${anneeScolaire(faite.annee)} : ${faite.projets.length} projet${s(faite.projets.length)} repris, numéro et montants à saisir.`,
  `Bonus versés : ${faite.bonusVerses.length} dossier${s(faite.bonusVerses.length)}, ${direMontant(faite)}.`,
  `À liquider : ${faite.aLiquider.length} dossier${s(faite.aLiquider.length)}.`,
];
