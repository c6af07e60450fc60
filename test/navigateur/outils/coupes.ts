/** Les textes coupés par ce qui les contient, ou qui en sortent ; ce qui défile seul et ce qui s'abrège exprès n'en sont pas. */
import type { Page } from 'playwright-core';

export const coupes = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const dits = new Set<string>();
    const MARGE = 1;
    const BOITES = '.fui-Badge, .fui-Button, .fui-Card, .fui-MessageBar, .fui-DialogSurface, [role=menu]';
    const textes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let noeud = textes.nextNode(); noeud; noeud = textes.nextNode()) {
      const porteur = noeud.parentElement;
      if (!porteur?.checkVisibility({ visibilityProperty: true }) || porteur.closest('.cache, [role=region]'))
        continue;
      const etendue = document.createRange();
      etendue.selectNodeContents(noeud);
      for (const r of etendue.getClientRects()) {
        const dire = (boite: DOMRect): void =>
          void dits.add(
            `« ${noeud.textContent ?? ''} » ${Math.round(r.left)}–${Math.round(r.right)}, dans ${Math.round(boite.left)}–${Math.round(boite.right)}`,
          );
        if (r.width < 1) continue;
        if (r.left < -MARGE || r.right > document.documentElement.clientWidth + MARGE) dire(r);
        const boite = porteur.closest(BOITES);
        const b = boite?.getBoundingClientRect();
        if (b && (r.left < b.left - MARGE || r.right > b.right + MARGE)) dire(b);
        // une pastille ou un bouton trop bas laisse sortir la seconde ligne
        if (b && boite?.matches('.fui-Badge, .fui-Button') && r.bottom > b.bottom + 2 * MARGE) dire(b);
      }
    }
    return [...dits];
  });
