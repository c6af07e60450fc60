/** Identité des projets : numéros, doublons, cellules attendues, une seule Caf et une seule année. */
import { anomalie, type Anomalie, type Lieu } from '../anomalies/anomalie';
import type { Projet } from '../colonnes/projets';
import { lireCodeCaf } from '../lecture/parametres';
import { cleDossier, normaliser } from '../../valeurs/texte';
import { anneeScolaire, lireAnnee } from '../../reglement/annee';
import { grouper, type Contexte } from './contexte';

/** Cellules dont le vide se signale, quand leur colonne existe. */
const ATTENDUES = [
  'gestionnaire',
  'action',
  'commune',
  'public',
  'enfants',
  'axeEnfants',
  'axeParents',
  'axeEcole',
  'axeTerritoire',
] as const;

export function controlerIdentite({ lecture }: Contexte): Anomalie[] {
  const { projets } = lecture;
  return projets.lignes.flatMap((p) => {
    const anomalies: Anomalie[] = [];
    const vide = (cle: (typeof ATTENDUES)[number] | 'dossier' | 'siret'): boolean =>
      projets.a(cle) && p[cle] === null && !p.illisibles.has(cle);
    if (vide('dossier')) anomalies.push(anomalie('dossier.absent', projets.lieu(p.ligne, 'dossier')));
    if (vide('siret')) anomalies.push(anomalie('siret.absent', projets.lieu(p.ligne, 'siret')));
    for (const cle of ATTENDUES)
      if (vide(cle))
        anomalies.push(
          anomalie('cellule.non-renseignee', projets.lieu(p.ligne, cle), {
            col: projets.definitions[cle].entete,
          }),
        );
    return anomalies;
  });
}

export function controlerDoublons({ lecture }: Contexte): Anomalie[] {
  const { projets, bonusVerses } = lecture;
  return [
    ...doublons(projets),
    ...(bonusVerses ? doublons(bonusVerses) : []),
    ...doublonsPossibles(projets.lignes).map(([p, premier]) =>
      anomalie('projet.doublon-possible', projets.lieu(p.ligne, 'action'), { ligne: premier.ligne }),
    ),
  ];
}

/** Une feuille où chaque dossier n'a qu'une ligne. */
interface FeuilleUnique {
  readonly lignes: readonly { readonly dossier: string | null; readonly ligne: number }[];
  readonly lieu: (ligne: number, cle: 'dossier') => Lieu;
}

const doublons = ({ lignes, lieu }: FeuilleUnique): Anomalie[] =>
  [...grouper(lignes).values()]
    .filter((memes) => memes.length > 1)
    .flatMap((memes) => {
      const citees = citer(memes);
      return memes.map(({ ligne, dossier }) =>
        anomalie('dossier.doublon', lieu(ligne, 'dossier'), {
          id: dossier ?? '',
          n: memes.length,
          lignes: citees,
        }),
      );
    });

const CITEES_MAX = 10;

/** « 16, 17 » : un numéro recopié sur toute une colonne ne se cite pas en entier à chaque ligne. */
const citer = (lignes: FeuilleUnique['lignes']): string =>
  lignes
    .slice(0, CITEES_MAX)
    .map((l) => l.ligne)
    .join(', ') + (lignes.length > CITEES_MAX ? '…' : '');

/** Même gestionnaire, action, public et commune sous des numéros différents : chaque ligne et la première de son groupe. */
function doublonsPossibles(projets: readonly Projet[]): [Projet, Projet][] {
  const premiers = new Map<string, Projet>();
  const paires: [Projet, Projet][] = [];
  for (const p of projets) {
    if (p.action === null || (p.siret ?? p.gestionnaire) === null) continue;
    const cle = [p.siret ?? p.gestionnaire, p.action, p.public, p.commune]
      .map((v) => normaliser(v ?? ''))
      .join('|');
    const premier = premiers.get(cle);
    if (!premier) premiers.set(cle, p);
    // deux lignes du même numéro sont déjà un doublon certain
    else if (cleDossier(premier.dossier ?? '') !== cleDossier(p.dossier ?? '')) paires.push([p, premier]);
  }
  return paires;
}

/** Une remontée ne mélange ni les Caf ni les années : colonnes « Caf » et « Année scolaire », si la feuille les porte. */
export function controlerUnicite({ lecture }: Contexte): Anomalie[] {
  const { projets, parametres } = lecture;
  return projets.lignes.flatMap((p) => {
    const anomalies: Anomalie[] = [];
    const caf = p.caf === null ? null : lireCodeCaf(p.caf);
    if (caf !== null && parametres.caf !== null && caf !== parametres.caf)
      anomalies.push(
        anomalie('remontee.caf-ou-annee-melangees', projets.lieu(p.ligne, 'caf'), {
          liste: `les Caf ${parametres.caf} et ${caf}`,
        }),
      );
    const annee = lireAnnee(p.anneeScolaire);
    if (annee !== undefined && annee !== parametres.annee)
      anomalies.push(
        anomalie('remontee.caf-ou-annee-melangees', projets.lieu(p.ligne, 'anneeScolaire'), {
          liste: `les années ${anneeScolaire(parametres.annee)} et ${anneeScolaire(annee)}`,
        }),
      );
    return anomalies;
  });
}
