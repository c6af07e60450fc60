/** Conditions du projet : collectifs, effectifs, axes, convention, unité du coût. */
import { s } from '../../../valeurs/pluriel';
import { anomalie, type Anomalie } from '../../anomalies/anomalie';
import type { Projet } from '../../colonnes/projets';
import { dateFrancaise, nombreDeJours } from '../../../valeurs/date';
import { anneeScolaire } from '../../../reglement/annee';
import { effectifMinimal } from '../../../reglement/eligibilite';
import { COLLECTIF } from '../../../reglement/parametres';
import { euros } from '../../../reglement/explication';
import type { Decimal } from '../../../valeurs/montant';
import { SEUILS } from '../../seuils';
import { collectifsRetenus, estAgree, estRefuse, nombreBonus, type Contexte } from '../contexte';

const positif = (valeur: Decimal | null): boolean => valeur !== null && valeur.gt(0);

/** Tous les contrôles d'un projet ; un projet refusé n'est examiné que pour ses montants. */
export function controlerProjet(p: Projet, contexte: Contexte): Anomalie[] {
  if (estRefuse(p)) return [];
  return [
    ...controlerCollectifsDuProjet(p, contexte),
    ...controlerAxes(p, contexte),
    ...controlerConvention(p, contexte),
    ...controlerUnite(p, contexte),
    ...controlerDoubleFinancement(p, contexte),
  ];
}

function controlerCollectifsDuProjet(p: Projet, { lecture, collectifsDe }: Contexte): Anomalie[] {
  const { projets } = lecture;
  const anomalies: Anomalie[] = [];
  const { collectifsAgrees: agrees, collectifsReels: reels } = p;
  const cle = reels === 0 ? 'collectifsReels' : 'collectifsAgrees';
  // agréé sans dire pour combien : la Ps manquerait aux comptes et le bonus ne se borne plus
  const nonDits =
    agrees === null && estAgree(p) && projets.a('collectifsAgrees') && !p.illisibles.has('collectifsAgrees');
  // ni collectif, ni coût : le projet n'a pas eu lieu, sa Ps est nulle et cela suffit (C-PS-02)
  const pasEuLieu = reels === 0 && p.coutReel?.isZero();
  if (nonDits || ((reels ?? agrees) === 0 && !pasEuLieu)) {
    const couts = [reels === null || nonDits ? p.coutPrevisionnel : null, p.coutReel];
    const objet = couts.some(positif) ? 'un coût' : nombreBonus(p) > 0 ? 'un bonus' : null;
    if (objet) anomalies.push(anomalie('projet.aucun-collectif', projets.lieu(p.ligne, cle), { objet }));
  }
  for (const champ of ['collectifsReels', 'collectifsControles'] as const) {
    const r = p[champ] ?? 0;
    const a = agrees ?? Infinity;
    if (r > a)
      anomalies.push(
        anomalie('projet.collectifs-superieurs-agrement', projets.lieu(p.ligne, champ), { r, a }),
      );
  }
  const c = collectifsRetenus(p);
  if (p.enfants !== null && c) {
    const derogatoire =
      p.rural === true || collectifsDe(p).some((d) => d.rural === true || d.handicap === true);
    const [min, max] = [effectifMinimal(derogatoire) * c, COLLECTIF.enfantsMax * c];
    if (p.enfants < min || p.enfants > max)
      anomalies.push(
        anomalie('projet.effectif-incompatible', projets.lieu(p.ligne, 'enfants'), {
          e: p.enfants,
          c,
          min,
          max,
        }),
      );
  }
  return anomalies;
}

function controlerAxes(p: Projet, { lecture: { projets } }: Contexte): Anomalie[] {
  const anomalies: Anomalie[] = [];
  for (const axe of ['axeEnfants', 'axeParents', 'axeEcole', 'axeTerritoire'] as const)
    if (p[axe] === false)
      anomalies.push(
        anomalie('projet.axe-non-couvert', projets.lieu(p.ligne, axe), {
          axe: projets.definitions[axe].entete,
        }),
      );
  if (p.aideAuxDevoirsSeule === true)
    anomalies.push(anomalie('projet.aide-aux-devoirs', projets.lieu(p.ligne, 'aideAuxDevoirsSeule')));
  return anomalies;
}

/** Même jour, `annees` plus tard. */
const anneesApres = (iso: string, annees: number): string =>
  `${Number(iso.slice(0, 4)) + annees}${iso.slice(4)}`;

/** « 4 ans et 12 jours », « 6 ans », bornes comprises. */
function duree(debut: string, fin: string): string {
  let ans = Number(fin.slice(0, 4)) - Number(debut.slice(0, 4));
  if (anneesApres(debut, ans) > fin) ans--;
  // la veille d'un anniversaire ferme une année entière
  if (nombreDeJours(fin, anneesApres(debut, ans + 1)) === 2) return `${ans + 1} ans`;
  const jours = nombreDeJours(anneesApres(debut, ans), fin);
  return `${ans} ans et ${jours} jour${s(jours)}`;
}

function controlerConvention(p: Projet, { lecture, jour }: Contexte): Anomalie[] {
  const { projets, parametres } = lecture;
  if (!projets.a('debutConvention') || !projets.a('finConvention') || !estAgree(p)) return [];
  if (p.illisibles.has('debutConvention') || p.illisibles.has('finConvention')) return [];
  const { debutConvention: debut, finConvention: fin } = p;
  if (debut === null || fin === null)
    return [
      anomalie(
        'convention.absente',
        projets.lieu(p.ligne, debut === null ? 'debutConvention' : 'finConvention'),
      ),
    ];
  const lieu = projets.lieu(p.ligne, 'finConvention');
  // un centre social a la durée de son propre agrément (Circ. § 3.1)
  if (p.typeGestionnaire !== 'centre social' && fin >= anneesApres(debut, SEUILS.conventionAnneesMax)) {
    return [
      anomalie('convention.trop-longue', lieu, { x: duree(debut, fin), max: SEUILS.conventionAnneesMax }),
    ];
  }
  if (debut > jour(SEUILS.debutConvention, 0) || fin < jour(SEUILS.finExercice, 1))
    return [
      anomalie('convention.ne-couvre-pas', lieu, {
        d1: dateFrancaise(debut),
        d2: dateFrancaise(fin),
        annee: anneeScolaire(parametres.annee),
      }),
    ];
  return [];
}

/** Un coût par collectif hors de toute vraisemblance trahit des k€ ou des centimes. */
function controlerUnite(p: Projet, { lecture: { projets } }: Contexte): Anomalie[] {
  return (['coutPrevisionnel', 'coutReel'] as const).flatMap((cle) => {
    const cout = p[cle];
    const nb = cle === 'coutReel' ? collectifsRetenus(p) : p.collectifsAgrees;
    if (cout === null || !cout.gt(0) || !nb) return [];
    if (cout.gte(SEUILS.coutUnitaireMin.times(nb)) && cout.lte(SEUILS.coutUnitaireMax.times(nb))) return [];
    return [anomalie('projet.cout-unitaire-suspect', projets.lieu(p.ligne, cle), { v: euros(cout.div(nb)) })];
  });
}

function controlerDoubleFinancement(p: Projet, { lecture: { projets } }: Contexte): Anomalie[] {
  const m = p.autresBrancheFamille;
  if (m === null || !m.gt(0)) return [];
  const lieu = projets.lieu(p.ligne, 'autresBrancheFamille');
  return [anomalie('financement.double', lieu, { x: projets.intitule('autresBrancheFamille'), m: euros(m) })];
}
