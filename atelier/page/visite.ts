/**
 * La visite guidée : une carte non modale, à côté du travail. Elle ouvre l'exemple, y glisse une faute, puis suit
 * l'état réel ; Échap l'arrête. La grille et le volet restent utilisables tout du long.
 */
import type { Cadre } from './cadre';
import { ETAPES, FAUTE, fauter, type Etape, type Vue } from './etapes';
import type { Seance } from './seance';

const RYTHME = 250;
const EUROS = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 2, useGrouping: false });

/** Ce que la visite montre de la page qui l'accueille. */
interface Accueil {
  element(id: string): HTMLElement;
  readonly volet: Cadre;
}

export class Visite {
  private readonly carte = document.createElement('section');
  private readonly halo = document.createElement('div');
  private readonly titre = document.createElement('h2');
  private readonly texte = document.createElement('p');
  private readonly pas = document.createElement('ol');
  private readonly actions = new Set<string>();
  private montant = '';
  private rang = 0;
  private minuteur: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly atelier: Accueil,
    private readonly seance: Seance,
    private readonly surFin: () => void,
  ) {
    this.carte.className = 'visite';
    this.carte.setAttribute('aria-labelledby', 'titre-visite');
    this.titre.id = 'titre-visite';
    this.titre.tabIndex = -1;
    this.texte.setAttribute('aria-live', 'polite');
    this.pas.className = 'pas';
    this.pas.ariaHidden = 'true';
    this.pas.append(...ETAPES.map(() => document.createElement('li')));
    this.halo.className = 'halo';
    this.halo.hidden = true;
    const gestes = document.createElement('div');
    gestes.className = 'gestes';
    gestes.append(
      creerBouton('Y aller', () => this.yAller()),
      creerBouton('Arrêter la visite', () => this.arreter()),
    );
    this.carte.append(this.pas, this.titre, this.texte, gestes);
  }

  async commencer(): Promise<void> {
    const { hote } = this.seance;
    const cout = hote.lire(FAUTE.adresse)[0]?.[0]?.valeur;
    this.montant = typeof cout === 'number' ? EUROS.format(cout) : '';
    await hote.saisir(FAUTE.adresse, fauter(this.montant));
    // La faute est à nous : l'agent n'y perdrait rien.
    this.seance.modifiee = false;
    this.atelier.element('plan').before(this.carte);
    document.body.append(this.halo);
    this.rang = 0;
    this.montrer();
    this.titre.focus();
    this.minuteur = setInterval(() => this.regarder(), RYTHME);
    window.addEventListener('keydown', this.surTouche);
  }

  /** Dans la grille, Échap annule la frappe ; dans une boîte, il la ferme. */
  private readonly surTouche = (e: KeyboardEvent): void => {
    const ailleurs = e.target instanceof Element && e.target.closest('#grille, dialog, [data-u-comp]');
    if (e.key === 'Escape' && !ailleurs) this.arreter();
  };

  noter(action: string): void {
    this.actions.add(action);
  }

  private vue(): Vue {
    const volet = this.atelier.volet.document;
    return { hote: this.seance.hote, page: document, volet, actions: this.actions };
  }

  /** L'étape finie, la suivante se dit sans prendre le focus : l'agent travaille dans la grille ou le volet. */
  private regarder(): void {
    const vue = this.vue();
    const etape = ETAPES[this.rang];
    if (!etape) return;
    if (etape.fait(vue)) {
      this.rang += 1;
      this.actions.clear();
      this.montrer();
    }
    const suivante = ETAPES[this.rang];
    if (suivante) this.eclairer(suivante, vue);
  }

  private montrer(): void {
    const etape = ETAPES[this.rang];
    [...this.pas.children].forEach((pas, i) => pas.classList.toggle('fait', i < this.rang));
    if (etape) {
      this.titre.textContent = `Étape ${this.rang + 1} sur ${ETAPES.length} : ${etape.titre}`;
      this.texte.textContent = etape.texte(this.montant);
      return;
    }
    clearInterval(this.minuteur);
    this.halo.hidden = true;
    this.titre.textContent = 'Visite terminée';
    this.texte.textContent =
      'Le fichier est prêt : « Télécharger », dans le volet, l’enregistre. Le classeur reste ouvert pour essayer.';
  }

  /** Le halo entoure la cible, dans la page ou dans le cadre du volet, sans rien y poser. */
  private eclairer(etape: Etape, vue: Vue): void {
    const cible = etape.cible(vue);
    const boite = cible?.getBoundingClientRect();
    const cadre = cible && cible.ownerDocument !== document ? this.atelier.volet.boite : null;
    const ou = boite && { haut: boite.top + (cadre?.top ?? 0), gauche: boite.left + (cadre?.left ?? 0) };
    const dedans = !cadre || (ou && ou.haut >= cadre.top && ou.haut + (boite?.height ?? 0) <= cadre.bottom);
    this.halo.hidden = !boite || boite.width === 0 || !dedans;
    if (!boite || !ou) return;
    Object.assign(this.halo.style, {
      top: `${ou.haut - 5}px`,
      left: `${ou.gauche - 5}px`,
      width: `${boite.width + 10}px`,
      height: `${boite.height + 10}px`,
    });
  }

  /** Porte le focus sur ce qu'il faut actionner : au clavier, nul besoin de le chercher. */
  private yAller(): void {
    const vue = this.vue();
    const cible = ETAPES[this.rang]?.cible(vue);
    if (!cible) {
      this.seance.hote.selectionner(FAUTE.adresse);
      this.seance.grille.entrer();
      return;
    }
    cible.scrollIntoView({ block: 'center' });
    if (cible.ownerDocument !== document) this.atelier.volet.entrer();
    (cible as HTMLElement).focus();
  }

  /** Par l'agent, ou parce qu'un autre classeur s'ouvre. */
  arreter(): void {
    clearInterval(this.minuteur);
    window.removeEventListener('keydown', this.surTouche);
    const rendre = this.carte.contains(document.activeElement) || document.activeElement === document.body;
    this.carte.remove();
    this.halo.remove();
    this.surFin();
    if (rendre) this.atelier.element('visite').focus();
  }
}

function creerBouton(texte: string, geste: () => void): HTMLButtonElement {
  const bouton = document.createElement('button');
  bouton.type = 'button';
  bouton.textContent = texte;
  bouton.addEventListener('click', geste);
  return bouton;
}
