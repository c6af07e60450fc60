/**
 * Lecture XML au fil de l'eau, réduite à ce qu'un classeur contient : balises, attributs, texte.
 * Aucune entité n'est définie ni suivie ; une déclaration DOCTYPE est refusée où qu'elle soit.
 */
import { BALISE_MAX } from './limites';
import { refus } from './phrases';

export interface Receveur {
  /** `s.slice(debut, fin)` contient les attributs ; `vide` pour `<x/>` (aucun `ferme` ne suit). */
  ouvre(nom: string, s: string, debut: number, fin: number, vide: boolean): void;
  ferme(nom: string): void;
  /** Texte brut, entités comprises ; peut venir en plusieurs fois. */
  texte(brut: string): void;
}

export class FluxXml {
  private reste = '';
  private profondeur = 0;
  private racine = false;

  constructor(private readonly receveur: Receveur) {}

  pousser(morceau: string): void {
    const s = this.reste === '' ? morceau : this.reste + morceau;
    let i = 0;
    for (;;) {
      const d = s.indexOf('<', i);
      if (d === -1) {
        if (i < s.length) this.receveur.texte(s.slice(i));
        this.reste = '';
        return;
      }
      if (d > i) this.receveur.texte(s.slice(i, d));
      const f = this.balise(s, d);
      if (f === -1) {
        this.reste = s.slice(d);
        if (this.reste.length > BALISE_MAX) throw refus('xml');
        return;
      }
      i = f;
    }
  }

  /** Lève si le document s'arrête au milieu. */
  finir(): void {
    if (this.reste !== '' || this.profondeur !== 0 || !this.racine) throw refus('xml');
  }

  /** Traite la balise qui commence en `d` ; position après elle, ou -1 si elle n'est pas entière. */
  private balise(s: string, d: number): number {
    const c = s.charCodeAt(d + 1);
    if (c === 47) {
      const f = s.charCodeAt(d + 3) === 62 ? d + 3 : s.indexOf('>', d);
      if (f === -1) return -1;
      if (--this.profondeur < 0) throw refus('xml');
      this.receveur.ferme(nomLocal(s, d + 2, finNom(s, d + 2, f)));
      return f + 1;
    }
    if (c === 33) return this.speciale(s, d);
    if (c === 63) {
      const f = s.indexOf('?>', d);
      return f === -1 ? -1 : f + 2;
    }
    // `<v>`, la balise la plus fréquente, n'a pas d'attribut à parcourir.
    const f = s.charCodeAt(d + 2) === 62 ? d + 2 : finBalise(s, d);
    if (f === -1) return -1;
    const vide = s.charCodeAt(f - 1) === 47;
    const n = finNom(s, d + 1, f);
    if (n === d + 1) throw refus('xml');
    this.racine = true;
    if (!vide) this.profondeur++;
    this.receveur.ouvre(nomLocal(s, d + 1, n), s, n, vide ? f - 1 : f, vide);
    return f + 1;
  }

  private speciale(s: string, d: number): number {
    if (s.length < d + 9)
      return s.startsWith('<!--', d) && s.indexOf('-->', d + 4) !== -1 ? s.indexOf('-->', d + 4) + 3 : -1;
    if (s.startsWith('<!--', d)) {
      const f = s.indexOf('-->', d + 4);
      return f === -1 ? -1 : f + 3;
    }
    if (!s.startsWith('<![CDATA[', d)) throw refus('entite');
    const f = s.indexOf(']]>', d);
    if (f === -1) return -1;
    this.receveur.texte(s.slice(d + 9, f).replaceAll('&', '&amp;'));
    return f + 3;
  }
}

/** Le « > » final, hors guillemets : une valeur d'attribut a le droit d'en contenir. */
function finBalise(s: string, d: number): number {
  let garde = 0;
  for (let i = d + 1; i < s.length; i++) {
    const c = s.charCodeAt(i);
    if (garde !== 0) {
      if (c === garde) garde = 0;
    } else if (c === 62) return i;
    else if (c === 34 || c === 39) garde = c;
    else if (c === 60) throw refus('xml');
  }
  return -1;
}

function finNom(s: string, debut: number, fin: number): number {
  let i = debut;
  while (i < fin) {
    const c = s.charCodeAt(i);
    if (c <= 32 || c === 47) break;
    i++;
  }
  return i;
}

/** Nom sans préfixe : certains logiciels écrivent `<x:row>`. Ni `indexOf` ni `lastIndexOf` : ils liraient tout le morceau. */
function nomLocal(s: string, debut: number, fin: number): string {
  if (fin - debut === 1) return s.charAt(debut);
  let i = fin - 1;
  while (i > debut && s.charCodeAt(i) !== 58) i--;
  return s.slice(i > debut ? i + 1 : debut, fin);
}

/** Valeur d'un attribut, sans décodage ; `null` s'il manque. Le nom est donné sans préfixe. */
export function attribut(s: string, debut: number, fin: number, nom: string): string | null {
  let i = debut;
  while (i < fin) {
    while (i < fin && s.charCodeAt(i) <= 32) i++;
    let egal = i;
    while (egal < fin && s.charCodeAt(egal) !== 61) egal++;
    if (egal >= fin) return null;
    let n = egal;
    while (n > i && s.charCodeAt(n - 1) <= 32) n--;
    let g = egal + 1;
    while (g < fin && s.charCodeAt(g) <= 32) g++;
    const garde = s.charAt(g);
    if (garde !== '"' && garde !== "'") throw refus('xml');
    const f = s.indexOf(garde, g + 1);
    if (f === -1 || f >= fin) throw refus('xml');
    const p = n - nom.length;
    if (p >= i && s.startsWith(nom, p) && (p === i || s.charCodeAt(p - 1) === 58)) return s.slice(g + 1, f);
    i = f + 1;
  }
  return null;
}

const ENTITES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Remplace les cinq entités du XML et les références de caractères ; toute autre est refusée. */
export function decoder(brut: string): string {
  if (!brut.includes('&')) return brut;
  return brut.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w{1,8})?;?/gi, (tout, corps: string | undefined) => {
    if (corps === undefined || !tout.endsWith(';')) throw refus('xml');
    if (corps.startsWith('#')) {
      const code =
        corps[1] === 'x' || corps[1] === 'X' ? parseInt(corps.slice(2), 16) : parseInt(corps.slice(1), 10);
      if (!(code <= 0x10ffff)) throw refus('xml');
      return String.fromCodePoint(code);
    }
    const valeur = ENTITES[corps];
    if (valeur === undefined) throw refus('entite');
    return valeur;
  });
}

/** Texte d'une cellule : aux entités s'ajoutent les échappements d'Excel (« _x000D_ » est un retour chariot). */
export function decoderTexte(brut: string): string {
  const texte = decoder(brut);
  if (!texte.includes('_x')) return texte;
  return texte.replace(/_x([0-9a-fA-F]{4})_/g, (_tout, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  );
}
