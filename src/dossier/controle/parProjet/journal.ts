/** Le journal d'un dossier : après l'agrément, dans sa gestion, le bonus avec le solde, rien deux fois, rien d'oublié. */
import { anomalie, type Anomalie } from '../../anomalies/anomalie';
import type { Projet } from '../../colonnes/projets';
import { dateFrancaise } from '../../../valeurs/date';
import { euros } from '../../../reglement/explication';
import { estDeBonus, estUnPaiement } from '../../../reglement/journal';
import { somme, type Decimal } from '../../../valeurs/montant';
import { comparerTextes } from '../../../valeurs/ordre';
import { normaliser } from '../../../valeurs/texte';
import { SEUILS } from '../../seuils';
import { estAgree, parDossier, type Contexte, type VersementSitue } from '../contexte';

export function controlerJournal(p: Projet, contexte: Contexte): Anomalie[] {
  const { lecture, versementsDe, au, jour } = contexte;
  const { projets, versements, parametres } = lecture;
  if (!versements) {
    const a = p.acomptesN1;
    return a?.gt(0) && au <= jour(SEUILS.finAnneeCivile, 0)
      ? [
          anomalie('acomptes.n1-saisis-en-n', projets.lieu(p.ligne, 'acomptesN1'), {
            n1: parametres.annee + 1,
            n: parametres.annee,
            a: euros(a),
          }),
        ]
      : [];
  }
  const verses = versementsDe(p);
  return [
    ...controlerAgrementAvant(p, verses, contexte),
    ...horsJournal(p, contexte),
    // plusieurs projets du même numéro : ce qui n'est que du journal se dit une fois
    ...(contexte.projetDe(p.dossier) === p ? duDossier(verses, contexte) : []),
  ];
}

/** Le plus ancien versement daté ; à date égale, le premier de la feuille. */
const premierDate = parDossier(
  (verses: readonly VersementSitue[]) =>
    verses
      .flatMap(({ versement: v }) => (v.date === null ? [] : [{ ligne: v.ligne, date: v.date }]))
      .sort((x, y) => comparerTextes(x.date, y.date))[0] ?? null,
);

function controlerAgrementAvant(
  p: Projet,
  verses: readonly VersementSitue[],
  contexte: Contexte,
): Anomalie[] {
  const { versements } = contexte.lecture;
  const premier = premierDate(verses, contexte);
  if (!versements || !premier || p.dateAgrement === null || !estAgree(p)) return [];
  if (premier.date >= p.dateAgrement) return [];
  return [
    anomalie('agrement.posterieur-au-versement', versements.lieu(premier.ligne, 'date'), {
      d1: dateFrancaise(premier.date),
      d2: dateFrancaise(p.dateAgrement),
    }),
  ];
}

const aUnAcompte = parDossier((verses: readonly VersementSitue[]): boolean =>
  verses.some(({ versement }) => versement.nature === 'acompte'),
);

/** Colonnes d'acomptes remplies, à côté d'un journal qui n'a aucun acompte du dossier : non comptés. */
export const acomptesHorsJournal = (p: Projet, contexte: Contexte) =>
  aUnAcompte(contexte.versementsDe(p), contexte)
    ? []
    : (['acomptesN', 'acomptesN1'] as const).filter((cle) => p.illisibles.has(cle) || p[cle]?.gt(0));

function horsJournal(p: Projet, contexte: Contexte): Anomalie[] {
  const { projets } = contexte.lecture;
  return acomptesHorsJournal(p, contexte).flatMap((cle) => {
    const a = p[cle];
    return a === null
      ? []
      : [
          anomalie('acomptes.hors-journal', projets.lieu(p.ligne, cle), {
            a: euros(a),
            col: projets.intitule(cle),
          }),
        ];
  });
}

/** Ce qui ne dépend que du journal. */
const duDossier = parDossier((verses: readonly VersementSitue[], contexte): Anomalie[] => [
  ...enDouble(verses, contexte),
  ...n1EnN(verses, contexte),
  ...bonusTropTot(verses, contexte),
  ...bonusSurN(verses, contexte),
]);

function enDouble(verses: readonly VersementSitue[], { lecture: { versements } }: Contexte): Anomalie[] {
  const premiers = new Map<string, number>();
  return verses.flatMap(({ versement: v, gestion }) => {
    if (!versements || v.montant === null || v.nature === null) return [];
    const cle = [
      v.nature,
      gestion ?? v.gestion,
      v.date,
      v.montant.toString(),
      normaliser(v.reference ?? ''),
    ].join('|');
    const ligne = premiers.get(cle);
    if (ligne === undefined) premiers.set(cle, v.ligne);
    return ligne === undefined
      ? []
      : [anomalie('versement.en-double', versements.lieu(v.ligne, 'montant'), { ligne })];
  });
}

const total = (verses: readonly VersementSitue[]): Decimal =>
  somme(verses.flatMap(({ versement }) => versement.montant ?? []));

/** Payé en N sur la gestion N+1 : impossible, à moins qu'il n'ait été reversé depuis. */
function n1EnN(verses: readonly VersementSitue[], { lecture, jour }: Contexte): Anomalie[] {
  const { versements, parametres } = lecture;
  const finN = jour(SEUILS.finAnneeCivile, 0);
  const dePs = verses.filter(
    ({ versement: v, gestion }) => gestion === 'n1' && v.nature !== null && !estDeBonus(v.nature),
  );
  const tropTot = dePs.filter(
    ({ versement: v }) => v.nature !== null && estUnPaiement(v.nature) && v.date !== null && v.date <= finN,
  );
  const reverses = dePs.filter(({ versement: v }) => v.nature !== null && !estUnPaiement(v.nature));
  if (!versements || total(reverses).gte(total(tropTot))) return [];
  return tropTot.map(({ versement: v }) =>
    anomalie('versement.acompte-n1-en-n', versements.lieu(v.ligne, 'date'), {
      nature: v.nature ?? '',
      n1: parametres.annee + 1,
      d: dateFrancaise(v.date ?? ''),
      n: parametres.annee,
    }),
  );
}

/** Un bonus se paie avec le solde de N+1, en fin d'année scolaire ; payé avant, il se recouvre. */
function bonusTropTot(
  verses: readonly VersementSitue[],
  { lecture: { versements }, jour }: Contexte,
): Anomalie[] {
  const payable = jour(SEUILS.bonusPayable, 1);
  const [solde] = verses
    .flatMap(({ versement: v, gestion }) => (v.nature === 'solde' && gestion === 'n1' ? (v.date ?? []) : []))
    .sort(comparerTextes);
  const tropTot = verses.filter(
    ({ versement: { nature, date } }) =>
      nature === 'bonus' && date !== null && date < payable && !(solde !== undefined && solde <= date),
  );
  const recouvres = verses.filter(({ versement }) => versement.nature === 'indu bonus');
  if (!versements || (recouvres.length > 0 && total(recouvres).gte(total(tropTot)))) return [];
  return tropTot.map(({ versement: v }) =>
    anomalie('bonus.verse-trop-tot', versements.lieu(v.ligne, 'date'), { d: dateFrancaise(v.date ?? '') }),
  );
}

function bonusSurN(verses: readonly VersementSitue[], { lecture }: Contexte): Anomalie[] {
  const { versements, parametres } = lecture;
  return verses.flatMap(({ versement: v, gestion }) =>
    versements && v.nature === 'bonus' && gestion === 'n'
      ? [
          anomalie('bonus.gestion-n', versements.lieu(v.ligne, 'gestion'), {
            n: parametres.annee,
            n1: parametres.annee + 1,
          }),
        ]
      : [],
  );
}
