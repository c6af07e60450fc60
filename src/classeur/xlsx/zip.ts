/**
 * Répertoire central d'une archive zip, vérifié avant toute décompression.
 * Écrit ici plutôt que confié à la bibliothèque : elle garde la dernière de deux entrées homonymes, ignore les
 * chevauchements et l'en-tête local, et saute le contrôle d'une entrée dont la somme annoncée est nulle.
 */
import { DECOMPRESSES_MAX, PARTIES_MAX, TAUX_MAX } from './limites';
import { refus } from './phrases';

export interface Entree {
  readonly nom: string;
  readonly methode: number;
  readonly somme: number;
  readonly tailleCompressee: number;
  readonly taille: number;
  /** Position des données compressées dans le fichier. */
  readonly debut: number;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const FIN = 0x06054b50;
const FIN64 = 0x06064b50;
const POINTEUR64 = 0x07064b50;
const PLEIN = 0xffffffff;

function entier64(vue: DataView, position: number): number {
  const valeur = vue.getBigUint64(position, true);
  if (valeur > BigInt(Number.MAX_SAFE_INTEGER)) throw refus('abime');
  return Number(valeur);
}

function positionFin(vue: DataView): number {
  const bas = Math.max(0, vue.byteLength - 65_557);
  for (let i = vue.byteLength - 22; i >= bas; i--) {
    if (vue.getUint32(i, true) === FIN && i + 22 + vue.getUint16(i + 20, true) <= vue.byteLength) return i;
  }
  throw refus('tronque');
}

/** Les grandes valeurs d'une archive zip64 logent dans un champ annexe, dans cet ordre, si leur place est « pleine ». */
function tailles64(
  vue: DataView,
  debut: number,
  fin: number,
  champs: [number, number, number],
): [number, number, number] {
  for (let i = debut; i + 4 <= fin;) {
    const suite = i + 4 + vue.getUint16(i + 2, true);
    if (vue.getUint16(i, true) !== 1) {
      i = suite;
      continue;
    }
    let lu = i + 4;
    return champs.map((champ) => {
      if (champ !== PLEIN) return champ;
      lu += 8;
      if (lu > Math.min(suite, fin)) throw refus('abime');
      return entier64(vue, lu - 8);
    }) as [number, number, number];
  }
  throw refus('abime');
}

function debutDonnees(vue: DataView, octets: Uint8Array, local: number, nom: Uint8Array): number {
  if (local + 30 > vue.byteLength) throw refus('tronque');
  if (vue.getUint32(local, true) !== LOCAL) throw refus('abime');
  const longueur = vue.getUint16(local + 26, true);
  if (longueur !== nom.length) throw refus('abime');
  // Deux noms pour les mêmes données : chaque lecteur croirait lire un autre fichier.
  for (let i = 0; i < longueur; i++) if (octets[local + 30 + i] !== nom[i]) throw refus('abime');
  return local + 30 + longueur + vue.getUint16(local + 28, true);
}

function verifierNom(nom: string): void {
  if (nom === '' || nom.startsWith('/') || nom.includes('\0') || nom.includes(':')) throw refus('chemin');
  if (nom.split('/').some((partie) => partie === '..' || partie === '.')) throw refus('chemin');
}

function verifierEnsemble(entrees: readonly Entree[]): void {
  const vus = new Set<string>();
  let total = 0;
  for (const entree of entrees) {
    const cle = entree.nom.toLowerCase();
    if (vus.has(cle)) throw refus('doublon');
    vus.add(cle);
    total += entree.taille;
    if (total > DECOMPRESSES_MAX) throw refus('tropEtendu');
    if (entree.taille > 1_048_576 && entree.taille > entree.tailleCompressee * TAUX_MAX)
      throw refus('tropEtendu');
  }
  // Des données partagées entre entrées multiplieraient le contenu sans grossir le fichier.
  const triees = [...entrees].sort((a, b) => a.debut - b.debut);
  let fin = 0;
  for (const entree of triees) {
    if (entree.debut < fin) throw refus('abime');
    fin = entree.debut + entree.tailleCompressee;
  }
}

export function lireRepertoire(octets: Uint8Array): Entree[] {
  const vue = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
  if (octets.length < 22) throw refus('tronque');
  const fin = positionFin(vue);
  let nombre = vue.getUint16(fin + 10, true);
  let position = vue.getUint32(fin + 16, true);
  if (nombre === 0xffff || position === PLEIN) {
    if (fin < 20 || vue.getUint32(fin - 20, true) !== POINTEUR64) throw refus('abime');
    const fin64 = entier64(vue, fin - 12);
    if (fin64 + 56 > octets.length || vue.getUint32(fin64, true) !== FIN64) throw refus('abime');
    nombre = entier64(vue, fin64 + 32);
    position = entier64(vue, fin64 + 48);
  }
  if (nombre > PARTIES_MAX) throw refus('tropDeParties');
  const decodeur = new TextDecoder();
  const entrees: Entree[] = [];
  for (let n = 0; n < nombre; n++) {
    if (position + 46 > octets.length) throw refus('tronque');
    if (vue.getUint32(position, true) !== CENTRAL) throw refus('abime');
    const finNom = position + 46 + vue.getUint16(position + 28, true);
    const finAnnexe = finNom + vue.getUint16(position + 30, true);
    if (finAnnexe > octets.length) throw refus('tronque');
    const octetsNom = octets.subarray(position + 46, finNom);
    // Certains logiciels séparent les dossiers par une barre inverse ; Excel les ouvre.
    const nom = decodeur.decode(octetsNom).replaceAll('\\', '/');
    verifierNom(nom);
    if ((vue.getUint16(position + 8, true) & 0x2041) !== 0) throw refus('chiffre');
    const methode = vue.getUint16(position + 10, true);
    if (methode !== 0 && methode !== 8) throw refus('compression');
    let champs: [number, number, number] = [
      vue.getUint32(position + 24, true),
      vue.getUint32(position + 20, true),
      vue.getUint32(position + 42, true),
    ];
    if (champs.includes(PLEIN)) champs = tailles64(vue, finNom, finAnnexe, champs);
    const [taille, tailleCompressee, local] = champs;
    const debut = debutDonnees(vue, octets, local, octetsNom);
    if (debut + tailleCompressee > octets.length) throw refus('tronque');
    if (methode === 0 && taille !== tailleCompressee) throw refus('abime');
    entrees.push({
      nom,
      methode,
      somme: vue.getUint32(position + 16, true),
      tailleCompressee,
      taille,
      debut,
    });
    position = finAnnexe + vue.getUint16(position + 32, true);
  }
  verifierEnsemble(entrees);
  return entrees;
}
