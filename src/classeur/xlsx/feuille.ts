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
import { COLONNES_MAX, FUSIONS_MAX, LIGNES_MAX, TEXTE_BRUT_MAX } from './limites';
import { refus } from './phrases';
import { copier, valeurLue } from './valeurs';
import { type Receveur, attribut, decoder } from './xml';

export class LecteurFeuille implements Receveur {
  /** Par numéro de ligne ; un tableau creux coûte deux fois moins qu'une `Map` sur un million de lignes. */
  private readonly rangees: (Valeur[] | undefined)[] = [];
  private readonly codes: (string | undefined)[][] = [];
  /** Identifiants des relations de la feuille vers ses tableaux. */
  readonly tableaux = new Set<string>();
  private readonly formules = new Map<string, string>();
  private readonly partagees = new Map<string, FormulePartagee>();
  private readonly masquees: number[] = [];
  private readonly fusions: string[] = [];
  private dansDonnees = false;
  private ligne = 0;
  private premiere = LIGNES_MAX;
  private colonne = 0;
  private rangee: Valeur[] | undefined;
  private dansCellule = false;
  private type = '';
  private style = 0;
  /** Texte brut de `<v>` ou des `<t>` ; `null` tant que l'élément est absent. */
  private brut: string | null = null;
  private brutFormule: string | null = null;
  private groupe: string | null = null;
  private cible: '' | 'valeur' | 'formule' = '';
  private phonetique = false;

  constructor(
    private readonly nom: string,
    private readonly chaines: readonly string[],
    private readonly formats: readonly (string | undefined)[],
    private readonly budget: Budget,
  ) {}

  ouvre(nom: string, s: string, debut: number, fin: number, vide: boolean): void {
    if (this.dansDonnees) {
      if (nom === 'c') this.ouvreCellule(s, debut, fin, vide);
      else if (nom === 'v') this.attendre(vide);
      else if (nom === 'row') this.ouvreLigne(s, debut, fin);
      else if (nom === 'f') this.ouvreFormule(s, debut, fin, vide);
      else if (nom === 't') {
        if (!this.phonetique) this.attendre(vide);
      } else if (nom === 'rPh') this.phonetique = !vide;
    } else if (nom === 'sheetData') this.dansDonnees = !vide;
    else if (nom === 'tablePart') this.tableaux.add(decoder(attribut(s, debut, fin, 'id') ?? ''));
    else if (nom === 'mergeCell') {
      if (this.fusions.length >= FUSIONS_MAX) throw refus('tropDeCellules');
      this.fusions.push(attribut(s, debut, fin, 'ref') ?? '');
    }
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
    if (this.cible === 'valeur') this.brut = this.brut === null ? brut : this.brut + brut;
    else if (this.cible === 'formule') this.brutFormule = (this.brutFormule ?? '') + brut;
    else return;
    if ((this.brut?.length ?? 0) + (this.brutFormule?.length ?? 0) > TEXTE_BRUT_MAX)
      throw refus('tropEtendu');
  }

  private attendre(vide: boolean): void {
    this.brut ??= '';
    if (!vide) this.cible = 'valeur';
  }

  private ouvreLigne(s: string, debut: number, fin: number): void {
    const r = debut === fin ? null : attribut(s, debut, fin, 'r');
    this.ligne = r === null ? this.ligne + 1 : Number(r);
    if (!(this.ligne >= 1 && this.ligne <= LIGNES_MAX && Number.isInteger(this.ligne)))
      throw refus('adresse');
    this.colonne = 0;
    this.rangee = this.rangees[this.ligne];
    const masquee = attribut(s, debut, fin, 'hidden');
    if (masquee === '1' || masquee === 'true') this.masquees.push(this.ligne);
  }

  private ouvreCellule(s: string, debut: number, fin: number, vide: boolean): void {
    this.budget.cellule();
    const r = debut === fin ? null : attribut(s, debut, fin, 'r');
    if (r === null) this.colonne++;
    else this.placer(r);
    if (this.colonne > COLONNES_MAX || this.ligne === 0) throw refus('adresse');
    if (vide) return;
    this.dansCellule = true;
    this.type = attribut(s, debut, fin, 't') ?? 'n';
    this.style = Number(attribut(s, debut, fin, 's') ?? 0);
    this.brut = null;
    this.brutFormule = null;
    this.groupe = null;
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

  private ouvreFormule(s: string, debut: number, fin: number, vide: boolean): void {
    if (!this.dansCellule) return;
    this.brutFormule = '';
    if (attribut(s, debut, fin, 't') === 'shared') this.groupe = attribut(s, debut, fin, 'si') ?? '';
    if (!vide) this.cible = 'formule';
  }

  private poser(): void {
    const formule = this.brutFormule === null ? '' : this.formuleLue();
    const valeur = valeurLue(this.type, this.brut, formule, this.chaines);
    if (valeur === null) return;
    if (formule !== '') this.formules.set(lettres(this.colonne) + String(this.ligne), formule);
    let rangee = this.rangee;
    if (rangee === undefined) {
      rangee = [];
      this.rangee = rangee;
      this.rangees[this.ligne] = rangee;
      if (this.ligne < this.premiere) this.premiere = this.ligne;
    }
    const manque = this.colonne - rangee.length;
    this.budget.valeur(valeur, manque);
    if (manque > 0) {
      for (let i = 1; i < manque; i++) rangee.push(null);
      rangee.push(valeur);
    } else rangee[this.colonne - 1] = valeur;
    if (typeof valeur === 'number') this.poserFormat();
  }

  private poserFormat(): void {
    const code = this.formats[this.style];
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
  terminer(totaux: readonly number[]): Feuille {
    const premiere = Math.min(this.premiere, this.rangees.length);
    const derniere = this.rangees.length - 1;
    const lignes: (readonly Valeur[])[] = [];
    const dedans = (numeros: readonly number[]): number[] =>
      [...new Set(numeros)].filter((n) => n >= premiere && n <= derniere).sort((a, b) => a - b);
    // Les lignes vides partagent un seul tableau : une cellule en ligne 1 048 576 ne coûte que des renvois.
    for (let n = premiere; n <= derniere; n++) lignes.push(this.rangees[n] ?? VIDE);
    return {
      nom: this.nom,
      visibilite: 'visible',
      formats: this.codes.slice(premiere, derniere + 1),
      lignesDeTotal: dedans(totaux),
      premiereLigne: Math.max(1, premiere),
      premiereColonne: 1,
      lignes,
      formules: this.formules,
      lignesMasquees: dedans(this.masquees),
      fusions: this.fusions,
    };
  }
}

const VIDE: readonly Valeur[] = [];
