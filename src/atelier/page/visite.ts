/**
 * La visite guidée : une carte non modale, à côté du travail. Elle ouvre l'exemple, y glisse une faute, puis suit
 * l'état réel ; Échap l'arrête. La grille et le volet restent utilisables tout du long.
 */
import type { Atelier } from './atelier';
import { ETAPES, EXEMPLE, FAUTE, fauter, type Etape, type Vue } from './etapes';

const RYTHME = 250;
const EUROS = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 2, useGrouping: false });

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
    private readonly atelier: Atelier,
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
    this.carte.addEventListener('keydown', (e) => {
      if (e.key === 'Escape') this.arreter();
    });
  }

  async commencer(): Promise<void> {
    clearInterval(this.minuteur);
    if (!(await this.atelier.ouvrirExemple(EXEMPLE))) return this.arreter();
    const hote = this.atelier.seance?.hote;
    const cout = hote?.lire(FAUTE.adresse)[0]?.[0]?.valeur;
    this.montant = typeof cout === 'number' ? EUROS.format(cout) : '';
    await hote?.saisir(FAUTE.adresse, fauter(this.montant));
    this.atelier.element('plan').before(this.carte);
    document.body.append(this.halo);
    this.rang = 0;
    this.montrer();
    this.titre.focus();
    this.minuteur = setInterval(() => this.regarder(), RYTHME);
  }

  noter(action: string): void {
    this.actions.add(action);
  }

  private vue(): Vue | null {
    const hote = this.atelier.seance?.hote;
    const volet = this.atelier.volet.document;
    return hote ? { hote, page: document, volet, actions: this.actions } : null;
  }

  /** L'étape finie, la suivante se dit sans prendre le focus : l'agent travaille dans la grille ou le volet. */
  private regarder(): void {
    const vue = this.vue();
    const etape = ETAPES[this.rang];
    if (!vue || !etape) return;
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
    const cible = vue && ETAPES[this.rang]?.cible(vue);
    if (!cible) {
      this.atelier.seance?.hote.selectionner(FAUTE.adresse);
      this.atelier.seance?.grille.entrer();
      return;
    }
    cible.scrollIntoView({ block: 'center' });
    if (cible.ownerDocument !== document) this.atelier.volet.entrer();
    (cible as HTMLElement).focus();
  }

  private arreter(): void {
    clearInterval(this.minuteur);
    this.carte.remove();
    this.halo.remove();
    this.surFin();
    this.atelier.element('visite').focus();
  }
}

function creerBouton(texte: string, geste: () => void): HTMLButtonElement {
  const bouton = document.createElement('button');
  bouton.type = 'button';
  bouton.textContent = texte;
  bouton.addEventListener('click', geste);
  return bouton;
}
