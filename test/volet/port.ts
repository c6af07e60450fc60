/** Un Excel de papier : des feuilles en mémoire, le relevé des gestes reçus, et des pannes à la demande. */
import type {
  CapacitesExcel,
  Cellule,
  Changement,
  Correction,
  PortExcel,
} from '../../src/classeur/excel/port';
import { CellulesChangees, ErreurClasseur } from '../../src/dossier/formes/erreurs';
import type { ClasseurLu } from '../../src/dossier/formes/grille';
import type { Valeur } from '../../src/valeurs/valeur';

export type Lignes = (readonly Valeur[])[];

export const ENTETES = [
  ...['N° dossier', 'Gestionnaire', 'Siret', 'Action', 'Commune', 'Public', 'Agrément', 'Collectifs agréés'],
  ...['Enfants', 'Axe enfants', 'Axe parents', 'Axe école', 'Axe territoire', 'Coût prévisionnel'],
  ...['Autres recettes', 'Bonus enfants', 'Bonus parents', 'Projet bonus validé', 'Acomptes N'],
  ...['Début de convention', 'Fin de convention'],
];

/** Un projet sans anomalie bloquante ; `change` remplace des cellules par leur intitulé. */
export function projet(dossier: string, change: Readonly<Record<string, Valeur>> = {}): Valeur[] {
  const valeurs: Readonly<Record<string, Valeur>> = {
    'N° dossier': dossier,
    Gestionnaire: `Association ${dossier}`,
    Siret: '73282932000074',
    Action: `Clas ${dossier}`,
    Commune: 'Orléans',
    Public: 'collège',
    Agrément: 'favorable',
    'Collectifs agréés': 3,
    Enfants: 30,
    'Axe enfants': 'oui',
    'Axe parents': 'oui',
    'Axe école': 'oui',
    'Axe territoire': 'oui',
    'Coût prévisionnel': 24000,
    'Autres recettes': 12000,
    'Bonus enfants': 3,
    'Bonus parents': 2,
    'Projet bonus validé': 'oui',
    'Acomptes N': 2000,
    'Début de convention': 44440,
    'Fin de convention': 44742,
    ...change,
  };
  return ENTETES.map((entete) => valeurs[entete] ?? null);
}

export const PARAMETRES: Lignes = [
  ['Caf', '45'],
  ['Nom de la Caf', 'Caf du Loiret'],
  ['Année scolaire', '2021-2022'],
];

export interface PortDeTest extends PortExcel {
  readonly feuilles: Map<string, Lignes>;
  readonly formules: Map<string, string>;
  /** Gestes reçus : « allerA Projets 2 3 ». */
  readonly gestes: string[];
  readonly reglages: Map<string, string>;
  /** Phrase du prochain échec, quel que soit le geste. */
  panne: string | null;
  /** Cellule déjà choisie quand le volet s'ouvre. */
  active: Cellule | null;
  choisir(cellule: Cellule): void;
  changer(changement: Changement): void;
  excel: CapacitesExcel;
  /** Excel vient de calculer. */
  calculer(): void;
}

