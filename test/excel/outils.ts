import type { Feuille } from '../../src/dossier/formes/grille';
import type { Valeur } from '../../src/valeurs/valeur';
import { estIllisible } from '../../src/valeurs/valeur';
import type { CellulePlan, FeuillePlan } from '../../src/dossier/formes/plan';
import { lettres } from '../../src/dossier/formes/adresses';
import { creerPortExcel } from '../../src/classeur/excel';
import type { PortExcel } from '../../src/classeur/excel/port';
import { ouvrirHote, type CelluleTest, type ExcelOuvert, type FeuilleTest } from '../../outils/excel';

/** Ce que lit le complément ne dépend pas du coin où commence une feuille : on compare cellule par cellule. */
export function cellules(feuille: Feuille): Map<string, Valeur> {
  const trouvees = new Map<string, Valeur>();
  feuille.lignes.forEach((ligne, i) => {
    ligne.forEach((valeur, j) => {
      if (valeur === null) return;
      trouvees.set(`${lettres(feuille.premiereColonne + j)}${feuille.premiereLigne + i}`, valeur);
    });
  });
  return trouvees;
}

/** Les codes de format d'une feuille, cellule par cellule. */
export function codes(feuille: Feuille): Map<string, string> {
  const trouves = new Map<string, string>();
  feuille.formats.forEach((ligne, i) => {
    ligne?.forEach((code, j) => {
      if (code !== undefined)
        trouves.set(`${lettres(feuille.premiereColonne + j)}${feuille.premiereLigne + i}`, code);
    });
  });
  return trouves;
}

/** Une feuille lue d'un fichier, remise dans l'hôte. */
export function versHote({ nom, premiereLigne, premiereColonne, lignes, formules }: Feuille): FeuilleTest {
  const largeur = Math.max(0, ...lignes.map((ligne) => ligne.length));
  return {
    nom,
    en: `${lettres(premiereColonne)}${premiereLigne}`,
    lignes: lignes.map((ligne, i) =>
      Array.from({ length: largeur }, (_, j): CelluleTest => {
        const valeur = ligne[j] ?? null;
        const contenu = valeur !== null && estIllisible(valeur) ? { erreur: valeur.illisible } : valeur;
        const formule = formules.get(`${lettres(premiereColonne + j)}${premiereLigne + i}`);
        if (formule !== undefined) return { formule, valeur: contenu };
        // L'outil prendrait « =… » pour une formule : ici, c'est un texte du fichier.
        return contenu;
      }),
    ),
  };
}

const VISIBILITES = { visible: 'Visible', masquee: 'Hidden', tresMasquee: 'VeryHidden' } as const;

/** Ce qu'un fichier dit d'une feuille, ses cellules à part : formats, lignes masquées, fusions, visibilité. */
export function poserPresentation(hote: ExcelOuvert['hote'], lue: Feuille): void {
  const feuille = hote.feuille(lue.nom);
  for (const [adresse, code] of codes(lue))
    hote.classeur.presenter(feuille, 'numberFormat', hote.plage(`'${lue.nom}'!${adresse}`).rect, code);
  for (const ligne of lue.lignesMasquees) feuille.lignesMasquees.add(ligne - 1);
  for (const colonne of lue.colonnesMasquees) feuille.colonnesMasquees.add(colonne - 1);
  for (const plage of lue.fusions) feuille.fusions.push(hote.plage(`'${lue.nom}'!${plage}`).rect);
  feuille.visibilite = VISIBILITES[lue.visibilite];
}

const ENTETES = [
  'N° dossier',
  'Gestionnaire',
  'Siret',
  'Type de gestionnaire',
  'Action',
  'Commune',
  'Public',
];
const NOMBRES = [
  'Collectifs agréés',
  'Collectifs réels',
  'Enfants',
  'Coût prévisionnel',
  'Coût réel',
  'Fonds locaux',
];
const OUI_NON = ['Milieu rural', 'Axe enfants', 'Axe parents', 'Axe école', 'Axe territoire', 'Agrément'];
const FORMULES = ['Ps', 'Acompte', 'Solde'];

const ENTETES_COLLECTIFS = [
  'N° dossier',
  'Collectif',
  'Lieu',
  'Enfants',
  'Handicap',
  'Milieu rural',
  'Séances par semaine',
];

