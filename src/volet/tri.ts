/** L'ordre et le filtre de la liste des anomalies : le plus grave d'abord, puis feuille par feuille. */
import { phraseDe, adresse, type Anomalie } from '../dossier/anomalies/anomalie';
import type { Examen } from '../dossier/examiner';
import { proprietaires } from '../dossier/restitution/proprietaire';
import { normaliser } from '../valeurs/texte';
import type { Filtre } from './etat';
import { CLES_GRAVITE } from './phrases';

export function ordonner({ anomalies, lecture }: Examen): readonly Anomalie[] {
  const rang = new Map(lecture.feuilles.map((nom, i) => [nom, i]));
  return [...anomalies].sort(
    (a, b) =>
      CLES_GRAVITE.indexOf(a.gravite) - CLES_GRAVITE.indexOf(b.gravite) ||
      (rang.get(a.feuille) ?? -1) - (rang.get(b.feuille) ?? -1) ||
      (a.ligne ?? 0) - (b.ligne ?? 0) ||
      (a.colonne ?? 0) - (b.colonne ?? 0),
  );
}

/** Pour chaque anomalie, ce où l'on cherche : cellule, référence, phrase, dossier, gestionnaire. */
export type Formes = ReadonlyMap<Anomalie, string>;

/** Préparé une fois par contrôle : chaque touche ne coûte qu'une comparaison. */
export function formesDe(examen: Examen): Formes {
  const proprietaire = proprietaires(examen.lecture);
  return new Map(
    examen.anomalies.map((a) => {
      const { dossier = '', gestionnaire = '' } = proprietaire(a) ?? {};
      const texte = `${adresse(a) ?? a.feuille} ${a.reference} ${phraseDe(a)} ${dossier} ${gestionnaire ?? ''}`;
      return [a, normaliser(texte)];
    }),
  );
}

export function filtrer(
  anomalies: readonly Anomalie[],
  { gravites, feuille, texte }: Filtre,
  formes: Formes,
): readonly Anomalie[] {
  const cherche = normaliser(texte);
  return anomalies.filter(
    (a) =>
      (gravites.length === 0 || gravites.includes(a.gravite)) &&
      (feuille === null || a.feuille === feuille) &&
      (cherche === '' || (formes.get(a) ?? '').includes(cherche)),
  );
}
