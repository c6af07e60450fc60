/**
 * Toutes les anomalies : gravité, étape, référence de la liste métier, source. Leurs phrases et leurs situations sont dans
 * `messages.ts` ; le compilateur refuse un code sans phrase ou une phrase sans code. `docs/anomalies.md` est tiré d'ici.
 */
import { INTERPRETATION, circ } from '../../reglement/sources';

export const GRAVITES = ['bloquante', 'alerte', 'information'] as const;
export type Gravite = (typeof GRAVITES)[number];

/** Ordre des étapes : structure du classeur, format des cellules, cohérence, règlement, calcul. */
export const ETAPES = ['structure', 'format', 'coherence', 'reglement', 'calcul'] as const;
export type EtapeControle = (typeof ETAPES)[number];

export const TITRES: Readonly<Record<EtapeControle, string>> = {
  structure: 'Structure du classeur',
  format: 'Format des cellules',
  coherence: 'Cohérence entre lignes et feuilles',
  reglement: 'Règlement',
  calcul: 'Montants',
};

export interface DefinitionAnomalie {
  readonly gravite: Gravite;
  readonly etape: EtapeControle;
  /** Repère de la liste des situations métier (C-…). */
  readonly reference: string;
  readonly source: string;
}

const d = (
  gravite: Gravite,
  etape: EtapeControle,
  reference: string,
  source: string,
): DefinitionAnomalie => ({ gravite, etape, reference, source });
const FORMAT = 'Contrat du classeur';

