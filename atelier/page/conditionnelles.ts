/** Mises en forme conditionnelles à formule : du fichier à ce qu'Office.js en dit, et retour. Les autres genres sont recopiés. */
import type { CellStyle, ConditionalRule, FeuilleComplete } from '../../src/classeur/xlsx/complet';
import type { FeuilleHote, Json, MiseEnFormeHote } from '../hote/classeur/modele';
import { adresse, lireAdresse } from '../hote/grille/adresses';
import type { Origines } from './origines';

type Couleur = NonNullable<NonNullable<CellStyle['font']>['color']>;

const diese = (couleur: Couleur | undefined): string | undefined =>
  couleur?.rgb === undefined ? undefined : `#${couleur.rgb.slice(-6)}`;
const rgb = (texte: Json | undefined): { rgb: string } | undefined =>
  typeof texte === 'string' && texte !== '' ? { rgb: texte.replace('#', '') } : undefined;

export function versHote(regle: ConditionalRule, id: string): MiseEnFormeHote | null {
  const rects = regle.range.split(/\s+/).flatMap((plage) => lireAdresse(plage) ?? []);
  if (regle.type !== 'expression' || typeof regle.formula !== 'string' || rects.length === 0) return null;
  const proprietes = new Map<string, Json>([['rule.formula', `=${regle.formula}`]]);
  const fond = regle.style?.fill?.type === 'pattern' ? regle.style.fill : undefined;
  const couleurs = {
    'fill.color': diese(fond?.bgColor ?? fond?.fgColor),
    'font.color': diese(regle.style?.font?.color),
  };
  for (const [nom, couleur] of Object.entries(couleurs))
    if (couleur !== undefined) proprietes.set(nom, couleur);
  if (regle.style?.font?.bold) proprietes.set('font.bold', true);
  return { id, rects, type: 'Custom', proprietes };
}

function versFichier({ rects, proprietes }: MiseEnFormeHote, priority: number): ConditionalRule {
  const fond = rgb(proprietes.get('fill.color'));
  const color = rgb(proprietes.get('font.color'));
  const bold = proprietes.get('font.bold') === true;
  const style: CellStyle = {
    ...(fond && { fill: { type: 'pattern', pattern: 'solid', fgColor: fond, bgColor: fond } }),
    ...((color ?? bold) && { font: { ...(color && { color }), ...(bold && { bold }) } }),
  };
  const formula = String(proprietes.get('rule.formula') as string).replace(/^=/, '');
  return { type: 'expression', priority, formula, style, range: rects.map(adresse).join(' ') };
}

/** Celles du fichier, moins celles que le volet a retirées, plus les siennes. */
export function exporterConditionnelles(
  { misesEnForme }: FeuilleHote,
  { conditionalRules = [] }: FeuilleComplete,
  origines: Origines,
): ConditionalRule[] {
  const gardees = conditionalRules.filter((regle) => {
    const mise = origines.misesEnForme.get(regle);
    return !mise || misesEnForme.includes(mise);
  });
  const connues = new Set(origines.misesEnForme.values());
  const derniere = Math.max(0, ...gardees.map(({ priority }) => priority));
  const nouvelles = misesEnForme.filter((mise) => mise.type === 'Custom' && !connues.has(mise));
  return [...gardees, ...nouvelles.map((mise, rang) => versFichier(mise, derniere + 1 + rang))];
}
