import { numeroSerie } from '../../classeur/saisie';
import type { Classeur } from '../../classeur/classeur';
import { definirClasse, type Objet } from '../classe';

interface Resultat {
  readonly valeur: number | null;
}

const resultat: (cible: Resultat) => Objet = definirClasse<Resultat>({
  nom: 'FunctionResult',
  lectures: {
    Error: ({ valeur }) => (valeur === null ? '#NUM!' : null),
    Value: ({ valeur }) => valeur,
  },
});

/** Écart entre les deux calendriers d'Excel. */
const JOURS_1904 = 1_462;

/** Fonctions d'Excel appelées sans cellule ; DATE suit le calendrier du classeur. doc : excel/excel.functions#date */
export const fonctionsClasseur: (classeur: Classeur) => Objet = definirClasse<Classeur>({
  nom: 'Functions',
  methodes: {
    Date: ({ dates1904 }, args) => {
      const serie = numeroSerie(args.nombre(0), args.nombre(1), args.nombre(2));
      return resultat({ valeur: serie === null ? null : serie - (dates1904 ? JOURS_1904 : 0) });
    },
  },
});
