/** Le dossier d'une cellule : sa ligne dans Projets, ou le dossier que cite une ligne d'une autre feuille. */
import type { Anomalie } from '../dossier/anomalies/anomalie';
import { proprietaires } from '../dossier/restitution/proprietaire';
import type { Cellule } from '../classeur/excel/port';
import type { CalculProjet } from '../dossier/calcul/montants';
import type { Examen } from '../dossier/examiner';
import { cleDossier } from '../valeurs/texte';

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

/** La cellule du numéro de dossier, pour y aller. */
export const celluleDossier = ({ lecture }: Examen, { projet }: CalculProjet): Cellule => ({
  feuille: lecture.projets.feuille.nom,
  ligne: projet.ligne,
  colonne: lecture.projets.lieu(projet.ligne, 'dossier').colonne ?? 1,
});

/** Toutes ses anomalies : celles de sa ligne, et celles des collectifs et des versements qui le citent. */
export function anomaliesDuDossier(
  { lecture, anomalies }: Examen,
  { projet }: CalculProjet,
): readonly Anomalie[] {
  const proprietaire = proprietaires(lecture);
  const { nom } = lecture.projets.feuille;
  const cle = projet.dossier === null ? null : cleDossier(projet.dossier);
  return anomalies.filter((a) => {
    if (a.feuille === nom) return a.ligne === projet.ligne;
    const aQui = proprietaire(a);
    return aQui !== null && cle !== null && cleDossier(aQui.dossier) === cle;
  });
}
