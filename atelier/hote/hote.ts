import { Classeur } from './classeur/classeur';
import { remettre } from './classeur/ecriture';
import { MembreInconnu } from './classeur/erreurs';
import { EVENEMENTS, Evenements, type Entree } from './classeur/evenements';
import type { FeuilleHote, PlageHote } from './classeur/modele';
import { FonctionsPersonnalisees, type FonctionDeclaree } from './fonctions';
import { Gestes } from './gestes';
import type { Cellule, FonctionsDeGrille, GrilleHote } from './grille/types';
import { Journal, type AllerRetour, type Panne } from './journal';
import type { Services } from './protocole/classes/services';
import { mineure, verifierVersion } from './protocole/versions';
import { Transport } from './transport';

/** Les trois Excel dont l'hôte fait tourner la bibliothèque authentique. */
export type Plateforme = 'Mac' | 'Web' | 'Win32';

export interface OptionsHote {
  readonly langue?: string;
  readonly plateforme?: Plateforme;
  readonly limiteOctets?: number;
  readonly cellulesVides?: 0 | null;
  /** Pendant qu'une fonction personnalisée recalcule : #OCCUPÉ! (par défaut), ou le résultat d'avant. */
  readonly pendantLeCalcul?: 'occupe' | 'ancienne';
  /** Un membre inconnu crie toujours dans la console ; un test peut vouloir le recueillir. */
  readonly surInconnu?: (erreur: MembreInconnu) => void;
  /** Construction d'Excel (« 18129 » de 16.0.18129.20158) ; Excel 2021 est la 14332. */
  readonly construction?: number;
  /** Le complément montre ou cache son volet. */
  readonly surVolet?: (visible: boolean) => void;
  /** Le complément demande à ouvrir un classeur neuf (Excel.createWorkbook). */
  readonly surClasseurCree?: (base64: string) => void;
}

type Ecouteur = (id: number, charge: unknown) => void;

/** Méthode 93 et événement 33 : le canal de toutes les requêtes et de tous les messages. */
const REQUETE = 93;
const MESSAGES = 33;
const SELECTION_DOCUMENT = 2;
/** Commande de ruban : événement 39, réponse par la méthode 94 (event.completed). */
const COMMANDE = 39;
const COMMANDE_FINIE = 94;
/** ExcelApi 1.19 annule ce que font les compléments. doc : excel/excel-add-ins-undo-capabilities */
const ANNULER = 19;
/** doc : office/dev/add-ins/testing/application-specific-api-error-handling (OperationCellsExceedLimit) */
const CELLULES_DU_WEB = 33_554_000;
/** Avant elle, chaque résultat d'une fonction personnalisée vide la liste « Annuler ». office-js#2543 */
const CALCULS_ANNULABLES = 17_003;
const CINQ_MO = 5 * 1024 * 1024;

/** Un Excel émulé : un classeur, les requêtes du complément, les gestes de l'agent. */
export class Hote {
  readonly langue: string;
  /** Office.js garde les réglages du document sous ce nom, pour tout l'onglet du navigateur. */
  readonly instance = crypto.randomUUID();
  readonly classeur: Classeur;
  readonly agent: Gestes;
  readonly coauteur: Gestes;
  readonly fonctions: FonctionsPersonnalisees;
  readonly journal = new Journal();
  /** Membres que l'hôte n'a pas su jouer ; `fermer` refuse de les taire. */
  readonly inconnus: MembreInconnu[] = [];
  volet: 'Visible' | 'Hidden' = 'Visible';
  actionsPretes = false;
  /** Version d'ExcelApi déclarée à la page ; au-delà, l'hôte répond ApiNotFound. */
  versionExcelApi = '1.14';
  /** Numéro de construction d'Excel : d'elle dépend ce qu'un calcul fait à la liste « Annuler ». */
  readonly construction: number;
  readonly plateforme: Plateforme;
  /** Faux : un autre classeur a pris la main (InactiveWorkbook). */
  auPremierPlan = true;
  private readonly inconnu: (erreur: MembreInconnu) => void;
  private readonly surVolet: OptionsHote['surVolet'];
  private panneReglages = false;
  private readonly commandes = new Map<string, () => void>();
  private readonly transport: Transport;
  private readonly ecouteurs = new Map<number, Set<Ecouteur>>();

