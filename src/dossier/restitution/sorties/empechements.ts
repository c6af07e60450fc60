/** Ce qui retient un dossier : ni paiement, ni courrier, avant que ce ne soit corrigé. */
import { adresse } from '../../anomalies/anomalie';
import type { CalculProjet } from '../../calcul/montants';
import type { Examen } from '../../examiner';
import { pourCent } from '../../../reglement/explication';
import { COFINANCEMENT } from '../../../reglement/parametres';
import { cleDossier } from '../../../valeurs/texte';

/** Un projet sans numéro se reconnaît à sa ligne ; aucune clé de dossier n’a de blanc. */
export const cleProjet = ({
  dossier,
  ligne,
}: {
  readonly dossier: string | null;
  readonly ligne: number;
}): string => (dossier === null ? ` ${ligne}` : cleDossier(dossier));

/** Ce qui retient un dossier qu'une anomalie bloque : la chose, puis son endroit. */
export const BLOQUE = 'anomalie bloquante';
export const direBlocage = (ou: string): string => `${BLOQUE} ${ou}`;

/**
 * L'endroit de l'anomalie qui bloque chaque dossier, « en Versements!D14 (C-BON-05) » : rien ne s'y paie avant qu'elle ne
 * soit corrigée. Sans numéro, un versement écrit au journal ne serait celui d'aucun dossier, et rendrait tous les autres
 * inconnus.
 */
export function empechements({ anomalies, lecture }: Examen): ReadonlyMap<string, string> {
  const { projets, collectifs, versements, avenants, ecrituresPassees: passees } = lecture;
  const tables = [projets, collectifs, versements, avenants, passees];
  const dossierDe = new Map(
    tables.flatMap((table) =>
      (table?.lignes ?? []).map((r): [string, string | null] => [
        `${table?.feuille.nom ?? ''}|${r.ligne}`,
        table === projets ? cleProjet(r) : r.dossier && cleDossier(r.dossier),
      ]),
    ),
  );
  const trouves = new Map<string, string>();
  for (const a of anomalies) {
    // les 80 % ont leur propre motif, et n'empêchent pas de recouvrer
    if (a.gravite !== 'bloquante' || a.code === 'financement.depassement-80') continue;
    const dossier = dossierDe.get(`${a.feuille}|${a.ligne ?? ''}`);
    if (typeof dossier === 'string' && !trouves.has(dossier))
      trouves.set(dossier, `en ${adresse(a) ?? a.feuille} (${a.reference})`);
  }
  return trouves;
}

/** Au-delà des 80 %, rien ne se paie ni ne se notifie ; ce qui est dû à la Caf se recouvre. */
export const depassement = (calcul: CalculProjet): string | null =>
  calcul.montants.excedent80.montant?.gt(0)
    ? `financements de la branche Famille au-delà de ${pourCent(COFINANCEMENT.tauxMaximum)} du coût`
    : null;
