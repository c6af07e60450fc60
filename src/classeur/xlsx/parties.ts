/** Lecture d'une partie XML de l'archive, et chemins d'une partie à l'autre. */
import { type Decodeur, decodeurPour } from './encodage';
import { extraire } from './extraction';
import { refus } from './phrases';
import { RELATIONS } from './espaces';
import { type Attendu, FluxXml, type Receveur } from './xml';
import type { Entree } from './zip';

/** Passe toute la partie au receveur, du premier au dernier caractère. */
export async function parcourir(
  octets: Uint8Array,
  entree: Entree,
  attendu: Attendu,
  receveur: Receveur,
): Promise<void> {
  const flux = new FluxXml(receveur, attendu);
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
  await parcourir(
    octets,
    entree,
    { racine: 'Relationships', espaces: RELATIONS },
    {
      ouvre(balise) {
        if (balise.nom !== 'Relationship' || balise.attribut('TargetMode') === 'External') return;
        relations.push({
          id: balise.attribut('Id') ?? '',
          type: balise.attribut('Type') ?? '',
          cible: resoudre(dossier, balise.attribut('Target') ?? ''),
        });
      },
    },
  );
  return relations;
}

function resoudre(dossier: string, cible: string): string {
  const chemin: string[] = [];
  for (const pas of (/^[/\\]/.test(cible) ? cible : dossier + cible).split(/[/\\]/)) {
    if (pas === '..' && chemin.pop() === undefined) throw refus('chemin');
    if (pas !== '' && pas !== '.' && pas !== '..') chemin.push(pas);
  }
  return chemin.join('/').toLowerCase();
}
