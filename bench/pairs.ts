/** Les autres outils sur le même travail : lire et écrire les mêmes cellules, recalculer les mêmes montants en formules natives. */
import ExcelJs from 'exceljs';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { ecrireXlsx, lireXlsx } from '../src/classeur/xlsx';
import { dossier } from '../src/fonctions/dossier';
import type { ClasseurLu } from '../src/dossier/formes/grille';
import { estIllisible } from '../src/valeurs/valeur';
import type { ClasseurPlan } from '../src/dossier/formes/plan';
import { octetsExemple } from '../scripts/exemples/fichier';
import { propre } from '../scripts/exemples/propre';
import { alterner } from './chronometre';
import { lignesDeProjets } from './dossier';
import { formulesNatives, recalculer, recalculerParLibreOffice } from './natives';
import { fois, ms, tableau } from '../outils/rapport';
import type { Mesure } from './synthese';

const TOURS = 3;
const PROJETS = 1_000;
const LIGNES = 1_000;

const enPlan = ({ feuilles }: ClasseurLu): ClasseurPlan => ({
  feuilles: feuilles.map(({ nom, lignes }) => ({
    nom,
    colonnes: [],
    lignes: lignes.map((ligne) =>
      ligne.map((valeur) => ({ valeur: valeur !== null && estIllisible(valeur) ? null : valeur })),
    ),
  })),
  proprietes: { titre: 'Mesure', sujet: 'Mesure', auteur: 'Clas' },
});

async function fichiers(): Promise<string> {
  const octets = await octetsExemple(propre({ nombre: PROJETS, collectifs: 5 }));
  const plan = enPlan(await lireXlsx(octets));
  const feuilles = plan.feuilles.map(({ nom, lignes }) => ({
    name: nom,
    rows: lignes.map((ligne) => ligne.map(({ valeur }) => valeur)),
  }));
  const t = await alterner(
    {
      lireClas: () => lireXlsx(octets),
      lireHucre: () => readXlsx(octets),
      lireExcelJs: () => new ExcelJs.Workbook().xlsx.load(octets as unknown as ExcelJs.Buffer),
      ecrireClas: () => ecrireXlsx(plan),
      ecrireHucre: () => writeXlsx({ sheets: feuilles }),
      ecrireExcelJs: () => {
        const classeur = new ExcelJs.Workbook();
        for (const { name, rows } of feuilles) classeur.addWorksheet(name).addRows(rows);
        return classeur.xlsx.writeBuffer();
      },
    },
    TOURS,
  );
  return [
    `Un fichier de ${PROJETS.toLocaleString('fr-FR')} projets et ${(5 * PROJETS).toLocaleString('fr-FR')} collectifs, lu puis réécrit, valeurs seules ; médianes de ${TOURS} tours alternés. Clas lit aussi les formules, les fusions et les lignes masquées.`,
    tableau(
      ['', 'Clas', 'hucre', 'exceljs'],
      [
        ['Lire', ms(t.lireClas), ms(t.lireHucre), ms(t.lireExcelJs)],
        ['Écrire', ms(t.ecrireClas), ms(t.ecrireHucre), ms(t.ecrireExcelJs)],
      ],
    ),
  ].join('\n\n');
}

/** Montants qui diffèrent de l'exact d'un centime ou plus. */
const faux = (exacts: readonly (readonly unknown[])[], autres: readonly (readonly unknown[])[]): number =>
  exacts.flatMap((ligne, i) =>
    ligne.filter((exact, j) => Number(exact).toFixed(2) !== Number(autres[i]?.[j] ?? NaN).toFixed(2)),
  ).length;

export async function mesurerPairs(): Promise<Mesure> {
  const projets = lignesDeProjets(LIGNES);
  const exacts = dossier(projets).map((ligne) => ligne.slice(0, 8));
  const univer = await recalculer(projets);
  const t = await alterner({ clas: () => dossier(projets), univer: univer.calculer }, TOURS);
  const libre = await recalculerParLibreOffice(projets);
  const total = (exacts.length * 8).toLocaleString('fr-FR');
  const montants = (autres: readonly (readonly unknown[])[]): string =>
    `${faux(exacts, autres)} sur ${total}`;
  return {
    texte: [
      await fichiers(),
      `Les huit montants de ${LIGNES.toLocaleString('fr-FR')} projets (Ps, parts, acomptes au plus, charge à payer, engagement, bonus) : par \`CLAS.DOSSIER\`, ou en formules natives telles que \`${formulesNatives(2)[0]}\`, que recalculent la grille de l’atelier (Univer) et LibreOffice sans écran — pour lui, le temps du fichier avec formules moins celui du même fichier sans. Les formules natives comptent en flottants ; « faux » : un centime ou plus d’écart avec l’exact.`,
      tableau(
        ['', 'Durée', 'Montants faux'],
        [
          ['`CLAS.DOSSIER`, décimal exact', ms(t.clas), '—'],
          ['Formules natives, grille Univer', ms(t.univer), montants(univer.montants())],
          libre === null
            ? ['Formules natives, LibreOffice', 'absent de ce poste', '—']
            : [
                'Formules natives, LibreOffice',
                `${ms(libre.formules)} (ouvrir, calculer, enregistrer : ${ms(libre.total)})`,
                montants(libre.montants),
              ],
        ],
      ),
    ].join('\n\n'),
    synthese: [
      {
        mesure: `Les huit montants de ${LIGNES.toLocaleString('fr-FR')} projets`,
        clas: ms(t.clas),
        aCote: `${ms(t.univer)} (formules natives, Univer) : ${fois(t.univer / t.clas)}`,
      },
    ],
  };
}
