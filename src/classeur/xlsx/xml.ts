/**
 * Lecture XML au fil de l'eau, réduite à ce qu'un classeur contient : balises, attributs, texte.
 * Un élément est reconnu à son nom et à son espace de noms : ce qu'un autre logiciel ajoute à un classeur ne se mêle
 * jamais à ce que nous en lisons. Un document mal formé est refusé. Aucune entité n'est définie ni suivie ; une
 * déclaration DOCTYPE est refusée où qu'elle soit.
 */
import { RECHANGE, RENVOIS } from './espaces';
import { BALISE_MAX, PROFONDEUR_MAX } from './limites';
import { refus } from './phrases';

/** La balise ouvrante en cours, le temps d'un appel. */
export interface Balise {
  /** Nom sans préfixe. */
  readonly nom: string;
  /** 1 pour la racine : les éléments étrangers et les enveloppes de rechange ne comptent pas. */
  readonly niveau: number;
  /** `<x/>` : aucun `ferme` ne suit. */
  readonly vide: boolean;
  /** Valeur décodée d'un attribut sans préfixe ; `null` s'il manque. */
  attribut(nom: string): string | null;
  /** Valeur décodée d'un attribut de renvoi (« r:id »), quel que soit son préfixe. */
  renvoi(nom: string): string | null;
}

/** Ne reçoit que les éléments attendus : ni ceux d'un autre espace de noms, ni ce qu'ils contiennent, ni `extLst`. */
export interface Receveur {
  ouvre(balise: Balise): void;
  ferme?(nom: string): void;
  /** Texte brut, entités comprises ; peut venir en plusieurs fois. */
  texte?(brut: string): void;
}

/** Ce qu'une partie doit être. */
export interface Attendu {
  readonly racine: string;
  readonly espaces: ReadonlySet<string>;
}

/** Déclarations d'un élément ; celles de ses ancêtres se cherchent de proche en proche. */
interface Portee {
  readonly profondeur: number;
  /** Espace par préfixe ; le préfixe vide est celui des éléments sans préfixe. */
  readonly espaces: ReadonlyMap<string, string>;
  readonly dessus: Portee | null;
}

/** Un `mc:AlternateContent` ouvert : une de ses versions est lue, et une seule. */
interface Rechange {
  readonly profondeur: number;
  choisie: boolean;
}

/** Nombre d'attributs au-delà duquel on cherche les doublons par un ensemble. */
const PEU = 16;

export class FluxXml implements Balise {
  nom = '';
  niveau = 0;
  vide = false;
  private source = '';
  /** Positions des attributs dans `source` : début et fin du nom, début et fin de la valeur. */
  private positions: number[] = [];
  private nombre = 0;
  /** Un des attributs a un « & » ou un retour chariot : presque aucune balise n'en a. */
  private aDecoder = false;

  private reste = '';
  /** Noms entiers des éléments ouverts. */
  private readonly ouverts: string[] = [];
  /** Pour chacun : son nom sans préfixe, s'il compte dans `niveau`. */
  private readonly comptes: (string | null)[] = [];
  private racine = false;
  /** Profondeur de l'élément ignoré avec tout son contenu ; 0 quand rien ne l'est. */
  private ignore = 0;
  private portee: Portee | null = null;
  /** Les éléments sans préfixe sont-ils attendus ? Presque tous le sont : la réponse est gardée. */
  private sansPrefixe = false;
  private readonly rechanges: Rechange[] = [];

  constructor(
    private readonly receveur: Receveur,
    private readonly attendu: Attendu,
  ) {}

