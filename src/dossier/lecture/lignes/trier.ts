/**
 * Les lignes d'un tableau qui ne sont pas des données : vides, totaux, intitulés répétés, notes et titres, unités et
 * numéros de colonnes, lignes préremplies. Aucune ne compte, et chacune se dit ; une ligne douteuse est une donnée.
 */
import { NUMERIQUES } from '../../colonnes/colonne';
import type { Feuille } from '../../formes/grille';
import { estVide } from '../../../valeurs/texte';
import type { Entetes } from '../entetes';
import { ecarterAutresAnnees, ecarterAutresCampagnes } from './annees';
import { Candidate } from './candidate';
import { numeroteLesColonnes, repeteLEntete } from './entetesRepetes';
import { estDUneAutreTable, estOrnement, queDuTexte } from './notes';
import { Numeros } from './numeros';
import { estPreremplie } from './preremplie';
import { Rangees, type ColonneLue } from './rangees';
import type { Motif, Sort } from './sorts';
import { estTotal } from './total';

interface OptionsTri {
  readonly dates1904: boolean;
  readonly annee: number;
  /** Les lignes de cette feuille sont d'une seule année scolaire : un titre peut en écarter. */
  readonly titresDAnnee?: boolean | undefined;
  /** Les lignes de cette feuille peuvent être de plusieurs campagnes : celles des autres s'écartent. */
  readonly campagnes?: boolean | undefined;
}

/** Ce que serait la ligne si elle touche l'en-tête ou, pour certaines, la fin du tableau ; ailleurs, une donnée. */
interface AuBord {
  readonly motif: Motif;
  readonly enFin: boolean;
  /** D'une petite table sous la grande : la ligne au-dessus peut en être l'en-tête. */
  readonly autreTable?: boolean;
}

const CONSIGNE: Motif = 'unités, consignes ou signature';

/** Où qu'elle soit, la ligne n'est pas une donnée. */
function motifPartout(ligne: Candidate): Motif | undefined {
  if (estPreremplie(ligne)) return 'ligne préremplie, sans saisie';
  if (estTotal(ligne)) return 'ligne de total';
  if (repeteLEntete(ligne)) return 'intitulés répétés';
  if (estOrnement(ligne) || (ligne.pleines.length === 1 && queDuTexte(ligne))) return 'note ou titre';
  return undefined;
}

function motifAuBord(ligne: Candidate): AuBord | undefined {
  if (numeroteLesColonnes(ligne)) return { motif: 'numéros de colonnes', enFin: false };
  if (estDUneAutreTable(ligne)) return { motif: CONSIGNE, enFin: true, autreTable: true };
  if (!queDuTexte(ligne)) return undefined;
  const types = ligne.pleines.map(({ definition }) => definition.type);
  if (types.length === 2 || types.some((type) => NUMERIQUES.has(type)))
    return { motif: CONSIGNE, enFin: true };
  return types.some((type) => type !== 'texte') || !estVide(ligne.numero)
    ? { motif: CONSIGNE, enFin: false }
    : undefined;
}

/** Le sort de chaque ligne sous l'en-tête, dans l'ordre de la feuille (rien pour celles du dessus). */
export function trierLignes(
  feuille: Feuille,
  entetes: Entetes,
  colonnes: readonly ColonneLue[],
  { dates1904, annee, titresDAnnee = false, campagnes = false }: OptionsTri,
): ReadonlyMap<number, Sort> {
  const rangees = new Rangees(feuille, entetes, colonnes, dates1904);
  const numeros = new Numeros(rangees);
  const totaux = new Set(feuille.lignesDeTotal);
  const enDouble = [...entetes.doubles.values()].flat();
  const sorts = new Map<number, Sort>();
  const auBord = new Map<number, AuBord>();
  for (let l = rangees.debut; l < feuille.lignes.length; l++) {
    if (rangees.remplies(l).length === 0) {
      // entre deux colonnes du même nom rien ne se lit : la ligne existe pourtant, et ce qu'elle porte est inconnu
      sorts.set(l, enDouble.every((i) => estVide(rangees.cellule(l, i))) ? 'vide' : 'donnee');
      continue;
    }
    const ligne = new Candidate(rangees, numeros, l);
    const motif = totaux.has(feuille.premiereLigne + l) ? 'ligne de total' : motifPartout(ligne);
    sorts.set(l, motif ?? 'donnee');
    const bord = motif === undefined ? motifAuBord(ligne) : undefined;
    if (bord) auBord.set(l, bord);
  }
  ecarterLesBords(sorts, auBord);
  if (campagnes)
    ecarterAutresCampagnes(
      sorts,
      rangees,
      colonnes.find(({ cle }) => cle === 'anneeScolaire'),
      annee,
    );
  if (titresDAnnee) ecarterAutresAnnees(sorts, rangees, numeros, annee);
  return sorts;
}

/** Un en-tête répété à chaque page ouvre et ferme un tableau, comme le premier et la fin de la feuille. */
function ecarterLesBords(sorts: Map<number, Sort>, auBord: ReadonlyMap<number, AuBord>): void {
  const parcourir = (lignes: Iterable<number>, admise: (l: number, bord: AuBord) => boolean): void => {
    let contreLeBord = true;
    for (const l of lignes) {
      const bord = auBord.get(l);
      if (contreLeBord && bord && admise(l, bord)) sorts.set(l, bord.motif);
      else if (sorts.get(l) === 'donnee') contreLeBord = false;
      else if (sorts.get(l) === 'intitulés répétés') contreLeBord = true;
    }
  };
  const dessous = [...sorts.keys()];
  parcourir(dessous, () => true);
  // une petite table sous la grande, et son en-tête
  parcourir(dessous.reverse(), (l, { enFin }) => enFin || auBord.get(l + 1)?.autreTable === true);
}
