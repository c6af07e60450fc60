/** Comparer ce qu'un Excel a répondu et ce que l'hôte émulé répond : rien ne passe sans une raison écrite. */
import type { Dossier } from '../../atelier/recette/dossier';
import { canonique, type Reponse } from '../../atelier/recette/sonde';

/** Un écart admis : l'hôte n'est pas tenu de faire comme cet Excel, et l'on dit pourquoi. */
export interface Ecart {
  readonly fichier: string;
  readonly sonde: string;
  readonly raison: string;
}

/**
 * Les défauts, en phrases : une réponse qui diffère sans raison, une raison qui n'a plus d'objet.
 * Une mesure (ni attendu, ni verdict) ne se compare pas : elle dépend du poste.
 */
export function rejouer(
  fichier: string,
  { reponses }: Pick<Dossier, 'reponses'>,
  hote: readonly Reponse[],
  ecarts: readonly Ecart[],
): string[] {
  const deHote = new Map(hote.map((r) => [r.id, r]));
  const differentes = reponses.filter(({ id, observe }) => {
    const emule = deHote.get(id);
    return emule && emule.verdict !== 'mesure' && canonique(emule.observe) !== canonique(observe);
  });
  const admis = ecarts.filter((e) => e.fichier === fichier);
  return [
    ...differentes
      .filter(({ id }) => !admis.some(({ sonde, raison }) => sonde === id && raison.trim() !== ''))
      .map(
        ({ id, observe }) =>
          `${fichier}, ${id} : Excel répond ${canonique(observe)}, l’hôte ${canonique(deHote.get(id)?.observe ?? null)}`,
      ),
    ...admis
      .filter(({ sonde }) => !differentes.some(({ id }) => id === sonde))
      .map(({ sonde }) => `${fichier}, ${sonde} : l’écart admis n’existe plus`),
  ];
}
