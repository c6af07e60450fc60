/** clas preparer : un classeur vide, prêt à remplir. */
import { cafsDuCode } from '../../dossier/cafs';
import { lireCodeCaf } from '../../dossier/lecture/parametres';
import { normaliser } from '../../valeurs/texte';
import { planModele } from '../../dossier/restitution/modele/preparer';
import { anneeScolaire, lireAnnee } from '../../reglement/annee';
import type { Commande } from '../commande';
import { ecrireClasseur, resumeEcrit } from '../ecrire';
import { ErreurUsage } from '../erreurs';
import { preparerSortie } from '../fichiers';
import { nommerCaf } from '../resume/enTete';
import { typographier } from '../../dossier/affichage/typographie';

function lireCaf(saisie: string, nom: string | undefined): { caf: string; nomCaf?: string } {
  const caf = lireCodeCaf(saisie);
  if (caf === null)
    throw new ErreurUsage(
      `Caf « ${saisie} » inconnue : donner le code du département, par exemple 45 ou 2A.`,
    );
  const connues = cafsDuCode(caf).map((c) => c.nom);
  if (nom === undefined) {
    if (connues.length > 1)
      throw new ErreurUsage(
        `Le ${caf} a deux Caf : ajouter --nom-caf ${connues.map((n) => `« ${n} »`).join(' ou --nom-caf ')}.`,
      );
    return { caf };
  }
  return { caf, nomCaf: connues.find((n) => normaliser(n) === normaliser(nom)) ?? nom };
}

export const preparer: Commande = {
  role: 'un classeur vide, prêt à remplir : tableaux, listes, barème, aide sur chaque colonne',
  fichiers: 'aucun',
  obligatoires: ['annee', 'caf', 'sortie'],
  facultatives: ['nom-caf'],
  executer: async ({ valeurs }) => {
    const annee = lireAnnee(valeurs.annee);
    if (annee === undefined)
      throw new ErreurUsage(
        `L’année scolaire « ${valeurs.annee ?? ''} » est illisible : l’écrire 2021-2022.`,
      );
    const { caf, nomCaf } = lireCaf(valeurs.caf ?? '', valeurs['nom-caf']);
    const sortie = valeurs.sortie ?? '';
    const reel = preparerSortie(sortie, []);
    const plan = planModele({ annee, caf, ...(nomCaf !== undefined && { nomCaf }) });
    const ecrit = await ecrireClasseur(plan, sortie, reel);
    return {
      code: 0,
      json: () => ({ fichier: sortie, annee, caf }),
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
