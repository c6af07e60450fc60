/** Les projets comptés par commune, public, type de gestionnaire ou milieu : les chiffres du comité et du tableau de bord. */
import type { CalculProjet, CleMontant } from '../../calcul/montants';
import { compterEffectifs, type Effectifs } from '../../calcul/totaux';
import type { Examen } from '../../examiner';
import { sommeSiConnue, type Decimal } from '../../../valeurs/montant';
import { comparerTextes } from '../../../valeurs/ordre';
import { montantConnu } from './montantConnu';

/** Chaque façon de répartir : son intitulé, et la valeur d'un projet. */
export const AXES = {
  commune: { intitule: 'Commune', de: ({ projet }: CalculProjet) => projet.commune },
  public: { intitule: 'Public', de: ({ projet }: CalculProjet) => projet.public },
  type: { intitule: 'Type de gestionnaire', de: ({ projet }: CalculProjet) => projet.typeGestionnaire },
  rural: {
    intitule: 'Milieu',
    de: ({ projet }: CalculProjet) => (projet.rural === null ? null : projet.rural ? 'rural' : 'non rural'),
  },
} as const satisfies Record<string, { intitule: string; de: (calcul: CalculProjet) => string | null }>;
export type Axe = keyof typeof AXES;

const NON_DIT = 'non renseigné';

export interface Chiffres {
  readonly effectifs: Effectifs;
  /** En € ; `null` dès qu'un montant du groupe est inconnu. */
  readonly montants: Readonly<Record<string, Decimal | null>>;
}
export interface Groupe extends Chiffres {
  readonly nom: string;
}

export const chiffres = (
  { lecture }: Pick<Examen, 'lecture'>,
  calculs: readonly CalculProjet[],
  cles: readonly CleMontant[],
): Chiffres => ({
  effectifs: compterEffectifs(calculs, lecture),
  montants: Object.fromEntries(
    cles.map((cle) => [cle, sommeSiConnue(calculs.map((c) => montantConnu(c, cle)))]),
  ),
});

/** Les groupes d'un axe, par nom. */
export function repartir(
  examen: Pick<Examen, 'lecture'>,
  calculs: readonly CalculProjet[],
  axe: Axe,
  cles: readonly CleMontant[],
): Groupe[] {
  const groupes = new Map<string, CalculProjet[]>();
  for (const calcul of calculs) {
    const nom = AXES[axe].de(calcul) ?? NON_DIT;
    const groupe = groupes.get(nom);
    if (groupe) groupe.push(calcul);
    else groupes.set(nom, [calcul]);
  }
  return [...groupes]
    .sort(([a], [b]) => comparerTextes(a, b))
    .map(([nom, groupe]) => ({ nom, ...chiffres(examen, groupe, cles) }));
}
