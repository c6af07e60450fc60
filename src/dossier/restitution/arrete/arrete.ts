/**
 * L'arrêté des comptes (Circ. § 3.4) : les écritures de chaque projet agréé, leurs totaux, et ce que l'année
 * scolaire pèse sur les enveloppes de N et de N+1.
 */
import type { CalculProjet } from '../../calcul/montants';
import type { Examen } from '../../examiner';
import { tropVerseN } from '../../../reglement/cloture';
import { specificite, specificiteDuCompte, type TypeGestionnaire } from '../../../reglement/comptes';
import { contrepassation, ecrituresArrete, type Ecriture } from '../../../reglement/ecritures';
import { enveloppe } from '../../../reglement/enveloppe';
import { positifOuZero, somme, type Decimal } from '../../../valeurs/montant';
import { cleDossier } from '../../../valeurs/texte';
import { ecrituresPassees, type DossierPasse, type EcrituresPassees } from '../../calcul/passees';
import type { IdentiteCaf } from '../../cafs';
import { liquider, type Liquidation } from './liquidation';

export interface EcritureDossier extends Ecriture {
  readonly dossier: string;
  readonly gestionnaire: string | null;
  /** Suivi statistique selon le bénéficiaire, sur les seules lignes de dépense. */
  readonly specificite: string | null;
}

/** Ce qui explique la charge à payer d'un projet : 4/10 bruts, moins les acomptes de N. */
export interface ProjetCloture {
  readonly dossier: string;
  readonly gestionnaire: string | null;
  readonly type: TypeGestionnaire | null;
  readonly specificite: string;
  readonly psRetenue: Decimal;
  readonly partN: Decimal;
  readonly acomptesN: Decimal;
  readonly chargeAPayer: Decimal;
  readonly tropVerse: Decimal;
  readonly engagement: Decimal;
}

/** Une ligne du détail : ce qui se calcule aujourd'hui, s'il est agréé, et ce qui a été passé, si l'arrêté est figé. */
export interface DossierClos {
  readonly dossier: string;
  readonly gestionnaire: string | null;
  readonly calcule: ProjetCloture | null;
  readonly passe: DossierPasse | null;
}

export interface Cloture extends IdentiteCaf {
  readonly annee: number;
  readonly projets: readonly ProjetCloture[];
  /** Les projets, et les dossiers passés qui n'en sont plus. */
  readonly detail: readonly DossierClos[];
  readonly ecritures: readonly EcritureDossier[];
  /** L'état de liquidation : chaque versement, sur son compte. */
  readonly liquidations: readonly Liquidation[];
  /** L'arrêté est figé : le mois 13 est passé. */
  readonly passees: boolean;
  readonly totaux: Readonly<Record<'chargeAPayer' | 'engagement' | 'debit' | 'credit', Decimal>>;
  /** Par année civile : 4/10 sur N, 6/10 sur N+1, en € bruts. */
  readonly enveloppes: Readonly<Record<string, Decimal>>;
}

/** Un projet agréé dont la Ps retenue est connue ; sans elle, il n'y a rien à provisionner. */
function projetClos({ agree, projet, montants, acomptesNAvantCloture }: CalculProjet): ProjetCloture[] {
  const psRetenue = montants.psRetenue.montant;
  const partN = montants.partN.montant;
  const chargeAPayer = montants.chargeAPayer.montant;
  const engagement = montants.engagement.montant;
  const acomptesN = acomptesNAvantCloture.montant;
  if (!agree || !psRetenue || !partN || !chargeAPayer || !engagement || !acomptesN) return [];
  return [
    {
      dossier: projet.dossier ?? '',
      gestionnaire: projet.gestionnaire,
      type: projet.typeGestionnaire,
      specificite: specificite(projet.typeGestionnaire),
      psRetenue,
      partN,
      acomptesN,
      chargeAPayer,
      tropVerse: tropVerseN(psRetenue, acomptesN).montant,
      engagement,
    },
  ];
}

