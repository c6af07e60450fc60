/** Les paiements du jour pour une personne : à faire, puis en attente, puis les totaux. */
import type { Paiements } from '../../dossier/restitution/sorties/paiements';
import { euros } from '../../reglement/explication';
import type { Ecran } from '../ecran';
import { dire } from '../texte';
import { ligneMontant } from './lignes';

export function resumePaiements({ paiements, enAttente, totaux }: Paiements, ecran: Ecran): string {
  const ligne = (texte: string): string => dire(texte, ecran, '    ', '  ');
  const blocs = [
    [
      ecran.teinter('gras', 'À payer, à recouvrer'),
      ...(paiements.length > 0
        ? paiements.map((p) =>
            ligne(`${p.dossier} : ${p.nature} ${p.gestion}, ${euros(p.montant)} (${p.compte}) : ${p.motif}`),
          )
        : ['  Rien aujourd’hui.']),
    ],
  ];
  if (enAttente.length > 0)
    blocs.push([
      ecran.teinter('gras', 'En attente'),
      ...enAttente.map(({ dossier, motif }) => ligne(`${dossier} : ${motif}`)),
    ]);
  const sommes = Object.entries(totaux);
  if (sommes.length > 0)
    blocs.push([
      ecran.teinter('gras', 'Totaux'),
      ...sommes.map(([nature, total]) => ligneMontant(nature, total)),
    ]);
  return blocs.map((b) => b.join('\n')).join('\n\n');
}
