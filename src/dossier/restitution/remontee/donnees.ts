/**
 * Les données de la remontée de janvier (Circ. § 3.4) : les projets agréés qui ont au moins un bonus, dans le bloc des
 * bonus accordés ; ce qui a été payé pour l'année précédente, dans celui des bonus versés ; les totaux de contrôle.
 */
import { cafDesignee } from '../../cafs';
import type { BonusVerse } from '../../colonnes/bonusVerses';
import type { CalculProjet } from '../../calcul/montants';
import { nombreBonus } from '../../controle/contexte';
import { texteDe } from '../../../valeurs/texte';
import type { Examen } from '../../examiner';
import { ZERO, somme } from '../../../valeurs/montant';
import { empreinteDe, type DonneesRemontee } from './empreinte';
import { nomFichier } from './identite';
import type { LigneRemontee, TotauxRemontee } from './presentation';

/** De quoi remplir la feuille : les données, et le fichier auquel elle renvoie. */
export interface RemonteePresentee extends DonneesRemontee {
  readonly empreinte: string;
  readonly fichier: string;
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
    siret: propre(p.siret),
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

export function donneesRemontee({ lecture, calculs }: Pick<Examen, 'lecture' | 'calculs'>): DonneesRemontee {
  const { parametres, bonusVerses } = lecture;
  const { annee, caf } = parametres;
  const saisie = { caf, nomCaf: propre(parametres.nomCaf), codeOrganisme: propre(parametres.codeOrganisme) };
  const accordes = calculs.filter((c) => c.agree && nombreBonus(c.projet) > 0).map(ligneAccordee);
  const verses = (bonusVerses?.lignes ?? []).map(ligneVersee);
  return {
    ...saisie,
    nomCaf: saisie.nomCaf ?? cafDesignee(saisie)?.nom ?? null,
    annee,
    accordes,
    verses,
    totaux: totauxDe(accordes, verses),
  };
}

/** Aucune ligne : la Caf déclare n'avoir rien à remonter. */
export const estNeant = ({ accordes, verses }: DonneesRemontee): boolean =>
  accordes.length === 0 && verses.length === 0;

export async function presenter(examen: Examen): Promise<RemonteePresentee> {
  const donnees = donneesRemontee(examen);
  return {
    ...donnees,
    empreinte: await empreinteDe(donnees),
    fichier: nomFichier(donnees.annee, donnees),
  };
}
