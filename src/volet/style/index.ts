/** Pose le style du volet en une feuille construite : ce que Fluent n'a pas. */
import { STYLE } from './style';

export function poserStyle(page: Document): void {
  const feuille = new CSSStyleSheet();
  feuille.replaceSync(STYLE);
  page.adoptedStyleSheets = [...page.adoptedStyleSheets, feuille];
}
