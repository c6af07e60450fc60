/**
 * Les mots des anomalies : la phrase de chacune (le fait, ce qui est attendu, ce qu'il faut faire), puis sa situation et
 * son titre, qui se disent sans cellule ni montant. Une par code, et nulle part ailleurs.
 * Les montants arrivent déjà écrits (« 1 234,56 € ») ; `v` est la valeur telle que saisie.
 */
import { s } from '../../valeurs/pluriel';
import type { Code } from './catalogue';
import { anneeScolaire } from '../../reglement/annee';
import { pourCent } from '../../reglement/explication';
import { ANNEE_DE_TRANSITION, COFINANCEMENT, GESTION, PREMIERE_ANNEE } from '../../reglement/parametres';

/** « 80 % » */
const MAXIMUM = pourCent(COFINANCEMENT.tauxMaximum);

/** Un critère qui manque : la dernière année de transition, le porteur peut s'en justifier ; ensuite, il le remplit. */
const remplir = (annee: number, quoi: string, sinon = ''): string =>
  annee > ANNEE_DE_TRANSITION
    ? `Faire compléter ${quoi}${sinon && `, ou demander ${sinon}`}.`
    : `Demander une justification${sinon && ` ou ${sinon}`}.`;

/** « 1 séance par semaine ; il faut… » : un seul deux-points par phrase, celui qui annonce le fait. */
const sansDeuxPoints = (fait: string, liaison = ''): string => fait.replace(' : ', ` ; ${liaison}`);

/** L'intitulé d'une colonne ; `parametre` : celui d'une rangée de la feuille Paramètres. */
interface Intitule {
  readonly col: string;
  readonly parametre?: boolean;
}
const dans = ({ col, parametre }: Intitule): string =>
  parametre === true ? `au paramètre « ${col} »` : `dans la colonne ${col}`;
const nommer = ({ col, parametre }: Intitule): string =>
  `${parametre === true ? 'Paramètre' : 'Colonne'} « ${col} »`;

