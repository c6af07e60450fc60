/** Les feuilles de Clas et le fichier de la Cnaf, dont l'écrivain n'est chargé qu'ici. */
import type { FeuillePlan } from '../dossier/formes/plan';
import { planAnomalies } from '../dossier/restitution/feuilles/planAnomalies';
import { planCalculs } from '../dossier/restitution/feuilles/planCalculs';
import { creerCloture } from '../dossier/restitution/arrete/arrete';
import { creerRemontee } from '../dossier/restitution/remontee/remontee';
import { planEcrituresFeuille } from '../dossier/restitution/arrete/planEcritures';
import { planRemonteeFeuille } from '../dossier/restitution/remontee/planRemonteeFeuille';
import type { Noyau } from './noyau';
import { direOuvert } from './voies';

export function gestesDocuments(noyau: Noyau) {
  const { port, emettre, faire, relirePourEcrire, exiger } = noyau;
  const ecrireFeuille = (tache: string, plan: () => Promise<FeuillePlan>): Promise<boolean> =>
    faire(tache, async () => {
      const feuille = await plan();
      await port.ecrireFeuilles([feuille]);
      return `La feuille « ${feuille.nom} » est à jour.`;
    });

  return {
    ecrireAnomalies: (): Promise<boolean> =>
      ecrireFeuille('Écriture des anomalies…', async () => planAnomalies((await relirePourEcrire()).examen)),

    ecrireCalculs: (): Promise<boolean> =>
      ecrireFeuille('Écriture des calculs…', async () => planCalculs((await relirePourEcrire()).examen)),

    remplirRemontee: (): Promise<boolean> =>
      ecrireFeuille('Écriture de la remontée…', async () =>
        planRemonteeFeuille(await creerRemontee((await exiger('la feuille')).examen)),
      ),

    ecrireEcritures: (): Promise<boolean> =>
      ecrireFeuille('Écriture des comptes…', async () =>
        planEcrituresFeuille(creerCloture((await exiger('la feuille')).examen)),
      ),

    genererFichier: (): Promise<boolean> =>
      faire('Préparation du fichier…', async () => {
        emettre({ type: 'onglet', onglet: 'cloturer' });
        const { examen } = await exiger('le fichier de remontée');
        const { faireFichier } = await import('./fichier');
        const fichier = await faireFichier(examen);
        emettre({ type: 'fichier', fichier });
        return `Le fichier ${fichier.nom} est prêt.`;
      }),

    enregistrerSous: (): Promise<boolean> =>
      faire('Ouverture du fichier…', async () => {
        const { fichier } = noyau.etat();
        if (!fichier) return null;
        await port.ouvrirClasseur(fichier.octets);
        return direOuvert(noyau.etat().excel.plateforme, fichier.nom);
      }),
  };
}
