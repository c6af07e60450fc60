/** Lire et examiner le classeur, en rendant la main à l'écran entre les étapes longues. */
import type { PortExcel } from '../classeur/excel/port';
import { ErreurClasseur } from '../dossier/erreurs';
import { examiner } from '../dossier/examiner';
import { trouverFeuille } from '../dossier/feuilles';
import type { Designations } from '../dossier/lecture/lire';
import type { Situation } from './etat';

/** Laisse l'écran se peindre et les touches passer. */
export const respirer = (): Promise<void> => new Promise((resoudre) => setTimeout(resoudre));

export async function controler(
  port: PortExcel,
  designations: Designations,
  au: string,
): Promise<Situation> {
  const [classeur, { creerCloture, creerRemontee }] = await Promise.all([
    port.lire(),
    import('./restitution'),
  ]);
  const feuilles = classeur.feuilles.map(({ nom }) => nom);
  if (!trouverFeuille(classeur.feuilles, 'projets', designations.feuilles?.projets))
    return { type: 'sansProjets', feuilles };
  await respirer();
  try {
    const examen = examiner(classeur, { au, designations });
    await respirer();
    const remontee = await creerRemontee(examen);
    const cloture = creerCloture(examen);
    const { dates1904 } = classeur;
    return { type: 'controlee', feuilles, controle: { examen, remontee, cloture, dates1904 } };
  } catch (erreur) {
    if (erreur instanceof ErreurClasseur) return { type: 'aCompleter', feuilles, raison: erreur.message };
    throw erreur;
  }
}
