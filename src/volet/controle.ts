/** Lire et examiner le classeur, en rendant la main à l'écran entre les étapes longues. */
import type { FormuleEnErreur, PortExcel } from '../classeur/excel/port';
import { ErreurClasseur } from '../dossier/erreurs';
import { examinerParEtapes } from '../dossier/examiner';
import type { ParEtapes } from '../dossier/etapes';
import { trouverFeuille } from '../dossier/feuilles';
import type { ClasseurLu } from '../dossier/grille';
import { creerCloture } from '../dossier/restitution/cloture';
import { donneesRemontee } from '../dossier/restitution/donnees';
import type { Designations } from '../dossier/lecture/lire';
import type { Situation } from './etat';
import { formulesEnErreur } from './formules';

export interface Regard {
  readonly situation: Situation;
  readonly formules: readonly FormuleEnErreur[];
}

/** Laisse l'écran se peindre et les touches passer. */
const respirer = (): Promise<void> => new Promise((resoudre) => setTimeout(resoudre));

/** Au-delà, une touche attendrait : le volet rend la main. */
const SOUFFLE_MS = 25;

async function enRespirant<T>(travail: ParEtapes<T>): Promise<T> {
  for (let debut = performance.now(); ;) {
    const pas = travail.next();
    if (pas.done) return pas.value;
    if (performance.now() - debut < SOUFFLE_MS) continue;
    await respirer();
    debut = performance.now();
  }
}

export async function controler(port: PortExcel, designations: Designations, au: string): Promise<Regard> {
  const classeur = await port.lire();
  await respirer();
  const formules = formulesEnErreur(classeur);
  return { situation: await situer(classeur, designations, au), formules };
}

async function situer(classeur: ClasseurLu, designations: Designations, au: string): Promise<Situation> {
  const feuilles = classeur.feuilles.map(({ nom }) => nom);
  if (!trouverFeuille(classeur.feuilles, 'projets', designations.feuilles?.projets))
    return { type: 'sansProjets', feuilles };
  try {
    const examen = await enRespirant(examinerParEtapes(classeur, { au, designations }));
    await respirer();
    const remontee = donneesRemontee(examen);
    const { dates1904 } = classeur;
    return {
      type: 'controlee',
      feuilles,
      controle: { examen, remontee, cloture: creerCloture(examen), dates1904 },
    };
  } catch (erreur) {
    if (erreur instanceof ErreurClasseur) return { type: 'aCompleter', feuilles, raison: erreur.message };
    throw erreur;
  }
}
