import {
  adresse,
  englobe,
  estSansFin,
  intersection,
  lireAdresse,
  nomCite,
  separer,
  union,
} from '../grille/adresses';
import type { Cellule, GrilleHote, Rect } from '../grille/types';
import { annoncer, type Changement } from './annonces';
import { Annulation } from './annulation';
import { accesRefuse, argumentInvalide, ErreurOffice } from './erreurs';
import { CIBLE_CLASSEUR, EVENEMENTS, type Evenements } from './evenements';
import {
  FeuilleHote,
  origineDe,
  type Json,
  type NomHote,
  type PlageHote,
  type Source,
  type TableauHote,
} from './modele';

/** Un classeur ouvert : les cellules sont dans la grille, le reste ici. */
export class Classeur {
  readonly nom = 'Classeur1.xlsx';
  /** Calendrier des anciens Excel pour Mac : les nombres de série partent de 1904. */
  dates1904 = false;
  /** Structure protégée (Révision, Protéger le classeur). doc : excel/excel.workbookprotection */
  structure: { readonly motDePasse: string | null } | null = null;
  /** Ouvert en lecture seule : ses cellules s'écrivent encore, ses réglages ne se gardent pas. */
  lectureSeule = false;
  /** Excel sur le web borne les cellules qu'une opération touche ; Infinity ailleurs. */
  cellulesParOperation = Infinity;
  feuilles: FeuilleHote[] = [];
  tableaux: TableauHote[] = [];
  noms: NomHote[] = [];
  /** Réglages du document, sérialisés : Office.context.document.settings et workbook.settings les partagent. */
  readonly reglages = new Map<string, string>();
  readonly references = new Map<string, PlageHote>();
  readonly classeursCrees: string[] = [];
  readonly annulation = new Annulation();
  modeCalcul: 'Automatic' | 'AutomaticExceptTables' | 'Manual' = 'Automatic';
  /** suspendApiCalculationUntilNextSync : levé à la fin de la requête. */
  calculSuspendu = false;
  active!: FeuilleHote;
  selection: Rect = { ligne: 0, colonne: 0, lignes: 1, colonnes: 1 };
  private perime = true;
  private calcul: Promise<void> = Promise.resolve();
  private compteur = 0;

  constructor(
    readonly grille: GrilleHote,
    readonly evenements: Evenements,
    private readonly surClasseurCree?: (base64: string) => void,
  ) {}

  /** doc : excel/excel (createWorkbook) */
  creerClasseur(base64: string): void {
    this.classeursCrees.push(base64);
    this.surClasseurCree?.(base64);
  }

  identifiant(prefixe: string): string {
    this.compteur += 1;
    return `${prefixe}${this.compteur}`;
  }

  /** doc : excel/excel.worksheetcollection#add — ajoutée en dernier, sans l'activer. */
  ajouterFeuille(nom: string | null, source: Source): FeuilleHote {
    this.exigerStructure();
    const choisi = nom ?? this.nomLibre();
    this.verifierNom(choisi, null);
    const id = `{00000000-0001-0000-0000-${this.identifiant('').padStart(12, '0')}}`;
    const feuille = new FeuilleHote(id, choisi);
    this.feuilles.push(feuille);
    this.grille.ajouterFeuille(id, choisi, this.feuilles.length - 1);
    this.active ??= feuille;
    this.evenements.emettre(EVENEMENTS.feuilleAjoutee, [CIBLE_CLASSEUR], this.origine(source, feuille));
    return feuille;
  }

  /** doc : excel/excel.worksheet#delete — la dernière feuille visible ne se supprime pas. */
  supprimerFeuille(feuille: FeuilleHote, source: Source): void {
    this.exigerStructure();
    const visibles = this.feuilles.filter(({ visibilite }) => visibilite === 'Visible');
    if (feuille.visibilite === 'VeryHidden' || (visibles.length === 1 && visibles[0] === feuille)) {
      throw new ErreurOffice('InvalidOperation', `La feuille « ${feuille.nom} » ne peut pas être supprimée.`);
    }
    feuille.supprimee = true;
    this.feuilles = this.feuilles.filter((autre) => autre !== feuille);
    this.tableaux = this.tableaux.filter((tableau) => tableau.feuille !== feuille);
    this.noms = this.noms.filter((nom) => nom.feuille !== feuille);
    this.grille.retirerFeuille(feuille.id);
    const suivante = this.feuilles.find(({ visibilite }) => visibilite === 'Visible');
    if (this.active === feuille && suivante) this.activer(suivante, source);
    this.perime = true;
    this.evenements.emettre(EVENEMENTS.feuilleSupprimee, [CIBLE_CLASSEUR], this.origine(source, feuille));
  }

  renommerFeuille(feuille: FeuilleHote, nom: string): void {
    this.exigerStructure();
    this.verifierNom(nom, feuille);
    feuille.nom = nom;
    this.grille.renommerFeuille(feuille.id, nom);
  }

