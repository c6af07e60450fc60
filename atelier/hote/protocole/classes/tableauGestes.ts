import { intersection } from '../../grille/adresses';
import type { Classeur } from '../../classeur/classeur';
import { ecrireEntrees, exigerEcriture } from '../../classeur/ecriture';
import { argumentInvalide, ErreurOffice, introuvable } from '../../classeur/erreurs';
import { CIBLE_CLASSEUR, EVENEMENTS } from '../../classeur/evenements';
import type { Json, TableauHote } from '../../classeur/modele';
import type { Arguments, Objet } from '../classe';
import { plageArgument } from './plageGestes';
import { objet, type TableauVue, type Tableaux } from '../vues';

export function present({ tableau }: TableauVue): TableauHote {
  if (tableau.supprime) throw introuvable(tableau.nom);
  return tableau;
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
export function ajouter(vues: Tableaux, args: Arguments): Objet {
  const { classeur } = vues;
  const origine = vues.feuille ?? classeur.active;
  const { feuille, rect } = plageArgument({ classeur, feuille: origine }, args, 0);
  exigerEcriture({ feuille, rect });
  if (!args.vrai(1)) throw argumentInvalide('l’hôte émulé ne crée que des tableaux avec en-têtes');
  if (classeur.tableaux.some((t) => t.feuille === feuille && intersection(t.rect, rect))) {
    throw new ErreurOffice('MergedRangeConflict', 'Un tableau ne peut pas en chevaucher un autre.');
  }
  if (feuille.fusions.some((fusion) => intersection(fusion, rect)))
    throw new ErreurOffice('MergedRangeConflict', 'Un tableau ne couvre pas de cellules fusionnées.');
  const tableau: TableauHote = {
    id: classeur.identifiant('{tableau-') + '}',
    nom: nomLibre(classeur),
    feuille,
    rect: rect.lignes === 1 ? { ...rect, lignes: 2 } : rect,
    entetes: true,
    totaux: false,
    style: 'TableStyleMedium2',
    supprime: false,
    colonnes: Array.from({ length: rect.colonnes }, (_, i) => ({ id: i + 1 })),
  };
  classeur.tableaux.push(tableau);
  poserEntetes(vues, tableau);
  const message = { source: 'Local', tableId: tableau.id, worksheetId: feuille.id };
  classeur.evenements.emettre(EVENEMENTS.tableauAjoute, [CIBLE_CLASSEUR, feuille.id], message);
  return objet('Table', { classeur, tableau });
}

export function retirer({ classeur, tableau }: TableauVue, vider: boolean): void {
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
export function tailler(vue: TableauVue, args: Arguments): void {
  const { tableau } = vue;
  const { feuille, rect } = plageArgument({ classeur: vue.classeur, feuille: tableau.feuille }, args, 0);
  const enPlace =
    feuille === tableau.feuille && rect.ligne === tableau.rect.ligne && intersection(rect, tableau.rect);
  if (!enPlace || rect.lignes < 2) throw argumentInvalide('resize');
  exigerEcriture({ feuille, rect });
  tableau.rect = rect;
  while (tableau.colonnes.length < rect.colonnes) tableau.colonnes.push({ id: tableau.colonnes.length + 1 });
  tableau.colonnes.splice(rect.colonnes);
  poserEntetes({ classeur: vue.classeur, feuille: null }, tableau);
}

export function renommer(vue: TableauVue, valeur: Json): void {
  const nom = String(valeur);
  if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(nom)) throw argumentInvalide(`nom de tableau « ${nom} »`);
  const pris = vue.classeur.tableaux.some(
    (t) => t !== vue.tableau && t.nom.toLowerCase() === nom.toLowerCase(),
  );
  if (pris) throw new ErreurOffice('ItemAlreadyExists', `Le nom « ${nom} » est déjà pris.`);
  present(vue).nom = nom;
}
