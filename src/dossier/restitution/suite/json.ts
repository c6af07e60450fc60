/** Les réponses JSON de la suite de l'année : clés et ordre du contrat, montants en textes à deux décimales. */
import { Decimal } from '../../../valeurs/montant';
import type { FormeJson } from '../formesJson';
import { ecrireMontant, ecrireSi } from '../json';
import { EFFETS, type Comparaison, type ValeurComparee } from './comparer';
import type { SuiviEnveloppe } from './enveloppe';
import { montantRepris, type Reprise } from './reprendre';
import type { SuiviNational } from './suivi';

const jsonValeur = (valeur: ValeurComparee): string | number | boolean | null =>
  valeur instanceof Decimal ? ecrireMontant(valeur) : (valeur as string | number | boolean | null);

export const jsonComparer = ({ ajoutes, disparus, modifies }: Comparaison): FormeJson<'comparer'> => ({
  ajoutes: [...ajoutes],
  disparus: [...disparus],
  modifies: modifies.map(({ dossier, champs, effet }) => ({
    dossier,
    champs: champs.map(({ champ, avant, apres }) => ({
      champ,
      avant: jsonValeur(avant),
      apres: jsonValeur(apres),
    })),
    effet: Object.fromEntries(EFFETS.map((cle) => [cle, ecrireSi(effet[cle])])),
  })),
});

export const jsonEnveloppe = ({
  annee,
  notifiee,
  engage,
  paye,
  disponible,
  parts,
  bonus,
}: SuiviEnveloppe): FormeJson<'enveloppe'> => ({
  annee,
  notifiee: ecrireSi(notifiee),
  engage: ecrireSi(engage),
  paye: ecrireSi(paye),
  disponible: ecrireSi(disponible),
  parts: parts.map((p) => ({
    annee: p.annee,
    anneeScolaire: `${p.annee}-${p.annee + 1}`,
    part: p.part,
    engage: ecrireSi(p.engage),
    paye: ecrireSi(p.paye),
  })),
  bonus: { accorde: ecrireSi(bonus.accorde), paye: ecrireSi(bonus.paye) },
});

export const jsonSuivi = ({
  suivi,
  manquants,
}: SuiviNational): Omit<FormeJson<'consolider --suivi'>, 'refuses'> => ({
  suivi: suivi.map(({ caf, accorde, paye, taux }) => ({
    caf: caf.code,
    nomCaf: caf.nom,
    accorde: ecrireSi(accorde),
    paye: ecrireSi(paye),
    taux: taux === null ? null : taux.toFixed(4),
  })),
  manquants: manquants.map(({ caf, annee }) => ({
    caf: caf.code,
    nomCaf: caf.nom,
    anneeScolaire: `${annee}-${annee + 1}`,
  })),
});

export const jsonReprendre = (reprise: Reprise): FormeJson<'reprendre'> => ({
  annee: reprise.annee,
  projets: reprise.projets.length,
  bonusVerses: {
    lignes: reprise.bonusVerses.length,
    montant: ecrireSi(montantRepris(reprise)),
  },
  aLiquider: reprise.aLiquider.length,
});
