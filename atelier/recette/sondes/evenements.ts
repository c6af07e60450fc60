/** Groupe 5 : ce qu'Excel annonce, par l'interface puis par les gestes de l'agent. */
import { attendre, surFeuille } from '../feuille';
import type { Groupe, Humain, Json, Sonde } from '../sonde';

/** Un événement peut suivre de loin le geste. */
const TRAINE_MS = 1_000;

type Annonce = readonly [type: string, adresse: string, detail: string];

/** Écoute une feuille ; rend de quoi cesser, et ce qui s'est dit, dans l'ordre. */
async function ecouter(
  contexte: Excel.RequestContext,
  feuille: Excel.Worksheet,
): Promise<() => Promise<readonly Annonce[]>> {
  const annonces: Annonce[] = [];
  const noter = (type: string, adresse: string, detail: string): Promise<void> =>
    Promise.resolve(void annonces.push([type, adresse.replace(/^.*!/, ''), detail]));
  const { worksheets } = contexte.workbook;
  const ecouteurs = [
    feuille.onChanged.add((e) =>
      noter(e.type, e.address, [e.changeType, e.source, e.triggerSource].join(' ')),
    ),
    worksheets.onRowSorted.add((e) => noter(e.type, e.address, e.source)),
    worksheets.onRowHiddenChanged.add((e) => noter(e.type, e.address, e.changeType)),
  ];
  await contexte.sync();
  return async () => {
    for (const ecouteur of ecouteurs) ecouteur.remove();
    await contexte.sync();
    return annonces;
  };
}

interface Epreuve {
  readonly id: string;
  readonly demande: string;
  readonly attendu?: Json;
  readonly horsHote?: string;
  readonly agir: (feuille: Excel.Worksheet, contexte: Excel.RequestContext, humain: Humain) => Promise<void>;
}

const LISTE = [['n'], [3], [1], [2]];

const epreuve = ({ agir, ...sonde }: Epreuve): Sonde => ({
  ...sonde,
  faire: ({ humain }) =>
    surFeuille(async (contexte, feuille) => {
      feuille.getRange('A1:A4').values = LISTE;
      feuille.activate();
      await contexte.sync();
      const cesser = await ecouter(contexte, feuille);
      await agir(feuille, contexte, humain);
      await attendre(TRAINE_MS);
      return cesser();
    }),
});

const parApi =
  (faire: (feuille: Excel.Worksheet) => void): Epreuve['agir'] =>
  async (feuille, contexte) => {
    faire(feuille);
    await contexte.sync();
  };

const parHumain =
  (id: string, consigne: string): Epreuve['agir'] =>
  (_, __, humain) =>
    humain.geste(id, consigne);

const GESTES: readonly (readonly [
  id: string,
  consigne: string,
  attendu?: Json | undefined,
  horsHote?: string,
])[] = [
  [
    'evenements.frappe',
    'Taper 7 dans la cellule C1, puis Entrée.',
    [['WorksheetChanged', 'C1', 'RangeEdited Local Unknown']],
  ],
  [
    'evenements.annuler',
    'Taper 8 dans la cellule C1, Entrée, puis Ctrl+Z, puis Ctrl+Y.',
    undefined,
    'Ctrl+Z demande une main',
  ],
  [
    'evenements.tri-fleche',
    'Choisir A1, poser un filtre (Ctrl+Maj+L), puis trier par la flèche, du plus petit au plus grand.',
    undefined,
    'la flèche d’un filtre demande une main',
  ],
  [
    'evenements.masquer',
    'Masquer la ligne 3 (clic droit sur son numéro, Masquer).',
    undefined,
    'le clic droit demande une main',
  ],
  [
    'evenements.coller',
    'Choisir A2, puis, Ctrl enfoncé, A4 ; copier ; coller en D2.',
    undefined,
    'l’hôte n’a pas de presse-papiers',
  ],
  [
    'evenements.recopier',
    'Choisir A2:A4, puis recopier A2 vers le bas (Ctrl+B).',
    undefined,
    'l’hôte n’a pas de recopie',
  ],
];

export const EVENEMENTS: Groupe = {
  nom: 'Événements',
  sondes: [
    epreuve({
      id: 'evenements.ecriture',
      demande: 'Une écriture du complément.',
      attendu: [['WorksheetChanged', 'B2', 'RangeEdited Local ThisLocalAddin']],
      agir: parApi((feuille) => {
        feuille.getRange('B2').values = [[5]];
      }),
    }),
    epreuve({
      id: 'evenements.tri',
      demande: 'Un tri fait par l’interface : trié, modifié, ou les deux ?',
      agir: parApi((feuille) => feuille.getRange('A2:A4').sort.apply([{ key: 0, ascending: true }])),
    }),
    epreuve({
      id: 'evenements.lignes-masquees',
      demande: 'Une ligne masquée par l’interface.',
      attendu: [['WorksheetRowHiddenChanged', '3:3', 'Hidden']],
      agir: parApi((feuille) => {
        feuille.getRange('3:3').rowHidden = true;
      }),
    }),
    ...GESTES.map(([id, consigne, attendu, horsHote]) =>
      epreuve({
        id,
        demande: `À la main : ${consigne}`,
        ...(attendu !== undefined && { attendu }),
        ...(horsHote !== undefined && { horsHote }),
        agir: parHumain(id, consigne),
      }),
    ),
    {
      id: 'evenements.edition',
      demande: 'Une lecture demandée pendant que l’agent tape : elle attend, puis répond (ms).',
      horsHote: 'le temps de l’agent n’a de sens que dans un Excel',
      faire: ({ humain }) =>
        surFeuille(async (contexte, feuille) => {
          feuille.activate();
          await contexte.sync();
          await humain.geste(
            'evenements.edition',
            'Après ce bouton : taper 9 dans A1 sans valider, attendre cinq secondes, puis Entrée.',
          );
          await attendre(2_000);
          const debut = performance.now();
          await Excel.run({ delayForCellEdit: true }, async (ici) => {
            ici.workbook.worksheets.getActiveWorksheet().getRange('A1').load('values');
            await ici.sync();
          });
          return Math.round(performance.now() - debut);
        }),
    },
  ],
};
