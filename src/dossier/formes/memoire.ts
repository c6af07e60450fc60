/**
 * Ce qu'un examen garde pour le suivant, à la frappe : une ligne à laquelle l'agent n'a pas touché (le même tableau de
 * valeurs brutes) n'est ni relue ni recalculée. Le résultat est celui d'un examen sans mémoire ; un essai le vérifie.
 */
interface Garde<B> {
  readonly appuis: readonly unknown[];
  readonly fait: B;
}

/** `appuis` : ce dont le résultat dépend en plus de l'objet et du cadre, comparé par identité. */
type Appuis<A> = (objet: A) => readonly unknown[];

export interface Memoire {
  /** `faire`, qui ne refait pas ce qu'il a déjà fait du même objet dans le même cadre. */
  readonly garder: <A extends object, B>(
    nom: string,
    cadre: string,
    faire: (objet: A) => B,
    appuis?: Appuis<A>,
  ) => (objet: A) => B;
}

const AUCUN = (): readonly unknown[] => [];
const memes = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((appui, i) => appui === b[i]);

export const SANS_MEMOIRE: Memoire = { garder: (_, __, faire) => faire };

export function creerMemoire(): Memoire {
  const cadres = new Map<string, { readonly cadre: string; readonly gardes: WeakMap<object, unknown> }>();
  return {
    garder: <A extends object, B>(
      nom: string,
      cadre: string,
      faire: (objet: A) => B,
      appuisDe: Appuis<A> = AUCUN,
    ) => {
      const connu = cadres.get(nom);
      const gardes = (connu?.cadre === cadre ? connu.gardes : new WeakMap()) as WeakMap<A, Garde<B>>;
      cadres.set(nom, { cadre, gardes });
      return (objet: A): B => {
        const garde = gardes.get(objet);
        const appuis = appuisDe(objet);
        if (garde && memes(garde.appuis, appuis)) return garde.fait;
        const fait = faire(objet);
        gardes.set(objet, { appuis, fait });
        return fait;
      };
    },
  };
}
