/**
 * Deux Caf inventées, trois années scolaires : chaque classeur est celui que Clas prépare, ou que l'année précédente ouvre,
 * et l'agent n'y ajoute que ce que celle-ci ne savait pas. Les paiements sont ceux que Clas propose, l'arrêté celui qu'il fige.
 */
import { ecrireXlsx, lireXlsx } from '../../src/classeur/xlsx';
import { examiner, type Examen } from '../../src/dossier/examiner';
import { FEUILLES_AGENT } from '../../src/dossier/feuilles';
import type { CellulePlan, ClasseurPlan, FeuillePlan } from '../../src/dossier/formes/plan';
import { COLONNES_PROJETS } from '../../src/dossier/colonnes/projets';
import { COLONNES_VERSEMENTS } from '../../src/dossier/colonnes/versements';
import type { Colonnes } from '../../src/dossier/colonnes/colonne';
import { creerCloture } from '../../src/dossier/restitution/arrete/arrete';
import { planEcrituresPassees } from '../../src/dossier/restitution/arrete/planEcritures';
import { planModele } from '../../src/dossier/restitution/modele/preparer';
import { paiementsDe } from '../../src/dossier/restitution/sorties/paiements';
import { planReprise } from '../../src/dossier/restitution/suite/reprendre';
import { estDateIso, serieDeDate } from '../../src/valeurs/date';
import { Hasard, siret, STRUCTURES } from './noms';

type Brute = string | number | null;
type Ligne<D extends Colonnes> = { readonly [K in keyof D]?: Brute };
type LigneProjet = Ligne<typeof COLONNES_PROJETS>;
type LigneVersement = Ligne<typeof COLONNES_VERSEMENTS>;

export const CAFS = [
  { caf: '45', nomCaf: 'Caf du Loiret', premiere: 0, enveloppes: [18_000, 42_000, 44_000, 45_000] },
  {
    caf: '64',
    nomCaf: 'Caf du Béarn et de la Soule',
    premiere: 8,
    enveloppes: [16_000, 38_000, 40_000, 41_000],
  },
] as const;
type DefinitionCaf = (typeof CAFS)[number];
export const ANNEES = [2021, 2022, 2023] as const;

/** Inventés : aucun barème d'après 2021 n'est publié ici. Taux, plafond, maximum, bonus enfants, bonus parents, source. */
const BAREMES: Readonly<Record<number, readonly Brute[]>> = {
  2022: [0.325, 8_000, 2_600, 300, 300, 'Barème inventé pour l’exemple'],
  2023: [0.325, 8_100, 2_633, 305, 305, 'Barème inventé pour l’exemple'],
};

const NB_PROJETS = 6;
const NOM_FEUILLES = { projets: FEUILLES_AGENT.projets, versements: FEUILLES_AGENT.versements } as const;

/** La feuille, où des cellules sont saisies ; le format de chacune reste celui du classeur préparé. */
function saisir(
  { feuilles, ...reste }: ClasseurPlan,
  nom: string,
  change: (lignes: CellulePlan[][]) => void,
): ClasseurPlan {
  return {
    ...reste,
    feuilles: feuilles.map((f): FeuillePlan => {
      if (f.nom !== nom) return f;
      const lignes = f.lignes.map((l) => [...l]);
      change(lignes);
      return { ...f, lignes };
    }),
  };
}

/** Des lignes saisies sous les intitulés, à partir de la première de la feuille. */
const saisirLignes = <D extends Colonnes>(
  plan: ClasseurPlan,
  nom: string,
  definitions: D,
  saisies: readonly Ligne<D>[],
): ClasseurPlan =>
  saisir(plan, nom, (lignes) => {
    const entetes = (lignes[0] ?? []).map(({ valeur }) => valeur);
    saisies.forEach((saisie, i) => {
      const ligne = lignes[i + 1];
      for (const [cle, brute] of Object.entries<Brute | undefined>(saisie)) {
        const c = entetes.indexOf(definitions[cle]?.entete ?? '');
        const cellule = ligne?.[c];
        if (!ligne || !cellule) throw new Error(`${nom} : pas de cellule pour « ${cle} », ligne ${i + 2}.`);
        const valeur = typeof brute === 'string' && estDateIso(brute) ? serieDeDate(brute) : (brute ?? null);
        ligne[c] = { ...cellule, valeur };
      }
    });
  });

