/** Le journal des versements : complet, daté dans sa gestion, après l'agrément, le bonus avec le solde. */
import { anomalie, type Anomalie } from '../anomalies/anomalie';
import type { Versement } from '../colonnes/versements';
import { dateFrancaise } from '../../valeurs/date';
import { lireGestion } from '../lecture/gestion';
import { anneeScolaire } from '../../reglement/annee';
import { SEUILS } from '../seuils';
import { estAgree, parDossier, type Contexte, type VersementSitue } from './contexte';

const CHAMPS = {
  nature: 'nature absente',
  gestion: 'gestion absente',
  date: 'date absente',
  montant: 'montant absent',
} as const;

/** Ce que Clas fait d'un versement incomplet. */
function suite(v: Versement): string {
  if (v.montant === null || v.nature === null) return 'Il n’est pas compté. Compléter la ligne.';
  if (v.gestion === null)
    return v.date === null
      ? 'Il n’est pas compté. Compléter la ligne.'
      : 'La gestion est déduite de la date. Compléter la ligne.';
  if (v.nature !== 'acompte') return 'Compléter la ligne.';
  return 'Il compte dans le solde, pas dans l’arrêté des comptes. Compléter la ligne.';
}

export function controlerVersements({ lecture, jour }: Contexte): Anomalie[] {
  const { versements, parametres } = lecture;
  if (!versements) return [];
  const { annee } = parametres;
  const finN = jour(SEUILS.finAnneeCivile, 0);
  return versements.lignes.flatMap((v) => {
    const anomalies: Anomalie[] = [];
    const manquants = (Object.keys(CHAMPS) as (keyof typeof CHAMPS)[]).filter(
      // une colonne obligatoire absente est déjà dite une fois pour toutes
      (c) =>
        v[c] === null &&
        !v.illisibles.has(c) &&
        (versements.a(c) || versements.definitions[c].exigence !== 'oui'),
    );
    const premier = manquants[0];
    if (premier)
      anomalies.push(
        anomalie('versement.incomplet', versements.lieu(v.ligne, premier), {
          champ: manquants.map((c) => CHAMPS[c]).join(', '),
          suite: suite(v),
        }),
      );
    const gestion = lireGestion(v.gestion, annee);
    if (gestion === 'autre')
      anomalies.push(
        anomalie('versement.gestion-hors-annee', versements.lieu(v.ligne, 'gestion'), {
          v: v.gestion ?? '',
          annee: anneeScolaire(annee),
        }),
      );
    if (v.nature === 'acompte' && v.date !== null) {
      const d = dateFrancaise(v.date);
      if (gestion === 'n1' && v.date <= finN)
        anomalies.push(
          anomalie('versement.acompte-n1-en-n', versements.lieu(v.ligne, 'date'), {
            n1: annee + 1,
            d,
            n: annee,
          }),
        );
      if (gestion === 'n' && v.date > finN)
        anomalies.push(
          anomalie('versement.acompte-n-en-n1', versements.lieu(v.ligne, 'date'), { n: annee, d }),
        );
    }
    return anomalies;
  });
}

const versementsDates = parDossier((versements: readonly VersementSitue[]) => {
  const dates = versements.flatMap(({ versement: v }) => (v.date === null ? [] : [{ v, date: v.date }]));
  return {
    premier: dates.reduce<(typeof dates)[number] | undefined>(
      (a, b) => (a && a.date <= b.date ? a : b),
      undefined,
    ),
    bonus: dates.filter(({ v }) => v.nature === 'bonus'),
    soldePaye: versements.some(({ versement: v }) => v.nature === 'solde'),
  };
});

/** Par projet : premier versement après l'agrément, bonus payé avec le solde. */
export function controlerOrdreDesVersements(contexte: Contexte): Anomalie[] {
  const { lecture, versementsDe, jour } = contexte;
  const { projets, versements } = lecture;
  if (!versements) return [];
  const bonusPayable = jour(SEUILS.bonusPayable, 1);
  return projets.lignes.flatMap((p) => {
    const { premier, bonus, soldePaye } = versementsDates(versementsDe(p), contexte);
    const anomalies: Anomalie[] = [];
    if (premier && p.dateAgrement !== null && estAgree(p) && premier.date < p.dateAgrement)
      anomalies.push(
        anomalie('agrement.posterieur-au-versement', versements.lieu(premier.v.ligne, 'date'), {
          d1: dateFrancaise(premier.date),
          d2: dateFrancaise(p.dateAgrement),
        }),
      );
    for (const { v, date } of bonus)
      if (date < bonusPayable && !soldePaye)
        anomalies.push(
          anomalie('bonus.verse-trop-tot', versements.lieu(v.ligne, 'date'), { d: dateFrancaise(date) }),
        );
    return anomalies;
  });
}
