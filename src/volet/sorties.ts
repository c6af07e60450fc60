/** Les pages et les données ouvertes, chargées quand l'agent en demande une. */
import type { Examen } from '../dossier/examiner';
import { planComite } from '../dossier/restitution/sorties/planComite';
import { planPaiements } from '../dossier/restitution/sorties/planPaiements';
import { planTableauDeBord } from '../dossier/restitution/sorties/planTableauDeBord';
import {
  csvSubventions,
  datapackageSubventions,
  lignesSubventions,
} from '../dossier/restitution/sorties/subventions';
import type { Fichier } from './etat';

export const PAGES = { paiements: planPaiements, comite: planComite, tableauDeBord: planTableauDeBord };

const SUBVENTIONS = 'subventions.csv';

/** Le fichier SCDL et le datapackage.json qui le décrit. */
export function fichiersSubventions(examen: Examen): { lignes: number; fichiers: Fichier[] } {
  const lignes = lignesSubventions(examen, examen.lecture.parametres.siretCaf);
  const description = JSON.stringify(datapackageSubventions(SUBVENTIONS, examen), null, 2);
  const octets = (texte: string): Uint8Array => new TextEncoder().encode(texte);
  return {
    lignes: lignes.length,
    fichiers: [
      { nom: SUBVENTIONS, octets: octets(csvSubventions(lignes)) },
      { nom: 'datapackage.json', octets: octets(`${description}\n`) },
    ],
  };
}
