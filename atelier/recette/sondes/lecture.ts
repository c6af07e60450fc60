/** Groupe 3 : ce qu'Excel rend quand on lit. */
import { resultats, surFeuille } from '../feuille';
import type { Groupe, Json, Sonde } from '../sonde';

const ERREURS: readonly (readonly [formule: string, valeur: string, texte: string])[] = [
  ['=1/0', '#DIV/0!', '#DIV/0!'],
  ['=NA()', '#N/A', '#N/A'],
  ['="a"+1', '#VALUE!', '#VALEUR!'],
  ['=SQRT(-1)', '#NUM!', '#NOMBRE!'],
  ['=CLASR.INCONNUE(1)', '#NAME?', '#NOM?'],
];

/** Cinq façons de fusionner, et ce que la lecture de A1:D8 doit en dire. */
const FUSIONS: readonly (readonly [adresses: readonly string[], vues: readonly string[]])[] = [
  [['A1:B1'], ['A1:B1']],
  [['A1:A3'], ['A1:A3']],
  [['B2:C4'], ['B2:C4']],
  [
    ['A1:B1', 'C5:D6'],
    ['A1:B1', 'C5:D6'],
  ],
  [['D8:F10'], ['D8:F10']],
];

const sansFeuille = (adresse: string): string => adresse.replace(/^.*!/, '');

/** Pose des fusions et rend ce qu'en dit la lecture de A1:D8. */
const lireFusions = (
  poses: readonly string[],
  dire: (vues: Excel.RangeAreas) => readonly string[],
): Promise<Json> =>
  surFeuille(async (contexte, feuille) => {
    for (const adresse of poses) feuille.getRange(adresse).merge();
    await contexte.sync();
    const vues = feuille.getRange('A1:D8').getMergedAreasOrNullObject().load('address,areas/items/address');
    await contexte.sync();
    return vues.isNullObject ? null : dire(vues).map(sansFeuille);
  });

const fusions = ([poses, attendu]: (typeof FUSIONS)[number], rang: number): Sonde => ({
  id: `lecture.fusions.${rang + 1}`,
  demande: `Les fusions que dit la lecture de A1:D8, zone par zone (${poses.join(', ')}).`,
  attendu,
  faire: () => lireFusions(poses, ({ areas }) => areas.items.map(({ address }) => address)),
});

/** L'adresse commune, elle, n'est pas promise : un sujet la montre réduite aux coins. */
const adressesDeFusions = ([poses]: (typeof FUSIONS)[number], rang: number): Sonde => ({
  id: `lecture.fusions-adresse.${rang + 1}`,
  demande: `L’adresse commune des fusions que dit la lecture de A1:D8 (${poses.join(', ')}).`,
  faire: () => lireFusions(poses, ({ address }) => address.split(/[,;]/)),
});

const LIGNES = 20_000;

export const LECTURE: Groupe = {
  nom: 'Lecture',
  sondes: [
    {
      id: 'lecture.erreurs',
      demande: 'Chaque erreur calculée : sa valeur, son genre, et le texte que voit l’agent.',
      attendu: Object.fromEntries(ERREURS.map(([formule, ...dites]) => [formule, [...dites, 'Error']])),
      faire: () =>
        surFeuille(async (contexte, feuille) => {
          const plage = feuille.getRange('A1').getAbsoluteResizedRange(ERREURS.length, 1);
          plage.formulas = ERREURS.map(([formule]) => [formule]);
          await resultats(contexte, plage);
          plage.load('values,valueTypes,text');
          await contexte.sync();
          return Object.fromEntries(
            ERREURS.map(([formule], i) => [
              formule,
              [plage.values, plage.text, plage.valueTypes].map((t) => String(t[i]?.[0])),
            ]),
          );
        }),
    },
    {
      id: 'lecture.erreurs-ecrites',
      demande: 'Une erreur tapée en toutes lettres, en français puis dans le nom international.',
      faire: () =>
        surFeuille(async (contexte, feuille) => {
          const plage = feuille.getRange('A1:A2');
          plage.values = [['#VALEUR!'], ['#VALUE!']];
          plage.load('valueTypes');
          await contexte.sync();
          return plage.valueTypes.map(([genre]) => String(genre));
        }),
    },
    {
      id: 'lecture.genres',
      demande: 'Le genre d’un texte, d’un nombre, d’un oui et d’une cellule vide.',
      attendu: [
        ['texte', 12.5, true, ''],
        ['String', 'Double', 'Boolean', 'Empty'],
      ],
      faire: () =>
        surFeuille(async (contexte, feuille) => {
          const plage = feuille.getRange('A1:D1');
          plage.values = [['texte', 12.5, true, '']];
          plage.load('values,valueTypes');
          await contexte.sync();
          return [plage.values[0] as Json[], plage.valueTypes[0] as Json[]];
        }),
    },
    ...FUSIONS.map(fusions),
    ...FUSIONS.map(adressesDeFusions),
    {
      id: 'lecture.lignes',
      demande: `Les lignes masquées parmi ${LIGNES}, par getRowProperties, et le temps de la demande en ms.`,
      faire: () =>
        surFeuille(async (contexte, feuille) => {
          feuille.getRange('3:4').rowHidden = true;
          await contexte.sync();
          const debut = performance.now();
          const lignes = feuille.getRange(`A1:A${LIGNES}`).getRowProperties({ rowHidden: true });
          await contexte.sync();
          const masquees = lignes.value.filter(({ rowHidden }) => rowHidden === true).length;
          return { masquees, ms: Math.round(performance.now() - debut) };
        }),
    },
    {
      id: 'lecture.zone-employee',
      demande: 'La zone employée d’une feuille dont tout a été effacé : de valeurs, puis de tout.',
      attendu: { valeurs: null },
      faire: () =>
        surFeuille(async (contexte, feuille) => {
          feuille.getRange('B2:C3').values = [
            [1, 2],
            [3, 4],
          ];
          await contexte.sync();
          feuille.getRange('B2:C3').clear('Contents');
          const zone = feuille.getUsedRangeOrNullObject(true).load('address');
          await contexte.sync();
          return { valeurs: zone.isNullObject ? null : sansFeuille(zone.address) };
        }),
    },
    {
      id: 'lecture.calendrier',
      demande: 'Le calendrier du classeur, par DATE : 44481 en 1900, 43019 en 1904.',
      attendu: 44481,
      faire: () =>
        surFeuille(async (contexte, feuille) => {
          const plage = feuille.getRange('A1');
          plage.formulas = [['=DATE(2021,10,12)']];
          return (await resultats(contexte, plage))[0]?.[0] ?? null;
        }),
    },
  ],
};
