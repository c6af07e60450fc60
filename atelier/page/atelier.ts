/** Ce qui relie la page : ouvrir, enregistrer, ruban, volet, visite. */
import { ErreurClasseur } from '../../src/dossier/formes/erreurs';
import type { Metadonnees } from '../hote/fonctions';
import { Cadre } from './cadre';
import { suivreF6, type Region } from './clavier';
import { demanderAvantDePerdre } from './demande';
import { EXEMPLE } from './etapes';
import { lireFichier, nomDeCopie, surFichier, telecharger, type Fichier } from './fichiers';
import { afficherRuban, lireRuban, type Action } from './ruban';
import { Seance } from './seance';
import { Visite } from './visite';

async function demander(adresse: string): Promise<Response> {
  const reponse = await fetch(adresse);
  if (!reponse.ok) throw new Error(`${adresse} : ${reponse.status}`);
  return reponse;
}
const octetsDe = async (adresse: string): Promise<Uint8Array> =>
  new Uint8Array(await (await demander(adresse)).arrayBuffer());

type Ton = 'information' | 'echec' | 'explication';

export class Atelier {
  seance: Seance | null = null;
  readonly volet: Cadre;
  private fonctions: Metadonnees = { functions: [] };
  private visite: Visite | null = null;
  private ouverture: Promise<boolean> = Promise.resolve(true);

  constructor(private readonly page: Document) {
    const regions = this.regions();
    const ici = (): Element | null => page.activeElement;
    this.volet = new Cadre(
      this.element('volet'),
      (visible) => {
        const bouton = this.element('ruban').querySelector('[data-action="volet"]');
        if (bouton) bouton.ariaExpanded = String(visible);
      },
      (fenetre) => suivreF6(fenetre, regions, ici),
    );
    suivreF6(window, regions, ici);
  }

  async demarrer(): Promise<void> {
    const [manifeste, declarees, depart] = await Promise.all([
      demander('/manifest.xml').then((r) => r.text()),
      demander('/fonctions.json').then((r) => r.json() as Promise<Metadonnees>),
      demander('/classeur.json').then((r) => r.json() as Promise<{ nom: string }>),
    ]);
    this.fonctions = declarees;
    afficherRuban(this.element('ruban'), lireRuban(manifeste), (action) => void this.agir(action));
    this.brancher();
    await this.ouvrir(async () => ({ nom: depart.nom, octets: await octetsDe('/classeur.xlsx') }));
  }

  ouvrirExemple(nom: string): Promise<boolean> {
    return this.ouvrir(async () => ({ nom, octets: await octetsDe(`/exemples/${encodeURIComponent(nom)}`) }));
  }

  dire(phrase: string, ton: Ton = 'information', ...suite: Node[]): void {
    const etat = this.element('etat');
    etat.className = `etat ${ton}`;
    etat.replaceChildren(phrase, ...suite);
  }

  element(id: string): HTMLElement {
    const element = this.page.getElementById(id);
    if (!element) throw new Error(`élément absent de la page : ${id}`);
    return element;
  }

  /** Une ouverture à la fois ; vrai si le classeur est ouvert. */
  private ouvrir(lire: () => Promise<Fichier>): Promise<boolean> {
    this.ouverture = this.ouverture.then(() => this.ouvrirUn(lire));
    return this.ouverture;
  }

  private async ouvrirUn(lire: () => Promise<Fichier>): Promise<boolean> {
    try {
      if (!(await this.peutFermer())) return false;
      this.dire('Ouverture du classeur…');
      const { nom, octets } = await lire();
      const surveillance = {
        volet: (visible: boolean) => this.volet.montrer(visible),
        classeurCree: (nouveau: Uint8Array) => this.proposer(nouveau),
        expliquer: (phrase: string | null) => this.expliquer(phrase),
        protegee: (phrase: string, oter: () => void) =>
          this.dire(
            phrase,
            'echec',
            this.bouton('Ôter la protection', () => {
              oter();
              this.dire('La feuille n’est plus protégée.');
            }),
          ),
      };
      const fermer = (): void => {
        this.visite?.arreter();
        this.volet.fermer();
        this.seance?.fermer();
        this.seance = null;
      };
      this.seance = await Seance.ouvrir(
        octets,
        nom,
        this.element('grille'),
        this.fonctions,
        surveillance,
        fermer,
      );
      this.element('nom').textContent = nom;
      this.page.title = `${nom} — Atelier Clas`;
      await this.volet.charger(this.seance.hote);
      this.dire(`« ${nom} » est ouvert. Rien ne quitte ce poste.`);
      this.page.documentElement.dataset['pret'] = nom;
      return true;
    } catch (erreur) {
      if (!(erreur instanceof ErreurClasseur)) console.error(erreur);
      this.dire(
        erreur instanceof ErreurClasseur ? erreur.message : 'Ce classeur n’a pas pu être ouvert.',
        'echec',
      );
      return false;
    }
  }

