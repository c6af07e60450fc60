import { englobe, intersection } from '../../grille/adresses';
import { corps, type Classeur } from '../../classeur/classeur';
import { ecrireEntrees, exigerEcriture } from '../../classeur/ecriture';
import { argumentInvalide, ErreurOffice, introuvable } from '../../classeur/erreurs';
import { CIBLE_CLASSEUR, EVENEMENTS } from '../../classeur/evenements';
import type { FeuilleHote, Json, TableauHote } from '../../classeur/modele';
import { definirClasse, type Arguments, type Objet } from '../classe';
import { feuille as objetFeuille } from './feuille';
import { plageArgument, resoudreAdresse, voir } from './plage';
import { colonnes, lignes } from './tableauParties';

export interface Tableaux {
  readonly classeur: Classeur;
  readonly feuille: FeuilleHote | null;
}

export interface TableauVue {
  readonly classeur: Classeur;
  readonly tableau: TableauHote;
}

const OPTIONS = {
  HighlightFirstColumn: false,
  HighlightLastColumn: false,
  ShowBandedColumns: false,
  ShowBandedRows: true,
  ShowFilterButton: true,
} as const;

function present({ tableau }: TableauVue): TableauHote {
  if (tableau.supprime) throw introuvable(tableau.nom);
  return tableau;
}

function liste({ classeur, feuille }: Tableaux): TableauHote[] {
  return classeur.tableaux.filter((t) => feuille === null || t.feuille === feuille);
}

function trouver(vues: Tableaux, cle: Json): Objet | null {
  const texte = String(cle).toLowerCase();
  const trouve = liste(vues).find(({ id, nom }) => id === String(cle) || nom.toLowerCase() === texte);
  return trouve ? table({ classeur: vues.classeur, tableau: trouve }) : null;
}

function nomLibre(classeur: Classeur): string {
  for (let n = 1; ; n += 1) {
    if (!classeur.tableaux.some(({ nom }) => nom === `Tableau${n}`)) return `Tableau${n}`;
  }
}

/** En-têtes : textes uniques et non vides, Excel complète ceux qui manquent (« Colonne1 »). */
function poserEntetes({ classeur }: Tableaux, tableau: TableauHote): void {
  const rect = { ...tableau.rect, lignes: 1 };
  const pris = new Set<string>();
  const textes = (classeur.lire({ feuille: tableau.feuille, rect })[0] ?? []).map(({ valeur }, i) => {
    const voulu = valeur === null || typeof valeur === 'object' ? `Colonne${i + 1}` : String(valeur);
    let unique = voulu;
    for (let n = 2; pris.has(unique.toLowerCase()); n += 1) unique = `${voulu}${n}`;
    pris.add(unique.toLowerCase());
    return unique;
  });
  classeur.grille.ecrire(tableau.feuille.id, rect, [textes]);
}

/** doc : excel/excel.tablecollection#add — sans en-tête, une ligne de noms s'insère au-dessus des données. */
function ajouter(vues: Tableaux, args: Arguments): Objet {
  const { classeur } = vues;
  const origine = vues.feuille ?? classeur.active;
  const une = { ligne: 0, colonne: 0, lignes: 1, colonnes: 1 };
  const { feuille, rect } = args.objet(0)
    ? plageArgument({ classeur, feuille: origine, rect: une }, args, 0)
    : resoudreAdresse(classeur, { feuille: origine, rect: une }, args.texte(0));
  exigerEcriture({ feuille, rect });
  if (!args.vrai(1)) throw argumentInvalide('l’hôte émulé ne crée que des tableaux avec en-têtes');
  if (classeur.tableaux.some((t) => t.feuille === feuille && intersection(t.rect, rect))) {
    throw new ErreurOffice('InvalidOperation', 'Un tableau ne peut pas en chevaucher un autre.');
  }
  const tableau: TableauHote = {
    id: classeur.identifiant('{tableau-') + '}',
    nom: nomLibre(classeur),
    feuille,
    rect: rect.lignes === 1 ? { ...rect, lignes: 2 } : rect,
    entetes: true,
    totaux: false,
    style: 'TableStyleMedium2',
    options: { ...OPTIONS },
    supprime: false,
    colonnes: Array.from({ length: rect.colonnes }, (_, i) => ({ id: i + 1, criteres: null })),
  };
  classeur.tableaux.push(tableau);
  poserEntetes(vues, tableau);
  const message = { source: 'Local', tableId: tableau.id, worksheetId: feuille.id };
  classeur.evenements.emettre(EVENEMENTS.tableauAjoute, [CIBLE_CLASSEUR, feuille.id], message);
  return table({ classeur, tableau });
}

