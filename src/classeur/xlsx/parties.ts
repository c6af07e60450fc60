/** Lecture d'une partie XML de l'archive, et chemins d'une partie à l'autre. */
import { type Decodeur, decodeurPour } from './encodage';
import { extraire } from './extraction';
import { refus } from './phrases';
import { FluxXml, type Receveur, attribut, decoder } from './xml';
import type { Entree } from './zip';

/** Passe toute la partie au receveur, du premier au dernier caractère. */
export async function parcourir(octets: Uint8Array, entree: Entree, receveur: Receveur): Promise<void> {
  const flux = new FluxXml(receveur);
  let decodeur: Decodeur | undefined;
  let premier = true;
  await extraire(octets, entree, (morceau) => {
    if (morceau.length === 0) return;
    decodeur ??= decodeurPour(morceau);
    const texte = traduire(decodeur, morceau);
    flux.pousser(premier && texte.charCodeAt(0) === 0xfeff ? texte.slice(1) : texte);
    premier = false;
  });
  if (decodeur !== undefined) flux.pousser(traduire(decodeur));
  flux.finir();
}

function traduire(decodeur: Decodeur, morceau?: Uint8Array): string {
  try {
    return morceau === undefined ? decodeur.finir() : decodeur.decoder(morceau);
  } catch {
    throw refus('encodage');
  }
}

const IGNORER: Receveur = { ouvre: () => undefined, ferme: () => undefined, texte: () => undefined };

/** Parties que Clas ne lit pas : leur somme est contrôlée, et leur XML ne doit rien déclarer d'interdit. */
export async function verifier(octets: Uint8Array, entree: Entree): Promise<void> {
  const xml = /\.(xml|rels|vml)$/i.test(entree.nom);
  let decodeur: Decodeur | undefined;
  let queue = '';
  await extraire(octets, entree, (morceau) => {
    if (!xml || morceau.length === 0) return;
    // Sans exiger un XML bien formé : les dessins que des logiciels joignent aux notes ne le sont pas toujours.
    decodeur ??= decodeurPour(morceau, false);
    const texte = queue + decodeur.decoder(morceau);
    if (/<!(?:DOCTYPE|ENTITY)/i.test(texte)) throw refus('entite');
    queue = texte.slice(-9);
  });
}

export interface Relation {
  readonly id: string;
  readonly type: string;
  readonly cible: string;
}

/** Relations d'une partie (« xl/workbook.xml » → « xl/_rels/workbook.xml.rels »), cibles en chemins de l'archive. */
export async function lireRelations(
  octets: Uint8Array,
  parties: ReadonlyMap<string, Entree>,
  de: string,
): Promise<Relation[]> {
  const dossier = de.slice(0, de.lastIndexOf('/') + 1);
  const entree = parties.get(`${dossier}_rels/${de.slice(dossier.length)}.rels`.toLowerCase());
  const relations: Relation[] = [];
  if (entree === undefined) return relations;
  await parcourir(octets, entree, {
    ...IGNORER,
    ouvre(nom, s, debut, fin) {
      if (nom !== 'Relationship' || attribut(s, debut, fin, 'TargetMode') === 'External') return;
      const id = decoder(attribut(s, debut, fin, 'Id') ?? '');
      const type = decoder(attribut(s, debut, fin, 'Type') ?? '');
      relations.push({
        id,
        type,
        cible: resoudre(dossier, decoder(attribut(s, debut, fin, 'Target') ?? '')),
      });
    },
  });
  return relations;
}

function resoudre(dossier: string, cible: string): string {
  const chemin: string[] = [];
  for (const pas of (cible.startsWith('/') ? cible : dossier + cible).split('/')) {
    if (pas === '..' && chemin.pop() === undefined) throw refus('chemin');
    if (pas !== '' && pas !== '.' && pas !== '..') chemin.push(pas);
  }
  return chemin.join('/').toLowerCase();
}
