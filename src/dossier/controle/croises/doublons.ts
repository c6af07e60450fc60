/** Doublons entre projets : le même numéro, ou la même action sous deux numéros. */
import { anomalie, type Anomalie, type Lieu } from '../../anomalies/anomalie';
import type { Projet } from '../../colonnes/projets';
import { cleDossier, normaliser } from '../../../valeurs/texte';
import { grouper, type Contexte } from '../contexte';

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
