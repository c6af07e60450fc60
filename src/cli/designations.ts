/** Ce que l'agent désigne sur la ligne de commande : des feuilles par leur nom, des colonnes par leur intitulé. */
import type { CleFeuille } from '../dossier/feuilles';
import { CLES_TABLES, colonnesDe } from '../dossier/lecture/tables';
import type { Designations } from '../dossier/lecture/roles';
import type { Lecture } from '../dossier/lecture/lecture';
import { normaliser } from '../valeurs/texte';
import type { Demande } from './commande';
import { ErreurUsage } from './erreurs';
import type { NomValeur } from './options';
import { plusProche } from '../valeurs/suggestion';

/** L'option qui désigne chaque feuille. */
const OPTIONS_FEUILLES = {
  projets: 'projets',
  parametres: 'parametres',
  collectifs: 'collectifs',
  versements: 'versements',
  bonusVerses: 'bonus-verses',
  avenants: 'avenants',
  ecrituresPassees: 'ecritures-passees',
} as const satisfies Readonly<Record<CleFeuille, NomValeur>>;

export const OPTIONS_DESIGNATIONS: readonly NomValeur[] = [
  ...Object.values(OPTIONS_FEUILLES),
  'colonne',
  'ignorer',
];

interface Pointee {
  readonly intitule: string;
  readonly champ: string;
}

/** « 1er acompte=acomptesN » ; le signe égal qui compte est le dernier. */
function lireColonne(saisie: string): Pointee {
  const egal = saisie.lastIndexOf('=');
  const intitule = saisie.slice(0, egal).trim();
  const champ = saisie.slice(egal + 1).trim();
  if (egal < 1 || intitule === '' || champ === '')
    throw new ErreurUsage(
      `« ${saisie} » est illisible : écrire --colonne "intitulé=champ", par exemple --colonne "1er acompte=acomptesN".`,
    );
  const champs = [...new Set(CLES_TABLES.flatMap((cle) => Object.keys(colonnesDe(cle))))];
  if (!champs.includes(champ)) {
    const proche = plusProche(champ, champs);
    throw new ErreurUsage(
      `Champ inconnu « ${champ} » dans --colonne : ${proche ? `vouliez-vous dire ${proche} ?` : `les champs sont ${champs.join(', ')}.`}`,
    );
  }
  return { intitule, champ };
}

export function lireDesignations({ valeurs, listes }: Pick<Demande, 'valeurs' | 'listes'>): Designations {
  const pointees = listes.colonne.map(lireColonne);
  return {
    feuilles: Object.fromEntries(
      Object.entries(OPTIONS_FEUILLES).flatMap(([cle, option]) => {
        const nom = valeurs[option];
        return nom === undefined ? [] : [[cle, nom]];
      }),
    ),
    // un intitulé ne vaut que dans les feuilles qui ont ce champ, et s'il y est
    colonnes: Object.fromEntries(
      CLES_TABLES.map((cle) => [
        cle,
        Object.fromEntries(
          pointees
            .filter(({ champ }) => champ in colonnesDe(cle))
            .map(({ intitule, champ }) => [champ, intitule]),
        ),
      ]),
    ),
    ignorees: listes.ignorer,
  };
}

/** Une désignation sans effet est une faute de frappe : la taire laisserait croire la colonne lue. */
export function verifierDesignations(
  { bilan, feuilles }: Lecture,
  { listes }: Pick<Demande, 'listes'>,
): void {
  const intitules = bilan.flatMap(({ colonnesLues, colonnesNonLues }) =>
    [...colonnesLues, ...colonnesNonLues].map(({ entete }) => entete),
  );
  const connus = new Set([...intitules, ...feuilles].map(normaliser));
  const perdu = [...listes.colonne.map((saisie) => lireColonne(saisie).intitule), ...listes.ignorer].find(
    (intitule) => !connus.has(normaliser(intitule)),
  );
  if (perdu === undefined) return;
  const proche = plusProche(perdu, [...new Set(intitules)]);
  throw new ErreurUsage(
    `Colonne « ${perdu} » introuvable dans les feuilles lues${proche ? ` : vouliez-vous dire « ${proche} » ?` : '.'}`,
  );
}
