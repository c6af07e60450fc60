/** L'enveloppe d'une année civile pour une personne. */
import { anneesManquantes, type SuiviEnveloppe } from '../../dossier/restitution/suite/enveloppe';
import { typographier } from '../../dossier/affichage/typographie';
import { anneeScolaire } from '../../reglement/annee';
import type { Ecran } from '../ecran';
import { dire } from '../texte';
import { ligneMontant } from './lignes';

/** Une enveloppe a deux moitiés : sans l'une, ce qui est disponible ne l'est pas vraiment. */
const manquantes = (suivi: SuiviEnveloppe): string[] =>
  anneesManquantes(suivi).map(
    ({ part, annee }) =>
      `Sans le classeur ${anneeScolaire(annee)} : ses ${part} ne sont pas comptés dans l’engagé.`,
  );

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
    ...manquantes(suivi).map((phrase) => dire(phrase, ecran, '  ')),
    ligneMontant('Bonus accordés, à part', bonus.accorde),
    ligneMontant('Bonus versés', bonus.paye),
  ].join('\n');
}
