import type { Classeur } from '../../classeur/classeur';
import type { Json } from '../../classeur/modele';
import { definirClasse, type Objet } from '../classe';

interface Reglage {
  readonly classeur: Classeur;
  readonly cle: string;
}

const reglage: (cible: Reglage) => Objet = definirClasse<Reglage>({
  nom: 'Setting',
  identite: ({ cle }) => ({ _Id: cle }),
  lectures: {
    Key: ({ cle }) => cle,
    Value: ({ classeur, cle }) => JSON.parse(classeur.reglages.get(cle) ?? 'null') as Json,
    _Id: ({ cle }) => cle,
  },
  ecritures: {
    Value: ({ classeur, cle }, valeur) => void classeur.reglages.set(cle, JSON.stringify(valeur)),
  },
  methodes: { Delete: ({ classeur, cle }) => void classeur.reglages.delete(cle) },
});

function trouver(classeur: Classeur, cle: Json): Objet | null {
  return classeur.reglages.has(String(cle)) ? reglage({ classeur, cle: String(cle) }) : null;
}

/** doc : excel/excel.settingcollection — propres au complément et au classeur. */
export const reglages: (classeur: Classeur) => Objet = definirClasse<Classeur>({
  nom: 'SettingCollection',
  indexer: trouver,
  elements: (classeur) => [...classeur.reglages.keys()].map((cle) => reglage({ classeur, cle })),
  methodes: {
    Add: (classeur, args) => {
      classeur.reglages.set(args.texte(0), JSON.stringify(args.json(1)));
      return reglage({ classeur, cle: args.texte(0) });
    },
    GetCount: ({ reglages: { size } }) => size,
    GetItemOrNullObject: (classeur, args) => trouver(classeur, args.texte(0)),
  },
});
