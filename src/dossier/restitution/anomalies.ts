/** La feuille « Anomalies » : ce qu'il y a à corriger, où, et pourquoi ; un tableau à trier et filtrer. */
import { adresse } from '../anomalies/anomalie';
import type { Examen } from '../examiner';
import { FEUILLES_CLAS } from '../feuilles';
import type { CellulePlan, FeuillePlan } from '../plan';
import { adresseDe, entetes, libelle, texte } from './cellules';
import { valeurSaisie } from './json';

const COLONNES = [
  ['Gravité', 13],
  ['Cellule', 22],
  ['Anomalie', 110],
  ['Valeur saisie', 24],
  ['Référence', 12],
  ['Source', 26],
] as const;

export function planAnomalies({ anomalies }: Pick<Examen, 'anomalies'>): FeuillePlan {
  const lignes: CellulePlan[][] = anomalies.map((a) => {
    const valeur = valeurSaisie(a.valeur);
    return [
      libelle(a.gravite, a.gravite),
      libelle(adresse(a) ?? a.feuille),
      libelle(a.message),
      typeof valeur === 'string' ? texte(valeur) : { valeur },
      libelle(a.reference),
      libelle(a.source),
    ];
  });
  const rien = anomalies.length === 0 ? [[libelle('Aucune anomalie.', 'information')]] : [];
  return {
    nom: FEUILLES_CLAS.anomalies,
    colonnes: COLONNES.map(([, largeur]) => ({ largeur })),
    lignes: [entetes(COLONNES.map(([intitule]) => intitule)), ...lignes, ...rien],
    lignesFigees: 1,
    ...(lignes.length > 0 && {
      tableaux: [{ nom: 'ClasAnomalies', plage: `A1:${adresseDe(lignes.length + 1, COLONNES.length)}` }],
    }),
    impression: { paysage: true, repeterLigne: 1 },
  };
}
