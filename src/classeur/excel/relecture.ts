/**
 * Relire à la frappe : les plages que l'agent vient de modifier, et les résultats des feuilles qui ont des formules.
 * Une feuille entière passe en une réponse que la page met un dixième de seconde à déplier ; par paquets, une touche
 * passe entre deux. Les lignes intactes gardent leur tableau : l'examen sait qu'elles n'ont pas changé.
 */
import { adresseDe, lirePlage, type Plage } from '../../dossier/formes/adresses';
import { seLit } from '../../dossier/feuilles';
import type { ClasseurLu, Feuille } from '../../dossier/formes/grille';
import { estIllisible, type Valeur } from '../../valeurs/valeur';
import type { Changement } from './port';
import { estFormule, estTexteErreur, formatDe, type Formats, type Tableau } from './valeurs';
import { versLecture } from '../../dossier/affichage/nomsDeFonctions';

/** Cellules par échange : quelques millisecondes à déplier. */
const CELLULES_PAR_ECHANGE = 6_000;
/** Un collage plus grand se relit entier. */
const CELLULES_MODIFIEES_MAX = 6_000;

/** Une feuille en train d'être relue : on n'y remplace que les lignes qui changent. */
interface Brouillon {
  readonly avant: Feuille;
  readonly lignes: (readonly Valeur[])[];
  readonly formules: Map<string, string>;
  readonly formats: (readonly (string | undefined)[] | undefined)[];
  change: boolean;
}

/** Une seule plage simple, dans la feuille lue ou juste à sa suite. */
function plageRelue({ plage, feuille }: Changement, feuilles: readonly Feuille[]): Plage | null {
  const lue = feuilles.find(({ nom }) => nom === feuille);
  if (!lue || plage === null || !/^\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?$/.test(plage)) return null;
  const p = lirePlage(plage);
  const cellules = (p.ligne2 - p.ligne1 + 1) * (p.colonne2 - p.colonne1 + 1);
  const dedans =
    p.ligne1 >= lue.premiereLigne &&
    p.colonne1 >= lue.premiereColonne &&
    p.ligne1 <= lue.premiereLigne + lue.lignes.length;
  return dedans && cellules <= CELLULES_MODIFIEES_MAX ? p : null;
}

/** `null` : ce changement demande une lecture entière. */
export async function relireChange(
  contexte: Excel.RequestContext,
  avant: ClasseurLu,
  changements: readonly Changement[],
): Promise<ClasseurLu | null> {
  const { worksheets } = contexte.workbook;
  const demandes = changements.map((changement) => ({
    changement,
    p: plageRelue(changement, avant.feuilles),
  }));
  if (demandes.some(({ p }) => p === null)) return null;
  const brouillons = new Map(
    avant.feuilles.map((f): [string, Brouillon] => [
      f.nom,
      {
        avant: f,
        lignes: [...f.lignes],
        formules: new Map(f.formules),
        formats: [...f.formats],
        change: false,
      },
    ]),
  );
  const etendues = [...brouillons.keys()]
    .filter((nom) => seLit(nom))
    .map((nom) => {
      const etendue = worksheets.getItem(nom).getUsedRangeOrNullObject(true);
      etendue.load('rowIndex,columnIndex,rowCount,columnCount');
      return { nom, etendue };
    });
  const lues = demandes.map(({ changement: { feuille, plage } }) => {
    const zone = worksheets.getItem(feuille).getRange(plage ?? undefined);
    zone.load('values,formulas,numberFormat');
    return zone;
  });
  await contexte.sync();
  for (const [i, { changement, p }] of demandes.entries()) {
    const [brouillon, zone] = [brouillons.get(changement.feuille), lues[i]];
    if (!brouillon || !p || !zone) return null;
    if (!reporter(brouillon, p, zone.values as Tableau, zone.formulas as Tableau)) return null;
    reporterFormats(brouillon, p, zone.numberFormat as Formats);
  }
  if (!etendues.every(({ nom, etendue }) => couvre(brouillons.get(nom), etendue))) return null;
  for (const brouillon of brouillons.values())
    if (brouillon.formules.size > 0 && !(await relireResultats(contexte, brouillon))) return null;
  return {
    ...avant,
    feuilles: [...brouillons.values()].map(({ avant: f, lignes, formules, formats, change }) =>
      change ? { ...f, lignes, formules, formats } : f,
    ),
  };
}

/**
 * L'étendue d'Excel est celle qui est connue. Plus grande : un résultat propagé, une ligne ajoutée ailleurs ; plus
 * petite : une ligne ou une colonne ôtée, qui en a déplacé d'autres.
 */
function couvre(brouillon: Brouillon | undefined, e: Excel.Range): boolean {
  if (!brouillon) return false;
  if (e.isNullObject) return brouillon.lignes.length === 0;
  const { premiereLigne, premiereColonne } = brouillon.avant;
  const largeur = Math.max(0, ...brouillon.lignes.slice(0, 1).map((ligne) => ligne.length));
  return (
    e.rowIndex + 1 === premiereLigne &&
    e.columnIndex + 1 === premiereColonne &&
    e.rowCount === brouillon.lignes.length &&
    e.columnCount === largeur
  );
}

