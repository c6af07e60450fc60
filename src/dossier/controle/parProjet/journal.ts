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
import {
  aUnJournal,
  comptes,
  estAgree,
  parDossier,
  type AvecJournal,
  type Contexte,
  type VersementCompte,
  type VersementSitue,
} from '../contexte';

export function controlerJournal(p: Projet, contexte: Contexte): Anomalie[] {
  if (!aUnJournal(contexte)) return n1SaisisEnN(p, contexte);
  const verses = contexte.versementsDe(p);
  return [
    ...controlerAgrementAvant(p, verses, contexte),
    ...horsJournal(p, contexte),
    // plusieurs projets du même numéro : ce qui n'est que du journal se dit une fois
    ...(contexte.projetDe(p.dossier) === p ? duDossier(verses, contexte) : []),
  ];
}

function n1SaisisEnN(p: Projet, { lecture: { projets, parametres }, au, jour }: Contexte): Anomalie[] {
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

/** Ce qui a un jour ; le reste n'est d'aucun. */
const ayantUnJour = <T extends { readonly date: string | null }>(lignes: readonly T[]) =>
  lignes.flatMap((l) => (l.date === null ? [] : [{ ...l, date: l.date }]));

/** Le plus ancien ; à date égale, le premier de la feuille. */
const plusAncien = <T extends { readonly date: string }>(lignes: readonly T[]): T | null =>
  [...lignes].sort((x, y) => comparerTextes(x.date, y.date))[0] ?? null;

const premierDate = parDossier((verses: readonly VersementSitue[]) =>
  plusAncien(ayantUnJour(verses.map(({ versement }) => versement))),
);

function controlerAgrementAvant(
  p: Projet,
  verses: readonly VersementSitue[],
  contexte: AvecJournal,
): Anomalie[] {
  const premier = premierDate(verses, contexte);
  if (!premier || p.dateAgrement === null || !estAgree(p)) return [];
  if (premier.date >= p.dateAgrement) return [];
  return [
    anomalie('agrement.posterieur-au-versement', contexte.lecture.versements.lieu(premier.ligne, 'date'), {
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
const duDossier = parDossier((verses: readonly VersementSitue[], contexte: AvecJournal): Anomalie[] => {
  const siens = comptes(verses);
  return [
    ...enDouble(siens, contexte),
    ...n1EnN(siens, contexte),
    ...bonusTropTot(siens, contexte),
    ...bonusSurN(siens, contexte),
  ];
});

function enDouble(verses: readonly VersementCompte[], { lecture: { versements } }: AvecJournal): Anomalie[] {
  const premiers = new Map<string, number>();
  return verses.flatMap(({ ligne, nature, gestion, date, montant, reference }) => {
    const cle = [nature, gestion, date, montant.toString(), normaliser(reference ?? '')].join('|');
    const premiere = premiers.get(cle);
    if (premiere !== undefined)
      return [anomalie('versement.en-double', versements.lieu(ligne, 'montant'), { ligne: premiere })];
    premiers.set(cle, ligne);
    return [];
  });
}

const total = (verses: readonly VersementCompte[]): Decimal => somme(verses.map(({ montant }) => montant));

/** Payé en N sur la gestion N+1 : impossible, à moins qu'il n'ait été reversé depuis. */
function n1EnN(verses: readonly VersementCompte[], { lecture, jour }: AvecJournal): Anomalie[] {
  const { versements, parametres } = lecture;
  const finN = jour(SEUILS.finAnneeCivile, 0);
  const dePs = verses.filter(({ nature, gestion }) => gestion === 'n1' && !estDeBonus(nature));
  const tropTot = ayantUnJour(dePs).filter(({ nature, date }) => estUnPaiement(nature) && date <= finN);
  const reverses = dePs.filter(({ nature }) => !estUnPaiement(nature));
  if (total(reverses).gte(total(tropTot))) return [];
  return tropTot.map(({ ligne, nature, date }) =>
    anomalie('versement.acompte-n1-en-n', versements.lieu(ligne, 'date'), {
      nature,
      n1: parametres.annee + 1,
      d: dateFrancaise(date),
      n: parametres.annee,
    }),
  );
}

/** Un bonus se paie avec le solde de N+1, en fin d'année scolaire ; payé avant, il se recouvre. */
function bonusTropTot(
  verses: readonly VersementCompte[],
  { lecture: { versements }, jour }: AvecJournal,
): Anomalie[] {
  const payable = jour(SEUILS.bonusPayable, 1);
  const dates = ayantUnJour(verses);
  const solde = plusAncien(dates.filter(({ nature, gestion }) => nature === 'solde' && gestion === 'n1'));
  const tropTot = dates.filter(
    ({ nature, date }) => nature === 'bonus' && date < payable && !(solde && solde.date <= date),
  );
  const recouvres = verses.filter(({ nature }) => nature === 'indu bonus');
  if (total(recouvres).gte(total(tropTot))) return [];
  return tropTot.map(({ ligne, date }) =>
    anomalie('bonus.verse-trop-tot', versements.lieu(ligne, 'date'), { d: dateFrancaise(date) }),
  );
}

function bonusSurN(verses: readonly VersementCompte[], { lecture }: AvecJournal): Anomalie[] {
  const { versements, parametres } = lecture;
  return verses
    .filter(({ nature, gestion }) => nature === 'bonus' && gestion === 'n')
    .map(({ ligne }) =>
      anomalie('bonus.gestion-n', versements.lieu(ligne, 'gestion'), {
        n: parametres.annee,
        n1: parametres.annee + 1,
      }),
    );
}
