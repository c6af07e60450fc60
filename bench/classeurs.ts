/** Les classeurs mesurés, sans passer par un fichier : tels que le moteur les reçoit, tels que l'hôte émulé les ouvre. */
import { planExemple, type Contenu } from '../scripts/exemples/classeur';
import { propre } from '../scripts/exemples/propre';
import type { ClasseurLu } from '../src/dossier/formes/grille';
import type { FeuilleTest } from '../outils/excel';

const valeurs = (contenu: Contenu) =>
  planExemple(contenu).feuilles.map(({ nom, lignes }) => ({
    nom,
    lignes: lignes.map((ligne) => ligne.map(({ valeur }) => valeur)),
  }));

export const classeurLu = (contenu: Contenu): ClasseurLu => ({
  dates1904: false,
  feuilles: valeurs(contenu).map((feuille) => ({
    ...feuille,
    visibilite: 'visible',
    formats: [],
    lignesDeTotal: [],
    premiereLigne: 1,
    premiereColonne: 1,
    formules: new Map(),
    lignesMasquees: [],
    colonnesMasquees: [],
    lignesBarrees: [],
    fusions: [],
  })),
});

export const feuillesPourExcel = (contenu: Contenu): FeuilleTest[] => valeurs(contenu);

/** Une campagne où chaque projet a sa faute : les anomalies croissent avec les lignes. */
export const fautif = (nombre: number): Contenu => {
  const contenu = propre({ nombre, collectifs: 1 });
  return { ...contenu, projets: contenu.projets.map((p) => ({ ...p, commune: null })) };
};
