/**
 * Colorer les cellules en anomalie sans toucher à leur fond : une mise en forme conditionnelle, toujours vraie,
 * reconnue à sa formule. Les couleurs de l'agent et ses propres règles restent dessous, intactes ; retirer les nôtres
 * suffit à les retrouver, même après avoir fermé le classeur, copié des lignes ou changé de poste.
 */
import { estGeneree } from '../../dossier/feuilles';
import { refusProtegee } from './erreurs';
import { lireEtat } from './etat';
import type { Teinte } from './port';
import { ASPECTS } from '../aspects';
import { rgb } from './styles';
import { Zones } from './zones';

/** N("texte") vaut 0 : vraie partout, et la fonction s'écrit de même en français. */
const MARQUE = '=N("Clas")=0';

const estMarque = (formule: string): boolean =>
  formule.replaceAll(' ', '').toUpperCase() === MARQUE.toUpperCase();

export async function colorer(contexte: Excel.RequestContext, teintes: readonly Teinte[]): Promise<void> {
  const nos = await trouverNos(contexte, new Set(teintes.map(({ feuille }) => feuille)));
  for (const regle of nos) regle.delete();
  const parFeuille = new Map<string, Zones<Teinte['gravite']>>();
  for (const { feuille, ligne, colonne, gravite } of teintes) {
    const zones = parFeuille.get(feuille) ?? new Zones<Teinte['gravite']>();
    parFeuille.set(feuille, zones);
    zones.ajouter(gravite, ligne, colonne);
  }
  for (const [feuille, zones] of parFeuille) {
    const cible = contexte.workbook.worksheets.getItem(feuille);
    for (const [gravite, adresses] of zones.adresses()) {
      for (const adresse of adresses) teindre(cible.getRanges(adresse), gravite);
    }
  }
  await contexte.sync();
}

function teindre(zone: Excel.RangeAreas, gravite: Teinte['gravite']): void {
  const { custom } = zone.conditionalFormats.add('Custom');
  const { fond = '', texte = '' } = ASPECTS[gravite];
  custom.rule.formula = MARQUE;
  custom.format.fill.color = rgb(fond);
  custom.format.font.color = rgb(texte);
}

export async function decolorer(contexte: Excel.RequestContext): Promise<void> {
  const nos = await trouverNos(contexte);
  if (nos.length === 0) return;
  for (const regle of nos) regle.delete();
  await contexte.sync();
}

/** Nos règles, dans toutes les feuilles de l'agent ; refuse si l'une d'elles, ou de `visees`, ne les laisse pas changer. */
async function trouverNos(
  contexte: Excel.RequestContext,
  visees: ReadonlySet<string> = new Set(),
): Promise<Excel.ConditionalFormat[]> {
  const { feuilles } = await lireEtat(contexte);
  const listes = feuilles
    .filter(({ nom }) => !estGeneree(nom))
    .map((feuille) => {
      const liste = contexte.workbook.worksheets.getItem(feuille.nom).getRange().conditionalFormats;
      liste.load('items/id,items/type');
      return { feuille, liste };
    });
  await contexte.sync();
  const candidates = listes.flatMap(({ feuille, liste }) =>
    liste.items.filter(({ type }) => type === 'Custom').map((regle) => ({ feuille, regle })),
  );
  for (const { regle } of candidates) regle.custom.rule.load('formula');
  if (candidates.length > 0) await contexte.sync();
  const nos = candidates.filter(({ regle }) => estMarque(regle.custom.rule.formula));
  const touchees = new Set([...visees, ...nos.map(({ feuille }) => feuille.nom)]);
  const refusee = feuilles.find(({ nom, formatsRefuses }) => formatsRefuses && touchees.has(nom));
  if (refusee) throw refusProtegee(refusee.nom);
  return nos.map(({ regle }) => regle);
}
