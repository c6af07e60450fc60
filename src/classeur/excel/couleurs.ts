/**
 * Colorer les cellules en anomalie sans toucher à leur fond : une mise en forme conditionnelle, toujours vraie,
 * reconnue à sa formule. Les couleurs de l'agent et ses propres règles restent dessous, intactes ; retirer les nôtres
 * suffit à les retrouver, même après avoir fermé le classeur, copié des lignes ou changé de poste.
 */
import { estGeneree } from '../../dossier/feuilles';
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
  const nos = await trouverNos(contexte);
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

/** Nos règles, dans toutes les feuilles de l'agent. */
async function trouverNos(contexte: Excel.RequestContext): Promise<Excel.ConditionalFormat[]> {
  const { feuilles } = await lireEtat(contexte);
  const listes = feuilles
    .filter(({ nom }) => !estGeneree(nom))
    .map(({ nom }) => {
      const liste = contexte.workbook.worksheets.getItem(nom).getRange().conditionalFormats;
      liste.load('items/id,items/type');
      return liste;
    });
  await contexte.sync();
  const candidates = listes.flatMap(({ items }) => items.filter(({ type }) => type === 'Custom'));
  if (candidates.length === 0) return [];
  for (const { custom } of candidates) custom.rule.load('formula');
  await contexte.sync();
  return candidates.filter(({ custom }) => estMarque(custom.rule.formula));
}
