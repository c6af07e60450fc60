import type { Classeur } from '../../classeur/classeur';
import type { PlageHote } from '../../classeur/modele';
import { definirClasse, type Objet } from '../classe';
import { application } from './application';
import { fonctionsClasseur } from './fonctionsClasseur';
import { feuilles } from './feuilles';
import { noms } from './noms';
import { protectionClasseur } from './protection';
import { voir } from '../vues';
import { reglages } from './reglages';
import { tableaux } from './tableaux';

const execution: (classeur: Classeur) => Objet = definirClasse<Classeur>({
  nom: 'Runtime',
  lectures: { EnableEvents: ({ evenements }) => evenements.actifs },
  ecritures: { EnableEvents: ({ evenements }, valeur) => void (evenements.actifs = valeur === true) },
});

function retrouver(classeur: Classeur, reference: string): Objet | null {
  const plage = classeur.references.get(reference);
  return plage && !plage.feuille.supprimee ? voir({ classeur }, plage) : null;
}

function selection({ active, selection: rect }: Classeur): PlageHote {
  return { feuille: active, rect };
}

/** doc : excel/excel.workbook, excel/excel.runtime */
export const classe: (classeur: Classeur) => Objet = definirClasse<Classeur>({
  nom: 'Workbook',
  lectures: {
    Name: ({ nom }) => nom,
    ReadOnly: ({ lectureSeule }) => lectureSeule,
  },
  liens: {
    Application: (classeur) => application(classeur),
    Functions: (classeur) => fonctionsClasseur(classeur),
    Names: (classeur) => noms({ classeur, portee: null }),
    Protection: (classeur) => protectionClasseur(classeur),
    Settings: (classeur) => reglages(classeur),
    Tables: (classeur) => tableaux({ classeur, feuille: null }),
    Worksheets: (classeur) => feuilles(classeur),
    _Runtime: execution,
  },
  methodes: {
    GetActiveCell: (classeur) => {
      const { feuille, rect } = selection(classeur);
      return voir({ classeur }, { feuille, rect: { ...rect, lignes: 1, colonnes: 1 } });
    },
    GetSelectedRange: (classeur) => voir({ classeur }, selection(classeur)),
    _GetRangeForEventByReferenceId: (classeur, args) => retrouver(classeur, args.texte(0)),
    _GetRangeOrNullObjectForEventByReferenceId: (classeur, args) => retrouver(classeur, args.texte(0)),
    _RemoveAllReferences: ({ references }) => references.clear(),
    _RemoveReference: ({ references }, args) => void references.delete(args.texte(0)),
  },
});
