/** Une comparaison pour une personne : ce qui est venu, parti, changé, et de combien. */
import type { Comparaison } from '../../dossier/restitution/suite/comparer';
import {
  direAnnees,
  direChamps,
  direEffets,
  direRenumerote,
} from '../../dossier/restitution/suite/direComparaison';
import { typographier } from '../../dossier/affichage/typographie';
import type { Ecran } from '../ecran';
import { pluriel } from '../../dossier/affichage/pluriel';
import { dire, inoffensif } from '../texte';

const liste = (titre: string, dossiers: readonly string[], ecran: Ecran): string[] =>
  dossiers.length === 0 ? [] : [dire(`${titre} : ${dossiers.join(', ')}`, ecran, '  ', '')];

export function resumeComparaison(comparaison: Comparaison, ecran: Ecran): string {
  const { ajoutes, disparus, renumerotes, modifies } = comparaison;
  const annees = direAnnees(comparaison);
  const total = ajoutes.length + disparus.length + modifies.length;
  if (total === 0) return typographier('Aucun changement.');
  const details = modifies.map((modifie) => {
    const effets = direEffets(modifie);
    return [
      ecran.teinter('gras', inoffensif(modifie.dossier)),
      ...direChamps(modifie).map((l) => dire(l, ecran, '    ', '  ')),
      ...(effets.length > 0 ? [dire(`Effet : ${effets.join(', ')}`, ecran, '    ', '  ')] : []),
    ].join('\n');
  });
  return [
    ...(annees === null ? [] : [typographier(annees)]),
    [
      typographier(
        `${pluriel(ajoutes.length, 'projet ajouté', 'projets ajoutés')}, ${pluriel(disparus.length, 'disparu')}, ${pluriel(modifies.length, 'modifié')}.`,
      ),
      ...liste('Ajoutés', ajoutes, ecran),
      ...liste('Disparus', disparus, ecran),
      ...renumerotes.map((r) => dire(direRenumerote(r), ecran, '  ', '')),
    ].join('\n'),
    ...details,
  ].join('\n\n');
}
