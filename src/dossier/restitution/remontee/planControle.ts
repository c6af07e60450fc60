/** Feuille « Contrôle » du fichier de la Cnaf : empreinte et sa recette, version des règles, résumé des anomalies. */
import type { CellulePlan, FeuillePlan } from '../../formes/plan';
import { entetes, entier, libelle, texte } from '../cellules';
import { PRESENTATION } from './presentation';
import type { Remontee } from './remontee';

export const FEUILLE_CONTROLE = 'Contrôle';

/** Libellés : la valeur est à leur droite. */
export const CONTROLE = {
  presentation: 'Présentation du fichier',
  versionRegles: 'Version des règles',
  bareme: 'Barème des bonus',
  empreinte: 'Empreinte SHA-256',
  bloquante: 'Anomalies bloquantes',
  alerte: 'Alertes',
  information: 'Informations',
} as const;
export const ENTETES_RESUME = ['Référence', 'Gravité', 'Situation', 'Nombre'] as const;

/** Comment refaire l'empreinte, en clair ; ces phrases ne sont pas des données. */
const RECETTE = [
  'L’empreinte est le SHA-256 de la Caf, de l’année, des lignes et des totaux, écrits ligne à ligne et triés.',
  'Elle ne dépend ni du jour, ni du logiciel, ni de l’ordre des lignes : deux fichiers aux mêmes données ont la même.',
  'Une donnée changée après coup donne une autre empreinte : la consolidation refuse alors le fichier.',
];

export function planControle(r: Remontee): FeuillePlan {
  const { compte, resume } = r.anomalies;
  const lignes: CellulePlan[][] = [
    [libelle('Contrôle de la remontée', 'titre')],
    [libelle(CONTROLE.presentation), entier(PRESENTATION)],
    [libelle(CONTROLE.versionRegles), texte(r.versionRegles)],
    [libelle(CONTROLE.bareme), texte(r.bareme)],
    [libelle(CONTROLE.empreinte), texte(r.empreinte)],
    ...RECETTE.map((phrase) => [libelle(phrase, 'aide')]),
    [],
    ...(['bloquante', 'alerte', 'information'] as const).map((gravite) => [
      libelle(CONTROLE[gravite]),
      entier(compte[gravite]),
    ]),
    [],
    entetes(ENTETES_RESUME),
    ...resume.map(({ reference, gravite, situation, nombre }) => [
      texte(reference),
      texte(gravite),
      texte(situation),
      entier(nombre),
    ]),
  ];
  return {
    nom: FEUILLE_CONTROLE,
    colonnes: [{ largeur: 26 }, { largeur: 14 }, { largeur: 90 }, { largeur: 10 }],
    lignes,
    impression: { paysage: true },
  };
}