  trouverFeuille(cle: string): FeuilleHote | null {
    const minuscule = cle.toLowerCase();
    return this.feuilles.find(({ id, nom }) => id === cle || nom.toLowerCase() === minuscule) ?? null;
  }

  activer(feuille: FeuilleHote, _source: Source): void {
    if (this.active === feuille) return;
    const quittee = this.active;
    this.active = feuille;
    this.selection = { ligne: 0, colonne: 0, lignes: 1, colonnes: 1 };
    this.grille.selectionner(feuille.id, this.selection);
    const cibles = (f: FeuilleHote): string[] => [f.id, CIBLE_CLASSEUR];
    this.evenements.emettre(EVENEMENTS.feuilleDesactivee, cibles(quittee), { worksheetId: quittee.id });
    this.evenements.emettre(EVENEMENTS.feuilleActivee, cibles(feuille), { worksheetId: feuille.id });
  }

  /** doc : excel/excel.range#select — active la feuille de la plage. */
  selectionner({ feuille, rect }: PlageHote, source: Source): void {
    this.activer(feuille, source);
    this.selection = rect;
    this.grille.selectionner(feuille.id, rect);
    this.annoncerSelection(feuille, rect);
  }

  annoncerSelection(feuille: FeuilleHote, rect: Rect): void {
    const ici = { address: adresse(rect), worksheetId: feuille.id };
    this.evenements.emettre(EVENEMENTS.selection, [feuille.id, CIBLE_CLASSEUR], ici);
    for (const tableau of this.tableaux) {
      if (tableau.feuille !== feuille) continue;
      const dedans = intersection(tableau.rect, rect);
      const message = { ...ici, tableId: tableau.id, address: dedans ? adresse(dedans) : '' };
      this.evenements.emettre(EVENEMENTS.tableauSelection, [tableau.id], message);
    }
  }

  /** L'agent vient d'écrire à l'écran : la grille a déjà changé. */
  saisieVue(plage: PlageHote, avant: readonly (readonly Cellule[])[]): void {
    this.perime = true;
    annoncer(this, plage, avant, 'agent');
  }

  /** Lignes ou colonnes insérées ou supprimées à l'écran. doc : excel/excel.datachangetype */
  deplacementVu(plage: PlageHote, changement: Changement): void {
    this.perime = true;
    annoncer(this, plage, [], 'agent', changement);
  }

  selectionVue(feuille: FeuilleHote, rect: Rect): void {
    this.activer(feuille, 'agent');
    this.selection = rect;
    this.annoncerSelection(feuille, rect);
  }

  lire({ feuille, rect }: PlageHote): Cellule[][] {
    return this.grille.lire(feuille.id, rect);
  }

  marquerPerime(): void {
    this.perime = true;
  }

  /** Excel recalcule après chaque écriture, sauf en mode manuel ou suspendu. Un calcul à la fois. */
  mettreAJour(force = false): Promise<void> {
    const suite = this.calcul.then(() => this.calculer(force));
    this.calcul = suite.catch(() => undefined);
    return suite;
  }

  private async calculer(force: boolean): Promise<void> {
    if (!force && (!this.perime || this.calculSuspendu || this.modeCalcul === 'Manual')) return;
    this.perime = false;
    await this.grille.calculer(force);
    for (const { id } of this.feuilles)
      this.evenements.emettre(EVENEMENTS.calcul, [id, CIBLE_CLASSEUR], { worksheetId: id, address: '' });
  }

  definirNom(nom: NomHote): void {
    this.noms.push(nom);
    this.grille.definirNom(nom.nom, nom.formule);
    this.perime = true;
  }

  retirerNom(nom: NomHote): void {
    this.noms = this.noms.filter((autre) => autre !== nom);
    this.grille.definirNom(nom.nom, null);
    this.perime = true;
  }

  /** Adresse (« A1:B2 », « Feuille!A1 »), nom défini ou tableau ; null si rien ne répond. */
  chercherPlage(texte: string, feuille: FeuilleHote): PlageHote | null {
    const { feuille: nommee, reste } = separer(texte.replace(/^=/, ''));
    const cible = nommee === null ? feuille : this.trouverFeuille(nommee);
    const rect = lireAdresse(reste);
    if (rect) return cible ? { feuille: cible, rect } : null;
    const minuscule = reste.toLowerCase();
    const nom = this.noms.find(
      (n) => n.nom.toLowerCase() === minuscule && (!n.feuille || n.feuille === cible),
    );
    if (nom) return this.chercherPlage(nom.formule, feuille);
    const tableau = this.tableaux.find((t) => t.nom.toLowerCase() === minuscule);
    return tableau ? { feuille: tableau.feuille, rect: corps(tableau) } : null;
  }

