/** Le corpus hostile, grand : chaque classeur dans une commande à part, son temps de processeur et son pic de mémoire. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GENRES, attaque } from '../outils/attaques';
import { lancerNode, type Passage } from '../outils/processus';
import { ms, tableau } from '../outils/rapport';
import type { Mesure } from './synthese';

/** Le réglage du tirage : des milliers de lignes, de libellés, de fusions. */
const GRANDEUR = 1_000;
const GRAINES = 2;
const [MS_MAX, MO_MAX] = [2_000, 300];

interface Passe extends Passage {
  readonly genre: string;
}

/** Une phrase, ou un examen : toute autre fin est une panne. */
const estEnPanne = ({ code, erreur }: Passage): boolean =>
  code === 2
    ? erreur.trimEnd().split('\n').length !== 1 || /défaut qui lui est propre/.test(erreur)
    : code !== 0 && code !== 1;

async function passer(): Promise<Passe[]> {
  const dossier = mkdtempSync(join(tmpdir(), 'clas-attaques-'));
  const fichier = join(dossier, 'attaque.xlsx');
  const passes: Passe[] = [];
  try {
    for (const genre of GENRES)
      for (let graine = 1; graine <= GRAINES; graine += 1) {
        writeFileSync(fichier, attaque(genre, graine, GRANDEUR));
        const passage = await lancerNode(['bin/clas.mjs', 'verifier', fichier, '--au', '2022-01-20']);
        passes.push({ ...passage, genre: genre.nom });
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
  const pires = GENRES.map(({ nom }) => {
    const siennes = passes.filter(({ genre }) => genre === nom);
    return {
      nom,
      ms: Math.max(...siennes.map((p) => p.ms)),
      mo: Math.max(...siennes.map((p) => p.mo)),
      refus: siennes.every(({ code }) => code === 2),
    };
  }).sort((a, b) => b.ms - a.ms);
  const [plusLong] = pires;
  const plusLourd = Math.max(...pires.map(({ mo }) => mo));
  if (!plusLong) throw new Error('Rien de mesuré.');
  return {
    texte: [
      `${GENRES.length} genres de classeurs hostiles (\`outils/attaques.ts\`), ${GRAINES} graines chacun, passés à \`clas verifier\` dans un processus à part : temps de processeur, démarrage de Node compris, et pic de mémoire. Du plus long au plus court.`,
      tableau(
        ['Classeur', 'Processeur', 'Mémoire', 'Issue'],
        pires.map(({ nom, ms: duree, mo, refus }) => [
          nom,
          ms(duree),
          `${Math.round(mo)} Mo`,
          refus ? 'refusé en une phrase' : 'examiné',
        ]),
      ),
    ].join('\n\n'),
    synthese: [
      {
        mesure: 'Corpus hostile, le plus long',
        clas: ms(plusLong.ms),
        objectif: `≤ ${ms(MS_MAX)}`,
        tenu: plusLong.ms <= MS_MAX,
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
