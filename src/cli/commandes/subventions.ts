/** clas subventions : les subventions accordées, en données ouvertes (SCDL 2.1.1), avec leur datapackage.json. */
import type { FormeJson } from '../../dossier/restitution/formesJson';
import { basename, dirname, join } from 'node:path';
import {
  csvSubventions,
  datapackageSubventions,
  lignesSubventions,
  refusSubventions,
  sansSiret,
} from '../../dossier/restitution/sorties/subventions';
import { phraseBlocage } from '../../dossier/restitution/blocage';
import { jsonVerifier } from '../../dossier/restitution/json';
import type { Commande } from '../commande';
import { resumeEcrit } from '../ecrire';
import { examinerFichier, OPTIONS_EXAMEN } from '../examen';
import { preparerSortie, remplacer } from '../fichiers';
import { resumeBloquantes } from '../resume/anomalies';
import { pluriel } from '../../dossier/affichage/pluriel';
import { dire } from '../texte';

const encoder = new TextEncoder();
const CITES_MAX = 5;

export const subventions: Commande = {
  role: 'les subventions accordées en données ouvertes : fichier SCDL « Subventions » et datapackage.json',
  fichiers: 'un',
  obligatoires: ['sortie'],
  facultatives: ['siret', ...OPTIONS_EXAMEN],
  precisions: {
    sortie: {
      valeur: 'FICHIER',
      aide: 'fichier CSV à écrire, et datapackage.json à côté ; s’ils existent, ils sont remplacés',
    },
  },
  executer: async (demande) => {
    const sortie = demande.valeurs.sortie ?? '';
    const description = join(dirname(sortie), 'datapackage.json');
    const csv = preparerSortie(sortie, demande.fichiers, { genre: '.csv' });
    const aCote = preparerSortie(description, demande.fichiers, { genre: '.json' });
    const examen = await examinerFichier(demande);
    const siretCaf = demande.valeurs.siret ?? examen.lecture.parametres.siretCaf;
    const refus = examen.valide
      ? siretCaf && refusSubventions(examen)
      : phraseBlocage(examen, 'le fichier des subventions');
    if (refus !== null)
      return {
        code: 1,
        json: () => jsonVerifier(examen),
        resume: (ecran) => resumeBloquantes(examen, ecran),
        motif: refus,
      };
    const lignes = lignesSubventions(examen, siretCaf);
    const anonymes = sansSiret(lignes);
    const sansIdentifiant =
      anonymes.length > 0
        ? ` Sans Siret valide, publié sans lui : ${anonymes.slice(0, CITES_MAX).join(', ')}${anonymes.length > CITES_MAX ? '…' : '.'}`
        : '';
    const ecrit = remplacer(csv, encoder.encode(csvSubventions(lignes)));
    remplacer(
      aCote,
      encoder.encode(`${JSON.stringify(datapackageSubventions(basename(sortie), examen), null, 2)}\n`),
    );
    return {
      code: 0,
      json: (): FormeJson<'subventions'> => ({ fichier: sortie, lignes: lignes.length }),
      resume: (ecran) =>
        [
          dire(`${pluriel(lignes.length, 'subvention')}.${sansIdentifiant}`, ecran),
          resumeEcrit(ecrit, ecran),
        ].join('\n'),
    };
  },
};
