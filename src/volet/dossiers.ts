/** Le dossier d'une cellule : sa ligne dans Projets, ou le dossier que cite une ligne d'une autre feuille. */
import type { Anomalie } from '../dossier/anomalies/anomalie';
import { GRAVITES } from '../dossier/anomalies/catalogue';
import { proprietaires } from '../dossier/lecture/proprietaire';
import type { Cellule } from '../classeur/excel/port';
import type { CalculProjet } from '../dossier/calcul/montants';
import type { Examen } from '../dossier/examiner';
import { cleProjet } from '../dossier/restitution/sorties/empechements';
import type { Etat } from './etat';
import { cleDossier, normaliser } from '../valeurs/texte';

export function dossierDe({ lecture, calculs }: Examen, cellule: Cellule | null): CalculProjet | null {
  if (cellule === null) return null;
  const { feuille, ligne } = cellule;
  if (feuille === lecture.projets.feuille.nom) return calculs.find((c) => c.projet.ligne === ligne) ?? null;
  const autre = [lecture.collectifs, lecture.versements, lecture.bonusVerses].find(
    (table) => table?.feuille.nom === feuille,
  );
  const lignes: readonly { readonly ligne: number; readonly dossier: string | null }[] = autre?.lignes ?? [];
  const cite = lignes.find((l) => l.ligne === ligne)?.dossier;
  if (cite === undefined || cite === null) return null;
  const cle = cleDossier(cite);
  return calculs.find(({ projet: { dossier } }) => dossier !== null && cleDossier(dossier) === cle) ?? null;
}

/** Ce qui reconnaît un dossier d'un contrôle à l'autre. */
export const cleDuDossier = ({ projet }: CalculProjet): string => cleProjet(projet);

/** Le dossier que le volet montre : l'épinglé, tant qu'il existe, sinon celui de la cellule. */
export const dossierMontre = (
  examen: Examen,
  { epingle, cellule }: Pick<Etat, 'epingle' | 'cellule'>,
): CalculProjet | null =>
  (epingle !== null && examen.calculs.find((c) => cleDuDossier(c) === epingle)) || dossierDe(examen, cellule);

/** Pour chaque dossier, ce où l'on cherche : numéro, gestionnaire, action, commune. Préparé une fois par contrôle. */
export const formesDesDossiers = ({ calculs }: Examen): ReadonlyMap<CalculProjet, string> =>
  new Map(
    calculs.map((c) => {
      const { dossier, gestionnaire, action, commune } = c.projet;
      return [c, normaliser([dossier, gestionnaire, action, commune].join(' '))];
    }),
  );

/** Les dossiers qui contiennent tous les mots cherchés. */
export function chercherDossiers(
  formes: ReadonlyMap<CalculProjet, string>,
  texte: string,
): readonly CalculProjet[] {
  const mots = texte.split(/\s+/).map(normaliser).filter(Boolean);
  return [...formes].flatMap(([c, forme]) => (mots.every((mot) => forme.includes(mot)) ? [c] : []));
}

/** La cellule du numéro de dossier, pour y aller. */
export const celluleDossier = ({ lecture }: Examen, { projet }: CalculProjet): Cellule => ({
  feuille: lecture.projets.feuille.nom,
  ligne: projet.ligne,
  colonne: lecture.projets.lieu(projet.ligne, 'dossier').colonne ?? 1,
});

/** Toutes ses anomalies, les bloquantes d'abord : celles de sa ligne, et celles des collectifs et des versements qui le citent. */
export function anomaliesDuDossier(
  { lecture, anomalies }: Examen,
  { projet }: CalculProjet,
): readonly Anomalie[] {
  const proprietaire = proprietaires(lecture);
  const { nom } = lecture.projets.feuille;
  const cle = projet.dossier === null ? null : cleDossier(projet.dossier);
  const siennes = anomalies.filter((a) => {
    if (a.feuille === nom) return a.ligne === projet.ligne;
    const aQui = proprietaire(a);
    return aQui !== null && cle !== null && cleDossier(aQui.dossier) === cle;
  });
  return GRAVITES.flatMap((gravite) => siennes.filter((a) => a.gravite === gravite));
}
