/** Outils des tests de restitution : examiner un classeur d'exemple ou un classeur fait de lignes, écrire puis relire. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ecrireXlsx, lireXlsx } from '../../src/classeur/xlsx';
import { examiner, type Examen } from '../../src/dossier/examiner';
import type { ClasseurLu } from '../../src/dossier/formes/grille';
import type { Valeur } from '../../src/valeurs/valeur';
import type { ClasseurPlan } from '../../src/dossier/formes/plan';
import { feuille } from '../dossier/fabrique';

const EXEMPLES = join(__dirname, '../exemples');

export interface Attendu {
  readonly au: string;
  readonly calculer: { readonly json: Record<string, unknown> };
  readonly remontee: {
    readonly exit: readonly number[];
    readonly sortie: string;
    readonly json?: Record<string, unknown>;
    readonly dossiers?: readonly string[];
    readonly absents?: readonly string[];
  };
}

export const attendu = (nom: string): Attendu =>
  JSON.parse(readFileSync(join(EXEMPLES, `${nom}.attendu.json`), 'utf8')) as Attendu;

export async function examinerExemple(nom: string): Promise<Examen> {
  const classeur = await lireXlsx(new Uint8Array(readFileSync(join(EXEMPLES, `${nom}.xlsx`))));
  return examiner(classeur, { au: attendu(nom).au });
}

export const ENTETES = [
  'N° dossier',
  'Gestionnaire',
  'Siret',
  'Type de gestionnaire',
  'Action',
  'Commune',
  'Public',
  'Agrément',
  'Collectifs agréés',
  'Enfants',
  'Coût prévisionnel',
  'Autres recettes',
  'Bonus enfants',
  'Bonus parents',
  'Projet bonus validé',
  'Acomptes N',
  'Mis à l’écart',
] as const;

/** Un projet agréé et sain ; `change` remplace des cellules par leur intitulé. */
export const projet = (
  dossier: string,
  change: Partial<Record<(typeof ENTETES)[number], Valeur>> = {},
): Valeur[] => {
  const base: Record<string, Valeur> = {
    'N° dossier': dossier,
    Gestionnaire: `Association ${dossier}`,
    Siret: '73282932000074',
    'Type de gestionnaire': 'association',
    Action: `Action ${dossier}`,
    Commune: 'Orléans',
    Public: 'collège',
    Agrément: 'favorable',
    'Collectifs agréés': 3,
    Enfants: 30,
    'Coût prévisionnel': 24000,
    'Autres recettes': 12000,
    'Bonus enfants': 3,
    'Bonus parents': 2,
    'Projet bonus validé': 'oui',
    'Acomptes N': 2000,
    ...change,
  };
  return ENTETES.map((entete) => base[entete] ?? null);
};

export interface Donnees {
  readonly caf?: Valeur;
  readonly nomCaf?: Valeur;
  readonly codeOrganisme?: Valeur;
  readonly annee?: Valeur;
  readonly projets?: readonly Valeur[][];
  /** N° dossier, gestionnaire, bonus enfants, bonus parents, montant versé. */
  readonly verses?: readonly Valeur[][];
}

export function classeur({
  caf = '45',
  nomCaf,
  codeOrganisme,
  annee,
  projets = [],
  verses,
}: Donnees): ClasseurLu {
  const parametres: Valeur[][] = [
    ['Caf', caf],
    ['Nom de la Caf', nomCaf ?? null],
    ['Code organisme', codeOrganisme ?? null],
    ['Année scolaire', annee ?? '2021-2022'],
  ];
  return {
    dates1904: false,
    feuilles: [
      feuille('Paramètres', parametres),
      feuille('Projets', [[...ENTETES], ...projets]),
      ...(verses
        ? [
            feuille('Bonus versés', [
              ['N° dossier', 'Gestionnaire', 'Bonus enfants', 'Bonus parents', 'Montant versé'],
              ...verses,
            ]),
          ]
        : []),
    ],
  };
}

export const examen = (donnees: Donnees, au = '2022-01-20'): Examen => examiner(classeur(donnees), { au });

/** Écrit un plan en .xlsx et le relit. */
export const relire = async (plan: ClasseurPlan): Promise<ClasseurLu> => lireXlsx(await ecrireXlsx(plan));