/** Les écritures d'un dossier, avec leur suivi statistique sur les seules lignes de dépense. */
const situer = (
  ecritures: readonly Ecriture[],
  dossier: string,
  gestionnaire: string | null,
  type: TypeGestionnaire | null,
): EcritureDossier[] =>
  // champ par champ : recopier d’une pièce dix-huit mille écritures doublerait le temps de l’arrêté
  ecritures.map(({ mois, exercice, compte, libelle, debit, credit }) => ({
    mois,
    exercice,
    compte,
    libelle,
    debit,
    credit,
    dossier,
    gestionnaire,
    specificite: specificiteDuCompte(compte, type),
  }));

/** Rien n'est figé : le mois 13 de chaque projet agréé, et sa contrepassation. */
const aPasser = (annee: number, projets: readonly ProjetCloture[]): EcritureDossier[] =>
  projets.flatMap((p) =>
    situer(ecrituresArrete(annee, p.chargeAPayer, p.engagement), p.dossier, p.gestionnaire, p.type),
  );

/**
 * L'arrêté est figé : le mois 13 ne se repasse pas ; se contrepasse l'engagement passé, s'il ne l'est pas déjà. Aucune de
 * ces lignes n'est de dépense : le type du gestionnaire n'y change rien.
 */
const aContrepasser = ({ lecture, calculs }: Examen, { dossiers }: EcrituresPassees): EcritureDossier[] => {
  const projetDe = new Map(calculs.map(({ projet }) => [cleDossier(projet.dossier ?? ''), projet]));
  return [...dossiers].flatMap(([cle, { dossier, engagement, contrepasse }]) => {
    const projet = projetDe.get(cle);
    return situer(
      contrepassation(lecture.parametres.annee, positifOuZero(engagement.minus(contrepasse))),
      dossier,
      projet?.gestionnaire ?? null,
      null,
    );
  });
};

/** Chaque projet, puis chaque dossier passé qui n'en est plus : refusé depuis, ou parti du classeur. */
function detailDe(
  { calculs }: Examen,
  projets: readonly ProjetCloture[],
  passees: EcrituresPassees | null,
): DossierClos[] {
  const restants = new Map(passees?.dossiers);
  const clos = projets.map((calcule): DossierClos => {
    const cle = cleDossier(calcule.dossier);
    const passe = restants.get(cle) ?? null;
    restants.delete(cle);
    return { dossier: calcule.dossier, gestionnaire: calcule.gestionnaire, calcule, passe };
  });
  const gestionnaires = new Map(
    calculs.map(({ projet: p }) => [cleDossier(p.dossier ?? ''), p.gestionnaire] as const),
  );
  return [
    ...clos,
    ...[...restants].map(([cle, passe]) => ({
      dossier: passe.dossier,
      gestionnaire: gestionnaires.get(cle) ?? null,
      calcule: null,
      passe,
    })),
  ];
}

/** L'arrêté d'un classeur examiné ; les portes refusent d'abord un classeur bloqué (`blocage.ts`). */
export function creerCloture(examen: Examen): Cloture {
  const { lecture, calculs } = examen;
  const { annee, caf, nomCaf, codeOrganisme } = lecture.parametres;
  const projets = calculs.flatMap(projetClos);
  const passees = ecrituresPassees(lecture);
  const ecritures = passees ? aContrepasser(examen, passees) : aPasser(annee, projets);
  const ps = projets.map((p) => ({ annee, ps: p.psRetenue }));
  const passe = ({ dossiers }: EcrituresPassees, de: (d: DossierPasse) => Decimal): Decimal =>
    somme([...dossiers.values()].map(de));
  return {
    annee,
    caf,
    nomCaf,
    codeOrganisme,
    projets,
    detail: detailDe(examen, projets, passees),
    ecritures,
    liquidations: liquider(examen),
    passees: passees !== null,
    totaux: {
      // figés, ce sont ceux des comptes
      chargeAPayer: passees ? passe(passees, (d) => d.charge) : somme(projets.map((p) => p.chargeAPayer)),
      engagement: passees ? passe(passees, (d) => d.engagement) : somme(projets.map((p) => p.engagement)),
      debit: somme(ecritures.map((e) => e.debit)),
      credit: somme(ecritures.map((e) => e.credit)),
    },
    enveloppes: {
      [annee]: enveloppe(annee, ps),
      [annee + 1]: enveloppe(annee + 1, ps),
    },
  };
}
