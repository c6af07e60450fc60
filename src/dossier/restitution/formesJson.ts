/**
 * La forme de ce que les commandes écrivent avec `--json`, une fois : les fonctions qui l'écrivent en ont le type, les
 * schémas publiés (`schemas/`) en sont tirés, et les essais y confrontent chaque sortie.
 */
import * as z from 'zod/mini';
import { GRAVITES } from '../anomalies/catalogue';
import { CLES_MONTANTS, type CleMontant } from '../calcul/montants';
import { CLES_TOTAL, TOTAUX, type CleTotal, type TotauxRemontee } from './remontee/presentation';

const TEXTE_SI = z.nullable(z.string());
const NOMBRE = z.int().check(z.nonnegative());
const NOMBRE_SI = z.nullable(NOMBRE);
const ANNEE = z.int();
const MONTANT = z.string().check(z.regex(/^-?\d+\.\d{2}$/));
const MONTANT_SI = z.nullable(MONTANT);
const VALEUR = z.nullable(z.union([z.string(), z.number(), z.boolean()]));
const EMPREINTE = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const DATE = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

const parCle = <C extends string, S>(cles: readonly C[], forme: (cle: C) => S): Record<C, S> =>
  Object.fromEntries(cles.map((cle) => [cle, forme(cle)])) as Record<C, S>;

const MONTANTS = parCle<CleMontant, typeof MONTANT_SI>(CLES_MONTANTS, () => MONTANT_SI);
type FormeTotal<C extends CleTotal> = TotauxRemontee[C] extends number ? typeof NOMBRE : typeof MONTANT;
const TOTAUX_REMONTEE = parCle<CleTotal, typeof NOMBRE | typeof MONTANT>(CLES_TOTAL, (cle) =>
  TOTAUX[cle].unite === 'montant' ? MONTANT : NOMBRE,
) as { [C in CleTotal]: FormeTotal<C> };

const REFUSES = z.array(z.strictObject({ fichier: z.string(), raison: z.string() }));
const CAF_NOMMEE = { caf: TEXTE_SI, nomCaf: TEXTE_SI };
const PAGES = z.strictObject({ fichier: z.string(), feuilles: z.array(z.string()) });
const CLASSEUR = { annee: ANNEE, caf: TEXTE_SI };

