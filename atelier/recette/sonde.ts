/** Une sonde de la recette : ce qu'on demande à Excel, ce que sa documentation promet, et comment on le lui demande. */

export type Json = null | boolean | number | string | readonly Json[] | { readonly [cle: string]: Json };

/** Un exemple publié d'une fonction : sa formule internationale sous le préfixe de la recette, et son résultat. */
export interface Exemple {
  readonly formule: string;
  readonly attendu: Json;
}

/** Celui qui prête son Excel ; en essai, celui qui joue ses gestes sur l'hôte émulé. */
export interface Humain {
  /** Attend qu'il ait fait ce que la consigne demande. */
  geste(sonde: string, consigne: string): Promise<void>;
  choisir(sonde: string, question: string, choix: readonly string[]): Promise<string>;
}

export interface Outils {
  readonly humain: Humain;
  readonly exemples: readonly Exemple[];
}

export interface Sonde {
  readonly id: string;
  readonly demande: string;
  /**
   * Ce que dit la documentation, et que l'hôte émulé répond. Absent : une mesure, ou un fait que rien ne documente ;
   * la réponse se garde, sans verdict.
   */
  readonly attendu?: Json;
  /** Pourquoi l'hôte émulé ne peut pas répondre : la sonde n'a de sens que dans un Excel. */
  readonly horsHote?: string;
  readonly faire: (outils: Outils) => Promise<Json>;
}

export interface Groupe {
  readonly nom: string;
  readonly sondes: readonly Sonde[];
}

type Verdict = 'conforme' | 'différent' | 'mesure' | 'échec';

export interface Reponse {
  readonly id: string;
  readonly demande: string;
  readonly attendu: Json;
  readonly observe: Json;
  readonly ms: number;
  readonly verdict: Verdict;
}

/** Un texte par valeur, quel que soit l'ordre de ses clés : deux réponses égales ont le même. */
export const canonique = (valeur: Json): string =>
  JSON.stringify(valeur, (_, v: Json) =>
    typeof v === 'object' && v !== null && !Array.isArray(v)
      ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1)))
      : v,
  );

/** Ce qu'on garde d'un refus d'Office.js : son code et son lieu ; la phrase dépend de la langue. */
export function refus(erreur: unknown): Json {
  const { code, message, debugInfo } = erreur as OfficeExtension.Error;
  return { code: code ?? 'exception', message: String(message), lieu: debugInfo?.errorLocation ?? '' };
}

/** Joue une sonde ; une exception est une réponse comme une autre, et la suite continue. */
async function jouerUne(sonde: Sonde, outils: Outils): Promise<Reponse> {
  const { id, demande, attendu, faire } = sonde;
  const debut = performance.now();
  const rendre = (observe: Json, verdict: Verdict): Reponse => ({
    id,
    demande,
    attendu: attendu ?? null,
    observe,
    ms: Math.round(performance.now() - debut),
    verdict,
  });
  try {
    const observe = await faire(outils);
    if (attendu === undefined) return rendre(observe, 'mesure');
    return rendre(observe, canonique(observe) === canonique(attendu) ? 'conforme' : 'différent');
  } catch (erreur) {
    return rendre(refus(erreur), 'échec');
  }
}

export async function jouer(
  sondes: readonly Sonde[],
  outils: Outils,
  avant: (sonde: Sonde) => void = () => undefined,
): Promise<Reponse[]> {
  const reponses: Reponse[] = [];
  for (const sonde of sondes) {
    avant(sonde);
    reponses.push(await jouerUne(sonde, outils));
  }
  return reponses;
}
