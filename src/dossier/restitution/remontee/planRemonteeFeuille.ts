/** La feuille « Remontée Cnaf », dans le fichier comme dans le classeur de l'agent : des valeurs, et des totaux natifs. */
import { FEUILLES_CLAS } from '../../feuilles';
import type { CellulePlan, FeuillePlan } from '../../formes/plan';
import { anneeScolaire } from '../../../reglement/annee';
import { colonneDe, entetes, libelle, parFormule, texte, vide } from '../cellules';
import { celluleDe, celluleLigne, type Champ } from './planDonnees';
import { nomFichier } from './identite';
import type { Remontee } from './donnees';
import {
  BLOCS,
  CLES_BLOC,
  CLES_LIGNE,
  CLES_TOTAL,
  COLONNES_REMONTEE,
  IDENTITE,
  TITRE_TOTAUX,
  TOTAUX,
  rangDe,
  type Bloc,
  type CleLigne,
  type LigneRemontee,
} from './presentation';
import { Decimal, somme } from '../../../valeurs/montant';

export const LIBELLE_TOTAL = 'Total';

/** Somme d'une colonne de nombres ; `null` pour un texte, ou une colonne que le bloc ne remplit pas. */
function totalColonne(bloc: Bloc, cle: CleLigne, lignes: readonly LigneRemontee[]): Champ {
  const { type, blocs } = COLONNES_REMONTEE[cle];
  if (type === 'texte' || !blocs.includes(bloc)) return null;
  const valeurs = lignes.map((l) => l[cle]);
  return type === 'montant'
    ? somme(valeurs.filter((v) => Decimal.isDecimal(v)))
    : valeurs.reduce<number>((n, v) => n + (typeof v === 'number' ? v : 0), 0);
}

const bande = (titre: string): CellulePlan[] => [
  libelle(titre, 'information'),
  ...CLES_LIGNE.slice(1).map(() => vide('information')),
];

/** Les lignes au-dessus des données : titre, identité, intitulés des colonnes. */
const entete = (r: Remontee): CellulePlan[][] => [
  [libelle(`Remontée Cnaf — bonus Clas ${anneeScolaire(r.annee)}`, 'titre')],
  [libelle(IDENTITE.caf), texte(r.caf)],
  [libelle(IDENTITE.nomCaf), texte(r.nomCaf)],
  [libelle(IDENTITE.codeOrganisme), texte(r.codeOrganisme)],
  [libelle(IDENTITE.annee), texte(anneeScolaire(r.annee))],
  entetes(CLES_LIGNE.map((cle) => COLONNES_REMONTEE[cle].entete)),
];

export function planRemonteeFeuille(r: Remontee): FeuillePlan {
  const lignes = entete(r);
  const lignesFigees = lignes.length;
  const plages = {} as Record<Bloc, { debut: number; fin: number }>;
  for (const bloc of CLES_BLOC) {
    const { titre, neant } = BLOCS[bloc];
    lignes.push(bande(titre(r.annee)));
    const debut = lignes.length + 1;
    lignes.push(...(r[bloc].length > 0 ? r[bloc].map(celluleLigne) : [[libelle(neant)]]));
    const fin = lignes.length;
    plages[bloc] = { debut, fin };
    lignes.push(
      CLES_LIGNE.map((cle, i) => {
        const total = totalColonne(bloc, cle, r[bloc]);
        if (total === null) return i === 0 ? libelle(LIBELLE_TOTAL, 'total') : vide('total');
        return parFormule(celluleDe(cle, total, 'total'), `SUM(${colonneDe(rangDe(cle), debut, fin)})`);
      }),
      [],
    );
  }
  lignes.push(bande(TITRE_TOTAUX));
  for (const cle of CLES_TOTAL) {
    const { libelle: nom, bloc, colonne, calcul } = TOTAUX[cle];
    const { debut, fin } = plages[bloc];
    const formule = `${calcul === 'nombre' ? 'COUNT' : 'SUM'}(${colonneDe(rangDe(colonne), debut, fin)})`;
    lignes.push([libelle(nom), parFormule(celluleDe(colonne, r.totaux[cle]), formule)]);
  }
  return {
    nom: FEUILLES_CLAS.remontee,
    colonnes: CLES_LIGNE.map((cle) => ({ largeur: COLONNES_REMONTEE[cle].largeur })),
    lignes,
    lignesFigees,
    colonnesFigees: 1,
    protegee: true,
    impression: {
      paysage: true,
      repeterLigne: lignesFigees,
      pied: `${nomFichier(r)} — ${r.empreinte.slice(0, 16)}`,
    },
  };
}
