/** Lire et examiner le classeur, en rendant la main à l'écran entre les étapes longues. */
import type { FormuleEnErreur, PortExcel } from '../classeur/excel/port';
import { ErreurClasseur } from '../dossier/erreurs';
import { examiner } from '../dossier/examiner';
import { trouverFeuille } from '../dossier/feuilles';
import type { ClasseurLu } from '../dossier/grille';
import type { Designations } from '../dossier/lecture/lire';
import type { Situation } from './etat';
import { formulesEnErreur } from './formules';

export interface Regard {
  readonly situation: Situation;
  readonly formules: readonly FormuleEnErreur[];
}

/** Laisse l'écran se peindre et les touches passer. */
const respirer = (): Promise<void> => new Promise((resoudre) => setTimeout(resoudre));

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
  const { creerCloture, creerRemontee } = await import('./restitution');
  try {
    const examen = examiner(classeur, { au, designations });
    await respirer();
    const remontee = await creerRemontee(examen);
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
