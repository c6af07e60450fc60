/**
 * Les deux portes disent la même chose d'un même classeur : le fichier, et Excel par la bibliothèque authentique d'Office.
 * Même bilan de lecture, mêmes anomalies, mêmes montants, et jamais plus de trois échanges.
 */
import type ExcelJS from 'exceljs';
import { COLONNES_PROJETS } from '../../src/dossier/colonnes/projets';
import { COLONNES_VERSEMENTS } from '../../src/dossier/colonnes/versements';
import { examiner } from '../../src/dossier/examiner';
import type { ClasseurLu } from '../../src/dossier/formes/grille';
import { jsonCalculer, jsonVerifier } from '../../src/dossier/restitution/json';
import {
  classeur,
  feuille,
  jour,
  projet,
  rapport,
  tableau,
  versement,
  type Reglages,
} from '../dossier/fabrique';
import { FORMAT, STRUCTURE } from '../dossier/situations';
import { parExcel, parFichier, versExceljs } from '../outils/deuxPortes';

const AU = '2022-01-20';
const P2 = projet({ dossier: 'P-2', action: 'Autre action' });

function examen(lu: ClasseurLu, { au = AU, designations }: Reglages) {
  const e = examiner(lu, { au, designations });
  return { rapport: rapport(e), json: [jsonVerifier(e), jsonCalculer(e)] };
}

/** Lit par les deux portes, exige qu'elles disent pareil, et rend le rapport. */
async function parLesDeux(source: ExcelJS.Workbook, reglages: Reglages = {}): Promise<readonly string[]> {
  const fichier = examen(await parFichier(source), reglages);
  const { lu, trajets } = await parExcel(source);
  const excel = examen(lu, reglages);
  expect(excel.json).toEqual(fichier.json);
  expect(trajets.length).toBeLessThanOrEqual(3);
  return fichier.rapport;
}

/** Excel calcule en ouvrant : une formule sans résultat n'existe que dans un fichier. */
const jamaisCalculee = ({ titre }: { readonly titre: string }): boolean => titre.includes('jamais calculée');

test.each([...FORMAT, ...STRUCTURE].filter((s) => !jamaisCalculee(s)).map((s) => [s.titre, s] as const))(
  'situation : %s',
  async (_, { reglages, rapport: attendu }) => {
    const attendues = attendu.map((ligne) => ligne.split(' — ')[0]);
    const dites = await parLesDeux(versExceljs(classeur(reglages)), reglages);
    expect(dites).toEqual(expect.arrayContaining(attendues));
  },
);

/** Un classeur juste, ce qu'on y change à la main, et ce qui doit s'en dire. */
type Cas = readonly [
  titre: string,
  reglages: Reglages,
  change: (classeur: ExcelJS.Workbook) => void,
  attendu: readonly string[],
];

const onglet = (source: ExcelJS.Workbook, nom = 'Projets'): ExcelJS.Worksheet => {
  const trouve = source.getWorksheet(nom);
  if (!trouve) throw new Error(`sans feuille ${nom}`);
  return trouve;
};
const [ENTETES = []] = tableau(COLONNES_PROJETS, [projet({})]);
const colonne = (cle: keyof typeof COLONNES_PROJETS): number =>
  ENTETES.indexOf(COLONNES_PROJETS[cle].entete) + 1;
const mettre =
  (cle: keyof typeof COLONNES_PROJETS, valeur: ExcelJS.CellValue, format?: string) =>
  (source: ExcelJS.Workbook): void => {
    const cellule = onglet(source).getCell(2, colonne(cle));
    cellule.value = valeur;
    if (format !== undefined) cellule.numFmt = format;
  };
const rien = (): void => undefined;

/** Des formats qui laissent un nombre un nombre. */
const DE_NOMBRE = [
  '#,##0.00 "€"',
  '#,##0 [$€-40C]',
  '[$-40C]# ##0,00',
  '_-* #,##0.00\\ "€"_-;-* #,##0.00\\ "€"_-;_-* "-"??\\ "€"_-;_-@_-',
  '[Red]-#,##0;[Blue]#,##0',
  '"jour "0',
  '0.00E+00',
  '# ?/?',
  '#,##0,"k€"',
  '@',
  '[Red]',
  '0;;',
  'General;;;',
];
/** Ceux qui en font une date, une heure ou un pourcentage, ou qui le cachent ; « mm-dd-yy » est la date courte d'Excel. */
const D_AUTRE_CHOSE = [
  'mm-dd-yy',
  'dd/mm/yyyy',
  'mmm-yy',
  '[$-40C]d mmmm yyyy;@',
  'h:mm',
  '[h]:mm:ss',
  '0%',
  '0.00 %',
  'yyyy',
  'm/d/yy h:mm',
  ';;;',
  '"annulé"',
  '[Red]"voir note";-0',
];

