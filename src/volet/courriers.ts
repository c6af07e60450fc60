/** Les courriers, d'après le modèle Word de l'agent ; la bibliothèque qui les remplit n'est chargée qu'ici. */
import { enArchive } from '../classeur/docx/archive';
import { preparerLettres } from '../classeur/docx/lettres';
import type { Examen } from '../dossier/examiner';
import {
  destinatairesDe,
  direLaisses,
  type Destinataires,
  type Laisse,
} from '../dossier/restitution/sorties/destinataires';

interface Courriers {
  readonly octets: Uint8Array;
  readonly faits: number;
  /** Ceux qui ne sont pas faits, et pourquoi. */
  readonly laisses: string | null;
}

/** Une lettre par dossier, réunies en une archive. @param avancer dit où on en est, et rend faux si l'agent arrête */
export async function faireCourriers(
  examen: Examen,
  modele: Uint8Array,
  pour: Destinataires,
  avancer: (fait: number, total: number) => Promise<boolean>,
): Promise<Courriers | null> {
  const concernes = destinatairesDe(examen, pour);
  const faites: { nom: string; octets: Uint8Array }[] = [];
  const laisses: Laisse[] = [];
  for (const lettre of preparerLettres(modele)(examen, concernes)) {
    if (!(await avancer(faites.length + laisses.length, concernes.length))) return null;
    if ('inconnus' in lettre) laisses.push(lettre);
    else faites.push(lettre);
  }
  return { octets: enArchive(faites), faits: faites.length, laisses: direLaisses(laisses) };
}
