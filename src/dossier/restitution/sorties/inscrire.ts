/**
 * Inscrire des versements au journal de l'agent : les cellules à écrire, sous sa dernière ligne, dans ses colonnes. Rien
 * de ce qu'il a saisi n'est touché ; où la place n'est pas sûre, rien ne s'écrit.
 */
import { s } from '../../../valeurs/pluriel';
import { COLONNES_VERSEMENTS } from '../../colonnes/versements';
import type { Examen } from '../../examiner';
import { FEUILLES_AGENT } from '../../feuilles';
import { ErreurClasseur } from '../../formes/erreurs';
import { CODES_FORMAT } from '../../formes/plan';
import type { ClasseurLu, Feuille } from '../../formes/grille';
import { trouverEntetes } from '../../lecture/entetes';
import type { Designations } from '../../lecture/roles';
import { FORMATS } from '../modele/saisie';
import { serieDeDate } from '../../../valeurs/date';
import { ZERO } from '../../../valeurs/montant';
import { cleDossier, estVide } from '../../../valeurs/texte';
import type { Paiement } from './paiements';

/** Une cellule vide à remplir ; `format` : celui de la ligne du dessus, à défaut celui de la colonne. */
export interface CelluleAInscrire {
  readonly feuille: string;
  readonly ligne: number;
  readonly colonne: number;
  readonly valeur: string | number;
  readonly format?: string;
}

/** Ce qu'un versement dit ; la référence du paiement reste à l'agent. */
const CLES = ['dossier', 'nature', 'gestion', 'date', 'montant'] as const;

/** Une ligne du journal, avant d'être écrite. */
type LigneDeJournal = Pick<Paiement, 'dossier' | 'nature' | 'gestion' | 'montant'> & {
  /** « AAAA-MM-JJ » */
  readonly date: string;
};

/** La feuille qui tient le journal ; `undefined` : il n'y en a pas encore. */
export const journalDe = ({ lecture }: Examen): string | undefined =>
  lecture.bilan.find(({ role }) => role === 'versements')?.feuille;

/**
 * Les cellules à écrire, une ligne par paiement, au jour de l'examen.
 * @throws ErreurClasseur sans journal, sans l'une de ses colonnes, ou sans place sous sa dernière ligne
 */
export function cellulesAInscrire(
  classeur: ClasseurLu,
  examen: Examen,
  paiements: readonly Paiement[],
  designations: Designations = {},
): CelluleAInscrire[] {
  refuserAcomptesDeProjets(examen);
  const lignes = reunir(paiements).map((p) => ({ ...p, date: examen.au }));
  return cellulesDuJournal(classeur, examen, lignes, designations);
}

/** Les acomptes saisis dans Projets, sans date, à porter au journal ; vide dès qu'il a une ligne : ils ne comptent plus. */
export function acomptesAPorter({ lecture }: Examen): readonly Omit<LigneDeJournal, 'date'>[] {
  const { versements, projets, parametres } = lecture;
  if (versements) return [];
  return projets.lignes.flatMap(({ dossier, acomptesN, acomptesN1 }) =>
    [acomptesN, acomptesN1].flatMap((montant, rang) =>
      dossier === null || !montant?.gt(ZERO)
        ? []
        : [{ dossier, nature: 'acompte' as const, gestion: parametres.annee + rang, montant }],
    ),
  );
}

/** Un acompte de Projets qui ne se lit pas, ou sans numéro de dossier, ne se perd pas en chemin. */
export function refuserAcomptesPerdus(examen: Examen): void {
  const perdu = examen.lecture.projets.lignes.find(
    (p) =>
      ACOMPTES_DE_PROJETS.some((cle) => p.illisibles.has(cle)) ||
      (p.dossier === null && ACOMPTES_DE_PROJETS.some((cle) => p[cle]?.gt(ZERO))),
  );
  if (perdu)
    throw new ErreurClasseur(
      `Ligne ${perdu.ligne} de la feuille « ${examen.lecture.projets.feuille.nom} » : un acompte illisible ou sans N° dossier. Le corriger, puis recommencer.`,
    );
}

/** Les acomptes de Projets, portés au journal à la date de leur gestion ; à défaut, au jour de l'examen. */
export function cellulesAPorter(
  classeur: ClasseurLu,
  examen: Examen,
  dates: ReadonlyMap<number, string>,
  designations: Designations = {},
): CelluleAInscrire[] {
  const lignes = acomptesAPorter(examen).map((a) => ({ ...a, date: dates.get(a.gestion) ?? examen.au }));
  return cellulesDuJournal(classeur, examen, lignes, designations);
}

