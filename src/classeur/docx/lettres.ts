/** Les lettres d'un classeur, une par dossier concerné, d'après le modèle Word de l'agent. */
import type { Examen } from '../../dossier/examiner';
import { champsDes, NOMS_CHAMPS, NOMS_LISTES } from '../../dossier/restitution/sorties/champs';
import { nomDeCourrier } from '../../dossier/restitution/sorties/destinataires';
import { lireModele } from '.';

/** Une lettre faite, ou les montants inconnus que le modèle cite et qui l'empêchent. */
export type Lettre =
  | { readonly nom: string; readonly octets: Uint8Array }
  | { readonly dossier: string; readonly inconnus: readonly string[] };

/** Le modèle se compile une fois par lot, qui tient en mémoire ; à l'écran, un arrêt s'entend entre deux lettres. */
const LOT = 50;

/** @throws ErreurClasseur quand le modèle n'est pas un document Word, ou nomme un champ qui n'existe pas. */
export function preparerLettres(modele: Uint8Array) {
  const { champs: employes, remplir } = lireModele(modele, NOMS_CHAMPS, NOMS_LISTES);
  /** Une issue par dossier concerné, faite quand on la demande ; aucune n'est gardée ici. */
  return function* (examen: Examen, concernes: Examen['calculs']): Generator<Lettre, void> {
    const champsDe = champsDes(examen, employes);
    const pris = new Set<string>();
    for (let debut = 0; debut < concernes.length; debut += LOT) {
      const lot = concernes.slice(debut, debut + LOT).map((calcul) => {
        const champs = champsDe(calcul);
        return { calcul, champs, inconnus: employes.filter((nom) => champs[nom] === null) };
      });
      const octets = remplir(lot.flatMap(({ champs, inconnus }) => (inconnus.length > 0 ? [] : [champs])));
      for (const { calcul, inconnus } of lot) {
        if (inconnus.length > 0) {
          yield { dossier: calcul.projet.dossier ?? '', inconnus };
          continue;
        }
        const lettre = octets.next();
        if (!lettre.done) yield { nom: nomDeCourrier(calcul, pris), octets: lettre.value };
      }
    }
  };
}
