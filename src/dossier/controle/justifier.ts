/**
 * Justifier une alerte : même dossier, même référence, même colonne, même valeur, elle est « justifiée » ; une valeur
 * changée se redemande. Une bloquante ne se justifie jamais : elle se corrige.
 */
import { blancsReduits, cleDossier, normaliser, texteDe } from '../../valeurs/texte';
import type { Anomalie } from '../anomalies/anomalie';
import type { Justification } from '../lecture/justifications';
import { intituleDe, type Lecture } from '../lecture/lecture';
import { proprietaires } from '../lecture/proprietaire';

/** Ce à quoi une alerte se reconnaît d'un contrôle à l'autre, tel que la feuille le porte. */
type Identite = Omit<Justification, 'motif' | 'date'>;

export const cleJustification = ({ dossier, reference, champ, valeur }: Identite): string =>
  cleDe(dossier, reference, champ, valeur);

const cleDe = (dossier: string, reference: string, champ: string, valeur: string): string =>
  JSON.stringify([cleDossier(dossier), normaliser(reference), normaliser(champ), blancsReduits(valeur)]);

/** Seule une alerte d'un dossier, ou d'une colonne, se reconnaît sans confusion. */
export function identiteDe(a: Anomalie, lecture: Lecture, dossier: string | null): Identite | null {
  if (a.gravite !== 'alerte' || (dossier === null && a.champ === null)) return null;
  return {
    dossier: dossier ?? '',
    reference: a.reference,
    champ: intituleDe(a, lecture) ?? a.champ ?? '',
    valeur: texteDe(a.valeur) ?? '',
  };
}

/** Les anomalies, avec le motif de celles qui sont justifiées ; la dernière justification d'une même alerte compte. */
export function justifier(anomalies: readonly Anomalie[], lecture: Lecture): readonly Anomalie[] {
  if (lecture.justifications.length === 0) return anomalies;
  const motifs = new Map(lecture.justifications.map((j) => [cleJustification(j), j.motif]));
  const proprietaire = proprietaires(lecture);
  return anomalies.map((a) => {
    const identite = identiteDe(a, lecture, proprietaire(a)?.dossier ?? null);
    if (identite === null) return a;
    const { dossier, reference, champ, valeur } = identite;
    // la colonne se nomme par son intitulé, ou par sa clé
    const motif =
      motifs.get(cleDe(dossier, reference, champ, valeur)) ??
      motifs.get(cleDe(dossier, reference, a.champ ?? '', valeur));
    return motif === undefined ? a : { ...a, justification: motif };
  });
}
