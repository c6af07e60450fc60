/** Réunit des PNG de même taille en une image animée (APNG), sans les décoder : leurs données compressées servent telles quelles. */
import { crc32 } from '../../src/classeur/xlsx/crc';

export interface Vue {
  readonly png: Uint8Array;
  readonly millisecondes: number;
}

interface Morceau {
  readonly type: string;
  readonly donnees: Uint8Array;
}

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

function* lireMorceaux(png: Uint8Array): Generator<Morceau> {
  const vue = new DataView(png.buffer, png.byteOffset, png.byteLength);
  for (let i = SIGNATURE.length; i < png.length;) {
    const taille = vue.getUint32(i);
    const type = String.fromCharCode(...png.subarray(i + 4, i + 8));
    yield { type, donnees: png.subarray(i + 8, i + 8 + taille) };
    i += 12 + taille;
  }
}

function morceau(type: string, donnees: Uint8Array): Uint8Array {
  const rendu = new Uint8Array(12 + donnees.length);
  const vue = new DataView(rendu.buffer);
  vue.setUint32(0, donnees.length);
  for (let i = 0; i < 4; i += 1) rendu[4 + i] = type.charCodeAt(i);
  rendu.set(donnees, 8);
  vue.setUint32(8 + donnees.length, crc32(rendu.subarray(4, 8 + donnees.length)));
  return rendu;
}

function entiers(...valeurs: readonly number[]): Uint8Array {
  const rendu = new Uint8Array(4 * valeurs.length);
  const vue = new DataView(rendu.buffer);
  valeurs.forEach((valeur, i) => vue.setUint32(4 * i, valeur));
  return rendu;
}

function joindre(parties: readonly Uint8Array[]): Uint8Array {
  const rendu = new Uint8Array(parties.reduce((n, p) => n + p.length, 0));
  let i = 0;
  for (const partie of parties) {
    rendu.set(partie, i);
    i += partie.length;
  }
  return rendu;
}

/** Rang, largeur, hauteur, décalages, durée (numérateur et dénominateur sur deux octets), remplacement. */
function commande(rang: number, entete: Uint8Array, millisecondes: number): Uint8Array {
  const taille = entete.subarray(0, 8);
  const duree = Uint8Array.of(millisecondes >> 8, millisecondes & 255, 1000 >> 8, 1000 & 255, 0, 0);
  return morceau('fcTL', joindre([entiers(rang), taille, entiers(0, 0), duree]));
}

export function animer(vues: readonly Vue[]): Uint8Array {
  const [premiere] = vues;
  const entete = premiere && [...lireMorceaux(premiere.png)].find(({ type }) => type === 'IHDR')?.donnees;
  if (!entete) throw new Error('Il faut au moins une image PNG.');
  const rendu = [SIGNATURE, morceau('IHDR', entete), morceau('acTL', entiers(vues.length, 0))];
  let rang = 0;
  vues.forEach(({ png, millisecondes }, numero) => {
    const morceaux = [...lireMorceaux(png)];
    const sien = morceaux.find(({ type }) => type === 'IHDR')?.donnees;
    if (sien?.join() !== entete.join()) throw new Error('Les images doivent avoir la même taille.');
    rendu.push(commande(rang++, entete, millisecondes));
    for (const { type, donnees } of morceaux) {
      if (type !== 'IDAT') continue;
      rendu.push(
        numero === 0 ? morceau('IDAT', donnees) : morceau('fdAT', joindre([entiers(rang++), donnees])),
      );
    }
  });
  return joindre([...rendu, morceau('IEND', new Uint8Array())]);
}
