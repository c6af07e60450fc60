import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Script, createContext } from 'node:vm';
import { poserPont, type Ensembles } from '../atelier/hote/amorce';
import { interpreter } from '../atelier/hote/classeur/saisie';
import type { FonctionDeclaree } from '../atelier/hote/fonctions';
import type { Contenu, Entree, GrilleHote, FonctionsDeGrille } from '../atelier/hote/grille/types';
import { GrilleMemoire } from '../atelier/hote/grille/memoire';
import { Hote, type OptionsHote } from '../atelier/hote/hote';
import { ADRESSE_OFFICE } from '../webpack/office.js';
import { documentMinimal } from './documentMinimal';

const DOSSIER = join(dirname(require.resolve('@microsoft/office-js/package.json')), 'dist');

const DOSSIER_OFFICE = ADRESSE_OFFICE.slice(0, -'office.js'.length);

/** Valeur d'une cellule ; « =… » est une formule internationale, les autres textes restent des textes. */
export type CelluleTest = Contenu | { readonly formule: string; readonly valeur?: Contenu };

export interface FeuilleTest {
  readonly nom: string;
  readonly lignes: readonly (readonly CelluleTest[])[];
  /** Coin haut gauche, « A1 » par défaut. */
  readonly en?: string;
}

export interface OptionsExcel extends OptionsHote {
  readonly feuilles?: readonly FeuilleTest[];
  readonly ensembles?: Ensembles;
  readonly fonctions?: readonly FonctionDeclaree[];
  /** allowErrorForDataTypeAny de functions.json. */
  readonly erreursPermises?: boolean;
  readonly grille?: (fonctions: FonctionsDeGrille) => GrilleHote;
  /** Poser Excel, Office, OfficeExtension et CustomFunctions dans l'espace global (oui par défaut). */
  readonly globales?: boolean;
}

export interface ExcelOuvert {
  readonly hote: Hote;
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly CustomFunctions: EspaceFonctions;
  /** Ferme l'hôte et échoue si le complément a demandé un membre inconnu. */
  fermer(): void;
}

/** Ce que le moteur authentique pose dans la page ; ses types publics ne le décrivent qu'à moitié. */
interface EspaceFonctions {
  associate(id: string, fonction: (...args: never[]) => unknown): void;
  Error: typeof CustomFunctions.Error;
  ErrorCode: typeof CustomFunctions.ErrorCode;
}

const scripts = new Map<string, Script>();

function charger(nom: string): Script {
  const connu = scripts.get(nom);
  if (connu) return connu;
  const script = new Script(readFileSync(join(DOSSIER, nom), 'utf8'), { filename: nom });
  scripts.set(nom, script);
  return script;
}

const NOMS_GLOBAUX = ['Excel', 'Office', 'OfficeExtension', 'CustomFunctions'] as const;

/** Ouvre un Excel émulé et y charge la bibliothèque authentique, sans navigateur. */
export async function ouvrirHote(options: OptionsExcel = {}): Promise<ExcelOuvert> {
  const hote = new Hote(options.grille ?? ((fonctions) => new GrilleMemoire(fonctions)), options);
  for (const feuille of options.feuilles ?? [{ nom: 'Feuil1', lignes: [] }]) remplir(hote, feuille);
  if (options.fonctions) hote.declarerFonctions(options.fonctions, options.erreursPermises);

  const minuteurs = new Set<NodeJS.Timeout>();
  const fenetre = creerFenetre(minuteurs, hote.plateforme === 'Win32');
  poserPont(fenetre as { external?: unknown }, hote, options.ensembles);
  const contexte = createContext(fenetre);
  const document = fenetre['document'] as ReturnType<typeof documentMinimal>;
  document.surScript((adresse, termine) => {
    charger(adresse.replace(DOSSIER_OFFICE, '')).runInContext(contexte);
    termine();
  });
  document.ajouterScript(ADRESSE_OFFICE);
  charger('office.js').runInContext(contexte);
  await (fenetre['Office'] as typeof Office).onReady();

  if (options.globales !== false)
    for (const nom of NOMS_GLOBAUX) Object.assign(globalThis, { [nom]: fenetre[nom] });
  return {
    hote,
    Excel: fenetre['Excel'] as typeof Excel,
    Office: fenetre['Office'] as typeof Office,
    OfficeExtension: fenetre['OfficeExtension'] as typeof OfficeExtension,
    CustomFunctions: fenetre['CustomFunctions'] as EspaceFonctions,
    fermer: () => {
      // La bibliothèque laisse des minuteurs courir : ils survivraient au test.
      for (const minuteur of minuteurs) clearTimeout(minuteur);
      for (const nom of NOMS_GLOBAUX) Reflect.deleteProperty(globalThis, nom);
      hote.fermer();
    },
  };
}

/**
 * Le contexte partage les objets de base du test (tableaux, erreurs, promesses s'y comparent sans surprise),
 * pas String ni Number : la bibliothèque compare le constructeur de ses textes. Celles du web et du Mac comparent
 * aussi Object et Function : leur contexte ne partage rien.
 */
function creerFenetre(minuteurs: Set<NodeJS.Timeout>, partage: boolean): Record<string, unknown> {
  const suivre = (minuteur: NodeJS.Timeout): NodeJS.Timeout => {
    minuteurs.add(minuteur);
    return minuteur;
  };
  const evenements = new EventTarget();
  const fenetre: Record<string, unknown> = {
    ...(partage && { Array, Date, Error, JSON, Map, Object, Promise, Set }),
    clearInterval,
    clearTimeout,
    console,
    TextEncoder,
    URL,
    setInterval: (...args: Parameters<typeof setInterval>) => suivre(setInterval(...args)),
    setTimeout: (...args: Parameters<typeof setTimeout>) => suivre(setTimeout(...args)),
    document: documentMinimal(),
    location: new URL('https://localhost:3000/volet.html'),
    navigator: {
      userAgent: 'Mozilla/5.0 (Windows NT 10.0) Edg/120.0',
      language: 'fr-FR',
      languages: ['fr-FR'],
    },
    name: '',
    addEventListener: evenements.addEventListener.bind(evenements),
    removeEventListener: evenements.removeEventListener.bind(evenements),
    dispatchEvent: evenements.dispatchEvent.bind(evenements),
    postMessage: () => undefined,
    history: { pushState: () => undefined, replaceState: () => undefined },
    performance,
  };
  for (const nom of ['window', 'self', 'top', 'parent']) fenetre[nom] = fenetre;
  return fenetre;
}

function remplir(hote: Hote, { nom, lignes, en }: FeuilleTest): void {
  const feuille = hote.classeur.ajouterFeuille(nom, 'agent');
  const largeur = Math.max(0, ...lignes.map((ligne) => ligne.length));
  if (largeur === 0) return;
  const coin = hote.classeur.chercherPlage(en ?? 'A1', feuille);
  if (!coin) throw new Error(`coin inconnu : ${en}`);
  const entrees = lignes.map((ligne) => Array.from({ length: largeur }, (_, j) => entree(ligne[j] ?? null)));
  hote.classeur.grille.ecrire(
    feuille.id,
    { ...coin.rect, lignes: lignes.length, colonnes: largeur },
    entrees,
  );
}

function entree(cellule: CelluleTest): Entree {
  if (typeof cellule === 'string' && cellule.startsWith('='))
    return interpreter(cellule, false, false).entree;
  return cellule === '' ? null : cellule;
}
