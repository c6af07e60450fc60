/** Une feuille relue est-elle celle que Clas écrirait ? La première cellule qui diffère est nommée. */
import { decimalDe } from '../../../valeurs/nombre';
import { texteDe } from '../../../valeurs/texte';
import { estIllisible, type Valeur } from '../../../valeurs/valeur';
import type { CellulePlan, FeuillePlan } from '../../formes/plan';
import { refus, type FeuilleRelue } from './feuilleRelue';

/** Textes comparés blancs réduits, nombres sur les quinze chiffres qu'Excel garde : un réenregistrement ne change rien. */
function forme(valeur: Valeur): string {
  if (typeof valeur === 'number') return decimalDe(valeur).toString();
  return texteDe(valeur) ?? '';
}

/** @throws ErreurClasseur à la première différence. Les phrases d'aide (style `aide`) peuvent changer d'une version à l'autre. */
export function comparer(feuille: FeuilleRelue, plan: FeuillePlan): void {
  feuille.refuserCache();
  const derniere = Math.max(feuille.derniere, plan.lignes.length);
  for (let l = 1; l <= derniere; l++) {
    const attendues: readonly CellulePlan[] = plan.lignes[l - 1] ?? [];
    const largeur = Math.max(feuille.largeur(l), attendues.length);
    for (let c = 1; c <= largeur; c++) {
      const attendue = attendues[c - 1];
      const formule = feuille.formule(l, c);
      if (formule !== (attendue?.formule ?? null))
        throw refus(
          `Formule de la cellule ${feuille.ou(l, c)} changée après la génération : « ${formule ?? 'aucune'} » au lieu de « ${attendue?.formule ?? 'aucune'} ».`,
        );
      if (attendue?.style === 'aide') continue;
      const lue = feuille.valeur(l, c);
      if (!estIllisible(lue) && forme(lue) === forme(attendue?.valeur ?? null)) continue;
      throw refus(
        `Cellule ${feuille.ou(l, c)} modifiée après la génération : « ${forme(lue)} » au lieu de « ${forme(attendue?.valeur ?? null)} ».`,
      );
    }
  }
}
