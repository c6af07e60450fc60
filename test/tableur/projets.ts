/** Dix classeurs de mille projets tirés : un barème et un arrondi par classeur, des coûts autour des seuils. */
import { tirage, type Tirage } from '../../outils/tirage';

const ARRONDIS = ['barème publié', 'centime', 'euro'] as const;

/** En euros, tels qu'un agent les saisit ; `null` : cellule vide. */
export interface Tire {
  readonly agrement: string;
  readonly agrees: number;
  readonly reels: number | null;
  readonly prev: number;
  readonly reel: number | null;
  readonly fonds: number | null;
  readonly famille: number | null;
  readonly nbEnfants: number | null;
  readonly nbParents: number | null;
  readonly versesN: number | null;
  readonly versesN1: number | null;
  readonly coutControle: number | null;
  readonly controles: number | null;
}

export interface ClasseurTire {
  readonly arrondi: (typeof ARRONDIS)[number];
  /** Taux, prix plafond, montant maximal, bonus enfants, bonus parents. */
  readonly bareme: readonly [number, number, number, number, number];
  readonly projets: readonly Tire[];
}

const BAREME_2021 = [0.325, 7885, 2563, 300, 300] as const;
/** Le double le plus proche du montant, donc celui qu'écrit quiconque le saisit. */
const euros = (centimes: number): number => centimes / 100;

function unBareme(hasard: Tirage): ClasseurTire['bareme'] {
  const [taux, plafond] = [1 + hasard(9_998), 1_000 + hasard(1_500_000)];
  const [maximum, enfants, parents] = [1 + hasard(500_000), 1 + hasard(60_000), 1 + hasard(60_000)];
  return [taux / 10_000, euros(plafond), euros(maximum), euros(enfants), euros(parents)];
}

function unProjet(hasard: Tirage, plafond: number): Tire {
  const parfois = <T>(sur: number, valeur: () => T): T | null => (hasard(sur) === 0 ? null : valeur());
  const agrees = 1 + hasard(hasard(3) === 0 ? 60 : 6);
  const reels = parfois(2, () => 1 + hasard(agrees - 1));
  const retenus = reels ?? agrees;
  /** Une fois sur quatre à trois centimes du plafond. */
  const cout = (nb: number): number => {
    const pres = Math.round(nb * plafond * 100) + hasard(6) - 3;
    return euros(
      hasard(3) === 0 && pres > 0 ? pres : 1 + hasard(hasard(1) === 0 ? 40_000_000 : nb * 800_000),
    );
  };
  const somme = (maximum: number): number => euros(hasard(maximum));
  return {
    agrement: ['refusé', 'en attente'][hasard(19)] ?? 'favorable',
    agrees,
    reels,
    prev: cout(agrees),
    reel: parfois(3, () => cout(retenus)),
    fonds: parfois(1, () => somme(4_000_000)),
    famille: parfois(1, () => somme(1_000_000)),
    nbEnfants: parfois(3, () => hasard(retenus)),
    nbParents: parfois(3, () => hasard(retenus)),
    versesN: parfois(3, () => somme(agrees * 120_000)),
    versesN1: parfois(3, () => somme(agrees * 160_000)),
    coutControle: hasard(2) > 0 ? null : cout(retenus),
    controles: hasard(3) > 0 ? null : hasard(retenus),
  };
}

export function classeursTires(nombre: number, taille: number): ClasseurTire[] {
  const hasard = tirage(20_210_406);
  return Array.from({ length: nombre }, (_, i) => {
    const bareme = i < ARRONDIS.length ? BAREME_2021 : unBareme(hasard);
    const projets = Array.from({ length: taille }, () => unProjet(hasard, bareme[1]));
    return { arrondi: ARRONDIS[i % ARRONDIS.length] ?? 'centime', bareme, projets };
  });
}
