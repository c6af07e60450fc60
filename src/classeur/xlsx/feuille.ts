/**
 * Lecture d'une feuille, cellule par cellule, dans les types exacts du fichier.
 * La bibliothèque n'est pas employée en lecture : elle change en Date un nombre au format date, en null une formule
 * jamais calculée ou un texte partagé absent, en texte une erreur, et perd les formules partagées ;
 * ici une valeur reste ce que le fichier dit.
 */
import type { Feuille } from '../../dossier/formes/grille';
import type { Valeur } from '../../valeurs/valeur';
import { lettres } from '../../dossier/formes/adresses';
import { versLecture } from '../../dossier/affichage/nomsDeFonctions';
import { FormulePartagee } from './formules';
import type { Budget } from './budget';
import { fusionsUtiles } from '../fusions';
import { COLONNES_MAX, FUSIONS_MAX, LIGNES_MAX, TEXTE_BRUT_MAX } from './limites';
import { estVrai } from './onglets';
import { refus } from './phrases';
import { plageLue } from './totaux';
import { copier, formatDeDate, valeurLue, type Contexte } from './valeurs';
import { type Balise, type Receveur, decoder } from './xml';

/** Une feuille telle que sa partie la dit : son nom et sa visibilité sont dans celle du classeur. */
type Contenu = Omit<Feuille, 'nom' | 'visibilite'>;

interface ContexteFeuille extends Contexte {
  /** Par style de cellule. */
  readonly formats: readonly (string | undefined)[];
  readonly barres: readonly boolean[];
}

export class LecteurFeuille implements Receveur {
  /** Identifiants des relations de la feuille vers ses tableaux. */
  readonly tableaux = new Set<string>();
  /** Par numéro de ligne ; un tableau creux coûte deux fois moins qu'une `Map` sur un million de lignes. */
  private readonly rangees: (Valeur[] | undefined)[] = [];
  private readonly codes: (string | undefined)[][] = [];
  private readonly formules = new Map<string, string>();
  private readonly partagees = new Map<string, FormulePartagee>();
  private readonly masquees: number[] = [];
  private readonly colonnesMasquees: number[] = [];
  private derniereDecrite = 0;
  private readonly barrees = new Set<number>();
  private readonly fusions: string[] = [];
  private dansDonnees = false;
  private ligne = 0;
  private premiere = LIGNES_MAX;
  private colonne = 0;
  private premiereColonne = COLONNES_MAX;
  private derniereColonne = 0;
  private rangee: Valeur[] | undefined;
  private dansCellule = false;
  private type = '';
  private style = 0;
  /** Textes bruts de `<v>`, de `<is>` et de `<f>` ; `null` tant que l'élément est absent. */
  private brut: string | null = null;
  private brutEnLigne: string | null = null;
  private brutFormule: string | null = null;
  private groupe: string | null = null;
  private cible: '' | 'valeur' | 'enLigne' | 'formule' = '';
  private phonetique = false;

  constructor(
    private readonly contexte: ContexteFeuille,
    private readonly budget: Budget,
  ) {}

  ouvre(balise: Balise): void {
    if (this.dansDonnees) this.ouvreDonnee(balise);
    else if (balise.niveau === 2) this.dansDonnees = balise.nom === 'sheetData' && !balise.vide;
    else if (balise.nom === 'tablePart') this.tableaux.add(balise.renvoi('id') ?? '');
    else if (balise.nom === 'col' && balise.niveau === 3) this.decrireColonnes(balise);
    else if (balise.nom === 'mergeCell') {
      if (this.fusions.length >= FUSIONS_MAX) throw refus('tropDeCellules');
      this.fusions.push(balise.attribut('ref') ?? '');
    }
  }

  /** Les plages se suivent sans se chevaucher : dans un fichier forgé, aucune colonne ne se décrit deux fois. */
  private decrireColonnes(balise: Balise): void {
    const dernier = Math.min(Number(balise.attribut('max')), COLONNES_MAX);
    const masquees = estVrai(balise.attribut('hidden'));
    for (let c = Math.max(Number(balise.attribut('min')), this.derniereDecrite + 1); c <= dernier; c++) {
      this.derniereDecrite = c;
      if (masquees) this.colonnesMasquees.push(c);
    }
  }

