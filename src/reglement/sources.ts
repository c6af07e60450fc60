/**
 * Les textes cités et leurs sections. Une citation hors de cette liste est une erreur de compilation
 * (et un test relit la liste) : aucune règle ne s'appuie sur un paragraphe qui n'existe pas.
 */
export const TEXTES = {
  circulaire: { titre: 'Circulaire Cnaf n° 2021-006 du 6 avril 2021', abrege: 'Circ. 2021-006' },
  note: { titre: 'Note de cadrage 2021-2022 de la Caf du Loiret', abrege: 'Note de cadrage Caf 45' },
} as const;

/** Sections de la circulaire, telles que numérotées dans `docs/regles.md`. */
export const SECTIONS = {
  '1': 'pilotage du dispositif',
  '2.1': 'conditions à remplir pour la prestation de service',
  '2.2': 'financement bonifié',
  '3.1': 'sélection des projets, agrément, cofinancement, pluriannuel',
  '3.2': 'prestation de service',
  '3.3': 'bonus',
  '3.4': 'suivi et gestion : enveloppes, comptes, acomptes, contrôle, convention',
  Annexe: 'synthèse des conditions',
} as const;

export type Section = keyof typeof SECTIONS;

/** Cite la circulaire : `circ('3.2')` donne « Circ. 2021-006, § 3.2 ». */
export const circ = (section: Section): string =>
  `Circ. 2021-006, ${section === 'Annexe' ? 'annexe' : `§ ${section}`}`;

/** Marque une décision prise où le texte se tait ; elle est expliquée dans `docs/interpretations.md`. */
export const INTERPRETATION = 'interprétation';

/** Les règles qui ont fait un document : leur texte, et leur version. */
export const VERSION_REGLES = `${circ('3.4')}, version 2`;
