/** Remplacer des parties d'une archive ; le même contenu donne les mêmes octets. */
import { crc32 } from './crc';
import { type Entree, lireRepertoire } from './zip';

interface Partie {
  readonly nom: Uint8Array;
  readonly donnees: Uint8Array;
  readonly methode: number;
  readonly somme: number;
  readonly taille: number;
}

/** Les parties écrites par Clas remplacent, entières, celles de la bibliothèque ; les autres sont recopiées telles quelles. */
export async function remplacerParties(
  octets: Uint8Array,
  nouvelles: ReadonlyMap<string, string>,
): Promise<Uint8Array> {
  const encodeur = new TextEncoder();
  const partie = async (entree: Entree): Promise<Partie> => {
    const nom = encodeur.encode(entree.nom);
    const texte = nouvelles.get(entree.nom);
    if (texte === undefined) {
      const donnees = octets.subarray(entree.debut, entree.debut + entree.tailleCompressee);
      return { nom, donnees, methode: entree.methode, somme: entree.somme, taille: entree.taille };
    }
    const bloc = encodeur.encode(texte);
    return { nom, donnees: await comprimer(bloc), methode: 8, somme: crc32(bloc), taille: bloc.length };
  };
  return assembler(await Promise.all([...lireRepertoire(octets)].map(partie)));
}

async function comprimer(bloc: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const flux = new Blob([bloc]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(flux).arrayBuffer());
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
