/** Une feuille sous son en-tête, comme les règles du tri la regardent : par rang de ligne et de colonne. */
import { adresseDe } from '../../formes/adresses';
import type { Colonne } from '../../colonnes/colonne';
import type { Feuille } from '../../formes/grille';
import { genreDeFormat } from '../../../valeurs/formatNombre';
import { estVide } from '../../../valeurs/texte';
import type { Valeur } from '../../../valeurs/valeur';
import { lireCellule, SANS_LIEU } from '../cellule';
import type { Entetes } from '../entetes';

export interface ColonneLue {
  readonly cle: string;
  readonly i: number;
  readonly definition: Colonne;
}

export class Rangees {
  /** Celles que l'agent remplit. */
  readonly colonnes: readonly ColonneLue[];
  readonly dossier: ColonneLue | undefined;
  /** La première ligne sous l'en-tête. */
  readonly debut: number;
  /** La première colonne du tableau, lue ou non. */
  readonly premiere: number;
  /** Par ligne, les colonnes de saisie qui ont une valeur. */
  private readonly toutes: readonly (readonly ColonneLue[])[];

  constructor(
    readonly feuille: Feuille,
    readonly entetes: Entetes,
    colonnes: readonly ColonneLue[],
    private readonly dates1904: boolean,
  ) {
    this.colonnes = colonnes.filter(({ definition }) => !definition.calculee);
    this.dossier = this.colonnes.find(({ cle }) => cle === 'dossier');
    this.debut = entetes.indice + 1;
    this.premiere = entetes.intitules.findIndex((t) => t !== null);
    this.toutes = feuille.lignes.map((ligne) => this.colonnes.filter(({ i }) => !estVide(ligne[i] ?? null)));
  }

  remplies(l: number): readonly ColonneLue[] {
    return this.toutes[l] as readonly ColonneLue[];
  }

  cellule(l: number, i: number): Valeur {
    return this.feuille.lignes[l]?.[i] ?? null;
  }

  /** La valeur de la colonne des numéros de dossier. */
  numero(l: number): Valeur {
    return this.dossier ? this.cellule(l, this.dossier.i) : null;
  }

  formule(l: number, i: number): string | undefined {
    const { formules, premiereColonne, premiereLigne } = this.feuille;
    return formules.size === 0 ? undefined : formules.get(adresseDe(premiereLigne + l, premiereColonne + i));
  }

  /** La cellule se lit comme sa colonne le demande. */
  lisible(l: number, { i, definition }: ColonneLue): boolean {
    const brut = this.cellule(l, i);
    if (brut === null) return false;
    const { valeur, anomalie } = lireCellule(brut, definition, {
      lieu: SANS_LIEU,
      dates1904: this.dates1904,
      format: this.feuille.formats[l]?.[i],
    });
    return valeur !== null && (definition.type !== 'siret' || anomalie === undefined);
  }

  /** Du texte, ou une date dans une colonne de texte (« Édité le | 01/12/2021 »). */
  estTexte(l: number, { i, definition }: ColonneLue): boolean {
    const v = this.cellule(l, i);
    if (this.formule(l, i) !== undefined) return false;
    if (typeof v === 'string') return true;
    if (typeof v !== 'number' || definition.type !== 'texte') return false;
    return genreDeFormat(this.feuille.formats[l]?.[i], v) === 'date';
  }
}
