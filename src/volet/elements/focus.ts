/** Le focus quand l'élément qui l'avait disparaît : sans reprise, le clavier repartirait du début de la page. */
import { useEffect, useRef, type RefObject } from 'react';

/** Rend le focus à `cible` ; jamais à qui l'a mis ailleurs, ni quand l'agent frappe dans la grille. */
export function useFocusRepris(cible: RefObject<HTMLElement | null>): void {
  const dernier = useRef<Element | null>(null);
  useEffect(() => {
    const noter = (e: FocusEvent): void => {
      dernier.current = e.target as Element;
    };
    document.addEventListener('focusin', noter);
    return () => document.removeEventListener('focusin', noter);
  }, []);
  useEffect(() => {
    const perdu = document.activeElement === document.body && dernier.current?.isConnected === false;
    if (!perdu || !document.hasFocus()) return;
    dernier.current = null;
    cible.current?.focus({ preventScroll: true });
  });
}
