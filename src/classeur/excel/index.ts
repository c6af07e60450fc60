/** Le port d'Excel sur Office.js. L'état des feuilles lu par « Vérifier » sert à l'écriture qui suit : un échange de moins. */
import type { ClasseurLu } from '../../dossier/formes/grille';
import type { FeuillePlan } from '../../dossier/formes/plan';
import { capacites } from './capacites';
import { colorer, decolorer } from './couleurs';
import { corriger } from './corrections';
import { ecrirePlans, etatApres, refuserAutres } from './ecriture';
import { estPassager } from './erreurs';
import { lireEtat, type EtatClasseur } from './etat';
import { suivreChangements, suivreSelection } from './evenements';
import { figerFormules } from './figer';
import { recalculerFormules } from './formules';
import { lireClasseurExcel } from './lecture';
import { allerA } from './navigation';
import { ouvrirClasseur } from './ouverture';
import { ecrirePages } from './pages';
import { ecrireParametres } from './parametres';
import type { PortExcel } from './port';
import { absentes, retirerAjoutees } from './preparation';
import { ecrireReglage, lireReglage } from './reglages';
import { relireChange } from './relecture';
import { dansExcel, enFrancais, enUneEtape } from './session';

export type * from './port';

export function creerPortExcel(): PortExcel {
  let connu: EtatClasseur | null = null;
  const lire = async (contexte: Excel.RequestContext): Promise<ClasseurLu> => {
    const { classeur, etat } = await lireClasseurExcel(contexte);
    connu = etat;
    return classeur;
  };
  return {
    capacites,
    lire: () => dansExcel(lire),
    relire: (avant, changements) =>
      dansExcel(async (contexte) => (await relire(contexte, avant, changements)) ?? lire(contexte)),
    ecrireFeuilles: async (plans) => {
      refuserAutres(plans);
      await dansExcel(async (contexte) => {
        const etat = connu;
        connu = null;
        connu = etatApres(await ecrire(contexte, plans, etat), plans);
      });
    },
    ecrirePages: (plans) =>
      dansExcel(async (contexte) => {
        connu = null;
        await ecrirePages(contexte, plans);
      }),
    creerFeuilles: ({ feuilles }) => dansExcel((contexte) => creer(contexte, feuilles)),
    allerA: (cellule) => dansExcel((contexte) => allerA(contexte, cellule)),
    corriger: (corrections) => enUneEtape((contexte) => corriger(contexte, corrections)),
    ecrireParametres: (feuille, valeurs) =>
      enUneEtape((contexte) => ecrireParametres(contexte, feuille, valeurs)),
    colorer: (teintes) => enUneEtape((contexte) => colorer(contexte, teintes)),
    decolorer: () => enUneEtape(decolorer),
    figerFormules: () => enUneEtape(figerFormules),
    recalculerFormules: () => dansExcel(recalculerFormules),
    ouvrirClasseur: (octets) => enFrancais(() => ouvrirClasseur(octets)),
    surChangement: suivreChangements,
    surSelection: (suivre) => suivreSelection(suivre),
    lireReglage,
    ecrireReglage,
  };
}

/** Une feuille renommée ou supprimée entre-temps : tout se relit. */
async function relire(...demande: Parameters<typeof relireChange>): Promise<ClasseurLu | null> {
  try {
    return await relireChange(...demande);
  } catch (erreur) {
    if (estPassager(erreur)) throw erreur;
    return null;
  }
}

/** Un état périmé (feuille supprimée, tableau défait) se voit à l'échec : relire, puis refaire les tableaux. */
async function ecrire(
  contexte: Excel.RequestContext,
  plans: readonly FeuillePlan[],
  connu: EtatClasseur | null,
): Promise<EtatClasseur> {
  const etat = connu ?? (await lireEtat(contexte));
  try {
    await ecrirePlans(contexte, plans, etat);
    return etat;
  } catch (erreur) {
    if (estPassager(erreur)) throw erreur;
    const relu = await lireEtat(contexte);
    await ecrirePlans(contexte, plans, relu, { reprise: true });
    return relu;
  }
}

async function creer(
  contexte: Excel.RequestContext,
  plans: readonly FeuillePlan[],
): Promise<readonly string[]> {
  const etat = await lireEtat(contexte);
  const nouvelles = absentes(plans, etat);
  if (nouvelles.length === 0) return [];
  try {
    await ecrirePlans(contexte, nouvelles, etat);
  } catch (erreur) {
    await retirerAjoutees(contexte, nouvelles, erreur);
    throw erreur;
  }
  return nouvelles.map(({ nom }) => nom);
}
