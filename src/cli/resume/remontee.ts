/** La remontée pour une personne : ce qui part à la Cnaf, où c'est écrit, et son empreinte. */
import type { Examen } from '../../dossier/examiner';
import type { Remontee } from '../../dossier/restitution/remontee/remontee';
import type { TotauxRemontee } from '../../dossier/restitution/remontee/presentation';
import { resumeEcrit, type Ecrit } from '../ecrire';
import type { Ecran } from '../ecran';
import { typographier } from '../../dossier/affichage/typographie';
import { paragraphe } from '../texte';
import { compteEnMots } from './anomalies';
import { ligneMontant, ligneNombre } from './lignes';

export const lignesTotaux = (t: TotauxRemontee): string[] => [
  ligneNombre('Projets avec bonus', t.projets),
  ligneNombre('Collectifs de ces projets', t.collectifs),
  ligneNombre('Collectifs avec bonus enfants', t.collectifsBonusEnfants),
  ligneNombre('Collectifs avec bonus parents', t.collectifsBonusParents),
  ligneMontant('Bonus enfants', t.bonusEnfants),
  ligneMontant('Bonus parents', t.bonusParents),
  ligneMontant('Bonus accordés', t.bonusAccordes),
  ligneMontant('Bonus versés, année précédente', t.bonusVerses),
];

export function resumeRemontee(remontee: Remontee, examen: Examen, ecrit: Ecrit, ecran: Ecran): string {
  const titre = remontee.neant ? 'Remontée « néant » : aucun bonus' : 'Remontée pour la Cnaf';
  return [
    [ecran.teinter('gras', typographier(titre)), ...lignesTotaux(remontee.totaux)].join('\n'),
    [
      resumeEcrit(ecrit, ecran),
      ...(ecrit.chemin.endsWith(remontee.fichier)
        ? []
        : [
            paragraphe(
              typographier(`Nom attendu par la Cnaf : ${remontee.fichier}`),
              ecran.largeur,
              '  ',
              '',
            ),
          ]),
      typographier('Empreinte SHA-256 :'),
      `  ${remontee.empreinte}`,
    ].join('\n'),
    paragraphe(typographier(`Anomalies : ${compteEnMots(examen, ecran)}.`), ecran.largeur),
  ].join('\n\n');
}
