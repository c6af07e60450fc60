/**
 * Écriture d'un plan en .xlsx. Ce dossier est le seul endroit du produit qui connaît la bibliothèque : elle écrit tout
 * le fichier (styles, tableaux, validations, notes, impression, propriétés), sauf les lignes et leurs textes.
 */
import { type ColumnDef, type WriteOptions, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import type { ClasseurPlan, FeuillePlan, NotePlan } from '../../dossier/formes/plan';
import { lirePlage } from '../../dossier/formes/adresses';
import { Aspects, dimensions, ecrireLignes } from './lignes';
import { agrandirNotes } from './notes';
import { type Retouches, retoucher } from './retouche';
import { styleDe } from './styles';
import { convertirGraphique } from './graphiques';
import { convertirTableau } from './tableaux';
import { TextesPartages, texteEcrit } from './textes';
import { convertirValidation } from './validations';

/** La bibliothèque inscrit l'heure à défaut d'une date ; celle-ci est ôtée ensuite : le même plan donne les mêmes octets. */
const SANS_OBJET = new Date(0);
const LIGNES = /<sheetData>.*<\/sheetData>/s;

export async function ecrireXlsx(plan: ClasseurPlan): Promise<Uint8Array> {
  const { titre, sujet, auteur, description, motsCles } = plan.proprietes;
  const textes = new TextesPartages();
  const aspects = new Aspects();
  const lignes = plan.feuilles.map((feuille) => ecrireLignes(feuille, aspects, textes));
  const brut = await writeXlsx({
    sheets: plan.feuilles.map((feuille, n) => convertirFeuille(feuille, n === 0 ? aspects : new Aspects())),
    namedRanges: plan.feuilles.flatMap(titresImpression),
    activeSheet: Math.max(
      0,
      plan.feuilles.findIndex((feuille) => feuille.masquee !== true),
    ),
    properties: {
      title: titre,
      subject: sujet,
      creator: auteur,
      ...(description === undefined ? {} : { description }),
      ...(motsCles === undefined ? {} : { keywords: motsCles }),
      modified: SANS_OBJET,
    },
  });
  return retoucher(brut, retouches(plan, lignes, textes));
}

/** Les lignes à leur place, les textes, la date ôtée, la boîte des notes à la taille de leur texte. */
function retouches(
  plan: ClasseurPlan,
  lignes: readonly Uint8Array<ArrayBuffer>[][],
  textes: TextesPartages,
): Retouches {
  const parties: Record<string, Retouches[string]> = {
    'docProps/core.xml': (xml) => [xml.replace(/<dcterms:modified.*?<\/dcterms:modified>/s, '')],
    'xl/sharedStrings.xml': () => [textes.xml()],
  };
  plan.feuilles.forEach((feuille, n) => {
    parties[`xl/worksheets/sheet${String(n + 1)}.xml`] = (xml) => {
      const dimension = `<dimension ref="${dimensions(feuille)}"/>`;
      const [avant = '', apres = ''] = xml.replace(/<dimension [^>]*>/, dimension).split(LIGNES);
      return [`${avant}<sheetData>`, ...(lignes[n] ?? []), `</sheetData>${apres}`];
    };
    parties[`xl/drawings/vmlDrawing${String(n + 1)}.vml`] = (xml) => [
      agrandirNotes(
        xml,
        notesOrdonnees(feuille.notes ?? []).map((note) => note.texte),
      ),
    ];
  });
  return parties;
}

/** L'ordre des notes dans le dessin : par ligne, puis par colonne. */
function notesOrdonnees(notes: readonly NotePlan[]): NotePlan[] {
  const rang = ({ adresse }: NotePlan): number =>
    lirePlage(adresse).ligne1 * 16_384 + lirePlage(adresse).colonne1;
  return [...notes].sort((a, b) => rang(a) - rang(b));
}

/**
 * La feuille sans ses lignes. Sa première ligne ne sert qu'à faire inscrire au fichier la table des textes et, dans la
 * première feuille, un style par aspect : le premier inscrit reçoit le numéro 1, comme `Aspects` les compte.
 */
function convertirFeuille(feuille: FeuillePlan, aspects: Aspects): WriteSheet {
  const cells: NonNullable<WriteSheet['cells']> = new Map();
  aspects.rencontres.forEach((rang, n) => cells.set(`0,${String(n)}`, { style: styleDe(rang) }));
  for (const note of feuille.notes ?? []) {
    const { ligne1, colonne1 } = lirePlage(note.adresse);
    const cle = `${String(ligne1 - 1)},${String(colonne1 - 1)}`;
    cells.set(cle, { ...cells.get(cle), comment: { author: 'Clas', text: texteEcrit(note.texte) } });
  }
  const columns = feuille.colonnes.map(({ largeur }): ColumnDef => ({ width: largeur }));
  const sheet: WriteSheet = { name: feuille.nom, rows: [[' ']], cells, columns };
  if ((feuille.lignesFigees ?? 0) > 0 || (feuille.colonnesFigees ?? 0) > 0) {
    sheet.freezePane = { rows: feuille.lignesFigees ?? 0, columns: feuille.colonnesFigees ?? 0 };
  }
  if (feuille.tableaux !== undefined && feuille.tableaux.length > 0) {
    sheet.tables = feuille.tableaux.map((tableau) => convertirTableau(tableau, feuille));
  }
  if (feuille.validations !== undefined && feuille.validations.length > 0) {
    sheet.dataValidations = feuille.validations.map(convertirValidation);
  }
  if (feuille.graphiques !== undefined)
    sheet.charts = feuille.graphiques.map((g) => convertirGraphique(g, feuille.nom));
  if (feuille.masquee === true) sheet.hidden = true;
  // Sans mot de passe : un garde-fou. Largeurs et filtres restent à l'agent.
  if (feuille.protegee === true)
    sheet.protection = { sheet: true, objects: true, scenarios: true, formatColumns: true, autoFilter: true };
  if (feuille.impression !== undefined) {
    const { paysage, pied } = feuille.impression;
    sheet.pageSetup = {
      paperSize: 'a4',
      orientation: paysage ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: feuille.impression.unePage === true ? 1 : 0,
    };
    const gauche = pied === undefined ? '' : `&L${pied.slice(0, 200).replaceAll('&', '&&')}`;
    sheet.headerFooter = { oddFooter: `${gauche}&RPage &P sur &N` };
  }
  return sheet;
}

/** Le nom de feuille est mis entre apostrophes ici : la bibliothèque ne le fait pas, et « Remontée Cnaf » serait illisible. */
function titresImpression(feuille: FeuillePlan): NonNullable<WriteOptions['namedRanges']> {
  const ligne = feuille.impression?.repeterLigne;
  if (ligne === undefined) return [];
  const nom = `'${feuille.nom.replaceAll("'", "''")}'`;
  return [
    { name: '_xlnm.Print_Titles', range: `${nom}!$${String(ligne)}:$${String(ligne)}`, scope: feuille.nom },
  ];
}
