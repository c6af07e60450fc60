/** Ce que l'agent remet à d'autres : pages dans le classeur, fiches, courriers, données ouvertes. Rien n'est envoyé. */
import { ErreurClasseur } from '../dossier/formes/erreurs';
import type { Examen } from '../dossier/examiner';
import type { Destinataires } from '../dossier/restitution/sorties/destinataires';
import { AUCUN_PROJET } from '../dossier/restitution/mentions';
import { anneeScolaire } from '../reglement/annee';
import type { Noyau } from './noyau';
import { pluriel } from '../dossier/affichage/pluriel';
import type { PAGES } from './sorties';

/** Un arrêt s'entend, et l'écran se peint, toutes les tant de lettres. */
const PAS_COURRIERS = 20;

export function gestesSorties(noyau: Noyau) {
  const { port, emettre, faire, avancer, relirePourEcrire, exiger } = noyau;

  const lireProjets = async (): Promise<Examen> => {
    const { examen } = await relirePourEcrire();
    if (examen.calculs.length === 0) throw new ErreurClasseur(AUCUN_PROJET);
    return examen;
  };
  const reserve = ({ valide }: Examen): string =>
    valide ? '' : ' Chiffres provisoires : des anomalies bloquantes sont à corriger.';

  const ecrirePage = (cle: keyof typeof PAGES) => (): Promise<boolean> =>
    faire('Écriture de la page…', async () => {
      const examen = await lireProjets();
      const page = (await import('./sorties')).PAGES[cle](examen);
      await port.ecrirePages([page]);
      return `La page « ${page.nom} » est à jour.${reserve(examen)}`;
    });

  return {
    ecrirePaiements: ecrirePage('paiements'),
    ecrireComite: ecrirePage('comite'),
    ecrireTableauDeBord: ecrirePage('tableauDeBord'),

    faireFiches: (): Promise<boolean> =>
      faire('Préparation des fiches…', async () => {
        const examen = await lireProjets();
        const { faireFiches } = await import('./fichier');
        const nom = `fiches-${anneeScolaire(examen.lecture.parametres.annee)}.xlsx`;
        emettre({ type: 'fichiers', fichiers: [{ nom, octets: await faireFiches(examen) }] });
        return `${pluriel(examen.calculs.length, 'fiche prête', 'fiches prêtes')} à imprimer.${reserve(examen)}`;
      }),

    faireSubventions: (): Promise<boolean> =>
      faire('Préparation des données ouvertes…', async () => {
        const { examen } = await exiger('le fichier des subventions');
        const { fichiersSubventions } = await import('./sorties');
        const { lignes, fichiers } = fichiersSubventions(examen);
        emettre({ type: 'fichiers', fichiers });
        return `${pluriel(lignes, 'subvention')}, au schéma national, avec leur description.`;
      }),

    /** Une lettre par dossier, d'après le modèle Word choisi ; arrêtés en route, aucun n'est gardé. */
    faireCourriers: (modele: Uint8Array, pour: Destinataires): Promise<boolean> =>
      faire('Préparation des courriers…', async () => {
        const examen = await lireProjets();
        const { faireCourriers } = await import('./courriers');
        const courriers = await faireCourriers(examen, modele, pour, async (fait, total) =>
          fait % PAS_COURRIERS === 0 ? avancer(`Courriers : ${fait} sur ${total}…`) : true,
        );
        if (courriers === null) return 'Courriers arrêtés : aucun n’est gardé.';
        const { octets, faits, laisses } = courriers;
        const reste = laisses === null ? '' : ` ${laisses}`;
        if (faits === 0) throw new ErreurClasseur(`Aucun courrier à faire.${reste}`);
        const nom = `courriers-${anneeScolaire(examen.lecture.parametres.annee)}.zip`;
        emettre({ type: 'fichiers', fichiers: [{ nom, octets }] });
        return `${pluriel(faits, 'courrier prêt', 'courriers prêts')}, dans une archive.${reste}`;
      }),
  };
}
