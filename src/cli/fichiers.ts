/** Les fichiers : lire un classeur, remplacer une sortie d'un seul coup. Chaque refus est une phrase. */
import { randomBytes } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fsync as fsyncDiffere,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  rmdirSync,
  statSync,
  writeSync,
  type BigIntStats,
} from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { lireXlsx } from '../classeur/xlsx';
import { OCTETS_MAX } from '../classeur/xlsx/limites';
import { PHRASES } from '../classeur/xlsx/phrases';
import { ErreurClasseur } from '../dossier/formes/erreurs';
import type { ClasseurLu } from '../dossier/formes/grille';
import { commencer, noterEcrit } from './arret';
import { ErreurUsage } from './erreurs';

const fsync = promisify(fsyncDiffere);

const CAUSES: Readonly<Record<string, string>> = {
  ENOENT: 'est introuvable',
  ENOTDIR: 'est introuvable',
  EISDIR: 'est un dossier',
  EACCES: 'n’est pas accessible (droits insuffisants)',
  EPERM: 'n’est pas accessible (droits insuffisants, ou fichier ouvert dans un autre programme)',
  EBUSY: 'est ouvert dans un autre programme : le fermer',
  EROFS: 'est sur un disque en lecture seule',
  ENOSPC: 'n’a pas pu être écrit : le disque est plein',
  EDQUOT: 'n’a pas pu être écrit : le quota du disque est atteint',
  EFBIG: 'n’a pas pu être écrit : il dépasse la taille permise',
  EIO: 'est sur un disque qui ne répond pas : le vérifier, ou en choisir un autre',
  ENAMETOOLONG: 'a un nom trop long',
};

const codeDe = (erreur: unknown): string =>
  typeof erreur === 'object' && erreur !== null && 'code' in erreur ? String(erreur.code) : 'inconnue';

const echec = (chemin: string, erreur: unknown): ErreurUsage =>
  new ErreurUsage(
    `« ${chemin} » ${CAUSES[codeDe(erreur)] ?? `est inutilisable (erreur ${codeDe(erreur)})`}.`,
  );

