/** Lire une feuille de données : en-têtes, lignes typées, anomalies de structure et de format, valeur brute gardée. */
import { lettres } from '../formes/adresses';
import { anomalie, type Anomalie, type Lieu } from '../anomalies/anomalie';
import type { Colonne, Colonnes, Rangee } from '../colonnes/colonne';
import { ErreurClasseur } from '../formes/erreurs';
import { estUnArret, type ParEtapes } from '../formes/etapes';
import type { Feuille } from '../formes/grille';
import type { Valeur } from '../../valeurs/valeur';
import type { Memoire } from '../formes/memoire';
import { enFrancais } from '../../reglement/explication';
import { trouverEntetes, type Entetes, type Pointage } from './entetes';
import { verifierEntetes, verifierPresentation } from './forme';
import { motifIgnore } from './ignorees';
import { lireLigne } from './ligne';
import { estVide, texteDe } from '../../valeurs/texte';

export interface Table<D extends Colonnes> {
  readonly feuille: Feuille;
  readonly definitions: D;
  readonly lignes: readonly Rangee<D>[];
  readonly entetes: Entetes | undefined;
  /** Vrai quand la colonne a été trouvée. */
  readonly a: (cle: keyof D & string) => boolean;
  /** L'intitulé que l'agent a donné à la colonne. */
  readonly intitule: (cle: keyof D & string) => string;
  /** L'endroit d'une cellule, avec sa valeur brute, pour une anomalie. */
  readonly lieu: (ligne: number | null, cle: (keyof D & string) | null) => Lieu;
}

export interface OptionsTable {
  readonly dates1904: boolean;
  readonly memoire: Memoire;
  readonly pointage?: Pointage | undefined;
  /** Lignes remplies admises ; les mesures de croissance vont au-delà du plafond des classeurs. */
  readonly lignesMax?: number | undefined;
}

/** Bien plus que la plus grande Caf n'en aura ; au-delà, dire toutes les anomalies épuiserait la mémoire. */
const LIGNES_MAX = 20_000;
const tropDeLignes = (nom: string): string =>
  `La feuille « ${nom} » compte plus de ${enFrancais(LIGNES_MAX, 0)} lignes remplies : supprimer celles qui ne sont pas des données.`;

/** Une formule se corrige à sa source : y écrire une valeur la perdrait. */
const laisserFormule = (a: Anomalie, { formules }: Feuille): Anomalie =>
  a.correction !== null && formules.has(`${lettres(a.colonne ?? 0)}${a.ligne ?? ''}`)
    ? { ...a, correction: null }
    : a;

export function* lireTable<D extends Colonnes>(
  feuille: Feuille,
  definitions: D,
  options: OptionsTable,
): ParEtapes<{ table: Table<D>; anomalies: Anomalie[] }> {
  const { lignesMax = LIGNES_MAX } = options;
  const entetes = trouverEntetes(feuille, definitions, options.pointage);
  const colonneExcel = (i: number): number => feuille.premiereColonne + i;
  const ligneExcel = (i: number): number => feuille.premiereLigne + i;
  const lieu = (ligne: number | null, cle: string | null): Lieu => {
    const indice = cle === null ? undefined : entetes?.colonnes.get(cle);
    const valeur =
      ligne === null || indice === undefined
        ? null
        : (feuille.lignes[ligne - feuille.premiereLigne]?.[indice] ?? null);
    return {
      feuille: feuille.nom,
      ligne,
      colonne: indice === undefined ? null : colonneExcel(indice),
      champ: cle,
      valeur,
    };
  };
  const ligneEntete = entetes ? ligneExcel(entetes.indice) : null;
  const anomalies: Anomalie[] = verifierEntetes(
    definitions,
    entetes,
    (cle) => lieu(ligneEntete, cle),
    (i) => `${lettres(colonneExcel(i))}${ligneEntete ?? ''}`,
  );

  const lignes: Rangee<D>[] = [];
  if (entetes) {
    const colonnes = [...entetes.colonnes].map(([cle, i]) => ({
      cle,
      i,
      definition: definitions[cle] as Colonne,
    }));
    const deSaisie = colonnes.filter(({ definition }) => !definition.calculee);
    const { premiereColonne } = feuille;
    const { dates1904 } = options;
    let numero = 0;
    const formatsDe = () => feuille.formats[numero - feuille.premiereLigne];
    const lire = options.memoire.garder(
      `lire ${feuille.nom}`,
      JSON.stringify([premiereColonne, dates1904, [...entetes.colonnes]]),
      (brutes: readonly Valeur[]) =>
        lireLigne<D>(
          brutes,
          { feuille: feuille.nom, ligne: numero, premiereColonne, formats: formatsDe() },
          colonnes,
          definitions,
          dates1904,
        ),
      () => [numero, formatsDe()?.join('\n')],
    );
    const intitules = feuille.lignes[entetes.indice] ?? [];
    const vides: number[] = [];
    for (let i = entetes.indice + 1; i < feuille.lignes.length; i++) {
      if (estUnArret(i)) yield;
      const brutes = feuille.lignes[i] ?? [];
      numero = ligneExcel(i);
      if (deSaisie.every(({ i: c }) => estVide(brutes[c] ?? null))) {
        vides.push(numero);
        continue;
      }
      // une ligne vide ne se signale qu'entre deux lignes pleines : la fin du tableau n'est pas un oubli
      for (const vide of vides.splice(0))
        anomalies.push(anomalie('ligne.ignoree', lieu(vide, null), { n: vide, motif: 'ligne vide' }));
      const motif = motifIgnore(feuille, i, intitules, colonnes);
      if (motif !== undefined) {
        anomalies.push(anomalie('ligne.ignoree', lieu(numero, null), { n: numero, motif }));
        continue;
      }
      if (lignes.length === lignesMax) throw new ErreurClasseur(tropDeLignes(feuille.nom));
      const lue = lire(brutes);
      lignes.push(lue.rangee);
      for (const a of lue.anomalies) anomalies.push(laisserFormule(a, feuille));
    }
    anomalies.push(
      ...verifierPresentation(
        feuille,
        ligneEntete ?? 0,
        lignes,
        colonnes.map(({ i }) => colonneExcel(i)),
        lieu(ligneEntete, null),
      ),
    );
  }
  const table: Table<D> = {
    feuille,
    definitions,
    lignes,
    entetes,
    a: (cle) => entetes?.colonnes.has(cle) ?? false,
    intitule: (cle) => texteDe(lieu(ligneEntete, cle).valeur) ?? '',
    lieu,
  };
  return { table, anomalies };
}
