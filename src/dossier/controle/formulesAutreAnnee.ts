/** Formules CLAS.* dont le barème, par défaut ou écrit en toutes lettres, est d'une autre année que le classeur. */
import { anomalie, type Anomalie } from '../anomalies/anomalie';
import { CITE, formuleAffichee } from '../affichage/formule';
import { appelsClas } from '../affichage/nomsDeFonctions';
import SIGNATURES from '../affichage/signatures.json';
import { formulesDe, type ClasseurLu } from '../formes/grille';
import { BAREMES } from '../../reglement/bareme';
import { anneeScolaire, lireAnnee } from '../../reglement/annee';
import type { Parametres } from '../lecture/parametres';

/** L'année du barème que prend une fonction quand on ne lui en dit pas. */
const DEFAUT = BAREMES[0].annee;

/** L'argument qui dispense du barème par défaut : l'année, ou le montant d'un bonus. */
const DISPENSES = ['annee', 'montant'] as const;

/** Fonctions qui s'en remettent au barème par défaut : cet argument, et son rang à partir de 0. */
const AU_BAREME = new Map(
  Object.entries(SIGNATURES).flatMap(([nom, parametres]) =>
    DISPENSES.filter((dispense) => parametres.includes(dispense)).map(
      (dispense) => [nom, { dispense, rang: parametres.indexOf(dispense) }] as const,
    ),
  ),
);

/** Ce qui est cité ; ce qui ouvre, ce qui ferme, ce qui sépare ; tout autre signe. */
const SIGNE = new RegExp(`${CITE}|([([{])|([)\\]}])|(,)|.`, 'gs');

/** Arguments d'un appel dont la parenthèse ouvrante vient d'être lue. */
function lireArguments(formule: string, debut: number): readonly string[] {
  let profondeur = 0;
  const morceaux = [''];
  for (const [signe, ouvre, ferme, separe] of formule.slice(debut).matchAll(SIGNE)) {
    if (ouvre) profondeur++;
    if (ferme) profondeur--;
    if (profondeur < 0) break;
    if (separe && profondeur === 0) morceaux.push('');
    else morceaux[morceaux.length - 1] += signe;
  }
  return morceaux;
}

/** Un nombre, un texte, ou rien : ce qui vient d'une cellule ou d'un calcul ne se juge pas. */
const CONSTANTE = /^\s*(?:"[^"]*"|\d*)\s*$/;

/** Le barème, d'une autre année que celle du classeur, qu'emploie une formule : « 2021 par défaut », « 2022 ». */
function autreBareme(formule: string, annee: number): string | undefined {
  for (const { nom, debut } of appelsClas(formule)) {
    const auBareme = AU_BAREME.get(nom);
    // PS_BAREME est sur chaque ligne d'un classeur préparé : ses arguments ne se lisent pas
    if (!auBareme) continue;
    const { dispense, rang } = auBareme;
    const argument = lireArguments(formule, debut)[rang] ?? '';
    if (!CONSTANTE.test(argument)) continue;
    const dit = argument.replaceAll('"', '').trim();
    if (dit === '' || dit === '0') {
      if (annee !== DEFAUT) return `${DEFAUT} par défaut`;
    } else if (dispense === 'annee') {
      const employee = lireAnnee(dit);
      if (employee !== undefined && employee !== annee) return String(employee);
    }
  }
  return undefined;
}

export function formulesDUneAutreAnnee(
  classeur: ClasseurLu,
  { annee }: Pick<Parametres, 'annee'>,
): Anomalie[] {
  return classeur.feuilles.flatMap((feuille) =>
    formulesDe(feuille).flatMap(({ ligne, colonne, formule, valeur }) => {
      const bareme = autreBareme(formule, annee);
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
