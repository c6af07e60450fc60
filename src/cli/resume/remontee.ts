/** La remontée pour une personne : ce qui part à la Cnaf, où c'est écrit, et son empreinte. */
import type { Examen } from '../../dossier/examiner';
import { estNeant, type Remontee } from '../../dossier/restitution/remontee/donnees';
import { nomFichier } from '../../dossier/restitution/remontee/identite';
import { CLES_TOTAL, TOTAUX, type TotauxRemontee } from '../../dossier/restitution/remontee/presentation';
import { resumeEcrit } from '../ecrire';
import type { Ecrit } from '../fichiers';
import type { Ecran } from '../ecran';
import { typographier } from '../../dossier/affichage/typographie';
import { dire, paragraphe } from '../texte';
import { compteEnMots } from './anomalies';
import { ligneMontant, ligneNombre } from './lignes';

export const lignesTotaux = (totaux: TotauxRemontee): string[] =>
  CLES_TOTAL.map((cle) => {
    const total = totaux[cle];
    return typeof total === 'number'
      ? ligneNombre(TOTAUX[cle].libelle, total)
      : ligneMontant(TOTAUX[cle].libelle, total);
  });

export function resumeRemontee(remontee: Remontee, examen: Examen, ecrit: Ecrit, ecran: Ecran): string {
  const titre = estNeant(remontee) ? 'Remontée « néant » : aucun bonus' : 'Remontée pour la Cnaf';
  return [
    [ecran.teinter('gras', typographier(titre)), ...lignesTotaux(remontee.totaux)].join('\n'),
    [
      resumeEcrit(ecrit, ecran),
      ...(ecrit.chemin.endsWith(nomFichier(remontee))
        ? []
        : [dire(`Nom attendu par la Cnaf : ${nomFichier(remontee)}`, ecran, '  ', '')]),
      typographier('Empreinte SHA-256 :'),
      `  ${remontee.empreinte}`,
    ].join('\n'),
    paragraphe(typographier(`Anomalies : ${compteEnMots(examen, ecran)}.`), ecran.largeur),
  ].join('\n\n');
}
