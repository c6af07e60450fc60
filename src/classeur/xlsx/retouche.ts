/**
 * Retouches du fichier que rend la bibliothèque, sans toucher aux feuilles (leurs octets compressés sont recopiés) :
 * elle inscrit une date de modification et donne à toutes les notes une boîte de quatre lignes, où une aide serait coupée.
 */
import { crc32 } from './crc';
import { extraire } from './extraction';
import { type Entree, lireRepertoire } from './zip';

interface Partie {
  readonly nom: Uint8Array;
  readonly donnees: Uint8Array;
  readonly methode: number;
  readonly somme: number;
  readonly taille: number;
}

/** Remplace le contenu XML des parties pour lesquelles `changer` rend un texte. */
export async function retoucher(
  octets: Uint8Array,
  changer: (nom: string, xml: string) => string,
  concerne: (nom: string) => boolean,
): Promise<Uint8Array> {
  const encodeur = new TextEncoder();
  const parties: Partie[] = [];
  for (const entree of lireRepertoire(octets)) {
    const nom = encodeur.encode(entree.nom);
    if (concerne(entree.nom)) {
      const donnees = encodeur.encode(changer(entree.nom, await texteDe(octets, entree)));
      parties.push({ nom, donnees, methode: 0, somme: crc32(donnees), taille: donnees.length });
    } else {
      const donnees = octets.subarray(entree.debut, entree.debut + entree.tailleCompressee);
      parties.push({ nom, donnees, methode: entree.methode, somme: entree.somme, taille: entree.taille });
    }
  }
  return assembler(parties);
}

async function texteDe(octets: Uint8Array, entree: Entree): Promise<string> {
  const decodeur = new TextDecoder();
  let texte = '';
  await extraire(octets, entree, (morceau) => (texte += decodeur.decode(morceau, { stream: true })));
  return texte + decodeur.decode();
}

/** Archive aux dates fixes (1er janvier 1980) : le même plan donne les mêmes octets. */
function assembler(parties: readonly Partie[]): Uint8Array {
  const taille = parties.reduce((n, p) => n + 76 + 2 * p.nom.length + p.donnees.length, 22);
  const sortie = new Uint8Array(taille);
  const vue = new DataView(sortie.buffer);
  const entete = (position: number, p: Partie): void => {
    [20, 0, p.methode, 0, 33].forEach((champ, i) => vue.setUint16(position + 2 * i, champ, true));
    [p.somme, p.donnees.length, p.taille].forEach((champ, i) =>
      vue.setUint32(position + 10 + 4 * i, champ, true),
    );
    vue.setUint16(position + 22, p.nom.length, true);
  };
  let position = 0;
  const debuts = parties.map((p) => {
    const debut = position;
    vue.setUint32(debut, 0x04034b50, true);
    entete(debut + 4, p);
    sortie.set(p.nom, debut + 30);
    sortie.set(p.donnees, debut + 30 + p.nom.length);
    position += 30 + p.nom.length + p.donnees.length;
    return debut;
  });
  const central = position;
  parties.forEach((p, i) => {
    vue.setUint32(position, 0x02014b50, true);
    vue.setUint16(position + 4, 20, true);
    entete(position + 6, p);
    vue.setUint32(position + 42, debuts[i] ?? 0, true);
    sortie.set(p.nom, position + 46);
    position += 46 + p.nom.length;
  });
  vue.setUint32(position, 0x06054b50, true);
  vue.setUint16(position + 8, parties.length, true);
  vue.setUint16(position + 10, parties.length, true);
  vue.setUint32(position + 12, position - central, true);
  vue.setUint32(position + 16, central, true);
  return sortie;
}
