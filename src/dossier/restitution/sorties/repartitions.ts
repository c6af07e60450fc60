/** Les projets comptés par commune, public, type de gestionnaire ou milieu : les chiffres du comité et du tableau de bord. */
import { grouperPar } from '../../../valeurs/grouper';
import type { CalculProjet } from '../../calcul/montants';
import { compterEffectifs, type Effectifs } from '../../calcul/totaux';
import type { Examen } from '../../examiner';
import { sommeSiConnue, type Decimal } from '../../../valeurs/montant';
import { comparerTextes } from '../../../valeurs/ordre';

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

/** Ce que chaque projet apporte à une somme, en € ; `null` : inconnu. */
export type Apport = (calcul: CalculProjet) => Decimal | null;

export interface Chiffres {
  readonly effectifs: Effectifs;
  /** Une somme par apport, dans leur ordre ; `null` dès qu'un montant du groupe est inconnu. */
  readonly montants: readonly (Decimal | null)[];
}
export interface Groupe extends Chiffres {
  readonly nom: string;
}

export const chiffres = (
  { lecture }: Pick<Examen, 'lecture'>,
  calculs: readonly CalculProjet[],
  apports: readonly Apport[],
): Chiffres => ({
  effectifs: compterEffectifs(calculs, lecture),
  montants: apports.map((apport) => sommeSiConnue(calculs.map(apport))),
});

/** Les groupes d'un axe, par nom. */
export function repartir(
  examen: Pick<Examen, 'lecture'>,
  calculs: readonly CalculProjet[],
  axe: Axe,
  apports: readonly Apport[],
): Groupe[] {
  return [...grouperPar(calculs, (calcul) => AXES[axe].de(calcul) ?? NON_DIT)]
    .sort(([a], [b]) => comparerTextes(a, b))
    .map(([nom, groupe]) => ({ nom, ...chiffres(examen, groupe, apports) }));
}
