/** Les bonus : au plus un de chaque genre par collectif, avec un projet spécifique, à partir de 2021 ; montants versés exacts. */
import { anomalie, type Anomalie } from '../anomalies/anomalie';
import { bonus, bonusExistent } from '../../reglement/bonus';
import { euros } from '../../reglement/explication';
import { collectifsRetenus, estRefuse, type Contexte } from './contexte';

const GENRES = [
  { cle: 'bonusEnfants', type: 'enfants' },
  { cle: 'bonusParents', type: 'parents' },
] as const;

export function controlerBonus({ lecture }: Contexte): Anomalie[] {
  const { projets, parametres } = lecture;
  return projets.lignes.flatMap((p) => {
    const demandes = GENRES.flatMap(({ cle, type }) => {
      const nb = p[cle] ?? 0;
      return nb > 0 ? [{ cle, type, nb }] : [];
    });
    const [premier] = demandes;
    if (!premier || estRefuse(p)) return [];
    if (!bonusExistent(parametres.annee))
      return demandes.map(({ cle }) => anomalie('bonus.avant-2021', projets.lieu(p.ligne, cle)));
    const anomalies: Anomalie[] = [];
    const c = collectifsRetenus(p);
    if (c) {
      for (const { cle, type, nb } of demandes)
        if (nb > c)
          anomalies.push(
            anomalie('bonus.superieur-aux-collectifs', projets.lieu(p.ligne, cle), { b: nb, type, c }),
          );
      if (p.bonusEnfants === c && p.bonusParents === c)
        anomalies.push(anomalie('bonus.cumules-partout', projets.lieu(p.ligne, 'bonusParents')));
    }
    if (p.projetBonus !== true && !p.illisibles.has('projetBonus'))
      anomalies.push(
        anomalie(
          'bonus.sans-projet',
          projets.lieu(p.ligne, projets.a('projetBonus') ? 'projetBonus' : premier.cle),
          { type: demandes.map(({ type }) => type).join(' et ') },
        ),
      );
    return anomalies;
  });
}

/** Feuille Bonus versés : le montant payé pour (N-1)-N est le nombre × le montant de cette année-là. */
export function controlerBonusVerses({ lecture }: Contexte): Anomalie[] {
  const { bonusVerses, parametres } = lecture;
  if (!bonusVerses) return [];
  const incompletes = bonusVerses.lignes.flatMap((b) => {
    const vide = (cle: 'dossier' | 'montant'): boolean =>
      bonusVerses.a(cle) && b[cle] === null && !b.illisibles.has(cle);
    const lieu = (cle: 'dossier' | 'montant') => bonusVerses.lieu(b.ligne, cle);
    const montant = { champ: 'montant versé', suite: 'Le saisir : la ligne compte pour 0 €.' };
    return [
      ...(vide('dossier') ? [anomalie('dossier.absent', lieu('dossier'))] : []),
      ...(vide('montant') ? [anomalie('versement.incomplet', lieu('montant'), montant)] : []),
    ];
  });
  // avant que les bonus existent, aucun barème n'en donne le montant : celui de N (interprétation)
  const { baremePrecedent, bareme: courant, annee } = parametres;
  const bareme = baremePrecedent ?? (bonusExistent(annee - 1) ? null : courant);
  if (!bareme?.bonusEnfants || !bareme.bonusParents) return incompletes;
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
  return [...incompletes, ...inexactes];
}
