/**
 * Ajouter une feuille à une copie du fichier de l'agent, sans toucher aux siennes : une partie de plus, inscrite au
 * classeur, à ses relations et à la liste des types. Le reste est recopié tel quel.
 */
import PizZip from 'pizzip';
import { ErreurClasseur } from '../../dossier/formes/erreurs';
import { adresseDe } from '../../dossier/formes/adresses';
import type { FeuillePlan } from '../../dossier/formes/plan';
import { RENVOIS } from './espaces';
import { ouvrir } from './garde';
import { lireRelations } from './parties';
import { refus } from './phrases';

const TYPE_FEUILLE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
const PRINCIPAL = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

const enXml = (texte: string): string =>
  texte.replace(/[<>&"]/g, (c) => ({ '<': '&lt;', '>': '&gt;', '&': '&amp;' })[c] ?? '&quot;');

/** Valeurs seules : textes et nombres, une ligne par ligne du plan. */
function xmlDeLaFeuille({ lignes, colonnes }: FeuillePlan): string {
  const largeurs = colonnes
    .map(({ largeur }, i) => `<col min="${i + 1}" max="${i + 1}" width="${largeur}" customWidth="1"/>`)
    .join('');
  const rangees = lignes.map((ligne, i) => {
    const cellules = ligne.map(({ valeur }, j) => {
      const r = adresseDe(i + 1, j + 1);
      if (valeur === null) return '';
      return typeof valeur === 'number'
        ? `<c r="${r}"><v>${valeur}</v></c>`
        : `<c r="${r}" t="inlineStr"><is><t xml:space="preserve">${enXml(String(valeur))}</t></is></c>`;
    });
    return `<row r="${i + 1}">${cellules.join('')}</row>`;
  });
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${PRINCIPAL}"><cols>${largeurs}</cols><sheetData>${rangees.join('')}</sheetData></worksheet>`;
}

/** Le texte avec `ajout` juste avant une balise fermante, au préfixe de celle-ci. */
function avant(xml: string, balise: string, ajout: (prefixe: string) => string): string {
  const trouve = new RegExp(`</((?:[\\w.-]+:)?)${balise}\\s*>`).exec(xml);
  if (!trouve) throw refus('abime');
  return xml.slice(0, trouve.index) + ajout(trouve[1] ?? '') + xml.slice(trouve.index);
}

/** @throws ErreurClasseur quand une feuille porte déjà ce nom, ou que l'archive est abîmée. */
export async function ajouterFeuille(octets: Uint8Array, plan: FeuillePlan): Promise<Uint8Array> {
  const parties = ouvrir(octets);
  const racine = (await lireRelations(octets, parties, '')).find((r) => r.type.endsWith('/officeDocument'));
  const classeur = racine?.cible ?? 'xl/workbook.xml';
  const relations = await lireRelations(octets, parties, classeur);
  const typeRelation = relations.find((r) => r.type.endsWith('/worksheet'))?.type;
  const zip = new PizZip(octets);
  const reels = new Map(
    Object.keys(zip.files).map((nom) => [nom.replaceAll('\\', '/').toLowerCase(), nom] as const),
  );
  const coupe = classeur.lastIndexOf('/') + 1;
  const dossier = classeur.slice(0, coupe);
  const chemins = {
    classeur,
    relations: `${dossier}_rels/${classeur.slice(coupe)}.rels`,
    types: '[content_types].xml',
  };
  const changer = (chemin: string, faire: (xml: string) => string): void => {
    const nom = reels.get(chemin.toLowerCase());
    const partie = nom === undefined ? null : zip.file(nom);
    if (nom === undefined || partie === null || typeRelation === undefined) throw refus('archive');
    const xml = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(partie.asUint8Array());
    zip.file(nom, new TextEncoder().encode(faire(xml)));
  };
  // « sheet12.xml » : des lecteurs ne trouvent une feuille que sous ce nom
  let numero = 1;
  while (reels.has(`${dossier}worksheets/sheet${numero}.xml`.toLowerCase())) numero++;
  const partie = `worksheets/sheet${numero}.xml`;
  const id = `rIdClas${numero}`;
  zip.file(`${dossier}${partie}`, new TextEncoder().encode(xmlDeLaFeuille(plan)));
  changer(chemins.types, (xml) =>
    avant(
      xml,
      'Types',
      (p) => `<${p}Override PartName="/${dossier}${partie}" ContentType="${TYPE_FEUILLE}"/>`,
    ),
  );
  changer(chemins.relations, (xml) =>
    avant(
      xml,
      'Relationships',
      (p) => `<${p}Relationship Id="${id}" Type="${typeRelation ?? ''}" Target="${partie}"/>`,
    ),
  );
  changer(chemins.classeur, (xml) => {
    const pris = [...xml.matchAll(/<(?:[\w.-]+:)?sheet\b[^>]*?\sname\s*=\s*(?:"([^"]*)"|'([^']*)')/g)];
    if (pris.some((m) => (m[1] ?? m[2] ?? '').toLowerCase() === enXml(plan.nom).toLowerCase()))
      throw new ErreurClasseur(`La feuille « ${plan.nom} » est déjà dans le classeur.`);
    const numeros = [...xml.matchAll(/\ssheetId\s*=\s*["'](\d+)["']/g)].map((m) => Number(m[1]));
    const numeroDeFeuille = Math.max(0, ...numeros) + 1;
    // l'espace se déclare sur l'élément : d'autres logiciels ne le déclarent que sur chacune de leurs feuilles
    const espace = [...RENVOIS].find((e) => xml.includes(e)) ?? '';
    return avant(
      xml,
      'sheets',
      (p) =>
        `<${p}sheet xmlns:r="${espace}" name="${enXml(plan.nom)}" sheetId="${numeroDeFeuille}" r:id="${id}"/>`,
    );
  });
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' });
}