export const MESSAGES = {
  'controle.impossible': (p: { nom: string; raison: string }) =>
    `Contrôle « ${p.nom} » impossible (${p.raison}) : le classeur n’est pas en cause. Signaler cette phrase à l’équipe de Clas.`,
  'colonne.absente': (p: { col: string; liste: string }) =>
    `Colonne obligatoire introuvable : ${p.col} (intitulés reconnus : ${p.liste}). Ajouter la colonne, corriger son intitulé, ou la désigner à la main.`,
  'colonne.en-double': (p: { col: string; cellules: string }) =>
    `Plusieurs colonnes pour « ${p.col} » (${p.cellules}). Garder un seul intitulé, ou désigner la bonne colonne à la main.`,
  'colonne.attendue-absente': (p: { col: string }) =>
    `Colonne « ${p.col} » absente : rien n’en est contrôlé. L’ajouter si l’information existe.`,
  'colonne.siret-absente': () =>
    'Colonne « Siret » absente : les gestionnaires ne sont pas identifiés. L’ajouter, au format Texte.',
  'colonne.non-lue': (p: { entete: string; col: string }) =>
    `Colonne « ${p.entete} » non lue : ressemble à « ${p.col} ». La désigner, ou la renommer.`,
  'colonne.rivale': (p: { entete: string; col: string; n: number }) =>
    `Colonne « ${p.entete} » non lue : « ${p.col} » compte à sa place, et en diffère (ligne ${p.n}). Désigner la bonne, ou ôter l’autre.`,
  'feuille.journal-non-lu': (p: { v: string }) =>
    `Feuille « ${p.v} » non lue : elle a les intitulés de la feuille Versements. La désigner, ou la renommer « Versements ».`,
  'feuille.bonus-non-lus': (p: { v: string }) =>
    `Feuille « ${p.v} » non lue : elle a les intitulés de la feuille Bonus versés. La désigner, ou la renommer « Bonus versés ».`,
  'feuille.projets-a-part': (p: { v: string; lue: string }) =>
    `Feuille « ${p.v} » non lue : elle a des projets agréés qui ne sont pas dans « ${p.lue} ». Les y réunir, ou écarter cette feuille.`,
  'feuille.versements-a-part': (p: { v: string; lue: string }) =>
    `Feuille « ${p.v} » non lue : elle a des versements qui ne sont pas dans « ${p.lue} ». Les y réunir, ou écarter cette feuille.`,
  'feuille.en-double': (p: { role: string; feuilles: string }) =>
    `Plusieurs feuilles pour « ${p.role} » (${p.feuilles}). N’en garder qu’une, ou désigner la bonne.`,
  'feuille.autre-annee': (p: { v: string; annee: string }) =>
    `Feuille « ${p.v} » : son nom est d’une autre année que ${p.annee}. La renommer, ou la désigner.`,
  'feuille.masquee': (p: { v: string }) =>
    `Feuille « ${p.v} » masquée, et lue : elle compte dans les calculs. L’afficher pour la relire.`,
  'feuille.tres-masquee': (p: { v: string }) =>
    `Feuille « ${p.v} » masquée, absente du menu Afficher d’Excel, et pourtant lue : elle compte dans les calculs. Vérifier d’où elle vient.`,
  'feuille.lignes-masquees': (p: { n: number }) =>
    `${p.n} ligne${s(p.n)} masquée${s(p.n)} ou filtrée${s(p.n)} : elle${s(p.n)} compte${p.n > 1 ? 'nt' : ''} dans les calculs. Les afficher pour les relire.`,
  'feuille.colonnes-masquees': (p: { n: number; colonnes: string }) =>
    `${p.n} colonne${s(p.n)} masquée${s(p.n)} (${p.colonnes}), et lue${s(p.n)} : elle${s(p.n)} compte${p.n > 1 ? 'nt' : ''} dans les calculs. Les afficher pour les relire.`,
  'feuille.cellules-fusionnees': (p: { n: number; plages: string }) =>
    `${p.n} plage${s(p.n)} de cellules fusionnées (${p.plages}) : seule la première cellule porte la valeur. Défusionner.`,
  'ligne.ignoree': (p: { n: number | string; motif: string }) =>
    `${typeof p.n === 'number' ? `Ligne ${p.n} ignorée` : `Lignes ${p.n} ignorées`} (${p.motif}). Rien à faire si ce n’est pas une donnée ; sinon, y saisir le numéro de dossier.`,
  'ligne.autre-annee': (p: { n: number | string; annee: string; parTitre: boolean }) =>
    `${typeof p.n === 'number' ? `Ligne ${p.n} non comptée` : `Lignes ${p.n} non comptées`} : ${p.parTitre ? 'le titre au-dessus est' : 'la campagne est celle'} d’une autre année. Rien à faire si c’est le cas ; sinon, corriger ${p.parTitre ? 'ce titre' : 'la campagne'} (${p.annee}).`,
  'ligne.autres-intitules': (p: { n: number | string; entete: number }) =>
    `${typeof p.n === 'number' ? `Ligne ${p.n} non lue` : `Lignes ${p.n} non lues`} : les intitulés au-dessus ne sont pas ceux de la ligne ${p.entete}. Les mettre sous les mêmes colonnes, ou dans une autre feuille.`,
  'bareme.absent': (p: { annee: string }) =>
    `Barème ${p.annee} absent : saisir dans Paramètres le taux, le prix plafond, le montant maximal et les bonus publiés par la Cnaf, avec leur source.`,
  'bareme.bonus-absent': (p: { annee: string }) =>
    `Montant des bonus ${p.annee} absent des paramètres : le saisir au barème, avec sa source.`,
  'bareme.montant-incoherent': (p: { m: string; p: string; t: string; x: string }) =>
    `Montant maximal ${p.m} incohérent avec ${p.p} × ${p.t} = ${p.x}. Vérifier le barème publié.`,
  'bareme.modifie': (p: { annee: string; publie: boolean }) =>
    p.publie
      ? `Barème ${p.annee} modifié à la main : il s’applique à la place du barème publié. Vérifier sa source, ou rétablir celui-ci.`
      : `Barème ${p.annee} saisi à la main, sans source. L’indiquer.`,
  'bareme.annee-illisible': (p: { v: string }) =>
    `Ligne du barème à l’année illisible (« ${p.v} ») : elle n’est pas lue. Saisir l’année, par exemple 2021 ou 2021-2022.`,
  'bareme.annee-en-double': (p: { annee: string; lignes: string }) =>
    `Plusieurs barèmes différents pour ${p.annee} (lignes ${p.lignes}) : rien ne dit lequel vaut. N’en garder qu’un.`,
  'parametres.caf-inconnue': (p: { v: string }) =>
    `Caf émettrice non renseignée ou inconnue${p.v}. Saisir dans Paramètres le code du département et, dans le 64, le nom de la Caf.`,
  'cellule.montant-en-texte': (p: { v: string; n: string }) =>
    `Nombre saisi en texte (« ${p.v} ») : lu comme ${p.n}. Le ressaisir en nombre pour lever le doute.`,
  'cellule.nombre-illisible': (p: { v: string; horsDePortee?: boolean } & Intitule) =>
    p.horsDePortee === true
      ? `Nombre « ${p.v} » hors de portée ${dans(p)} : vérifier ce qui y est saisi.`
      : `Valeur « ${p.v} » illisible ${dans(p)} : saisir un nombre.`,
  'cellule.valeur-illisible': (p: { v: string; attendu: string } & Intitule) =>
    `Valeur « ${p.v} » illisible ${dans(p)} : ${p.attendu}.`,
  'cellule.valeur-inconnue': (p: { v: string; col: string; attendu: string }) =>
    `Valeur « ${p.v} » non comprise dans la colonne ${p.col} : elle n’est pas retenue. ${p.attendu}.`,
  'cellule.nombre-en-date': (p: { v: string; genre: string; attendu: string }) =>
    `« ${p.v} » est ${p.genre}, pas ${p.attendu}. Rendre à la cellule un format Nombre et vérifier sa valeur.`,
  'cellule.montant-ambigu': (p: { v: string; n: string }) =>
    `« ${p.v} » est ambigu (milliers ou décimales ?) : lu comme ${p.n}. Confirmer en saisissant le nombre.`,
  'cellule.nombre-negatif': (p: { v: string; remede?: string | undefined } & Intitule) =>
    `${nommer(p)} : nombre négatif (${p.v}). ${p.remede ?? 'Corriger le signe.'}`,
  'cellule.nombre-non-entier': (p: { col: string; v: string }) =>
    `Colonne « ${p.col} » : nombre entier attendu (${p.v}). Corriger la saisie.`,
  'cellule.plus-de-deux-decimales': (p: { v: string; n: string } & Intitule) =>
    `${nommer(p)} : plus de deux décimales (${p.v}), arrondi à ${p.n}. Confirmer le montant.`,
  'cellule.date-illisible': (p: { v: string }) =>
    `Date « ${p.v} » illisible : format attendu jj/mm/aaaa. Ressaisir la date.`,
  'cellule.date-en-texte': (p: { v: string; n: string }) =>
    `Date saisie en texte (« ${p.v} ») : lue comme ${p.n}. La ressaisir en date pour lever le doute.`,
  'cellule.oui-non-normalise': (p: { v: string; n: string }) =>
    `Valeur « ${p.v} » lue comme ${p.n}. Préférer oui ou non.`,
  'cellule.choix-normalise': (p: { v: string; n: string; liste: string }) =>
    `Valeur « ${p.v} » lue comme ${p.n}. Préférer ${p.liste}.`,
  'dossier.en-date': (p: { v: string }) =>
    `« ${p.v} » est une date : mettre la colonne au format Texte et ressaisir le numéro de dossier.`,
  'dossier.trop-long': (p: { v: string }) =>
    `Numéro de dossier « ${p.v} » stocké en nombre : au-delà de quinze chiffres, Excel remplace les derniers par des zéros. Mettre la colonne au format Texte et ressaisir le numéro.`,
  'siret.absent': () => 'Siret du gestionnaire manquant. Le saisir (14 chiffres, format Texte).',
  'siret.invalide': (p: { v: string }) =>
    `Siret « ${p.v} » invalide (14 chiffres, clé de contrôle). Vérifier auprès du gestionnaire.`,
  'siret.stocke-en-nombre': (p: { v: string; corrige: string }) =>
    `Siret « ${p.v} » stocké comme nombre : vérifier « ${p.corrige} ». Mettre la colonne au format Texte et le ressaisir.`,
  'siret.arrondi': (p: { v: string }) =>
    `Siret « ${p.v} » arrondi par Excel : ses derniers chiffres sont perdus. Mettre la colonne au format Texte et le ressaisir.`,
  'siret.siren': (p: { v: string }) =>
    `Siren « ${p.v} » saisi à la place du Siret. Ajouter les cinq chiffres de l’établissement.`,
  'cellule.non-renseignee': (p: { col: string }) => `${p.col} : cellule vide. La compléter.`,
  'dossier.absent': () => 'Numéro de dossier manquant. Le saisir, ou vider la ligne.',
  'dossier.doublon': (p: { id: string; n: number; lignes: string }) =>
    `Dossier ${p.id} présent ${p.n} fois (lignes ${p.lignes}). Donner à chacune son numéro, ou n’en garder qu’une.`,
  'projet.doublon-possible': (p: { ligne: number }) =>
    `Doublon possible : même gestionnaire, même action et même public que la ligne ${p.ligne}. Vérifier qu’il s’agit de deux projets.`,
  'versement.dossier-inconnu': (p: { id: string }) =>
    `Versement non compté : dossier ${p.id} absent de la feuille Projets. Corriger le numéro, ou ajouter le projet.`,
  'collectif.dossier-inconnu': (p: { id: string }) =>
    `Collectif rattaché au dossier ${p.id}, absent de la feuille Projets. Corriger le numéro, ou ajouter le projet.`,
  'avenant.non-compte': (p: { fait: string }) =>
    `Avenant non pris en compte : ${p.fait}. Compléter ou corriger la ligne.`,
  'remontee.caf-ou-annee-melangees': (p: { liste: string }) =>
    `Le classeur mélange ${p.liste} : une seule Caf et une seule année scolaire par remontée. Séparer les projets.`,
  'collectif.detail-incomplet': (p: { d: number; c: number }) =>
    `${p.d} collectif${s(p.d)} détaillé${s(p.d)} pour ${p.c} déclaré${s(p.c)}. Compléter la feuille Collectifs ou corriger le nombre.`,
  'collectif.detail-different': (p: { col: string; d: string; a: string }) =>
    `${p.col} : ${p.d} au total des collectifs, ${p.a} dans Projets. Corriger l’un ou l’autre.`,
  'versement.incomplet': (p: { champ: string; suite: string }) =>
    `Versement incomplet : ${p.champ}. ${p.suite}`,
  'versement.en-double': (p: { ligne: number }) =>
    `Versement identique à celui de la ligne ${p.ligne} (dossier, nature, gestion, date, montant, référence) : les deux comptent. Supprimer celui de trop, ou donner à chacun sa référence.`,
  /** `v` : ce qui le dit ; `null`, un trait sur la ligne. `col` : l'intitulé au-dessus ; `null`, c'est un titre. */
  'ligne.annulee': (p: { v: string | null; col: string | null; versement: boolean }) =>
    `${p.v === null ? 'Texte barré sur la ligne' : p.col === null ? `Sous le titre « ${p.v} »` : `« ${p.v} » sous « ${p.col} »`} : ${p.versement ? 'ce versement compte pourtant. S’il n’a pas été payé, ôter la ligne ; s’il a été repris, saisir un reversement ou un indu.' : 'ce projet compte pourtant. S’il ne doit pas compter, corriger l’avis, ou remplir « Mis à l’écart ».'}`,
  'versement.date-future': (p: { d: string; au: string }) =>
    `Versement daté du ${p.d}, après le jour de l’examen (${p.au}). Vérifier la date.`,
  'versement.avant-rentree': (p: { d: string; rentree: string }) =>
    `Versement daté du ${p.d}, avant le ${p.rentree}. Vérifier la date, ou l’année du dossier.`,
  'versement.non-compte': (p: { fait: string; geste: string }) =>
    `Versement non compté : ${p.fait}. ${p.geste}.`,
  'acomptes.hors-journal': (p: { a: string; col: string }) =>
    `${p.a} saisis dans « ${p.col} » mais absents de la feuille Versements : non comptés. Les porter au journal, ou vider la cellule.`,
  'projet.mis-a-ecart': (p: { id: string; motif: string }) =>
    `Dossier ${p.id} mis à l’écart : ${p.motif}. Vider « Mis à l’écart » pour le compter de nouveau.`,
  'projet.cout-unitaire-suspect': (p: { v: string }) =>
    `Coût par collectif de ${p.v} : vérifier l’unité (€, k€, centimes).`,
  'collectif.effectif-superieur': (p: { fait: string }) =>
    `Collectif de ${p.fait}. Saisir l’effectif simultané, pas le cumul de l’année, ou créer un second collectif.`,
  'collectif.effectif-inferieur': (p: { fait: string }) =>
    `Collectif de ${p.fait}. Corriger l’effectif, ou indiquer la dérogation.`,
  'collectif.effectif-inferieur-derogatoire': (p: { fait: string }) =>
    `Collectif de ${p.fait}. Corriger l’effectif, ou retirer le collectif.`,
  'collectif.derogatoire': (p: { motif: string; e: number }) =>
    `Collectif dérogatoire (${p.motif}) : ${p.e} enfants. Rien à corriger si la dérogation est justifiée.`,
  'projet.aucun-collectif': (p: { objet: string }) =>
    `Aucun collectif retenu pour ${p.objet} : Ps et bonus non calculables. Saisir leur nombre ; si aucun n’est agréé, l’agrément « refusé » ; si aucun n’a fonctionné, 0 au coût réel.`,
  'projet.effectif-incompatible': (p: { e: number; c: number; min: number; max: number }) =>
    `${p.e} enfant${s(p.e)} pour ${p.c} collectif${s(p.c)} : entre ${p.min} et ${p.max} attendus. Vérifier l’effectif simultané.`,
  'projet.collectifs-superieurs-agrement': (p: { r: number; a: number }) =>
    `${p.r} collectif${s(p.r)} retenu${s(p.r)} pour ${p.a} agréé${s(p.a)}. Ramener au nombre agréé, ou faire compléter l’agrément.`,
  'collectif.rythme-insuffisant': (p: { fait: string; annee: number }) =>
    `Rythme insuffisant : ${sansDeuxPoints(p.fait, 'il faut ')}. ${remplir(p.annee, 'les séances', 'la dérogation')}`,
  'collectif.rythme-trop-faible': (p: { fait: string }) =>
    `Rythme insuffisant : ${sansDeuxPoints(p.fait, 'il faut ')}. Corriger, ou retirer le collectif.`,
  'collectif.semaines-insuffisantes': (p: { fait: string; annee: number }) =>
    `Durée insuffisante : ${sansDeuxPoints(p.fait)}. ${remplir(p.annee, 'les semaines')}`,
  'collectif.periode-courte': (p: { d1: string; d2: string; s: number; min: number }) =>
    `Période du ${p.d1} au ${p.d2} : environ ${p.s} semaines hors vacances. Vérifier les ${p.min} semaines (indicatif).`,
  'collectif.intervenants-insuffisants': (p: { fait: string; annee: number }) =>
    `Encadrement insuffisant : ${sansDeuxPoints(p.fait)}. ${remplir(p.annee, 'l’encadrement')}`,
  'collectif.sans-intervenant': (p: { fait: string }) =>
    `Encadrement absent : ${sansDeuxPoints(p.fait)}. Compléter.`,
  'collectif.demarrage-precoce': (p: { d: string; t: string }) =>
    `Démarrage le ${p.d} : il est préconisé après les vacances de la Toussaint (reprise le ${p.t}). Rien à corriger.`,
  'collectif.fin-tardive': (p: { d: string }) => `Fin le ${p.d} : le 15 juin est préconisé. Rien à corriger.`,
  'collectif.fin-apres-juin': (p: { d: string }) =>
    `Fin le ${p.d} : l’exercice s’arrête fin juin. Vérifier la date.`,
  'collectif.dates-hors-annee': (p: { d1: string; d2: string; annee: string }) =>
    `Dates ${p.d1}–${p.d2} hors de l’année scolaire ${p.annee}, ou fin avant le début. Corriger les dates.`,
  'projet.public-hors-champ': (p: { v: string }) =>
    `Public « ${p.v} » hors champ (CP au lycée). Corriger : élémentaire, collège ou lycée.`,
  'projet.publics-multiples': (p: { v: string }) =>
    `Plusieurs publics (« ${p.v} ») : une fiche projet par public est attendue. Séparer la fiche, ou choisir le public principal.`,
  'projet.public-inconnu': (p: { v: string }) =>
    `Public « ${p.v} » non reconnu. Choisir élémentaire, collège ou lycée.`,
  'collectif.lieu-absent-ou-multiple': (p: { v: string }) =>
    `Lieu du collectif absent ou multiple${p.v}. Indiquer un lieu unique, accessible aux parents.`,
  'collectif.domicile-sans-evenement': () =>
    'Accompagnement à domicile : au moins un ou deux événements collectifs par mois attendus. Compléter, ou demander au porteur.',
  'collectif.annee-incomplete': (p: { fait: string }) =>
    `Collectif ${p.fait} : aucun prorata n’est prévu. Justifier par la décision de la Caf.`,
  'agrement.absent': (p: { objet: string }) =>
    `Agrément du comité départemental absent : aucun ${p.objet} possible. Saisir la décision du comité.`,
  'agrement.refuse': (p: { v: string }) =>
    `Agrément refusé, dossier payé : ${p.v} à recouvrer. Saisir le recouvrement (indu), ou corriger l’avis.`,
  'agrement.refuse-bonus': () =>
    'Agrément refusé : aucun bonus n’est dû. Corriger l’avis, ou le nombre de bonus.',
  'agrement.ajourne-paye': (p: { v: string }) =>
    `Agrément ajourné, ${p.v} déjà versés : ce qui est dû n’est pas connu. Saisir la décision dès qu’elle est prise.`,
  'agrement.date-future': (p: { d: string; au: string }) =>
    `Agrément daté du ${p.d}, après le jour de l’examen (${p.au}). Vérifier la date.`,
  'agrement.posterieur-au-versement': (p: { d1: string; d2: string }) =>
    `Versement du ${p.d1} antérieur à l’agrément du ${p.d2}. Vérifier les deux dates.`,
  'agrement.sous-reserve': () =>
    'Avis favorable sous réserve : il vaut favorable. Saisir « favorable » quand la réserve est levée.',
  'projet.axe-non-couvert': (p: { axe: string }) =>
    `« ${p.axe} » non couvert : les quatre axes sont cumulatifs. Faire compléter le projet.`,
  'projet.aide-aux-devoirs': () =>
    'Action relevant exclusivement de l’aide aux devoirs : non éligible. Corriger, ou saisir l’agrément « refusé ».',
  'convention.absente': () => 'Convention : dates non renseignées. Les saisir.',
  'convention.trop-longue': (p: { x: string; max: number }) =>
    `Convention de ${p.x} : ${p.max} ans au maximum, hors centre social. Vérifier les dates.`,
  'convention.ne-couvre-pas': (p: { d1: string; d2: string; annee: string }) =>
    `La convention (${p.d1}–${p.d2}) n’inclut pas l’année scolaire ${p.annee}. Vérifier les dates.`,
  'bonus.superieur-aux-collectifs': (p: { b: number; type: string; c: number }) =>
    `${p.b} bonus « ${p.type} » pour ${p.c} collectif${s(p.c)} agréé${s(p.c)}. Ramener au nombre de collectifs agréés.`,
  'bonus.superieur-aux-reels': (p: { b: number; type: string; r: number; du: number }) =>
    `${p.b} bonus « ${p.type} » accordé${s(p.b)}, ${p.r} collectif${s(p.r)} réel${s(p.r)} : ${p.du} ${p.du > 1 ? 'dus' : 'dû'}. Rien à corriger si c’est exact.`,
  'bonus.demande': (p: { b: number }) =>
    `${p.b} bonus demandé${s(p.b)}, projet en attente d’agrément : hors des totaux et de la remontée. Saisir l’avis quand il est rendu.`,
  'bonus.gestion-n': (p: { n: number; n1: number }) =>
    `Bonus payé sur la gestion ${p.n} : il relève de ${p.n1}, avec le solde. Vérifier la gestion.`,
  'bonus.montant-inexact': (p: { m: string; x: string; detail: string }) =>
    `Montant bonus ${p.m} : ${p.x} attendus (${p.detail}). Corriger le montant ou le nombre ; si c’est bien ce qui a été versé, joindre le classeur précédent, dont le journal en fait foi.`,
  'bonus.sans-projet': (p: { type: string }) =>
    `Projet bonus non validé pour le bonus « ${p.type} ». Renseigner « Projet bonus validé », ou retirer le bonus.`,
  'bonus.verse-trop-tot': (p: { d: string }) =>
    `Bonus versé le ${p.d} : il se paie avec le solde, en fin d’année scolaire. Saisir le solde ou le recouvrement (indu bonus), ou corriger la date ou la nature.`,
  'bonus.cumules-partout': () =>
    'Bonus cumulés sur la totalité des collectifs. Vérifier qu’il s’agit bien de projets spécifiques.',
  'bonus.avant-2021': () =>
    `Les bonus n’existent qu’à compter de l’année scolaire ${anneeScolaire(PREMIERE_ANNEE)}. Mettre le nombre à zéro.`,
  'bonus.verse-avant-2021': (p: { annee: string }) =>
    `Bonus versés au titre de ${p.annee} : les bonus n’existent qu’à compter de l’année scolaire ${anneeScolaire(PREMIERE_ANNEE)}. Vérifier l’année scolaire, ou vider « Bonus versés ».`,
  'bonus.verse-annee-en-cours': (p: { id: string; annee: string }) =>
    `Dossier ${p.id} de ${p.annee} cité dans « Bonus versés », qui porte l’année précédente. Vérifier le numéro.`,
  'versement.acompte-n1-en-n': (p: { nature: string; n1: number; d: string; n: number }) =>
    `Versement (${p.nature}) de gestion ${p.n1} daté du ${p.d} : impossible en ${p.n}. Corriger la gestion ou la date ; s’il est parti, saisir son reversement.`,
  'acomptes.n1-saisis-en-n': (p: { n1: number; n: number; a: string }) =>
    `${p.a} d’acomptes ${p.n1} saisis, alors que le jour de l’examen est en ${p.n} : aucun n’est possible. Corriger la colonne ou le jour ; s’il est parti, tenir une feuille Versements et y saisir son reversement.`,
  'versement.acompte-n-en-n1': (p: { n: number; d: string }) =>
    `Acompte de gestion ${p.n} daté du ${p.d} : à traiter en liquidation de la charge à payer, hors de l’arrêté de ${p.n}.`,
  'versement.gestion-hors-annee': (p: { v: string; annee: string }) =>
    `Gestion « ${p.v} » étrangère à l’année scolaire ${p.annee} : le versement n’est pas compté. Saisir N, N+1 ou l’année civile, ou le porter au classeur de son année.`,
  'bonus.sans-ps': () =>
    'Bonus sans prestation de service Clas : le bonus complète la Ps. Saisir le coût, ou corriger le nombre de bonus accordés.',
  'bonus.sans-ps-reelle': () =>
    'Coût réel nul : Ps de 0 €, et le bonus qui la complète n’est pas dû. Vérifier le compte de résultat.',
  'bonus.verse-different': (p: { v: string; a: string }) =>
    `Bonus versé ${p.v} pour ${p.a} dus. Payer ou recouvrer la différence, ou corriger le nombre de bonus.`,
  'bonus.verse-inconnu': (p: { id: string }) =>
    `Dossier ${p.id} : bonus versé inconnu au journal du classeur précédent. Y corriger le versement.`,
  'bonus.verse-superieur-accorde': (p: { id: string; v: string; a: string }) =>
    `Dossier ${p.id} : ${p.v} de bonus versés au journal du classeur précédent, qui en avait accordé ${p.a}. Y saisir le recouvrement (indu bonus), ou corriger le versement.`,
  'bonus.verse-autre-au-journal': (p: { id: string; s: string; j: string }) =>
    `Dossier ${p.id} : ${p.s} dans « Bonus versés », ${p.j} au journal du classeur précédent. Corriger l’un des deux.`,
  'ps.plafond-applique': (p: { v: string; p: string }) =>
    `Prix de revient par collectif ${p.v}, au moins égal au plafond ${p.p} : plafond appliqué. Rien à corriger.`,
  'ps.cout-previsionnel-absent': () =>
    'Coût prévisionnel absent : Ps prévisionnelle non calculée. Saisir le budget.',
  'ps.cout-reel-absent': () => 'Coût réel absent : Ps réelle non calculée. Saisir le compte de résultat.',
  'ps.cout-reel-nul': () =>
    'Coût réel nul : Ps réelle de 0 €. Vérifier le compte de résultat, ou vider la cellule s’il n’est pas reçu.',
  'ps.collectifs-reels-absents': (p: { a: number }) =>
    `Coût réel sans nombre de collectifs réels : le nombre agréé (${p.a}) est retenu. Saisir les collectifs réels.`,
  'ps.ecart-budget': (p: { x: string }) =>
    `Écart de ${p.x} entre budget et compte de résultat. Demander une explication.`,
  'ps.accorde-superieur': (p: { a: string; d: string }) =>
    `Montant accordé ${p.a} supérieur au droit ${p.d}, seul retenu. Ramener au droit théorique.`,
  'ps.verse-superieur': (p: { v: string; d: string; e: string }) =>
    `${p.v} versés pour ${p.d} dus : ${p.e} à recouvrer. Notifier l’indu, puis saisir son recouvrement.`,
  'ps.annee-par-defaut': (p: { v: string; annee: string; bareme: string }) =>
    `Formule « ${p.v} » au barème ${p.bareme}, dans un classeur ${p.annee}. Utiliser CLAS.PS_BAREME avec les cellules du barème.`,
  'ps.par-collectif-different': (p: { a: string; b: string }) =>
    `Calcul par collectif ${p.a}, sur la moyenne ${p.b} : la moyenne est retenue. Rien à corriger.`,
  'ps.montant-saisi-different': (p: { a: string; b: string; e: string }) =>
    `Montant saisi ${p.a} différent du montant recalculé ${p.b} (écart ${p.e}). Rétablir la formule ou corriger.`,
  'financement.depassement-80': (p: { t: string; x: string; e: string; ordre: string }) =>
    `Financements branche Famille ${p.t} = ${p.x} du coût : plafond de ${MAXIMUM} dépassé de ${p.e}. Réduire ; ordre proposé (interprétation) : ${p.ordre}.`,
  'financement.proche-80': (p: { x: string }) =>
    `Financements branche Famille à ${p.x} du coût, pour ${MAXIMUM} au plus. Rien à corriger.`,
  'financement.sans-cofinanceur': () =>
    'Aucun cofinancement hors branche Famille. Vérifier le plan de financement.',
  'financement.recettes-superieures': (p: { r: string; c: string }) =>
    `Recettes ${p.r} supérieures au coût ${p.c} : excédent à expliquer.`,
  'financement.budget-desequilibre': (p: { e: string }) =>
    `Budget non équilibré (il manque ${p.e} de recettes). Compléter le plan de financement.`,
  'financement.double': (p: { x: string; m: string }) =>
    `Financement « ${p.x} » de ${p.m} sur la même action : risque de double financement. Vérifier son objet.`,
  'acomptes.n-superieurs': (p: { n: number; a: string; m: string; ps: string; e: string }) =>
    `Acomptes ${p.n} : ${p.a} pour un maximum de ${p.m} (${pourCent(GESTION.tauxAcompteN)} de ${p.ps}), dépassement ${p.e}. Corriger la saisie, ou saisir le reversement du trop versé ; si le dossier a été révisé depuis, saisir dans Avenants l’état d’avant, à sa date.`,
  'acomptes.n1-superieurs': (p: { n1: number; a: string; m: string; ps: string; e: string }) =>
    `Acomptes ${p.n1} : ${p.a} pour un maximum de ${p.m} (${pourCent(GESTION.tauxAcompteN1)} de ${p.ps}), dépassement ${p.e}. Corriger la saisie, ou saisir le reversement du trop versé ; si le dossier a été révisé depuis, saisir dans Avenants l’état d’avant, à sa date.`,
  'acomptes.n-sans-date': (p: { n: number; a: string; m: string; ps: string; e: string }) =>
    `Acomptes ${p.n} : ${p.a} pour un maximum de ${p.m} (${pourCent(GESTION.tauxAcompteN)} de ${p.ps}), dépassement ${p.e}. Corriger la saisie ; s’ils sont partis, tenir une feuille Versements : un acompte se juge à sa date.`,
  'acomptes.n1-sans-date': (p: { n1: number; a: string; m: string; ps: string; e: string }) =>
    `Acomptes ${p.n1} : ${p.a} pour un maximum de ${p.m} (${pourCent(GESTION.tauxAcompteN1)} de ${p.ps}), dépassement ${p.e}. Corriger la saisie ; s’ils sont partis, tenir une feuille Versements : un acompte se juge à sa date.`,
  'acomptes.apres-revision': (p: { g: number; a: string; m: string; e: string }) =>
    `Acomptes ${p.g} : ${p.a} pour un maximum de ${p.m} depuis la révision, réguliers à leur date. Retenir l’écart de ${p.e} sur le solde.`,
  'cloture.trop-verse-n': (p: { n: number; e: string }) =>
    `Acomptes ${p.n} supérieurs aux 4/10 : charge à payer nulle, trop versé ${p.e}. À régulariser : corriger l’acompte, ou saisir son reversement.`,
  'cloture.trop-verse-regulier': (p: { n: number; e: string }) =>
    `Acomptes ${p.n} au-dessus des 4/10 à l’arrêté, réguliers à leur date ou reversés depuis : charge à payer nulle, trop versé ${p.e}. À suivre au solde.`,
  'cloture.compte-de-resultat-absent': (p: { n1: number }) =>
    `Compte de résultat définitif non reçu : dossier non liquidé (pas de charge à payer en ${p.n1}). Le réclamer.`,
  'cloture.ecart-charge-a-payer': (p: { c: string; l: string; e: string }) =>
    `Charge à payer ${p.c}, liquidé ${p.l} : écart ${p.e} à régulariser.`,
  'cloture.indu': (p: { e: string }) => `Trop versé de ${p.e} : indu à notifier au gestionnaire.`,
  'cloture.ecritures-desequilibrees': (p: { d: string; c: string; e: string }) =>
    `Écritures passées : ${p.d} au débit, ${p.c} au crédit, écart ${p.e}. Corriger la feuille, aucune clôture n’est écrite d’ici là.`,
  'cloture.ecriture-non-comptee': (p: { champ: string }) =>
    `Écriture passée dont « ${p.champ} » manque, ne se lit pas ou n’est pas de cet arrêté : elle n’est ni comptée, ni contrepassée. Corriger la ligne, aucune clôture n’est écrite d’ici là.`,
  'cloture.compte-inconnu': (p: { v: string; liste: string }) =>
    `Compte « ${p.v} » inconnu de l’arrêté (attendus : ${p.liste}) : sa somme n’est ni une charge passée, ni un engagement. Corriger le compte.`,
  'cloture.engagement-repris-deux-fois': (p: { id: string }) =>
    `Engagement du dossier ${p.id} contrepassé plus d’une fois dans les écritures passées. Passer l’écriture inverse de celle de trop, ou corriger la feuille.`,
  'cloture.type-inconnu': (p: { n: number; ids: string; s: string }) =>
    `${p.n} dossier${s(p.n)} agréé${s(p.n)} sans type de gestionnaire (${p.ids}) : spécificité ${p.s}, celle des partenaires. Saisir le type.`,
  'cloture.charge-sans-droit': (p: { id: string; c: string }) =>
    `Dossier ${p.id} : charge à payer ${p.c} passée aux comptes, rien n’est dû (refusé, ou parti du classeur). Écart de ${p.c} à régulariser.`,
  'cloture.sans-budget': (p: { n: number; ids: string }) =>
    `${p.n} dossier${s(p.n)} agréé${s(p.n)} sans écriture (${p.ids}) : Ps retenue inconnue. Saisir le coût prévisionnel et les collectifs agréés avant l’arrêté.`,
} as const satisfies { readonly [C in Code]: (p: never) => string };