function collectif(i: number): CelluleTest[] {
  const dossier = `2021-45-${String(i).padStart(5, '0')}`;
  const lieu = 'École élémentaire Jean-Zay';
  return [
    dossier,
    `Collectif ${i}`,
    lieu,
    12,
    'Non',
    'Non',
    2,
    1.5,
    'Non',
    27,
    3,
    44_508,
    44_727,
    7_500,
    'Oui',
    null,
    1,
  ];
}

/** Un classeur d'agent de `n` projets et `n` collectifs, aux colonnes et aux longueurs plausibles. */
export function classeurDe(n: number): FeuilleTest[] {
  const ligne = (i: number): CelluleTest[] => [
    `2021-45-${String(i).padStart(5, '0')}`,
    `Association pour l’accompagnement n° ${i}`,
    '77567227221138',
    'association',
    `Accompagnement à la scolarité du quartier ${i}`,
    'Fleury-les-Aubrais',
    'élémentaire',
    ...NOMBRES.map((_, c) => 1000 + i * 7.5 + c),
    ...OUI_NON.map(() => 'Oui'),
    ...FORMULES.map((_, c) => ({ formule: `=CLAS.PS(K${i + 2},H${i + 2})*${c}`, valeur: 7689 + c })),
    ...Array.from({ length: 8 }, () => null),
    'Relancer en septembre',
  ];
  const entetes = [...ENTETES, ...NOMBRES, ...OUI_NON, ...FORMULES, ...'abcdefgh', 'Observations'];
  return [
    {
      nom: 'Paramètres',
      lignes: [
        ['Caf', '45'],
        ['Année scolaire', '2021-2022'],
      ],
    },
    { nom: 'Projets', lignes: [entetes, ...Array.from({ length: n }, (_, i) => ligne(i))] },
    { nom: 'Collectifs', lignes: [ENTETES_COLLECTIFS, ...Array.from({ length: n }, (_, i) => collectif(i))] },
    { nom: 'Versements', lignes: [] },
  ];
}

const entete = (valeur: string): CellulePlan => ({ valeur, style: 'entete' });

/** Une feuille Anomalies comme en fait Clas : `n` lignes, des textes qui commencent par « = », un total. */
export function planAnomalies(n: number): FeuillePlan {
  const lignes = Array.from({ length: n }, (_, i): CellulePlan[] => [
    { valeur: i % 3 === 0 ? 'bloquante' : 'alerte', style: i % 3 === 0 ? 'bloquante' : 'alerte' },
    { valeur: 'Projets' },
    { valeur: i + 2, format: 'entier' },
    { valeur: i % 2 === 0 ? `=N${i}` : 12.5 },
    { valeur: `La cellule N${i} contient « =N${i} » : saisir un nombre, sans texte ni unité.` },
  ]);
  return {
    nom: 'Anomalies',
    colonnes: [12, 14, 8, 16, 80].map((largeur) => ({ largeur })),
    lignes: [
      [{ valeur: 'Anomalies', style: 'titre' }],
      ['Gravité', 'Feuille', 'Ligne', 'Valeur', 'Message'].map(entete),
      ...lignes,
    ],
    lignesFigees: 2,
    tableaux: [{ nom: 'Anomalies', plage: `A2:E${n + 2}` }],
    impression: { paysage: true, repeterLigne: 2, pied: 'Clas' },
  };
}

/** Les deux feuilles qu'un classeur préparé ajouterait, réduites à un tableau. */
export const planDeDeuxFeuilles = () => ({
  feuilles: ['Collectifs', 'Versements'].map((nom) => ({
    ...planAnomalies(2),
    nom,
    tableaux: [{ nom, plage: 'A2:E4' }],
  })),
  proprietes: { titre: '', sujet: '', auteur: '' },
});

/** Un Excel neuf et son port, à chaque essai. */
export function excelParEssai(feuilles: readonly FeuilleTest[]): {
  readonly hote: ExcelOuvert['hote'];
  readonly port: PortExcel;
  readonly rouvrir: () => Promise<void>;
} {
  let ouvert: ExcelOuvert;
  let port: PortExcel;
  const ouvrir = async (): Promise<void> => {
    ouvert = await ouvrirHote({ feuilles });
    port = creerPortExcel();
  };
  beforeEach(ouvrir);
  afterEach(() => ouvert.fermer());
  return {
    get hote() {
      return ouvert.hote;
    },
    get port() {
      return port;
    },
    rouvrir: async () => {
      await ouvert.fermer();
      await ouvrir();
    },
  };
}
