/** Tout un tableau de projets en un seul appel : une formule remplace huit colonnes de formules. */
import { acompteMaxN, acompteMaxN1 } from '../reglement/acompte';
import type { Bareme } from '../reglement/bareme';
import { bonus } from '../reglement/bonus';
import { chargeAPayer } from '../reglement/cloture';
import { ps, type ArrondiPs } from '../reglement/ps';
import { partN, partN1 } from '../reglement/repartition';
import { estVide, lireEntier, lireMontant } from './arguments';
import { forfaits, lireArrondi, lireBareme } from './choix';
import { Refus } from './refus';

type Ligne = Array<string | number>;

const COLONNES = ['coût', 'collectifs', 'bonus enfants', 'bonus parents', 'acomptes N', 'acomptes N+1'];
const MONTANTS = 8;

/** Une ligne sans montant : rien à dire, ou le motif. */
const sansMontant = (observation: string): Ligne => [...Array<string>(MONTANTS).fill(''), observation];

/** Ce que l'agent doit savoir d'une ligne pourtant calculable. */
function remarque(nb: number, nbEnfants: number, nbParents: number): string {
  if (nb === 0) return 'aucun collectif retenu : Ps nulle';
  const retenus = nb > 1 ? `${nb} collectifs retenus` : '1 collectif retenu';
  if (nbEnfants > nb) return `bonus enfants : ${nbEnfants} pour ${retenus}`;
  return nbParents > nb ? `bonus parents : ${nbParents} pour ${retenus}` : '';
}

function calculer(ligne: readonly unknown[], bareme: Bareme, arrondi: ArrondiPs): Ligne {
  const [cout, nbCollectifs, bonusEnfants, bonusParents, acomptesN, acomptesN1] = ligne;
  const nb = lireEntier('collectifs', nbCollectifs);
  const du = ps(lireMontant('coût', cout), nb, bareme, arrondi).montant;
  const [nbEnfants, nbParents] = [
    lireEntier('bonus enfants', bonusEnfants),
    lireEntier('bonus parents', bonusParents),
  ];
  const charge = chargeAPayer(du, lireMontant('acomptes N', acomptesN)).montant;
  lireMontant('acomptes N+1', acomptesN1);
  // l'engagement est la part N+1 entière : une seule valeur, deux colonnes
  const n1 = partN1(du).montant.toNumber();
  return [
    du.toNumber(),
    partN(du).montant.toNumber(),
    n1,
    acompteMaxN(du).montant.toNumber(),
    acompteMaxN1(du).montant.toNumber(),
    charge.toNumber(),
    n1,
    bonus(nbEnfants, nbParents, ...forfaits(bareme)).montant.toNumber(),
    remarque(nb, nbEnfants, nbParents),
  ];
}

/**
 * Calcule tous les projets d'une plage : une ligne par projet, neuf colonnes (Ps, part N, part N+1, acomptes N au plus, acomptes N+1 au plus, charge à payer, engagement, bonus, observation).
 * @customfunction CLAS.DOSSIER
 * @param plage Six colonnes : coût, collectifs, bonus enfants, bonus parents, acomptes N, acomptes N+1.
 * @param [annee] Année scolaire : 2021 ou « 2021-2022 ». Omise : 2021, tant que c’est le seul barème publié.
 * @param [arrondi] « barème », « centime » ou « euro ». Omis : barème.
 * @exemple =CLAS.DOSSIER(A2:F5000;2021) → tableau de 4 999 lignes et 9 colonnes
 * @source Circ. 2021-006, § 3.2 à 3.4
 */
export function dossier(
  plage: unknown[][],
  annee?: unknown,
  arrondi?: unknown,
): Array<Array<string | number>> {
  const [bareme, regle] = [lireBareme(annee), lireArrondi(arrondi)];
  const largeur = plage[0]?.length;
  if (largeur !== COLONNES.length) {
    throw new Refus(
      `plage : ${COLONNES.length} colonnes attendues (${COLONNES.join(', ')}), ${largeur} reçue(s).`,
    );
  }
  return plage.map((ligne) => {
    if (ligne.every(estVide)) return sansMontant('');
    try {
      return calculer(ligne, bareme, regle);
    } catch (erreur) {
      if (erreur instanceof Refus) return sansMontant(erreur.message);
      throw erreur;
    }
  });
}
