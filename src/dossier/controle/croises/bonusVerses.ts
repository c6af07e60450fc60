/** Feuille Bonus versés : chaque ligne complète, d'un dossier de l'année d'avant, et payée pour le montant exact. */
import { COLONNES_BONUS_VERSES } from '../../colonnes/bonusVerses';
import { gesteDeJournal } from '../../lecture/cellule';
import { anomalie, type Anomalie } from '../../anomalies/anomalie';
import { bonus, bonusExistent } from '../../../reglement/bonus';
import { euros } from '../../../reglement/explication';
import { anneeScolaire } from '../../../reglement/annee';
import type { Contexte } from '../contexte';

/** Feuille Bonus versés : le montant payé pour (N-1)-N est le nombre × le montant de cette année-là. */
export function controlerBonusVerses({ lecture, projetDe }: Contexte): Anomalie[] {
  const { bonusVerses, parametres } = lecture;
  if (!bonusVerses) return [];
  const anneeDesBonus = parametres.annee - 1;
  const incompletes = bonusVerses.lignes.flatMap((b) => {
    const vide = (cle: 'dossier' | 'montant'): boolean =>
      bonusVerses.a(cle) && b[cle] === null && !b.illisibles.has(cle);
    const lieu = (cle: 'dossier' | 'montant') => bonusVerses.lieu(b.ligne, cle);
    return [
      ...(vide('dossier') ? [anomalie('dossier.absent', lieu('dossier'))] : []),
      ...(vide('montant')
        ? [
            anomalie('versement.non-compte', lieu('montant'), {
              fait: 'montant versé absent',
              geste: gesteDeJournal(COLONNES_BONUS_VERSES.montant),
            }),
          ]
        : []),
      ...(projetDe(b.dossier)
        ? [
            anomalie('bonus.verse-annee-en-cours', lieu('dossier'), {
              id: b.dossier ?? '',
              annee: anneeScolaire(parametres.annee),
            }),
          ]
        : []),
    ];
  });
  // dit une fois, et en alerte : les lignes sont des faits, l'année du classeur peut être celle qui est fausse (interprétation)
  const premiere = bonusExistent(anneeDesBonus)
    ? undefined
    : bonusVerses.lignes.find((b) => b.montant?.gt(0));
  const sansObjet = premiere
    ? [
        anomalie('bonus.verse-avant-2021', bonusVerses.lieu(premiere.ligne, 'montant'), {
          annee: anneeScolaire(anneeDesBonus),
        }),
      ]
    : [];
  // avant que les bonus existent, aucun barème n'en donne le montant : celui de N (interprétation)
  const { baremePrecedent, bareme: courant } = parametres;
  const bareme = baremePrecedent ?? (bonusExistent(anneeDesBonus) ? null : courant);
  if (!bareme?.bonusEnfants || !bareme.bonusParents) return [...incompletes, ...sansObjet];
  const { bonusEnfants, bonusParents } = bareme;
  const inexactes = bonusVerses.lignes.flatMap((b) => {
    if (b.montant === null || (b.bonusEnfants === null && b.bonusParents === null)) return [];
    const attendu = bonus(b.bonusEnfants ?? 0, b.bonusParents ?? 0, bonusEnfants, bonusParents).montant;
    if (b.montant.eq(attendu)) return [];
    const [e, p] = [b.bonusEnfants ?? 0, b.bonusParents ?? 0];
    const detail = bonusEnfants.eq(bonusParents)
      ? `${e + p} × ${euros(bonusEnfants)}`
      : `${e} × ${euros(bonusEnfants)} + ${p} × ${euros(bonusParents)}`;
    return [
      anomalie('bonus.montant-inexact', bonusVerses.lieu(b.ligne, 'montant'), {
        m: euros(b.montant),
        x: euros(attendu),
        detail,
      }),
    ];
  });
  return [...incompletes, ...sansObjet, ...inexactes];
}
