/** Ce que Clas change dans le fichier que rend la bibliothèque ; les autres parties sont recopiées telles quelles. */
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

/** Nom de partie → son nouveau contenu, d'après l'ancien : texte et octets déjà encodés, à la suite. */
export type Retouches = Readonly<
  Record<string, (xml: string) => readonly (string | Uint8Array<ArrayBuffer>)[]>
>;

export async function retoucher(octets: Uint8Array, retouches: Retouches): Promise<Uint8Array> {
  const encodeur = new TextEncoder();
  const partie = async (entree: Entree): Promise<Partie> => {
    const nom = encodeur.encode(entree.nom);
    const retouche = retouches[entree.nom];
    if (retouche === undefined) {
      const donnees = octets.subarray(entree.debut, entree.debut + entree.tailleCompressee);
      return { nom, donnees, methode: entree.methode, somme: entree.somme, taille: entree.taille };
    }
    const blocs = retouche(await texteDe(octets, entree)).map((b) =>
      typeof b === 'string' ? encodeur.encode(b) : b,
    );
    const somme = blocs.reduce((n, bloc) => crc32(bloc, n), 0);
    const taille = blocs.reduce((n, bloc) => n + bloc.length, 0);
    return { nom, donnees: await comprimer(blocs), methode: 8, somme, taille };
  };
  return assembler(await Promise.all([...lireRepertoire(octets)].map(partie)));
}

async function comprimer(blocs: readonly Uint8Array<ArrayBuffer>[]): Promise<Uint8Array> {
  const flux = new CompressionStream('deflate-raw');
  const ecrivain = flux.writable.getWriter();
  // un refus rejette aussi l'écriture ; c'est la lecture qui porte l'erreur
  for (const bloc of blocs) ecrivain.write(bloc).catch(() => undefined);
  ecrivain.close().catch(() => undefined);
  return new Uint8Array(await new Response(flux.readable).arrayBuffer());
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