const VERSEMENTS: Reglages = {
  versements: [versement({}), versement({ date: jour('2021-12-10'), montant: 500 })],
};

/** Un tableau d'Excel qui a, ou a eu, une ligne de total. */
const enTableau =
  (totaux: boolean) =>
  (source: ExcelJS.Workbook): void => {
    const f = onglet(source, 'Versements');
    const lignes = [2, 3].map((n) => [1, 2, 3, 4, 5, 6].map((c) => f.getCell(n, c).value));
    f.addTable({
      name: 'Journal',
      ref: 'A1',
      headerRow: true,
      totalsRow: totaux,
      columns: Object.values(COLONNES_VERSEMENTS).map(({ entete }, i) => ({
        name: entete,
        totalsRowFunction: i === 4 ? 'sum' : 'none',
      })),
      rows: lignes,
    });
    if (totaux) f.getCell('E4').value = { formula: 'SUBTOTAL(109,E2:E3)', result: 1500 };
  };

/** « Bonus » fusionné au-dessus d'« Enfants » et de « Parents ». */
const groupes = (source: ExcelJS.Workbook): void => {
  const f = onglet(source);
  f.insertRow(1, []);
  const [premier, dernier] = [colonne('bonusEnfants'), colonne('bonusParents')];
  f.getCell(1, premier).value = 'Bonus';
  f.mergeCells(1, premier, 1, dernier);
  f.getCell(2, premier).value = 'Enfants';
  f.getCell(2, dernier).value = 'Parents';
};

/** L'en-tête habituel de deux rangs : les intitulés qui ne se partagent pas occupent les deux. */
const groupesEtFusions = (source: ExcelJS.Workbook): void => {
  groupes(source);
  const f = onglet(source);
  const bonus = [colonne('bonusEnfants'), colonne('bonusParents')];
  ENTETES.forEach((intitule, i) => {
    if (bonus.includes(i + 1)) return;
    f.getCell(2, i + 1).value = null;
    f.getCell(1, i + 1).value = intitule as string;
    f.mergeCells(1, i + 1, 2, i + 1);
  });
};

