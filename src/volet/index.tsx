/** Volet provisoire : remplacé par le volet complet. */
export function monter(element: HTMLElement): void {
  element.textContent = 'Clas';
}
