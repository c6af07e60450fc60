import type { Examen } from '../dossier/examiner';

/** Ce qu'un onglet tire d'un contrôle, gardé tant que ce contrôle dure : l'onglet rouvert ne le refait pas. */
export function unParExamen<R>(faire: (examen: Examen) => R): (examen: Examen) => R {
  const gardes = new WeakMap<Examen, { readonly fait: R }>();
  return (examen) => {
    const garde = gardes.get(examen) ?? { fait: faire(examen) };
    gardes.set(examen, garde);
    return garde.fait;
  };
}
