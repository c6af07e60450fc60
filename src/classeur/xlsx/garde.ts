/** Premier examen : dire en une phrase ce qu'est un fichier qui n'est pas un classeur .xlsx. */
import { OCTETS_MAX } from './limites';
import { refus } from './phrases';
import { type Entree, lireRepertoire } from './zip';

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const PK = [0x50, 0x4b];

const commencePar = (octets: Uint8Array, debut: readonly number[]): boolean =>
  debut.every((o, i) => octets[i] === o);

/** Un classeur protégé à l'ouverture est une enveloppe OLE, comme un vieux .xls, qui contient ce nom en UTF-16. */
function estChiffre(octets: Uint8Array): boolean {
  const motif = 'EncryptedPackage';
  for (let i = octets.indexOf(0x45); i !== -1; i = octets.indexOf(0x45, i + 1)) {
    let n = 0;
    while (n < motif.length && octets[i + 2 * n] === motif.charCodeAt(n) && octets[i + 2 * n + 1] === 0) n++;
    if (n === motif.length) return true;
  }
  return false;
}

function estTexte(octets: Uint8Array): boolean {
  const debut = octets.subarray(0, 512);
  if (commencePar(debut, [0xff, 0xfe]) || commencePar(debut, [0xfe, 0xff])) return true;
  return debut.every((o) => o >= 32 || o === 9 || o === 10 || o === 13);
}

/** Parties du classeur par nom en minuscules (les noms d'un classeur Office ignorent la casse). */
export function ouvrir(octets: Uint8Array): Map<string, Entree> {
  if (octets.length === 0) throw refus('vide');
  if (octets.length > OCTETS_MAX) throw refus('tropGros');
  if (commencePar(octets, OLE)) throw refus(estChiffre(octets) ? 'motDePasse' : 'ancien');
  if (octets[0] === 0x09 && [0, 2, 4, 8].includes(octets[1] ?? -1) && octets[3] === 0) throw refus('ancien');
  if (!commencePar(octets, PK)) throw refus(estTexte(octets) ? 'texte' : 'inconnu');
  const parties = new Map<string, Entree>();
  for (const entree of lireRepertoire(octets))
    if (!entree.nom.endsWith('/')) parties.set(entree.nom.toLowerCase(), entree);
  reconnaitre(octets, parties);
  return parties;
}

function reconnaitre(octets: Uint8Array, parties: ReadonlyMap<string, Entree>): void {
  const type = parties.get('mimetype');
  if (type?.methode === 0) {
    const texte = new TextDecoder().decode(
      octets.subarray(type.debut, type.debut + Math.min(type.taille, 100)),
    );
    if (texte.startsWith('application/vnd.oasis.opendocument')) throw refus('ods');
  }
  if (parties.has('xl/workbook.bin')) throw refus('binaire');
  if (parties.has('[content_types].xml') && parties.has('_rels/.rels')) {
    if ([...parties.keys()].some((nom) => nom.startsWith('xl/'))) return;
    if (parties.has('word/document.xml')) throw refus('word');
    if (parties.has('ppt/presentation.xml')) throw refus('diaporama');
  }
  throw refus('archive');
}
