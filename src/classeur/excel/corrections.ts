/**
 * Corriger des cellules de l'agent, à sa demande : toutes relues d'abord, écrites seulement si aucune n'a changé.
 * Office.js ne défait rien de ce qui précède une action refusée : un échec est suivi du rétablissement.
 */
import { adresseDe } from '../../dossier/formes/adresses';
import { CellulesChangees, ErreurClasseur } from '../../dossier/formes/erreurs';
import { genreDeFormat } from '../../valeurs/formatNombre';
import { estIllisible, type Valeur } from '../../valeurs/valeur';
import { Envoi } from './envoi';
import { estPassager, refusProtegee, traduire } from './erreurs';
import { refuseFormats } from './etat';
import type { Correction } from './port';
import { estFormule, estTexteErreur } from './valeurs';

interface Lue {
  readonly correction: Correction;
  readonly valeur: Valeur;
  readonly formule: string | null;
  readonly format: string;
  /** La feuille, protégée, ne laisse pas changer les formats. */
  readonly fige: boolean;
}

const LUES = 'values,formulas,valueTypes,numberFormat';

/** Des corrections qui se suivent dans une colonne : une seule plage à lire, une seule à écrire. */
type Suite = readonly Correction[];

function suites(corrections: readonly Correction[]): Suite[] {
  const trouvees: Correction[][] = [];
  const ouvertes = new Map<string, Correction[]>();
  for (const correction of corrections) {
    const { feuille, ligne, colonne, formule } = correction;
    const cle = JSON.stringify([feuille, colonne, formule === undefined]);
    const ouverte = ouvertes.get(cle);
    if (ouverte && ouverte.at(-1)?.ligne === ligne - 1) ouverte.push(correction);
    else {
      const neuve = [correction];
      ouvertes.set(cle, neuve);
      trouvees.push(neuve);
    }
  }
  return trouvees;
}

function plageDe(contexte: Excel.RequestContext, suite: Suite): Excel.Range {
  const { feuille, ligne, colonne } = suite[0] as Correction;
  return contexte.workbook.worksheets
    .getItem(feuille)
    .getRangeByIndexes(ligne - 1, colonne - 1, suite.length, 1);
}

export async function corriger(
  contexte: Excel.RequestContext,
  corrections: readonly Correction[],
): Promise<readonly Correction[]> {
  const lues = await relire(new Envoi(contexte), suites(corrections));
  const envoi = new Envoi(contexte);
  const ecrites: { readonly suite: readonly Lue[]; readonly plage: Excel.Range }[] = [];
  try {
    for (const suite of lues) {
      const voulues = suite.map((lue) => lue.correction);
      await envoi.reserver(voulues.map(({ apres }) => apres));
      const plage = plageDe(contexte, voulues);
      poser(
        plage,
        voulues,
        suite.map(({ format }) => format),
        suite[0]?.fige,
      );
      plage.load(LUES);
      ecrites.push({ suite, plage });
    }
    if (ecrites.length > 0) await envoi.partir();
  } catch (erreur) {
    if (envoi.partis > 0 || !estPassager(erreur))
      await retablir(contexte, lues.slice(0, ecrites.length), erreur);
    throw erreur;
  }
  return ecrites.flatMap(({ suite, plage }) => suite.map((lue, i) => retour(lue, valeurDe(plage, i))));
}

async function relire(envoi: Envoi, demandees: readonly Suite[]): Promise<(readonly Lue[])[]> {
  const demandes: { readonly suite: Suite; readonly plage: Excel.Range }[] = [];
  for (const suite of demandees) {
    await envoi.reserver(suite.map(() => null));
    const plage = plageDe(envoi.contexte, suite);
    plage.load(LUES);
    plage.format.protection.load('locked');
    plage.worksheet.protection.load('protected,options');
    demandes.push({ suite, plage });
  }
  if (demandes.length > 0) await envoi.partir();
  const lues = demandes.map(({ suite, plage }): Lue[] => {
    const { protection } = plage.worksheet;
    const fige = refuseFormats(protection);
    const actuelles = suite.map((correction, i) => ({
      correction,
      valeur: valeurDe(plage, i),
      formule: formuleDe(plage, i),
      format: String(plage.numberFormat[i]?.[0]),
      fige,
    }));
    // « verrouillée » est inconnu quand une partie l'est : une correction au moins serait refusée
    const verrouillees = protection.protected && plage.format.protection.locked !== false;
    if (verrouillees || (fige && actuelles.some(exigeUnFormat))) throw refusProtegee(suite[0]?.feuille ?? '');
    return actuelles;
  });
  const changees = lues
    .flat()
    .flatMap(({ correction, valeur }) => (identiques(valeur, correction.avant) ? [] : [correction]));
  const [premiere] = changees;
  if (!premiere) return lues;
  const { feuille, ligne, colonne } = premiere;
  throw new CellulesChangees(
    `La cellule ${adresseDe(ligne, colonne)} de la feuille « ${feuille} » a changé depuis la vérification : vérifier de nouveau avant de corriger.`,
    changees,
  );
}

