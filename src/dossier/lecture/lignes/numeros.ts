/** Les numéros de dossier d'une feuille : la forme qu'ils y prennent dit si celui d'une ligne en est un. */
import { texteDe, estVide } from '../../../valeurs/texte';
import type { Valeur } from '../../../valeurs/valeur';
import { diTotal } from './motsDeTotal';
import type { Rangees } from './rangees';

/** Une ligne quatre fois moins remplie que la plus pleine n'apprend rien de la forme des numéros. */
const PLUS_PLEINE_MIN = 4;
/** Un numéro et trois cellules saisies. */
const SAISIES_D_UNE_FICHE = 4;

/** « P-001 » et « P-014 » ont la même forme : suites de lettres, de chiffres, et ce qui les sépare. */
const formeDe = (v: Valeur): string =>
  (texteDe(v) ?? '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\p{L}+/gu, 'a')
    .replace(/\d+/g, '9');

/** Un numéro possible : un chiffre, et pas d'espace. */
export const aUnChiffre = (v: Valeur): boolean => /^(?=\S*\d)\S+$/.test(texteDe(v) ?? '');

const compter = <K>(comptes: Map<K, number>, cle: K): void =>
  void comptes.set(cle, (comptes.get(cle) ?? 0) + 1);

export class Numeros {
  private readonly parForme = new Map<string, number>();
  private readonly parTexte = new Map<string, number>();
  private readonly parLongueur = new Map<number, number>();
  /** La forme du numéro de chaque ligne bien remplie. */
  private readonly bienRemplies = new Map<number, string>();

  constructor(private readonly rangees: Rangees) {
    const { feuille, debut } = rangees;
    const plusPleine = feuille.lignes.reduce((n, _, l) => Math.max(n, rangees.remplies(l).length), 0);
    for (const l of feuille.lignes.keys()) {
      const numero = rangees.numero(l);
      if (l < debut || estVide(numero) || diTotal(numero)) continue;
      // une petite table sous la grande ne fait pas des numéros de ses libellés
      if (rangees.remplies(l).length < Math.max(4, plusPleine / PLUS_PLEINE_MIN)) continue;
      const forme = formeDe(numero);
      const texte = texteDe(numero) ?? '';
      compter(this.parForme, forme);
      compter(this.parTexte, texte);
      compter(this.parLongueur, texte.length);
      this.bienRemplies.set(l, forme);
    }
  }

  /** Le numéro ressemble à ceux des autres lignes ; sans autre ligne, il a un chiffre et pas d'espace. */
  connu(l: number): boolean {
    const numero = this.rangees.numero(l);
    const laSienne = this.bienRemplies.get(l);
    const elleMeme = laSienne === undefined ? 0 : 1;
    if (this.bienRemplies.size === elleMeme) return aUnChiffre(numero);
    return (this.parForme.get(laSienne ?? formeDe(numero)) ?? 0) > elleMeme;
  }

  /** Un numéro saisi, long comme ceux des autres et neuf, et trois cellules saisies : une donnée, quoi que dise un mot. */
  estUneFiche(l: number): boolean {
    const { rangees } = this;
    const numero = texteDe(rangees.numero(l));
    if (!rangees.dossier || numero === null || rangees.formule(l, rangees.dossier.i) !== undefined)
      return false;
    const saisies = rangees.remplies(l).filter(({ i }) => rangees.formule(l, i) === undefined);
    if (saisies.length < SAISIES_D_UNE_FICHE || !this.connu(l)) return false;
    const elleMeme = this.bienRemplies.has(l) ? 1 : 0;
    const autres = (this.parLongueur.get(numero.length) ?? 0) - elleMeme;
    return autres > 0 && (this.parTexte.get(numero) ?? 0) === elleMeme;
  }

  /** Celui d'une ligne bien remplie au moins commence ainsi, à la casse près. */
  commencentPar(debut: string): boolean {
    return [...this.bienRemplies.keys()].some((l) =>
      (texteDe(this.rangees.numero(l)) ?? '').toLowerCase().startsWith(debut),
    );
  }
}
