/** Écriture d'un plan en .xlsx. Ce dossier est le seul endroit du produit qui connaît la bibliothèque. */
import { type WriteOptions, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import type { ClasseurPlan, FeuillePlan, NotePlan } from '../../dossier/plan';
import { lirePlage } from '../../dossier/adresses';
import { convertirCellules, texteEcrit } from './cellules';
import { agrandirNotes } from './notes';
import { retoucher } from './retouche';
import { convertirTableau } from './tableaux';
import { convertirValidation } from './validations';

const PROPRIETES = 'docProps/core.xml';
const DESSIN = /^xl\/drawings\/vmlDrawing(\d+)\.vml$/;
/** La bibliothèque inscrit l'heure à défaut d'une date ; celle-ci est ôtée ensuite : le même plan donne les mêmes octets. */
const SANS_OBJET = new Date(0);

export async function ecrireXlsx(plan: ClasseurPlan): Promise<Uint8Array> {
  const { titre, sujet, auteur, description, motsCles } = plan.proprietes;
  const brut = await writeXlsx({
    sheets: plan.feuilles.map(convertirFeuille),
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
  return retoucher(
    brut,
    (nom, xml) => retouche(plan, nom, xml),
    (nom) => nom === PROPRIETES || DESSIN.test(nom),
  );
}

function retouche(plan: ClasseurPlan, nom: string, xml: string): string {
  if (nom === PROPRIETES) return xml.replace(/<dcterms:modified.*?<\/dcterms:modified>/s, '');
  const feuille = plan.feuilles[Number(DESSIN.exec(nom)?.[1]) - 1];
  return agrandirNotes(
    xml,
    notesOrdonnees(feuille?.notes ?? []).map((note) => note.texte),
  );
}

/** L'ordre des notes dans le dessin : par ligne, puis par colonne. */
function notesOrdonnees(notes: readonly NotePlan[]): NotePlan[] {
  const rang = ({ adresse }: NotePlan): number =>
    lirePlage(adresse).ligne1 * 16_384 + lirePlage(adresse).colonne1;
  return [...notes].sort((a, b) => rang(a) - rang(b));
}

function convertirFeuille(feuille: FeuillePlan): WriteSheet {
  const { rows, cells, columns } = convertirCellules(feuille);
  for (const note of feuille.notes ?? []) {
    const { ligne1, colonne1 } = lirePlage(note.adresse);
    const cle = `${String(ligne1 - 1)},${String(colonne1 - 1)}`;
    cells.set(cle, { ...cells.get(cle), comment: { author: 'Clas', text: texteEcrit(note.texte) } });
  }
  const sheet: WriteSheet = { name: feuille.nom, rows, cells, columns, rowDefs: hauteursEntetes(feuille) };
  if ((feuille.lignesFigees ?? 0) > 0 || (feuille.colonnesFigees ?? 0) > 0) {
    sheet.freezePane = { rows: feuille.lignesFigees ?? 0, columns: feuille.colonnesFigees ?? 0 };
  }
  if (feuille.tableaux !== undefined && feuille.tableaux.length > 0) {
    sheet.tables = feuille.tableaux.map((tableau) => convertirTableau(tableau, feuille));
  }
  if (feuille.validations !== undefined && feuille.validations.length > 0) {
    sheet.dataValidations = feuille.validations.map(convertirValidation);
  }
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
      fitToHeight: 0,
    };
    const gauche = pied === undefined ? '' : `&L${pied.slice(0, 200).replaceAll('&', '&&')}`;
    sheet.headerFooter = { oddFooter: `${gauche}&RPage &P sur &N` };
  }
  return sheet;
}

const POINTS_PAR_LIGNE = 15;

/** Un en-tête plus long que sa colonne passe à la ligne : sans hauteur dite, un tableur autre qu'Excel le coupe. */
function hauteursEntetes(feuille: FeuillePlan): Map<number, { height: number }> {
  const hauteurs = new Map<number, { height: number }>();
  feuille.lignes.forEach((ligne, i) => {
    const lignesDeTexte = ligne.map(({ style, valeur }, c) =>
      style === 'entete'
        ? Math.ceil(String(valeur ?? '').length / ((feuille.colonnes[c]?.largeur ?? 10) * 0.9))
        : 1,
    );
    const nombre = Math.max(1, ...lignesDeTexte);
    if (nombre > 1) hauteurs.set(i, { height: Math.min(nombre, 4) * POINTS_PAR_LIGNE });
  });
  return hauteurs;
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
