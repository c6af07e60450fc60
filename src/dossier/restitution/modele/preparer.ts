/**
 * Le classeur vide, prêt à remplir : intitulés, aides, listes et formats viennent des définitions de colonnes ;
 * le relire ne donne aucune ligne et aucune anomalie que l'agent n'ait à lever.
 */
import { cafsDuCode } from '../../cafs';
import { COLONNES_AVENANTS } from '../../colonnes/avenants';
import { COLONNES_BONUS_VERSES } from '../../colonnes/bonusVerses';
import type { Colonne, Colonnes } from '../../colonnes/colonne';
import { COLONNES_COLLECTIFS } from '../../colonnes/collectifs';
import { COLONNES_PROJETS } from '../../colonnes/projets';
import { COLONNES_VERSEMENTS } from '../../colonnes/versements';
import { ErreurClasseur } from '../../formes/erreurs';
import { FEUILLES_AGENT } from '../../feuilles';
import { lireCodeCaf } from '../../lecture/parametres';
import type { ClasseurPlan } from '../../formes/plan';
import { anneeScolaire } from '../../../reglement/annee';
import { proprietes } from '../mentions';
import { planListes } from './listes';
import { celluleArrondi, celluleBareme, planParametres } from './parametres';
import type { Repris } from './repris';
import { planSaisie } from './saisie';

export interface Modele {
  readonly annee: number;
  /** Code du département. */
  readonly caf: string;
  /** Laissé à l'agent dans le 64, qui a deux Caf ; ailleurs, le nom connu. */
  readonly nomCaf?: string | undefined;
  /** Ce qu'un classeur précédent savait déjà. */
  readonly repris?: Repris | undefined;
}

/** Lignes préparées : au-delà, le tableau d'Excel s'étend quand on écrit dessous. */
const LIGNES = { projets: 300, collectifs: 600, versements: 600, avenants: 100, bonusVerses: 100 } as const;

/** Colonnes de Projets : celles que l'agent saisit, et la Ps calculée à côté du coût dont elle vient. */
const COLONNES = Object.fromEntries(
  Object.entries<Colonne>(COLONNES_PROJETS).flatMap(([cle, colonne]) => {
    if (colonne.calculee) return [];
    return cle === 'coutPrevisionnel'
      ? [
          [cle, colonne],
          ['psSaisie', COLONNES_PROJETS.psSaisie],
        ]
      : [[cle, colonne]];
  }),
) as Colonnes;

/** Sans celles que Clas ne fait que reconnaître chez qui les tient. */
const deSaisie = (colonnes: Colonnes): Colonnes =>
  Object.fromEntries(Object.entries(colonnes).filter(([, { calculee }]) => !calculee));

/** Ps d'une ligne avec le barème et l'arrondi du classeur ; sans coût ni collectif saisi, rien. */
function formulePs(ligne: number, de: (cle: keyof typeof COLONNES_PROJETS) => string): string {
  const [cout, nb] = [`${de('coutPrevisionnel')}${ligne}`, `${de('collectifsAgrees')}${ligne}`];
  const bareme = (['taux', 'prixPlafond', 'montantMaximal'] as const).map(celluleBareme).join(',');
  return `IF(OR(${cout}="",${nb}=""),"",CLAS.PS_BAREME(${cout},${nb},${bareme},${celluleArrondi}))`;
}

export function planModele({ annee, caf, nomCaf, repris }: Modele): ClasseurPlan {
  const code = lireCodeCaf(caf);
  if (code === null)
    throw new ErreurClasseur(
      `Caf « ${caf} » inconnue : donner le code du département, par exemple 45 ou 2A.`,
    );
  const connues = cafsDuCode(code);
  const nom = nomCaf ?? (connues.length === 1 ? (connues[0]?.nom ?? null) : null);
  return {
    feuilles: [
      planParametres({ annee, caf: code, nomCaf: nom, repris }),
      planSaisie({
        nom: FEUILLES_AGENT.projets,
        tableau: 'Projets',
        colonnes: COLONNES,
        lignes: LIGNES.projets,
        annee,
        formules: { psSaisie: formulePs },
        donnees: repris?.projets ?? [],
      }),
      planSaisie({
        nom: FEUILLES_AGENT.collectifs,
        tableau: 'Collectifs',
        colonnes: deSaisie(COLONNES_COLLECTIFS),
        lignes: LIGNES.collectifs,
        annee,
      }),
      planSaisie({
        nom: FEUILLES_AGENT.versements,
        tableau: 'Versements',
        colonnes: deSaisie(COLONNES_VERSEMENTS),
        lignes: LIGNES.versements,
        annee,
        listes: { gestion: { liste: 'gestion', attendu: 'N, N+1 ou l’année civile.' } },
      }),
      planSaisie({
        nom: FEUILLES_AGENT.avenants,
        tableau: 'Avenants',
        colonnes: deSaisie(COLONNES_AVENANTS),
        lignes: LIGNES.avenants,
        annee,
      }),
      planSaisie({
        nom: FEUILLES_AGENT.bonusVerses,
        tableau: 'BonusVerses',
        colonnes: COLONNES_BONUS_VERSES,
        lignes: LIGNES.bonusVerses,
        annee,
        donnees: repris?.bonusVerses ?? [],
      }),
      planListes(),
    ],
    proprietes: proprietes(`Suivi des Clas ${anneeScolaire(annee)}`, annee, nom ?? `Caf ${code}`, {
      motsCles: `Clas, ${anneeScolaire(annee)}`,
    }),
  };
}