/** Ce que la phrase d'un code demande. */
export type ParametresDe<C extends Code> = Parameters<(typeof MESSAGES)[C]>[0];

/** La situation de chaque anomalie : titre de sa cause, documentation, résumé du fichier (qui se relit : un texte publié ne change plus). */
export const SITUATIONS: Readonly<Record<Code, string>> = {
  'controle.impossible': 'un contrôle n’a pas pu se faire (défaut de Clas, pas du classeur)',
  'colonne.absente': 'une colonne obligatoire est introuvable',
  'colonne.en-double': 'deux colonnes portent le même intitulé, ou deux synonymes sans intitulé exact',
  'colonne.attendue-absente': 'une colonne attendue (commune, public, enfants, axes) est absente',
  'colonne.siret-absente': 'la colonne Siret est absente',
  'colonne.non-lue': 'une colonne remplie n’est pas lue, et ressemble à une colonne de Clas absente',
  'colonne.rivale': 'une colonne non lue dit autrement ce qu’une colonne lue dit aussi',
  'feuille.journal-non-lu': 'une feuille a les intitulés du journal sous un nom que Clas ne connaît pas',
  'feuille.bonus-non-lus': 'une feuille a les intitulés des bonus versés sous un nom que Clas ne connaît pas',
  'feuille.projets-a-part': 'une feuille que Clas ne lit pas a des projets agréés de plus',
  'feuille.versements-a-part': 'une feuille que Clas ne lit pas a des versements de plus',
  'feuille.en-double': 'deux feuilles peuvent tenir le même rôle',
  'feuille.autre-annee': 'la seule feuille des projets porte le nom d’une autre année',
  'feuille.masquee': 'une feuille masquée est lue',
  'feuille.tres-masquee': 'une feuille masquée que le menu d’Excel ne montre pas est lue',
  'feuille.lignes-masquees': 'des lignes sont masquées ou filtrées',
  'feuille.colonnes-masquees': 'des colonnes remplies sont masquées',
  'feuille.cellules-fusionnees': 'des cellules du tableau sont fusionnées',
  'ligne.ignoree': 'une ligne de total, une note, des unités ou des lignes recopiées d’avance sont ignorées',
  'ligne.autre-annee': 'des lignes sont d’une autre année, d’après leur titre ou leur campagne',
  'ligne.autres-intitules': 'des lignes sont sous d’autres intitulés que ceux de l’en-tête lu',
  'bareme.absent': 'le barème de l’année n’est ni publié dans Clas ni saisi',
  'bareme.bonus-absent': 'le montant des bonus de l’année manque',
  'bareme.montant-incoherent': 'le montant maximal s’écarte d’un euro ou plus de plafond × taux',
  'bareme.modifie': 'le barème du classeur diffère du barème publié, ou n’a pas de source',
  'bareme.annee-illisible': 'une ligne remplie du barème a une année illisible',
  'bareme.annee-en-double': 'deux lignes du barème, différentes, sont de la même année',
  'parametres.caf-inconnue': 'la Caf émettrice manque ou n’est pas reconnue',
  'cellule.montant-en-texte': 'un nombre saisi en texte est converti',
  'cellule.nombre-illisible':
    'ce n’est pas un nombre, il est hors de portée, c’est une erreur d’Excel, ou une formule jamais calculée',
  'cellule.valeur-illisible': 'la valeur n’est pas de la liste attendue, ou c’est une erreur d’Excel',
  'cellule.valeur-inconnue': 'une valeur d’une colonne facultative n’est pas comprise',
  'cellule.nombre-en-date':
    'un nombre mis en forme de date, d’heure ou de pourcentage là où un montant ou un nombre est attendu',
  'cellule.montant-ambigu': '« 1.234 » ou « 1,234 » : milliers ou décimales ?',
  'cellule.nombre-negatif': 'un coût, un nombre ou un financement est négatif',
  'cellule.nombre-non-entier': 'un nombre de collectifs, d’enfants ou de bonus n’est pas entier',
  'cellule.plus-de-deux-decimales': 'un montant a plus de deux décimales',
  'cellule.date-illisible': 'une date est illisible',
  'cellule.date-en-texte': 'une date saisie en texte est convertie',
  'cellule.oui-non-normalise': 'une variante de oui ou non est normalisée',
  'cellule.choix-normalise': 'une variante d’une liste (« x » pour favorable) est normalisée',
  'dossier.en-date': 'le numéro de dossier est devenu une date',
  'dossier.trop-long': 'le numéro de dossier, stocké en nombre, a perdu ses derniers chiffres',
  'siret.absent': 'le Siret du gestionnaire manque',
  'siret.invalide': 'le Siret n’a pas quatorze chiffres ou sa clé est fausse',
  'siret.stocke-en-nombre': 'le Siret est stocké comme nombre, ou a perdu son zéro de tête',
  'siret.arrondi': 'le Siret a été arrondi par Excel',
  'siret.siren': 'un Siren (neuf chiffres) est saisi à la place du Siret',
  'cellule.non-renseignee': 'une cellule attendue est vide',
  'dossier.absent': 'le numéro de dossier manque',
  'dossier.doublon': 'le même numéro de dossier figure plusieurs fois',
  'projet.doublon-possible': 'même gestionnaire, même action, même public, même commune sous deux dossiers',
  'versement.dossier-inconnu': 'un versement vise un dossier absent de Projets',
  'collectif.dossier-inconnu': 'un collectif vise un dossier absent de Projets',
  'avenant.non-compte': 'un avenant sans date, ou d’un dossier absent de Projets',
  'remontee.caf-ou-annee-melangees': 'plusieurs Caf ou plusieurs années scolaires dans le classeur',
  'collectif.detail-incomplet': 'le nombre de collectifs détaillés n’est pas celui déclaré',
  'collectif.detail-different': 'le total détaillé (enfants, bonus, coûts) n’est pas celui de Projets',
  'versement.incomplet': 'un versement n’a pas de nature, de gestion, de date ou de montant',
  'versement.en-double': 'deux versements identiques',
  'ligne.annulee':
    'un projet agréé, ou un versement, se dit annulé là où Clas ne le lit pas, sous un titre, ou d’un trait',
  'versement.date-future': 'un versement daté après le jour de l’examen',
  'versement.avant-rentree': 'un versement daté avant le 1er septembre N',
  'versement.non-compte': 'un versement dont le montant, la nature ou le dossier ne se lit pas',
  'acomptes.hors-journal': 'des acomptes saisis dans Projets manquent à la feuille Versements',
  'projet.mis-a-ecart': 'un projet est mis à l’écart, avec son motif',
  'projet.cout-unitaire-suspect': 'le coût par collectif fait penser à une erreur d’unité',
  'collectif.effectif-superieur': 'plus de 12 enfants',
  'collectif.effectif-inferieur': 'de 5 à 7 enfants, ni milieu rural ni handicap',
  'collectif.effectif-inferieur-derogatoire': 'moins de 5 enfants',
  'collectif.derogatoire': 'de 5 à 7 enfants par dérogation',
  'projet.aucun-collectif': 'aucun collectif, mais un coût ou un bonus',
  'projet.effectif-incompatible': 'le total des enfants ne va pas avec le nombre de collectifs',
  'projet.collectifs-superieurs-agrement': 'plus de collectifs que d’agréés',
  'collectif.rythme-insuffisant': 'moins de deux séances d’une heure et demie, sans dérogation',
  'collectif.rythme-trop-faible': 'pas même une séance de deux heures',
  'collectif.semaines-insuffisantes': 'moins de 27 semaines',
  'collectif.periode-courte': 'la période ne peut guère contenir 27 semaines',
  'collectif.intervenants-insuffisants': 'un seul intervenant',
  'collectif.sans-intervenant': 'aucun intervenant',
  'collectif.demarrage-precoce': 'début avant la fin des vacances de la Toussaint',
  'collectif.fin-tardive': 'fin après le 15 juin',
  'collectif.fin-apres-juin': 'fin après le 30 juin',
  'collectif.dates-hors-annee': 'dates hors de l’année scolaire, ou fin avant le début',
  'projet.public-hors-champ': 'public hors du CP au lycée',
  'projet.publics-multiples': 'plusieurs publics dans une même fiche projet',
  'projet.public-inconnu': 'public non reconnu',
  'collectif.lieu-absent-ou-multiple': 'lieu absent, ou deux lieux pour un collectif',
  'collectif.domicile-sans-evenement': 'accompagnement à domicile sans événement collectif mensuel',
  'collectif.annee-incomplete': 'collectif interrompu ou démarré en cours d’année',
  'agrement.absent': 'versement ou bonus sans agrément',
  'agrement.refuse': 'agrément refusé, avec des versements ou des bonus',
  'agrement.refuse-bonus': 'agrément refusé, avec des bonus',
  'agrement.ajourne-paye': 'agrément ajourné, dossier déjà payé',
  'agrement.date-future': 'agrément daté après le jour de l’examen',
  'agrement.posterieur-au-versement': 'premier versement antérieur à l’agrément',
  'agrement.sous-reserve': 'avis favorable sous réserve',
  'projet.axe-non-couvert': 'un des quatre axes n’est pas couvert',
  'projet.aide-aux-devoirs': 'aide aux devoirs seule',
  'convention.absente': 'dates de convention absentes',
  'convention.trop-longue': 'convention de plus de quatre ans',
  'convention.ne-couvre-pas': 'convention qui ne couvre pas l’année scolaire',
  'bonus.superieur-aux-collectifs': 'plus de bonus que de collectifs agréés',
  'bonus.superieur-aux-reels': 'plus de bonus accordés que de collectifs réels',
  'bonus.demande': 'bonus d’un projet en attente d’agrément',
  'bonus.gestion-n': 'bonus payé sur la gestion N',
  'bonus.montant-inexact': 'montant de bonus différent du nombre de bonus × montant',
  'bonus.sans-projet': 'bonus sans projet spécifique validé',
  'bonus.verse-trop-tot': 'bonus payé avant le solde',
  'bonus.cumules-partout': 'les deux bonus sur tous les collectifs',
  'bonus.avant-2021': 'bonus avant la rentrée 2021',
  'bonus.verse-avant-2021': 'bonus versé au titre d’une année où il n’existait pas',
  'bonus.verse-annee-en-cours': 'la feuille Bonus versés cite un dossier de l’année en cours',
  'versement.acompte-n1-en-n': 'acompte de gestion N+1 daté de N',
  'acomptes.n1-saisis-en-n': 'colonne Acomptes N+1 remplie, le jour de l’examen étant en N',
  'versement.acompte-n-en-n1': 'acompte de gestion N daté après le 31 décembre N',
  'versement.gestion-hors-annee': 'versement d’une gestion étrangère à l’année scolaire, ou illisible',
  'bonus.sans-ps': 'bonus sans prestation de service',
  'bonus.sans-ps-reelle': 'bonus accordé, coût réel nul',
  'bonus.verse-different': 'bonus versé différent du bonus accordé',
  'bonus.verse-inconnu':
    'le journal de l’année précédente ne dit pas ce qui a été versé (`remontee --precedent`)',
  'bonus.verse-superieur-accorde':
    'plus de bonus versés que l’année précédente n’en avait accordé (`remontee --precedent`)',
  'bonus.verse-autre-au-journal':
    'la feuille Bonus versés ne dit pas ce que dit le journal de l’année précédente (`remontee --precedent`)',
  'ps.plafond-applique': 'le coût par collectif atteint le prix plafond',
  'ps.cout-previsionnel-absent': 'coût prévisionnel nul ou absent',
  'ps.cout-reel-absent': 'coût réel absent, l’année scolaire finie',
  'ps.cout-reel-nul': 'coût réel nul, l’année scolaire finie',
  'ps.collectifs-reels-absents': 'coût réel sans nombre de collectifs réels',
  'ps.ecart-budget': 'plus de 20 % d’écart entre budget et compte de résultat',
  'ps.accorde-superieur': 'montant accordé supérieur au droit théorique',
  'ps.verse-superieur': 'plus de Ps versée que due',
  'ps.annee-par-defaut': 'formule CLAS au barème d’une autre année que le classeur, par défaut ou écrite',
  'ps.par-collectif-different': 'le calcul collectif par collectif donne un autre montant',
  'ps.montant-saisi-different': 'montant saisi différent du montant recalculé',
  'financement.depassement-80': 'la branche Famille finance plus de 80 % du coût',
  'financement.proche-80': 'la branche Famille finance de 75 à 80 % du coût',
  'financement.sans-cofinanceur': 'aucune autre recette que la branche Famille',
  'financement.recettes-superieures': 'recettes supérieures au coût',
  'financement.budget-desequilibre': 'recettes inférieures au coût',
  'financement.double': 'autre financement de la branche Famille sur la même action',
  'acomptes.n-superieurs': 'acomptes N au-delà de 28 %',
  'acomptes.n1-superieurs': 'acomptes N+1 au-delà de 42 %',
  'acomptes.n-sans-date': 'acomptes N au-delà de 28 %, saisis sans date dans Projets',
  'acomptes.n1-sans-date': 'acomptes N+1 au-delà de 42 %, saisis sans date dans Projets',
  'acomptes.apres-revision': 'acompte régulier à sa date, au-delà du plafond depuis une révision',
  'cloture.trop-verse-n': 'acomptes N au-delà des 4/10',
  'cloture.trop-verse-regulier': 'acomptes N au-delà des 4/10, réguliers à leur date ou reversés',
  'cloture.compte-de-resultat-absent': 'compte de résultat non reçu après le 30 septembre N+1',
  'cloture.ecart-charge-a-payer': 'solde N différent de la charge à payer',
  'cloture.indu': 'solde de Ps négatif',
  'cloture.ecritures-desequilibrees': 'les écritures passées ne s’équilibrent pas',
  'cloture.ecriture-non-comptee':
    'une écriture passée dont le mois, l’exercice, le compte ou le dossier manque, ne se lit pas ou n’est pas de l’arrêté',
  'cloture.compte-inconnu': 'une écriture passée est sur un compte qui n’est pas de l’arrêté',
  'cloture.engagement-repris-deux-fois': 'un engagement est repris deux fois',
  'cloture.charge-sans-droit':
    'une charge à payer passée pour un dossier refusé depuis, ou parti du classeur',
  'cloture.type-inconnu': 'type de gestionnaire non saisi : spécificité des partenaires',
  'cloture.sans-budget': 'projet agréé sans budget',
};