function valeurDe({ values, valueTypes, formulas }: Excel.Range, i: number): Valeur {
  const valeur = values[i]?.[0] as string | number | boolean;
  if (valueTypes[i]?.[0] === 'Error') return { illisible: String(valeur) };
  return valeur === '' && !estFormule(formulas[i]?.[0], valeur) ? null : valeur;
}

function formuleDe({ formulas, values }: Excel.Range, i: number): string | null {
  const formule: unknown = formulas[i]?.[0];
  return estFormule(formule, values[i]?.[0]) ? formule : null;
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

/** Sans le format voulu, ce nombre se lirait comme un texte, ou cette date comme un nombre. */
function exigeUnFormat({ correction, format }: Lue): boolean {
  const voulu = formatVoulu(correction, format);
  if (typeof correction.apres !== 'number' || voulu === format) return false;
  return format === '@' || genreDeFormat(voulu, correction.apres) !== genreDeFormat(format, correction.apres);
}

/** Un nombre écrit dans une cellule au format Texte resterait un texte : la correction serait sans effet. */
function formatVoulu({ apres, format, formule }: Correction, actuel: string): string {
  const nombre = formule !== undefined || typeof apres === 'number' || typeof apres === 'boolean';
  return format ?? (nombre && actuel === '@' ? 'General' : actuel);
}

/** Toutes avec une formule, ou aucune. @param actuels le format de chaque cellule */
function poser(plage: Excel.Range, suite: Suite, actuels: readonly string[], fige = false): void {
  const voulus = fige ? actuels : suite.map((correction, i) => formatVoulu(correction, actuels[i] ?? ''));
  if (voulus.some((voulu, i) => voulu !== actuels[i])) plage.numberFormat = voulus.map((voulu) => [voulu]);
  if (suite[0]?.formule !== undefined) plage.formulas = suite.map(({ formule }) => [formule]);
  else
    plage.values = suite.map(({ apres }, i) => [
      typeof apres === 'string' ? enTexte(apres, voulus[i] ?? '') : (apres ?? ''),
    ]);
}

const valeurSimple = (valeur: Valeur): string | number | boolean | null =>
  valeur !== null && estIllisible(valeur) ? valeur.illisible : valeur;

function retour({ correction, valeur, formule, format, fige }: Lue, avant: Valeur): Correction {
  const { feuille, ligne, colonne, propagee = false } = correction;
  return {
    feuille,
    ligne,
    colonne,
    avant,
    apres: propagee ? null : valeurSimple(valeur),
    ...(!fige && { format }),
    ...(formule === null ? {} : { formule }),
  };
}

async function retablir(
  contexte: Excel.RequestContext,
  lues: readonly (readonly Lue[])[],
  cause: unknown,
): Promise<void> {
  try {
    const envoi = new Envoi(contexte);
    for (const suite of suites(lues.flat().map((lue) => retour(lue, null)))) {
      await envoi.reserver(suite.map(({ formule, apres }) => formule ?? apres));
      // Le format d'arrivée n'est pas connu : « » force à reposer celui d'avant.
      poser(
        plageDe(contexte, suite),
        suite,
        suite.map(() => ''),
      );
    }
    await envoi.partir();
  } catch {
    throw new ErreurClasseur(
      `${traduire(cause).message} Certaines corrections ont pu être faites : relire ces cellules.`,
      { cause },
    );
  }
}
