/** Le bilan de lecture en trois lignes : ce qui a été lu, ce qui a été ignoré, ce qui n'a pas été lu. */
import { lettres } from '../../dossier/formes/adresses';
import type { FeuilleLue } from '../../dossier/lecture/bilan';
import type { Ecran } from '../ecran';
import { pluriel } from '../../dossier/affichage/pluriel';
import { dire, enumerer } from '../texte';

/** Au-delà, la ligne n'est plus une ligne : le compte suffit, le détail est dans --json. */
const CITEES = 8;

const citer = (mots: readonly string[]): string =>
  mots.length <= CITEES
    ? enumerer(mots)
    : `${mots.slice(0, CITEES).join(', ')} et ${pluriel(mots.length - CITEES, 'autre')}`;

export function resumeLecture(bilan: readonly FeuilleLue[], ecran: Ecran): string {
  const lues = bilan
    .filter(({ role }) => role !== null && role !== 'generee')
    .map(({ feuille, lignesLues }) => `${feuille} (${pluriel(lignesLues, 'ligne')})`);
  const ignorees = bilan.flatMap(({ feuille, lignesIgnorees }) =>
    lignesIgnorees.map(({ ligne, derniere, motif }) =>
      ligne === derniere
        ? `${feuille} ligne ${ligne} (${motif})`
        : `${feuille} lignes ${ligne} à ${derniere} (${motif})`,
    ),
  );
  const nonLues = bilan.flatMap(({ feuille, colonnesNonLues }) =>
    colonnesNonLues.map(
      ({ colonne, entete, valeurs }) =>
        `« ${entete === '' ? `colonne ${lettres(colonne)}` : entete} » (${feuille}, ${pluriel(valeurs, 'valeur')})`,
    ),
  );
  const horsChamp = bilan.filter(({ role }) => role === null).map(({ feuille }) => `feuille « ${feuille} »`);
  const ligne = (titre: string, mots: readonly string[]): string =>
    dire(`${titre} : ${mots.length === 0 ? 'rien' : citer(mots)}.`, ecran, '  ', '');
  return [ligne('Lu', lues), ligne('Ignoré', ignorees), ligne('Non lu', [...nonLues, ...horsChamp])].join(
    '\n',
  );
}
