/** Formules CLAS.* dont le barème, par défaut ou écrit en toutes lettres, est d'une autre année que le classeur. */
import { anomalie, type Anomalie } from '../anomalies/anomalie';
import { formuleAffichee } from '../affichage/formule';
import { appelsClas } from '../affichage/nomsDeFonctions';
import SIGNATURES from '../affichage/signatures.json';
import { formulesDe, type ClasseurLu } from '../formes/grille';
import { BAREMES } from '../../reglement/bareme';
import { anneeScolaire, lireAnnee } from '../../reglement/annee';
import type { Parametres } from '../lecture/parametres';

/** L'argument qui dispense du barème par défaut : l'année, ou le montant d'un bonus. */
const DISPENSES = ['annee', 'montant'] as const;
type Dispense = (typeof DISPENSES)[number];

/** Fonctions qui s'en remettent au barème par défaut : cet argument, et son rang à partir de 0. */
const AU_BAREME: ReadonlyMap<string, readonly [Dispense, number]> = new Map(
  Object.entries(SIGNATURES).flatMap(([nom, parametres]) =>
    DISPENSES.filter((dispense) => parametres.includes(dispense)).map(
      (dispense) => [nom, [dispense, parametres.indexOf(dispense)]] as const,
    ),
  ),
);

/** Arguments d'un appel dont la parenthèse ouvrante vient d'être lue. */
function lireArguments(formule: string, debut: number): readonly string[] {
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
  return morceaux.map((morceau) => morceau.trim());
}

/** L'année qu'écrit un argument, 'defaut' s'il s'en remet au barème par défaut ; rien si elle vient d'une cellule. */
function anneeDe(dispense: Dispense, argument: string): number | 'defaut' | undefined {
  if (argument === '' || (dispense === 'montant' && argument === '0')) return 'defaut';
  const ecrite = /^(?:"([^"]*)"|(\d+))$/.exec(argument);
  return dispense === 'montant' ? undefined : lireAnnee(ecrite?.[1] ?? ecrite?.[2]);
}

/** Le barème, d'une autre année que celle du classeur, qu'emploie une formule : « 2021 par défaut », « 2022 ». */
function autreBareme(formule: string, annee: number, defaut: number): string | undefined {
  for (const { nom, debut } of appelsClas(formule)) {
    const [dispense, rang] = AU_BAREME.get(nom) ?? [];
    // PS_BAREME est sur chaque ligne d'un classeur préparé : ses arguments ne se lisent pas
    if (dispense === undefined || rang === undefined) continue;
    const employee = anneeDe(dispense, lireArguments(formule, debut)[rang] ?? '');
    if (employee === 'defaut' && annee !== defaut) return `${defaut} par défaut`;
    if (typeof employee === 'number' && employee !== annee) return String(employee);
  }
  return undefined;
}

export function formulesDUneAutreAnnee(
  classeur: ClasseurLu,
  { annee }: Pick<Parametres, 'annee'>,
): Anomalie[] {
  const defaut = BAREMES[0]?.annee ?? annee;
  return classeur.feuilles.flatMap((feuille) =>
    formulesDe(feuille).flatMap(({ ligne, colonne, formule, valeur }) => {
      const bareme = autreBareme(formule, annee, defaut);
      if (bareme === undefined) return [];
      const lieu = { feuille: feuille.nom, ligne, colonne, champ: null, valeur };
      return anomalie('ps.annee-par-defaut', lieu, {
        v: formuleAffichee(formule),
        annee: anneeScolaire(annee),
        bareme,
      });
    }),
  );
}
