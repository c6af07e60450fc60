/** Les listes fermées, et oui ou non : comparés sans accents, casse, blancs ni ponctuation. */
import { normaliser } from './texte';
import { unParObjet } from './unParObjet';
import { ILLISIBLE, type Verdict } from './verdict';

/** Valeurs admises d'une liste : la valeur retenue et ses autres écritures. */
export type Choix = Readonly<Record<string, readonly string[]>>;

/** Écritures de oui et de non admises partout ; seules « oui » et « non » passent sans remarque. */
const OUI = ['oui', 'o', 'x', 'vrai', 'true', 'yes', 'y', '1'] as const;
const NON = ['non', 'n', 'faux', 'false', 'no', '0'] as const;

const OUI_NON: ReadonlyMap<string, boolean> = new Map([
  ...OUI.map((f) => [f, true] as const),
  ...NON.map((f) => [f, false] as const),
]);
/** Une case cochée est un oui ; vide ou barrée, elle ne dit rien de sûr. */
const COCHEE = /^[\u2611\u2705\u2713\u2714]\ufe0f?$/;
const EN_TOUTES_LETTRES = /^(?:oui|non)$/i;
/** « Oui ? » et « favorable ? » ne se devinent pas ; « acompte N+1 » dit une gestion, pas un rang. */
const DOUTE = /\?|(?<![a-z])n\s*\+\s*1/i;

function enTexte(valeur: string | number | boolean): string {
  if (typeof valeur === 'boolean') return valeur ? 'vrai' : 'faux';
  const texte = String(valeur);
  return COCHEE.test(texte.trim()) ? 'x' : texte;
}

export function lireOuiNon(brut: string | number | boolean): Verdict<boolean> {
  const texte = enTexte(brut);
  const valeur = DOUTE.test(texte) ? undefined : OUI_NON.get(normaliser(texte));
  if (valeur === undefined) return ILLISIBLE;
  return { etat: EN_TOUTES_LETTRES.test(texte) ? 'lu' : 'converti', valeur };
}

/** Valeur retenue d'une liste fermée, par sa forme normalisée. */
export const indexDe = unParObjet(
  (choix: Choix): ReadonlyMap<string, string> =>
    new Map(
      Object.entries(choix).flatMap(([retenue, autres]) =>
        [retenue, ...autres].map((forme) => [normaliser(forme), retenue] as const),
      ),
    ),
);

/** Un synonyme (« collégiens ») est lu ; une forme de oui ou de non (« x » pour favorable) est convertie. */
export function lireChoix<C extends Choix>(
  brut: string | number | boolean,
  choix: C,
): Verdict<keyof C & string> {
  const texte = enTexte(brut);
  const forme = normaliser(texte);
  const valeur = DOUTE.test(texte) ? undefined : indexDe(choix).get(forme);
  if (valeur === undefined) return ILLISIBLE;
  return {
    etat: OUI_NON.has(forme) && !EN_TOUTES_LETTRES.test(texte) ? 'converti' : 'lu',
    valeur: valeur as keyof C & string,
  };
}
