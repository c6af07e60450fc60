import type { Classeur } from '../../classeur/classeur';
import { CIBLE_CLASSEUR, EVENEMENTS } from '../../classeur/evenements';
import type { FeuilleHote } from '../../classeur/modele';
import { definirClasse, type Objet } from '../classe';
import { feuille as objetFeuille } from './feuille';

function voir(classeur: Classeur, feuille: FeuilleHote | null | undefined): Objet | null {
  return feuille ? objetFeuille({ classeur, feuille }) : null;
}

function liste({ feuilles }: Classeur, visiblesSeules: boolean): FeuilleHote[] {
  return feuilles.filter(({ visibilite }) => !visiblesSeules || visibilite === 'Visible');
}

function abonnement(type: number): Record<'prendre' | 'rendre', (classeur: Classeur) => void> {
  return {
    prendre: ({ evenements }) => evenements.abonner(type, CIBLE_CLASSEUR, 1),
    rendre: ({ evenements }) => evenements.abonner(type, CIBLE_CLASSEUR, -1),
  };
}

const ajout = abonnement(EVENEMENTS.feuilleAjoutee);
const suppression = abonnement(EVENEMENTS.feuilleSupprimee);
const activation = abonnement(EVENEMENTS.feuilleActivee);
const desactivation = abonnement(EVENEMENTS.feuilleDesactivee);
const modification = abonnement(EVENEMENTS.feuilleModifiee);
const selection = abonnement(EVENEMENTS.selection);
const calcul = abonnement(EVENEMENTS.calcul);
const format = abonnement(EVENEMENTS.format);
const lignesTriees = abonnement(EVENEMENTS.lignesTriees);
const lignesMasquees = abonnement(EVENEMENTS.lignesMasquees);

/** doc : excel/excel.worksheetcollection */
export const feuilles: (classeur: Classeur) => Objet = definirClasse<Classeur>({
  nom: 'WorksheetCollection',
  indexer: (classeur, cle) => voir(classeur, classeur.trouverFeuille(String(cle))),
  elements: (classeur) => classeur.feuilles.map((feuille) => objetFeuille({ classeur, feuille })),
  methodes: {
    Add: (classeur, args) => voir(classeur, classeur.ajouterFeuille(args.texteOuNul(0), 'complement')),
    GetActiveWorksheet: (classeur) => voir(classeur, classeur.active),
    GetCount: (classeur, args) => liste(classeur, args.vrai(0)).length,
    GetItemOrNullObject: (classeur, args) => voir(classeur, classeur.trouverFeuille(args.texte(0))),
    _RegisterActivatedEvent: activation.prendre,
    _RegisterAddedEvent: ajout.prendre,
    _RegisterCalculatedEvent: calcul.prendre,
    _RegisterDataChangedEvent: modification.prendre,
    _RegisterDeactivatedEvent: desactivation.prendre,
    _RegisterDeletedEvent: suppression.prendre,
    _RegisterFormatChangedEvent: format.prendre,
    _RegisterRowHiddenChangedEvent: lignesMasquees.prendre,
    _RegisterRowSortedEvent: lignesTriees.prendre,
    _RegisterSelectionChangedEvent: selection.prendre,
    _UnregisterActivatedEvent: activation.rendre,
    _UnregisterAddedEvent: ajout.rendre,
    _UnregisterCalculatedEvent: calcul.rendre,
    _UnregisterDataChangedEvent: modification.rendre,
    _UnregisterDeactivatedEvent: desactivation.rendre,
    _UnregisterDeletedEvent: suppression.rendre,
    _UnregisterFormatChangedEvent: format.rendre,
    _UnregisterRowHiddenChangedEvent: lignesMasquees.rendre,
    _UnregisterRowSortedEvent: lignesTriees.rendre,
    _UnregisterSelectionChangedEvent: selection.rendre,
  },
});
