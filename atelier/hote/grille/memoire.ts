import { COLONNES_MAX, adresseAvecFeuille, contient, intersection } from './adresses';
import { lireFormule, type Noeud } from './formule';
import {
  type AppelFonction,
  type Argument,
  type ArgumentRecu,
  type Cellule,
  type Contenu,
  type Entree,
  type FonctionsDeGrille,
  type GrilleHote,
  type Rect,
  type ResultatFonction,
} from './types';

interface Case {
  valeur: Contenu;
  formule: string | null;
  /** Ce que la formule a rendu la dernière fois : le même résultat ne se pose pas deux fois. */
  rendu?: Argument | undefined;
}

/** Un tableau débordé garde ses valeurs : quarante mille cases de plus coûteraient plus que le calcul. */
interface Debordement {
  readonly rect: Rect;
  readonly tableau: readonly (readonly Contenu[])[];
}

type Appel = Noeud & { readonly genre: 'appel' };

/** La formule est lue une fois pour toutes. */
type CaseCalculee = Case & { readonly noeud: Noeud };

interface FeuilleMemoire {
  nom: string;
  readonly cases: Map<number, Case>;
  /** Celles de ces cases qui se calculent. */
  readonly calculees: Map<number, CaseCalculee>;
  /** Par la clé de la case d'où chacun déborde. */
  readonly debordements: Map<number, Debordement>;
}

const VIDE: Cellule = { valeur: null, formule: null };

/** Une case se désigne par un nombre : des dizaines de milliers de textes coûteraient plus que le calcul. */
function cle(ligne: number, colonne: number): number {
  return ligne * COLONNES_MAX + colonne;
}

function place(ici: number): [number, number] {
  return [Math.floor(ici / COLONNES_MAX), ici % COLONNES_MAX];
}

/** Calculable : uniquement des appels de fonctions personnalisées, ou un nom de fonction inconnu (#NAME?). */
function lireCalculable(formule: string): Noeud | null {
  const noeud = lireFormule(formule);
  const connue = (n: Noeud): boolean =>
    n.genre === 'appel' ? n.nom.includes('.') && n.arguments.every(connue) : true;
  return noeud && connue(noeud) ? noeud : null;
}

/**
 * Grille sans bibliothèque : elle ne calcule que les fonctions personnalisées à arguments simples.
 * Lire la valeur d'une autre formule est une erreur bruyante, jamais un zéro.
 */
export class GrilleMemoire implements GrilleHote {
  readonly moteur = 'memoire';
  private readonly feuilles = new Map<string, FeuilleMemoire>();
  private readonly noms = new Map<string, string>();
  private readonly incalculables = new Set<string>();
  /** Change avec le contenu : tant qu'il ne bouge pas, un appel en attente garde les arguments déjà lus, comme dans Excel. */
  private version = 0;
  private readonly appels = new WeakMap<Appel, { readonly version: number; readonly appel: AppelFonction }>();

  constructor(private readonly fonctions: FonctionsDeGrille) {}

  ajouterFeuille(id: string, nom: string): void {
    this.feuilles.set(id, { nom, cases: new Map(), calculees: new Map(), debordements: new Map() });
  }

  retirerFeuille(id: string): void {
    this.version += 1;
    this.feuilles.delete(id);
  }

  renommerFeuille(id: string, nom: string): void {
    this.version += 1;
    this.feuille(id).nom = nom;
  }

  deplacerFeuille(): void {}

  definirNom(nom: string, formule: string | null): void {
    this.version += 1;
    if (formule === null) this.noms.delete(nom.toUpperCase());
    else this.noms.set(nom.toUpperCase(), formule);
  }

  lire(id: string, rect: Rect): Cellule[][] {
    const feuille = this.feuille(id);
    return Array.from({ length: rect.lignes }, (_, i) =>
      Array.from({ length: rect.colonnes }, (_, j): Cellule => {
        const [ligne, colonne] = [rect.ligne + i, rect.colonne + j];
        const trouvee = feuille.cases.get(cle(ligne, colonne));
        if (!trouvee) {
          const valeur = this.debordee(feuille, ligne, colonne);
          return valeur === null ? VIDE : { valeur, formule: null };
        }
        const { valeur, formule } = trouvee;
        if (!this.estIncalculable(trouvee)) return { valeur, formule };
        const refuser = (): never => this.refuser(feuille, ligne, colonne, trouvee);
        return {
          formule,
          get valeur(): Contenu {
            return refuser();
          },
        };
      }),
    );
  }

