/** Le suivi national de deux années, en classeur : une ligne par Caf, puis les remontées manquantes. */
import type { ClasseurPlan } from '../../formes/plan';
import { anneeScolaire } from '../../../reglement/annee';
import { somme, type Decimal } from '../../../valeurs/montant';
import { libelle, texte } from '../cellules';
import { proprietes } from '../mentions';
import { feuilleDeTable, type ColonneTable } from '../planTable';
import { anneesSuivies, type SuiviCaf, type SuiviNational } from './suivi';

export function planSuivi(national: SuiviNational): ClasseurPlan {
  const { annee, suivi, manquants } = national;
  const total = (de: (s: SuiviCaf) => Decimal | null): Decimal => somme(suivi.flatMap((s) => de(s) ?? []));
  const colonnes: readonly ColonneTable<SuiviCaf>[] = [
    { entete: 'Caf', largeur: 8, valeur: ({ caf }) => caf.code },
    { entete: 'Nom', largeur: 34, valeur: ({ caf }) => caf.nom },
    {
      entete: `Accordé en ${anneeScolaire(annee)}`,
      largeur: 22,
      valeur: (s) => s.accorde,
      total: total((s) => s.accorde),
    },
    {
      entete: `Versé pour ${anneeScolaire(annee)}`,
      largeur: 22,
      valeur: (s) => s.paye,
      total: total((s) => s.paye),
    },
    {
      entete: 'Taux de paiement',
      largeur: 17,
      valeur: ({ taux }) => taux && { taux },
    },
  ];
  return {
    feuilles: [
      feuilleDeTable({
        nom: 'Suivi',
        haut: [[libelle(`Suivi des bonus, ${anneesSuivies(national)}`, 'titre')]],
        colonnes,
        lignes: suivi,
        bas: [
          [],
          [libelle('Remontées manquantes', 'entete')],
          ...(manquants.length > 0
            ? manquants.map(({ caf, annee: n }) => [
                texte(caf.code),
                texte(caf.nom),
                libelle(anneeScolaire(n)),
              ])
            : [[libelle('Aucune.')]]),
        ],
      }),
    ],
    proprietes: proprietes(`Suivi des bonus Clas, ${anneesSuivies(national)}`, null, null),
  };
}
