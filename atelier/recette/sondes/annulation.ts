/** Groupe 8 : ce qui, dans Clas, vide la pile d'annulation de l'agent. */
import { resultats, surFeuille } from '../feuille';
import type { Groupe, Sonde } from '../sonde';

type Entre = (contexte: Excel.RequestContext, feuille: Excel.Worksheet) => Promise<unknown>;

/** Ce que Clas fait pendant que l'agent travaille. */
const ENTRE: readonly (readonly [id: string, dit: string, faire: Entre])[] = [
  ['rien', 'rien', () => Promise.resolve()],
  [
    'lecture',
    'une lecture',
    (contexte, feuille) => {
      feuille.getRange('A1:C9').load('values');
      return contexte.sync();
    },
  ],
  [
    'ecouteur',
    'un écouteur posé',
    (contexte, feuille) => {
      feuille.onChanged.add(() => Promise.resolve());
      return contexte.sync();
    },
  ],
  [
    'ecriture',
    'une écriture ailleurs',
    (contexte, feuille) => {
      feuille.getRange('F9').values = [[1]];
      return contexte.sync();
    },
  ],
  [
    'fonction',
    'une fonction calculée',
    (contexte, feuille) => {
      const cellule = feuille.getRange('F8');
      cellule.formulas = [['=CLASR.ECHO(1)']];
      return resultats(contexte, cellule);
    },
  ],
  [
    'reglages',
    'des réglages enregistrés',
    () => {
      Office.context.document.settings.set('recette', Date.now());
      return new Promise((suite) => Office.context.document.settings.saveAsync(suite));
    },
  ],
];

const annuler = ([id, dit, entre]: (typeof ENTRE)[number]): Sonde => ({
  id: `annulation.${id}`,
  demande: `Une frappe, puis ${dit}, puis Ctrl+Z : la cellule redevient-elle vide ?`,
  horsHote: 'Ctrl+Z demande une main ; l’hôte a son propre essai de la liste Annuler',
  attendu: '',
  faire: ({ humain }) =>
    surFeuille(async (contexte, feuille) => {
      feuille.activate();
      await contexte.sync();
      await humain.geste(`annulation.${id}`, 'Taper 5 dans A1, puis Entrée.');
      await entre(contexte, feuille);
      await humain.geste(`annulation.${id}`, 'Cliquer dans la feuille, puis Ctrl+Z une seule fois.');
      const cellule = feuille.getRange('A1').load('values');
      await contexte.sync();
      return String(cellule.values[0]?.[0]);
    }),
});

export const ANNULATION: Groupe = { nom: 'Annulation', sondes: ENTRE.map(annuler) };
