/**
 * Le Table Schema (frictionless) de la feuille Données, tiré de la présentation : il ne peut pas dire autre chose. La
 * relecture l'applique, par zod, à chaque ligne d'un fichier.
 */
import * as z from 'zod/mini';
import type { Valeur } from '../../../valeurs/valeur';
import { BLOCS, CLES_BLOC, CLES_LIGNE, COLONNES_REMONTEE, type ColonneRemontee } from './presentation';
import { ENTETES_DONNEES } from './planDonnees';

interface Contraintes {
  readonly required: boolean;
  readonly minimum?: number;
  readonly enum?: readonly string[];
  readonly pattern?: string;
}

export interface ChampSchema {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly type: 'string' | 'integer' | 'number';
  readonly constraints: Contraintes;
}

const TYPES = { texte: 'string', entier: 'integer', montant: 'number' } as const;

const champ = (
  name: string,
  description: string,
  constraints: Contraintes,
  type: ChampSchema['type'] = 'string',
): ChampSchema => ({ name, title: name, description, type, constraints });

/** Obligatoire dans la table si elle l'est dans les deux blocs. */
const champDe = ({ entete, aide, type, choix, blocs, obligatoire, motif }: ColonneRemontee): ChampSchema =>
  champ(
    entete,
    aide,
    {
      required: obligatoire === true && blocs.length === CLES_BLOC.length,
      ...(type !== 'texte' && { minimum: 0 }),
      ...(choix && { enum: choix }),
      ...(motif !== undefined && { pattern: motif }),
    },
    TYPES[type],
  );

const [CAF, NOM, ANNEE, BONUS] = ENTETES_DONNEES;

export const schemaRemontee = () => ({
  $schema: 'https://specs.frictionlessdata.io/schemas/table-schema.json',
  name: 'clas-remontee-bonus',
  title: 'Remontée des bonus Clas d’une Caf à la Cnaf',
  description:
    'Feuille « Données » du fichier CLAS_BONUS_AAAA-AAAA_CAFnn.xlsx : une ligne par projet et par bloc (bonus accordés, bonus versés).',
  missingValues: [''],
  fields: [
    champ(CAF, 'Code du département de la Caf émettrice.', {
      required: false,
      pattern: '^([0-9]{2}|2[AB]|97[1-4])$',
    }),
    champ(NOM, 'Nom de la Caf émettrice : il distingue les deux Caf du 64.', { required: false }),
    champ(ANNEE, 'Année scolaire du bonus : N-N+1 s’il est accordé, (N-1)-N s’il est versé.', {
      required: true,
      pattern: '^[0-9]{4}-[0-9]{4}$',
    }),
    champ(BONUS, 'Accordé pour l’année en cours, ou versé pour la précédente.', {
      required: true,
      enum: CLES_BLOC.map((bloc) => BLOCS[bloc].bonus),
    }),
    ...CLES_LIGNE.map((cle) => champDe(COLONNES_REMONTEE[cle])),
  ],
});

/** Un champ du Table Schema, en zod : une cellule vide n'est admise que s'il n'est pas obligatoire. */
function zodDe({ type, constraints }: ChampSchema): z.ZodMiniType<Valeur> {
  const { required, minimum = -Infinity, pattern } = constraints;
  const choix = constraints.enum;
  const deType = {
    string: () =>
      choix
        ? z.enum(choix)
        : z.string().check(z.minLength(1), ...(pattern ? [z.regex(new RegExp(pattern))] : [])),
    integer: () => z.int().check(z.minimum(minimum)),
    number: () => z.number().check(z.minimum(minimum)),
  }[type]();
  return required ? deType : z.nullable(deType);
}

const CHAMPS = schemaRemontee().fields.map((c) => ({ nom: c.name, zod: zodDe(c) }));
const VIDES: ReadonlySet<Valeur> = new Set(schemaRemontee().missingValues);

/** Les champs d'une ligne de la feuille Données que le schéma refuse, par leur nom. */
export const champsRefuses = (cellules: readonly Valeur[]): string[] =>
  CHAMPS.flatMap(({ nom, zod }, i) => {
    const valeur = cellules[i] ?? null;
    return zod.safeParse(VIDES.has(valeur) ? null : valeur).success ? [] : [nom];
  });