/** Le titre d'une cause, quand la situation serait trop longue à parcourir ; l'intitulé de la colonne le suit. */
export const TITRES: Readonly<Partial<Record<Code, string>>> = {
  'colonne.absente': 'colonne obligatoire absente',
  'colonne.en-double': 'deux colonnes pour une',
  'colonne.attendue-absente': 'colonne attendue absente',
  'colonne.non-lue': 'colonne non lue',
  'ligne.ignoree': 'ligne ignorée',
  'ligne.autre-annee': 'ligne d’une autre année',
  'ligne.autres-intitules': 'ligne sous d’autres intitulés',
  'cellule.montant-en-texte': 'nombre saisi en texte',
  'cellule.nombre-illisible': 'nombre illisible',
  'cellule.valeur-illisible': 'valeur illisible',
  'cellule.valeur-inconnue': 'valeur non comprise',
  'cellule.nombre-en-date': 'date ou pourcentage au lieu d’un nombre',
  'cellule.montant-ambigu': 'milliers ou décimales',
  'cellule.nombre-negatif': 'nombre négatif',
  'cellule.nombre-non-entier': 'nombre non entier',
  'cellule.plus-de-deux-decimales': 'plus de deux décimales',
  'cellule.date-illisible': 'date illisible',
  'cellule.date-en-texte': 'date saisie en texte',
  'cellule.oui-non-normalise': 'oui ou non écrit autrement',
  'cellule.choix-normalise': 'valeur écrite autrement',
  'cellule.non-renseignee': 'cellule vide',
  'siret.absent': 'Siret absent',
  'siret.invalide': 'Siret faux',
  'siret.stocke-en-nombre': 'Siret stocké en nombre',
  'siret.siren': 'Siren au lieu du Siret',
  'dossier.doublon': 'dossier en double',
  'projet.doublon-possible': 'doublon possible',
  'versement.dossier-inconnu': 'versement d’un dossier inconnu',
  'collectif.dossier-inconnu': 'collectif d’un dossier inconnu',
  'versement.incomplet': 'versement incomplet',
  'versement.non-compte': 'versement non compté',
  'acomptes.hors-journal': 'acomptes absents de Versements',
  'projet.effectif-incompatible': 'effectif et nombre de collectifs',
  'agrement.absent': 'sans agrément',
  'agrement.refuse': 'agrément refusé, mais payé',
  'agrement.refuse-bonus': 'agrément refusé, mais des bonus',
  'ps.plafond-applique': 'prix plafond atteint',
  'ps.ecart-budget': 'budget et compte de résultat éloignés',
  'financement.proche-80': 'plus de 75 % de la branche Famille',
  'financement.depassement-80': 'plus de 80 % de la branche Famille',
  'acomptes.n-superieurs': 'acomptes N trop élevés',
  'acomptes.n1-superieurs': 'acomptes N+1 trop élevés',
  'cloture.compte-de-resultat-absent': 'compte de résultat non reçu',
};
