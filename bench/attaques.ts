/** Le corpus hostile, grand : chaque classeur dans une commande à part, son temps de processeur et son pic de mémoire. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GENRES, attaque } from '../outils/attaques';
import { lancerNode, type Passage, type PassageMesure } from '../outils/processus';
import { grandClasseur } from './chaine';
import { ms, tableau } from '../outils/rapport';
import type { Mesure } from './synthese';

/** Le réglage du tirage : des milliers de lignes, de libellés, de fusions. */
const GRANDEUR = 1_000;
/** Une machine occupée ailleurs n'accuse pas Clas : ce qui a paru long se refait, et le moins long compte. */
const [PASSAGES, MS_A_REFAIRE] = [2, 1_500];
const [MS_MAX, MO_MAX] = [2_000, 300];

interface Passe extends PassageMesure {
  readonly genre: string;
}

/** Une phrase, ou un examen : toute autre fin est une panne. */
const estEnPanne = ({ code, erreur }: Passage): boolean =>
  code === 2
    ? erreur.trimEnd().split('\n').length !== 1 || /défaut qui lui est propre/.test(erreur)
    : code !== 0 && code !== 1;

async function mesurer(fichier: string): Promise<PassageMesure> {
  const passer = () => lancerNode(['bin/clas.mjs', 'verifier', fichier, '--au', '2022-01-20', '--json']);
  let meilleur = await passer();
  for (let n = 1; n < PASSAGES && meilleur.calculMs > MS_A_REFAIRE; n += 1) {
    const autre = await passer();
    meilleur = {
      ...meilleur,
      calculMs: Math.min(meilleur.calculMs, autre.calculMs),
      mo: Math.max(meilleur.mo, autre.mo),
    };
  }
  return meilleur;
}

const TEMOIN = 'témoin : un vrai dossier, 3 000 projets et 15 000 collectifs';

async function passer(): Promise<Passe[]> {
  const dossier = mkdtempSync(join(tmpdir(), 'clas-attaques-'));
  const fichier = join(dossier, 'attaque.xlsx');
  const passes: Passe[] = [];
  try {
    writeFileSync(fichier, await grandClasseur());
    passes.push({ ...(await mesurer(fichier)), genre: TEMOIN });
    for (const genre of GENRES) {
      writeFileSync(fichier, attaque(genre, 1, GRANDEUR));
      passes.push({ ...(await mesurer(fichier)), genre: genre.nom });
    }
  } finally {
    rmSync(dossier, { recursive: true });
  }
  return passes;
}

export async function mesurerAttaques(): Promise<Mesure> {
  const passes = await passer();
  const pannes = passes.filter(estEnPanne);
  if (pannes.length > 0)
    throw new Error(pannes.map(({ genre, erreur }) => `${genre} : ${erreur}`).join('\n'));
  const tous = [...passes].sort((a, b) => b.calculMs - a.calculMs);
  const pires = tous.filter(({ genre }) => genre !== TEMOIN);
  const [plusLong] = pires;
  const plusLourd = Math.max(...pires.map(({ mo }) => mo));
  if (!plusLong) throw new Error('Rien de mesuré.');
  return {
    texte: [
      `${GENRES.length} genres de classeurs hostiles (\`outils/attaques.ts\`), passés à \`clas verifier --json\` dans un processus à part : temps de processeur de tous ses fils, démarrage de Node compris (le moins long de ${PASSAGES} passages), et pic de mémoire. Du plus long au plus court ; un vrai dossier, le plus grand attendu, y sert de témoin.`,
      tableau(
        ['Classeur', 'Processeur', 'Mémoire', 'Issue'],
        tous.map(({ genre, calculMs, mo, code }) => [
          genre,
          ms(calculMs),
          `${Math.round(mo)} Mo`,
          code === 2 ? 'refusé en une phrase' : 'examiné',
        ]),
      ),
    ].join('\n\n'),
    synthese: [
      {
        mesure: 'Corpus hostile, le plus long',
        clas: ms(plusLong.calculMs),
        objectif: `≤ ${ms(MS_MAX)}`,
        tenu: plusLong.calculMs <= MS_MAX,
      },
      {
        mesure: 'Corpus hostile, le plus lourd',
        clas: `${Math.round(plusLourd)} Mo`,
        objectif: `≤ ${MO_MAX} Mo`,
        tenu: plusLourd <= MO_MAX,
      },
    ],
  };
}
