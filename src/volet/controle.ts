/** Examiner le classeur lu, en rendant la main à l'écran entre les étapes longues. */
import { ErreurClasseur } from '../dossier/formes/erreurs';
import { examinerParEtapes, type OptionsExamen } from '../dossier/examiner';
import { conduire, type ParEtapes } from '../dossier/formes/etapes';
import { proposerProjets } from '../dossier/lecture/proposer';
import { estGeneree, trouverFeuille } from '../dossier/feuilles';
import type { ClasseurLu } from '../dossier/formes/grille';
import { donneesRemontee } from '../dossier/restitution/remontee/donnees';
import { typographier } from '../dossier/affichage/typographie';
import type { Situation } from './etat';
import { designationsTenues } from './reglages';

/** Laisse l'écran se peindre et les touches passer. */
export const respirer = (): Promise<void> => new Promise((resoudre) => setTimeout(resoudre));

/** Au-delà, une touche attendrait : le volet rend la main. */
const SOUFFLE_MS = 25;

function enRespirant<T>(travail: ParEtapes<T>): Promise<T> {
  let debut = performance.now();
  const souffler = async (): Promise<void> => {
    await respirer();
    debut = performance.now();
  };
  return conduire(travail, () => (performance.now() - debut < SOUFFLE_MS ? undefined : souffler()));
}

export async function situer(classeur: ClasseurLu, demandees: OptionsExamen): Promise<Situation> {
  const feuilles = classeur.feuilles.map(({ nom }) => nom).filter((nom) => !estGeneree(nom));
  const designations = designationsTenues(demandees.designations ?? {}, feuilles);
  const options = { ...demandees, designations };
  if (!trouverFeuille(classeur.feuilles, 'projets', designations.feuilles?.projets))
    return { type: 'sansProjets', feuilles, propositions: proposerProjets(classeur) };
  try {
    const examen = await enRespirant(examinerParEtapes(classeur, options));
    await respirer();
    const remontee = donneesRemontee(examen);
    const { dates1904 } = classeur;
    return {
      type: 'controlee',
      feuilles,
      controle: { examen, remontee, dates1904 },
    };
  } catch (erreur) {
    if (erreur instanceof ErreurClasseur)
      return { type: 'aCompleter', feuilles, raison: typographier(erreur.message) };
    throw erreur;
  }
}
