/** Formules CLAS.* dont le barème, par défaut ou écrit en toutes lettres, est d'une autre année que le classeur. */
import { anomalie, type Anomalie } from '../anomalies/anomalie';
import { formuleAffichee } from '../formuleAffichee';
import { formulesDe, type ClasseurLu } from '../grille';
import { BAREMES } from '../../reglement/bareme';
import { anneeScolaire, lireAnnee } from '../../reglement/annee';
import type { Parametres } from './parametres';

/** Rang de l'année parmi les arguments, à partir de 0. */
const RANG_ANNEE: Readonly<Record<string, number>> = {
  PS: 2,
  PLAFOND: 0,
  TAUX: 0,
  PS_MAX: 0,
  EXPLIQUER: 2,
  DOSSIER: 1,
};
/** Rang du montant d'un bonus : sans lui, celui du barème par défaut. */
const RANG_FORFAIT = 2;
const APPEL = /CLAS\.([A-Z0-9_]+)\(/gi;

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

/** L'année écrite dans un appel, 'defaut' s'il s'en passe ; rien si elle vient d'une cellule, ou s'il n'en a pas. */
function anneeDe(nom: string, donnes: readonly string[]): number | 'defaut' | undefined {
  if (nom === 'BONUS') return ['', '0'].includes(donnes[RANG_FORFAIT] ?? '') ? 'defaut' : undefined;
  const rang = RANG_ANNEE[nom];
  if (rang === undefined) return undefined;
  const donnee = donnes[rang] ?? '';
  const ecrite = /^(?:"([^"]*)"|(\d+))$/.exec(donnee);
  return donnee === '' ? 'defaut' : lireAnnee(ecrite?.[1] ?? ecrite?.[2]);
}

/** Le barème, d'une autre année que celle du classeur, qu'emploie une formule : « 2021 par défaut », « 2022 ». */
function autreBareme(formule: string, annee: number, defaut: number): string | undefined {
  for (const appel of formule.matchAll(APPEL)) {
    const donnes = lireArguments(formule, appel.index + appel[0].length);
    const employee = anneeDe((appel[1] ?? '').toUpperCase(), donnes);
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
