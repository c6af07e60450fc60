/** La feuille « Comité » : la liste de la séance (demandé, droit, proposé), puis les chiffres par commune, public, type et milieu. */
import { MONTANTS, type CalculProjet, type CleMontant } from '../../calcul/montants';
import { EFFECTIFS, effectifsDits } from '../../calcul/totaux';
import type { Examen } from '../../examiner';
import { FEUILLES_SORTIES } from '../../feuilles';
import type { CellulePlan, FeuillePlan } from '../../formes/plan';
import { entetes, entier, euros, libelle, texte } from '../cellules';
import { table, type ColonneTable } from '../planTable';
import { hautDePage } from './mentions';
import { montantConnu } from './montantConnu';
import { AXES, chiffres, repartir, type Axe, type Chiffres } from './repartitions';

const COLONNES: readonly ColonneTable<CalculProjet>[] = [
  { entete: 'N° dossier', largeur: 18, valeur: ({ projet }) => projet.dossier },
  { entete: 'Gestionnaire', largeur: 34, valeur: ({ projet }) => projet.gestionnaire },
  { entete: 'Action', largeur: 34, valeur: ({ projet }) => projet.action },
  { entete: 'Commune', largeur: 20, valeur: ({ projet }) => projet.commune },
  { entete: 'Public', largeur: 14, valeur: ({ projet }) => projet.public },
  { entete: 'Collectifs', largeur: 11, valeur: (c) => c.collectifsRetenus },
  { entete: 'Enfants', largeur: 10, valeur: ({ projet }) => projet.enfants },
  { entete: 'Demandé', largeur: 15, valeur: ({ projet }) => projet.montantDemande },
  { entete: 'Droit', largeur: 15, valeur: (c) => montantConnu(c, 'psPrevisionnelle') },
  { entete: 'Proposé', largeur: 15, valeur: (c) => montantConnu(c, 'psRetenue') },
  { entete: 'Bonus', largeur: 13, valeur: (c) => montantConnu(c, 'bonus') },
  { entete: 'Avis', largeur: 14, valeur: ({ projet }) => projet.agrement ?? 'en attente' },
  { entete: 'Observations', largeur: 40, valeur: ({ projet }) => projet.observations },
];

const CLES = ['psPrevisionnelle', 'psRetenue', 'bonus'] as const satisfies readonly CleMontant[];

const inconnu = (style?: CellulePlan['style']): CellulePlan => libelle('inconnu', style);

/** Projets, effectifs qu'un projet dit, montants. */
const ligne = (
  nom: string,
  { effectifs, montants }: Chiffres,
  style?: CellulePlan['style'],
): CellulePlan[] => [
  texte(nom, style),
  entier(effectifs.projets, style),
  ...effectifsDits(effectifs).map((cle) => {
    const nb = effectifs[cle] ?? null;
    return nb === null ? inconnu(style) : entier(nb, style);
  }),
  ...CLES.map((cle) => {
    const montant = montants[cle] ?? null;
    return montant === null ? inconnu(style) : euros(montant, style);
  }),
];

export function planComite(examen: Examen): FeuillePlan {
  const { calculs, effectifs } = examen;
  const intitules = [
    'Projets',
    ...effectifsDits(effectifs).map((cle) => EFFECTIFS[cle]),
    ...CLES.map((cle) => MONTANTS[cle].intitule),
  ];
  const haut = hautDePage('Comité départemental', examen);
  const premiere = haut.length + 1;
  const liste = table(COLONNES, calculs, premiere).slice(0, calculs.length + 1);
  return {
    nom: FEUILLES_SORTIES.comite,
    colonnes: COLONNES.map(({ largeur }) => ({ largeur })),
    lignes: [
      ...haut,
      ...liste,
      ...(Object.keys(AXES) as Axe[]).flatMap((axe) => [
        [],
        entetes([`Par ${AXES[axe].intitule.toLowerCase()}`, ...intitules]),
        ...repartir(examen, calculs, axe, CLES).map((g) => ligne(g.nom, g)),
      ]),
      ligne('Ensemble', chiffres(examen, calculs, CLES), 'total'),
    ],
    lignesFigees: premiere,
    impression: { paysage: true, repeterLigne: premiere, pied: 'Comité — Clas' },
  };
}
