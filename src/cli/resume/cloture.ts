/** L'arrêté des comptes pour une personne : les totaux, l'équilibre, les enveloppes. */
import type { Cloture } from '../../dossier/restitution/arrete/arrete';
import { resumeEcrit } from '../ecrire';
import type { Ecrit } from '../fichiers';
import type { Ecran } from '../ecran';
import { typographier } from '../../dossier/affichage/typographie';
import { pluriel } from '../../dossier/affichage/pluriel';
import { ligneMontant } from './lignes';

export function resumeCloture(
  { annee, projets, ecritures, totaux, enveloppes }: Cloture,
  ecrit: Ecrit,
  ecran: Ecran,
): string {
  const titre = `Arrêté des comptes de ${annee} : ${pluriel(projets.length, 'projet')}, ${pluriel(ecritures.length, 'écriture')}`;
  return [
    [
      ecran.teinter('gras', typographier(titre)),
      ligneMontant(`Charges à payer ${annee}`, totaux.chargeAPayer),
      ligneMontant(`Engagements sur ${annee + 1}`, totaux.engagement),
      ligneMontant('Total des débits', totaux.debit),
      ligneMontant('Total des crédits', totaux.credit),
      ...Object.entries(enveloppes).map(([civile, montant]) =>
        ligneMontant(`Part de l’enveloppe ${civile}`, montant),
      ),
    ].join('\n'),
    resumeEcrit(ecrit, ecran),
  ].join('\n\n');
}