/** Les résultats, par paquets de lignes ; les formules, elles, ne changent pas sans que l'agent les touche. */
async function relireResultats(contexte: Excel.RequestContext, brouillon: Brouillon): Promise<boolean> {
  const { nom, premiereLigne, premiereColonne } = brouillon.avant;
  const largeur = brouillon.lignes[0]?.length ?? 0;
  const pas = Math.max(1, Math.floor(CELLULES_PAR_ECHANGE / Math.max(1, largeur)));
  const hauteur = brouillon.lignes.length;
  for (let fait = 0; fait < hauteur; fait += pas) {
    const lignes = Math.min(pas, hauteur - fait);
    const bloc = contexte.workbook.worksheets
      .getItem(nom)
      .getRangeByIndexes(premiereLigne - 1 + fait, premiereColonne - 1, lignes, largeur);
    bloc.load('values');
    await contexte.sync();
    const p = { ligne1: premiereLigne + fait, colonne1: premiereColonne };
    if (!reporter(brouillon, p, bloc.values as Tableau, null)) return false;
    if (!changeDeGenre(brouillon, p.ligne1, lignes)) continue;
    bloc.load('numberFormat');
    await contexte.sync();
    reporterFormats(brouillon, p, bloc.numberFormat as Formats);
  }
  return true;
}

type Coin = Pick<Plage, 'ligne1' | 'colonne1'>;

/** Porte des valeurs lues dans le brouillon ; faux quand une valeur ne se lit pas sans demander son type à Excel. */
function reporter(brouillon: Brouillon, coin: Coin, valeurs: Tableau, formules: Tableau | null): boolean {
  const { avant, lignes } = brouillon;
  const [haut, gauche] = [coin.ligne1 - avant.premiereLigne, coin.colonne1 - avant.premiereColonne];
  return valeurs.every((rangee, i) => {
    while (lignes.length <= haut + i) lignes.push([]);
    const connue = lignes[haut + i] ?? [];
    let neuve: Valeur[] | undefined;
    const lisible = rangee.every((valeur, j) => {
      const ou = adresseDe(coin.ligne1 + i, coin.colonne1 + j);
      if (formules) {
        const formule = formules[i]?.[j];
        if (estFormule(formule, valeur)) brouillon.formules.set(ou, versLecture(formule));
        else brouillon.formules.delete(ou);
        brouillon.change = true;
      }
      const calculee = brouillon.formules.has(ou);
      const ancienne = connue[gauche + j] ?? null;
      const enErreur: boolean = estTexteErreur(valeur);
      if (enErreur && (!calculee || valeur === texteDe(ancienne))) return valeur === texteDe(ancienne);
      const lue: Valeur = enErreur
        ? { illisible: String(valeur) }
        : valeur === '' && !calculee
          ? null
          : valeur;
      if (lue === ancienne) return true;
      neuve ??= completer(connue, lignes[0]?.length ?? 0);
      neuve[gauche + j] = lue;
      return true;
    });
    if (neuve) {
      lignes[haut + i] = neuve;
      brouillon.change = true;
    }
    return lisible;
  });
}

/**
 * Le format d'une cellule saisie : « 12/10 » tapé dans une cellule ordinaire lui donne celui d'une date. Une ligne dont
 * seul un format change est une autre ligne : elle change de tableau.
 */
function reporterFormats(brouillon: Brouillon, coin: Coin, codes: Formats): void {
  const { avant, lignes, formats } = brouillon;
  const [haut, gauche] = [coin.ligne1 - avant.premiereLigne, coin.colonne1 - avant.premiereColonne];
  codes.forEach((rangee, i) => {
    const ligne = lignes[haut + i] ?? [];
    const connus = formats[haut + i] ?? [];
    const neufs = [...connus];
    rangee.forEach((code, j) => (neufs[gauche + j] = formatDe(ligne[gauche + j] ?? null, code)));
    if (neufs.every((code, j) => code === connus[j])) return;
    formats[haut + i] = neufs;
    if (ligne === avant.lignes[haut + i]) lignes[haut + i] = [...ligne];
    brouillon.change = true;
  });
}

/** Un résultat devenu nombre, ou qui ne l'est plus : son format compte, ou ne compte plus. */
const changeDeGenre = ({ avant, lignes }: Brouillon, ligne1: number, nombre: number): boolean =>
  Array.from({ length: nombre }, (_, i) => ligne1 - avant.premiereLigne + i).some((i) => {
    const anciennes = avant.lignes[i];
    return (
      lignes[i] !== anciennes &&
      lignes[i]?.some((valeur, j) => (typeof valeur === 'number') !== (typeof anciennes?.[j] === 'number'))
    );
  });

const texteDe = (valeur: Valeur): unknown =>
  valeur !== null && estIllisible(valeur) ? valeur.illisible : valeur;

/** Une ligne neuve a la largeur des autres. */
const completer = (ligne: readonly Valeur[], largeur: number): Valeur[] =>
  Array.from({ length: Math.max(ligne.length, largeur) }, (_, j) => ligne[j] ?? null);
