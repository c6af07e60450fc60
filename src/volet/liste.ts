/** La liste de Vérifier : les causes que le filtre garde, et les rangs à rendre, ceux-là seuls qui sont dépliés. */
import type { Examen } from '../dossier/examiner';
import { adresse, phraseDe, type Anomalie } from '../dossier/anomalies/anomalie';
import { enjeuDe, parCause, parEnjeu, type Cause } from '../dossier/restitution/causes';
import { proprietaires } from '../dossier/lecture/proprietaire';
import { normaliser } from '../valeurs/texte';
import { unParObjet } from '../valeurs/unParObjet';
import type { Filtre, Liste, Tri } from './etat';
import { attend, type LigneSaisie } from './saisie';

/** Cellules d'une cause qui s'ouvre, puis à chaque « autres » ; causes, puis à chaque « suite ». */
const CELLULES = 3;
export const PAS = 40;

/** La même d'un contrôle à l'autre, et sans guillemet : Fluent en fait un sélecteur. */
export const cleAnomalie = unParObjet((a: Anomalie): string =>
  encodeURIComponent(`${a.code} ${a.feuille} ${a.ligne} ${a.colonne} ${phraseDe(a)}`),
);
const cleCause = ({ cle }: Cause): string => encodeURIComponent(cle);

const RANGEES = {
  enjeu: unParObjet((examen: Examen) => ranger(examen, 'enjeu', null)),
  nombre: unParObjet((examen: Examen) => ranger(examen, 'nombre', null)),
} as const satisfies Record<Tri, unknown>;

/**
 * Les causes d'un contrôle, dans l'ordre choisi ; dans chacune, feuille après feuille, ligne après ligne. Les cellules
 * vides de la ligne en cours de saisie attendent.
 */
export const causesDe = (examen: Examen, tri: Tri, saisie: LigneSaisie | null = null): readonly Cause[] =>
  saisie ? ranger(examen, tri, saisie) : RANGEES[tri](examen);

function ranger(examen: Examen, tri: Tri, saisie: LigneSaisie | null): readonly Cause[] {
  const rang = new Map(examen.lecture.feuilles.map((nom, i) => [nom, i]));
  const place = (a: Anomalie): number => rang.get(a.feuille) ?? -1;
  const causes = parCause(
    examen.anomalies
      .filter((a) => !attend(a, saisie))
      .sort(
        (a, b) =>
          place(a) - place(b) || (a.ligne ?? 0) - (b.ligne ?? 0) || (a.colonne ?? 0) - (b.colonne ?? 0),
      ),
  );
  return tri === 'enjeu' ? parEnjeu(causes, enjeuDe(examen)) : causes;
}

/** À qui est chaque anomalie : dossier et gestionnaire. */
export const proprietairesDe = ({ lecture }: Examen) => proprietaires(lecture);

/** Ce où l'on cherche une anomalie. */
interface Forme {
  /** « n2 » : une adresse cherchée est celle-là, non un morceau de phrase (« en 2022 »). */
  readonly cellule: string;
  /** Dossier et gestionnaire. */
  readonly qui: string;
  /** Feuille, cellule, référence, phrase, dossier, gestionnaire. */
  readonly tout: string;
}
type Formes = ReadonlyMap<Anomalie, Forme>;

/** Préparé une fois par contrôle, à la première recherche : chaque touche ne coûte qu'une comparaison. */
const formesDe = unParObjet((examen: Examen): Formes => {
  const proprietaire = proprietairesDe(examen);
  return new Map(
    examen.anomalies.map((a) => {
      const { dossier = '', gestionnaire = '' } = proprietaire(a) ?? {};
      const qui = normaliser(`${dossier} ${gestionnaire ?? ''}`);
      const lieu = adresse(a) ?? a.feuille;
      const tout = `${normaliser(`${lieu} ${a.reference} ${phraseDe(a)}`)} ${qui}`;
      return [a, { cellule: normaliser(lieu.replace(/^.*!/, '')), qui, tout }];
    }),
  );
});

/** « N2 », « ab12 » */
const ADRESSE = /^\s*[a-z]{1,3}\d{1,7}\s*$/i;

const trouvee = (forme: Forme | undefined, cherche: string, estAdresse: boolean): boolean =>
  forme !== undefined &&
  (estAdresse ? forme.cellule === cherche || forme.qui.includes(cherche) : forme.tout.includes(cherche));

/** Ce que le filtre garde de chaque cause ; une cause entière reste la même. */
export function filtrer(causes: readonly Cause[], filtre: Filtre, examen: Examen): readonly Cause[] {
  const { gravites, feuille } = filtre;
  const cherche = normaliser(filtre.texte);
  const estAdresse = ADRESSE.test(filtre.texte);
  const formes = cherche === '' ? null : formesDe(examen);
  return causes.flatMap((cause) => {
    if (gravites.length > 0 && !gravites.includes(cause.gravite)) return [];
    const gardees = cause.anomalies.filter(
      (a) =>
        (a.justification !== null) === filtre.justifiees &&
        (feuille === null || a.feuille === feuille) &&
        (formes === null || trouvee(formes.get(a), cherche, estAdresse)),
    );
    if (gardees.length === cause.anomalies.length) return [cause];
    const [premiere, ...autres] = gardees;
    return premiere ? [{ ...cause, anomalies: [premiere, ...autres] as const }] : [];
  });
}

