import { adresseAvecFeuille, contient, intersection } from '../../grille/adresses';
import type { Rect } from '../../grille/types';
import { ecrireEntrees, exigerEcriture } from '../../classeur/ecriture';
import { ErreurOffice } from '../../classeur/erreurs';
import type { Objet } from '../classe';
import type { PlageVue } from '../vues';
import { plages } from './plages';

/** doc : excel/excel.range#getMergedAreasOrNullObject (« more than 512 … this method will fail ») */
const FUSIONS_MAX = 512;

/**
 * Les fusions dont le coin est dans la plage ; leur adresse commune ne cite que les coins, et c'est `areas` qui dit
 * chacune. office-js#3611, #1590
 */
export function fusionsDe(vue: PlageVue): Objet | null {
  const { feuille, rect } = vue;
  const rects = feuille.fusions.filter(({ ligne, colonne }) => contient(rect, ligne, colonne));
  if (rects.length > FUSIONS_MAX)
    throw new ErreurOffice('GeneralException', `Plus de ${FUSIONS_MAX} zones fusionnées.`);
  const coin = ({ ligne, colonne }: Rect): string =>
    adresseAvecFeuille(feuille.nom, { ligne, colonne, lignes: 1, colonnes: 1 });
  return rects.length > 0 ? plages({ ...vue, rects, adresse: rects.map(coin).join(',') }) : null;
}

/** doc : excel/excel.range#merge — seule la cellule du coin garde son contenu ; un tableau ne se fusionne pas. */
export function fusionner(vue: PlageVue, parLigne: boolean): void {
  const { classeur, feuille, rect } = vue;
  exigerEcriture(vue);
  if (classeur.tableaux.some((tableau) => tableau.feuille === feuille && intersection(tableau.rect, rect)))
    throw new ErreurOffice('InvalidOperation', 'Les cellules d’un tableau ne se fusionnent pas.');
  const zones = parLigne
    ? Array.from({ length: rect.lignes }, (_, i) => ({ ...rect, ligne: rect.ligne + i, lignes: 1 }))
    : [rect];
  for (const zone of zones) {
    const restent = feuille.fusions.filter((fusion) => !intersection(fusion, zone));
    feuille.fusions.splice(0, feuille.fusions.length, ...restent, zone);
    const vides = Array.from({ length: zone.lignes }, (_, i) =>
      Array.from({ length: zone.colonnes }, (__, j) => (i === 0 && j === 0 ? undefined : null)),
    );
    ecrireEntrees(classeur, { feuille, rect: zone }, vides, 'complement');
    classeur.grille.presenter(feuille.id, { genre: 'fusion', rect: zone, fusionnee: true });
  }
}

export function defusionner(vue: PlageVue): void {
  const { classeur, feuille, rect } = vue;
  exigerEcriture(vue);
  const restent = feuille.fusions.filter((fusion) => !intersection(fusion, rect));
  feuille.fusions.splice(0, feuille.fusions.length, ...restent);
  classeur.grille.presenter(feuille.id, { genre: 'fusion', rect, fusionnee: false });
}
