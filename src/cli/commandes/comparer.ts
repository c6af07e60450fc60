/** clas comparer : ce qui a changé d'un classeur à l'autre, ou d'une remontée à l'autre, et son effet sur l'argent. */
import { ErreurClasseur } from '../../dossier/formes/erreurs';
import { estUneRemontee, lireRemontee } from '../../dossier/restitution/remontee/relecture';
import { comparer as comparerExamens, comparerRemontees } from '../../dossier/restitution/suite/comparer';
import { jsonComparer } from '../../dossier/restitution/json';
import type { Commande } from '../commande';
import { enNommant, examinerLu, OPTIONS_EXAMEN } from '../examen';
import { lireFichier } from '../fichiers';
import { resumeComparaison } from '../resume/comparaison';

export const comparer: Commande = {
  role: 'ce qui a changé d’un classeur à l’autre, ou d’une remontée à l’autre : projets venus, partis, modifiés',
  fichiers: 'deux',
  obligatoires: [],
  facultatives: OPTIONS_EXAMEN,
  executer: async (demande) => {
    const lire = async (fichier = '') => {
      demande.avancer(`Lecture de ${fichier}…`);
      return { fichier, classeur: await enNommant(fichier, () => lireFichier(fichier)) };
    };
    const [ancien, nouveau] = [await lire(demande.fichiers[0]), await lire(demande.fichiers[1])];
    const remontees = [ancien, nouveau].filter(({ classeur }) => estUneRemontee(classeur)).length;
    if (remontees === 1)
      throw new ErreurClasseur(
        'Un classeur ne se compare pas à une remontée : donner deux classeurs, ou deux remontées.',
      );
    const examen = ({ fichier, classeur }: typeof ancien) =>
      enNommant(fichier, () => examinerLu(classeur, demande));
    const remontee = ({ fichier, classeur }: typeof ancien) =>
      enNommant(fichier, () => lireRemontee(classeur));
    const comparaison =
      remontees === 2
        ? comparerRemontees(await remontee(ancien), await remontee(nouveau))
        : comparerExamens(await examen(ancien), await examen(nouveau));
    return {
      code: 0,
      json: () => jsonComparer(comparaison),
      resume: (ecran) => resumeComparaison(comparaison, ecran),
    };
  },
};
