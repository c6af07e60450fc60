/** Groupe 1 : ce que les fonctions reçoivent, ce qu'elles rendent, et quand. */
import { attendre, resultats, surFeuille } from '../feuille';
import { recus } from '../echo';
import type { Groupe, Json, Sonde } from '../sonde';

/** Chaque forme d'argument ; A1 est vide, B1 porte le texte « 12,5 », A2:B3 des nombres. */
const ARGUMENTS: readonly (readonly [formule: string, attendu: Json])[] = [
  ['=CLASR.ECHO(12.5)', '[12.5,null]'],
  ['=CLASR.ECHO()', '[null,null]'],
  ['=CLASR.ECHO(,2)', '[null,2]'],
  ['=CLASR.ECHO(A1)', '[0,null]'],
  ['=CLASR.ECHO("")', '["",null]'],
  ['=CLASR.ECHO(NA())', '[{"erreur":"#N/A"},null]'],
  ['=CLASR.ECHO(1/0)', '[{"erreur":"#DIV/0!"},null]'],
  ['=CLASR.ECHO(TRUE)', '[true,null]'],
  ['=CLASR.ECHO(DATE(2021,10,12))', '[44481,null]'],
  ['=CLASR.ECHO(B1)', '["12,5",null]'],
  ['=CLASR.ECHOS(A2:B3)', '[[1,2],[3,4]]'],
  ['=CLASR.ECHOS(A1:B1)', '[[0,"12,5"]]'],
];

const poser = (feuille: Excel.Worksheet, adresse: string, formules: readonly string[]): Excel.Range => {
  const plage = feuille.getRange(adresse).getAbsoluteResizedRange(formules.length, 1);
  plage.formulas = formules.map((f) => [f]);
  return plage;
};

/** Les entrées des formes d'arguments. */
function entrees(feuille: Excel.Worksheet): void {
  const texte = feuille.getRange('B1');
  texte.numberFormat = [['@']];
  texte.values = [['12,5']];
  feuille.getRange('A2:B3').values = [
    [1, 2],
    [3, 4],
  ];
}

const enObjet = (formules: readonly string[], valeurs: readonly Json[][]): Json =>
  Object.fromEntries(formules.map((formule, i) => [formule, valeurs[i]?.[0] ?? null]));

const delai = (nombre: number): Sonde => ({
  id: `fonctions.delai.${nombre}`,
  demande: `Le temps que ${nombre} formules rendent leur résultat, en ms.`,
  faire: () =>
    surFeuille(async (contexte, feuille) => {
      const formules = Array.from({ length: nombre }, (_, i) => `=CLASR.PS(${20_000 + i},3)`);
      const debut = performance.now();
      await resultats(contexte, poser(feuille, 'A1', formules));
      return Math.round(performance.now() - debut);
    }),
});

/** Les instants, en ms après la frappe, où l'on regarde une cellule qui recalcule : occupée, ancienne ou neuve ? */
const INSTANTS = [0, 50, 200, 700, 2_000];

