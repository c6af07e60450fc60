import { COLONNES_MAX, LIGNES_MAX, tientDansUneFeuille } from '../../grille/adresses';
import { argumentInvalide, ErreurOffice, introuvable } from '../../classeur/erreurs';
import { EVENEMENTS } from '../../classeur/evenements';
import type { FeuilleHote } from '../../classeur/modele';
import { definirClasse, type Arguments, type Objet } from '../classe';
import { graphiques } from './graphiques';
import { miseEnPage } from './miseEnPage';
import { noms } from './noms';
import { voir, type FeuilleVue } from '../vues';
import { resoudreAdresse } from './plageGestes';
import { plages } from './plages';
import { protection } from './protection';
import { tableaux } from './tableaux';
import { volets } from './volets';

const ENTIERE = { ligne: 0, colonne: 0, lignes: LIGNES_MAX, colonnes: COLONNES_MAX };

function presente(vue: FeuilleVue): FeuilleHote {
  if (vue.feuille.supprimee) throw introuvable(vue.feuille.nom);
  return vue.feuille;
}

function utilisee(vue: FeuilleVue, valeursSeules: boolean): Objet | null {
  const rect = vue.classeur.etendue(presente(vue), valeursSeules);
  return rect ? voir(vue, { feuille: vue.feuille, rect }) : null;
}

function visibilite({ classeur, feuille }: FeuilleVue, valeur: unknown): void {
  classeur.exigerStructure();
  if (valeur !== 'Visible' && valeur !== 'Hidden' && valeur !== 'VeryHidden')
    throw argumentInvalide('visibility');
  const restent = classeur.feuilles.filter((autre) => autre !== feuille && autre.visibilite === 'Visible');
  if (valeur !== 'Visible' && restent.length === 0) {
    throw new ErreurOffice('InvalidOperation', 'Un classeur garde au moins une feuille visible.');
  }
  feuille.visibilite = valeur;
  classeur.grille.presenter(feuille.id, { genre: 'visibilite', visible: valeur === 'Visible' });
  const suivante = restent[0];
  if (valeur !== 'Visible' && classeur.active === feuille && suivante)
    classeur.activer(suivante, 'complement');
}

function deplacer({ classeur, feuille }: FeuilleVue, position: number): void {
  classeur.exigerStructure();
  if (!Number.isInteger(position) || position < 0 || position >= classeur.feuilles.length)
    throw argumentInvalide('position');
  classeur.feuilles.splice(classeur.feuilles.indexOf(feuille), 1);
  classeur.feuilles.splice(position, 0, feuille);
  classeur.grille.deplacerFeuille(feuille.id, position);
}

type Abonnement = (vue: FeuilleVue) => void;

function abonner(type: number): Record<'prendre' | 'rendre', Abonnement> {
  return {
    prendre: ({ classeur, feuille }) => classeur.evenements.abonner(type, feuille.id, 1),
    rendre: ({ classeur, feuille }) => classeur.evenements.abonner(type, feuille.id, -1),
  };
}

const modification = abonner(EVENEMENTS.feuilleModifiee);
const selection = abonner(EVENEMENTS.selection);
const activation = abonner(EVENEMENTS.feuilleActivee);
const desactivation = abonner(EVENEMENTS.feuilleDesactivee);
const calcul = abonner(EVENEMENTS.calcul);
const format = abonner(EVENEMENTS.format);