/** Paramètres : le barème de l'année, s'il n'est pas publié, et l'enveloppe que la Cnaf vient de notifier. */
const saisirParametres = (plan: ClasseurPlan, annee: number, enveloppes: Readonly<Record<string, Brute>>) =>
  saisir(plan, FEUILLES_AGENT.parametres, (lignes) => {
    for (const ligne of lignes) {
      const libelle = ligne[0]?.valeur;
      const [bareme, notifiee] = [BAREMES[annee], enveloppes[String(libelle)]];
      if (ligne[1] && notifiee !== undefined) ligne[1] = { ...ligne[1], valeur: notifiee };
      if (bareme && ligne[3]?.valeur === annee)
        bareme.forEach((valeur, i) => {
          const cellule = ligne[4 + i];
          if (cellule) ligne[4 + i] = { ...cellule, valeur };
        });
    }
  });

async function examen(plan: ClasseurPlan, au: string): Promise<Examen> {
  return examiner(await lireXlsx(await ecrireXlsx(plan)), { au });
}

/** Ce qu'un projet dit de lui-même : l'agent ne le saisit qu'une fois. */
function identite({ premiere }: DefinitionCaf, rang: number): LigneProjet {
  const structure = STRUCTURES[(premiere + rang) % STRUCTURES.length];
  if (!structure) throw new Error('Aucune structure.');
  return {
    gestionnaire: structure.nom,
    siret: siret(premiere + rang + 1),
    typeGestionnaire: structure.type,
    action: `Clas de ${structure.commune}`,
    commune: structure.commune,
    public: (['élémentaire', 'collège', 'lycée'] as const)[rang % 3] ?? 'collège',
    rural: structure.rural ? 'oui' : 'non',
    debutConvention: '2021-09-01',
    finConvention: '2024-08-31',
  };
}

/** La demande et la décision d'une année : ce qu'aucun classeur précédent ne pouvait savoir. */
function demande(hasard: Hasard, { caf }: DefinitionCaf, annee: number, rang: number): LigneProjet {
  const nb = hasard.entre(1, 3);
  const cout = nb * hasard.entre(52, 92) * 100;
  const refuse = rang === NB_PROJETS - 1;
  const bonus = (): number => (refuse ? 0 : hasard.entre(0, nb));
  return {
    dossier: `${annee}-${caf}-${String(rang + 1).padStart(3, '0')}`,
    agrement: refuse ? 'refusé' : 'favorable',
    dateAgrement: `${annee}-10-07`,
    collectifsAgrees: nb,
    enfants: nb * hasard.entre(8, 12),
    axeEnfants: 'oui',
    axeParents: 'oui',
    axeEcole: 'oui',
    axeTerritoire: 'oui',
    aideAuxDevoirsSeule: 'non',
    coutPrevisionnel: cout,
    autresRecettes: Math.round(cout * 0.6),
    bonusEnfants: bonus(),
    bonusParents: bonus(),
    projetBonus: 'oui',
    familles: nb * 9,
    accompagnateurs: nb * 3,
    benevoles: nb * 2,
  };
}

/** Le compte de résultat reçu à la fin de l'année scolaire. */
const bilan = (hasard: Hasard, { coutPrevisionnel, collectifsAgrees, agrement }: LigneProjet): LigneProjet =>
  agrement === 'refusé'
    ? {}
    : {
        coutReel: Math.round(Number(coutPrevisionnel) * (hasard.entre(80, 104) / 100)),
        collectifsReels: collectifsAgrees ?? null,
      };