export const FONCTIONS: Groupe = {
  nom: 'Fonctions',
  sondes: [
    {
      id: 'fonctions.arguments',
      demande: 'Ce que reçoit une fonction, selon la forme de l’argument.',
      attendu: Object.fromEntries(ARGUMENTS),
      faire: () =>
        surFeuille(async (contexte, feuille) => {
          entrees(feuille);
          const formules = ARGUMENTS.map(([formule]) => formule);
          return enObjet(formules, await resultats(contexte, poser(feuille, 'D1', formules)));
        }),
    },
    {
      id: 'fonctions.plage-pour-scalaire',
      demande: 'Une plage donnée à un argument simple : un appel par cellule, une intersection, ou un refus.',
      faire: () =>
        surFeuille(async (contexte, feuille) => {
          entrees(feuille);
          return resultats(
            contexte,
            poser(feuille, 'D2', ['=CLASR.ECHO(A2:B3)']).getAbsoluteResizedRange(2, 2),
          );
        }),
    },
    {
      id: 'fonctions.exemples',
      demande: 'Chaque exemple publié dans l’aide rend le résultat publié.',
      attendu: {},
      faire: ({ exemples }) =>
        surFeuille(async (contexte, feuille) => {
          const formules = exemples.map(({ formule }) => formule);
          const valeurs = await resultats(contexte, poser(feuille, 'A1', formules));
          // seuls les écarts se gardent : les exemples changent d'une version à l'autre, leur exactitude non
          return Object.fromEntries(
            exemples.flatMap(({ formule, attendu }, i) =>
              valeurs[i]?.[0] === attendu ? [] : [[formule, valeurs[i]?.[0] ?? null]],
            ),
          );
        }),
    },
    {
      id: 'fonctions.debordement',
      demande: 'Un tableau déborde, et dit où.',
      attendu: {
        valeurs: [
          [1, 10],
          [2, 20],
        ],
        plage: 'A1:B2',
      },
      faire: () =>
        surFeuille(async (contexte, feuille) => {
          const ancre = poser(feuille, 'A1', ['=CLASR.GRILLE(2)']);
          await resultats(contexte, ancre);
          const lieu = ancre.getSpillingToRangeOrNullObject().load('address');
          const valeurs = await resultats(contexte, feuille.getRange('A1:B2'));
          return { valeurs, plage: lieu.isNullObject ? null : (lieu.address.split('!').at(-1) ?? null) };
        }),
    },
    {
      id: 'fonctions.debordement-pris',
      demande: 'Un tableau qui n’a pas la place de déborder.',
      attendu: '#SPILL!',
      faire: () =>
        surFeuille(async (contexte, feuille) => {
          feuille.getRange('B2').values = [['pris']];
          return (await resultats(contexte, poser(feuille, 'A1', ['=CLASR.GRILLE(2)'])))[0]?.[0] ?? null;
        }),
    },
    {
      id: 'fonctions.debordement-tableau',
      demande: 'Une formule qui déborde, posée dans un tableau d’Excel.',
      horsHote: 'l’hôte laisse déborder dans un tableau',
      attendu: '#SPILL!',
      faire: () =>
        surFeuille(async (contexte, feuille) => {
          feuille.getRange('A1:B1').values = [['n', 'm']];
          feuille.tables.add('A1:B4', true);
          return (await resultats(contexte, poser(feuille, 'A2', ['=CLASR.GRILLE(2)'])))[0]?.[0] ?? null;
        }),
    },
    ...[1, 300, 3_000].map(delai),
    {
      id: 'fonctions.fraicheur',
      demande: `Ce que montre une cellule CLAS, ${INSTANTS.join(', ')} ms après la frappe dont elle dépend.`,
      faire: () =>
        surFeuille(async (contexte, feuille) => {
          feuille.getRange('A1').values = [[1]];
          const formule = poser(feuille, 'B1', ['=CLASR.ECHO(A1)']);
          await resultats(contexte, formule);
          feuille.getRange('A1').values = [[2]];
          const vues: Json[] = [];
          let avant = 0;
          for (const instant of INSTANTS) {
            await attendre(instant - avant);
            avant = instant;
            formule.load('values');
            await contexte.sync();
            vues.push(String(formule.values[0]?.[0]));
          }
          return vues;
        }),
    },
    {
      id: 'fonctions.calcul-annonce',
      demande: 'Combien de fois onCalculated se produit pour une frappe, et si la dernière suit le résultat.',
      faire: () =>
        surFeuille(async (contexte, feuille) => {
          const formule = poser(feuille, 'B1', ['=CLASR.ECHO(A1)']);
          await resultats(contexte, formule);
          let annonces = 0;
          feuille.onCalculated.add(() => Promise.resolve(void (annonces += 1)));
          await contexte.sync();
          feuille.getRange('A1').values = [[3]];
          await contexte.sync();
          await resultats(contexte, formule);
          const avantResultat = annonces;
          await attendre(2_000);
          return { avantResultat, apres: annonces - avantResultat };
        }),
    },
    {
      id: 'fonctions.moteur-partage',
      demande: 'Les fonctions et la page sont un même moteur : une variable leur est commune.',
      attendu: true,
      faire: () =>
        surFeuille(async (contexte, feuille) => {
          const avant = recus.appels;
          await resultats(contexte, poser(feuille, 'A1', ['=CLASR.ECHO("partage")']));
          return recus.appels > avant;
        }),
    },
  ],
};
