/** Un classeur bloqué ne donne rien d'officiel : la phrase que disent toutes les portes (C-REM-03). */
import { entier } from '../affichage/pluriel';
import { s } from '../../valeurs/pluriel';
import { adresse, phraseDe } from '../anomalies/anomalie';
import type { Code } from '../anomalies/catalogue';
import { estFaute, manquesDe } from '../calcul/connu';
import { direManque } from '../calcul/manque';
import type { CleMontant } from '../calcul/montants';
import { cafDesignee, cafsDuCode } from '../cafs';
import type { Examen } from '../examiner';

export type Officiel =
  'le fichier de remontée' | 'le fichier des écritures' | 'le fichier des subventions' | 'la feuille';

const NON_GENERE: Readonly<Record<Officiel, string>> = {
  'le fichier de remontée': 'le fichier de remontée n’est pas généré',
  'le fichier des écritures': 'le fichier des écritures n’est pas généré',
  'le fichier des subventions': 'le fichier des subventions n’est pas généré',
  'la feuille': 'la feuille n’est pas remplie',
};

/** Le refus et la première cellule à corriger ; sans objet quand le classeur est valide. */
export function phraseBlocage(
  { anomalies, compte }: Pick<Examen, 'anomalies' | 'compte'>,
  objet: Officiel = 'le fichier de remontée',
): string {
  const n = compte.bloquante;
  const premiere = anomalies.find((a) => a.gravite === 'bloquante');
  const ou = premiere && (adresse(premiere) ?? premiere.feuille);
  const corriger = n > 1 ? 'Les corriger' : 'La corriger';
  return `${entier(n)} anomalie${s(n)} bloquante${s(n)} : ${NON_GENERE[objet]}. ${corriger}${ou ? ` (d’abord ${ou})` : ''}, puis recommencer.`;
}

/** Ce que chaque document affirme : un de ces montants inconnu d'un dossier agréé, et il n'est pas fait. */
const AFFIRMES: Readonly<Partial<Record<Officiel, readonly CleMontant[]>>> = {
  'le fichier de remontée': ['bonus'],
  'la feuille': ['bonus'],
  'le fichier des écritures': ['psRetenue', 'acomptesN', 'chargeAPayer'],
};

/** Des alertes ailleurs, que ce document-ci ne peut pas passer. */
const BLOQUENT: Readonly<Partial<Record<Officiel, readonly Code[]>>> = {
  'le fichier de remontée': ['feuille.bonus-non-lus'],
  'la feuille': ['feuille.bonus-non-lus'],
  'le fichier des écritures': [
    'cloture.ecritures-desequilibrees',
    'cloture.ecriture-non-comptee',
    'cloture.engagement-repris-deux-fois',
    'cloture.sans-budget',
  ],
};

/** Dans un département de deux Caf, un nom qui n'est celui d'aucune ne permet pas de dire d'où vient la remontée (C-REM-05). */
function refusDeCaf({ parametres }: Examen['lecture'], objet: Officiel): string | null {
  if (objet !== 'le fichier de remontée' || parametres.caf === null || cafDesignee(parametres) !== null)
    return null;
  const noms = cafsDuCode(parametres.caf).map(({ nom }) => `« ${nom} »`);
  return `Caf émettrice non désignée, ${NON_GENERE[objet]} : saisir dans Paramètres, en « Nom de la Caf », ${noms.join(' ou ')}.`;
}

const CITES_MAX = 5;

/** Pourquoi le document n'est pas fait ; `null` : il peut l'être. */
export function refusOfficiel(examen: Examen, objet: Officiel): string | null {
  if (!examen.valide) return phraseBlocage(examen, objet);
  const deCaf = refusDeCaf(examen.lecture, objet);
  if (deCaf !== null) return deCaf;
  const retenue = examen.anomalies.find(({ code }) => BLOQUENT[objet]?.includes(code));
  if (retenue) return `${phraseDe(retenue)} D’ici là, ${NON_GENERE[objet]}.`;
  const inconnus = examen.calculs.flatMap(({ agree, projet, montants }) => {
    if (!agree) return [];
    const manques = (AFFIRMES[objet] ?? []).flatMap((cle) => manquesDe(montants[cle]).filter(estFaute));
    const [premier] = manques;
    return premier ? [`${projet.dossier ?? `ligne ${projet.ligne}`} (${direManque(premier)})`] : [];
  });
  if (inconnus.length === 0) return null;
  const cites = inconnus.slice(0, CITES_MAX).join(' ; ') + (inconnus.length > CITES_MAX ? ' ; …' : '');
  return `Montant inconnu pour ${inconnus.length} dossier${s(inconnus.length)}, ${NON_GENERE[objet]} : ${cites}.`;
}
