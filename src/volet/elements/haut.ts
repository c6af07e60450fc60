/** Le haut du volet, qui reste à l'écran quand il défile : sa hauteur est réservée, il ne couvre jamais le focus. */
import { useEffect, type RefObject } from 'react';

const ECART = 4;

export function useHautReserve(haut: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = haut.current;
    if (!element) return undefined;
    const guetteur = new ResizeObserver(() => {
      document.documentElement.style.scrollPaddingBlockStart = `${element.offsetHeight + ECART}px`;
      degager(element);
    });
    guetteur.observe(element);
    return () => guetteur.disconnect();
  }, [haut]);
}

/** Un message vient de s'ouvrir : ce qui a le focus sort de dessous ; ce que l'agent a laissé hors de l'écran y reste. */
function degager(haut: HTMLElement): void {
  const tenu = document.activeElement;
  if (!tenu || haut.contains(tenu)) return;
  const limite = haut.getBoundingClientRect().bottom;
  const { top, bottom } = tenu.getBoundingClientRect();
  if ([top, bottom].some((bord) => bord > 0 && bord < limite)) tenu.scrollIntoView({ block: 'nearest' });
}
