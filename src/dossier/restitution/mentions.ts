/** Ce que toute page de sortie dit d'elle-même : la Caf, l'année, le jour, la version des règles, le barème et sa source. */
import { nomDeCaf } from '../cafs';
import type { Examen } from '../examiner';
import type { CellulePlan, ClasseurPlan } from '../formes/plan';
import { MENTION } from '../feuilles';
import { anneeScolaire } from '../../reglement/annee';
import { euros } from '../../reglement/explication';
import { VERSION_REGLES } from '../../reglement/sources';
import { dateFrancaise } from '../../valeurs/date';
import { libelle } from './cellules';

function mentions({ lecture, au }: Examen): string[] {
  const { annee, bareme } = lecture.parametres;
  return [
    `${nomDeCaf(lecture.parametres)} — ${anneeScolaire(annee)} — au ${dateFrancaise(au)}`,
    `${MENTION.debut}${VERSION_REGLES}. Barème : ${
      bareme ? `prix plafond ${euros(bareme.prixPlafond)}, source ${bareme.source}` : 'absent'
    }.`,
  ];
}

export const AUCUN_PROJET = 'Le classeur n’a aucun projet : il n’y a rien à écrire.';

/** Le haut d'une page : son titre, puis ses mentions. */
export const hautDePage = (titre: string, examen: Examen): CellulePlan[][] => [
  [libelle(titre, 'titre')],
  ...mentions(examen).map((phrase) => [libelle(phrase, 'aide')]),
  [],
];

type Proprietes = ClasseurPlan['proprietes'];

/** Ce qu'un classeur de Clas dit de lui-même ; son sujet nomme l'année scolaire, s'il n'en a qu'une. */
export const proprietes = (
  titre: string,
  annee: number | null,
  auteur: string | null,
  autres: Pick<Proprietes, 'description' | 'motsCles'> = {},
): Proprietes => ({
  titre,
  sujet: [
    'Contrats locaux d’accompagnement à la scolarité',
    ...(annee === null ? [] : [anneeScolaire(annee)]),
  ].join(', '),
  auteur: auteur ?? 'Clas',
  ...autres,
});

/** Ce que dit de lui-même un classeur de pages. */
export const proprietesDePage = (titre: string, { lecture: { parametres } }: Examen): Proprietes =>
  proprietes(`${titre} — Clas ${anneeScolaire(parametres.annee)}`, parametres.annee, parametres.nomCaf);
