/** Formules CLAS.* qui s'en remettent à l'année par défaut dans un classeur d'une autre année. */
import { anomalie, type Anomalie } from '../anomalies/anomalie';
import { formulesDe, type ClasseurLu } from '../grille';
import { BAREMES } from '../../reglement/bareme';
import { anneeScolaire } from '../../reglement/annee';
import type { Parametres } from './parametres';

/** Nombre d'arguments à partir duquel l'année est donnée. */
const RANG_ANNEE: Readonly<Record<string, number>> = {
  PS: 3,
  PLAFOND: 1,
  TAUX: 1,
  PS_MAX: 1,
  EXPLIQUER: 3,
  DOSSIER: 2,
  BONUS: 3,
};
const APPEL = /CLAS\.([A-Z0-9_]+)\(/gi;

/** Arguments d'un appel dont la parenthèse ouvrante vient d'être lue : nombre d'arguments non vides. */
function nombreArguments(formule: string, debut: number): number {
  let profondeur = 0;
  let dansTexte = false;
  const morceaux = [''];
  for (const c of formule.slice(debut)) {
    if (c === '"') dansTexte = !dansTexte;
    if (!dansTexte) {
      if (c === '(' || c === '{') profondeur++;
      if (c === ')' || c === '}') profondeur--;
      if (profondeur < 0) break;
      if (profondeur === 0 && (c === ',' || c === ';')) {
        morceaux.push('');
        continue;
      }
    }
    morceaux[morceaux.length - 1] += c;
  }
  while (morceaux.length > 0 && morceaux.at(-1)?.trim() === '') morceaux.pop();
  return morceaux.length;
}

const parDefaut = (formule: string): boolean =>
  [...formule.matchAll(APPEL)].some((appel) => {
    const rang = RANG_ANNEE[(appel[1] ?? '').toUpperCase()];
    return rang !== undefined && nombreArguments(formule, appel.index + appel[0].length) < rang;
  });

export function formulesParDefaut(classeur: ClasseurLu, { annee }: Pick<Parametres, 'annee'>): Anomalie[] {
  const defaut = BAREMES[0]?.annee ?? annee;
  if (annee === defaut) return [];
  return classeur.feuilles.flatMap((feuille) =>
    formulesDe(feuille)
      .filter(({ formule }) => parDefaut(formule))
      .map(({ ligne, colonne, formule, valeur }) =>
        anomalie(
          'ps.annee-par-defaut',
          { feuille: feuille.nom, ligne, colonne, champ: null, valeur },
          { v: formule, annee: anneeScolaire(annee), defaut },
        ),
      ),
  );
}
