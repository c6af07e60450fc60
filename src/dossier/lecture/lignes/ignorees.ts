/** Les lignes ignorées, dites : chacune dans le bilan, par bloc dans les anomalies. */
import { anneeScolaire } from '../../../reglement/annee';
import { anomalie, type Anomalie, type Lieu } from '../../anomalies/anomalie';
import type { LigneIgnoree } from '../bilan';
import { AUTRE_ANNEE, AUTRE_CAMPAGNE, AUTRES_INTITULES, type Sort } from './sorts';

/** Motifs dont un bloc de lignes se dit une seule fois. */
const EN_BLOC: ReadonlySet<Sort> = new Set<Sort>([
  'note ou titre',
  'unités, consignes ou signature',
  'ligne préremplie, sans saisie',
  AUTRE_ANNEE,
  AUTRE_CAMPAGNE,
  AUTRES_INTITULES,
]);

/** Un bloc prérempli n'est qu'une ligne du bilan. */
export function ignoreesParBloc(
  sorts: ReadonlyMap<number, Sort>,
  ligneExcel: (i: number) => number,
): { readonly anomalies: readonly LigneIgnoree[]; readonly bilan: readonly LigneIgnoree[] } {
  const anomalies: LigneIgnoree[] = [];
  const bilan: LigneIgnoree[] = [];
  let vides: number[] = [];
  let avant: Sort | undefined;
  const etendre = (liste: LigneIgnoree[], derniere: number): void => {
    const bloc = liste.pop() as LigneIgnoree;
    liste.push({ ...bloc, derniere });
  };
  for (const [i, sort] of sorts) {
    const ligne = ligneExcel(i);
    if (sort === 'vide') {
      vides.push(ligne);
      continue;
    }
    const [premiere] = vides;
    // une ligne vide ne se signale que devant une donnée : la fin du tableau n'est pas un oubli
    if (premiere !== undefined && sort === 'donnee') {
      const derniere = vides.at(-1) ?? premiere;
      const motif = premiere === derniere ? 'ligne vide' : 'lignes vides';
      anomalies.push({ ligne: premiere, derniere, motif });
    }
    vides = [];
    if (sort !== 'donnee') {
      const suite = avant === sort && EN_BLOC.has(sort);
      const dite = { ligne, derniere: ligne, motif: sort };
      if (suite) etendre(anomalies, ligne);
      else anomalies.push(dite);
      if (suite && sort === 'ligne préremplie, sans saisie') etendre(bilan, ligne);
      else bilan.push(dite);
    }
    avant = sort;
  }
  return { anomalies, bilan };
}

/** @param ligneEntete la ligne Excel des intitulés */
export function direIgnoree(
  { ligne, derniere, motif }: LigneIgnoree,
  lieu: Lieu,
  { annee, ligneEntete }: { readonly annee: number; readonly ligneEntete: number },
): Anomalie {
  const n = ligne === derniere ? ligne : `${ligne} à ${derniere}`;
  if (motif === AUTRE_ANNEE || motif === AUTRE_CAMPAGNE)
    return anomalie('ligne.autre-annee', lieu, {
      n,
      annee: anneeScolaire(annee),
      parTitre: motif === AUTRE_ANNEE,
    });
  if (motif === AUTRES_INTITULES) return anomalie('ligne.autres-intitules', lieu, { n, entete: ligneEntete });
  return anomalie('ligne.ignoree', lieu, { n, motif });
}