  constructor(creerGrille: (fonctions: FonctionsDeGrille) => GrilleHote, options: OptionsHote = {}) {
    this.langue = options.langue ?? 'fr-FR';
    this.plateforme = options.plateforme ?? 'Win32';
    this.surVolet = options.surVolet;
    this.construction = options.construction ?? 18_129;
    const diffuser = (entrees: readonly Entree[]): void => this.diffuser(MESSAGES, entrees);
    this.fonctions = new FonctionsPersonnalisees(
      diffuser,
      () => void this.apresResultats(),
      options.cellulesVides === undefined ? 0 : options.cellulesVides,
      options.pendantLeCalcul === 'ancienne',
    );
    const grille = creerGrille(this.fonctions);
    this.classeur = new Classeur(grille, new Evenements(diffuser), options.surClasseurCree);
    if (this.plateforme === 'Web') this.classeur.cellulesParOperation = CELLULES_DU_WEB;
    this.agent = new Gestes(this.classeur, 'agent', () => this.actualiser());
    this.coauteur = new Gestes(this.classeur, 'coauteur', () => this.actualiser());
    this.inconnu = (erreur) => {
      this.inconnus.push(erreur);
      if (options.surInconnu) options.surInconnu(erreur);
      else console.error(erreur.message);
    };
    this.transport = new Transport(
      this.classeur,
      this.services(),
      this.journal,
      { limiteOctets: options.limiteOctets ?? CINQ_MO },
      {
        inconnu: this.inconnu,
        verifier: (classe, membre) => verifierVersion(classe, membre, this.versionExcelApi),
        auPremierPlan: () => this.auPremierPlan,
        annuleLesComplements: () => mineure(this.versionExcelApi) >= ANNULER,
      },
      () => this.fonctions.vider(),
    );
    this.suivreEcran(grille);
  }

  // — Ce qu'appelle le pont —

  executer(id: number, parametres: readonly unknown[], rappel: (reponse: unknown) => void): void {
    if (id === COMMANDE_FINIE) {
      this.commandes.get(String(parametres[0]))?.();
      rappel({ toArray: () => [0] });
      return;
    }
    if (id !== REQUETE) {
      this.surprise(`méthode ${id}`);
      rappel(5001);
      return;
    }
    const message = parametres[0] as readonly unknown[];
    void this.transport.traiter(String(message[4]), Number(message[6])).then(rappel);
  }

  /** Ce que la page demande et que l'hôte ne joue pas : dit tout de suite, et à la fermeture. */
  surprise(quoi: string): void {
    this.inconnu(new MembreInconnu(quoi));
  }

  inscrire(id: number, _cible: string, ecouteur: Ecouteur, rappel: (code: number) => void): void {
    const ensemble = this.ecouteurs.get(id) ?? new Set();
    this.ecouteurs.set(id, ensemble.add(ecouteur));
    rappel(0);
  }

  desinscrire(id: number, _cible: string, rappel: (code: number) => void): void {
    this.ecouteurs.delete(id);
    rappel(0);
  }

  // — Les gestes de l'agent —

  /** « Projets!N7 » ou « 'Bonus versés'!A1:B2 ». */
  plage(adresse: string): PlageHote {
    return this.agent.plage(adresse);
  }

  feuille(nom: string): FeuilleHote {
    const trouvee = this.classeur.trouverFeuille(nom);
    if (!trouvee) throw new Error(`feuille inconnue : ${nom}`);
    return trouvee;
  }

  saisir(adresse: string, contenu: string | number | boolean | null): Promise<void> {
    return this.agent.saisir(adresse, contenu);
  }

  /** Ctrl+Z ; faux quand il n'y a rien à annuler. L'événement est celui d'une frappe : à mesurer dans un vrai Excel. */
  async annuler(): Promise<boolean> {
    return this.remettre(this.classeur.annulation.annuler());
  }

  /** Ctrl+Y. */
  async retablir(): Promise<boolean> {
    return this.remettre(this.classeur.annulation.retablir());
  }

  private async remettre(changements: ReturnType<Classeur['annulation']['annuler']>): Promise<boolean> {
    if (!changements) return false;
    remettre(this.classeur, changements);
    await this.actualiser();
    return true;
  }

  /** F9 : recalcule même en mode manuel. */
  async recalculer(): Promise<void> {
    await this.classeur.mettreAJour(true);
    this.fonctions.vider();
  }

  /** L'agent ferme le volet ou le rouvre. doc : office/office.addin#onVisibilityModeChanged */
  montrerVolet(visible: boolean): void {
    this.volet = visible ? 'Visible' : 'Hidden';
    this.surVolet?.(visible);
    this.diffuser(MESSAGES, [[65_536, EVENEMENTS.volet, '', JSON.stringify({ visibility: this.volet })]]);
  }

