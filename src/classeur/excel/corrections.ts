/**
 * Corriger des cellules de l'agent, à sa demande : toutes relues d'abord, écrites seulement si aucune n'a changé.
 * Office.js ne défait rien de ce qui précède une action refusée : un échec est suivi du rétablissement.
 */
import { CellulesChangees, ErreurClasseur } from '../../dossier/formes/erreurs';
import { estIllisible, type Valeur } from '../../valeurs/valeur';
import { Envoi } from './envoi';
import { estPassager, traduire } from './erreurs';
import type { Correction } from './port';
import { adresse, estFormule, estTexteErreur } from './valeurs';

interface Lue {
  readonly correction: Correction;
  readonly valeur: Valeur;
  readonly formule: string | null;
  readonly format: string;
}

const LUES = 'values,formulas,valueTypes,numberFormat';

function celluleDe(contexte: Excel.RequestContext, { feuille, ligne, colonne }: Correction): Excel.Range {
  return contexte.workbook.worksheets.getItem(feuille).getCell(ligne - 1, colonne - 1);
}

export async function corriger(
  contexte: Excel.RequestContext,
  corrections: readonly Correction[],
): Promise<readonly Correction[]> {
  const lues = await relire(new Envoi(contexte), corrections);
  const envoi = new Envoi(contexte);
  const ecrites: { readonly lue: Lue; readonly cellule: Excel.Range }[] = [];
  try {
    for (const lue of lues) {
      await envoi.reserver(lue.correction.apres);
      const cellule = celluleDe(contexte, lue.correction);
      poser(cellule, lue.correction, lue.format);
      cellule.load(LUES);
      ecrites.push({ lue, cellule });
    }
    if (ecrites.length > 0) await envoi.partir();
  } catch (erreur) {
    if (envoi.partis > 0 || !estPassager(erreur))
      await retablir(contexte, lues.slice(0, ecrites.length), erreur);
    throw erreur;
  }
  return ecrites.map(({ lue, cellule }) => inverse(lue, cellule));
}

async function relire(envoi: Envoi, corrections: readonly Correction[]): Promise<Lue[]> {
  const demandes: { readonly correction: Correction; readonly cellule: Excel.Range }[] = [];
  for (const correction of corrections) {
    await envoi.reserver(null);
    const cellule = celluleDe(envoi.contexte, correction);
    cellule.load(LUES);
    cellule.format.protection.load('locked');
    cellule.worksheet.protection.load('protected');
    demandes.push({ correction, cellule });
  }
  if (demandes.length > 0) await envoi.partir();
  const lues = demandes.map(({ correction, cellule }): Lue => {
    const { feuille } = correction;
    if (cellule.worksheet.protection.protected && cellule.format.protection.locked !== false) {
      throw new ErreurClasseur(
        `La feuille « ${feuille} » est protégée : ôter sa protection (onglet Révision), puis recommencer.`,
      );
    }
    const [formule, format] = [formuleDe(cellule), String(cellule.numberFormat[0]?.[0])];
    return { correction, valeur: valeurDe(cellule), formule, format };
  });
  const changees = lues.flatMap(({ correction, valeur }) =>
    identiques(valeur, correction.avant) ? [] : [correction],
  );
  const [premiere] = changees;
  if (!premiere) return lues;
  const { feuille, ligne, colonne } = premiere;
  throw new CellulesChangees(
    `La cellule ${adresse(ligne, colonne)} de la feuille « ${feuille} » a changé depuis la vérification : vérifier de nouveau avant de corriger.`,
    changees,
  );
}

function valeurDe({ values, valueTypes, formulas }: Excel.Range): Valeur {
  const valeur = values[0]?.[0] as string | number | boolean;
  if (valueTypes[0]?.[0] === 'Error') return { illisible: String(valeur) };
  return valeur === '' && !estFormule(formulas[0]?.[0], valeur) ? null : valeur;
}

function formuleDe({ formulas, values }: Excel.Range): string | null {
  const formule: unknown = formulas[0]?.[0];
  return estFormule(formule, values[0]?.[0]) ? formule : null;
}

function identiques(a: Valeur, b: Valeur): boolean {
  if (a !== null && b !== null && estIllisible(a) && estIllisible(b)) return a.illisible === b.illisible;
  return a === b;
}

/** Excel lit un texte écrit comme une frappe : « 007 », « =A1 », « mars 2021 » changeraient de nature. */
function enTexte(texte: string, format: string): string {
  if (format === '@' || texte === '' || estTexteErreur(texte)) return texte;
  return /^\p{L}\D*$/u.test(texte) && !/^(?:vrai|faux|true|false)$/i.test(texte) ? texte : `'${texte}`;
}

function poser(cellule: Excel.Range, { apres, format, formule }: Correction, actuel: string): void {
  // Un nombre écrit dans une cellule au format Texte resterait un texte : la correction serait sans effet.
  const nombre = formule !== undefined || typeof apres === 'number' || typeof apres === 'boolean';
  const voulu = format ?? (nombre && actuel === '@' ? 'General' : actuel);
  if (voulu !== actuel) cellule.numberFormat = [[voulu]];
  if (formule !== undefined) cellule.formulas = [[formule]];
  else cellule.values = [[typeof apres === 'string' ? enTexte(apres, voulu) : (apres ?? '')]];
}

const valeurSimple = (valeur: Valeur): string | number | boolean | null =>
  valeur !== null && estIllisible(valeur) ? valeur.illisible : valeur;

function retour({ correction, valeur, formule, format }: Lue, avant: Valeur): Correction {
  const { feuille, ligne, colonne, propagee = false } = correction;
  return {
    feuille,
    ligne,
    colonne,
    avant,
    apres: propagee ? null : valeurSimple(valeur),
    format,
    ...(formule === null ? {} : { formule }),
  };
}

const inverse = (lue: Lue, cellule: Excel.Range): Correction => retour(lue, valeurDe(cellule));

async function retablir(contexte: Excel.RequestContext, lues: readonly Lue[], cause: unknown): Promise<void> {
  try {
    const envoi = new Envoi(contexte);
    for (const lue of lues) {
      await envoi.reserver(lue.formule ?? lue.valeur);
      // Le format d'arrivée n'est pas connu : « » force à reposer celui d'avant.
      poser(celluleDe(contexte, lue.correction), retour(lue, null), '');
    }
    await envoi.partir();
  } catch {
    throw new ErreurClasseur(
      `${traduire(cause).message} Certaines corrections ont pu être faites : relire ces cellules.`,
      { cause },
    );
  }
}
