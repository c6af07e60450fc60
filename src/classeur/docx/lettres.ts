/** Les lettres d'un classeur, une par dossier concerné, d'après le modèle Word de l'agent. */
import type { Examen } from '../../dossier/examiner';
import { champsDes, NOMS_CHAMPS, NOMS_LISTES } from '../../dossier/restitution/sorties/champs';
import {
  nomDeCourrier,
  type Destinataire,
  type Laisse,
} from '../../dossier/restitution/sorties/destinataires';
import { lireModele } from '.';

/** Une lettre faite, ou ce qui l'empêche. */
export type Lettre = { readonly nom: string; readonly octets: Uint8Array } | Laisse;

/** Le modèle se compile une fois par lot, qui tient en mémoire ; à l'écran, un arrêt s'entend entre deux lettres. */
const LOT = 50;

/** @throws ErreurClasseur quand le modèle n'est pas un document Word, ou nomme un champ qui n'existe pas. */
export function preparerLettres(modele: Uint8Array) {
  const { champs: employes, remplir } = lireModele(modele, NOMS_CHAMPS, NOMS_LISTES);
  /** Une issue par dossier concerné, faite quand on la demande ; aucune n'est gardée ici. */
  return function* (examen: Examen, concernes: readonly Destinataire[]): Generator<Lettre, void> {
    const champsDe = champsDes(examen, employes);
    const pris = new Set<string>();
    for (let debut = 0; debut < concernes.length; debut += LOT) {
      const lot = concernes.slice(debut, debut + LOT).map(({ calcul, motif }) => {
        const champs = champsDe(calcul);
        const inconnus = employes.filter((nom) => champs[nom] === null);
        const dossier = calcul.projet.dossier ?? '';
        const laisse: Laisse | null =
          motif !== null ? { dossier, inconnus, motif } : inconnus.length > 0 ? { dossier, inconnus } : null;
        return { calcul, champs, laisse };
      });
      const octets = remplir(lot.flatMap(({ champs, laisse }) => (laisse ? [] : [champs])));
      for (const { calcul, laisse } of lot) {
        if (laisse) {
          yield laisse;
          continue;
        }
        const lettre = octets.next();
        if (!lettre.done) yield { nom: nomDeCourrier(calcul, pris), octets: lettre.value };
      }
    }
  };
}
