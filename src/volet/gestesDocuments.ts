/** Les feuilles de Clas, et ce qui se fait à part : remontée, écritures, année suivante. Leurs écrivains ne se chargent qu'ici. */
import { ErreurClasseur } from '../dossier/formes/erreurs';
import type { FeuillePlan } from '../dossier/formes/plan';
import { FEUILLES_AGENT } from '../dossier/feuilles';
import { planAnomalies } from '../dossier/restitution/feuilles/planAnomalies';
import { planCalculs } from '../dossier/restitution/feuilles/planCalculs';
import { creerCloture } from '../dossier/restitution/arrete/arrete';
import { creerRemontee } from '../dossier/restitution/remontee/remontee';
import {
  DEJA_FIGE,
  fichiersCsv,
  planEcrituresFeuille,
  planEcrituresPassees,
} from '../dossier/restitution/arrete/planEcritures';
import { planRemonteeFeuille } from '../dossier/restitution/remontee/planRemonteeFeuille';
import { avecPrecedent, bonusDuPrecedent } from '../dossier/restitution/suite/precedent';
import { avecAnomalies, type Examen } from '../dossier/examiner';
import { phraseBlocage } from '../dossier/restitution/blocage';
import type { BonusRepris } from '../dossier/restitution/suite/reprendre';
import type { Fichier } from './etat';
import type { Noyau } from './noyau';
import { pluriel } from '../dossier/affichage/pluriel';
import { direOuvert } from './voies';

/** Les bonus versés au journal de l'année d'avant ; ce qui les contredit interdit la remontée, comme toute anomalie bloquante. */
function versesDe(examen: Examen, precedent: Examen): readonly BonusRepris[] {
  const { lignes, anomalies } = bonusDuPrecedent(examen, precedent);
  if (anomalies.length > 0) throw new ErreurClasseur(phraseBlocage(avecAnomalies(examen, anomalies)));
  return lignes;
}

