/**
 * L'état de liquidation : une ligne par versement, sur le compte de son âge (Circ. § 3.4). Ce qui se paie en N+1 sur la
 * gestion N consomme d'abord la charge passée du dossier ; le reste va au compte de l'année précédente.
 */
import type { Examen } from '../../examiner';
import { comptes, creerContexte } from '../../controle/contexte';
import { ecrituresPassees, passePour } from '../../calcul/passees';
import { COMPTES, imputer, specificiteDuCompte } from '../../../reglement/comptes';
import { montantSigne } from '../../../reglement/journal';
import { ZERO, type Decimal } from '../../../valeurs/montant';
import { comparerTextes } from '../../../valeurs/ordre';

export interface Liquidation {
  readonly dossier: string;
  readonly gestionnaire: string | null;
  /** « AAAA-MM-JJ » ; `null` : non saisie, et le compte ne peut être dit. */
  readonly date: string | null;
  readonly nature: string;
  /** Année civile de la gestion. */
  readonly gestion: number;
  /** En €, négatif pour un reversement ou un indu recouvré. */
  readonly montant: Decimal;
  readonly compte: string | null;
  /** Suivi statistique, sur les lignes de dépense seulement. */
  readonly specificite: string | null;
}

export function liquider(examen: Examen): Liquidation[] {
  const { lecture, calculs, au } = examen;
  const { annee } = lecture.parametres;
  const contexte = creerContexte(lecture, au);
  const passees = ecrituresPassees(lecture);
  return calculs.flatMap(({ projet, ecarte }) => {
    if (ecarte) return [];
    let charge = (passees && passePour(passees, projet.dossier)?.charge) ?? ZERO;
    const verses = [...comptes(contexte.versementsDe(projet))].sort((a, b) =>
      comparerTextes(a.date ?? '9999', b.date ?? '9999'),
    );
    return verses.flatMap((v): Liquidation[] => {
      const civile = v.gestion === 'n' ? annee : annee + 1;
      const montant = montantSigne(v);
      const ligne = {
        dossier: projet.dossier ?? '',
        gestionnaire: projet.gestionnaire,
        date: v.date,
        nature: v.nature,
        gestion: civile,
      };
      if (v.date === null) return [{ ...ligne, montant, compte: null, specificite: null }];
      const imputations = imputer(
        montant,
        Number(v.date.slice(0, 4)),
        civile,
        v.gestion === 'n' ? charge : ZERO,
      );
      return imputations.map(({ compte, montant: part }) => {
        if (compte === COMPTES.chargeAPayer) charge = charge.minus(part);
        return {
          ...ligne,
          montant: part,
          compte: compte.code,
          specificite: specificiteDuCompte(compte.code, projet.typeGestionnaire),
        };
      });
    });
  });
}
