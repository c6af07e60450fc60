/**
 * Où en est l'année : ses étapes, dans l'ordre, chacune faite, à faire ou à venir au jour de l'examen. Une étape se juge
 * à ce que le classeur en garde (un avis, un versement, une feuille), jamais à ce que l'agent aurait pu faire ailleurs.
 */
import type { CalculProjet } from '../calcul/montants';
import { estEcarte } from '../controle/contexte';
import type { Examen } from '../examiner';
import { FEUILLES_CLAS } from '../feuilles';
import { SEUILS } from '../seuils';
import { anneeScolaire } from '../../reglement/annee';
import { positifOuZero, type Decimal } from '../../valeurs/montant';

export type CleEtape =
  'classeur' | 'agrements' | 'acomptes' | 'arrete' | 'remontee' | 'comptes' | 'soldes' | 'suivante';

export interface EtapeAnnee {
  readonly cle: CleEtape;
  readonly intitule: string;
  /** `aVenir` : son jour n'est pas venu. */
  readonly etat: 'faite' | 'aFaire' | 'aVenir';
  /** Dossiers qui l'ont passée, sur ceux qui le doivent. */
  readonly compte?: { readonly faits: number; readonly total: number };
  /** Ce qu'elle a versé, en € ; `null` : le journal ne permet pas de le dire. */
  readonly montant?: Decimal | null;
  /** Premier et dernier jours, « AAAA-MM-JJ ». */
  readonly debut?: string;
  readonly fin?: string;
}

/** Les avis que le comité a rendus ; un ajournement n'en est pas un. */
const DECIDES: readonly unknown[] = ['favorable', 'favorable sous réserve', 'refusé'];

/** Le comité doit encore s'en prononcer. */
export const attendUnAvis = ({ projet }: CalculProjet): boolean =>
  !estEcarte(projet) && !DECIDES.includes(projet.agrement);

const estSolde = ({ montants: { resteAPayer, resteARecouvrer } }: CalculProjet): boolean =>
  resteAPayer.montant?.isZero() === true && resteARecouvrer.montant?.isZero() === true;

/** Acomptes N qui restent possibles, en € ; `null` : on ne sait pas. */
function acomptesPossibles(agrees: readonly CalculProjet[]): Decimal[] | null {
  const restes = agrees.map(({ montants: { acompteMaxN, acomptesN } }) =>
    acompteMaxN.montant && acomptesN.montant
      ? positifOuZero(acompteMaxN.montant.minus(acomptesN.montant))
      : null,
  );
  return restes.some((r) => r === null) ? null : restes.filter((r) => r !== null);
}

export function etapesDeLAnnee(examen: Examen): readonly EtapeAnnee[] {
  const { lecture, au, calculs, totaux } = examen;
  const { annee } = lecture.parametres;
  const jour = (moisJour: string, rang: 0 | 1): string => `${annee + rang}-${moisJour}`;
  const suivis = calculs.filter(({ projet }) => !estEcarte(projet));
  const agrees = calculs.filter(({ agree }) => agree);
  const decides = suivis.filter((calcul) => !attendUnAvis(calcul));
  const recus = agrees.filter(({ projet }) => projet.coutReel !== null);
  const soldes = agrees.filter(estSolde);
  const possibles = acomptesPossibles(agrees);
  const feuilles = new Set(lecture.feuilles.map((nom) => nom.toLowerCase()));
  const aFeuille = (cle: keyof typeof FEUILLES_CLAS): boolean =>
    feuilles.has(FEUILLES_CLAS[cle].toLowerCase());

  const etape = (
    cle: CleEtape,
    intitule: string,
    faite: boolean,
    reste: Omit<EtapeAnnee, 'cle' | 'intitule' | 'etat'> = {},
  ): EtapeAnnee => ({
    cle,
    intitule,
    etat: faite ? 'faite' : reste.debut !== undefined && au < reste.debut ? 'aVenir' : 'aFaire',
    ...reste,
  });
  /** Tous l'ont passée, et il y en a. */
  const tous = (faits: readonly unknown[], total: readonly unknown[]): boolean =>
    total.length > 0 && faits.length === total.length;
  const compte = (faits: readonly unknown[], total: readonly unknown[]) => ({
    faits: faits.length,
    total: total.length,
  });

  const finN = jour(SEUILS.finAnneeCivile, 0);
  return [
    etape('classeur', 'Classeur rempli', suivis.length > 0),
    etape('agrements', 'Agréments', tous(decides, suivis), { compte: compte(decides, suivis) }),
    etape('acomptes', `Acomptes ${annee}`, acomptesFinis(agrees, possibles) || au > finN, {
      montant: totaux.acomptesN.montant,
      fin: finN,
    }),
    etape('arrete', `Arrêté des comptes ${annee}`, lecture.ecrituresPassees !== null, { debut: finN }),
    etape('remontee', 'Remontée de janvier', aFeuille('remontee') && au > finN, {
      debut: jour('01-01', 1),
      fin: jour('01-31', 1),
    }),
    etape('comptes', 'Comptes de résultat', tous(recus, agrees), {
      compte: compte(recus, agrees),
      debut: jour(SEUILS.finExercice, 1),
      fin: jour(SEUILS.compteDeResultat, 1),
    }),
    etape('soldes', 'Soldes et bonus', tous(soldes, agrees), {
      compte: compte(soldes, agrees),
      debut: jour(SEUILS.bonusPayable, 1),
    }),
    etape('suivante', `Ouvrir ${anneeScolaire(annee + 1)}`, false, { debut: jour(SEUILS.finExercice, 1) }),
  ];
}

const acomptesFinis = (agrees: readonly CalculProjet[], possibles: readonly Decimal[] | null): boolean =>
  agrees.length > 0 && possibles !== null && possibles.every((r) => r.isZero());

/** Celle qui vient : la première à faire, à défaut la première à venir. */
export const prochaineEtape = (etapes: readonly EtapeAnnee[]): EtapeAnnee | undefined =>
  etapes.find(({ etat }) => etat === 'aFaire') ?? etapes.find(({ etat }) => etat === 'aVenir');
