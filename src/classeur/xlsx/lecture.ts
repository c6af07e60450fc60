/** Lecture d'un classeur .xlsx : garde, puis répertoire des feuilles, textes partagés, styles et feuilles, dans l'ordre des onglets. */
import { ErreurClasseur } from '../../dossier/formes/erreurs';
import type { ClasseurLu, Feuille } from '../../dossier/formes/grille';
import { LecteurChaines } from './chaines';
import { Budget } from './budget';
import { CLASSEUR } from './espaces';
import { LecteurFeuille } from './feuille';
import { LecteurStyles } from './formats';
import { ouvrir } from './garde';
import { LecteurOnglets, type Onglet } from './onglets';
import { lireRelations, parcourir, verifier, type Relation } from './parties';
import { refus } from './phrases';
import { LecteurTotaux } from './totaux';
import type { Receveur } from './xml';
import type { Entree } from './zip';

export async function lireXlsx(octets: Uint8Array): Promise<ClasseurLu> {
  try {
    return await new Lecture(octets).classeur();
  } catch (erreur) {
    if (erreur instanceof ErreurClasseur) throw erreur;
    throw refus('imprevu', erreur);
  }
}

class Lecture {
  private readonly parties: Map<string, Entree>;
  private readonly lues = new Set<string>();
  private readonly budget = new Budget();
  private readonly chaines = new LecteurChaines();
  private readonly styles = new LecteurStyles();

  constructor(private readonly octets: Uint8Array) {
    this.parties = ouvrir(octets);
  }

  async classeur(): Promise<ClasseurLu> {
    const racine = (await this.relations('')).find((r) => r.type.endsWith('/officeDocument'));
    const chemin = racine?.cible ?? 'xl/workbook.xml';
    const principal = new LecteurOnglets();
    if (!(await this.lire(chemin, 'workbook', principal))) throw refus('archive');
    const relations = await this.relations(chemin);
    const versPartie = (type: string): string =>
      relations.find((r) => r.type.endsWith(`/${type}`))?.cible ?? '';
    await this.lire(versPartie('sharedStrings'), 'sst', this.chaines);
    await this.lire(versPartie('styles'), 'styleSheet', this.styles);
    const parId = new Map(relations.map((r) => [r.id, r]));
    const feuilles: Feuille[] = [];
    for (const onglet of principal.onglets) {
      const relation = parId.get(onglet.id);
      if (sansCellules(onglet, relation, this.parties)) continue;
      feuilles.push(await this.feuille(onglet, relation?.cible ?? '', principal.dates1904));
    }
    if (feuilles.length === 0) throw refus('sansFeuille');
    for (const [nom, reste] of this.parties) if (!this.lues.has(nom)) await verifier(this.octets, reste);
    return { feuilles, dates1904: principal.dates1904 };
  }

  private async feuille(onglet: Onglet, chemin: string, dates1904: boolean): Promise<Feuille> {
    const { chaines } = this.chaines;
    const lecteur = new LecteurFeuille(
      { chaines, formats: this.styles.codes, barres: this.styles.barres, dates1904 },
      this.budget,
    );
    // Deux onglets sur une même partie multiplieraient son contenu.
    if (this.lues.has(chemin) || !(await this.lire(chemin, 'worksheet', lecteur)))
      throw refus('feuilleAbsente');
    const totaux = new LecteurTotaux();
    if (lecteur.tableaux.size > 0) {
      for (const { id, cible } of await this.relations(chemin))
        if (lecteur.tableaux.has(id) && !this.lues.has(cible)) await this.lire(cible, 'table', totaux);
    }
    return { nom: onglet.nom, visibilite: onglet.visibilite, ...lecteur.terminer(totaux.lignes) };
  }

  private relations(de: string): Promise<Relation[]> {
    return lireRelations(this.octets, this.parties, de);
  }

  /** Faux : la partie manque. */
  private async lire(chemin: string, racine: string, receveur: Receveur): Promise<boolean> {
    const entree = this.parties.get(chemin);
    if (entree === undefined) return false;
    this.lues.add(chemin);
    await parcourir(this.octets, entree, { racine, espaces: CLASSEUR }, receveur);
    return true;
  }
}

/**
 * Une feuille de graphique ou de macro n'a pas de cellules ; un onglet d'un ancien module VBA n'a pas même de partie.
 * Une feuille visible dont la partie manque, elle, avait des données : le classeur est refusé.
 */
function sansCellules(
  { visibilite }: Onglet,
  relation: Relation | undefined,
  parties: ReadonlyMap<string, Entree>,
): boolean {
  if (relation === undefined || !relation.type.endsWith('/worksheet')) return true;
  return visibilite === 'tresMasquee' && !parties.has(relation.cible);
}