export function creerPort(projets: Lignes = [projet('D-1')]): PortDeTest {
  const feuilles = new Map<string, Lignes>([
    ['Paramètres', PARAMETRES],
    ['Projets', [ENTETES, ...projets]],
  ]);
  const formules = new Map<string, string>();
  const gestes: string[] = [];
  const reglages = new Map<string, string>();
  let choisir: (cellule: Cellule) => void = () => undefined;
  let changer: (changement: Changement) => void = () => undefined;
  let calculer = (): void => undefined;

  const noter = <T>(geste: string, rendre: () => T): Promise<T> => {
    const { panne } = port;
    port.panne = null;
    gestes.push(geste);
    return panne === null ? Promise.resolve().then(rendre) : Promise.reject(new ErreurClasseur(panne));
  };
  const lire = (): ClasseurLu => ({
    dates1904: false,
    feuilles: [...feuilles].map(([nom, lignes]) => ({
      nom,
      visibilite: 'visible',
      formats: [],
      lignesDeTotal: [],
      premiereLigne: 1,
      premiereColonne: 1,
      lignes: lignes.map((ligne) => [...ligne]),
      formules: nom === 'Projets' ? formules : new Map<string, string>(),
      lignesMasquees: [],
      colonnesMasquees: [],
      lignesBarrees: [],
      fusions: [],
    })),
  });
  const corriger = (corrections: readonly Correction[]): Correction[] => {
    if (corrections.some(({ feuille }) => !feuilles.has(feuille)))
      throw new ErreurClasseur('Une feuille a été supprimée ou renommée entre-temps.');
    const changees = corrections.filter(
      ({ feuille, ligne, colonne, avant }) =>
        (feuilles.get(feuille)?.[ligne - 1]?.[colonne - 1] ?? null) !== avant,
    );
    if (changees.length > 0) throw new CellulesChangees('La cellule a changé entre-temps.', changees);
    return corrections.map(({ feuille, ligne, colonne, avant, apres }) => {
      const lignes = feuilles.get(feuille) ?? [];
      while (lignes.length < ligne) lignes.push([]);
      const cible = [...(lignes[ligne - 1] ?? [])];
      cible[colonne - 1] = apres;
      lignes.splice(ligne - 1, 1, cible);
      return { feuille, ligne, colonne, avant: apres, apres: avant as string | number | boolean | null };
    });
  };

  const port: PortDeTest = {
    feuilles,
    formules,
    gestes,
    reglages,
    panne: null,
    active: null,
    excel: { plateforme: 'windows', annule: true },
    capacites: () => port.excel,
    choisir: (cellule) => choisir(cellule),
    changer: (changement) => changer(changement),
    calculer: () => calculer(),
    lire: () => noter('lire', lire),
    relire: (_, changements) =>
      noter(`relire ${changements.map(({ feuille, plage }) => `${feuille} ${plage}`).join()}`, lire),
    ecrireFeuilles: (plans) => noter(`ecrireFeuilles ${plans.map((f) => f.nom).join()}`, () => undefined),
    ecrirePages: (pages) => noter(`ecrirePages ${pages.map((f) => f.nom).join()}`, () => undefined),
    creerFeuilles: (plan) =>
      noter('creerFeuilles', () => {
        const creees = plan.feuilles.filter(({ nom }) => !feuilles.has(nom));
        for (const { nom, lignes } of creees)
          feuilles.set(
            nom,
            lignes.map((ligne) => ligne.map(({ valeur }) => valeur)),
          );
        return creees.map(({ nom }) => nom);
      }),
    allerA: ({ feuille, ligne, colonne }) => noter(`allerA ${feuille} ${ligne} ${colonne}`, () => undefined),
    corriger: (corrections) => noter(`corriger ${corrections.length}`, () => corriger(corrections)),
    ecrireParametres: (feuille, valeurs) =>
      noter('ecrireParametres', () => {
        const lignes = [...(feuilles.get(feuille) ?? [])];
        feuilles.set(feuille, lignes);
        return Object.entries(valeurs).flatMap(([libelle, avant]) => {
          const connue = lignes.findIndex(([nom]) => nom === libelle);
          const i = connue < 0 ? lignes.push([]) - 1 : connue;
          const [nom = null, valeur = null] = lignes[i] ?? [];
          lignes[i] = [libelle, avant];
          return [
            { feuille, ligne: i + 1, colonne: 1, avant: libelle, apres: nom as string | null },
            { feuille, ligne: i + 1, colonne: 2, avant, apres: valeur as string | null },
          ];
        });
      }),
    colorer: (teintes) => noter(`colorer ${teintes.length}`, () => undefined),
    decolorer: () => noter('decolorer', () => undefined),
    figerFormules: () => noter('figerFormules', () => []),
    recalculerFormules: () => noter('recalculerFormules', () => 2),
    ouvrirClasseur: (octets) => noter(`ouvrirClasseur ${octets.length > 0}`, () => undefined),
    surChangement: (suivre, surCalcul) =>
      noter('surChangement', () => {
        changer = suivre;
        if (surCalcul) calculer = surCalcul;
        return () => noter('finChangement', () => undefined);
      }),
    surSelection: (suivre) =>
      noter('surSelection', () => {
        choisir = suivre;
        if (port.active) suivre(port.active);
        return () => noter('finSelection', () => undefined);
      }),
    lireReglage: (cle) => reglages.get(cle) ?? null,
    ecrireReglage: (cle, valeur) =>
      noter(`ecrireReglage ${cle}`, () => {
        if (valeur === null) reglages.delete(cle);
        else reglages.set(cle, valeur);
      }),
  };
  return port;
}
