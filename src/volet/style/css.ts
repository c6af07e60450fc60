/** Marque un texte comme du CSS, pour les éditeurs et la mise en forme ; il reste tel quel. */
export const css = String.raw;