  selectionner(adresse: string): void {
    this.classeur.selectionner(this.plage(adresse), 'agent');
    this.diffuserSelection();
  }

  commencerEdition(): void {
    this.transport.commencerEdition();
  }

  get enEdition(): boolean {
    return this.transport.enEdition;
  }

  finirEdition(): void {
    this.transport.finirEdition();
  }

  /** Bouton de ruban (ExecuteFunction) ; fini quand le complément appelle event.completed(). doc : office/office.actions#associate */
  commande(nom: string): Promise<void> {
    const id = `commande-${this.commandes.size + 1}`;
    const fin = new Promise<void>((finir) => this.commandes.set(id, finir));
    const evenement = JSON.stringify({ source: { id: nom } });
    this.diffuser(COMMANDE, [id, nom, evenement]);
    return fin;
  }

  // — Ce que lisent les tests —

  lire(adresse: string): Cellule[][] {
    return this.classeur.lire(this.plage(adresse));
  }

  declarerFonctions(liste: readonly FonctionDeclaree[], erreurs = false): void {
    this.fonctions.declarer(liste, erreurs);
  }

  /** Calcule, puis attend que toutes les fonctions personnalisées aient répondu ; le délai ne vise que celle qui ne répondrait jamais. */
  async repos(delai = 60_000): Promise<void> {
    const fin = Date.now() + delai;
    await this.actualiser();
    // Un résultat peut en demander d'autres : fonctions enchaînées.
    while (this.fonctions.enAttente > 0) {
      if (Date.now() > fin) throw new Error(`${this.fonctions.enAttente} fonction(s) sans réponse`);
      await new Promise((resoudre) => setTimeout(resoudre, 10));
      if (this.fonctions.enAttente === 0) await this.actualiser();
    }
  }

  /** Le prochain enregistrement des réglages du document échouera. doc : office/office.settings#saveAsync */
  prevoirPanneReglages(): void {
    this.panneReglages = true;
  }

  prendrePanneReglages(): boolean {
    const prevue = this.panneReglages;
    this.panneReglages = false;
    return prevue;
  }

  prevoirPanne(rang: number, panne: Panne): void {
    this.journal.prevoir(rang, panne);
  }

  /** Les allers-retours d'une opération. */
  async pendant(operation: () => Promise<unknown>): Promise<readonly AllerRetour[]> {
    const debut = this.journal.allersRetours.length;
    await operation();
    return this.journal.allersRetours.slice(debut);
  }

  fermer(): void {
    this.ecouteurs.clear();
    this.classeur.grille.fermer();
    if (this.inconnus.length > 0)
      throw new AggregateError(this.inconnus, this.inconnus.map(({ message }) => message).join('\n'));
  }

  async actualiser(): Promise<void> {
    await this.classeur.mettreAJour();
    this.fonctions.vider();
  }

  /** Un résultat arrivé se pose même en calcul manuel ; onCalculated le suit. office-js#587 */
  private async apresResultats(): Promise<void> {
    await this.recalculer();
  }

  private services(): Services {
    return {
      actionsPretes: () => void (this.actionsPretes = true),
      fonctionsPretes: () => this.fonctions.marquerPretes(),
      resultats: (liste) => {
        if (this.construction < CALCULS_ANNULABLES) this.classeur.annulation.vider();
        this.fonctions.recevoir(liste);
      },
      volet: (etat) => this.montrerVolet(etat === 'Visible'),
      etatVolet: () => this.volet,
    };
  }

  /** Les gestes faits dans une grille visible valent ceux de `saisir` et `selectionner`. */
  private suivreEcran(grille: GrilleHote): void {
    grille.surSaisie(({ feuille, rect, avant }) => {
      const cible = this.classeur.feuilles.find(({ id }) => id === feuille);
      if (!cible) return;
      this.classeur.saisieVue({ feuille: cible, rect }, avant);
      void this.actualiser();
    });
    grille.surSelection((feuille, rect) => {
      const cible = this.classeur.feuilles.find(({ id }) => id === feuille);
      if (!cible) return;
      this.classeur.selectionVue(cible, rect);
      this.diffuserSelection();
    });
  }

  private diffuserSelection(): void {
    this.diffuser(SELECTION_DOCUMENT, []);
  }

  /** Les messages voyagent en tableau à dérouler (SafeArray). */
  private diffuser(id: number, charge: readonly unknown[]): void {
    for (const ecouteur of this.ecouteurs.get(id) ?? []) ecouteur(id, { toArray: () => charge });
  }
}
