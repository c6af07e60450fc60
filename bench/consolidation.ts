/** Le bilan national : 25, 50 puis 101 fichiers ; le temps doit suivre leur nombre. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ecrireXlsx, lireXlsx } from '../src/classeur/xlsx';
import { CAFS } from '../src/dossier/cafs';
import { examiner } from '../src/dossier/examiner';
import { consolider, type Entree } from '../src/dossier/restitution/bilan/consolider';
import { lireRemontee } from '../src/dossier/restitution/remontee/relecture';
import { planBilan } from '../src/dossier/restitution/bilan/planBilan';
import { creerRemontee } from '../src/dossier/restitution/remontee/remontee';
import { planRemontee } from '../src/dossier/restitution/remontee/planRemontee';
import { octetsExemple } from '../scripts/exemples/fichier';
import { propre } from '../scripts/exemples/propre';
import { alterner } from './chronometre';
import { lancerNode } from '../outils/processus';
import { fois, ms, tableau } from '../outils/rapport';
import type { Mesure } from './synthese';

const TOURS = 5;
const PROJETS = 60;
/** De 25 à 101 fichiers, un fichier ne coûte pas plus que ce facteur : linéaire. */
const DERIVE = 1.2;
/** Au-delà des 101 Caf, les suivants sont de seconds fichiers : lus comme les autres, puis refusés. */
const NOMBREUX = [125, 500] as const;

/** La commande entière : durée et pic de mémoire, fichier par fichier. */
async function mesurerNombreux(fichiers: readonly Uint8Array[]) {
  const dossier = mkdtempSync(join(tmpdir(), 'clas-bilan-'));
  try {
    const chemins = Array.from({ length: Math.max(...NOMBREUX) }, (_, i) => join(dossier, `${i}.xlsx`));
    for (const [i, chemin] of chemins.entries())
      writeFileSync(chemin, fichiers[i % fichiers.length] ?? new Uint8Array());
    const passages = [];
    for (const n of NOMBREUX) {
      const lus = chemins.slice(0, n);
      const sortie = join(dossier, 'bilan.xlsx');
      const passage = await lancerNode(['bin/clas.mjs', 'consolider', ...lus, '--sortie', sortie]);
      // 1 : les seconds fichiers d'une Caf sont refusés, le bilan est écrit
      if (passage.code !== 1) throw new Error(passage.erreur);
      passages.push({ n, ...passage });
    }
    return passages;
  } finally {
    rmSync(dossier, { recursive: true, force: true });
  }
}

async function fichierDe(code: string, nom: string): Promise<Uint8Array> {
  const octets = await octetsExemple(propre({ nombre: PROJETS }, [code, nom]));
  const examen = examiner(await lireXlsx(octets), { au: '2022-01-20' });
  return ecrireXlsx(planRemontee(await creerRemontee(examen)));
}

export async function mesurerConsolidation(): Promise<Mesure> {
  const fichiers: Uint8Array[] = [];
  for (const { code, nom } of CAFS) fichiers.push(await fichierDe(code, nom));
  const reunir = async (n: number): Promise<void> => {
    const entrees: Entree[] = [];
    for (const [i, octets] of fichiers.slice(0, n).entries())
      entrees.push({ fichier: `${i}.xlsx`, remontee: await lireRemontee(await lireXlsx(octets)) });
    const bilan = await consolider(entrees);
    if (bilan.acceptes.length !== n) throw new Error(`${bilan.refuses.length} fichiers refusés.`);
    await ecrireXlsx(planBilan(bilan));
  };
  const t = await alterner(
    { '25': () => reunir(25), '50': () => reunir(50), '101': () => reunir(101) },
    TOURS,
  );
  const derive = t['101'] / 101 / (t['25'] / 25);
  const nombreux = await mesurerNombreux(fichiers);
  const texte = [
    `Les fichiers de n Caf (campagnes de ${PROJETS} projets) : les relire, vérifier empreintes et totaux, écrire le bilan. Médianes de ${TOURS} tours alternés.`,
    tableau(
      ['Fichiers', 'Durée', 'Par fichier'],
      (['25', '50', '101'] as const).map((n) => [n, ms(t[n]), ms(t[n] / Number(n), 1)]),
    ),
    'La commande entière, sur plus de fichiers qu’il n’y a de Caf (les seconds sont lus, puis refusés) : durée, ou temps de processeur s’il est moindre ; pic de mémoire du processus.',
    tableau(
      ['Fichiers', 'Durée', 'Par fichier', 'Mémoire'],
      nombreux.map(({ n, ms: duree, mo }) => [`${n}`, ms(duree), ms(duree / n, 1), `${Math.round(mo)} Mo`]),
    ),
  ].join('\n\n');
  return {
    texte,
    synthese: [
      { mesure: 'Les fichiers de 101 Caf relus et réunis', clas: ms(t['101']) },
      {
        mesure: 'Coût d’un fichier parmi 101, comparé à un parmi 25',
        clas: fois(derive),
        objectif: `≤ ${fois(DERIVE)} (linéaire)`,
        tenu: derive <= DERIVE,
      },
    ],
  };
}
