/** Les courriers, d'après le modèle Word de l'agent ; la bibliothèque qui les remplit n'est chargée qu'ici. */
import { lireModele } from '../classeur/docx';
import { enArchive } from '../classeur/docx/archive';
import type { Examen } from '../dossier/examiner';
import { champsDes, NOMS_CHAMPS, NOMS_LISTES } from '../dossier/restitution/sorties/champs';
import {
  DESTINATAIRES,
  nomDeCourrier,
  type Destinataires,
} from '../dossier/restitution/sorties/destinataires';

interface Courriers {
  readonly octets: Uint8Array;
  readonly faits: number;
  /** Dossiers laissés : un montant que le modèle cite y est inconnu. */
  readonly laisses: readonly { readonly dossier: string; readonly inconnus: readonly string[] }[];
}

/** Une lettre par dossier, réunies en une archive. @param avancer dit où on en est, et rend faux si l'agent arrête */
export async function faireCourriers(
  examen: Examen,
  modele: Uint8Array,
  pour: Destinataires,
  avancer: (fait: number, total: number) => Promise<boolean>,
): Promise<Courriers | null> {
  const lu = lireModele(modele, NOMS_CHAMPS, NOMS_LISTES);
  const champs = champsDes(examen);
  const concernes = examen.calculs.filter(DESTINATAIRES[pour]);
  const pris = new Set<string>();
  const lettres: { nom: string; octets: Uint8Array }[] = [];
  const laisses: { dossier: string; inconnus: readonly string[] }[] = [];
  for (const [i, calcul] of concernes.entries()) {
    if (!(await avancer(i, concernes.length))) return null;
    const lettre = lu.remplir(champs(calcul));
    if (lettre instanceof Uint8Array) lettres.push({ nom: nomDeCourrier(calcul, pris), octets: lettre });
    else laisses.push({ dossier: calcul.projet.dossier ?? '', inconnus: lettre.inconnus });
  }
  return { octets: enArchive(lettres), faits: lettres.length, laisses };
}
