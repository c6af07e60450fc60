/** Fabrique de classeurs bruts : chaque test écrit le XML exact qu'il met à l'épreuve. */
import { strToU8, zipSync } from 'fflate';
import type { Feuille } from '../../src/dossier/formes/grille';
import type { Valeur } from '../../src/valeurs/valeur';
import { lireXlsx } from '../../src/classeur/xlsx';

export const NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
export const NS_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const NS_RELS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';
export const ENTETE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export interface Options {
  readonly chaines?: string;
  readonly proprietes?: string;
  readonly parties?: Readonly<Record<string, string | Uint8Array>>;
  readonly absentes?: readonly string[];
}

export const feuilleXml = (lignes: string, reste = ''): string =>
  `${ENTETE}<worksheet ${NS} ${NS_R}><sheetData>${lignes}</sheetData>${reste}</worksheet>`;

/** Parties d'un classeur d'une feuille « Feuil1 », avant compression. */
export function parties(feuille: string | Uint8Array, options: Options = {}): Record<string, Uint8Array> {
  const tout: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `${ENTETE}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': `${ENTETE}<Relationships ${NS_RELS}><Relationship Id="rId1" Type="${REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${ENTETE}<workbook ${NS} ${NS_R}>${options.proprietes ?? ''}<sheets><sheet name="Feuil1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${ENTETE}<Relationships ${NS_RELS}><Relationship Id="rId1" Type="${REL}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${REL}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': feuille,
    'xl/sharedStrings.xml': `${ENTETE}<sst ${NS}>${options.chaines ?? ''}</sst>`,
    ...options.parties,
  };
  for (const nom of options.absentes ?? []) Reflect.deleteProperty(tout, nom);
  return Object.fromEntries(
    Object.entries(tout).map(([nom, contenu]) => [
      nom,
      typeof contenu === 'string' ? strToU8(contenu) : contenu,
    ]),
  );
}

export const classeur = (feuille: string | Uint8Array, options: Options = {}): Uint8Array =>
  zipSync(parties(feuille, options));

/** La feuille d'un classeur dont on ne donne que les lignes XML. */
export async function lireLignes(lignes: string, options: Options = {}, reste = ''): Promise<Feuille> {
  const lu = await lireXlsx(classeur(feuilleXml(lignes, reste), options));
  return lu.feuilles[0] as Feuille;
}

/** Les valeurs d'une seule ligne de cellules XML. */
export async function lireCellules(cellules: string, options: Options = {}): Promise<readonly Valeur[]> {
  return (await lireLignes(`<row r="1">${cellules}</row>`, options)).lignes[0] ?? [];
}

/** La phrase du refus ; échoue si le fichier est accepté. */
export async function phraseDe(octets: Uint8Array): Promise<string> {
  try {
    await lireXlsx(octets);
  } catch (erreur) {
    if (!(erreur instanceof Error) || erreur.name !== 'ErreurClasseur') throw erreur;
    return erreur.message;
  }
  throw new Error('fichier accepté');
}

interface EntreeBrute {
  readonly nom: string;
  readonly donnees: Uint8Array;
  readonly methode?: number;
  readonly somme?: number;
  readonly taille?: number;
  readonly drapeaux?: number;
  readonly nomLocal?: string;
  /** Décalage local imposé (entrées qui se chevauchent). */
  readonly local?: number;
}

/** Archive écrite octet par octet, donc libre de mentir. */
export function zipBrut(entrees: readonly EntreeBrute[]): Uint8Array {
  const morceaux: Uint8Array[] = [];
  const central: Uint8Array[] = [];
  let position = 0;
  for (const e of entrees) {
    const champs = [0x14, e.drapeaux ?? 0, e.methode ?? 0, 0, 33];
    const tailles = [e.somme ?? 0, e.donnees.length, e.taille ?? e.donnees.length];
    const nomLocal = strToU8(e.nomLocal ?? e.nom);
    const local = new Uint8Array(30 + nomLocal.length);
    const vue = new DataView(local.buffer);
    vue.setUint32(0, 0x04034b50, true);
    champs.forEach((v, i) => vue.setUint16(4 + 2 * i, v, true));
    tailles.forEach((v, i) => vue.setUint32(14 + 4 * i, v, true));
    vue.setUint16(26, nomLocal.length, true);
    local.set(nomLocal, 30);
    const nom = strToU8(e.nom);
    const cd = new Uint8Array(46 + nom.length);
    const vueCd = new DataView(cd.buffer);
    vueCd.setUint32(0, 0x02014b50, true);
    champs.forEach((v, i) => vueCd.setUint16(6 + 2 * i, v, true));
    tailles.forEach((v, i) => vueCd.setUint32(16 + 4 * i, v, true));
    vueCd.setUint16(28, nom.length, true);
    vueCd.setUint32(42, e.local ?? position, true);
    cd.set(nom, 46);
    central.push(cd);
    morceaux.push(local, e.donnees);
    position += local.length + e.donnees.length;
  }
  const tailleCentral = central.reduce((n, c) => n + c.length, 0);
  const fin = new Uint8Array(22);
  const vueFin = new DataView(fin.buffer);
  vueFin.setUint32(0, 0x06054b50, true);
  vueFin.setUint16(8, entrees.length, true);
  vueFin.setUint16(10, entrees.length, true);
  vueFin.setUint32(12, tailleCentral, true);
  vueFin.setUint32(16, position, true);
  const tout = [...morceaux, ...central, fin];
  const sortie = new Uint8Array(tout.reduce((n, m) => n + m.length, 0));
  let i = 0;
  for (const m of tout) {
    sortie.set(m, i);
    i += m.length;
  }
  return sortie;
}