  pousser(morceau: string): void {
    const s = this.reste === '' ? morceau : this.reste + morceau;
    let i = 0;
    for (;;) {
      const d = s.indexOf('<', i);
      if (d === -1) {
        if (i < s.length) this.texte(s.slice(i));
        this.reste = '';
        return;
      }
      if (d > i) this.texte(s.slice(i, d));
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
    if (this.reste !== '' || this.ouverts.length > 0 || !this.racine) throw refus('xml');
  }

  attribut(nom: string): string | null {
    const { source: s, positions: p } = this;
    for (let i = 0; i < this.nombre; i += 4) {
      const debut = p[i] as number;
      if ((p[i + 1] as number) - debut === nom.length && s.startsWith(nom, debut)) return this.valeur(i);
    }
    return null;
  }

  renvoi(nom: string): string | null {
    for (let i = 0; i < this.nombre; i += 4) {
      const [prefixe, local] = this.nomAttribut(i).split(':');
      if (prefixe !== undefined && local === nom && RENVOIS.has(this.espace(prefixe) ?? ''))
        return this.valeur(i);
    }
    return null;
  }

  private nomAttribut(i: number): string {
    return this.source.slice(this.positions[i], this.positions[i + 1]);
  }

  private valeur(i: number): string {
    const brut = this.source.slice(this.positions[i + 2], this.positions[i + 3]);
    return this.aDecoder ? decoder(brut) : brut;
  }

  private texte(brut: string): void {
    if (this.ouverts.length === 0) {
      if (brut.trim() !== '') throw refus('xml');
    } else if (this.ignore === 0) this.receveur.texte?.(brut);
  }

  /** Traite la balise qui commence en `d` ; position après elle, ou -1 si elle n'est pas entière. */
  private balise(s: string, d: number): number {
    const c = s.charCodeAt(d + 1);
    if (c === 47) return this.fermante(s, d);
    if (c === 33) return this.speciale(s, d);
    if (c === 63) {
      const f = s.indexOf('?>', d);
      return f === -1 ? -1 : f + 2;
    }
    const f = this.analyser(s, d);
    if (f === -1) return -1;
    this.ouvrir();
    return f + 1;
  }

  private fermante(s: string, d: number): number {
    const attendue = this.ouverts[this.ouverts.length - 1];
    if (attendue === undefined) throw refus('xml');
    let f = d + 2 + attendue.length;
    while (f < s.length && s.charCodeAt(f) <= 32) f++;
    if (f >= s.length) return -1;
    if (s.charCodeAt(f) !== 62 || !s.startsWith(attendue, d + 2)) throw refus('xml');
    this.fermer(true);
    return f + 1;
  }

  private speciale(s: string, d: number): number {
    if (s.startsWith('<!--', d)) {
      const f = s.indexOf('-->', d + 4);
      return f === -1 ? -1 : f + 3;
    }
    if (s.length < d + 9) return -1;
    if (!s.startsWith('<![CDATA[', d)) throw refus('entite');
    const f = s.indexOf(']]>', d);
    if (f === -1) return -1;
    if (this.ouverts.length === 0) throw refus('xml');
    this.texte(s.slice(d + 9, f).replaceAll('&', '&amp;'));
    return f + 3;
  }

  /** Repère le nom et les attributs de la balise ouvrante en `d` ; position du « > », ou -1 si elle n'est pas entière. */
  private analyser(s: string, d: number): number {
    let i = finNom(s, d + 1);
    this.nombre = 0;
    this.aDecoder = false;
    this.source = s;
    // `<v>`, la balise la plus fréquente, n'a pas d'attribut à parcourir.
    if (s.charCodeAt(i) === 62) {
      if (i === d + 1) throw refus('xml');
      this.nom = s.slice(d + 1, i);
      this.vide = false;
      return i;
    }
    const nom = i;
    for (;;) {
      const avant = i;
      while (i < s.length && s.charCodeAt(i) <= 32) i++;
      if (i >= s.length) return -1;
      const c = s.charCodeAt(i);
      if (c === 62 || c === 47) {
        this.vide = c === 47;
        if (this.vide && ++i >= s.length) return -1;
        if (s.charCodeAt(i) !== 62 || nom === d + 1) throw refus('xml');
        this.nom = s.slice(d + 1, nom);
        this.refuserDoublons();
        return i;
      }
      if (i === avant) throw refus('xml');
      i = this.unAttribut(s, i);
      if (i === -1) return -1;
    }
  }

  private unAttribut(s: string, debut: number): number {
    const nom = finNom(s, debut);
    let i = nom;
    while (i < s.length && s.charCodeAt(i) <= 32) i++;
    if (i >= s.length) return -1;
    if (s.charCodeAt(i) !== 61 || nom === debut) throw refus('xml');
    i++;
    while (i < s.length && s.charCodeAt(i) <= 32) i++;
    if (i >= s.length) return -1;
    const garde = s.charCodeAt(i);
    if (garde !== 34 && garde !== 39) throw refus('xml');
    const valeur = ++i;
    for (; i < s.length; i++) {
      const c = s.charCodeAt(i);
      if (c === garde) {
        const p = this.positions;
        p[this.nombre] = debut;
        p[this.nombre + 1] = nom;
        p[this.nombre + 2] = valeur;
        p[this.nombre + 3] = i;
        this.nombre += 4;
        return i + 1;
      }
      if (c === 60) throw refus('xml');
      if (c === 38 || c === 13) this.aDecoder = true;
    }
    return -1;
  }

  private refuserDoublons(): void {
    if (this.nombre <= 4) return;
    if (this.nombre > 4 * PEU) {
      const noms = new Set<string>();
      for (let i = 0; i < this.nombre; i += 4) noms.add(this.nomAttribut(i));
      if (noms.size * 4 < this.nombre) throw refus('xml');
      return;
    }
    const p = this.positions;
    for (let i = 4; i < this.nombre; i += 4) {
      const longueur = (p[i + 1] as number) - (p[i] as number);
      for (let j = 0; j < i; j += 4)
        if (
          (p[j + 1] as number) - (p[j] as number) === longueur &&
          this.nomAttribut(i) === this.nomAttribut(j)
        )
          throw refus('xml');
    }
  }

  private ouvrir(): void {
    const entier = this.nom;
    const profondeur = this.ouverts.length + 1;
    if (profondeur > PROFONDEUR_MAX || (profondeur === 1 && this.racine)) throw refus('xml');
    this.ouverts.push(entier);
    if (this.ignore === 0) {
      this.declarer(profondeur);
      this.situer(entier, profondeur);
    } else this.comptes.push(null);
    this.racine = true;
    if (this.vide) this.fermer(false);
  }

  /** Les espaces de noms que cet élément déclare. */
  private declarer(profondeur: number): void {
    let espaces: Map<string, string> | undefined;
    for (let i = 0; i < this.nombre; i += 4) {
      const debut = this.positions[i] as number;
      if (this.source.charCodeAt(debut) !== 120) continue;
      const m = /^xmlns(?::(.+))?$/.exec(this.nomAttribut(i));
      if (m !== null) (espaces ??= new Map()).set(m[1] ?? '', this.valeur(i));
    }
    if (espaces !== undefined) this.entrer({ profondeur, espaces, dessus: this.portee });
  }

  private entrer(portee: Portee | null): void {
    this.portee = portee;
    this.sansPrefixe = this.attendu.espaces.has(this.espace('') ?? '');
  }

  /** `undefined` : préfixe jamais déclaré. */
  private espace(prefixe: string): string | undefined {
    for (let portee = this.portee; portee !== null; portee = portee.dessus) {
      const espace = portee.espaces.get(prefixe);
      if (espace !== undefined) return espace;
    }
    return prefixe === '' ? '' : undefined;
  }

  /** Élément attendu, enveloppe de rechange, ou contenu à ignorer. */
  private situer(entier: string, profondeur: number): void {
    const deux = entier.indexOf(':');
    const local = deux === -1 ? entier : entier.slice(deux + 1);
    const espace = deux === -1 && this.sansPrefixe ? null : this.espace(entier.slice(0, Math.max(0, deux)));
    if (espace === undefined) throw refus('xml');
    const rechange = this.rechanges.at(-1);
    const dansRechange = rechange?.profondeur === profondeur - 1 ? rechange : undefined;
    const compte =
      (espace === null || this.attendu.espaces.has(espace)) && local !== 'extLst' && !dansRechange;
    if (!this.racine && !(compte && local === this.attendu.racine)) throw refus('structure');
    this.comptes.push(compte ? local : null);
    if (compte) {
      this.nom = local;
      this.niveau++;
      this.receveur.ouvre(this);
    } else if (espace !== RECHANGE || !this.choisir(local, profondeur, dansRechange))
      this.ignore = profondeur;
  }

  /** Faux : cette enveloppe de rechange n'est pas lue. */
  private choisir(local: string, profondeur: number, rechange: Rechange | undefined): boolean {
    if (rechange === undefined) {
      if (local !== 'AlternateContent') return false;
      this.rechanges.push({ profondeur, choisie: false });
      return true;
    }
    if (rechange.choisie) return false;
    rechange.choisie =
      local === 'Fallback' ||
      (local === 'Choice' &&
        (this.attribut('Requires') ?? '')
          .split(/\s+/)
          .filter(Boolean)
          .every((prefixe) => this.attendu.espaces.has(this.espace(prefixe) ?? '')));
    return rechange.choisie;
  }

  private fermer(annoncer: boolean): void {
    const profondeur = this.ouverts.length;
    this.ouverts.pop();
    const nom = this.comptes.pop() ?? null;
    if (nom !== null) {
      if (annoncer) this.receveur.ferme?.(nom);
      this.niveau--;
    }
    if (this.ignore === profondeur) this.ignore = 0;
    if (this.rechanges.at(-1)?.profondeur === profondeur) this.rechanges.pop();
    if (this.portee?.profondeur === profondeur) this.entrer(this.portee.dessus);
  }
}

/** Position après le nom qui commence en `i`. */
function finNom(s: string, debut: number): number {
  let i = debut;
  for (; i < s.length; i++) {
    const c = s.charCodeAt(i);
    // Un nom s'arrête à un blanc, « > », « / », « = », « < » ou un guillemet.
    if (c <= 34 || c === 62 || c === 47 || c === 61 || c === 60 || c === 39) break;
  }
  return i;
}

const ENTITES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** Remplace les cinq entités du XML et les références de caractères ; toute autre est refusée. */
export function decoder(brut: string): string {
  // En XML, toute fin de ligne écrite telle quelle est un seul saut.
  const texte = brut.includes('\r') ? brut.replace(/\r\n?/g, '\n') : brut;
  if (!texte.includes('&')) return texte;
  return texte.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w{1,8})?;?/gi, (tout, corps: string | undefined) => {
    if (corps === undefined || !tout.endsWith(';')) throw refus('xml');
    if (corps.startsWith('#')) {
      const code =
        corps[1] === 'x' || corps[1] === 'X' ? parseInt(corps.slice(2), 16) : parseInt(corps.slice(1), 10);
      if (!(code <= 0x10ffff)) throw refus('xml');
      return String.fromCodePoint(code);
    }
    const valeur = ENTITES.get(corps);
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