/** doc : excel/excel.worksheet (chaque membre a la section de même nom) */
const objetFeuille: (vue: FeuilleVue) => Objet = definirClasse<FeuilleVue>({
  nom: 'Worksheet',
  identite: (vue) => ({ Id: presente(vue).id }),
  lectures: {
    Id: (vue) => presente(vue).id,
    Name: (vue) => presente(vue).nom,
    Position: ({ classeur, feuille }) => classeur.feuilles.indexOf(feuille),
    ShowGridlines: ({ feuille }) => feuille.quadrillage,
    TabColor: ({ feuille }) => feuille.couleurOnglet,
    Visibility: ({ feuille }) => feuille.visibilite,
  },
  ecritures: {
    Name: ({ classeur, feuille }, valeur) => classeur.renommerFeuille(feuille, String(valeur)),
    Position: (vue, valeur) => deplacer(vue, Number(valeur)),
    // La bibliothèque écrit ces deux-là sous un autre nom que celui qu'elle lit.
    Gridlines: ({ classeur, feuille }, valeur) => {
      feuille.quadrillage = valeur === true;
      classeur.grille.presenter(feuille.id, { genre: 'quadrillage', visible: feuille.quadrillage });
    },
    TabColor: ({ classeur, feuille }, valeur) => {
      if (typeof valeur !== 'string' || !/^(#[0-9a-f]{6})?$/i.test(valeur))
        throw argumentInvalide('tabColor');
      feuille.couleurOnglet = valeur.toUpperCase();
      classeur.grille.presenter(feuille.id, { genre: 'onglet', couleur: feuille.couleurOnglet });
    },
    Visibility: visibilite,
  },
  liens: {
    Charts: (vue) => graphiques(vue),
    FreezePanes: (vue) => volets(vue),
    Names: ({ classeur, feuille }) => noms({ classeur, portee: feuille }),
    PageLayout: (vue) => miseEnPage(vue),
    Protection: (vue) => protection(vue),
    Tables: ({ classeur, feuille }) => tableaux({ classeur, feuille }),
  },
  methodes: {
    Activate: ({ classeur, feuille }) => {
      if (feuille.visibilite !== 'Visible')
        throw new ErreurOffice('InvalidOperation', 'Une feuille masquée ne s’active pas.');
      classeur.activer(feuille, 'complement');
    },
    Delete: ({ classeur, feuille }) => classeur.supprimerFeuille(feuille, 'complement'),
    GetCell: (vue, args: Arguments) =>
      voir(vue, {
        feuille: vue.feuille,
        rect: { ligne: args.nombre(0), colonne: args.nombre(1), lignes: 1, colonnes: 1 },
      }),
    GetRange: (vue, args) => {
      const texte = args.texteOuNul(0);
      const entiere = { feuille: presente(vue), rect: ENTIERE };
      return voir(vue, texte === null ? entiere : resoudreAdresse(vue.classeur, entiere, texte));
    },
    GetRangeByIndexes: (vue, args) => {
      const rect = {
        ligne: args.nombre(0),
        colonne: args.nombre(1),
        lignes: args.nombre(2),
        colonnes: args.nombre(3),
      };
      if (!tientDansUneFeuille(rect)) throw argumentInvalide('getRangeByIndexes');
      return voir(vue, { feuille: presente(vue), rect });
    },
    GetRanges: (vue, args) => {
      const entiere = { feuille: presente(vue), rect: ENTIERE };
      const adresses = args.texteOuNul(0)?.split(/[,;]/) ?? [];
      const rects = adresses.map((adresse) => resoudreAdresse(vue.classeur, entiere, adresse.trim()).rect);
      return plages({ ...vue, rects: rects.length === 0 ? [ENTIERE] : rects });
    },
    GetUsedRangeOrNullObject: (vue, args) => utilisee(vue, args.vrai(0)),
    _RegisterActivatedEvent: activation.prendre,
    _RegisterCalculatedEvent: calcul.prendre,
    _RegisterDataChangedEvent: modification.prendre,
    _RegisterDeactivatedEvent: desactivation.prendre,
    _RegisterFormatChangedEvent: format.prendre,
    _RegisterSelectionChangedEvent: selection.prendre,
    _UnregisterActivatedEvent: activation.rendre,
    _UnregisterCalculatedEvent: calcul.rendre,
    _UnregisterDataChangedEvent: modification.rendre,
    _UnregisterDeactivatedEvent: desactivation.rendre,
    _UnregisterFormatChangedEvent: format.rendre,
    _UnregisterSelectionChangedEvent: selection.rendre,
  },
});

export { objetFeuille as feuille };
