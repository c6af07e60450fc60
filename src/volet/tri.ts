/** L'ordre et le filtre de la liste des anomalies : le plus grave d'abord, puis feuille par feuille. */
import { phraseDe, adresse, type Anomalie } from '../dossier/anomalies/anomalie';
import type { Examen } from '../dossier/examiner';
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

const formes = new WeakMap<Anomalie, string>();

/** Ce où l'on cherche, préparé une fois par anomalie : chaque touche ne coûte qu'une comparaison. */
function forme(a: Anomalie): string {
  let connue = formes.get(a);
  if (connue === undefined) {
    connue = normaliser(`${adresse(a) ?? a.feuille} ${a.reference} ${phraseDe(a)}`);
    formes.set(a, connue);
  }
  return connue;
}

export function filtrer(
  anomalies: readonly Anomalie[],
  { gravites, feuille, texte }: Filtre,
): readonly Anomalie[] {
  const cherche = normaliser(texte);
  return anomalies.filter(
    (a) =>
      (gravites.length === 0 || gravites.includes(a.gravite)) &&
      (feuille === null || a.feuille === feuille) &&
      (cherche === '' || forme(a).includes(cherche)),
  );
}
