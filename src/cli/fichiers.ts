/** Les fichiers : lire un classeur, remplacer une sortie d'un seul coup. Chaque refus est une phrase. */
import { randomBytes } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
  type BigIntStats,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { lireXlsx } from '../classeur/xlsx';
import { OCTETS_MAX } from '../classeur/xlsx/limites';
import { PHRASES } from '../classeur/xlsx/phrases';
import { ErreurClasseur } from '../dossier/formes/erreurs';
import type { ClasseurLu } from '../dossier/formes/grille';
import { ErreurUsage } from './erreurs';

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

/**
 * Vérifie la sortie avant tout travail ; rend le chemin réel à remplacer (la cible d'un lien).
 * @param entrees les fichiers lus : aucun ne peut être écrasé
 * @param autres les autres sorties de la même commande : deux ne peuvent être le même fichier
 */
export function preparerSortie(
  sortie: string,
  entrees: readonly string[],
  autres: readonly string[] = [],
): string {
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
    return sortie;
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
    return realpathSync(sortie);
  } catch (erreur) {
    throw echec(sortie, erreur);
  }
}

/** Le dossier de sortie, créé s'il le faut. */
export function preparerDossier(dossier: string): void {
  const etat = statSync(dossier, { throwIfNoEntry: false });
  if (etat && !etat.isDirectory()) throw new ErreurUsage(`« ${dossier} » n’est pas un dossier.`);
  if (etat) return;
  try {
    mkdirSync(dossier);
  } catch {
    throw new ErreurUsage(
      `Le dossier « ${dossier} » n’a pas pu être créé : vérifier son chemin et ses droits.`,
    );
  }
}

const PROVISOIRE = /^\.clas-[0-9a-f]{12}\.tmp$/;
const UNE_HEURE = 3_600_000;

/** Ôte les fichiers provisoires qu'une commande tuée a laissés ; un récent est peut-être celui d'une autre, au travail. */
function balayer(dossier: string): void {
  try {
    for (const nom of readdirSync(dossier)) {
      const reste = join(dossier, nom);
      if (PROVISOIRE.test(nom) && statSync(reste).mtimeMs < Date.now() - UNE_HEURE) rmSync(reste);
    }
  } catch {
    // un reste illisible, ou ôté par une autre : la sortie, elle, est écrite
  }
}

/** Le disque qui a refusé d'écrire peut refuser aussi de fermer ou d'ôter : c'est son premier refus qui se dit. */
function abandonner(descripteur: number | undefined, provisoire: string): void {
  const gestes = [
    () => descripteur !== undefined && closeSync(descripteur),
    () => rmSync(provisoire, { force: true }),
  ];
  for (const geste of gestes)
    try {
      geste();
    } catch {
      // le reste sera balayé par une prochaine commande
    }
}

const INTERRUPTIONS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const attendre = (): void => undefined;

/**
 * Remplace la sortie entière ou pas du tout : écrite à côté, vidée sur le disque, puis renommée.
 * Une interruption attend la fin de l'écriture ; une coupure laisse l'ancien fichier, ou le nouveau.
 */
export function remplacer(sortie: string, octets: Uint8Array): void {
  const provisoire = join(dirname(sortie), `.clas-${randomBytes(6).toString('hex')}.tmp`);
  let descripteur: number | undefined;
  for (const signal of INTERRUPTIONS) process.on(signal, attendre);
  try {
    descripteur = openSync(provisoire, 'wx');
    for (let ecrits = 0; ecrits < octets.length;) ecrits += writeSync(descripteur, octets, ecrits);
    const droits = statSync(sortie, { throwIfNoEntry: false })?.mode;
    if (droits !== undefined) fchmodSync(descripteur, droits & 0o777);
    fsyncSync(descripteur);
    const ecrit = descripteur;
    // même refusée, une fermeture rend le descripteur : il ne se ferme pas deux fois
    descripteur = undefined;
    closeSync(ecrit);
    renameSync(provisoire, sortie);
    balayer(dirname(sortie));
  } catch (erreur) {
    abandonner(descripteur, provisoire);
    throw echec(sortie, erreur);
  } finally {
    for (const signal of INTERRUPTIONS) process.off(signal, attendre);
  }
}
