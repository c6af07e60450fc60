/**
 * La session du volet : l'état, et tout ce qui touche Excel. Les vues n'appellent que ses gestes ;
 * le port est donné, si bien que les tests et la page d'essai en donnent un autre.
 */
import type { Gravite } from '../dossier/anomalies/catalogue';
import type { Filtre, Liste, Onglet } from './etat';
import { gestesClasseur } from './gestesClasseur';
import { gestesControle } from './gestesControle';
import { gestesDocuments } from './gestesDocuments';
import { gestesPaiements } from './gestesPaiements';
import { gestesSorties } from './gestesSorties';
import { gestesDossier } from './gestesDossier';
import { LECTURE } from './magasin';
import { creerNoyau, type OptionsSession } from './noyau';
import { lireReglages } from './reglages';

export type Session = ReturnType<typeof creerSession>;

export function creerSession(options: OptionsSession) {
  const noyau = creerNoyau(options);
  const { port, aujourdhui, etat, sabonner, emettre, dire, faire, libre, relire, veille } = noyau;

  /** Premier regard, sans rien écrire. */
  async function demarrer(): Promise<void> {
    emettre({ type: 'fin', annonce: null });
    await faire(LECTURE, async () => {
      emettre({ type: 'excel', excel: port.capacites() });
      emettre({ type: 'reglages', ...lireReglages(port) });
      // à l'écoute d'abord : une frappe pendant la lecture ne se perd pas ; Excel répond dans l'ordre demandé
      const ecoute = Promise.all([port.surSelection(noyau.choisir), veille.regler(etat().suivi)]);
      const lecture = relire();
      await Promise.allSettled([ecoute, lecture]);
      await ecoute;
      await lecture;
      return null;
    });
  }

  /** Le volet est à l'écran, ou fermé : personne n'y lit un contrôle, qui attendra son retour. */
  function montrer(visible: boolean): void {
    if (!visible) return veille.suspendre();
    veille.reprendre();
    veille.poursuivre();
  }

  let demande: (() => Promise<unknown>) | null = null;
  /** Un bouton du ruban se presse aussi pendant un geste : il passe après, une fois ; le dernier pressé l'emporte. */
  async function desQueLibre(geste: () => Promise<unknown>): Promise<void> {
    demande = geste;
    await libre();
    if (demande !== geste) return;
    demande = null;
    await geste();
  }

  return {
    aujourdhui,
    etat,
    sabonner,
    demarrer,
    montrer,
    ouvrir: (onglet: Onglet): void => emettre({ type: 'onglet', onglet }),
    /** Dans Vérifier, toutes celles de cette gravité, et elles seules. */
    voirGravite: (gravite: Gravite): void => {
      emettre({ type: 'filtre', filtre: { gravites: [gravite], feuille: null, texte: '' } });
      emettre({ type: 'onglet', onglet: 'verifier' });
    },
    filtrer: (filtre: Partial<Filtre>): void => emettre({ type: 'filtre', filtre }),
    lister: (liste: Partial<Liste>): void => emettre({ type: 'liste', liste }),
    dire,
    desQueLibre,
    /** L'agent arrête un long travail : rien n'en est gardé. */
    arreter: noyau.arreter,
    /** L'agent a lu. */
    taire: (): void => emettre({ type: 'annonce', annonce: null }),
    ...gestesControle(noyau),
    ...gestesDocuments(noyau),
    ...gestesPaiements(noyau),
    ...gestesSorties(noyau),
    ...gestesDossier(noyau),
    ...gestesClasseur(noyau),
  };
}
