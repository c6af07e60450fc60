/**
 * L'arrêté des comptes (Circ. § 3.4) : les écritures de chaque projet agréé, leurs totaux, et ce que l'année
 * scolaire pèse sur les enveloppes de N et de N+1.
 */
import type { CalculProjet } from '../../calcul/montants';
import type { Examen } from '../../examiner';
import { tropVerseN } from '../../../reglement/cloture';
import { specificite } from '../../../reglement/comptes';
import { ecrituresArrete, type Ecriture } from '../../../reglement/ecritures';
import { enveloppe } from '../../../reglement/enveloppe';
import { somme, type Decimal } from '../../../valeurs/montant';
import type { IdentiteCaf } from '../../cafs';

export interface EcritureDossier extends Ecriture {
  readonly dossier: string;
  readonly gestionnaire: string | null;
  /** Suivi statistique selon le bénéficiaire ; `null` quand son type n'est pas saisi. */
  readonly specificite: string | null;
}

/** Ce qui explique la charge à payer d'un projet : 4/10 bruts, moins les acomptes de N. */
export interface ProjetCloture {
  readonly dossier: string;
  readonly gestionnaire: string | null;
  readonly specificite: string | null;
  readonly psRetenue: Decimal;
  readonly partN: Decimal;
  readonly acomptesN: Decimal;
  readonly chargeAPayer: Decimal;
  readonly tropVerse: Decimal;
  readonly engagement: Decimal;
}

export interface Cloture extends IdentiteCaf {
  readonly annee: number;
  readonly projets: readonly ProjetCloture[];
  readonly ecritures: readonly EcritureDossier[];
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
      specificite: projet.typeGestionnaire === null ? null : specificite(projet.typeGestionnaire),
      psRetenue,
      partN,
      acomptesN,
      chargeAPayer,
      tropVerse: tropVerseN(psRetenue, acomptesN).montant,
      engagement,
    },
  ];
}

/** L'arrêté d'un classeur examiné ; les portes refusent d'abord un classeur bloqué (`blocage.ts`). */
export function creerCloture({ lecture, calculs }: Examen): Cloture {
  const { annee, caf, nomCaf, codeOrganisme } = lecture.parametres;
  const projets = calculs.flatMap(projetClos);
  const ecritures = projets.flatMap((p) =>
    ecrituresArrete(annee, p.chargeAPayer, p.engagement).map((e) => ({
      mois: e.mois,
      exercice: e.exercice,
      compte: e.compte,
      libelle: e.libelle,
      debit: e.debit,
      credit: e.credit,
      dossier: p.dossier,
      gestionnaire: p.gestionnaire,
      specificite: p.specificite,
    })),
  );
  const ps = projets.map((p) => ({ annee, ps: p.psRetenue }));
  return {
    annee,
    caf,
    nomCaf,
    codeOrganisme,
    projets,
    ecritures,
    totaux: {
      chargeAPayer: somme(projets.map((p) => p.chargeAPayer)),
      engagement: somme(projets.map((p) => p.engagement)),
      debit: somme(ecritures.map((e) => e.debit)),
      credit: somme(ecritures.map((e) => e.credit)),
    },
    enveloppes: {
      [annee]: enveloppe(annee, ps),
      [annee + 1]: enveloppe(annee + 1, ps),
    },
  };
}
