/** Les mêmes montants en formules natives, recalculés par d'autres : la grille Univer, LibreOffice sans écran. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import ExcelJs from 'exceljs';
import { lireXlsx } from '../src/classeur/xlsx';
import { grilleUniver } from '../outils/grilleUniver';
import { mediane } from './chronometre';

const DOSSIER = resolve('build/pairs');
const TOURS = 3;

/** Entrées en A:F (coût, collectifs, bonus enfants, bonus parents, acomptes N, acomptes N+1), montants en G:N. */
export const formulesNatives = (n: number): string[] => [
  `=IF(B${n}=0,0,IF(A${n}>=B${n}*7885,B${n}*2563,ROUND(A${n}*0.325,2)))`,
  `=ROUND(G${n}*0.4,2)`,
  `=G${n}-H${n}`,
  `=ROUNDDOWN(G${n}*0.28,2)`,
  `=ROUNDDOWN(G${n}*0.42,2)`,
  `=MAX(0,H${n}-E${n})`,
  `=I${n}`,
  `=(C${n}+D${n})*300`,
];

/** La grille de l'atelier, sans écran ni fonction de Clas. */
export async function recalculer(projets: readonly (readonly number[])[]) {
  const creer = await grilleUniver();
  const grille = creer({
    connait: () => false,
    surDeclaration: () => undefined,
    appeler: () => ({ erreur: '#NAME?' }),
  });
  grille.ajouterFeuille('projets', 'Projets', 0);
  const rect = { ligne: 0, colonne: 0, lignes: projets.length, colonnes: 14 };
  return {
    calculer: async (): Promise<void> => {
      grille.ecrire(
        'projets',
        rect,
        projets.map((p, i) => [...p, ...formulesNatives(i + 1).map((formule) => ({ formule }))]),
      );
      await grille.calculer(true);
    },
    montants: () =>
      grille.lire('projets', { ...rect, colonne: 6, colonnes: 8 }).map((l) => l.map((c) => c.valeur)),
  };
}

async function ecrireClasseur(
  nom: string,
  projets: readonly (readonly number[])[],
  formules: boolean,
): Promise<void> {
  const classeur = new ExcelJs.Workbook();
  classeur
    .addWorksheet('Projets')
    .addRows(
      projets.map((p, i) => [
        ...p,
        ...(formules ? formulesNatives(i + 1).map((f) => ({ formula: f.slice(1) })) : []),
      ]),
    );
  writeFileSync(`${DOSSIER}/${nom}.xlsx`, new Uint8Array(await classeur.xlsx.writeBuffer()));
}

/** Ouvre, recalcule et enregistre ; `null` si LibreOffice n'est pas là. */
function convertir(nom: string): number | null {
  const debut = performance.now();
  const profil = `-env:UserInstallation=${pathToFileURL(`${DOSSIER}/profil`).href}`;
  const arguments_ = [
    profil,
    '--headless',
    '--convert-to',
    'xlsx',
    '--outdir',
    `${DOSSIER}/sortie`,
    `${DOSSIER}/${nom}.xlsx`,
  ];
  const { error, status } = spawnSync('soffice', arguments_, { stdio: 'ignore' });
  if (error) return null;
  if (status !== 0) throw new Error(`LibreOffice a refusé ${nom}.xlsx.`);
  return performance.now() - debut;
}

export async function recalculerParLibreOffice(
  projets: readonly (readonly number[])[],
): Promise<{ total: number; formules: number; montants: readonly (readonly unknown[])[] } | null> {
  rmSync(DOSSIER, { recursive: true, force: true });
  mkdirSync(DOSSIER, { recursive: true });
  await ecrireClasseur('avec', projets, true);
  await ecrireClasseur('sans', projets, false);
  // la première ouverture crée le profil
  if (convertir('sans') === null) return null;
  const [avec, sans]: [number[], number[]] = [[], []];
  for (let tour = 0; tour < TOURS; tour++) {
    avec.push(convertir('avec') ?? NaN);
    sans.push(convertir('sans') ?? NaN);
  }
  const { feuilles } = await lireXlsx(new Uint8Array(readFileSync(`${DOSSIER}/sortie/avec.xlsx`)));
  const montants = feuilles[0]?.lignes.map((ligne) => ligne.slice(6, 14)) ?? [];
  rmSync(DOSSIER, { recursive: true, force: true });
  return { total: mediane(avec), formules: mediane(avec) - mediane(sans), montants };
}
