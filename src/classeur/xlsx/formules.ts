/** Formules partagées : les références d'une formule écrite une fois, décalées dans chacune des autres cellules. */
import { COLONNES_MAX, LIGNES_MAX } from './limites';
import { lettres, numeroColonne } from '../../dossier/formes/adresses';

/** Texte entre guillemets, nom de feuille entre apostrophes, ou référence (« $A1 », « A:C », « 3:3 » exclus). */
const MORCEAUX =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^[\]]*\]|(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d{0,6})(?![\w.(!])|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}(?![\w.(!])|\$?\d+:\$?\d+|[\w.\\À-ÿ]+/g;

/** Bord de référence : lettres ou chiffres déjà lus ; `null` quand le bord est figé par un « $ ». */
interface Bord {
  readonly texte: string;
  readonly colonne: number | null;
  readonly ligne: number | null;
}

/** Formule partagée : écrite une fois dans la cellule maîtresse, elle se lit décalée dans chacune des autres. */
export class FormulePartagee {
  private readonly bords: Bord[] = [];

  constructor(
    formule: string,
    private readonly ligne: number,
    private readonly colonne: number,
  ) {
    let i = 0;
    for (const m of formule.matchAll(MORCEAUX)) {
      const [tout, dollarC = '', lettres, dollarL = '', chiffres] = m;
      const bande = lettres === undefined && /^\$?(?:[A-Za-z]{1,3}:|\d+:)/.test(tout);
      if (lettres === undefined && !bande) continue;
      this.fixe(formule.slice(i, m.index));
      if (bande) tout.split(':').forEach((bord, n) => this.bande(bord, n));
      else {
        this.bord(dollarC + (lettres ?? ''));
        this.bord(dollarL + (chiffres ?? ''));
      }
      i = m.index + tout.length;
    }
    this.fixe(formule.slice(i));
  }

  private fixe(texte: string): void {
    if (texte !== '') this.bords.push({ texte, colonne: null, ligne: null });
  }

  private bande(bord: string, rang: number): void {
    if (rang > 0) this.fixe(':');
    this.bord(bord);
  }

  private bord(texte: string): void {
    if (texte.startsWith('$')) this.fixe(texte);
    else if (/^\d/.test(texte)) this.bords.push({ texte, colonne: null, ligne: Number(texte) });
    else this.bords.push({ texte, colonne: numeroColonne(texte), ligne: null });
  }

  /** Au bord de la feuille, Excel fait le tour : la colonne avant A est XFD. */
  pour(ligne: number, colonne: number): string {
    const dl = ligne - this.ligne + LIGNES_MAX - 1;
    const dc = colonne - this.colonne + COLONNES_MAX - 1;
    let texte = '';
    for (const bord of this.bords) {
      if (bord.ligne !== null) texte += String(((bord.ligne + dl) % LIGNES_MAX) + 1);
      else if (bord.colonne !== null) texte += lettres(((bord.colonne + dc) % COLONNES_MAX) + 1);
      else texte += bord.texte;
    }
    return texte;
  }
}
