/** La feuille « Comité » : la liste de la séance (demandé, droit, proposé), puis les chiffres par commune, public, type et milieu. */
import { calculerProjet } from '../../calcul/calculer';
import type { CalculProjet, CleMontant } from '../../calcul/montants';
import { EFFECTIFS, effectifsDits } from '../../calcul/totaux';
import { creerContexte, estAgree, estRefuse } from '../../controle/contexte';
import type { Examen } from '../../examiner';
import { FEUILLES_SORTIES } from '../../feuilles';
import type { CellulePlan, FeuillePlan } from '../../formes/plan';
import { ZERO } from '../../../valeurs/montant';
import { entetes, entier, euros, libelle, texte, vide } from '../cellules';
import { feuilleDeTable, LARGEUR_MONTANT, type ColonneTable } from '../planTable';
import { hautDePage } from '../mentions';
import { AXES, chiffres, repartir, type Apport, type Axe, type Chiffres } from './repartitions';

/** Ce qu'un avis favorable donnerait à qui l'attend : c'est ce que la séance décide ; rien à qui est refusé. */
function montantsDe(examen: Examen): readonly (readonly [string, Apport])[] {
  const contexte = creerContexte(examen.lecture, examen.au);
  const proposes = new Map(
    examen.calculs
      .filter(({ projet }) => !estAgree(projet) && !estRefuse(projet))
      .map((c) => [c, calculerProjet({ ...c.projet, agrement: 'favorable' }, contexte)]),
  );
  const propose =
    (cle: CleMontant): Apport =>
    (c) =>
      estRefuse(c.projet) ? ZERO : (proposes.get(c) ?? c).montants[cle].montant;
  return [
    ['Droit', (c) => c.montants.psPrevisionnelle.montant],
    ['Proposé', propose('psRetenue')],
    ['Bonus', propose('bonus')],
  ];
}

const avis = ({ projet, ecarte }: CalculProjet): string =>
  [projet.agrement ?? 'en attente', ...(ecarte ? ['mis à l’écart'] : [])].join(', ');

const IDENTITE: readonly ColonneTable<CalculProjet>[] = [
  { entete: 'N° dossier', largeur: 20, valeur: ({ projet }) => projet.dossier },
  { entete: 'Gestionnaire', largeur: 34, valeur: ({ projet }) => projet.gestionnaire },
  { entete: 'Action', largeur: 34, valeur: ({ projet }) => projet.action },
  { entete: 'Commune', largeur: 20, valeur: ({ projet }) => projet.commune },
  { entete: 'Public', largeur: 14, valeur: ({ projet }) => projet.public },
];

const inconnu = (style?: CellulePlan['style']): CellulePlan => libelle('inconnu', style);
const nombre = (nb: number | null, style?: CellulePlan['style']): CellulePlan =>
  nb === null ? inconnu(style) : entier(nb, style);

export function planComite(examen: Examen): FeuillePlan {
  const { calculs, effectifs } = examen;
  const dits = effectifsDits(effectifs);
  // les chiffres sont les sommes de la liste, sous les mêmes intitulés
  const enEuros = montantsDe(examen);
  const apports = enEuros.map(([, apport]) => apport);
  const colonnes: readonly ColonneTable<CalculProjet>[] = [
    ...IDENTITE,
    ...dits.map((cle) => ({
      entete: EFFECTIFS[cle],
      largeur: 12,
      valeur: (c: CalculProjet) => (cle === 'collectifs' ? c.collectifsRetenus : c.projet[cle]),
    })),
    { entete: 'Demandé', largeur: LARGEUR_MONTANT, valeur: ({ projet }) => projet.montantDemande },
    ...enEuros.map(([entete, valeur]) => ({ entete, largeur: LARGEUR_MONTANT, valeur })),
    { entete: 'Avis', largeur: 26, valeur: avis },
    { entete: 'Observations', largeur: 40, valeur: ({ projet }) => projet.observations },
  ];
  /** Sous les colonnes de la liste : le nom, les projets (sous « Public »), les effectifs, les montants. */
  const ligne = (
    nom: string,
    { effectifs: nbs, montants }: Chiffres,
    style?: CellulePlan['style'],
  ): CellulePlan[] => [
    texte(nom, style),
    ...IDENTITE.slice(2).map(() => vide(style)),
    entier(nbs.projets, style),
    ...dits.map((cle) => nombre(nbs[cle] ?? null, style)),
    vide(style),
    ...montants.map((montant) => (montant === null ? inconnu(style) : euros(montant, style))),
  ];
  const intitules = (axe: Axe): CellulePlan[] =>
    entetes([
      `Par ${AXES[axe].intitule.toLowerCase()}`,
      ...IDENTITE.slice(2).map(() => ''),
      'Projets',
      ...dits.map((cle) => EFFECTIFS[cle]),
      '',
      ...enEuros.map(([entete]) => entete),
    ]);
  const comptes = calculs.filter((c) => !c.ecarte);
  return feuilleDeTable({
    nom: FEUILLES_SORTIES.comite,
    haut: hautDePage('Comité départemental', examen),
    colonnes,
    lignes: calculs,
    bas: [
      ...(Object.keys(AXES) as Axe[]).flatMap((axe) => [
        [],
        intitules(axe),
        ...repartir(examen, comptes, axe, apports).map((g) => ligne(g.nom, g)),
      ]),
      ligne('Ensemble', chiffres(examen, comptes, apports), 'total'),
    ],
    pied: 'Comité — Clas',
  });
}
