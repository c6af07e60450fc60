/**
 * Les données de la remontée de janvier (Circ. § 3.4) : les projets agréés qui ont au moins un bonus, dans le bloc des
 * bonus accordés ; ce qui a été payé pour l'année précédente, dans celui des bonus versés ; les totaux de contrôle.
 */
import { nomConnu, type IdentiteCaf } from '../../cafs';
import type { Compte } from '../../anomalies/anomalie';
import type { Gravite } from '../../anomalies/catalogue';
import type { BonusVerse } from '../../colonnes/bonusVerses';
import type { CalculProjet } from '../../calcul/montants';
import { nombreBonus } from '../../controle/contexte';
import { texteDe } from '../../../valeurs/texte';
import type { Examen } from '../../examiner';
import { ZERO, type Decimal } from '../../../valeurs/montant';
import { siretExact } from '../../../valeurs/siret';
import type { LigneRemontee, TotauxRemontee } from './presentation';
import { totauxDe } from './totaux';

/** Un dossier mis à l'écart par l'agent, et son motif : il ne remonte pas, il se dit. */
export interface DossierEcarte {
  readonly dossier: string | null;
  readonly gestionnaire: string | null;
  readonly motif: string | null;
}

export interface DonneesRemontee extends IdentiteCaf {
  readonly annee: number;
  readonly accordes: readonly LigneRemontee[];
  readonly verses: readonly LigneRemontee[];
  readonly totaux: TotauxRemontee;
  readonly ecartes: readonly DossierEcarte[];
}

/** Anomalies d'un même code, comptées. */
export interface LigneResume {
  readonly reference: string;
  readonly gravite: Gravite;
  readonly situation: string;
  readonly nombre: number;
}

interface ResumeAnomalies {
  readonly compte: Compte;
  /** Parmi les alertes, celles que la Caf a justifiées. */
  readonly justifiees: number;
  readonly resume: readonly LigneResume[];
}

/** Montant de chaque bonus et leur source ; `null` : absents du barème, quand aucun n'est accordé. */
interface BaremeBonus {
  readonly bonusEnfants: Decimal | null;
  readonly bonusParents: Decimal | null;
  readonly source: string | null;
}

export interface Remontee extends DonneesRemontee {
  readonly empreinte: string;
  readonly anomalies: ResumeAnomalies;
  readonly versionRegles: string;
  readonly bareme: BaremeBonus;
  /** Empreinte de la feuille Contrôle. */
  readonly sceau: string;
}

/**
 * Une seule forme pour un même texte : « é » composé ou décomposé, blancs réduits, donnent la même empreinte ;
 * les deux caractères qu'aucun fichier .xlsx ne peut porter sont ôtés.
 */
export const propre = (texte: string | null): string | null =>
  texteDe(texte?.replace(/[\ufffe\uffff]/g, '') ?? null)?.normalize('NFC') ?? null;

function ligneAccordee({ projet: p, collectifsRetenus, montants }: CalculProjet): LigneRemontee {
  return {
    dossier: propre(p.dossier) ?? '',
    gestionnaire: propre(p.gestionnaire),
    // un Siret faux reste dans le classeur, où il se signale
    siret: siretExact(p.siret),
    action: propre(p.action),
    commune: propre(p.commune),
    public: p.public,
    collectifs: collectifsRetenus ?? 0,
    bonusEnfants: p.bonusEnfants ?? 0,
    bonusParents: p.bonusParents ?? 0,
    montantEnfants: montants.bonusEnfants.montant ?? ZERO,
    montantParents: montants.bonusParents.montant ?? ZERO,
    montant: montants.bonus.montant ?? ZERO,
  };
}

/** Un bonus versé : de la feuille Bonus versés, ou repris du journal de l'année précédente. */
type BonusPaye = Pick<BonusVerse, 'dossier' | 'gestionnaire' | 'bonusEnfants' | 'bonusParents' | 'montant'>;

const ligneVersee = (b: BonusPaye): LigneRemontee => ({
  dossier: propre(b.dossier) ?? '',
  gestionnaire: propre(b.gestionnaire),
  siret: null,
  action: null,
  commune: null,
  public: null,
  collectifs: null,
  bonusEnfants: b.bonusEnfants,
  bonusParents: b.bonusParents,
  montantEnfants: null,
  montantParents: null,
  montant: b.montant ?? ZERO,
});

/** `repris` : les bonus versés du journal précédent, au lieu de la feuille Bonus versés. */
export function donneesRemontee(
  { lecture, calculs }: Pick<Examen, 'lecture' | 'calculs'>,
  repris?: readonly BonusPaye[],
): DonneesRemontee {
  const { parametres, bonusVerses } = lecture;
  const { annee, caf } = parametres;
  const saisie = { caf, nomCaf: propre(parametres.nomCaf), codeOrganisme: propre(parametres.codeOrganisme) };
  const accordes = calculs.filter((c) => c.agree && nombreBonus(c.projet) > 0).map(ligneAccordee);
  const verses = (repris ?? bonusVerses?.lignes ?? []).map(ligneVersee);
  return {
    ...saisie,
    nomCaf: nomConnu(saisie),
    annee,
    accordes,
    verses,
    totaux: totauxDe({ accordes, verses }),
    ecartes: calculs
      .filter((c) => c.ecarte)
      .map(({ projet: p }) => ({
        dossier: propre(p.dossier),
        gestionnaire: propre(p.gestionnaire),
        motif: propre(p.misAlEcart),
      })),
  };
}

/** Aucune ligne : la Caf déclare n'avoir rien à remonter. */
export const estNeant = ({ accordes, verses }: DonneesRemontee): boolean =>
  accordes.length === 0 && verses.length === 0;
