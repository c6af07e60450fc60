/** Décompression d'une entrée, morceau par morceau : la taille réelle est bornée même si le répertoire ment. */
import { crc32 } from './crc';
import { refus } from './phrases';
import type { Entree } from './zip';

const MORCEAU = 65_536;

/** Donne chaque morceau décompressé à `recevoir`, puis vérifie taille et somme de contrôle. */
export async function extraire(
  octets: Uint8Array,
  entree: Entree,
  recevoir: (morceau: Uint8Array) => void,
): Promise<void> {
  const source = octets.subarray(entree.debut, entree.debut + entree.tailleCompressee);
  let somme = 0;
  let taille = 0;
  const passer = (morceau: Uint8Array): void => {
    taille += morceau.length;
    if (taille > entree.taille) throw refus('tropEtendu');
    somme = crc32(morceau, somme);
    recevoir(morceau);
  };
  if (entree.methode === 0)
    for (let i = 0; i < source.length; i += MORCEAU) passer(source.subarray(i, i + MORCEAU));
  else await decompresser(source, passer);
  if (taille !== entree.taille || somme !== entree.somme) throw refus('controle');
}

async function decompresser(source: Uint8Array, passer: (morceau: Uint8Array) => void): Promise<void> {
  const flux = new DecompressionStream('deflate-raw');
  const ecrivain = flux.writable.getWriter();
  const lecteur = flux.readable.getReader();
  // Une donnée fautive rejette aussi l'écriture ; c'est la lecture qui porte l'erreur.
  ecrivain.write(source as Uint8Array<ArrayBuffer>).catch(() => undefined);
  ecrivain.close().catch(() => undefined);
  for (;;) {
    let lu;
    try {
      lu = await lecteur.read();
    } catch {
      throw refus('abime');
    }
    if (lu.done) return;
    try {
      passer(lu.value);
    } catch (erreur) {
      lecteur.cancel().catch(() => undefined);
      throw erreur;
    }
  }
}