export function gestesDocuments(noyau: Noyau) {
  const { port, emettre, faire, relire, relirePourEcrire, exiger } = noyau;
  const ecrireFeuille = (tache: string, plan: () => Promise<FeuillePlan>): Promise<boolean> =>
    faire(tache, async () => {
      const feuille = await plan();
      await port.ecrireFeuilles([feuille]);
      return `La feuille « ${feuille.nom} » est à jour.`;
    });

  /** Les bonus versés du classeur précédent, s'il est choisi ; il doit dire ce que dit celui-ci. */
  function verses(examen: Examen): readonly BonusRepris[] | undefined {
    const { precedent } = noyau.etat();
    if (!precedent) return undefined;
    return versesDe(examen, precedent.examen);
  }

  const eclairer = (examen: Examen): Examen => {
    const { precedent } = noyau.etat();
    return precedent ? avecPrecedent(examen, precedent.examen) : examen;
  };

  return {
    ecrireAnomalies: (): Promise<boolean> =>
      ecrireFeuille('Écriture des anomalies…', async () => planAnomalies((await relirePourEcrire()).examen)),

    ecrireCalculs: (): Promise<boolean> =>
      ecrireFeuille('Écriture des calculs…', async () => planCalculs((await relirePourEcrire()).examen)),

    remplirRemontee: (): Promise<boolean> =>
      ecrireFeuille('Écriture de la remontée…', async () => {
        const { examen } = await exiger('la feuille', eclairer);
        return planRemonteeFeuille(await creerRemontee(examen, verses(examen)));
      }),

    ecrireEcritures: (): Promise<boolean> =>
      ecrireFeuille('Écriture des comptes…', async () =>
        planEcrituresFeuille(creerCloture((await exiger('la feuille')).examen)),
      ),

    /** Copie le mois 13 dans « Écritures passées » : ce que le comptable passe ne bougera plus. */
    figer: (): Promise<boolean> =>
      faire('Gel de l’arrêté…', async () => {
        const cloture = creerCloture((await exiger('le fichier des écritures')).examen);
        if (cloture.passees) throw new ErreurClasseur(DEJA_FIGE);
        const feuille = planEcrituresPassees(cloture);
        if (feuille.lignes.length < 2) throw new ErreurClasseur('Aucune écriture à figer.');
        const proprietes = { titre: '', sujet: '', auteur: '' };
        const creees = await port.creerFeuilles({ feuilles: [feuille], proprietes });
        if (creees.length === 0)
          throw new ErreurClasseur(
            `Une feuille « ${FEUILLES_AGENT.ecrituresPassees} » existe déjà, sans écriture lisible : la supprimer ou la renommer, puis recommencer.`,
          );
        await relire();
        return `Arrêté figé : ${pluriel(feuille.lignes.length - 1, 'écriture')} dans la feuille « ${feuille.nom} ». La supprimer défait le geste.`;
      }),

    faireCsv: (): Promise<boolean> =>
      faire('Préparation des écritures…', async () => {
        const fichiers = fichiersCsv(creerCloture((await exiger('le fichier des écritures')).examen));
        emettre({ type: 'fichiers', fichiers });
        return 'Les écritures et l’état de liquidation sont prêts.';
      }),

    /** Le classeur de l'année d'avant, que l'agent vient de choisir : lu sur place. */
    choisirPrecedent: (nom: string, octets: Uint8Array): Promise<boolean> =>
      faire('Lecture du classeur précédent…', async () => {
        const { lirePrecedent } = await import('./precedent');
        const precedent = {
          nom,
          examen: await lirePrecedent(octets, noyau.aujourdhui(), noyau.etat().designations),
        };
        const { examen } = await relirePourEcrire();
        bonusDuPrecedent(examen, precedent.examen);
        emettre({ type: 'precedent', precedent });
        const lignes = versesDe(examen, precedent.examen);
        return `${nom} : ${pluriel(lignes.length, 'bonus versé', 'bonus versés')} au journal, repris dans la remontée.`;
      }),

    /** Le classeur auquel comparer celui-ci, que l'agent vient de choisir : lu sur place. */
    comparer: (nom: string, octets: Uint8Array): Promise<boolean> =>
      faire('Lecture du classeur à comparer…', async () => {
        const { lirePrecedent } = await import('./precedent');
        emettre({
          type: 'ancien',
          ancien: { nom, examen: await lirePrecedent(octets, noyau.aujourdhui(), noyau.etat().designations) },
        });
        return `${nom} est comparé au classeur ouvert.`;
      }),

    oublierPrecedent: (): void => emettre({ type: 'precedent', precedent: null }),

    /** @param neantConfirme l'agent a confirmé que sa Caf n'a rien à déclarer */
    genererFichier: (neantConfirme = false): Promise<boolean> =>
      faire('Préparation du fichier…', async () => {
        emettre({ type: 'onglet', onglet: 'cloturer' });
        const { examen } = await exiger('le fichier de remontée', eclairer);
        const { faireRemontee } = await import('./fichier');
        const fichier = await faireRemontee(examen, neantConfirme, verses(examen));
        emettre({ type: 'neant', aConfirmer: fichier === null });
        if (fichier === null) return null;
        emettre({ type: 'fichiers', fichiers: [fichier] });
        return `Le fichier ${fichier.nom} est prêt.`;
      }),

    renoncerAuNeant: (): void => emettre({ type: 'neant', aConfirmer: false }),

    /** Ouvre le classeur de l'année suivante ; qu'Excel le refuse, il reste à télécharger. */
    ouvrirSuivant: (): Promise<boolean> =>
      faire('Préparation de l’année suivante…', async () => {
        const { examen } = await relirePourEcrire();
        const { faireSuivant } = await import('./fichier');
        const { fichier, phrases } = await faireSuivant(examen);
        emettre({ type: 'fichiers', fichiers: [fichier] });
        await port.ouvrirClasseur(fichier.octets);
        return [...phrases, direOuvert(noyau.etat().excel.plateforme, fichier.nom)].join(' ');
      }),

    enregistrerSous: ({ nom, octets }: Fichier): Promise<boolean> =>
      faire('Ouverture du fichier…', async () => {
        await port.ouvrirClasseur(octets);
        return direOuvert(noyau.etat().excel.plateforme, nom);
      }),
  };
}
