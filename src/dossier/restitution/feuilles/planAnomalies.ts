/** La feuille « Anomalies » : ce qu'il y a à corriger, où, et pourquoi ; un tableau à trier et filtrer. */
import { adresseDe } from '../../formes/adresses';
import { adresse, ECRITES_MAX, phraseDe } from '../../anomalies/anomalie';
import type { Examen } from '../../examiner';
import { FEUILLES_CLAS } from '../../feuilles';
import type { CellulePlan, FeuillePlan } from '../../formes/plan';
import { proprietaires } from '../../lecture/proprietaire';
import { enFrancais } from '../../../reglement/explication';
import { entetes, libelle, texte } from '../cellules';

/** La phrase en dernier : elle déborde à droite au lieu d'être coupée. */
const COLONNES = [
  ['Gravité', 13],
  ['Cellule', 22],
  ['N° dossier', 18],
  ['Gestionnaire', 28],
  ['Référence', 12],
  ['Source', 24],
  ['Justification', 28],
  ['Anomalie', 130],
] as const;

export function planAnomalies({ anomalies, lecture }: Pick<Examen, 'anomalies' | 'lecture'>): FeuillePlan {
  const proprietaire = proprietaires(lecture);
  const lignes: CellulePlan[][] = anomalies
    .slice(0, ECRITES_MAX)
    .map((a) => [
      libelle(a.gravite, a.gravite),
      libelle(adresse(a) ?? a.feuille),
      texte(proprietaire(a)?.dossier ?? null),
      texte(proprietaire(a)?.gestionnaire ?? null),
      libelle(a.reference),
      libelle(a.source),
      texte(a.justification),
      libelle(phraseDe(a)),
    ]);
  const tues = anomalies.length - lignes.length;
  return {
    nom: FEUILLES_CLAS.anomalies,
    colonnes: COLONNES.map(([, largeur]) => ({ largeur })),
    lignes: [
      entetes(COLONNES.map(([intitule]) => intitule)),
      ...(lignes.length > 0 ? lignes : [[libelle('Aucune anomalie.')]]),
      ...(tues > 0
        ? [[], [libelle(`… et ${enFrancais(tues, 0)} autres, non écrites : corriger celles-ci d’abord.`)]]
        : []),
    ],
    lignesFigees: 1,
    ...(lignes.length > 0 && {
      tableaux: [{ nom: 'ClasAnomalies', plage: `A1:${adresseDe(lignes.length + 1, COLONNES.length)}` }],
    }),
    impression: { paysage: true, repeterLigne: 1 },
  };
}
