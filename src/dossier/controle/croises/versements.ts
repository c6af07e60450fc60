/** Les lignes du journal, une à une : complètes, comptées, datées dans l'année. */
import { anomalie, type Anomalie } from '../../anomalies/anomalie';
import { COLONNES_VERSEMENTS, type Versement } from '../../colonnes/versements';
import { dateFrancaise } from '../../../valeurs/date';
import { anneeScolaire } from '../../../reglement/annee';
import { estAcompte } from '../../../reglement/journal';
import { SEUILS } from '../../seuils';
import { gesteDeJournal } from '../../lecture/cellule';
import { campagneIllisible, type Contexte, type VersementsLus } from '../contexte';

type Champ = 'dossier' | 'nature' | 'gestion' | 'montant' | 'anneeScolaire';

const OBLIGATOIRES = ['dossier', 'nature', 'montant'] as const satisfies readonly Champ[];

/** Ce qui interdit de compter le versement, et sa cellule. */
function nonCompte(v: Versement, { gestionDe }: Contexte): { champ: Champ; motif: string } | null {
  const manque = (champ: Champ, absent: string, illisible: string) => ({
    champ,
    motif: v.illisibles.has(champ) ? illisible : absent,
  });
  if (v.dossier === null) return manque('dossier', 'numéro de dossier absent', 'numéro de dossier illisible');
  if (v.nature === null) return manque('nature', 'nature absente', 'nature illisible');
  if (v.montant === null) return manque('montant', 'montant absent', 'montant illisible');
  if (campagneIllisible(v))
    return { champ: 'anneeScolaire', motif: `campagne « ${v.anneeScolaire ?? ''} » illisible` };
  if (gestionDe(v) !== null) return null;
  if (v.gestion !== null) return { champ: 'gestion', motif: `gestion « ${v.gestion} » non reconnue` };
  return {
    champ: 'gestion',
    motif: v.date === null ? 'ni gestion ni date' : 'gestion absente, date d’une autre année',
  };
}

/** Ce que Clas fait d'un versement incomplet, mais compté. */
function suite(v: Versement): string {
  if (v.gestion === null) return 'La gestion est déduite de la date. Compléter la ligne.';
  if (v.nature === null || !estAcompte(v.nature)) return 'Compléter la ligne.';
  return 'Il compte dans le solde, pas dans l’arrêté des comptes. Compléter la ligne.';
}

export function controlerVersements(contexte: Contexte): Anomalie[] {
  const { versements } = contexte.lecture;
  // une colonne obligatoire absente est déjà dite une fois pour toutes
  if (!versements || OBLIGATOIRES.some((champ) => !versements.a(champ))) return [];
  return versements.lignes.flatMap((v) => controlerLigne(v, versements, contexte));
}

function controlerLigne(v: Versement, versements: VersementsLus, contexte: Contexte): Anomalie[] {
  const { lecture, gestionDe, jour, au } = contexte;
  const { annee } = lecture.parametres;
  const anomalies: Anomalie[] = [];
  const lieu = (champ: Champ | 'date') => versements.lieu(v.ligne, champ);
  const refuse = nonCompte(v, contexte);
  const gestion = gestionDe(v);
  // une cellule illisible, ou un montant négatif, a déjà sa phrase
  if (refuse && !v.illisibles.has(refuse.champ))
    anomalies.push(
      anomalie('versement.non-compte', lieu(refuse.champ), {
        fait: refuse.motif,
        geste: gesteDeJournal(COLONNES_VERSEMENTS[refuse.champ]),
      }),
    );
  const incomplets = [
    ...(v.gestion === null && gestion !== null ? (['gestion'] as const) : []),
    ...(v.date === null && !v.illisibles.has('date') && !refuse ? (['date'] as const) : []),
  ];
  const [premier] = incomplets;
  if (premier)
    anomalies.push(
      anomalie('versement.incomplet', lieu(premier), {
        champ: incomplets.map((c) => `${c} absente`).join(', '),
        suite: suite(v),
      }),
    );
  if (gestion === 'autre')
    anomalies.push(
      anomalie('versement.gestion-hors-annee', lieu('gestion'), {
        v: v.gestion ?? '',
        annee: anneeScolaire(annee),
      }),
    );
  if (v.date === null) return anomalies;
  const d = dateFrancaise(v.date);
  if (v.date > au)
    anomalies.push(anomalie('versement.date-future', lieu('date'), { d, au: dateFrancaise(au) }));
  else if (v.date < jour(SEUILS.debutAnnee, 0) && gestion !== 'autre')
    anomalies.push(
      anomalie('versement.avant-rentree', lieu('date'), {
        d,
        rentree: dateFrancaise(jour(SEUILS.debutAnnee, 0)),
      }),
    );
  if (v.nature === 'acompte' && gestion === 'n' && v.date > jour(SEUILS.finAnneeCivile, 0))
    anomalies.push(anomalie('versement.acompte-n-en-n1', lieu('date'), { n: annee, d }));
  return anomalies;
}
