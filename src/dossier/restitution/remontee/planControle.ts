/** Feuille « Contrôle » du fichier de la Cnaf : empreinte et sa recette, version des règles, résumé des anomalies. */
import { GRAVITES } from '../../anomalies/catalogue';
import type { CellulePlan, FeuillePlan } from '../../formes/plan';
import { entetes, entier, euros, libelle, texte } from '../cellules';
import { condenser } from './empreinte';
import { PRESENTATION } from './presentation';
import type { Remontee } from './donnees';

export const FEUILLE_CONTROLE = 'Contrôle';

/** Libellés : la valeur est à leur droite. */
export const CONTROLE = {
  presentation: 'Présentation du fichier',
  versionRegles: 'Version des règles',
  bonusEnfants: 'Bonus enfants, par collectif',
  bonusParents: 'Bonus parents, par collectif',
  source: 'Source du barème',
  empreinte: 'Empreinte SHA-256',
  sceau: 'Empreinte de cette feuille',
  bloquante: 'Anomalies bloquantes',
  alerte: 'Alertes',
  justifiees: 'dont justifiées par la Caf',
  information: 'Informations',
  ecartes: 'Dossiers mis à l’écart',
} as const;
export const ENTETES_RESUME = ['Référence', 'Gravité', 'Situation', 'Nombre'] as const;

export const ENTETES_ECARTES = ['N° dossier écarté', 'Gestionnaire', 'Motif'] as const;

/** Comment refaire l'empreinte, en clair ; ces phrases ne sont pas des données. */
const RECETTE = [
  'L’empreinte est le SHA-256 de la Caf, de l’année, des lignes et des totaux, écrits ligne à ligne et triés.',
  'Elle ne dépend ni du jour, ni du logiciel, ni de l’ordre des lignes : deux fichiers aux mêmes données ont la même.',
  'Une donnée changée après coup donne une autre empreinte : la consolidation refuse alors le fichier.',
];

type Ligne = readonly [CellulePlan, ...CellulePlan[]];

/** La feuille sans son sceau : tout ce qu'elle dit. */
function lignesControle(r: Omit<Remontee, 'sceau'>): readonly Ligne[] {
  const { compte, justifiees, resume } = r.anomalies;
  return [
    [libelle('Contrôle de la remontée', 'titre')],
    [libelle(CONTROLE.presentation), entier(PRESENTATION)],
    [libelle(CONTROLE.versionRegles), texte(r.versionRegles)],
    [libelle(CONTROLE.bonusEnfants), euros(r.bareme.bonusEnfants)],
    [libelle(CONTROLE.bonusParents), euros(r.bareme.bonusParents)],
    [libelle(CONTROLE.source), texte(r.bareme.source)],
    [libelle(CONTROLE.empreinte), texte(r.empreinte)],
    ...GRAVITES.flatMap((gravite): readonly Ligne[] => [
      [libelle(CONTROLE[gravite]), entier(compte[gravite])],
      // rien de justifié : la feuille reste celle des fichiers déjà faits
      ...(gravite === 'alerte' && justifiees > 0
        ? [[libelle(CONTROLE.justifiees), entier(justifiees)] as const]
        : []),
    ]),
    [libelle(CONTROLE.ecartes), entier(r.ecartes.length)],
    entetes(ENTETES_RESUME) as unknown as Ligne,
    ...resume.map(({ reference, gravite, situation, nombre }): Ligne => [
      texte(reference),
      texte(gravite),
      texte(situation),
      entier(nombre),
    ]),
    ...(r.ecartes.length > 0
      ? [
          entetes(ENTETES_ECARTES) as unknown as Ligne,
          ...r.ecartes.map(({ dossier, gestionnaire, motif }): Ligne => [
            texte(dossier),
            texte(gestionnaire),
            texte(motif),
          ]),
        ]
      : []),
  ];
}

/** Le SHA-256 de la feuille : il ne prouve pas qui l'a écrite, il montre qu'elle a changé. */
export const sceauDe = (r: Omit<Remontee, 'sceau'>): Promise<string> =>
  condenser(
    lignesControle(r).map((ligne, i) => [`${i + 1}`, ...ligne.map(({ valeur }) => `${valeur ?? ''}`)]),
  );

export function planControle(r: Remontee): FeuillePlan {
  const lignes = lignesControle(r);
  const rang = lignes.findIndex(([premiere]) => premiere.valeur === CONTROLE.empreinte) + 1;
  const resume = lignes.findIndex(([premiere]) => premiere.valeur === ENTETES_RESUME[0]);
  return {
    nom: FEUILLE_CONTROLE,
    colonnes: [{ largeur: 26 }, { largeur: 14 }, { largeur: 90 }, { largeur: 10 }],
    lignes: [
      ...lignes.slice(0, rang),
      [libelle(CONTROLE.sceau), texte(r.sceau)],
      ...RECETTE.map((phrase) => [libelle(phrase, 'aide')]),
      [],
      ...lignes.slice(rang, resume),
      [],
      ...lignes.slice(resume),
    ],
    impression: { paysage: true },
  };
}
