/** Les cellules d'un plan, telles qu'Excel doit les recevoir : formats d'abord, puis valeurs et formules. */
import { CODES_FORMAT, type CellulePlan, type FeuillePlan } from '../../dossier/formes/plan';
import { decouper, type Envoi } from './envoi';

type Contenu = string | number | boolean;

/** Au-delà, Excel refuse un texte posé dans un tableau de formules. */
const TEXTE_MAX = 8_000;

const VIDE: CellulePlan = { valeur: null };

export function largeurPlan({ lignes, colonnes }: FeuillePlan): number {
  return lignes.reduce((max, ligne) => Math.max(max, ligne.length), colonnes.length);
}

/**
 * Un texte est au format Texte : Excel interprète sinon « =A1 », « +33 », « 007 » ou « 12/10 » comme une frappe,
 * et l'apostrophe, seule autre défense, resterait visible dans une cellule déjà au format Texte.
 */
function formatDe(
  { valeur, formule, format }: CellulePlan,
  colonne: FeuillePlan['colonnes'][number] | undefined,
): string {
  const voulu = CODES_FORMAT[format ?? colonne?.format ?? 'general'];
  if (formule !== undefined) return voulu === '@' ? 'General' : voulu;
  return typeof valeur === 'string' ? '@' : voulu;
}

function contenuDe({ valeur, formule }: CellulePlan): Contenu {
  if (formule !== undefined) return `=${formule}`;
  return typeof valeur === 'string' ? valeur.slice(0, TEXTE_MAX) : (valeur ?? '');
}

/** Un ordre par colonne d'un seul format, un tableau sinon. */
export async function ecrireContenu(envoi: Envoi, cible: Excel.Worksheet, plan: FeuillePlan): Promise<void> {
  const [hauteur, largeur] = [plan.lignes.length, largeurPlan(plan)];
  if (hauteur === 0 || largeur === 0) return;
  for (let j = 0; j < largeur; j++) {
    const codes = plan.lignes.map((ligne) => formatDe(ligne[j] ?? VIDE, plan.colonnes[j]));
    const plage = cible.getRangeByIndexes(0, j, hauteur, 1);
    if (codes.every((code) => code === codes[0])) {
      // Une seule valeur vaut pour toute la plage ; le type publié ne connaît que le tableau.
      if (codes[0] !== 'General') plage.numberFormat = codes[0] as unknown as string[][];
      continue;
    }
    const tableau = codes.map((code) => [code]);
    await envoi.reserver(tableau);
    plage.numberFormat = tableau;
  }
  const contenus = plan.lignes.map((ligne) =>
    Array.from({ length: largeur }, (_, j) => contenuDe(ligne[j] ?? VIDE)),
  );
  for (const { debut, lignes } of decouper(contenus)) {
    await envoi.reserver(lignes);
    cible.getRangeByIndexes(debut, 0, lignes.length, largeur).formulas = lignes.map((ligne) => [...ligne]);
  }
}
