import { MembreInconnu } from '../classeur/erreurs';
import type { Json } from '../classeur/modele';
import type { Objet } from './classe';
import type { RequeteLoad } from './requete';

/** Arbre des propriétés demandées : « format/fill/color » et « items/name ». */
interface Arbre {
  tout: boolean;
  readonly enfants: Map<string, Arbre>;
}

type Verifier = (classe: string, membre: string) => void;

const INTERNES = ['_ReferenceId', '_Id'];

function arbre(chemins: readonly string[]): Arbre {
  const racine: Arbre = { tout: false, enfants: new Map() };
  for (const chemin of chemins) {
    let courant = racine;
    for (const segment of chemin
      .split('/')
      .map((texte) => texte.trim())
      .filter(Boolean)) {
      if (segment === '*') {
        courant.tout = true;
        break;
      }
      if (segment === '$none') break;
      const suivant = courant.enfants.get(segment) ?? { tout: false, enfants: new Map<string, Arbre>() };
      courant.enfants.set(segment, suivant);
      courant = suivant;
    }
  }
  return racine;
}

function pascal(nom: string): string {
  return nom.startsWith('_') ? nom : nom.charAt(0).toUpperCase() + nom.slice(1);
}

/** Réponse d'une action « charger ». doc : office/dev/add-ins/develop/application-specific-api-model#load */
export function charger(objet: Objet, requete: RequeteLoad, verifier: Verifier): Json {
  const chemins = [...(requete.Select ?? []), ...(requete.Expand ?? []).map((chemin) => `${chemin}/*`)];
  const demande = arbre(chemins);
  if (chemins.length === 0) demande.tout = true;
  return rendre(objet, demande, requete, verifier);
}

function rendre(objet: Objet, demande: Arbre, page: RequeteLoad, verifier: Verifier): Json {
  const valeurs: { [cle: string]: Json } = { ...objet.identite() };
  if (objet.elements) {
    const debut = page.Skip ?? 0;
    const elements = objet.elements().slice(debut, page.Top === undefined ? undefined : debut + page.Top);
    const parElement = demandeDesElements(demande);
    if (parElement) valeurs['_Items'] = elements.map((element) => rendre(element, parElement, {}, verifier));
    for (const [nom, sous] of demande.enfants) {
      if (nom !== 'items' && objet.scalaires.includes(pascal(nom)))
        prendre(objet, nom, sous, valeurs, verifier);
    }
    return valeurs;
  }
  if (demande.tout) {
    for (const nom of objet.scalaires)
      if (!INTERNES.includes(nom)) valeurs[nom] = lireSiPermis(objet, nom, verifier);
  }
  for (const [nom, sous] of demande.enfants) prendre(objet, nom, sous, valeurs, verifier);
  return valeurs;
}

/** Charger « name » sur une collection vaut « items/name ». */
function demandeDesElements(demande: Arbre): Arbre | null {
  const directe = demande.enfants.get('items');
  const reste = [...demande.enfants].filter(([nom]) => nom !== 'items' && nom !== 'count');
  if (directe) {
    const vide = directe.enfants.size === 0 && !directe.tout;
    return { tout: directe.tout || vide, enfants: new Map([...directe.enfants, ...reste]) };
  }
  return demande.tout || reste.length > 0 ? { tout: demande.tout, enfants: new Map(reste) } : null;
}

function prendre(
  objet: Objet,
  nom: string,
  sous: Arbre,
  valeurs: { [cle: string]: Json },
  verifier: Verifier,
): void {
  const membre = pascal(nom);
  verifier(objet.classe, membre);
  if (objet.aLien(membre)) {
    const cible = objet.lien(membre);
    const entier = sous.enfants.size === 0;
    valeurs[membre] = cible ? rendre(cible, entier ? { ...sous, tout: true } : sous, {}, verifier) : null;
    return;
  }
  if (sous.enfants.size > 0) throw new MembreInconnu(`${objet.classe}.${membre}`);
  valeurs[membre] = objet.lire(membre);
}

/** « Tout charger » ne rend que ce que l'ensemble déclaré contient. */
function lireSiPermis(objet: Objet, nom: string, verifier: Verifier): Json {
  try {
    verifier(objet.classe, nom);
  } catch {
    return null;
  }
  return objet.lire(nom);
}