/** Un fichier ordinaire, ou la raison pour laquelle il ne peut pas être lu ; `attendu` : ce qu'il fallait donner. */
export function examinerEntree(chemin: string, attendu = 'donner un classeur .xlsx'): BigIntStats {
  let etat: BigIntStats;
  try {
    etat = statSync(chemin, { bigint: true });
  } catch (erreur) {
    throw echec(chemin, erreur);
  }
  if (etat.isDirectory()) throw new ErreurUsage(`« ${chemin} » est un dossier : ${attendu}.`);
  if (!etat.isFile()) throw new ErreurUsage(`« ${chemin} » n’est pas un fichier ordinaire.`);
  // « *.xlsx » les prend aussi
  const ouvert = /^(?:~\$(.+)|\.~lock\.(.+)#)$/.exec(basename(chemin));
  if (ouvert)
    throw new ErreurUsage(
      `« ${chemin} » n’est que la marque d’un classeur ouvert dans un autre programme : donner « ${ouvert[1] ?? ouvert[2] ?? ''} ».`,
    );
  return etat;
}

/** @throws ErreurUsage quand le fichier ne peut être lu. */
export function lireOctets(chemin: string): Uint8Array {
  const { size } = examinerEntree(chemin);
  // avant de lire : un fichier démesuré ne doit pas remplir la mémoire
  if (size > BigInt(OCTETS_MAX)) throw new ErreurClasseur(PHRASES.tropGros);
  try {
    return readFileSync(chemin);
  } catch (erreur) {
    throw echec(chemin, erreur);
  }
}

/** @throws ErreurUsage quand le fichier ne peut être lu, ErreurClasseur quand ce n'est pas un classeur. */
export const lireFichier = async (chemin: string): Promise<ClasseurLu> => lireXlsx(lireOctets(chemin));

/** Un fichier nommé comme d'un autre genre ne s'ouvre pas : Excel refuse un classeur en .csv, ou en .xls. */
const GENRES = ['.xlsx', '.xlsm', '.xlsb', '.xls', '.ods', '.csv', '.txt', '.pdf', '.doc', '.docx', '.json'];

function verifierGenre(sortie: string, attendu: string): void {
  const genre = extname(sortie).toLowerCase();
  if (genre !== attendu && GENRES.includes(genre))
    throw new ErreurUsage(`« ${sortie} » : ce fichier se nomme en ${attendu}, non en ${genre}.`);
}

/** Une sortie vérifiée : le chemin que l'agent a écrit, et celui qui se remplace (la cible d'un lien). */
export interface Sortie {
  readonly chemin: string;
  readonly reel: string;
}

/** Ce qui vient d'être écrit. */
export interface Ecrit {
  readonly chemin: string;
  readonly octets: number;
}

/**
 * Vérifie la sortie avant tout travail.
 * @param entrees les fichiers lus : aucun ne peut être écrasé
 * @param autres les autres sorties de la même commande : deux ne peuvent être le même fichier
 * @param genre l'extension de ce qui s'écrit
 */
export function preparerSortie(
  sortie: string,
  entrees: readonly string[],
  { autres = [], genre = '.xlsx' }: { autres?: readonly string[]; genre?: string } = {},
): Sortie {
  verifierGenre(sortie, genre);
  const dossier = dirname(sortie);
  if (autres.some((autre) => resolve(autre) === resolve(sortie)))
    throw new ErreurUsage(`« ${sortie} » est déjà une sortie de cette commande : choisir deux noms.`);
  try {
    if (!statSync(dossier).isDirectory()) throw new ErreurUsage(`« ${dossier} » n’est pas un dossier.`);
    accessSync(dossier, constants.W_OK);
  } catch (erreur) {
    if (erreur instanceof ErreurUsage) throw erreur;
    const cause = codeDe(erreur) === 'ENOENT' ? 'n’existe pas : le créer d’abord' : CAUSES[codeDe(erreur)];
    throw new ErreurUsage(`Le dossier de sortie « ${dossier} » ${cause ?? 'est inutilisable'}.`);
  }
  let existante: BigIntStats;
  try {
    existante = statSync(sortie, { bigint: true });
  } catch (erreur) {
    if (codeDe(erreur) !== 'ENOENT') throw echec(sortie, erreur);
    // un lien vers un fichier absent : l'écrire créerait ailleurs un fichier que personne n'a nommé
    if (lstatSync(sortie, { throwIfNoEntry: false }))
      throw new ErreurUsage(
        `« ${sortie} » est un lien vers un fichier qui n’existe plus : l’ôter, ou choisir un autre nom.`,
      );
    return { chemin: sortie, reel: sortie };
  }
  if (existante.isDirectory())
    throw new ErreurUsage(`« ${sortie} » est un dossier : donner un nom de fichier .xlsx.`);
  if (!existante.isFile()) throw new ErreurUsage(`« ${sortie} » n’est pas un fichier ordinaire.`);
  for (const entree of entrees) {
    const { dev, ino } = examinerEntree(entree);
    if (dev === existante.dev && ino === existante.ino)
      throw new ErreurUsage(
        `La sortie « ${sortie} » est un fichier lu par cette commande : choisir un autre nom, il serait écrasé.`,
      );
  }
  try {
    accessSync(sortie, constants.W_OK);
    return { chemin: sortie, reel: realpathSync(sortie) };
  } catch (erreur) {
    throw echec(sortie, erreur);
  }
}

/** Une copie du classeur en garde le genre : celle d'un .xlsm en est un. */
export const genreDeCopie = (fichier: string): string =>
  extname(fichier).toLowerCase() === '.xlsm' ? '.xlsm' : '.xlsx';

/** Le dossier de sortie, créé s'il le faut. @returns vrai quand il vient d'être créé */
export function preparerDossier(dossier: string): boolean {
  try {
    const etat = statSync(dossier, { throwIfNoEntry: false });
    if (etat && !etat.isDirectory()) throw new ErreurUsage(`« ${dossier} » n’est pas un dossier.`);
    if (etat) return false;
    mkdirSync(dossier);
    return true;
  } catch (erreur) {
    if (erreur instanceof ErreurUsage) throw erreur;
    throw new ErreurUsage(
      `Le dossier « ${dossier} » n’a pas pu être créé : vérifier son chemin et ses droits.`,
    );
  }
}

const PROVISOIRE = /^\.clas-[0-9a-f]{12}\.tmp$/;
const UNE_HEURE = 3_600_000;

/** Ôte les fichiers et dossiers provisoires qu'une commande tuée a laissés ; un récent est peut-être celui d'une autre, au travail. */
function balayer(dossier: string): void {
  try {
    for (const nom of readdirSync(dossier)) {
      const reste = join(dossier, nom);
      if (PROVISOIRE.test(nom) && statSync(reste).mtimeMs < Date.now() - UNE_HEURE)
        rmSync(reste, { recursive: true });
    }
  } catch {
    // un reste illisible, ou ôté par une autre : la sortie, elle, est écrite
  }
}

/** Le disque qui a refusé d'écrire peut refuser aussi de fermer ou d'ôter : c'est son premier refus qui se dit. */
function tenter(geste: () => void): void {
  try {
    geste();
  } catch {
    // le reste sera balayé par une prochaine commande
  }
}

const nouveauProvisoire = (dossier: string): string =>
  join(dossier, `.clas-${randomBytes(6).toString('hex')}.tmp`);

/** Un fichier neuf, aux droits de celui dont il prendra la place ; rendu ouvert, pas encore vidé sur le disque. */
function ecrireNeuf(chemin: string, octets: Uint8Array, place: string): number {
  const descripteur = openSync(chemin, 'wx');
  try {
    for (let ecrits = 0; ecrits < octets.length;) ecrits += writeSync(descripteur, octets, ecrits);
    const droits = statSync(place, { throwIfNoEntry: false })?.mode;
    if (droits !== undefined) fchmodSync(descripteur, droits & 0o777);
    return descripteur;
  } catch (erreur) {
    tenter(() => closeSync(descripteur));
    throw erreur;
  }
}

/**
 * Remplace la sortie entière ou pas du tout : écrite à côté, vidée sur le disque, puis renommée.
 * D'une traite, une interruption ne s'entend qu'après ; une coupure laisse l'ancien fichier, ou le nouveau.
 */
export function remplacer({ chemin, reel }: Sortie, octets: Uint8Array): Ecrit {
  const provisoire = nouveauProvisoire(dirname(reel));
  try {
    const descripteur = ecrireNeuf(provisoire, octets, reel);
    try {
      fsyncSync(descripteur);
    } catch (erreur) {
      tenter(() => closeSync(descripteur));
      throw erreur;
    }
    closeSync(descripteur);
    renameSync(provisoire, reel);
    noterEcrit(reel);
    balayer(dirname(reel));
    return { chemin, octets: octets.length };
  } catch (erreur) {
    tenter(() => rmSync(provisoire, { force: true }));
    throw echec(reel, erreur);
  }
}

/** Vidés ensemble, des fichiers ne coûtent pas chacun une attente du disque ; ils restent ouverts jusque-là. */
const OUVERTS_MAX = 100;

/**
 * Écrit des fichiers dans un dossier, créé s'il le faut : tous à part et vidés sur le disque, puis tous renommés d'une
 * traite. Une interruption, un refus du disque n'en laissent aucun.
 * @param entrees les fichiers lus : aucun ne peut être écrasé
 */
export async function ecrireEnsemble(
  dossier: string,
  entrees: readonly string[],
  fichiers: Iterable<{ readonly nom: string; readonly octets: Uint8Array }>,
): Promise<void> {
  const cree = preparerDossier(dossier);
  const atelier = nouveauProvisoire(dossier);
  const places: { readonly ecrit: string; readonly place: string }[] = [];
  const ouverts: number[] = [];
  const fermer = (): void => {
    for (const descripteur of ouverts.splice(0)) closeSync(descripteur);
  };
  const vider = async (): Promise<void> => {
    await Promise.all(ouverts.map((descripteur) => fsync(descripteur)));
    fermer();
  };
  const defaire = (): void => {
    tenter(fermer);
    tenter(() => rmSync(atelier, { recursive: true, force: true }));
    // ne s'ôte que vide
    if (cree) tenter(() => rmdirSync(dossier));
  };
  const fini = commencer(defaire);
  try {
    mkdirSync(atelier);
    for (const { nom, octets } of fichiers) {
      const { reel: place } = preparerSortie(join(dossier, nom), entrees, { genre: extname(nom) });
      const ecrit = join(atelier, nom);
      ouverts.push(ecrireNeuf(ecrit, octets, place));
      places.push({ ecrit, place });
      if (ouverts.length === OUVERTS_MAX) await vider();
    }
    await vider();
    for (const { ecrit, place } of places) renameSync(ecrit, place);
    noterEcrit(dossier);
    balayer(dossier);
  } catch (erreur) {
    throw erreur instanceof ErreurUsage || erreur instanceof ErreurClasseur ? erreur : echec(dossier, erreur);
  } finally {
    defaire();
    fini();
  }
}
