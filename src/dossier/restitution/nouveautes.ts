/** Ce qu'une saisie change : les anomalies apparues et celles réglées entre deux contrôles du même classeur, par cause. */
import { grouperPar } from '../../valeurs/grouper';
import { cleDossier } from '../../valeurs/texte';
import type { Anomalie } from '../anomalies/anomalie';
import type { Examen } from '../examiner';
import { proprietaires } from '../lecture/proprietaire';
import { parCause, type Cause } from './causes';

export interface Nouveautes {
  /** Nouvelles, ou qui disent autre chose au même endroit. */
  readonly apparues: readonly Cause[];
  /** Qui ne sont plus à régler : corrigées, justifiées, ou parties avec leur ligne. */
  readonly reglees: readonly Cause[];
}

interface Fait {
  readonly anomalie: Anomalie;
  readonly dossier: string;
}
type Cle = (fait: Fait) => readonly unknown[];

/** Une alerte justifiée n'est plus à régler ; celles que l'autre contrôle a gardées telles quelles n'ont rien à dire. */
function faitsDe(
  { anomalies, lecture }: Pick<Examen, 'anomalies' | 'lecture'>,
  autre: Pick<Examen, 'anomalies'>,
): readonly Fait[] {
  const aQui = proprietaires(lecture);
  const gardees = new Set(autre.anomalies);
  return anomalies
    .filter((a) => a.justification === null && !gardees.has(a))
    .map((anomalie) => ({ anomalie, dossier: cleDossier(aQui(anomalie)?.dossier ?? '') }));
}

const sorte: Cle = ({ anomalie: { code, feuille, champ } }) => [code, feuille, champ];
const place: Cle = ({ anomalie: { ligne, colonne } }) => [ligne, colonne];

/** De la plus sûre à la moins sûre : restée là ; déplacée avec sa ligne ; restée là sous un autre numéro de dossier. */
const RAPPROCHEMENTS: readonly Cle[] = [
  (f) => [...sorte(f), ...place(f), f.dossier],
  (f) => [...sorte(f), f.dossier],
  (f) => [...sorte(f), ...place(f)],
];

/** Déplacée, une phrase peut citer d'autres lignes et dire la même chose ; sans cellule, elle compte tout le classeur. */
const ditAutreChose = (a: Anomalie, b: Anomalie): boolean =>
  a.colonne !== null && a.ligne === b.ligne && JSON.stringify(a.parametres) !== JSON.stringify(b.parametres);

/** Chaque anomalie d'avant se rapproche d'une seule d'après ; insérer une ligne n'en fait apparaître aucune. */
export function nouveautes(
  avant: Pick<Examen, 'anomalies' | 'lecture'>,
  apres: Pick<Examen, 'anomalies' | 'lecture'>,
): Nouveautes {
  let restent = faitsDe(avant, apres);
  let neuves = faitsDe(apres, avant);
  const changees: Anomalie[] = [];
  for (const cle of RAPPROCHEMENTS) {
    const anciennes = grouperPar(restent, (fait) => JSON.stringify(cle(fait)));
    neuves = neuves.filter((fait) => {
      const ancienne = anciennes.get(JSON.stringify(cle(fait)))?.shift();
      if (ancienne && ditAutreChose(ancienne.anomalie, fait.anomalie)) changees.push(fait.anomalie);
      return ancienne === undefined;
    });
    restent = [...anciennes.values()].flat();
  }
  return {
    apparues: parCause([...changees, ...neuves.map(({ anomalie }) => anomalie)]),
    reglees: parCause(restent.map(({ anomalie }) => anomalie)),
  };
}