function retirer({ classeur, tableau }: TableauVue, vider: boolean): void {
  const { feuille, rect } = tableau;
  exigerEcriture({ feuille, rect });
  classeur.tableaux = classeur.tableaux.filter((autre) => autre !== tableau);
  tableau.supprime = true;
  if (vider) {
    const vides = Array.from({ length: rect.lignes }, () =>
      Array.from({ length: rect.colonnes }, () => null),
    );
    ecrireEntrees(classeur, { feuille, rect }, vides, 'complement');
  }
  const message = { source: 'Local', tableId: tableau.id, tableName: tableau.nom, worksheetId: feuille.id };
  classeur.evenements.emettre(EVENEMENTS.tableauSupprime, [CIBLE_CLASSEUR, feuille.id], message);
}

/** doc : excel/excel.table#resize — la ligne d'en-tête reste à sa place. */
function tailler(vue: TableauVue, args: Arguments): void {
  const { tableau } = vue;
  const { feuille, rect } = plageArgument(
    { classeur: vue.classeur, feuille: tableau.feuille, rect: tableau.rect },
    args,
    0,
  );
  const enPlace =
    feuille === tableau.feuille && rect.ligne === tableau.rect.ligne && intersection(rect, tableau.rect);
  if (!enPlace || rect.lignes < 2) throw argumentInvalide('resize');
  exigerEcriture({ feuille, rect });
  tableau.rect = rect;
  while (tableau.colonnes.length < rect.colonnes)
    tableau.colonnes.push({ id: tableau.colonnes.length + 1, criteres: null });
  tableau.colonnes.splice(rect.colonnes);
  poserEntetes({ classeur: vue.classeur, feuille: null }, tableau);
}

function renommer(vue: TableauVue, valeur: Json): void {
  const nom = String(valeur);
  if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(nom)) throw argumentInvalide(`nom de tableau « ${nom} »`);
  const pris = vue.classeur.tableaux.some(
    (t) => t !== vue.tableau && t.nom.toLowerCase() === nom.toLowerCase(),
  );
  if (pris) throw new ErreurOffice('ItemAlreadyExists', `Le nom « ${nom} » est déjà pris.`);
  present(vue).nom = nom;
}

type Table<V> = Record<keyof typeof OPTIONS, V>;

function optionsLues(): Table<(vue: TableauVue) => Json> {
  const noms = Object.keys(OPTIONS) as (keyof typeof OPTIONS)[];
  return Object.fromEntries(
    noms.map((nom) => [nom, ({ tableau }: TableauVue): Json => tableau.options[nom] ?? false]),
  ) as Table<(vue: TableauVue) => Json>;
}

function optionsEcrites(): Table<(vue: TableauVue, valeur: Json) => void> {
  const noms = Object.keys(OPTIONS) as (keyof typeof OPTIONS)[];
  return Object.fromEntries(
    noms.map((nom) => [
      nom,
      ({ tableau }: TableauVue, valeur: Json): void => void (tableau.options[nom] = valeur === true),
    ]),
  ) as Table<(vue: TableauVue, valeur: Json) => void>;
}

