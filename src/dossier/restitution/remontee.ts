/**
 * La remontée de janvier (Circ. § 3.4) : les projets agréés qui ont au moins un bonus, dans le bloc des bonus
 * accordés ; ce qui a été payé pour l'année précédente, dans celui des bonus versés ; les totaux de contrôle.
 */
import { CATALOGUE, type Code, type Gravite } from '../anomalies/catalogue';
import type { Anomalie, Compte } from '../anomalies/anomalie';
import type { BonusVerse } from '../colonnes/bonusVerses';
import type { CalculProjet } from '../calcul/montants';
import { nombreBonus } from '../controle/contexte';
import { texteDe } from '../lecture/texte';
import type { Examen } from '../examiner';
import { anneeScolaire } from '../../reglement/annee';
import { euros } from '../../reglement/explication';
import { ZERO, somme } from '../../reglement/montant';
import { circ } from '../../reglement/sources';
import { empreinteDe, type DonneesRemontee } from './empreinte';
import { cafDesignee, nomFichier } from './identite';
import type { LigneRemontee, TotauxRemontee } from './presentation';

/** À augmenter quand une règle change de résultat. */
const VERSION_REGLES = `${circ('3.4')}, version 1`;

/** Anomalies d'un même code, comptées. */
export interface LigneResume {
  readonly reference: string;
  readonly gravite: Gravite;
  readonly situation: string;
  readonly nombre: number;
}

export interface Remontee extends DonneesRemontee {
  /** Aucune ligne : la Caf déclare n'avoir rien à remonter. */
  readonly neant: boolean;
  readonly anomalies: { readonly compte: Compte; readonly resume: readonly LigneResume[] };
  readonly versionRegles: string;
  /** Montants des bonus appliqués et leur source. */
  readonly bareme: string;
  readonly empreinte: string;
  readonly fichier: string;
}

/**
 * Une seule forme pour un même texte : « é » composé ou décomposé, blancs réduits, donnent la même empreinte ;
 * les deux caractères qu'aucun fichier .xlsx ne peut porter sont ôtés.
 */
const propre = (texte: string | null): string | null =>
  texteDe(texte?.replace(/[\ufffe\uffff]/g, '') ?? null)?.normalize('NFC') ?? null;

function ligneAccordee({ projet: p, collectifsRetenus, montants }: CalculProjet): LigneRemontee {
  return {
    dossier: propre(p.dossier) ?? '',
    gestionnaire: propre(p.gestionnaire),
    siret: propre(p.siret),
    action: propre(p.action),
    commune: propre(p.commune),
    public: p.public,
    collectifs: collectifsRetenus ?? 0,
    bonusEnfants: p.bonusEnfants ?? 0,
    bonusParents: p.bonusParents ?? 0,
    montantEnfants: montants.bonusEnfants ?? ZERO,
    montantParents: montants.bonusParents ?? ZERO,
    montant: montants.bonus ?? ZERO,
  };
}

const ligneVersee = (b: BonusVerse): LigneRemontee => ({
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

type Lignes = readonly LigneRemontee[];
const compter = (lignes: Lignes, cle: 'collectifs' | 'bonusEnfants' | 'bonusParents'): number =>
  lignes.reduce((n, l) => n + (l[cle] ?? 0), 0);
const additionner = (lignes: Lignes, cle: 'montantEnfants' | 'montantParents' | 'montant') =>
  somme(lignes.map((l) => l[cle] ?? ZERO));

/** Totaux de contrôle : toujours la somme des lignes, jamais une valeur reprise d'ailleurs. */
export const totauxDe = (accordes: Lignes, verses: Lignes): TotauxRemontee => ({
  projets: accordes.length,
  collectifs: compter(accordes, 'collectifs'),
  collectifsBonusEnfants: compter(accordes, 'bonusEnfants'),
  collectifsBonusParents: compter(accordes, 'bonusParents'),
  bonusEnfants: additionner(accordes, 'montantEnfants'),
  bonusParents: additionner(accordes, 'montantParents'),
  bonusAccordes: additionner(accordes, 'montant'),
  bonusVerses: additionner(verses, 'montant'),
});

function resumer(anomalies: readonly Anomalie[]): LigneResume[] {
  const nombres = new Map<Code, number>();
  for (const { code } of anomalies) nombres.set(code, (nombres.get(code) ?? 0) + 1);
  return (Object.keys(CATALOGUE) as Code[]).flatMap((code) => {
    const nombre = nombres.get(code);
    const { reference, gravite, situation } = CATALOGUE[code];
    return nombre === undefined ? [] : [{ reference, gravite, situation, nombre }];
  });
}

function baremeEnMots({ annee, bareme }: Examen['lecture']['parametres']): string {
  if (!bareme?.bonusEnfants || !bareme.bonusParents) return 'aucun';
  const { bonusEnfants, bonusParents, source } = bareme;
  const enMots = `${anneeScolaire(annee)} : ${euros(bonusEnfants)} par bonus enfants, ${euros(bonusParents)} par bonus parents (${source})`;
  return propre(enMots) ?? '';
}

/** La remontée d'un classeur examiné ; les portes refusent d'abord un classeur bloqué (`blocage.ts`). */
export async function creerRemontee({ lecture, calculs, anomalies, compte }: Examen): Promise<Remontee> {
  const { parametres, bonusVerses } = lecture;
  const { annee, caf } = parametres;
  const saisie = { caf, nomCaf: propre(parametres.nomCaf), codeOrganisme: propre(parametres.codeOrganisme) };
  const accordes = calculs.filter((c) => c.agree && nombreBonus(c.projet) > 0).map(ligneAccordee);
  const verses = (bonusVerses?.lignes ?? []).map(ligneVersee);
  const donnees: DonneesRemontee = {
    ...saisie,
    nomCaf: saisie.nomCaf ?? cafDesignee(saisie)?.nom ?? null,
    annee,
    accordes,
    verses,
    totaux: totauxDe(accordes, verses),
  };
  return {
    ...donnees,
    neant: accordes.length === 0 && verses.length === 0,
    anomalies: { compte, resume: resumer(anomalies) },
    versionRegles: VERSION_REGLES,
    bareme: baremeEnMots(parametres),
    empreinte: await empreinteDe(donnees),
    fichier: nomFichier(annee, donnees),
  };
}