const CAS: readonly Cas[] = [
  ...DE_NOMBRE.map((format): Cas => [
    `montant ${format}`,
    {},
    mettre('coutPrevisionnel', 18_000, format),
    [],
  ]),
  ...D_AUTRE_CHOSE.map((format): Cas => [
    `montant en ${format}`,
    {},
    mettre('coutPrevisionnel', 18_000, format),
    ['Projets!S2 cellule.nombre-en-date'],
  ]),
  ['dossier sous un masque', {}, mettre('dossier', 123, '"E"00000'), []],
  ['dossier en date', {}, mettre('dossier', 44_500, 'dd/mm/yyyy'), ['Projets!A2 dossier.en-date']],
  ['Siret en nombre', {}, mettre('siret', 99_900_001_100_018, '0'), ['Projets!C2 siret.stocke-en-nombre']],
  ['Siret arrondi', {}, mettre('siret', 99_900_001_100_000, '0.00E+00'), ['Projets!C2 siret.arrondi']],
  ['date en nombre', {}, mettre('dateAgrement', 44_481), []],
  ['date au bruit près', {}, mettre('dateAgrement', 44_480.999_999_999_99, 'mm-dd-yy'), []],
  ['date en texte', {}, mettre('dateAgrement', '12-oct-21'), ['Projets!J2 cellule.date-en-texte']],
  ['booléen', {}, mettre('axeEnfants', true), ['Projets!N2 cellule.oui-non-normalise']],
  ['texte d’une erreur', {}, mettre('coutPrevisionnel', '#N/A'), ['Projets!S2 cellule.nombre-illisible']],
  [
    'erreur sans formule',
    {},
    mettre('coutPrevisionnel', { error: '#N/A' }),
    ['Projets!S2 cellule.nombre-illisible'],
  ],
  [
    'formule en erreur',
    {},
    mettre('coutPrevisionnel', { formula: 'VLOOKUP(A2,B:C,2,0)', result: { error: '#REF!' } }),
    ['Projets!S2 cellule.nombre-illisible'],
  ],
  ['formule', {}, mettre('coutPrevisionnel', { formula: '6000*3', result: 18_000 }, '#,##0.00 "€"'), []],
  [
    'formule en pourcentage',
    {},
    mettre('coutPrevisionnel', { formula: '1/4', result: 0.25 }, '0%'),
    ['Projets!S2 cellule.nombre-en-date'],
  ],
  ['formule au résultat vide', {}, mettre('observations', { formula: 'IF(A2="x",1,"")', result: '' }), []],
  ['texte qui commence par « = »', {}, mettre('observations', '=à revoir'), []],
  [
    'montant en texte, espaces fines',
    {},
    mettre('coutPrevisionnel', '18\u202f000,00\u00a0€'),
    ['Projets!S2 cellule.montant-en-texte'],
  ],
  [
    'texte enrichi et lien',
    {},
    (source) => {
      mettre('gestionnaire', { richText: [{ text: 'Association ' }, { text: 'Les Lilas' }] })(source);
      mettre('observations', { text: 'caf.fr', hyperlink: 'https://www.caf.fr/' })(source);
    },
    [],
  ],
  ['groupes fusionnés au-dessus des intitulés', {}, groupes, []],
  ['groupes, et les autres intitulés fusionnés sur les deux rangs', {}, groupesEtFusions, []],
  ['ligne de total d’un tableau', VERSEMENTS, enTableau(true), ['Versements!4 ligne.ignoree']],
  ['tableau sans ligne de total', VERSEMENTS, enTableau(false), []],
  [
    'lignes filtrées',
    { projets: [projet({}), P2] },
    (source) => {
      onglet(source).getRow(3).hidden = true;
    },
    ['Projets!1 feuille.lignes-masquees'],
  ],
  [
    'ligne masquée sous le tableau',
    {},
    (source) => {
      onglet(source).getRow(40).hidden = true;
    },
    [],
  ],
  [
    'journal masqué',
    VERSEMENTS,
    (source) => {
      onglet(source, 'Versements').state = 'hidden';
    },
    ['Versements feuille.masquee'],
  ],
  [
    'journal très masqué',
    VERSEMENTS,
    (source) => {
      onglet(source, 'Versements').state = 'veryHidden';
    },
    ['Versements feuille.tres-masquee'],
  ],
  [
    'colonne masquée',
    {},
    (source) => {
      onglet(source).getColumn(colonne('coutPrevisionnel')).hidden = true;
    },
    ['Projets!1 feuille.colonnes-masquees'],
  ],
  [
    'avenant en plus, par son format',
    { avenants: [{ dossier: 'P-1', date: jour('2021-12-01'), coutPrevisionnel: 18_500 }] },
    (source) => {
      onglet(source, 'Avenants').getCell('C2').numFmt = '+0;-0';
    },
    ['Avenants!C2 cellule.valeur-illisible'],
  ],
  [
    'avenant, son état entier',
    { avenants: [{ dossier: 'P-1', date: jour('2021-12-01'), coutPrevisionnel: 18_500 }] },
    rien,
    [],
  ],
  [
    'colonnes masquées sans valeur, ou qui ne sont pas à nous',
    {},
    (source) => {
      onglet(source).getCell(1, 60).value = 'Téléphone';
      onglet(source).getCell(2, 60).value = '0238000000';
      for (const c of [60, colonne('coutControle')]) onglet(source).getColumn(c).hidden = true;
    },
    [],
  ],
  [
    'tableau qui commence plus bas et plus à droite',
    {},
    (source) => {
      const f = onglet(source);
      f.spliceColumns(1, 0, [], []);
      f.insertRow(1, []);
      f.insertRow(1, [null, null, 'Suivi du Clas']);
    },
    [],
  ],
  [
    'calendrier de 1904',
    {
      dates1904: true,
      projets: [projet({ dateAgrement: 44_481 - 1_462, debutConvention: null, finConvention: null })],
    },
    rien,
    ['Projets!AE2 convention.absente'],
  ],
  [
    'feuilles de Clas d’un examen précédent',
    { autres: ['Anomalies', 'Calculs', 'Notes'].map((nom) => feuille(nom, [['Gravité'], ['alerte']])) },
    rien,
    [],
  ],
];

test.each(CAS)('%s', async (_, reglages, change, attendu) => {
  const source = versExceljs(classeur(reglages));
  change(source);
  const dites = await parLesDeux(source, reglages);
  expect(dites).toEqual(attendu);
});
