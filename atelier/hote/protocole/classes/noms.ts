import type { Classeur } from '../../classeur/classeur';
import { argumentInvalide, ErreurOffice } from '../../classeur/erreurs';
import type { FeuilleHote, Json, NomHote } from '../../classeur/modele';
import { adresse, nomCite } from '../../grille/adresses';
import { definirClasse, type Arguments, type Objet } from '../classe';
import { voir } from '../vues';
import { plageArgument } from './plageGestes';

interface Noms {
  readonly classeur: Classeur;
  readonly portee: FeuilleHote | null;
}

interface NomVu {
  readonly classeur: Classeur;
  readonly nom: NomHote;
}

function absolue(texte: string): string {
  return texte
    .replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')
    .replace(/^(\d+):(\d+)$/, '$$$1:$$$2')
    .replace(/^([A-Z]+):([A-Z]+)$/, '$$$1:$$$2');
}

const nomDefini: (vue: NomVu) => Objet = definirClasse<NomVu>({
  nom: 'NamedItem',
  identite: ({ nom }) => ({ _Id: nom.nom }),
  lectures: {
    Comment: ({ nom }) => nom.commentaire,
    Formula: ({ nom }) => nom.formule,
    Name: ({ nom }) => nom.nom,
    Scope: ({ nom }) => (nom.feuille ? 'Worksheet' : 'Workbook'),
    Type: ({ classeur, nom }) =>
      classeur.chercherPlage(nom.formule, nom.feuille ?? classeur.active) ? 'Range' : 'String',
    Value: ({ nom }) => nom.formule.replace(/^=/, ''),
    Visible: ({ nom }) => nom.visible,
    _Id: ({ nom }) => nom.nom,
  },
  ecritures: {
    Comment: ({ nom }, valeur) => void (nom.commentaire = String(valeur)),
    Formula: ({ classeur, nom }, valeur) => {
      nom.formule = String(valeur);
      classeur.grille.definirNom(nom.nom, nom.formule);
      classeur.marquerPerime();
    },
    Visible: ({ nom }, valeur) => void (nom.visible = valeur === true),
  },
  methodes: {
    Delete: ({ classeur, nom }) => classeur.retirerNom(nom),
    GetRange: ({ classeur, nom }) => plageDuNom(classeur, nom),
  },
});

function plageDuNom(classeur: Classeur, nom: NomHote): Objet | null {
  const plage = classeur.chercherPlage(nom.formule, nom.feuille ?? classeur.active);
  return plage ? voir({ classeur }, plage) : null;
}

function trouver({ classeur, portee }: Noms, cle: Json): Objet | null {
  const texte = String(cle).toLowerCase();
  const trouve = classeur.noms.find((nom) => nom.feuille === portee && nom.nom.toLowerCase() === texte);
  return trouve ? nomDefini({ classeur, nom: trouve }) : null;
}

/** doc : excel/excel.nameditemcollection#add — référence : plage, ou formule « =… ». */
function ajouter(noms: Noms, args: Arguments): Objet {
  const { classeur, portee } = noms;
  const nom = args.texte(0);
  if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(nom)) throw argumentInvalide(`nom « ${nom} »`);
  if (trouver(noms, nom)) throw new ErreurOffice('ItemAlreadyExists', `Le nom « ${nom} » existe déjà.`);
  let formule = '';
  if (args.objet(1)) {
    const { feuille, rect } = plageArgument({ classeur, feuille: classeur.active }, args, 1);
    formule = `=${nomCite(feuille.nom)}!${absolue(adresse(rect))}`;
  } else formule = args.texte(1).startsWith('=') ? args.texte(1) : `=${args.texte(1)}`;
  const nouveau = { nom, formule, commentaire: args.texteOuNul(2) ?? '', visible: true, feuille: portee };
  classeur.definirNom(nouveau);
  return nomDefini({ classeur, nom: nouveau });
}

/** doc : excel/excel.nameditemcollection, excel/excel.nameditem */
export const noms: (noms: Noms) => Objet = definirClasse<Noms>({
  nom: 'NamedItemCollection',
  indexer: trouver,
  elements: ({ classeur, portee }) =>
    classeur.noms.filter(({ feuille }) => feuille === portee).map((nom) => nomDefini({ classeur, nom })),
  methodes: {
    Add: ajouter,
    GetCount: ({ classeur, portee }) => classeur.noms.filter(({ feuille }) => feuille === portee).length,
    GetItemOrNullObject: (vues, args) => trouver(vues, args.texte(0)),
  },
});