/** doc : excel/excel.table */
export const table: (vue: TableauVue) => Objet = definirClasse<TableauVue>({
  nom: 'Table',
  identite: (vue) => ({ Id: present(vue).id }),
  lectures: {
    ...optionsLues(),
    Id: ({ tableau }) => tableau.id,
    Name: (vue) => present(vue).nom,
    ShowHeaders: ({ tableau }) => tableau.entetes,
    ShowTotals: ({ tableau }) => tableau.totaux,
    Style: ({ tableau }) => tableau.style,
  },
  ecritures: {
    ...optionsEcrites(),
    Name: renommer,
    ShowTotals: ({ tableau }, valeur) => {
      if (tableau.totaux === (valeur === true)) return;
      tableau.totaux = valeur === true;
      tableau.rect = { ...tableau.rect, lignes: tableau.rect.lignes + (tableau.totaux ? 1 : -1) };
    },
    Style: ({ tableau }, valeur) => void (tableau.style = String(valeur)),
  },
  liens: {
    Columns: (vue) => colonnes(vue),
    Rows: (vue) => lignes(vue),
    Worksheet: ({ classeur, tableau: { feuille } }) => objetFeuille({ classeur, feuille }),
  },
  methodes: {
    ConvertToRange: (vue) => {
      const { feuille, rect } = present(vue);
      retirer(vue, false);
      return voir(vue, { feuille, rect });
    },
    Delete: (vue) => retirer(vue, true),
    GetDataBodyRange: (vue) => voir(vue, { feuille: present(vue).feuille, rect: corps(vue.tableau) }),
    GetHeaderRowRange: (vue) =>
      voir(vue, { feuille: present(vue).feuille, rect: { ...vue.tableau.rect, lignes: 1 } }),
    GetRange: (vue) => voir(vue, { feuille: present(vue).feuille, rect: vue.tableau.rect }),
    Resize: tailler,
    _RegisterDataChangedEvent: ({ classeur, tableau }) =>
      classeur.evenements.abonner(EVENEMENTS.tableauModifie, tableau.id, 1),
    _RegisterSelectionChangedEvent: ({ classeur, tableau }) =>
      classeur.evenements.abonner(EVENEMENTS.tableauSelection, tableau.id, 1),
    _UnregisterDataChangedEvent: ({ classeur, tableau }) =>
      classeur.evenements.abonner(EVENEMENTS.tableauModifie, tableau.id, -1),
    _UnregisterSelectionChangedEvent: ({ classeur, tableau }) =>
      classeur.evenements.abonner(EVENEMENTS.tableauSelection, tableau.id, -1),
  },
});

function cible({ feuille }: Tableaux): string {
  return feuille?.id ?? CIBLE_CLASSEUR;
}

/** doc : excel/excel.tablecollection */
export const tableaux: (vues: Tableaux) => Objet = definirClasse<Tableaux>({
  nom: 'TableCollection',
  lectures: { Count: (vues) => liste(vues).length },
  indexer: trouver,
  elements: (vues) => liste(vues).map((tableau) => table({ classeur: vues.classeur, tableau })),
  methodes: {
    Add: ajouter,
    GetCount: (vues) => liste(vues).length,
    GetItemAt: (vues, args) => {
      const tableau = liste(vues)[args.nombre(0)];
      return tableau ? table({ classeur: vues.classeur, tableau }) : null;
    },
    GetItemOrNullObject: (vues, args) => trouver(vues, args.texte(0)),
    _RegisterAddedEvent: (vues) => vues.classeur.evenements.abonner(EVENEMENTS.tableauAjoute, cible(vues), 1),
    _RegisterDataChangedEvent: (vues) =>
      vues.classeur.evenements.abonner(EVENEMENTS.tableauModifie, cible(vues), 1),
    _RegisterDeletedEvent: (vues) =>
      vues.classeur.evenements.abonner(EVENEMENTS.tableauSupprime, cible(vues), 1),
    _UnregisterAddedEvent: (vues) =>
      vues.classeur.evenements.abonner(EVENEMENTS.tableauAjoute, cible(vues), -1),
    _UnregisterDataChangedEvent: (vues) =>
      vues.classeur.evenements.abonner(EVENEMENTS.tableauModifie, cible(vues), -1),
    _UnregisterDeletedEvent: (vues) =>
      vues.classeur.evenements.abonner(EVENEMENTS.tableauSupprime, cible(vues), -1),
  },
});

interface Portee extends Tableaux {
  readonly trouves: readonly TableauHote[];
}

const portee: (cible: Portee) => Objet = definirClasse<Portee>({
  nom: 'TableScopedCollection',
  indexer: (vues, cle) => trouver(vues, cle),
  elements: ({ classeur, trouves }) => trouves.map((tableau) => table({ classeur, tableau })),
  methodes: {
    GetCount: ({ trouves }) => trouves.length,
    GetFirst: ({ classeur, trouves: [tableau] }) => (tableau ? table({ classeur, tableau }) : null),
    GetItemOrNullObject: (vues, args) => trouver(vues, args.texte(0)),
  },
});

/** doc : excel/excel.range#getTables */
export function tableauxDansPlage(
  vue: { classeur: Classeur; feuille: FeuilleHote; rect: TableauHote['rect'] },
  entiers: boolean,
): Objet {
  const { classeur, feuille, rect } = vue;
  const touche = (t: TableauHote): boolean =>
    entiers ? englobe(rect, t.rect) : intersection(rect, t.rect) !== null;
  return portee({ classeur, feuille, trouves: liste({ classeur, feuille }).filter(touche) });
}