  ecrire(id: string, rect: Rect, entrees: readonly (readonly Entree[])[]): void {
    this.version += 1;
    const feuille = this.feuille(id);
    entrees.forEach((ligne, i) =>
      ligne.forEach((entree, j) => {
        if (entree === undefined) return;
        const ici = cle(rect.ligne + i, rect.colonne + j);
        feuille.debordements.delete(ici);
        this.encombrer(feuille, ici);
        feuille.calculees.delete(ici);
        if (entree === null) feuille.cases.delete(ici);
        else if (typeof entree === 'object' && 'formule' in entree) {
          const noeud = lireCalculable(entree.formule);
          if (entree.valeur === undefined && !noeud) this.incalculables.add(entree.formule);
          const valeur = entree.valeur ?? { erreur: '#BUSY!' };
          const case_: Case = { valeur, formule: entree.formule };
          feuille.cases.set(ici, case_);
          if (noeud) feuille.calculees.set(ici, Object.assign(case_, { noeud }));
        } else feuille.cases.set(ici, { valeur: entree, formule: null });
      }),
    );
  }

  etendue(id: string): Rect | null {
    const { cases, debordements } = this.feuille(id);
    let [haut, gauche, bas, droite] = [Infinity, Infinity, -1, -1];
    const compter = (ligne: number, colonne: number): void => {
      haut = Math.min(haut, ligne);
      gauche = Math.min(gauche, colonne);
      bas = Math.max(bas, ligne);
      droite = Math.max(droite, colonne);
    };
    for (const ici of cases.keys()) compter(...place(ici));
    for (const { rect } of debordements.values())
      compter(rect.ligne + rect.lignes - 1, rect.colonne + rect.colonnes - 1);
    return bas < 0
      ? null
      : { ligne: haut, colonne: gauche, lignes: bas - haut + 1, colonnes: droite - gauche + 1 };
  }

  debordement(id: string, ligne: number, colonne: number): Rect | null {
    return this.feuille(id).debordements.get(cle(ligne, colonne))?.rect ?? null;
  }

  calculer(): Promise<void> {
    // Plusieurs passes : une fonction peut lire le résultat d'une autre.
    for (let passe = 0; passe < 10; passe += 1) {
      let change = false;
      for (const feuille of this.feuilles.values()) {
        for (const [ici, case_] of feuille.calculees)
          change = this.calculerCase(feuille, ici, case_) || change;
      }
      if (!change) break;
    }
    return Promise.resolve();
  }

  selectionner(): void {}
  presenter(): void {}
  surSaisie(): void {}
  surSelection(): void {}
  fermer(): void {
    this.feuilles.clear();
  }

  private feuille(id: string): FeuilleMemoire {
    const feuille = this.feuilles.get(id);
    if (!feuille) throw new Error(`feuille inconnue de la grille : ${id}`);
    return feuille;
  }

  private calculerCase(feuille: FeuilleMemoire, ici: number, case_: CaseCalculee): boolean {
    const [ligne, colonne] = place(ici);
    const origine = adresseAvecFeuille(feuille.nom, { ligne, colonne, lignes: 1, colonnes: 1 });
    const { valeur: rendu } = this.evaluer(case_.noeud, feuille, origine);
    if (rendu === case_.rendu) return false;
    const etat = (): string => JSON.stringify([case_.valeur, feuille.debordements.get(ici)?.rect]);
    const avant = etat();
    const pose = this.poser(feuille, ici, case_, Array.isArray(rendu) ? rendu : [[rendu as Contenu]]);
    case_.rendu = pose ? rendu : undefined;
    const change = avant !== etat() || (pose && Array.isArray(rendu));
    if (change) this.version += 1;
    return change;
  }

  /** Faux quand la place est prise. */
  private poser(
    { cases, debordements }: FeuilleMemoire,
    ici: number,
    case_: Case,
    tableau: readonly (readonly Contenu[])[],
  ): boolean {
    debordements.delete(ici);
    const [ligne, colonne] = place(ici);
    const rect = { ligne, colonne, lignes: tableau.length, colonnes: tableau[0]?.length ?? 1 };
    if (rect.lignes * rect.colonnes > 1) {
      const prise =
        [...cases.keys()].some((autre) => autre !== ici && contient(rect, ...place(autre))) ||
        [...debordements.values()].some((autre) => intersection(rect, autre.rect));
      if (prise) {
        case_.valeur = { erreur: '#SPILL!' };
        return false;
      }
      debordements.set(ici, { rect, tableau });
    }
    case_.valeur = tableau[0]?.[0] ?? null;
    return true;
  }

