/** clas consolider : le bilan national, des fichiers des Caf. Un fichier refusé n'empêche pas les autres. */
import { ErreurClasseur } from '../../dossier/formes/erreurs';
import { consolider as reunir, type Entree } from '../../dossier/restitution/bilan/consolider';
import { lireRemontee } from '../../dossier/restitution/remontee/relecture';
import { planBilan } from '../../dossier/restitution/bilan/planBilan';
import { jsonConsolider } from '../../dossier/restitution/json';
import type { Commande } from '../commande';
import { ecrireClasseur } from '../ecrire';
import { examinerEntree, lireFichier, preparerSortie } from '../fichiers';
import { resumeBilan } from '../resume/bilan';
import { pluriel } from '../texte';

async function lireEntree(fichier: string): Promise<Entree> {
  try {
    return { fichier, remontee: await lireRemontee(await lireFichier(fichier)) };
  } catch (erreur) {
    if (erreur instanceof ErreurClasseur) return { fichier, raison: erreur.message };
    throw erreur;
  }
}

export const consolider: Commande = {
  role: 'le bilan national, à partir des fichiers des Caf',
  fichiers: 'plusieurs',
  obligatoires: ['sortie'],
  facultatives: [],
  executer: async ({ fichiers, valeurs, avancer }) => {
    const sortie = valeurs.sortie ?? '';
    // un chemin faux est une faute d'usage : on la dit avant de lire cent fichiers
    fichiers.forEach(examinerEntree);
    const reel = preparerSortie(sortie, fichiers);
    const entrees: Entree[] = [];
    for (const [i, fichier] of fichiers.entries()) {
      avancer(`Lecture ${i + 1}/${fichiers.length} : ${fichier}`);
      entrees.push(await lireEntree(fichier));
    }
    const bilan = await reunir(entrees);
    // aucun fichier accepté : un bilan vide ne remplace pas celui d'hier
    const ecrit = bilan.acceptes.length > 0 ? await ecrireClasseur(planBilan(bilan), sortie, reel) : null;
    const refuses = bilan.refuses.length;
    return {
      code: refuses > 0 ? 1 : 0,
      json: () => jsonConsolider(bilan),
      resume: (ecran) => resumeBilan(bilan, ecrit, ecran),
      ...(refuses > 0 && {
        motif: `${pluriel(refuses, 'fichier refusé', 'fichiers refusés')} : ${ecrit ? 'le bilan ne compte que les autres' : 'aucun bilan n’est écrit'}.`,
      }),
    };
  },
};
