/** Le vrai volet, construit pour Excel, dans un cadre de la même origine ; la page lui tend le pont vers l'Excel émulé. */
import { poserPontRecent, type FenetreHote } from '../hote/amorce';
import type { Hote } from '../hote/hote';

declare global {
  interface Window {
    /** Appelé par pont.js dans le cadre, avant office.js. */
    poserPont?: (fenetre: FenetreHote) => void;
  }
}

const LARGEUR_MIN = 280;

export class Cadre {
  private cadre: HTMLIFrameElement | null = null;
  private readonly separateur: HTMLElement;

  constructor(
    private readonly zone: HTMLElement,
    private readonly surVisible: (visible: boolean) => void,
    private readonly surCharge: (fenetre: Window) => void,
  ) {
    this.separateur = creerSeparateur(zone);
  }

  /** Une page neuve à chaque classeur, comme Excel recharge le complément. */
  charger(hote: Hote): Promise<void> {
    this.fermer();
    window.poserPont = (fenetre) => poserPontRecent(fenetre, hote);
    const cadre = document.createElement('iframe');
    cadre.title = 'Volet Clas';
    cadre.src = '/volet.html';
    this.cadre = cadre;
    const charge = new Promise<void>((fini) => {
      cadre.addEventListener('load', () => {
        if (cadre.contentWindow) this.surCharge(cadre.contentWindow);
        fini();
      });
    });
    this.zone.append(cadre);
    this.montrer(true);
    return charge;
  }

  fermer(): void {
    this.cadre?.remove();
    this.cadre = null;
  }

  get document(): Document | null {
    return this.cadre?.contentDocument ?? null;
  }

  get boite(): DOMRect | null {
    return this.visible ? (this.cadre?.getBoundingClientRect() ?? null) : null;
  }

  get visible(): boolean {
    return !this.zone.hidden;
  }

  montrer(visible: boolean): void {
    this.zone.hidden = !visible;
    this.separateur.hidden = !visible;
    this.surVisible(visible);
  }

  entrer(): void {
    this.cadre?.focus();
    this.cadre?.contentWindow?.focus();
  }
}

/** Barre entre grille et volet : à la souris, ou aux flèches quand elle a le focus. */
function creerSeparateur(zone: HTMLElement): HTMLElement {
  const barre = document.createElement('div');
  barre.className = 'separateur';
  barre.tabIndex = 0;
  barre.role = 'separator';
  barre.ariaOrientation = 'vertical';
  barre.ariaLabel = 'Largeur du volet';
  const fixer = (largeur: number): void => {
    const bornee = Math.round(Math.min(Math.max(largeur, LARGEUR_MIN), window.innerWidth / 2));
    document.documentElement.style.setProperty('--largeur-volet', `${bornee}px`);
    barre.ariaValueNow = String(bornee);
  };
  barre.ariaValueNow = '416';
  barre.addEventListener('keydown', (e) => {
    const pas = e.key === 'ArrowLeft' ? 24 : e.key === 'ArrowRight' ? -24 : 0;
    if (pas === 0) return;
    e.preventDefault();
    fixer(zone.getBoundingClientRect().width + pas);
  });
  barre.addEventListener('pointerdown', (e) => barre.setPointerCapture(e.pointerId));
  barre.addEventListener('pointermove', (e) => {
    if (barre.hasPointerCapture(e.pointerId)) fixer(window.innerWidth - e.clientX);
  });
  zone.before(barre);
  return barre;
}
