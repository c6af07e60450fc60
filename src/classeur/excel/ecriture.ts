/**
 * Réécrire les feuilles de Clas, entières et sur place : une feuille supprimée puis recréée casserait les formules
 * de l'agent qui la citent (#REF!), et rien d'autre que nos feuilles ne doit changer.
 * Tout part en un échange ; après un échec, la réécriture suivante recommence depuis ce qu'elle trouve.
 */
import { ErreurClasseur } from '../../dossier/formes/erreurs';
import type { FeuillePlan } from '../../dossier/formes/plan';
import { STYLE_TABLEAU, plageTableau } from '../aspects';
import { ecrireContenu, largeurPlan } from './contenu';
import { Envoi } from './envoi';
import { lieuExcel, refusProtegee } from './erreurs';
import { estGeneree } from '../../dossier/feuilles';
import type { EtatClasseur, EtatFeuille } from './etat';
import { poserGraphiques } from './graphiques';
import { mettreEnPage, presenter, proteger } from './presentation';

const STRUCTURE_PROTEGEE =
  'Le classeur est protégé : aucune feuille ne peut s’y ajouter. Ôter sa protection (onglet Révision, Protéger le classeur), puis recommencer.';
/** Au-dessous, suspendre le calcul ferait plus clignoter Excel qu'il ne l'aiderait. */
const GROSSE_ECRITURE = 10_000;

export function refuserAutres(plans: readonly FeuillePlan[]): void {
  for (const { nom } of plans) {
    if (!estGeneree(nom)) throw new ErreurClasseur(`Clas n’écrit pas dans la feuille « ${nom} ».`);
  }
}

interface Reste {
  /** Après un refus, les tableaux sont refaits au lieu d'être retaillés. */
  readonly reprise?: boolean;
  /** À retirer des feuilles, une fois leur protection ôtée. */
  readonly anciens?: readonly Excel.Chart[];
}

export async function ecrirePlans(
  contexte: Excel.RequestContext,
  plans: readonly FeuillePlan[],
  etat: EtatClasseur,
  { reprise = false, anciens = [] }: Reste = {},
): Promise<void> {
  const connues = new Set(etat.feuilles.map(({ nom }) => nom.toLowerCase()));
  if (etat.structureProtegee && plans.some(({ nom }) => !connues.has(nom.toLowerCase())))
    throw new ErreurClasseur(STRUCTURE_PROTEGEE);
  const envoi = new Envoi(contexte);
  const cellules = plans.reduce((n, plan) => n + plan.lignes.length * largeurPlan(plan), 0);
  if (cellules > GROSSE_ECRITURE) contexte.application.suspendApiCalculationUntilNextSync();
  // Toutes les feuilles d'abord : une liste de choix peut citer une feuille du même plan.
  const cibles = plans.map((plan) => {
    const avant = etat.feuilles.find(({ nom }) => nom.toLowerCase() === plan.nom.toLowerCase());
    const { worksheets } = contexte.workbook;
    return { plan, avant, cible: avant ? worksheets.getItem(plan.nom) : worksheets.add(plan.nom) };
  });
  for (const { avant, cible } of cibles) if (avant?.protegee) cible.protection.unprotect();
  for (const graphique of anciens) graphique.delete();
  for (const { plan, avant, cible } of cibles) {
    const gardes = avant ? vider(cible, plan, avant, reprise) : new Set<string>();
    await ecrireContenu(envoi, cible, plan);
    poserTableaux(cible, plan, gardes);
    presenter(cible, plan);
    poserGraphiques(cible, plan);
  }
  for (const { plan, cible } of cibles) {
    if (plan.masquee === true) cible.visibility = 'Hidden';
    if (plan.protegee === true) proteger(cible);
  }
  for (const { plan, avant, cible } of cibles) if (!avant) mettreEnPage(cible, plan);
  try {
    await envoi.partir();
  } catch (erreur) {
    const lieu = lieuExcel(erreur);
    const verrouillee = cibles.find(({ avant }) => avant?.protegee);
    if (verrouillee && lieu.startsWith('WorksheetProtection.unprotect'))
      throw refusProtegee(verrouillee.plan.nom, 'protégée par un mot de passe');
    if (!/^(?:PageLayout|HeaderFooter)/.test(lieu)) throw erreur;
  }
}

/** Remet une de nos feuilles à neuf sans la supprimer ; rend les tableaux gardés, que des formules peuvent citer. */
function vider(cible: Excel.Worksheet, plan: FeuillePlan, avant: EtatFeuille, reprise: boolean): Set<string> {
  const voulus = new Map((plan.tableaux ?? []).map((tableau) => [tableau.nom, tableau]));
  const gardes = new Set<string>();
  for (const nom of avant.tableaux) {
    const tableau = cible.tables.getItem(nom);
    const voulu = reprise ? undefined : voulus.get(nom);
    if (!voulu) tableau.convertToRange();
    else {
      tableau.clearFilters();
      tableau.resize(plageTableau(voulu));
      gardes.add(nom);
    }
  }
  const entiere = cible.getRange();
  entiere.rowHidden = false;
  entiere.unmerge();
  entiere.dataValidation.clear();
  entiere.clear('Formats');
  for (const reste of restes(plan, avant.fin)) cible.getRangeByIndexes(...reste).clear();
  return gardes;
}

type Zone = [ligne: number, colonne: number, lignes: number, colonnes: number];

/** Ce qui dépasse de l'ancienne feuille, dessous et à droite : Excel sur le web n'efface pas un million de lignes. */
function restes(plan: FeuillePlan, fin: EtatFeuille['fin']): Zone[] {
  const [hauteur, largeur] = [plan.lignes.length, largeurPlan(plan)];
  const zones: Zone[] = [
    [hauteur, 0, fin.ligne - hauteur, fin.colonne],
    [0, largeur, Math.min(hauteur, fin.ligne), fin.colonne - largeur],
  ];
  return zones.filter(([, , lignes, colonnes]) => lignes > 0 && colonnes > 0);
}

function poserTableaux(cible: Excel.Worksheet, plan: FeuillePlan, gardes: ReadonlySet<string>): void {
  for (const { nom, plage } of plan.tableaux ?? []) {
    if (gardes.has(nom)) continue;
    const tableau = cible.tables.add(plageTableau({ plage }), true);
    tableau.name = nom;
    tableau.style = STYLE_TABLEAU;
  }
}

/** Ce que deviennent les feuilles écrites, sans le redemander à Excel. */
export function etatApres(etat: EtatClasseur, plans: readonly FeuillePlan[]): EtatClasseur {
  const ecrites = plans.map((plan) => ({
    nom: plan.nom,
    visibilite: 'visible' as const,
    avecTotal: [],
    tableaux: (plan.tableaux ?? []).map(({ nom }) => nom),
    protegee: plan.protegee === true,
    formatsRefuses: plan.protegee === true,
    fin: { ligne: plan.lignes.length, colonne: largeurPlan(plan) },
  }));
  const noms = new Set(plans.map(({ nom }) => nom.toLowerCase()));
  return {
    ...etat,
    feuilles: [...etat.feuilles.filter(({ nom }) => !noms.has(nom.toLowerCase())), ...ecrites],
  };
}
