/** Ce qu'un agent écrirait lui-même : les mêmes montants par un script exceljs ou openpyxl, à côté de la commande entière. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { octetsExemple } from '../scripts/exemples/fichier';
import { propre } from '../scripts/exemples/propre';
import { lancerNode } from '../outils/processus';
import { fois, ms, tableau } from '../outils/rapport';
import { mediane, rapportMedian } from './chronometre';
import type { Mesure } from './synthese';

/** 3 000 projets : ce qu'on attend au plus d'une Caf. */
const TAILLES = [300, 1_000, 3_000] as const;
const REFERENCE = 3_000;
const TOURS = 3;
const RAPPORT_MAX = 1;
/** Le Python où se trouve openpyxl. */
const PYTHON = process.env.CLAS_PYTHON ?? 'python3';
const SORTIE_MAX = 1e9;

/** Les montants, dans l'ordre où les scripts les donnent. */
const CLES = [
  'psPrevisionnelle',
  'partN',
  'partN1',
  'acompteMaxN',
  'acompteMaxN1',
  'chargeAPayer',
  'engagement',
  'bonus',
] as const;

interface Cout {
  /** Temps de processeur de tous les fils, démarrage compris. */
  readonly calculMs: number;
  readonly mo: number;
  readonly sortie: string;
}

async function lancerJavaScript(...args: string[]): Promise<Cout> {
  const passage = await lancerNode(args);
  if (passage.code !== 0) throw new Error(`${args[0]} : ${passage.erreur}`);
  return passage;
}

function lancerPython(mode: 'parcourir' | 'calculer', fichier: string): Cout {
  const { error, status, stdout, stderr } = spawnSync(PYTHON, ['bench/scripts/projets.py', mode, fichier], {
    encoding: 'utf8',
    maxBuffer: SORTIE_MAX,
  });
  if (error ?? status) throw new Error(`${PYTHON} : ${error?.message ?? stderr}`);
  const [secondes = NaN, ko = NaN] = stderr.trim().split(' ').map(Number);
  return { calculMs: 1000 * secondes, mo: ko / 1024, sortie: stdout };
}

const CLAS = 'clas';
const EXCELJS = 'exceljs';
const OPENPYXL = 'openpyxl';
const PARCOURIR = 'parcourir';
type Nom = typeof CLAS | typeof EXCELJS | typeof OPENPYXL | typeof PARCOURIR;

const LANCER: Readonly<Record<Nom, (fichier: string) => Cout | Promise<Cout>>> = {
  [CLAS]: (f) => lancerJavaScript('bin/clas.mjs', 'calculer', f, '--au', '2022-01-20', '--json'),
  [EXCELJS]: (f) => lancerJavaScript('bench/scripts/projets.mjs', f),
  [OPENPYXL]: (f) => lancerPython('calculer', f),
  [PARCOURIR]: (f) => lancerPython('parcourir', f),
};
const INTITULES: Readonly<Record<Nom, string>> = {
  [CLAS]: '`clas calculer --json` : tout lu, contrôlé, calculé, expliqué',
  [EXCELJS]: 'script exceljs, les huit montants seuls',
  [OPENPYXL]: 'script openpyxl (lecture seule), les huit montants seuls',
  [PARCOURIR]: 'openpyxl (lecture seule), toutes les cellules lues, rien calculé',
};

interface Montants {
  readonly dossier: string;
  readonly montants: readonly number[];
}

/** Combien de montants du script diffèrent d'un centime ou plus de ceux de Clas, et combien il en donne. */
function faux(clas: Cout, script: Cout): string {
  const { projets } = JSON.parse(clas.sortie) as { projets: (Record<string, string> & Montants)[] };
  const exacts = new Map(projets.map((p) => [p.dossier, CLES.map((cle) => p[cle])]));
  const donnes = (JSON.parse(script.sortie) as Montants[]).flatMap(({ dossier, montants }) =>
    montants.map((montant, i) => montant.toFixed(2) === exacts.get(dossier)?.[i]),
  );
  return `${donnes.filter((juste) => !juste).length} sur ${donnes.length.toLocaleString('fr-FR')}`;
}

export async function mesurerScripts(): Promise<Mesure> {
  const sansPython = spawnSync(PYTHON, ['-c', 'import openpyxl'], { stdio: 'ignore' }).status !== 0;
  const noms: readonly Nom[] = sansPython ? [CLAS, EXCELJS] : [CLAS, EXCELJS, OPENPYXL, PARCOURIR];
  const dossier = mkdtempSync(join(tmpdir(), 'clas-scripts-'));
  const couts = new Map<string, Cout[]>();
  const de = (nom: Nom, taille: number): readonly Cout[] => couts.get(`${nom} ${taille}`) ?? [];
  try {
    for (const taille of TAILLES) {
      const fichier = join(dossier, `${taille}.xlsx`);
      writeFileSync(fichier, await octetsExemple(propre({ nombre: taille, collectifs: 5 })));
      for (let tour = 0; tour < TOURS; tour++)
        for (const nom of noms) {
          const cle = `${nom} ${taille}`;
          couts.set(cle, [...(couts.get(cle) ?? []), await LANCER[nom](fichier)]);
        }
    }
  } finally {
    rmSync(dossier, { recursive: true, force: true });
  }
  const temps = (nom: Nom, taille: number): number[] => de(nom, taille).map(({ calculMs }) => calculMs);
  const duree = (nom: Nom, taille: number): number => mediane(temps(nom, taille));
  const rapport = (nom: Nom): number => rapportMedian(temps(CLAS, REFERENCE), temps(nom, REFERENCE));
  const ecarts = (nom: Nom): string => {
    const [clas, script] = [de(CLAS, REFERENCE)[0], de(nom, REFERENCE)[0]];
    return nom === CLAS || nom === PARCOURIR || !clas || !script ? '—' : faux(clas, script);
  };
  // le moins favorable à Clas d'abord
  const pairs = noms.filter((nom) => nom !== CLAS).sort((a, b) => rapport(b) - rapport(a));
  return {
    texte: [
      `Le même fichier (5 collectifs par projet et leurs versements) donné à la commande entière et aux scripts de \`bench/scripts\`, tels qu’un agent à l’aise les écrirait : ils ne contrôlent rien, ne disent rien de ce qu’ils ont écarté, et comptent en flottants. Processus entiers, temps de processeur de tous leurs fils ; médianes de ${TOURS} tours alternés.${sansPython ? ' openpyxl manque sur ce poste.' : ''}`,
      tableau(
        [
          '',
          ...TAILLES.map((t) => `${t.toLocaleString('fr-FR')} projets`),
          'Clas, à 3 000',
          'Mémoire, à 3 000',
          'Montants faux',
        ],
        [...pairs, CLAS as Nom].map((nom) => [
          INTITULES[nom],
          ...TAILLES.map((t) => ms(duree(nom, t))),
          nom === CLAS ? '—' : fois(rapport(nom)),
          `${Math.round(mediane(de(nom, REFERENCE).map(({ mo }) => mo)))} Mo`,
          ecarts(nom),
        ]),
      ),
    ].join('\n\n'),
    synthese: pairs.map((nom) => ({
      mesure: 'La commande entière sur 3 000 projets et 15 000 collectifs',
      clas: ms(duree(CLAS, REFERENCE)),
      aCote: `${ms(duree(nom, REFERENCE))} (${INTITULES[nom]}) : ${fois(rapport(nom))}`,
      ...(nom === PARCOURIR && {
        objectif: `≤ ${fois(RAPPORT_MAX)}`,
        tenu: rapport(nom) <= RAPPORT_MAX,
      }),
    })),
  };
}