export const FORMES_JSON = {
  verifier: z.strictObject({
    valide: z.boolean(),
    ...CLASSEUR,
    compte: z.strictObject(parCle(GRAVITES, () => NOMBRE)),
    justifiees: NOMBRE,
    anomaliesNonEcrites: z.optional(NOMBRE),
    anomalies: z.array(
      z.strictObject({
        code: z.string(),
        gravite: z.enum(GRAVITES),
        feuille: z.string(),
        ligne: NOMBRE_SI,
        colonne: TEXTE_SI,
        champ: TEXTE_SI,
        adresse: TEXTE_SI,
        valeur: VALEUR,
        message: z.string(),
        correction: TEXTE_SI,
        reference: z.string().check(z.regex(/^C-[A-Z]+-\d{2}$/)),
        source: z.string(),
        justification: TEXTE_SI,
      }),
    ),
    lecture: z.strictObject({
      feuilles: z.array(
        z.strictObject({
          feuille: z.string(),
          role: TEXTE_SI,
          visible: z.boolean(),
          lignesLues: NOMBRE,
          lignesIgnorees: z.array(z.strictObject({ ligne: NOMBRE, motif: z.string() })),
          colonnesLues: z.array(
            z.strictObject({ colonne: z.string(), entete: z.string(), champ: z.string() }),
          ),
          colonnesNonLues: z.array(
            z.strictObject({ colonne: z.string(), entete: z.string(), valeurs: NOMBRE, proche: TEXTE_SI }),
          ),
        }),
      ),
    }),
  }),

  calculer: z.strictObject({
    ...CLASSEUR,
    projets: z.array(z.strictObject({ dossier: TEXTE_SI, ...MONTANTS })),
    totaux: z.strictObject({
      ...MONTANTS,
      projets: NOMBRE,
      enfants: NOMBRE_SI,
      collectifs: NOMBRE_SI,
      familles: z.optional(NOMBRE_SI),
      accompagnateurs: z.optional(NOMBRE_SI),
      benevoles: z.optional(NOMBRE_SI),
    }),
  }),

  remontee: z.strictObject({ fichier: z.string(), ...CLASSEUR, ...TOTAUX_REMONTEE, empreinte: EMPREINTE }),

  cloture: z.strictObject({
    ...CLASSEUR,
    ecritures: z.array(
      z.strictObject({
        mois: z.int(),
        exercice: z.int(),
        compte: z.string(),
        libelle: z.string(),
        debit: MONTANT,
        credit: MONTANT,
        dossier: z.string(),
      }),
    ),
    totaux: z.strictObject({ chargeAPayer: MONTANT, engagement: MONTANT, debit: MONTANT, credit: MONTANT }),
    liquidations: z.array(
      z.strictObject({
        dossier: z.string(),
        gestionnaire: TEXTE_SI,
        date: z.nullable(DATE),
        nature: z.string(),
        gestion: z.int(),
        montant: MONTANT,
        compte: TEXTE_SI,
        specificite: TEXTE_SI,
      }),
    ),
    passees: z.boolean(),
    enveloppes: z.record(z.string(), MONTANT),
  }),

  consolider: z.strictObject({
    annee: z.nullable(ANNEE),
    fichiers: NOMBRE,
    refuses: REFUSES,
    totaux: z.strictObject(TOTAUX_REMONTEE),
    parCaf: z.array(
      z.strictObject({
        caf: TEXTE_SI,
        nomCaf: TEXTE_SI,
        codeOrganisme: TEXTE_SI,
        fichier: z.string(),
        ...TOTAUX_REMONTEE,
        empreinte: EMPREINTE,
      }),
    ),
  }),

  paiements: z.strictObject({
    au: DATE,
    paiements: z.array(
      z.strictObject({
        dossier: z.string(),
        gestionnaire: TEXTE_SI,
        nature: z.string(),
        gestion: z.int(),
        montant: MONTANT,
        compte: z.string(),
        specificite: TEXTE_SI,
        motif: z.string(),
      }),
    ),
    enAttente: z.array(z.strictObject({ dossier: z.string(), motif: z.string() })),
    totaux: z.record(z.string(), MONTANT),
  }),

  enveloppe: z.strictObject({
    annee: ANNEE,
    notifiee: MONTANT_SI,
    engage: MONTANT_SI,
    paye: MONTANT_SI,
    disponible: MONTANT_SI,
    parts: z.array(
      z.strictObject({
        annee: ANNEE,
        anneeScolaire: z.string(),
        part: z.string(),
        engage: MONTANT_SI,
        paye: MONTANT_SI,
      }),
    ),
    bonus: z.strictObject({ accorde: MONTANT_SI, paye: MONTANT_SI }),
  }),

  reprendre: z.strictObject({
    annee: ANNEE,
    projets: NOMBRE,
    bonusVerses: z.strictObject({ lignes: NOMBRE, montant: MONTANT_SI }),
    aLiquider: NOMBRE,
  }),

  comparer: z.strictObject({
    ajoutes: z.array(z.string()),
    disparus: z.array(z.string()),
    modifies: z.array(
      z.strictObject({
        dossier: z.string(),
        champs: z.array(z.strictObject({ champ: z.string(), avant: VALEUR, apres: VALEUR })),
        effet: z.record(z.string(), MONTANT_SI),
      }),
    ),
  }),

  'consolider --suivi': z.strictObject({
    suivi: z.array(
      z.strictObject({
        ...CAF_NOMMEE,
        accorde: MONTANT_SI,
        paye: MONTANT_SI,
        taux: z.nullable(z.string().check(z.regex(/^-?\d+\.\d{4}$/))),
      }),
    ),
    manquants: z.array(z.strictObject({ ...CAF_NOMMEE, anneeScolaire: z.string() })),
    refuses: REFUSES,
  }),

  corriger: z.strictObject({
    fichier: z.string(),
    corrections: z.array(
      z.strictObject({
        code: z.string(),
        feuille: z.string(),
        adresse: TEXTE_SI,
        avant: VALEUR,
        correction: TEXTE_SI,
        reference: z.string(),
      }),
    ),
  }),

  courriers: z.strictObject({
    modele: z.string(),
    courriers: NOMBRE,
    fichiers: z.array(z.string()),
    laisses: z.optional(
      z.array(
        z.strictObject({ dossier: z.string(), inconnus: z.array(z.string()), motif: z.optional(z.string()) }),
      ),
    ),
  }),

  tableau: PAGES,
  fiches: PAGES,
  preparer: z.strictObject({ fichier: z.string(), annee: ANNEE, caf: z.string() }),
  subventions: z.strictObject({ fichier: z.string(), lignes: NOMBRE }),
} as const;

export type NomForme = keyof typeof FORMES_JSON;
/** Ce qu'une commande écrit, typé. */
export type FormeJson<N extends NomForme> = z.infer<(typeof FORMES_JSON)[N]>;