function cellulesDuJournal(
  { feuilles, dates1904 }: ClasseurLu,
  examen: Examen,
  nouvelles: readonly LigneDeJournal[],
  designations: Designations,
): CelluleAInscrire[] {
  const { lecture } = examen;
  const { annee } = lecture.parametres;
  const nom = journalDe(examen);
  const feuille = feuilles.find((f) => f.nom === nom);
  const entetes =
    feuille &&
    trouverEntetes(feuille, COLONNES_VERSEMENTS, {
      annee,
      dates1904,
      pointage: designations.colonnes?.versements,
      ignorees: designations.ignorees,
    });
  if (!feuille || !entetes)
    throw new ErreurClasseur(
      `Aucune feuille « ${FEUILLES_AGENT.versements} » où inscrire les versements : la feuille de ce nom n’a pas ses intitulés.`,
    );
  const absentes = CLES.filter((cle) => !entetes.colonnes.has(cle));
  if (absentes.length > 0)
    throw new ErreurClasseur(
      `La feuille « ${feuille.nom} » n’a pas de colonne ${absentes.map((cle) => `« ${COLONNES_VERSEMENTS[cle].entete} »`).join(', ')} : l’ajouter ou la désigner, puis recommencer.`,
    );
  const valeurs = (p: LigneDeJournal): Record<(typeof CLES)[number], string | number> => ({
    dossier: p.dossier,
    nature: p.nature,
    gestion: p.gestion === annee ? 'N' : 'N+1',
    date: serieDeDate(p.date, dates1904),
    montant: p.montant.toNumber(),
  });
  const colonnes = CLES.map((cle) => ({ cle, i: entetes.colonnes.get(cle) ?? 0 }));
  const derniere = lecture.versements?.lignes.reduce((max, { ligne }) => Math.max(max, ligne), 0) ?? 0;
  const premiere = Math.max(derniere, feuille.premiereLigne + entetes.indice) + 1;
  refuserSansPlace(
    examen,
    feuille,
    premiere,
    nouvelles.length,
    colonnes.map(({ i }) => i),
  );
  return nouvelles.flatMap((p, rang) => {
    const saisies = valeurs(p);
    return colonnes.map(({ cle, i }): CelluleAInscrire => {
      const cellule = {
        feuille: feuille.nom,
        ligne: premiere + rang,
        colonne: feuille.premiereColonne + i,
        valeur: saisies[cle],
      };
      const { type } = COLONNES_VERSEMENTS[cle];
      if (type !== 'date' && type !== 'montant') return cellule;
      const dessus = feuille.formats[premiere - 1 - feuille.premiereLigne]?.[i];
      return { ...cellule, format: dessus ?? CODES_FORMAT[FORMATS[type]] };
    });
  });
}

/** Un paiement que deux comptes se partagent est un seul versement. */
function reunir(paiements: readonly Paiement[]): Paiement[] {
  const versements = new Map<string, Paiement>();
  for (const p of paiements) {
    const cle = `${cleDossier(p.dossier)} ${p.nature} ${p.gestion}`;
    const avant = versements.get(cle);
    versements.set(cle, avant ? { ...avant, montant: avant.montant.plus(p.montant) } : p);
  }
  return [...versements.values()];
}

const ACOMPTES_DE_PROJETS = ['acomptesN', 'acomptesN1'] as const;

/** Sans journal, les acomptes de Projets comptent ; dès qu'il a une ligne, ils ne comptent plus : rien ne doit s'y perdre. */
export function refuserAcomptesDeProjets({ lecture }: Examen): void {
  if (lecture.versements) return;
  const ailleurs = lecture.projets.lignes.some((p) =>
    ACOMPTES_DE_PROJETS.some((cle) => (p[cle] ?? ZERO).gt(ZERO) || p.illisibles.has(cle)),
  );
  if (ailleurs)
    throw new ErreurClasseur(
      `Les acomptes déjà versés sont dans la feuille « ${lecture.projets.feuille.nom} » et ne compteraient plus : les porter d’abord au journal (onglet Payer), ou les saisir dans « ${FEUILLES_AGENT.versements} », chacun avec sa date.`,
    );
}

/** Les lignes à remplir sont libres : ni saisie, ni total, ni note de l'agent. */
function refuserSansPlace(
  { lecture }: Examen,
  feuille: Feuille,
  premiere: number,
  nombre: number,
  colonnes: readonly number[],
): void {
  const ignorees = lecture.bilan.find(({ feuille: nom }) => nom === feuille.nom)?.lignesIgnorees ?? [];
  const prise = (ligne: number): boolean =>
    feuille.lignesDeTotal.includes(ligne) ||
    ignorees.some(
      (l) => l.motif !== 'ligne préremplie, sans saisie' && l.ligne <= ligne && ligne <= l.derniere,
    ) ||
    colonnes.some((i) => !estVide(feuille.lignes[ligne - feuille.premiereLigne]?.[i] ?? null));
  for (let ligne = premiere; ligne < premiere + nombre; ligne++)
    if (prise(ligne))
      throw new ErreurClasseur(
        `La feuille « ${feuille.nom} » n’a pas ${nombre} ligne${s(nombre)} libre${s(nombre)} sous sa ligne ${premiere - 1} : en insérer avant la ligne ${ligne}, puis recommencer.`,
      );
}