  /** Étendue utilisée ; sans `valeursSeules`, les cellules mises en forme comptent. doc : excel/excel.worksheet#getUsedRange */
  etendue(feuille: FeuilleHote, valeursSeules: boolean): Rect | null {
    let etendue = this.grille.etendue(feuille.id);
    if (valeursSeules) return etendue;
    for (const rect of feuille.presentations.rects())
      if (!estSansFin(rect)) etendue = etendue ? union(etendue, rect) : rect;
    return etendue;
  }

  /** doc : excel/excel.worksheetformatchangedeventargs */
  presenter(
    feuille: FeuilleHote,
    nom: string,
    rect: Rect,
    valeur: unknown,
    source: Source = 'complement',
  ): void {
    feuille.presentations.peindre(nom, rect, valeur);
    this.grille.presenter(feuille.id, { genre: 'format', rect, nom, valeur });
    this.evenements.emettre(EVENEMENTS.format, [feuille.id, CIBLE_CLASSEUR], {
      address: adresse(rect),
      source: origineDe(source).source,
      worksheetId: feuille.id,
    });
  }

  effacerFormats(feuille: FeuilleHote, rect: Rect): void {
    for (const nom of feuille.presentations.noms()) {
      if (nom !== 'columnWidth' && nom !== 'rowHeight') this.presenter(feuille, nom, rect, undefined);
    }
    const restent = feuille.misesEnForme.filter((mise) => !mise.rects.every((r) => englobe(rect, r)));
    feuille.misesEnForme.splice(0, feuille.misesEnForme.length, ...restent);
  }

  effacerValidations(feuille: FeuilleHote, rect: Rect): void {
    const restent = feuille.validations.filter((v) => !englobe(rect, v.rect));
    feuille.validations.splice(0, feuille.validations.length, ...restent);
    this.grille.presenter(feuille.id, { genre: 'validation', rect, regle: null });
  }

  masquer(
    feuille: FeuilleHote,
    rect: Rect,
    sens: 'lignes' | 'colonnes',
    masquees: boolean,
    source: Source = 'complement',
  ): void {
    const ensemble = sens === 'lignes' ? feuille.lignesMasquees : feuille.colonnesMasquees;
    const avant = ensemble.size;
    const [debut, nombre] = sens === 'lignes' ? [rect.ligne, rect.lignes] : [rect.colonne, rect.colonnes];
    for (let i = debut; i < debut + nombre; i += 1) {
      if (masquees) ensemble.add(i);
      else ensemble.delete(i);
    }
    this.grille.presenter(feuille.id, { genre: `${sens}-masquees`, rect, masquees });
    // doc : excel/excel.worksheetrowhiddenchangedeventargs ; rien quand tout était déjà ainsi
    if (sens === 'lignes' && ensemble.size !== avant)
      this.evenements.emettre(EVENEMENTS.lignesMasquees, [feuille.id, CIBLE_CLASSEUR], {
        address: `${debut + 1}:${debut + nombre}`,
        changeType: masquees ? 'Hidden' : 'Unhidden',
        source: origineDe(source).source,
        worksheetId: feuille.id,
      });
  }

  /** doc : excel/excel.worksheetrowsortedeventargs — les lignes que le tri a déplacées. */
  annoncerTri({ feuille, rect }: PlageHote, source: Source): void {
    this.evenements.emettre(EVENEMENTS.lignesTriees, [feuille.id, CIBLE_CLASSEUR], {
      address: adresse(rect),
      source: origineDe(source).source,
      worksheetId: feuille.id,
    });
  }

  private origine(source: Source, feuille: FeuilleHote): { [cle: string]: Json } {
    return { ...origineDe(source), worksheetId: feuille.id };
  }

  exigerStructure(): void {
    if (this.structure) throw accesRefuse(this.nom);
  }

  private nomLibre(): string {
    for (let n = 1; ; n += 1) if (!this.trouverFeuille(`Feuil${n}`)) return `Feuil${n}`;
  }

  /** doc : excel/excel.worksheet#name — 31 caractères, sans : \ / ? * [ ], unique. */
  private verifierNom(nom: string, sauf: FeuilleHote | null): void {
    if (nom === '' || nom.length > 31 || /[:\\/?*[\]]|^'|'$/.test(nom))
      throw argumentInvalide(`nom de feuille ${nomCite(nom)}`);
    const prise = this.trouverFeuille(nom);
    if (prise && prise !== sauf)
      throw new ErreurOffice('ItemAlreadyExists', `Une feuille nommée « ${nom} » existe déjà.`);
  }
}

/** Les lignes de données d'un tableau, sans en-tête ni total. */
export function corps({ rect, entetes, totaux }: TableauHote): Rect {
  const haut = entetes ? 1 : 0;
  return { ...rect, ligne: rect.ligne + haut, lignes: Math.max(1, rect.lignes - haut - (totaux ? 1 : 0)) };
}
