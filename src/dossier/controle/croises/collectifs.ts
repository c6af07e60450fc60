/** Les conditions de chaque collectif détaillé : les motifs viennent de la règle d'éligibilité, ici on les situe. */
import { anomalie, type Anomalie } from '../../anomalies/anomalie';
import type { COLONNES_COLLECTIFS, Collectif } from '../../colonnes/collectifs';
import { normaliser, cleDossier } from '../../../valeurs/texte';
import { COLLECTIF } from '../../../reglement/parametres';
import { eligibilite, type Condition, type DonneesCollectif } from '../../../reglement/eligibilite';
import { estRefuse, type CollectifsLus, type Contexte } from '../contexte';
import { controlerDatesCollectif } from './datesCollectif';

type Cle = keyof typeof COLONNES_COLLECTIFS & string;

/** Colonne visée par chaque condition ; sans nombre de séances lisible, c'est leur durée qui est en cause. */
const CHAMP: Readonly<Record<Condition, Cle>> = {
  'effectif-superieur': 'enfants',
  'effectif-inferieur': 'enfants',
  'effectif-inferieur-derogatoire': 'enfants',
  intervenants: 'intervenants',
  rythme: 'seances',
  semaines: 'semaines',
};

const champDe = (condition: Condition, { seances }: DonneesCollectif): Cle =>
  condition === 'rythme' && seances === undefined ? 'duree' : CHAMP[condition];

const donnees = (c: Collectif, rural: boolean | undefined): DonneesCollectif => ({
  enfants: c.enfants ?? undefined,
  rural,
  handicap: c.handicap ?? undefined,
  intervenants: c.intervenants ?? undefined,
  seances: c.seances ?? undefined,
  duree: c.duree ?? undefined,
  semaines: c.semaines ?? undefined,
  derogation: c.derogation ?? undefined,
});

/** Moins d'une séance de deux heures : le collectif ne peut pas être retenu ; au-dessus, une justification suffit. */
function rythmeTropFaible({ seances = Infinity, duree = Infinity }: DonneesCollectif): boolean {
  if (seances >= COLLECTIF.seances) return false;
  return seances < COLLECTIF.seancesDerogation || duree < COLLECTIF.dureeSeanceDerogation;
}

/** Codes dont la phrase reprend le motif de la règle. */
type CodeDeMotif =
  | `collectif.${Exclude<Condition, 'intervenants' | 'rythme' | 'semaines'>}`
  | 'collectif.sans-intervenant'
  | 'collectif.intervenants-insuffisants'
  | 'collectif.rythme-trop-faible'
  | 'collectif.rythme-insuffisant'
  | 'collectif.semaines-insuffisantes';

function codeDe(condition: Condition, d: DonneesCollectif): CodeDeMotif {
  switch (condition) {
    case 'intervenants':
      return d.intervenants === 0 ? 'collectif.sans-intervenant' : 'collectif.intervenants-insuffisants';
    case 'rythme':
      return rythmeTropFaible(d) ? 'collectif.rythme-trop-faible' : 'collectif.rythme-insuffisant';
    case 'semaines':
      return 'collectif.semaines-insuffisantes';
    default:
      return `collectif.${condition}`;
  }
}

export function controlerCollectifs(contexte: Contexte): Anomalie[] {
  const { lecture, projetDe } = contexte;
  const { collectifs } = lecture;
  if (!collectifs) return [];
  const lieuxParCollectif = new Map<string, string>();
  return collectifs.lignes.flatMap((c) => {
    const projet = projetDe(c.dossier);
    if (projet && estRefuse(projet)) return [];
    const rural = c.rural ?? projet?.rural ?? undefined;
    const d = donnees(c, rural);
    const anomalies: Anomalie[] = eligibilite(d).motifs.map(({ condition, texte }) =>
      anomalie(codeDe(condition, d), collectifs.lieu(c.ligne, champDe(condition, d)), {
        fait: texte,
        annee: lecture.parametres.annee,
      }),
    );
    const { enfants: e = Infinity } = d;
    const derogatoire = e >= COLLECTIF.enfantsMinDerogatoire && e < COLLECTIF.enfantsMin;
    if (derogatoire && (rural || c.handicap))
      anomalies.push(
        anomalie('collectif.derogatoire', collectifs.lieu(c.ligne, 'enfants'), {
          motif: rural ? 'milieu rural' : 'situation de handicap',
          e,
        }),
      );
    anomalies.push(
      ...controlerLieu(c, collectifs, lieuxParCollectif),
      ...controlerDatesCollectif(c, collectifs, contexte),
    );
    return anomalies;
  });
}

/** Un lieu, un seul : ni vide, ni énuméré, ni différent d'une ligne à l'autre du même collectif. À domicile, un événement par mois. */
function controlerLieu(c: Collectif, collectifs: CollectifsLus, connus: Map<string, string>): Anomalie[] {
  if (!collectifs.a('lieu') || c.illisibles.has('lieu')) return [];
  const lieu = collectifs.lieu(c.ligne, 'lieu');
  if (c.lieu === null) return [anomalie('collectif.lieu-absent-ou-multiple', lieu, { v: '' })];
  // sans nom, un collectif n'est le même qu'aucun autre
  const nomme = c.dossier !== null && c.collectif !== null;
  const cle = nomme ? `${cleDossier(c.dossier)}|${normaliser(c.collectif)}` : String(c.ligne);
  const premierLieu = connus.get(cle) ?? normaliser(c.lieu);
  connus.set(cle, premierLieu);
  if (premierLieu !== normaliser(c.lieu) || /[;+&]|\/(?!\d)|\s(?:ou|puis)\s/i.test(c.lieu))
    return [anomalie('collectif.lieu-absent-ou-multiple', lieu, { v: ` (« ${c.lieu} »)` })];
  if (!/domicile/i.test(c.lieu) || c.illisibles.has('evenements') || (c.evenements ?? 0) >= 1) return [];
  return [
    anomalie(
      'collectif.domicile-sans-evenement',
      collectifs.lieu(c.ligne, collectifs.a('evenements') ? 'evenements' : 'lieu'),
    ),
  ];
}
