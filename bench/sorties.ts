/** Ce que la Caf remet à d'autres, sur 3 000 projets : chaque commande entière, à côté d'exceljs qui lit et récrit le même classeur. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { octetsExemple } from '../scripts/exemples/fichier';
import { propre } from '../scripts/exemples/propre';
import { lancerNode, type Passage } from '../outils/processus';
import { fois, ms, tableau } from '../outils/rapport';
import { mediane } from './chronometre';
import type { Mesure } from './synthese';

const TAILLES = [1_000, 3_000] as const;
const TOURS = 3;
const RAPPORT_MAX = 3;
/** De 1 000 à 3 000 projets, la mémoire au plus triple : linéaire. */
const CROISSANCE_MAX = 3;

const RECOPIE = `
  import ExcelJS from 'exceljs';
  const classeur = new ExcelJS.Workbook();
  await classeur.xlsx.readFile(process.argv[2]);
  await classeur.xlsx.writeFile(process.argv[3]);
`;

export async function mesurerSorties(): Promise<Mesure> {
  const dossier = mkdtempSync(join(tmpdir(), 'clas-sorties-'));
  // à la racine du dépôt : exceljs s'y trouve
  const recopie = join('build', 'scripts', 'recopie.mjs');
  writeFileSync(recopie, RECOPIE);
  const clas = (commande: string, ...suite: string[]) => [
    'bin/clas.mjs',
    commande,
    ...suite,
    '--au',
    '2022-01-20',
  ];
  const lancees = (classeur: string, rang: number) => ({
    exceljs: [recopie, classeur, join(dossier, 'recopie.xlsx')],
    courriers: clas(
      'courriers',
      classeur,
      ...['--modele', 'assets/modeles/notification.docx', '--sortie', join(dossier, `lettres${rang}`)],
    ),
    tableau: clas('tableau', classeur, '--sortie', join(dossier, 'tableau.xlsx')),
    paiements: clas('paiements', classeur, '--sortie', join(dossier, 'paiements.xlsx')),
  });
  type Nom = keyof ReturnType<typeof lancees>;
  const noms: readonly Nom[] = ['exceljs', 'courriers', 'tableau', 'paiements'];
  const passages = new Map<string, Passage[]>();
  try {
    for (const taille of TAILLES) {
      const classeur = join(dossier, `${taille}.xlsx`);
      writeFileSync(classeur, await octetsExemple(propre({ nombre: taille, collectifs: 5 })));
      for (let tour = 0; tour < (taille === 3_000 ? TOURS : 1); tour++)
        for (const nom of noms) {
          const passage = await lancerNode(lancees(classeur, tour)[nom]);
          if (passage.code !== 0) throw new Error(`${nom} : ${passage.erreur}`);
          const cle = `${nom} ${taille}`;
          passages.set(cle, [...(passages.get(cle) ?? []), passage]);
        }
    }
  } finally {
    rmSync(dossier, { recursive: true, force: true });
    rmSync(recopie);
  }
  const de = (nom: Nom, taille: number, quoi: 'ms' | 'mo'): number =>
    mediane((passages.get(`${nom} ${taille}`) ?? []).map((p) => p[quoi]));
  const lignes = noms
    .map((nom) => ({
      nom,
      duree: de(nom, 3_000, 'ms'),
      rapport: de(nom, 3_000, 'ms') / de('exceljs', 3_000, 'ms'),
      memoires: TAILLES.map((taille) => de(nom, taille, 'mo')),
    }))
    .sort((a, b) => b.rapport - a.rapport);
  const faites = lignes.filter(({ nom }) => nom !== 'exceljs');
  const pire = Math.max(...faites.map(({ rapport }) => rapport));
  const croissance = Math.max(...faites.map(({ memoires: [petite = NaN, grande = NaN] }) => grande / petite));
  const mo = (valeur = NaN): string => `${Math.round(valeur)} Mo`;
  return {
    texte: [
      `Un classeur de 3 000 projets, 15 000 collectifs et leurs versements. Chaque commande est un processus entier, du démarrage au dernier fichier écrit : près de 3 000 lettres Word d’après \`assets/modeles/notification.docx\`, le tableau de bord avec ses graphiques, les paiements. À côté, exceljs lit le même classeur et le récrit. Durée, ou temps de processeur s’il est moindre (la machine sert à d’autres) ; médianes de ${TOURS} tours alternés. Mémoire : pic du processus.`,
      tableau(
        [
          '',
          'Durée',
          'Rapport à exceljs',
          ...TAILLES.map((t) => `Mémoire, ${t.toLocaleString('fr-FR')} projets`),
        ],
        lignes.map(({ nom, duree, rapport, memoires }) => [
          nom === 'exceljs' ? 'exceljs, lire et récrire' : `\`clas ${nom}\``,
          ms(duree),
          fois(rapport),
          ...memoires.map(mo),
        ]),
      ),
    ].join('\n\n'),
    synthese: [
      {
        mesure: 'La plus longue des sorties (courriers, tableau de bord, paiements), 3 000 projets',
        clas: ms(Math.max(...faites.map(({ duree }) => duree))),
        aCote: `${ms(de('exceljs', 3_000, 'ms'))} (exceljs, lire et récrire) : ${fois(pire)}`,
        objectif: `≤ ${fois(RAPPORT_MAX)}`,
        tenu: pire <= RAPPORT_MAX,
      },
      {
        mesure: 'Mémoire des sorties, de 1 000 à 3 000 projets',
        clas: fois(croissance),
        objectif: `≤ ${fois(CROISSANCE_MAX)} (linéaire)`,
        tenu: croissance <= CROISSANCE_MAX,
      },
    ],
  };
}
