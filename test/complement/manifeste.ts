/** Lecture d'un manifeste, et ce que son schéma ne voit pas. */
import { existsSync, readFileSync } from 'node:fs';

export interface Balise {
  readonly nom: string;
  readonly attributs: Readonly<Record<string, string>>;
}

export function baliser(xml: string): Balise[] {
  const sansCommentaires = xml.replace(/<!--.*?-->/gs, '');
  return [...sansCommentaires.matchAll(/<([\w:]+)((?:\s+[\w:]+="[^"]*")*)\s*\/?>/g)].map(
    ([, nom = '', suite = '']) => ({
      nom,
      attributs: Object.fromEntries(
        [...suite.matchAll(/([\w:]+)="([^"]*)"/g)].map((m) => [m[1] ?? '', m[2] ?? '']),
      ),
    }),
  );
}

/** Côté d'une image PNG carrée ; `undefined` si ce n'en est pas une. */
function cotePng(chemin: string): number | undefined {
  const octets = readFileSync(chemin);
  if (octets.toString('latin1', 1, 4) !== 'PNG') return undefined;
  const [largeur, hauteur] = [octets.readUInt32BE(16), octets.readUInt32BE(20)];
  return largeur === hauteur ? largeur : undefined;
}

const TAILLES = ['16', '20', '24', '32', '40', '48', '64', '80'];
/** Longueurs admises par Excel, par genre de ressource ou de texte. */
const LONGUEURS: Readonly<Record<string, number>> = { court: 125, long: 250 };

/**
 * Défauts d'un manifeste, en phrases.
 * @param enFichier chemin local du fichier publié à une adresse
 */
export function defauts(xml: string, adresse: string, enFichier: (url: string) => string): string[] {
  const trouves: string[] = [];
  const balises = baliser(xml);
  const ids = balises.filter((b) => /^bt:(Image|Url|String)$/.test(b.nom) && b.attributs['id']);
  const valeurs = new Map(ids.map((b) => [b.attributs['id'] ?? '', b.attributs['DefaultValue'] ?? '']));
  if (valeurs.size !== ids.length) trouves.push('ressource en double');

  const employees = balises.flatMap((b) => b.attributs['resid'] ?? []);
  for (const resid of employees) {
    if (!valeurs.has(resid)) trouves.push(`resid inconnu : ${resid}`);
    if (resid.length > 32) trouves.push(`resid trop long : ${resid}`);
  }
  for (const id of valeurs.keys()) if (!employees.includes(id)) trouves.push(`ressource inutile : ${id}`);

  const urls = balises.flatMap((b) => b.attributs['DefaultValue'] ?? []).filter((v) => /^\w+:\/\//.test(v));
  for (const url of urls) {
    if (!url.startsWith(adresse)) trouves.push(`adresse étrangère : ${url}`);
    else if (!existsSync(enFichier(url))) trouves.push(`fichier absent : ${url}`);
  }
  for (const b of balises.filter((balise) => balise.nom === 'bt:Image' && balise.attributs['size'])) {
    const { size = '', resid = '' } = b.attributs;
    const url = valeurs.get(resid);
    if (url && String(cotePng(enFichier(url))) !== size) trouves.push(`icône ${resid} : ${size} px attendus`);
  }
  for (const [icone = ''] of xml.matchAll(/<Icon>.*?<\/Icon>/gs)) {
    const tailles = baliser(icone).flatMap((b) => b.attributs['size'] ?? []);
    if (TAILLES.some((taille) => !tailles.includes(taille))) trouves.push(`icône sans toutes ses tailles`);
  }
  for (const [genre, longueur] of Object.entries(LONGUEURS)) {
    const bloc = genre === 'court' ? 'bt:ShortStrings' : 'bt:LongStrings';
    const contenu = xml.split(`<${bloc}>`)[1]?.split(`</${bloc}>`)[0] ?? '';
    for (const { attributs } of baliser(contenu)) {
      if ((attributs['DefaultValue'] ?? '').length > longueur)
        trouves.push(`texte trop long : ${attributs['id']}`);
    }
  }
  return trouves;
}