  /** Une ligne ou une cellule qui n'est pas à sa place serait lue de travers, ou pas du tout : le classeur est refusé. */
  private ouvreDonnee(balise: Balise): void {
    const { nom, niveau, vide } = balise;
    if (nom === 'c') {
      if (niveau !== 4) throw refus('structure');
      this.ouvreCellule(balise);
    } else if (nom === 'v') {
      if (niveau !== 5 || this.brut !== null) throw refus('structure');
      this.brut = '';
      if (!vide) this.cible = 'valeur';
    } else if (nom === 'row') {
      if (niveau !== 3) throw refus('structure');
      this.ouvreLigne(balise);
    } else if (nom === 'f') {
      if (niveau !== 5 || this.brutFormule !== null) throw refus('structure');
      this.ouvreFormule(balise);
    } else if (nom === 'is') {
      if (niveau !== 5 || this.brutEnLigne !== null) throw refus('structure');
      this.brutEnLigne = '';
    } else if (nom === 't') {
      if (!this.phonetique && this.brutEnLigne !== null && !vide) this.cible = 'enLigne';
    } else if (nom === 'rPh') this.phonetique = !vide;
  }

  ferme(nom: string): void {
    if (!this.dansDonnees) return;
    if (nom === 'c') {
      this.poser();
      this.dansCellule = false;
    } else if (nom === 'v' || nom === 't' || nom === 'f') this.cible = '';
    else if (nom === 'rPh') this.phonetique = false;
    else if (nom === 'sheetData') this.dansDonnees = false;
  }

  texte(brut: string): void {
    if (this.cible === '') return;
    if (this.cible === 'valeur') this.brut += brut;
    else if (this.cible === 'enLigne') this.brutEnLigne += brut;
    else this.brutFormule += brut;
    const lus = (this.brut?.length ?? 0) + (this.brutEnLigne?.length ?? 0) + (this.brutFormule?.length ?? 0);
    if (lus > TEXTE_BRUT_MAX) throw refus('tropEtendu');
  }

  private ouvreLigne(balise: Balise): void {
    const r = balise.attribut('r');
    this.ligne = r === null ? this.ligne + 1 : Number(r);
    if (!(this.ligne >= 1 && this.ligne <= LIGNES_MAX && Number.isInteger(this.ligne)))
      throw refus('adresse');
    this.colonne = 0;
    this.rangee = this.rangees[this.ligne];
    if (estVrai(balise.attribut('hidden'))) this.masquees.push(this.ligne);
  }

  private ouvreCellule(balise: Balise): void {
    this.budget.cellule();
    const r = balise.attribut('r');
    if (r === null) this.colonne++;
    else this.placer(r);
    if (this.colonne > COLONNES_MAX || this.ligne === 0) throw refus('adresse');
    this.brut = null;
    this.brutEnLigne = null;
    this.brutFormule = null;
    this.groupe = null;
    if (balise.vide) return;
    this.dansCellule = true;
    this.type = balise.attribut('t') ?? 'n';
    this.style = Number(balise.attribut('s') ?? 0);
  }

  private placer(r: string): void {
    let colonne = 0;
    let ligne = 0;
    for (let i = 0; i < r.length; i++) {
      const c = r.charCodeAt(i);
      if (c >= 48 && c <= 57) ligne = ligne * 10 + c - 48;
      else if (ligne === 0 && ((c >= 65 && c <= 90) || (c >= 97 && c <= 122)))
        colonne = colonne * 26 + (c & 31);
      else throw refus('adresse');
    }
    if (ligne !== this.ligne || colonne < 1) throw refus('adresse');
    this.colonne = colonne;
  }

  private ouvreFormule(balise: Balise): void {
    if (!this.dansCellule) return;
    this.brutFormule = '';
    if (balise.attribut('t') === 'shared') this.groupe = balise.attribut('si') ?? '';
    if (!balise.vide) this.cible = 'formule';
  }