export const CATALOGUE = {
  'controle.impossible': d('bloquante', 'structure', 'C-INT-01', FORMAT),
  // Structure
  'colonne.absente': d('bloquante', 'structure', 'C-FMT-10', FORMAT),
  'colonne.en-double': d('bloquante', 'structure', 'C-FMT-10', FORMAT),
  'colonne.attendue-absente': d('alerte', 'structure', 'C-ID-08', FORMAT),
  'colonne.siret-absente': d('alerte', 'structure', 'C-ID-04', FORMAT),
  'colonne.non-lue': d('alerte', 'structure', 'C-FMT-14', FORMAT),
  'feuille.journal-non-lu': d('alerte', 'structure', 'C-FMT-14', FORMAT),
  'feuille.bonus-non-lus': d('alerte', 'structure', 'C-FMT-14', FORMAT),
  'feuille.projets-a-part': d('alerte', 'structure', 'C-FMT-14', FORMAT),
  'feuille.versements-a-part': d('alerte', 'structure', 'C-FMT-14', FORMAT),
  'feuille.en-double': d('bloquante', 'structure', 'C-FMT-10', FORMAT),
  'feuille.autre-annee': d('bloquante', 'structure', 'C-FMT-10', FORMAT),
  'feuille.masquee': d('information', 'structure', 'C-FMT-12', FORMAT),
  'feuille.tres-masquee': d('alerte', 'structure', 'C-FMT-12', FORMAT),
  'feuille.lignes-masquees': d('alerte', 'structure', 'C-FMT-12', FORMAT),
  'feuille.cellules-fusionnees': d('alerte', 'structure', 'C-FMT-12', FORMAT),
  'ligne.ignoree': d('information', 'structure', 'C-FMT-11', FORMAT),
  'ligne.autre-annee': d('alerte', 'structure', 'C-FMT-11', FORMAT),
  'ligne.autres-intitules': d('bloquante', 'structure', 'C-FMT-10', FORMAT),
  'bareme.absent': d('bloquante', 'structure', 'C-PAR-01', circ('3.2')),
  'bareme.bonus-absent': d('bloquante', 'structure', 'C-PAR-02', circ('3.3')),
  'bareme.montant-incoherent': d('alerte', 'structure', 'C-PAR-03', circ('3.2')),
  'bareme.modifie': d('information', 'structure', 'C-PAR-04', circ('3.2')),
  'bareme.annee-illisible': d('bloquante', 'structure', 'C-PAR-05', FORMAT),
  'bareme.annee-en-double': d('bloquante', 'structure', 'C-PAR-05', FORMAT),
  'parametres.caf-inconnue': d('alerte', 'structure', 'C-REM-05', circ('3.4')),
  // Format
  'cellule.montant-en-texte': d('information', 'format', 'C-FMT-01', FORMAT),
  'cellule.nombre-illisible': d('bloquante', 'format', 'C-FMT-02', FORMAT),
  'cellule.nombre-en-date': d('bloquante', 'format', 'C-FMT-02', FORMAT),
  'cellule.valeur-illisible': d('bloquante', 'format', 'C-FMT-02', FORMAT),
  'cellule.valeur-inconnue': d('alerte', 'format', 'C-FMT-02', FORMAT),
  'cellule.montant-ambigu': d('alerte', 'format', 'C-FMT-03', FORMAT),
  'cellule.nombre-negatif': d('bloquante', 'format', 'C-FMT-04', FORMAT),
  'cellule.nombre-non-entier': d('bloquante', 'format', 'C-FMT-05', FORMAT),
  'cellule.plus-de-deux-decimales': d('alerte', 'format', 'C-FMT-06', FORMAT),
  'cellule.date-illisible': d('bloquante', 'format', 'C-FMT-08', FORMAT),
  'cellule.date-en-texte': d('information', 'format', 'C-FMT-08', FORMAT),
  'cellule.oui-non-normalise': d('information', 'format', 'C-FMT-09', FORMAT),
  'cellule.choix-normalise': d('information', 'format', 'C-FMT-09', FORMAT),
  'dossier.en-date': d('bloquante', 'format', 'C-ID-11', FORMAT),
  'dossier.trop-long': d('bloquante', 'format', 'C-ID-11', FORMAT),
  'siret.absent': d('alerte', 'format', 'C-ID-04', FORMAT),
  'siret.invalide': d('alerte', 'format', 'C-ID-05', FORMAT),
  'siret.stocke-en-nombre': d('alerte', 'format', 'C-ID-06', FORMAT),
  'siret.arrondi': d('alerte', 'format', 'C-ID-06', FORMAT),
  'siret.siren': d('alerte', 'format', 'C-ID-07', FORMAT),
  'cellule.non-renseignee': d('alerte', 'format', 'C-ID-08', FORMAT),
  // Cohérence
  'dossier.absent': d('bloquante', 'coherence', 'C-ID-01', FORMAT),
  'dossier.doublon': d('bloquante', 'coherence', 'C-ID-02', FORMAT),
  'projet.doublon-possible': d('alerte', 'coherence', 'C-ID-03', circ('3.1')),
  'versement.dossier-inconnu': d('bloquante', 'coherence', 'C-ID-09', FORMAT),
  'collectif.dossier-inconnu': d('bloquante', 'coherence', 'C-ID-09', FORMAT),
  'avenant.non-compte': d('alerte', 'coherence', 'C-ACO-06', FORMAT),
  'remontee.caf-ou-annee-melangees': d('bloquante', 'coherence', 'C-ID-10', circ('3.4')),
  'collectif.detail-incomplet': d('alerte', 'coherence', 'C-COL-07', FORMAT),
  'collectif.detail-different': d('alerte', 'coherence', 'C-COL-07', FORMAT),
  'versement.incomplet': d('alerte', 'coherence', 'C-ACO-06', circ('3.4')),
  'versement.en-double': d('alerte', 'coherence', 'C-ACO-11', FORMAT),
  'ligne.annulee': d('alerte', 'coherence', 'C-FMT-11', FORMAT),
  'versement.date-future': d('alerte', 'coherence', 'C-ACO-12', FORMAT),
  'versement.avant-rentree': d('alerte', 'coherence', 'C-ACO-12', circ('3.4')),
  'versement.non-compte': d('bloquante', 'coherence', 'C-ACO-08', FORMAT),
  'acomptes.hors-journal': d('alerte', 'coherence', 'C-ACO-07', FORMAT),
  'projet.mis-a-ecart': d('information', 'coherence', 'C-REM-06', FORMAT),
  'projet.cout-unitaire-suspect': d('alerte', 'coherence', 'C-FMT-07', INTERPRETATION),
  // Règlement : collectifs
  'collectif.effectif-superieur': d('bloquante', 'reglement', 'C-COL-01', circ('2.1')),
  'collectif.effectif-inferieur': d('bloquante', 'reglement', 'C-COL-02', circ('2.1')),
  'collectif.effectif-inferieur-derogatoire': d('bloquante', 'reglement', 'C-COL-03', circ('2.1')),
  'collectif.derogatoire': d('information', 'reglement', 'C-COL-04', circ('2.1')),
  'projet.aucun-collectif': d('bloquante', 'reglement', 'C-COL-05', circ('3.2')),
  'projet.effectif-incompatible': d('alerte', 'reglement', 'C-COL-06', circ('2.1')),
  'projet.collectifs-superieurs-agrement': d('bloquante', 'reglement', 'C-COL-08', circ('3.1')),
  'collectif.rythme-insuffisant': d('alerte', 'reglement', 'C-COL-09', circ('2.1')),
  'collectif.rythme-trop-faible': d('bloquante', 'reglement', 'C-COL-09', circ('2.1')),
  'collectif.semaines-insuffisantes': d('alerte', 'reglement', 'C-COL-10', circ('2.1')),
  'collectif.periode-courte': d('information', 'reglement', 'C-COL-11', INTERPRETATION),
  'collectif.intervenants-insuffisants': d('alerte', 'reglement', 'C-COL-12', circ('2.1')),
  'collectif.sans-intervenant': d('bloquante', 'reglement', 'C-COL-12', circ('2.1')),
  'collectif.demarrage-precoce': d('information', 'reglement', 'C-COL-13', circ('2.1')),
  'collectif.fin-tardive': d('information', 'reglement', 'C-COL-14', circ('2.1')),
  'collectif.fin-apres-juin': d('alerte', 'reglement', 'C-COL-14', circ('3.4')),
  'collectif.dates-hors-annee': d('bloquante', 'reglement', 'C-COL-15', circ('2.1')),
  'projet.public-hors-champ': d('bloquante', 'reglement', 'C-COL-16', circ('2.1')),
  'projet.publics-multiples': d('alerte', 'reglement', 'C-COL-16', circ('3.1')),
  'projet.public-inconnu': d('alerte', 'reglement', 'C-COL-20', circ('2.1')),
  'collectif.lieu-absent-ou-multiple': d('alerte', 'reglement', 'C-COL-17', circ('2.1')),
  'collectif.domicile-sans-evenement': d('alerte', 'reglement', 'C-COL-18', circ('2.1')),
  'collectif.annee-incomplete': d('alerte', 'reglement', 'C-COL-19', INTERPRETATION),
  // Règlement : agrément et convention
  'agrement.absent': d('bloquante', 'reglement', 'C-ELI-01', circ('3.1')),
  'agrement.refuse': d('alerte', 'reglement', 'C-ELI-02', circ('3.1')),
  'agrement.refuse-bonus': d('alerte', 'reglement', 'C-ELI-02', circ('3.1')),
  'agrement.ajourne-paye': d('alerte', 'reglement', 'C-ELI-02', circ('3.1')),
  'agrement.date-future': d('alerte', 'reglement', 'C-ELI-03', circ('3.1')),
  'agrement.posterieur-au-versement': d('alerte', 'reglement', 'C-ELI-03', circ('3.1')),
  'agrement.sous-reserve': d('information', 'reglement', 'C-ELI-10', INTERPRETATION),
  'projet.axe-non-couvert': d('bloquante', 'reglement', 'C-ELI-04', circ('2.1')),
  'projet.aide-aux-devoirs': d('bloquante', 'reglement', 'C-ELI-05', circ('2.1')),
  'convention.absente': d('alerte', 'reglement', 'C-ELI-06', circ('3.4')),
  'convention.trop-longue': d('alerte', 'reglement', 'C-ELI-06', circ('3.1')),
  'convention.ne-couvre-pas': d('alerte', 'reglement', 'C-ELI-06', INTERPRETATION),
  // Règlement : bonus
  'bonus.superieur-aux-collectifs': d('bloquante', 'reglement', 'C-BON-01', circ('3.3')),
  'bonus.superieur-aux-reels': d('information', 'reglement', 'C-BON-09', INTERPRETATION),
  'bonus.demande': d('information', 'reglement', 'C-BON-10', circ('3.1')),
  'bonus.gestion-n': d('alerte', 'reglement', 'C-BON-11', circ('3.4')),
  'bonus.montant-inexact': d('bloquante', 'reglement', 'C-BON-03', circ('3.3')),
  'bonus.sans-projet': d('alerte', 'reglement', 'C-BON-04', circ('3.3')),
  'bonus.verse-trop-tot': d('bloquante', 'reglement', 'C-BON-05', circ('3.4')),
  'bonus.cumules-partout': d('information', 'reglement', 'C-BON-06', circ('3.3')),
  'bonus.avant-2021': d('bloquante', 'reglement', 'C-BON-08', circ('2.2')),
  'bonus.verse-avant-2021': d('alerte', 'reglement', 'C-BON-08', circ('2.2')),
  'bonus.verse-annee-en-cours': d('alerte', 'reglement', 'C-REM-04', circ('3.4')),
  // Règlement : versements
  'versement.acompte-n1-en-n': d('bloquante', 'reglement', 'C-ACO-03', circ('3.4')),
  'acomptes.n1-saisis-en-n': d('bloquante', 'reglement', 'C-ACO-03', circ('3.4')),
  'versement.acompte-n-en-n1': d('alerte', 'reglement', 'C-ACO-04', circ('3.4')),
  'versement.gestion-hors-annee': d('bloquante', 'reglement', 'C-ACO-08', circ('3.4')),
  // Calcul
  'bonus.sans-ps': d('bloquante', 'calcul', 'C-BON-02', circ('3.3')),
  'bonus.sans-ps-reelle': d('alerte', 'calcul', 'C-BON-02', circ('3.3')),
  'bonus.verse-different': d('alerte', 'calcul', 'C-BON-07', circ('3.3')),
  'bonus.verse-inconnu': d('bloquante', 'calcul', 'C-BON-07', circ('3.4')),
  'bonus.verse-superieur-accorde': d('bloquante', 'calcul', 'C-BON-07', circ('3.4')),
  'bonus.verse-autre-au-journal': d('bloquante', 'calcul', 'C-BON-07', circ('3.4')),
  'ps.plafond-applique': d('information', 'calcul', 'C-PS-01', circ('3.2')),
  'ps.cout-previsionnel-absent': d('alerte', 'calcul', 'C-PS-02', circ('3.2')),
  'ps.cout-reel-absent': d('alerte', 'calcul', 'C-PS-02', circ('3.4')),
  'ps.cout-reel-nul': d('alerte', 'calcul', 'C-PS-02', circ('3.4')),
  'ps.collectifs-reels-absents': d('alerte', 'calcul', 'C-ID-08', INTERPRETATION),
  'ps.ecart-budget': d('alerte', 'calcul', 'C-PS-03', INTERPRETATION),
  'ps.accorde-superieur': d('alerte', 'calcul', 'C-PS-04', circ('3.2')),
  'ps.verse-superieur': d('alerte', 'calcul', 'C-PS-04', circ('3.4')),
  'ps.annee-par-defaut': d('alerte', 'structure', 'C-PS-05', circ('3.2')),
  'ps.par-collectif-different': d('information', 'calcul', 'C-PS-06', INTERPRETATION),
  'ps.montant-saisi-different': d('alerte', 'calcul', 'C-FMT-13', FORMAT),
  'financement.depassement-80': d('bloquante', 'calcul', 'C-FIN-01', circ('3.1')),
  'financement.proche-80': d('information', 'calcul', 'C-FIN-02', circ('3.1')),
  'financement.sans-cofinanceur': d('alerte', 'calcul', 'C-FIN-03', circ('3.1')),
  'financement.recettes-superieures': d('alerte', 'calcul', 'C-FIN-04', INTERPRETATION),
  'financement.budget-desequilibre': d('alerte', 'calcul', 'C-FIN-05', INTERPRETATION),
  'financement.double': d('alerte', 'reglement', 'C-FIN-06', INTERPRETATION),
  'acomptes.n-superieurs': d('bloquante', 'calcul', 'C-ACO-01', circ('3.4')),
  'acomptes.n1-superieurs': d('bloquante', 'calcul', 'C-ACO-02', circ('3.4')),
  'acomptes.n-sans-date': d('alerte', 'calcul', 'C-ACO-01', INTERPRETATION),
  'acomptes.n1-sans-date': d('alerte', 'calcul', 'C-ACO-02', INTERPRETATION),
  'acomptes.apres-revision': d('alerte', 'calcul', 'C-ACO-05', circ('3.4')),
  'cloture.trop-verse-n': d('bloquante', 'calcul', 'C-CLO-01', circ('3.4')),
  'cloture.trop-verse-regulier': d('alerte', 'calcul', 'C-CLO-01', INTERPRETATION),
  'cloture.compte-de-resultat-absent': d('alerte', 'calcul', 'C-CLO-02', circ('3.4')),
  'cloture.ecart-charge-a-payer': d('alerte', 'calcul', 'C-CLO-03', circ('3.4')),
  'cloture.charge-sans-droit': d('alerte', 'calcul', 'C-CLO-03', circ('3.4')),
  'cloture.indu': d('alerte', 'calcul', 'C-CLO-04', circ('3.4')),
  'cloture.ecritures-desequilibrees': d('alerte', 'calcul', 'C-CLO-05', circ('3.4')),
  'cloture.ecriture-non-comptee': d('alerte', 'calcul', 'C-CLO-05', circ('3.4')),
  'cloture.compte-inconnu': d('alerte', 'calcul', 'C-CLO-06', circ('3.4')),
  'cloture.engagement-repris-deux-fois': d('alerte', 'calcul', 'C-CLO-05', circ('3.4')),
  'cloture.type-inconnu': d('alerte', 'calcul', 'C-ID-08', INTERPRETATION),
  'cloture.sans-budget': d('alerte', 'calcul', 'C-CLO-07', circ('3.4')),
} as const satisfies Readonly<Record<string, DefinitionAnomalie>>;

export type Code = keyof typeof CATALOGUE;