/** Ce que Clas propose de payer ce jour-là, inscrit au journal. */
const payer = (vu: Examen, date: string): LigneVersement[] =>
  paiementsDe(vu).paiements.map((p, i) => ({
    dossier: p.dossier,
    nature: p.nature,
    gestion: p.gestion === vu.lecture.parametres.annee ? 'N' : 'N+1',
    date,
    montant: p.montant.toNumber(),
    reference: `VIR-${date}-${i + 1}`,
  }));

interface AnneeFaite {
  readonly annee: number;
  readonly plan: ClasseurPlan;
}

/** Une année, du classeur ouvert au dernier paiement ; la dernière s'arrête au mois de janvier. */
async function faire(
  definition: DefinitionCaf,
  annee: number,
  ouvert: ClasseurPlan,
  derniere: boolean,
): Promise<AnneeFaite> {
  const hasard = new Hasard(annee * 10 + definition.premiere);
  const rang = annee - ANNEES[0];
  const enveloppe = (i: number): number | null => definition.enveloppes[rang + i] ?? null;
  let plan = saisirParametres(ouvert, annee, {
    // l'enveloppe de N était déjà celle de N+1, un an plus tôt
    ...(rang === 0 && { 'Enveloppe notifiée N': enveloppe(0) }),
    'Enveloppe notifiée N+1': enveloppe(1),
  });
  const connus = (plan.feuilles.find((f) => f.nom === NOM_FEUILLES.projets)?.lignes ?? []).filter(
    (l, i) => i > 0 && typeof l[1]?.valeur === 'string',
  ).length;
  // les projets repris gardent leur ligne ; un nouveau porteur s'ajoute à leur suite
  const projets = Array.from({ length: NB_PROJETS }, (_, i): LigneProjet => ({
    ...(i < connus ? {} : identite(definition, i + rang)),
    ...demande(hasard, definition, annee, i),
  }));
  const journal: LigneVersement[] = [];
  const saisirTout = (): void => {
    plan = saisirLignes(plan, NOM_FEUILLES.projets, COLONNES_PROJETS, projets);
    plan = saisirLignes(plan, NOM_FEUILLES.versements, COLONNES_VERSEMENTS, journal);
  };
  const verser = async (date: string): Promise<void> => {
    saisirTout();
    journal.push(...payer(await examen(plan, date), date));
    saisirTout();
  };
  await verser(`${annee}-11-25`);
  const arrete = planEcrituresPassees(creerCloture(await examen(plan, `${annee + 1}-01-20`)));
  if (derniere) return { annee, plan };
  await verser(`${annee + 1}-03-10`);
  projets.forEach((p, i) => (projets[i] = { ...p, ...bilan(hasard, p) }));
  plan = { ...plan, feuilles: [...plan.feuilles, arrete] };
  await verser(`${annee + 1}-10-20`);
  return { annee, plan };
}

async function chaine(definition: DefinitionCaf): Promise<readonly AnneeFaite[]> {
  const faites: AnneeFaite[] = [];
  for (const annee of ANNEES) {
    const precedente = faites.at(-1);
    const ouvert = precedente
      ? planReprise(await examen(precedente.plan, `${annee}-11-15`))
      : planModele({ annee, caf: definition.caf, nomCaf: definition.nomCaf });
    faites.push(await faire(definition, annee, ouvert, annee === ANNEES.at(-1)));
  }
  return faites;
}

const chaines = new Map<string, Promise<readonly AnneeFaite[]>>();

/** Le classeur d'une Caf et d'une année, tel qu'il est à la fin de son histoire. */
export async function octetsAnnee(caf: DefinitionCaf['caf'], annee: number): Promise<Uint8Array> {
  const definition = CAFS.find((c) => c.caf === caf);
  if (!definition) throw new Error(`Caf ${caf} hors de l’exemple.`);
  const faites = chaines.get(caf) ?? chaine(definition);
  chaines.set(caf, faites);
  const faite = (await faites).find((f) => f.annee === annee);
  if (!faite) throw new Error(`Année ${annee} hors de l’exemple.`);
  return ecrireXlsx(faite.plan);
}
