/** clas preparer : un classeur vide, prêt à remplir. */
import type { FormeJson } from '../../dossier/restitution/formesJson';
import { cafDesignee, cafsDuCode } from '../../dossier/cafs';
import { planModele } from '../../dossier/restitution/modele/preparer';
import { anneeScolaire } from '../../reglement/annee';
import type { Commande } from '../commande';
import { ecrireClasseur, resumeEcrit } from '../ecrire';
import { ErreurUsage } from '../erreurs';
import { preparerSortie } from '../fichiers';
import { nommerCaf } from '../resume/enTete';
import { typographier } from '../../dossier/affichage/typographie';

/** Le nom connu de la Caf ; dans le 64, celui des deux que l'agent désigne ; à défaut, le nom dit. */
function nommer(caf: string, nomCaf: string | undefined): string | undefined {
  const connues = cafsDuCode(caf);
  const designee = cafDesignee({ caf, nomCaf: nomCaf ?? null });
  if (designee === null)
    throw new ErreurUsage(
      `Le ${caf} a deux Caf : ajouter --nom-caf ${connues.map(({ nom }) => `« ${nom} »`).join(' ou --nom-caf ')}.`,
    );
  return connues.length > 1 || nomCaf === undefined ? designee.nom : nomCaf;
}

export const preparer: Commande = {
  role: 'un classeur vide, prêt à remplir : tableaux, listes, barème, aide sur chaque colonne',
  fichiers: 'aucun',
  obligatoires: ['annee', 'caf', 'sortie'],
  facultatives: ['nom-caf'],
  executer: async ({ valeurs }) => {
    const { annee = 0, caf = '' } = valeurs;
    const nomCaf = nommer(caf, valeurs['nom-caf']);
    const sortie = preparerSortie(valeurs.sortie ?? '', []);
    const plan = planModele({ annee, caf, nomCaf });
    const ecrit = await ecrireClasseur(plan, sortie);
    return {
      code: 0,
      json: (): FormeJson<'preparer'> => ({ fichier: sortie.chemin, annee, caf }),
      resume: (ecran) =>
        [
          typographier(
            `Classeur vide : ${nommerCaf({ caf, nomCaf: nomCaf ?? null })}, ${anneeScolaire(annee)}.`,
          ),
          resumeEcrit(ecrit, ecran),
        ].join('\n'),
    };
  },
};
