/** L'enveloppe d'une année civile pour une personne. */
import type { SuiviEnveloppe } from '../../dossier/restitution/suite/enveloppe';
import { typographier } from '../../dossier/affichage/typographie';
import { anneeScolaire } from '../../reglement/annee';
import type { Ecran } from '../ecran';
import { ligneMontant } from './lignes';

export function resumeEnveloppe(suivi: SuiviEnveloppe, ecran: Ecran): string {
  const { annee, notifiee, engage, paye, disponible, parts, bonus } = suivi;
  return [
    ecran.teinter('gras', typographier(`Enveloppe ${annee}`)),
    ...(notifiee ? [ligneMontant('Notifiée', notifiee)] : []),
    ...parts.flatMap((p) => [
      ligneMontant(`Engagé, ${p.part} de ${anneeScolaire(p.annee)}`, p.engage),
      ligneMontant(`Payé, gestion ${annee} de ${anneeScolaire(p.annee)}`, p.paye),
    ]),
    ligneMontant('Engagé', engage),
    ligneMontant('Payé', paye),
    ...(notifiee ? [ligneMontant('Disponible (notifiée − engagé)', disponible)] : []),
    ligneMontant('Bonus accordés, à part', bonus.accorde),
    ligneMontant('Bonus versés', bonus.paye),
  ].join('\n');
}