interface Place {
  readonly id: string;
  /** À partir de 1. */
  readonly place: number;
  readonly sur: number;
}
export type Rang =
  | (Place & { readonly type: 'cause'; readonly cause: Cause; readonly ouverte: boolean })
  | (Place & {
      readonly type: 'cellule';
      readonly parent: string;
      readonly anomalie: Anomalie;
      readonly cause: Cause;
    })
  | (Place & { readonly type: 'autres'; readonly parent: string; readonly reste: number });

/** Les causes dépliées : la première, tant que l'agent n'a rien choisi. */
export const ouvertesDe = (causes: readonly Cause[], { ouvertes }: Liste): readonly string[] =>
  ouvertes ?? causes.slice(0, 1).map(cleCause);

export function rangsDe(causes: readonly Cause[], liste: Liste): readonly Rang[] {
  const ouvertes = new Set(ouvertesDe(causes, liste));
  return causes.flatMap((cause, i): Rang[] => {
    const id = cleCause(cause);
    const ouverte = ouvertes.has(id);
    const tete: Rang = { type: 'cause', id, cause, ouverte, place: i + 1, sur: causes.length };
    if (!ouverte) return [tete];
    const { anomalies } = cause;
    const montrees = anomalies.slice(0, liste.montrees[id] ?? CELLULES);
    const reste = anomalies.length - montrees.length;
    const sur = montrees.length + (reste > 0 ? 1 : 0);
    return [
      tete,
      ...montrees.map((anomalie, j): Rang => {
        const place = { id: cleAnomalie(anomalie), place: j + 1, sur };
        return { type: 'cellule', parent: id, anomalie, cause, ...place };
      }),
      ...(reste > 0 ? [{ type: 'autres' as const, id: `${id}+`, parent: id, reste, place: sur, sur }] : []),
    ];
  });
}

/** La liste quand la cause s'ouvre ou se ferme. */
export const basculer = (causes: readonly Cause[], liste: Liste, id: string, ouvrir: boolean): Liste => {
  const autres = ouvertesDe(causes, liste).filter((ouverte) => ouverte !== id);
  return { ...liste, ouvertes: ouvrir ? [...autres, id] : autres };
};

export const montrerPlus = (liste: Liste, id: string): Liste => ({
  ...liste,
  montrees: { ...liste.montrees, [id]: (liste.montrees[id] ?? CELLULES) + PAS },
});

const enSuite = (causes: readonly Cause[]): readonly Anomalie[] =>
  causes.flatMap(({ anomalies }) => anomalies);

/** La liste quand l'agent en est à cette anomalie : sa cause dépliée, elle-même montrée. */
export function activer(causes: readonly Cause[], liste: Liste, anomalie: Anomalie): Liste {
  const cause = causes.find(({ anomalies }) => anomalies.includes(anomalie));
  if (!cause) return liste;
  const id = cleCause(cause);
  const toutes = enSuite(causes);
  const rang = toutes.indexOf(anomalie);
  const apres = toutes[rang + 1];
  const active = { cle: cleAnomalie(anomalie), apres: apres ? cleAnomalie(apres) : null, rang };
  const montrees = Math.max(liste.montrees[id] ?? CELLULES, cause.anomalies.indexOf(anomalie) + 1);
  return {
    ...basculer(causes, liste, id, true),
    montrees: { ...liste.montrees, [id]: montrees },
    active,
  };
}

/**
 * L'anomalie qui suit l'active ; corrigée, celle qui la suivait, où que le tri l'ait mise ; après la dernière, la première.
 * Tant qu'une bloque, c'est parmi celles qui bloquent : une correction en remonte, qui seraient passées.
 */
export function suivante(causes: readonly Cause[], { active }: Liste): Anomalie | undefined {
  const toutes = enSuite(causes);
  const voulue = suivanteDe(toutes, active);
  return voulue?.gravite === 'bloquante'
    ? voulue
    : (toutes.find(({ gravite }) => gravite === 'bloquante') ?? voulue);
}

function suivanteDe(toutes: readonly Anomalie[], active: Liste['active']): Anomalie | undefined {
  if (active === null) return toutes[0];
  const place = (cle: string): number => toutes.findIndex((a) => cleAnomalie(a) === cle);
  const ici = place(active.cle);
  if (ici !== -1) return toutes[ici + 1] ?? toutes[0];
  const apres = active.apres === null ? -1 : place(active.apres);
  return toutes[apres === -1 ? active.rang : apres] ?? toutes[0];
}
