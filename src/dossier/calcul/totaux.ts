/**
 * Les totaux : la somme de ce qui est connu, sans ce qui n'est pas encore là ; inconnus dès qu'un terme existe et ne se
 * compte pas (illisible, non lu, non compté). Les faits comptent tous les dossiers, le reste les dossiers agréés.
 */
import { COLONNES_PROJETS } from '../colonnes/projets';
import { estAgree, type Contexte } from '../controle/contexte';
import type { Lecture } from '../lecture/lecture';
import { resultat } from '../../reglement/explication';
import { INTERPRETATION } from '../../reglement/sources';
import { ZERO, ajouter, type Decimal } from '../../valeurs/montant';
import { CAUSES_MAX, estFaute, inconnuPour, raisonDe, type Manque, type Montant } from './connu';
import {
  CLES_MONTANTS,
  FAITS,
  MONTANTS,
  type CalculProjet,
  type CleMontant,
  type Montants,
} from './montants';

/** Sommes que change un versement qu'on ne sait à quel dossier rattacher. */
const DU_JOURNAL: ReadonlySet<CleMontant> = new Set<CleMontant>([
  'acomptesN',
  'acomptesN1',
  'versePsN',
  'versePsN1',
  'versePs',
  'verseBonus',
]);

/** Un total en cours : ce qui est connu, et les dossiers où il manque quelque chose. */
interface EnCours {
  nb: number;
  somme: Decimal;
  readonly inconnus: { readonly dossier: string | null; readonly manque: readonly Manque[] }[];
}

function total(cle: CleMontant, { nb, somme, inconnus }: EnCours, fautes: readonly Manque[]): Montant {
  const manques = (retenu: (m: Manque) => boolean): Manque[] =>
    inconnus
      .filter(({ manque }) => manque.some(retenu))
      .slice(0, CAUSES_MAX)
      .flatMap(({ dossier, manque }) => manque.filter(retenu).map((m) => ({ ...m, dossier })));
  const interdits = [...manques(estFaute), ...fautes];
  if (interdits.length > 0) return inconnuPour(interdits);
  if (nb === 0) return inconnuPour(manques(() => true));
  return resultat(
    `Total : ${MONTANTS[cle].intitule}`,
    'somme de {nb} dossiers',
    { nb },
    somme,
    INTERPRETATION,
  );
}

/** Dossier par dossier : total par total, les montants de tous se rechercheraient en mémoire quarante-cinq fois. */
function additionner(retenus: readonly CalculProjet[]): ReadonlyMap<CleMontant, EnCours> {
  const cours = new Map(
    CLES_MONTANTS.map((cle): [CleMontant, EnCours] => [cle, { nb: 0, somme: ZERO, inconnus: [] }]),
  );
  for (const { projet, montants, agree } of retenus)
    for (const [cle, c] of cours) {
      if (!agree && !FAITS.has(cle)) continue;
      const m = montants[cle];
      if (m.montant === null) c.inconnus.push({ dossier: projet.dossier, manque: m.manque });
      else {
        c.nb++;
        c.somme = ajouter(c.somme, m.montant);
      }
    }
  return cours;
}

export function totaliser(calculs: readonly CalculProjet[], { lecture, projetDe }: Contexte): Montants {
  const retenus = calculs.filter((c) => !c.ecarte);
  // un avis illisible : on ne sait pas si le dossier compte
  const avisIllisibles = retenus
    .filter(({ projet }) => !estAgree(projet) && projet.illisibles.has('agrement'))
    .map(({ projet }): Manque => ({
      champ: 'agrement',
      raison: raisonDe(projet, 'agrement'),
      dossier: projet.dossier,
    }));
  const orphelins = (lecture.versements?.lignes ?? [])
    .filter((v) => projetDe(v.dossier) === undefined)
    .map(({ ligne }): Manque => ({ champ: 'versements', raison: 'nonCompte', ligne }));
  return Object.fromEntries(
    [...additionner(retenus)].map(([cle, cours]) => [
      cle,
      total(cle, cours, [
        ...(FAITS.has(cle) ? [] : avisIllisibles),
        ...(DU_JOURNAL.has(cle) ? orphelins : []),
      ]),
    ]),
  ) as Montants;
}

/** Ce qui se compte, avec son intitulé ; les derniers, si un projet les dit : une colonne vide n'est pas zéro. */
export const EFFECTIFS = {
  collectifs: 'Collectifs',
  enfants: 'Enfants',
  familles: COLONNES_PROJETS.familles.entete,
  accompagnateurs: COLONNES_PROJETS.accompagnateurs.entete,
  benevoles: `Dont ${COLONNES_PROJETS.benevoles.entete.toLowerCase()}`,
} as const;
const FACULTATIFS = ['familles', 'accompagnateurs', 'benevoles'] as const;
type Facultatif = (typeof FACULTATIFS)[number];
type CleEffectif = keyof typeof EFFECTIFS;

/** Des dossiers, leurs enfants et leurs collectifs (réels, à défaut agréés)… ; `null` : un nombre est illisible. */
export type Effectifs = Readonly<
  { projets: number } & Record<'enfants' | 'collectifs', number | null> &
    Partial<Record<Facultatif, number | null>>
>;

/** Compte des dossiers ; une cellule vide n'ajoute rien, une cellule illisible rend le compte inconnu. */
export function compterEffectifs(calculs: readonly CalculProjet[], { projets }: Lecture): Effectifs {
  const sommer = (
    cles: readonly (Facultatif | 'enfants' | 'collectifsReels' | 'collectifsAgrees')[],
    nb: (c: CalculProjet) => number | null,
  ): number | null =>
    calculs.some((c) => nb(c) === null && cles.some((cle) => c.projet.illisibles.has(cle)))
      ? null
      : calculs.reduce((n, c) => n + (nb(c) ?? 0), 0);
  return {
    projets: calculs.length,
    enfants: sommer(['enfants'], ({ projet }) => projet.enfants),
    collectifs: sommer(['collectifsReels', 'collectifsAgrees'], (c) => c.collectifsRetenus),
    ...Object.fromEntries(
      FACULTATIFS.filter((cle) => projets.lignes.some((p) => p[cle] !== null || p.illisibles.has(cle))).map(
        (cle) => [cle, sommer([cle], ({ projet }) => projet[cle])],
      ),
    ),
  };
}

/** Les effectifs comptés, dans leur ordre. */
export const effectifsDits = (effectifs: Effectifs): readonly CleEffectif[] =>
  (Object.keys(EFFECTIFS) as CleEffectif[]).filter((cle) => effectifs[cle] !== undefined);
