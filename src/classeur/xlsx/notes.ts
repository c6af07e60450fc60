/**
 * Le dessin des notes d'une feuille (VML), à la mesure de leur texte : la bibliothèque leur donne à toutes quatre lignes.
 * Une partie entière, écrite ici ; les textes des notes, eux, sont écrits par elle.
 */
import { lirePlage } from '../../dossier/formes/adresses';
import type { NotePlan } from '../../dossier/formes/plan';

const COLONNES = 4;
const CARACTERES_PAR_LIGNE = 44;
const POINTS_PAR_LIGNE = 13;
const POINTS_PAR_COLONNE = 48;
const POINTS_PAR_RANGEE = 15;
/** Numéros réservés à chaque feuille. */
const NUMEROS_PAR_FEUILLE = 1024;

function nombreDeLignes(texte: string): number {
  return texte
    .split('\n')
    .reduce((n, ligne) => n + Math.max(1, Math.ceil(ligne.length / CARACTERES_PAR_LIGNE)), 1);
}

function forme({ adresse, texte }: NotePlan, rang: number, premier: number): string {
  const { ligne1, colonne1 } = lirePlage(adresse);
  const [ligne, colonne] = [ligne1 - 1, colonne1 - 1];
  const hauteur = nombreDeLignes(texte) * POINTS_PAR_LIGNE;
  const bas = ligne + Math.ceil(hauteur / POINTS_PAR_RANGEE);
  const place = `margin-left:${colonne1 * POINTS_PAR_COLONNE}pt;margin-top:${ligne * POINTS_PAR_RANGEE}pt`;
  return [
    `<v:shape id="_x0000_s${premier + rang}" type="#_x0000_t202" style="position:absolute;${place};width:${COLONNES * POINTS_PAR_COLONNE}pt;height:${hauteur}pt;z-index:${rang + 1};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">`,
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>',
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"/></v:textbox>',
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>',
    `<x:Anchor>${colonne1},15,${ligne},2,${colonne1 + COLONNES},15,${bas},4</x:Anchor>`,
    `<x:AutoFill>False</x:AutoFill><x:Row>${ligne}</x:Row><x:Column>${colonne}</x:Column></x:ClientData></v:shape>`,
  ].join('');
}

/** `rang` : celui de la feuille, à partir de 0. */
export function dessinDesNotes(notes: readonly NotePlan[], rang: number): string {
  const place = ({ adresse }: NotePlan): number =>
    lirePlage(adresse).ligne1 * 16_384 + lirePlage(adresse).colonne1;
  const premier = (rang + 1) * NUMEROS_PAR_FEUILLE + 1;
  const formes = [...notes].sort((a, b) => place(a) - place(b)).map((note, i) => forme(note, i, premier));
  return [
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">',
    `<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${rang + 1}"/></o:shapelayout>`,
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">',
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>',
    ...formes,
    '</xml>',
  ].join('');
}
