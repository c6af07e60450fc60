/** Les feuilles que personne ne lit et qui ont pourtant les intitulés d'un rôle : des montants s'y perdraient en silence. */
import { cleDossier, normaliser } from '../../valeurs/texte';
import { anomalie, type Anomalie } from '../anomalies/anomalie';
import { estFavorable } from '../colonnes/choix';
import { COLONNES_PROJETS, type Projet } from '../colonnes/projets';
import { COLONNES_VERSEMENTS, type Versement } from '../colonnes/versements';
import type { ParEtapes } from '../formes/etapes';
import type { Feuille } from '../formes/grille';
import type { Memoire } from '../formes/memoire';
import type { Lecture } from './lecture';
import { feuillesRessemblantes } from './ressemblantes';
import { estDUneAutreAnnee, lieuDe, type Roles } from './roles';
import { lireTable } from './table';

interface Options {
  readonly annee: number;
  readonly dates1904: boolean;
  readonly memoire: Memoire;
}

/** Le rôle, que personne ne tient. */
const NON_LUES = { versements: 'feuille.journal-non-lu', bonusVerses: 'feuille.bonus-non-lus' } as const;
/** À côté de la feuille lue, une autre a des lignes que celle-ci n'a pas. */
const A_PART = { projets: 'feuille.projets-a-part', versements: 'feuille.versements-a-part' } as const;
const A_PART_MAX = 100;
/** Une copie, un modèle, un historique ne sont pas des données de l'année. */
const DE_COTE = /archive|histori|ancien|sauvegarde|copie|modele|exemple|essai|test|brouillon/;

/** La feuille qui tiendrait ce rôle, que personne ne tient ; rien quand aucune ne lui ressemble. */
export function direLaissee(
  cle: keyof typeof NON_LUES,
  roles: Roles,
  { annee, dates1904 }: Options,
): Anomalie | undefined {
  const [trouvee] = feuillesRessemblantes(roles.sansRole(), cle, { annee, dates1904 });
  return trouvee && anomalie(NON_LUES[cle], lieuDe(trouvee), { v: trouvee.nom });
}

/** Celles qui ont les intitulés d'un rôle déjà tenu : au plus `A_PART_MAX`, une alerte chacune. */
function aCote(cle: keyof typeof A_PART, roles: Roles, { annee, dates1904 }: Options): readonly Feuille[] {
  const possibles = roles
    .sansRole()
    .filter((f) => !DE_COTE.test(normaliser(f.nom)) && !estDUneAutreAnnee(f, cle, annee));
  const trouvees: Feuille[] = [];
  for (const feuille of feuillesRessemblantes(possibles, cle, { annee, dates1904 })) {
    trouvees.push(feuille);
    if (trouvees.length >= A_PART_MAX) break;
  }
  return trouvees;
}

const dire = (cle: keyof typeof A_PART, f: Feuille, lue: Feuille): Anomalie =>
  anomalie(A_PART[cle], lieuDe(f), { v: f.nom, lue: lue.nom });

/** Une feuille que Clas ne lit pas n'en fait pas refuser le classeur. */
const lireAPart = (options: Options) =>
  ({ ...options, titresDAnnee: true, campagnes: true, lignesMax: Infinity }) as const;

/** Les feuilles qui ont des projets agréés de l'année que « Projets » n'a pas. */
export function* projetsAPart(
  { lignes, feuille: lue }: Lecture['projets'],
  roles: Roles,
  options: Options,
): ParEtapes<readonly Anomalie[]> {
  const connus = dossiersDe(lignes);
  const nouveau = ({ dossier, agrement, dateAgrement }: Projet): boolean =>
    dossier !== null &&
    !connus.has(cleDossier(dossier)) &&
    estFavorable(agrement) &&
    (dateAgrement === null || Number(dateAgrement.slice(0, 4)) >= options.annee);
  const dites: Anomalie[] = [];
  for (const f of aCote('projets', roles, options)) {
    const { table } = yield* lireTable(f, COLONNES_PROJETS, lireAPart(options));
    if (table.lignes.some(nouveau)) dites.push(dire('projets', f, lue));
  }
  return dites;
}

/** Les feuilles qui ont, pour des dossiers du classeur, des versements que le journal n'a pas. */
export function* versementsAPart(
  projets: Lecture['projets'],
  { lignes, feuille: lue }: NonNullable<Lecture['versements']>,
  roles: Roles,
  options: Options,
): ParEtapes<readonly Anomalie[]> {
  const connus = dossiersDe(projets.lignes);
  const fait = ({ dossier, nature, date, montant }: Versement): string =>
    [cleDossier(dossier ?? ''), nature, date, String(montant)].join(' ');
  const faits = new Set(lignes.map(fait));
  const dites: Anomalie[] = [];
  for (const f of aCote('versements', roles, options)) {
    const { table } = yield* lireTable(f, COLONNES_VERSEMENTS, lireAPart(options));
    if (table.lignes.some((v) => connus.has(cleDossier(v.dossier ?? '')) && !faits.has(fait(v))))
      dites.push(dire('versements', f, lue));
  }
  return dites;
}

const dossiersDe = (lignes: readonly Projet[]): ReadonlySet<string> =>
  new Set(lignes.map(({ dossier }) => cleDossier(dossier ?? '')));
