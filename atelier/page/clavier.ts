/**
 * Au clavier : F6 et Maj+F6 passent du ruban à la grille, puis au volet, comme dans Excel. Dans la grille, Tab reste
 * la cellule suivante.
 */

export interface Region {
  contient(element: Element): boolean;
  entrer(): void;
}

/** À brancher sur la page, et sur le cadre du volet à chaque chargement : un cadre garde ses touches pour lui. */
export function suivreF6(fenetre: Window, regions: readonly Region[], ici: () => Element | null): void {
  fenetre.addEventListener('keydown', (e) => {
    if (e.key !== 'F6') return;
    e.preventDefault();
    const actif = ici();
    const rang = actif ? regions.findIndex((region) => region.contient(actif)) : -1;
    const pas = e.shiftKey ? regions.length - 1 : 1;
    regions[(Math.max(rang, 0) + (rang < 0 ? 0 : pas)) % regions.length]?.entrer();
  });
}
