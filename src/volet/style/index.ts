/** Pose le style du volet en une feuille construite : ni requête, ni élément `style`, la politique de contenu reste serrée. */
import { COMMUNS, COULEURS, MARQUE } from './jetons';
import { STYLE } from './style';

/** `light-dark()` suit le thème du poste, que la page déclare par `color-scheme`. */
function variables(): string {
  const teintes = Object.entries({ ...COULEURS, ...MARQUE }).map(
    ([nom, [clair, sombre]]) => `--${nom}:light-dark(${clair},${sombre})`,
  );
  const communs = Object.entries(COMMUNS).map(([nom, valeur]) => `--${nom}:${valeur}`);
  return `:root{color-scheme:light dark;${[...teintes, ...communs].join(';')}}`;
}

export function poserStyle(page: Document): void {
  const feuille = new CSSStyleSheet();
  feuille.replaceSync(variables() + STYLE);
  page.adoptedStyleSheets = [...page.adoptedStyleSheets, feuille];
}
