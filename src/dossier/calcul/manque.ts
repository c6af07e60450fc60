/** Ce qui manque à un montant, en une phrase courte : le volet, la feuille Calculs et la ligne de commande la disent. */
import { COLONNES_PROJETS } from '../colonnes/projets';
import { CAUSES_MAX, type ChampManquant, type Inconnu, type Manque, type Raison } from './connu';

const AUTRES: Readonly<Partial<Record<ChampManquant, string>>> = {
  bareme: 'Barème de l’année',
  baremeBonus: 'Montant des bonus au barème',
  limiterAuMontantAccorde: 'Limiter la Ps au montant accordé',
  versements: 'Versements',
  jour: 'Date',
};

const intitule = (champ: ChampManquant): string =>
  AUTRES[champ] ?? COLONNES_PROJETS[champ as keyof typeof COLONNES_PROJETS].entete;

const RAISONS: Readonly<Record<Raison, string>> = {
  absent: 'à saisir',
  sansObjet: 'sans objet',
  illisible: 'cellule illisible',
  nonLu: 'colonne non lue',
  nonCompte: 'montant non compté',
};

/** « Coût réel : à saisir », « Versements, ligne 4 : montant non compté ». */
export function direManque({ champ, raison, ligne, dossier }: Manque): string {
  const ou = [intitule(champ), ...(ligne === undefined ? [] : [`ligne ${ligne}`])].join(', ');
  // le journal entier : il n'est à aucun dossier
  const feuille = champ === 'versements' && raison === 'nonLu';
  const raisonDite =
    champ === 'agrement' && raison === 'absent'
      ? 'décision attendue'
      : feuille
        ? 'feuille non lue'
        : RAISONS[raison];
  return `${dossier === undefined || feuille ? '' : `Dossier ${dossier ?? 'sans numéro'}, `}${ou} : ${raisonDite}`;
}

/** Ce qui suit la liste des causes, quand elle s'est arrêtée avant la fin. */
export const suiteDesCauses = ({ manque }: Inconnu): string | null =>
  manque.length < CAUSES_MAX ? null : '… et peut-être d’autres';
