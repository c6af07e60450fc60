import type { Classeur } from '../../classeur/classeur';
import { argumentInvalide } from '../../classeur/erreurs';
import { definirClasse, type Objet } from '../classe';

interface Cree {
  readonly classeur: Classeur;
  readonly id: string;
  readonly base64: string;
}

const cree: (cible: Cree) => Objet = definirClasse<Cree>({
  nom: 'WorkbookCreated',
  identite: ({ id }) => ({ Id: id }),
  lectures: { Id: ({ id }) => id },
  methodes: { Open: ({ classeur, base64 }) => classeur.creerClasseur(base64) },
});

const enAttente = new WeakMap<Classeur, Map<string, string>>();

function creer(classeur: Classeur, base64: string): Objet {
  const id = classeur.identifiant('classeur-');
  const connus = enAttente.get(classeur) ?? new Map<string, string>();
  enAttente.set(classeur, connus.set(id, base64));
  return cree({ classeur, id, base64 });
}

const MODES = ['Automatic', 'AutomaticExceptTables', 'Manual'] as const;

/** doc : excel/excel.application, excel/excel (createWorkbook) */
export const application: (classeur: Classeur) => Objet = definirClasse<Classeur>({
  nom: 'Application',
  lectures: {
    CalculationMode: ({ modeCalcul }) => modeCalcul,
  },
  ecritures: {
    CalculationMode: (classeur, valeur) => {
      const mode = MODES.find((connu) => connu === valeur);
      if (!mode) throw argumentInvalide('calculationMode');
      classeur.modeCalcul = mode;
      if (mode !== 'Manual') classeur.marquerPerime();
    },
  },
  methodes: {
    CreateWorkbook: (classeur, args) => creer(classeur, args.texteOuNul(0) ?? ''),
    SuspendApiCalculationUntilNextSync: (classeur) => void (classeur.calculSuspendu = true),
    _GetWorkbookCreatedById: (classeur, args) => {
      const id = args.texte(0);
      const base64 = enAttente.get(classeur)?.get(id);
      return base64 === undefined ? null : cree({ classeur, id, base64 });
    },
  },
});