  private poser(): void {
    const formule = this.brutFormule === null ? '' : this.formuleLue();
    const valeur = valeurLue(this.type, this.brut, this.brutEnLigne, formule, this.contexte);
    if (valeur === null) return;
    if (formule !== '') this.formules.set(lettres(this.colonne) + String(this.ligne), formule);
    let rangee = this.rangee;
    if (rangee === undefined) {
      rangee = [];
      this.rangee = rangee;
      this.rangees[this.ligne] = rangee;
      if (this.ligne < this.premiere) this.premiere = this.ligne;
    }
    if (this.colonne < this.premiereColonne) this.premiereColonne = this.colonne;
    if (this.colonne > this.derniereColonne) this.derniereColonne = this.colonne;
    const manque = this.colonne - rangee.length;
    this.budget.valeur(valeur, manque);
    if (manque > 0) {
      for (let i = 1; i < manque; i++) rangee.push(null);
      rangee.push(valeur);
    } else {
      if (rangee[this.colonne - 1] !== null) throw refus('cellulesEnDouble');
      rangee[this.colonne - 1] = valeur;
    }
    if (typeof valeur === 'number') this.poserFormat();
    if (this.contexte.barres[this.style] === true) this.barrees.add(this.ligne);
  }

  private poserFormat(): void {
    let code = this.contexte.formats[this.style];
    if (this.type === 'd') code = formatDeDate(code, this.brut ?? '');
    if (code === undefined) return;
    const rangee = (this.codes[this.ligne] ??= []);
    rangee[this.colonne - 1] = code;
  }

  private formuleLue(): string {
    let texte = versLecture(decoder(this.brutFormule ?? ''));
    if (this.groupe !== null) {
      if (texte !== '') this.partagees.set(this.groupe, new FormulePartagee(texte, this.ligne, this.colonne));
      else texte = this.partagees.get(this.groupe)?.pour(this.ligne, this.colonne) ?? '';
    }
    // Sans texte : cellule d'une table de données, ou formule dont la maîtresse manque ; la valeur seule compte.
    if (texte === '') return this.groupe === null ? '' : '=';
    this.budget.formule(texte.length);
    return copier(`=${texte}`);
  }

  /** `totaux` : les lignes de total des tableaux de la feuille. */
  terminer(totaux: readonly number[]): Contenu {
    const vide = this.derniereColonne === 0;
    const premiere = vide ? 1 : this.premiere;
    const derniere = vide ? 0 : this.rangees.length - 1;
    const colonne = vide ? 1 : this.premiereColonne;
    const lignes: (readonly Valeur[])[] = [];
    // Les lignes vides partagent un seul tableau : une cellule en ligne 1 048 576 ne coûte que des renvois.
    for (let n = premiere; n <= derniere; n++) lignes.push(aPartirDe(colonne, this.rangees[n]) ?? VIDE);
    const dedans = (numeros: Iterable<number>): number[] =>
      [...new Set(numeros)].filter((n) => n >= premiere && n <= derniere).sort((a, b) => a - b);
    const codes = this.codes.slice(premiere, derniere + 1);
    return {
      premiereLigne: premiere,
      premiereColonne: colonne,
      lignes,
      formules: this.formules,
      formats: colonne === 1 ? codes : codes.map((rangee) => aPartirDe(colonne, rangee)),
      lignesDeTotal: dedans(totaux),
      lignesMasquees: dedans(this.masquees),
      colonnesMasquees: this.colonnesMasquees.filter((c) => c >= colonne && c <= this.derniereColonne),
      lignesBarrees: dedans(this.barrees),
      fusions: fusionsUtiles(this.fusions.map(plageLue), {
        ligne1: premiere,
        colonne1: colonne,
        ligne2: derniere,
        colonne2: this.derniereColonne,
      }),
    };
  }
}

const VIDE: readonly Valeur[] = [];

/** Une feuille commence à sa première colonne remplie, comme l'étendue utilisée d'Excel. */
const aPartirDe = <T>(colonne: number, rangee: T[] | undefined): T[] | undefined =>
  colonne === 1 ? rangee : rangee?.slice(colonne - 1);
