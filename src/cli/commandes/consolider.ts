/** clas consolider : le bilan national, des fichiers des Caf. Un fichier refusé n'empêche pas les autres. */
import type { FormeJson } from '../../dossier/restitution/formesJson';
import { ErreurClasseur } from '../../dossier/formes/erreurs';
import { consolider as reunir, type Bilan, type Entree } from '../../dossier/restitution/bilan/consolider';
import { lireRemontee } from '../../dossier/restitution/remontee/relecture';
import { planBilan } from '../../dossier/restitution/bilan/planBilan';
import { jsonConsolider, jsonSuivi } from '../../dossier/restitution/json';
import { planSuivi } from '../../dossier/restitution/suite/planSuivi';
import { suivre, type SuiviNational } from '../../dossier/restitution/suite/suivi';
import type { Commande, Demande, Issue } from '../commande';
import { ecrireClasseur } from '../ecrire';
import { examinerEntree, lireFichier, preparerSortie, type Sortie } from '../fichiers';
import { resumeBilan, resumeSuivi } from '../resume/bilan';
import { pluriel } from '../../dossier/affichage/pluriel';

async function lireEntree(fichier: string): Promise<Entree> {
  try {
    return { fichier, remontee: await lireRemontee(await lireFichier(fichier)) };
  } catch (erreur) {
    if (erreur instanceof ErreurClasseur) return { fichier, raison: erreur.message };
    throw erreur;
  }
}

/** Ce que disent les fichiers refusés ; rien quand tous sont acceptés. */
const refusesEnMots = (refuses: number, suite: string): Pick<Issue, 'motif'> =>
  refuses > 0 ? { motif: `${pluriel(refuses, 'fichier refusé', 'fichiers refusés')} : ${suite}.` } : {};

async function bilanNational(entrees: readonly Entree[], sortie: Sortie): Promise<Issue> {
  const bilan = reunir(entrees);
  // aucun fichier accepté : un bilan vide ne remplace pas celui d'hier
  const ecrit = bilan.acceptes.length > 0 ? await ecrireClasseur(planBilan(bilan), sortie) : null;
  const refuses = bilan.refuses.length;
  return {
    code: refuses > 0 ? 1 : 0,
    json: () => jsonConsolider(bilan),
    resume: (ecran) => resumeBilan(bilan, ecrit, ecran),
    ...refusesEnMots(refuses, ecrit ? 'le bilan ne compte que les autres' : 'aucun bilan n’est écrit'),
  };
}

const REFUS_DITS = 3;

/** @throws ErreurClasseur : ce qui manque au suivi, et les fichiers refusés, qui peuvent en être la cause. */
function rapprocher(n: Bilan, n1: Bilan, refuses: Bilan['refuses']): SuiviNational {
  try {
    return suivre(n, n1);
  } catch (erreur) {
    if (!(erreur instanceof ErreurClasseur) || refuses.length === 0) throw erreur;
    const dits = refuses.slice(0, REFUS_DITS).map(({ fichier, raison }) => `${fichier} : ${raison}`);
    const tus = refuses.length - dits.length;
    const suite = tus > 0 ? ` Et ${pluriel(tus, 'autre fichier refusé', 'autres fichiers refusés')}.` : '';
    throw new ErreurClasseur(`${erreur.message} Refusé : ${dits.join(' ')}${suite}`);
  }
}

/** Deux années rapprochées : la plus ancienne a accordé, l'autre dit ce qui fut versé. */
async function suivi(entrees: readonly Entree[], sortie: Sortie): Promise<Issue> {
  const annees = entrees.flatMap(({ remontee }) => (remontee ? [remontee.annee] : []));
  const premiere = Math.min(...annees);
  const deLAnnee = (garder: (annee: number) => boolean): Bilan =>
    reunir(entrees.filter(({ remontee }) => remontee && garder(remontee.annee)));
  const [n, n1] = [deLAnnee((a) => a === premiere), deLAnnee((a) => a !== premiere)];
  const illisibles = entrees.flatMap(({ fichier, remontee, raison }) =>
    remontee ? [] : [{ fichier, raison: raison ?? 'Fichier illisible.' }],
  );
  const refuses = [...illisibles, ...n.refuses, ...n1.refuses];
  const rapproche = rapprocher(n, n1, refuses);
  const ecrit = await ecrireClasseur(planSuivi(rapproche), sortie);
  return {
    code: refuses.length > 0 ? 1 : 0,
    json: (): FormeJson<'consolider --suivi'> => ({ ...jsonSuivi(rapproche), refuses }),
    resume: (ecran) => resumeSuivi(rapproche, refuses, ecrit, ecran),
    ...refusesEnMots(refuses.length, 'le suivi ne compte que les autres'),
  };
}

export const consolider: Commande = {
  role: 'le bilan national, à partir des fichiers des Caf',
  fichiers: 'plusieurs',
  obligatoires: ['sortie'],
  facultatives: ['suivi'],
  executer: async ({ fichiers, valeurs, drapeaux, avancer }: Demande) => {
    // un chemin faux est une faute d'usage : on la dit avant de lire cent fichiers
    for (const fichier of fichiers) examinerEntree(fichier);
    const sortie = preparerSortie(valeurs.sortie ?? '', fichiers);
    const entrees: Entree[] = [];
    for (const [i, fichier] of fichiers.entries()) {
      avancer(`Lecture ${i + 1}/${fichiers.length} : ${fichier}`);
      entrees.push(await lireEntree(fichier));
    }
    return drapeaux.has('suivi') ? suivi(entrees, sortie) : bilanNational(entrees, sortie);
  },
};