  private debordee({ debordements }: FeuilleMemoire, ligne: number, colonne: number): Contenu {
    for (const { rect, tableau } of debordements.values())
      if (contient(rect, ligne, colonne))
        return tableau[ligne - rect.ligne]?.[colonne - rect.colonne] ?? null;
    return null;
  }

  /** Écrire là où un tableau déborde : il faudra le reposer, et dire que la place est prise. */
  private encombrer({ cases, debordements }: FeuilleMemoire, ici: number): void {
    for (const [ancre, { rect }] of debordements) {
      const case_ = cases.get(ancre);
      if (case_ && contient(rect, ...place(ici))) case_.rendu = undefined;
    }
  }

  private evaluer(noeud: Noeud, feuille: FeuilleMemoire, origine: string): ArgumentRecu {
    const rendre = (valeur: Argument, adresse: string | null = null): ArgumentRecu => ({
      valeur,
      omis: false,
      adresse,
    });
    switch (noeud.genre) {
      case 'constante':
        return rendre(noeud.valeur);
      case 'omis':
        return { valeur: null, omis: true, adresse: null };
      case 'nom': {
        const formule = this.noms.get(noeud.nom.toUpperCase());
        const cible = formule === undefined ? null : lireFormule(formule);
        return cible ? this.evaluer(cible, feuille, origine) : rendre({ erreur: '#NAME?' });
      }
      case 'reference': {
        const nom = noeud.feuille?.toUpperCase();
        const ids = [...this.feuilles].find(([, f]) =>
          nom === undefined ? f === feuille : f.nom.toUpperCase() === nom,
        );
        if (!ids) return rendre({ erreur: '#REF!' });
        const cellules = this.valeurs(ids[1], noeud.rect);
        const adresse = adresseAvecFeuille(ids[1].nom, noeud.rect);
        const seule = noeud.rect.lignes === 1 && noeud.rect.colonnes === 1;
        return rendre(seule ? (cellules[0]?.[0] ?? null) : cellules, adresse);
      }
      case 'appel':
        return rendre(this.appeler(noeud, feuille, origine));
    }
  }

  /** Sans passer par des cellules : une plage de trente mille valeurs en ferait autant d'objets. */
  private valeurs(feuille: FeuilleMemoire, rect: Rect): Contenu[][] {
    const lignes: Contenu[][] = [];
    for (let ligne = rect.ligne; ligne < rect.ligne + rect.lignes; ligne += 1) {
      const valeurs: Contenu[] = [];
      for (let colonne = rect.colonne; colonne < rect.colonne + rect.colonnes; colonne += 1) {
        const trouvee = feuille.cases.get(cle(ligne, colonne));
        if (trouvee && this.estIncalculable(trouvee)) this.refuser(feuille, ligne, colonne, trouvee);
        valeurs.push(trouvee ? trouvee.valeur : this.debordee(feuille, ligne, colonne));
      }
      lignes.push(valeurs);
    }
    return lignes;
  }

  private estIncalculable({ formule }: Case): boolean {
    return formule !== null && this.incalculables.has(formule);
  }

  private refuser({ nom }: FeuilleMemoire, ligne: number, colonne: number, { formule }: Case): never {
    const ici = adresseAvecFeuille(nom, { ligne, colonne, lignes: 1, colonnes: 1 });
    throw new Error(`la grille en mémoire ne calcule pas ${formule} (${ici}) : prendre la grille Univer`);
  }

  private appeler(noeud: Appel, feuille: FeuilleMemoire, adresse: string): ResultatFonction {
    const { nom } = noeud;
    if (!this.fonctions.connait(nom)) return { erreur: '#NAME?' };
    const prepare = this.appels.get(noeud);
    if (prepare?.version === this.version) return this.fonctions.appeler(prepare.appel);
    const recus = noeud.arguments.map((argument) => this.evaluer(argument, feuille, adresse));
    const appel = { nom, arguments: recus, adresse };
    // le résultat d'un appel emboîté peut arriver sans qu'aucune case ne change
    if (!noeud.arguments.some(({ genre }) => genre === 'appel'))
      this.appels.set(noeud, { version: this.version, appel });
    return this.fonctions.appeler(appel);
  }
}
