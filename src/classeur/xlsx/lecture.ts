/** Lecture d'un classeur .xlsx : garde, puis répertoire des feuilles, textes partagés et feuilles, dans l'ordre des onglets. */
import { ErreurClasseur } from '../../dossier/formes/erreurs';
import type { ClasseurLu, Feuille, Visibilite } from '../../dossier/formes/grille';
import { LecteurChaines } from './chaines';
import { Budget } from './budget';
import { LecteurFeuille } from './feuille';
import { LecteurFormats } from './formats';
import { ouvrir } from './garde';
import { lireRelations, parcourir, verifier } from './parties';
import { refus } from './phrases';
import { LecteurTotaux } from './totaux';
import { attribut, decoder } from './xml';

export async function lireXlsx(octets: Uint8Array): Promise<ClasseurLu> {
  try {
    return await lire(octets);
  } catch (erreur) {
    if (erreur instanceof ErreurClasseur) throw erreur;
    throw refus('imprevu', erreur);
  }
}

async function lire(octets: Uint8Array): Promise<ClasseurLu> {
  const parties = ouvrir(octets);
  const lues = new Set<string>();
  const racine = (await lireRelations(octets, parties, '')).find((r) => r.type.endsWith('/officeDocument'));
  const chemin = racine?.cible ?? 'xl/workbook.xml';
  const entree = parties.get(chemin);
  if (entree === undefined) throw refus('archive');
  let dates1904 = false;
  const onglets: { nom: string; id: string; visibilite: Visibilite }[] = [];
  await parcourir(octets, entree, {
    ouvre(nom, s, debut, fin) {
      if (nom === 'sheet') {
        onglets.push({
          nom: decoder(attribut(s, debut, fin, 'name') ?? ''),
          id: decoder(attribut(s, debut, fin, 'id') ?? ''),
          visibilite: visibiliteLue(attribut(s, debut, fin, 'state')),
        });
      } else if (nom === 'workbookPr')
        dates1904 = ['1', 'true'].includes(attribut(s, debut, fin, 'date1904') ?? '');
    },
    ferme: () => undefined,
    texte: () => undefined,
  });
  lues.add(chemin);

  const relations = await lireRelations(octets, parties, chemin);
  const chaines = new LecteurChaines();
  const partie = relations.find((r) => r.type.endsWith('/sharedStrings'))?.cible;
  const entreeChaines = partie === undefined ? undefined : parties.get(partie);
  if (partie !== undefined && entreeChaines !== undefined) {
    await parcourir(octets, entreeChaines, chaines);
    lues.add(partie);
  }
  const formats = new LecteurFormats();
  const partieStyles = relations.find((r) => r.type.endsWith('/styles'))?.cible;
  const entreeStyles = partieStyles === undefined ? undefined : parties.get(partieStyles);
  if (partieStyles !== undefined && entreeStyles !== undefined) {
    await parcourir(octets, entreeStyles, formats);
    lues.add(partieStyles);
  }

  const feuilles: Feuille[] = [];
  const budget = new Budget();
  for (const onglet of onglets) {
    const relation = relations.find((r) => r.id === onglet.id);
    // Une feuille de graphique ou de macro n'a pas de cellules à lire.
    if (relation !== undefined && !relation.type.endsWith('/worksheet')) continue;
    const source = relation === undefined ? undefined : parties.get(relation.cible);
    // Deux onglets sur une même partie multiplieraient son contenu.
    if (relation === undefined || source === undefined || lues.has(relation.cible))
      throw refus('feuilleAbsente');
    lues.add(relation.cible);
    const lecteur = new LecteurFeuille(onglet.nom, chaines.chaines, formats.codes, budget);
    await parcourir(octets, source, lecteur);
    const totaux = new LecteurTotaux();
    for (const { id, cible } of await lireRelations(octets, parties, relation.cible)) {
      const tableau = lecteur.tableaux.has(id) ? parties.get(cible) : undefined;
      if (tableau === undefined || lues.has(cible)) continue;
      lues.add(cible);
      await parcourir(octets, tableau, totaux);
    }
    feuilles.push({ ...lecteur.terminer(totaux.lignes), visibilite: onglet.visibilite });
  }
  if (feuilles.length === 0) throw refus('sansFeuille');
  for (const [nom, reste] of parties) if (!lues.has(nom)) await verifier(octets, reste);
  return { feuilles, dates1904 };
}

function visibiliteLue(etat: string | null): Visibilite {
  if (etat === 'hidden') return 'masquee';
  return etat === 'veryHidden' ? 'tresMasquee' : 'visible';
}
