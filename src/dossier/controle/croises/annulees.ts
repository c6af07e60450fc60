/**
 * Une ligne qui se dit annulée là où Clas ne lit pas (« Statut »), dans un texte libre, à côté d'un nom (« Action 3
 * (abandon) »), sous un titre (« Dossiers abandonnés ») ou par un trait (texte barré) : elle compte, et cela se dit.
 */
import { anomalie, type Anomalie } from '../../anomalies/anomalie';
import type { Colonnes, Rangee } from '../../colonnes/colonne';
import { lettres } from '../../formes/adresses';
import { valeurEn, type Feuille } from '../../formes/grille';
import type { Table } from '../../lecture/table';
import { estUnPaiement } from '../../../reglement/journal';
import { estVide, sansAccents, texteDe } from '../../../valeurs/texte';
import { estAgree, estEcarte, type Contexte } from '../contexte';

/** En tête de la cellule : « annulé le 12/11 », « Rejeté (RIB) » ; un nom (« rejet », « retrait ») n'y est que seul. */
const ANNULEE =
  /^(?:(?:annul|abandonn|desist|rejet|supprim)ee?s?|retiree?s?(?=$| par | le )|impayee?s?|caduc|caduque|sans suite|(?:non|pas) (?:payee?|versee?)|(?:ne pas|a ne pas) (?:compter|payer|verser)|a (?:annuler|supprimer))(?![a-z])|^(?:annulation|abandon|desistement|rejet|retrait|doublon)$/;

/** Un titre : « Dossiers annulés (ne pas compter) », « REFUSÉS ». */
const TITRE_ANNULE = /(?<![a-z])(?:annul|abandonn|retir|desist|rejet|refus|supprim)ee?s?(?![a-z])/;
const MOTS_DU_TITRE = 6;

const plat = (texte: string): string =>
  sansAccents(texte)
    .toLowerCase()
    .replace(/^[^a-z]+|[^a-z]+$/g, '');
const ditAnnulee = (texte: string): boolean => ANNULEE.test(plat(texte));
/** Ce qui suit un nom : « Action 3 (abandon) », « Clas du soir - annulé », « P-3 annulé ». */
const SUITE = /\(([^()]*)\)\s*$|\s[-–—]\s+([^-–—]+)$|^\S*\d\S*\s+(\S+)$/;
const suiteDe = (nom: string): string => SUITE.exec(nom)?.slice(1).find(Boolean) ?? '';

interface Mention {
  readonly colonne: number;
  readonly champ: string | null;
  readonly v: string;
  /** `null` : le texte est un titre, au-dessus. */
  readonly col: string | null;
}

/** Les lignes de la table qui sont sous un titre d'annulation, et ce titre ; le titre suivant, ou l'en-tête répété, le referme. */
function sousTitre<D extends Colonnes>({ feuille, entetes, lignes }: Table<D>): ReadonlyMap<number, string> {
  const lues = new Set(lignes.map(({ ligne }) => ligne));
  const titres = new Map<number, string>();
  let titre: string | null = null;
  feuille.lignes.forEach((cellules, l) => {
    if (l <= (entetes?.indice ?? 0)) return;
    const ligne = feuille.premiereLigne + l;
    if (lues.has(ligne)) {
      if (titre !== null) titres.set(ligne, titre);
      return;
    }
    const pleines = cellules.filter((v) => !estVide(v));
    if (pleines.length === 0) return;
    const texte = pleines.length === 1 ? texteDe(pleines[0] ?? null) : null;
    const court = texte !== null && texte.split(' ').length <= MOTS_DU_TITRE;
    titre = court && TITRE_ANNULE.test(plat(texte)) ? texte : null;
  });
  return titres;
}

/** Où une table peut le dire : un texte libre, par son début ; un nom, par ce qui le suit aussi. */
interface Textes<D extends Colonnes> {
  readonly libre: keyof D & string;
  readonly noms: readonly (keyof D & string)[];
}

interface Endroit extends Pick<Mention, 'colonne' | 'champ'> {
  readonly col: string;
  /** Ce qui suit un nom peut le dire aussi. */
  readonly estUnNom: boolean;
}

/** Où la table peut le dire : les colonnes que Clas ne lit pas, le texte libre, les noms. */
function endroits<D extends Colonnes>(
  { feuille, bilan, entetes }: Table<D>,
  { libre, noms }: Textes<D>,
): readonly Endroit[] {
  const nonLues = bilan.colonnesNonLues.map(({ colonne, entete }) => ({
    colonne,
    champ: null,
    col: entete || lettres(colonne),
    estUnNom: false,
  }));
  const lues = [libre, ...noms].flatMap((champ) => {
    const rang = entetes?.colonnes.get(champ);
    if (rang === undefined) return [];
    const col = entetes?.intitules[rang] ?? '';
    return { colonne: feuille.premiereColonne + rang, champ, col, estUnNom: champ !== libre };
  });
  return [...nonLues, ...lues];
}

/** La première cellule de la ligne qui la dit annulée. */
function mention(feuille: Feuille, ligne: number, ou: readonly Endroit[]): Mention | undefined {
  for (const { colonne, champ, col, estUnNom } of ou) {
    const brut = valeurEn(feuille, ligne, colonne);
    const v = typeof brut === 'string' ? texteDe(brut) : null;
    if (v !== null && (ditAnnulee(v) || (estUnNom && ditAnnulee(suiteDe(v)))))
      return { colonne, champ, v, col };
  }
  return undefined;
}

export function controlerAnnulees({ lecture: { projets, versements } }: Contexte): Anomalie[] {
  const dire = <D extends Colonnes>(
    table: Table<D>,
    textes: Textes<D>,
    versement: boolean,
    compte: (ligne: Rangee<D>) => boolean,
  ): Anomalie[] => {
    const ou = endroits(table, textes);
    const titres = sousTitre(table);
    const barrees = new Set(table.feuille.lignesBarrees);
    return table.lignes.filter(compte).flatMap((ligne) => {
      const titre = titres.get(ligne.ligne);
      const dite =
        mention(table.feuille, ligne.ligne, ou) ??
        (titre === undefined ? undefined : { colonne: null, champ: null, v: titre, col: null });
      if (!dite && !barrees.has(ligne.ligne)) return [];
      const { colonne, champ, v, col } = dite ?? { colonne: null, champ: null, v: null, col: null };
      const lieu = { feuille: table.feuille.nom, ligne: ligne.ligne, colonne, champ, valeur: v };
      return [anomalie('ligne.annulee', lieu, { v, col, versement })];
    });
  };
  return [
    ...dire(
      projets,
      { libre: 'observations', noms: ['dossier', 'gestionnaire', 'action'] },
      false,
      (p) => estAgree(p) && !estEcarte(p),
    ),
    ...(versements
      ? dire(
          versements,
          { libre: 'reference', noms: [] },
          true,
          ({ nature, montant }) => nature !== null && montant !== null && estUnPaiement(nature),
        )
      : []),
  ];
}
