/** clas cloture : l'arrêté des comptes de N, ses contrepassations en N+1 et l'état de liquidation. */
import { join } from 'node:path';
import { ajouterFeuille } from '../../classeur/xlsx/ajout';
import { creerCloture, type Cloture } from '../../dossier/restitution/arrete/arrete';
import {
  DEJA_FIGE,
  fichiersCsv,
  planEcritures,
  planEcrituresPassees,
} from '../../dossier/restitution/arrete/planEcritures';
import { jsonCloture } from '../../dossier/restitution/json';
import type { Demande } from '../commande';
import { ErreurUsage } from '../erreurs';
import {
  genreDeCopie,
  lireOctets,
  preparerDossier,
  preparerSortie,
  remplacer,
  type Ecrit,
} from '../fichiers';
import { resumeCloture } from '../resume/cloture';
import { ecrireOfficiel } from './officiel';

/** La copie du classeur où l'arrêté est figé. */
async function figer(cloture: Cloture, { valeurs, fichiers: [fichier = ''] }: Demande): Promise<Ecrit[]> {
  const { figer: sortie } = valeurs;
  if (sortie === undefined) return [];
  if (cloture.passees) throw new ErreurUsage(DEJA_FIGE);
  const octets = await ajouterFeuille(lireOctets(fichier), planEcrituresPassees(cloture));
  return [remplacer(preparerSortie(sortie, [fichier], { genre: genreDeCopie(fichier) }), octets)];
}

/** Les CSV demandés, chacun remplacé entier. */
function ecrireCsv(cloture: Cloture, { valeurs, fichiers }: Demande): Ecrit[] {
  const { csv } = valeurs;
  if (csv === undefined) return [];
  return fichiersCsv(cloture).map(({ nom, octets }) =>
    remplacer(preparerSortie(join(csv, nom), fichiers, { genre: '.csv' }), octets),
  );
}

export const cloture = ecrireOfficiel({
  role: 'l’arrêté des comptes : charges à payer, engagements, contrepassations, état de liquidation',
  objet: 'le fichier des écritures',
  creer: creerCloture,
  plan: planEcritures,
  json: jsonCloture,
  resumer: (faite, _examen, ecrit, ecran) => resumeCloture(faite, ecrit, ecran),
  facultatives: ['csv', 'figer'],
  preparer: ({ valeurs: { csv, figer: copie, sortie = '' }, fichiers }) => {
    if (csv !== undefined) preparerDossier(csv);
    if (copie !== undefined)
      preparerSortie(copie, fichiers, { autres: [sortie], genre: genreDeCopie(fichiers[0] ?? '') });
  },
  completer: async (faite, demande) => [...(await figer(faite, demande)), ...ecrireCsv(faite, demande)],
});