  /** Rien à perdre, ou l'agent a choisi. */
  private async peutFermer(): Promise<boolean> {
    const { seance } = this;
    if (!seance) return true;
    await seance.valider();
    if (!seance.modifiee) return true;
    const choix = await demanderAvantDePerdre(this.page, seance.nom);
    return choix === 'enregistrer' ? this.enregistrer(seance) : choix === 'ouvrir';
  }

  private async enregistrer(seance: Seance): Promise<boolean> {
    try {
      const nom = nomDeCopie(seance.nom);
      telecharger({ nom, octets: await seance.enregistrer() });
      this.dire(`Copie remise au navigateur : « ${nom} », dans les téléchargements.`);
      return true;
    } catch (erreur) {
      console.error(erreur);
      this.dire('La copie n’a pas pu être faite ; le classeur reste ouvert.', 'echec');
      return false;
    }
  }

  /** La phrase d'une cellule en erreur reste dite tant que la cellule est choisie. */
  private expliquer(phrase: string | null): void {
    if (phrase !== null) this.dire(phrase, 'explication');
    else if (this.element('etat').classList.contains('explication')) this.dire('');
  }

  /** Dans l'ordre de F6. */
  private regions(): readonly Region[] {
    const dans = (id: string) => (element: Element) => this.element(id).contains(element);
    return [
      { contient: dans('ruban'), entrer: () => this.element('ruban').querySelector('button')?.focus() },
      {
        // La zone de frappe d'Univer n'est pas dans la grille, mais posée dans la page.
        contient: (element) => dans('grille')(element) || element.matches('[data-u-comp="editor"]'),
        entrer: () => this.seance?.grille.entrer(),
      },
      { contient: dans('volet'), entrer: () => this.volet.entrer() },
    ];
  }

  private async agir(action: Action): Promise<void> {
    if (action.type === 'volet') this.volet.montrer(!this.volet.visible);
    else {
      await this.seance?.valider();
      void this.seance?.hote.commande(action.nom);
    }
    this.visite?.noter(action.type === 'volet' ? 'volet' : action.nom);
  }

  private bouton(texte: string, geste: () => void): HTMLElement {
    const rendu = this.page.createElement('button');
    rendu.type = 'button';
    rendu.textContent = texte;
    rendu.addEventListener('click', geste);
    return rendu;
  }

  /** Excel ouvrirait une fenêtre de plus ; ici, l'agent choisit. */
  private proposer(octets: Uint8Array): void {
    const nom = 'Classeur2.xlsx';
    this.dire(
      'Excel ouvrirait ici un classeur neuf.',
      'information',
      this.bouton(
        'L’ouvrir à la place de celui-ci',
        () => void this.ouvrir(() => Promise.resolve({ nom, octets })),
      ),
      this.bouton('L’enregistrer', () => telecharger({ nom, octets })),
    );
  }

  /** Ouvrir l'exemple arrête une visite en cours : elle repart du début. */
  private async visiter(): Promise<void> {
    if (!(await this.ouvrirExemple(EXEMPLE)) || !this.seance) return;
    this.visite = new Visite(this, this.seance, () => (this.visite = null));
    await this.visite.commencer();
  }

  private brancher(): void {
    const champ = this.element('fichier') as HTMLInputElement;
    const exemples = this.element('exemples') as HTMLSelectElement;
    surFichier(champ, this.element('grille'), (fichier) => void this.ouvrir(() => lireFichier(fichier)));
    this.element('ouvrir').addEventListener('click', () => champ.click());
    this.element('enregistrer').addEventListener('click', () => {
      if (this.seance) void this.enregistrer(this.seance);
    });
    exemples.addEventListener('change', () => {
      void this.ouvrirExemple(exemples.value);
      exemples.selectedIndex = 0;
    });
    this.element('grille').addEventListener('focus', () => this.seance?.grille.entrer());
    this.element('visite').addEventListener('click', () => void this.visiter());
  }
}
