/**
 * Une ligne qui se dit annulée là où Clas ne lit pas (« Statut »), dans un texte libre, sous un titre (« Dossiers
 * abandonnés ») ou par un trait (texte barré) : elle compte, et cela se dit.
 */
import { anomalie, type Anomalie } from '../../anomalies/anomalie';
import type { Colonnes, Rangee } from '../../colonnes/colonne';
import { lettres } from '../../formes/adresses';
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

/** La première cellule de la ligne qui la dit annulée, parmi celles que Clas ne lit pas et ce texte libre. */
function mention<D extends Colonnes>(
  { feuille, bilan, entetes }: Table<D>,
  ligne: Rangee<D>,
  libre: keyof D & string,
): Mention | undefined {
  const cellules = feuille.lignes[ligne.ligne - feuille.premiereLigne] ?? [];
  const rang = entetes?.colonnes.get(libre);
  const candidates = [
    ...bilan.colonnesNonLues.map(({ colonne, entete }) => ({
      colonne,
      champ: null,
      col: entete || lettres(colonne),
    })),
    ...(rang === undefined
      ? []
      : [{ colonne: feuille.premiereColonne + rang, champ: libre, col: entetes?.intitules[rang] ?? '' }]),
  ];
  for (const { colonne, champ, col } of candidates) {
    const brut = cellules[colonne - feuille.premiereColonne];
    const v = typeof brut === 'string' ? texteDe(brut) : null;
    if (v !== null && ditAnnulee(v)) return { colonne, champ, v, col };
  }
  return undefined;
}

export function controlerAnnulees({ lecture: { projets, versements } }: Contexte): Anomalie[] {
  const dire = <D extends Colonnes>(
    table: Table<D>,
    libre: keyof D & string,
    versement: boolean,
    compte: (ligne: Rangee<D>) => boolean,
  ): Anomalie[] => {
    const titres = sousTitre(table);
    const barrees = new Set(table.feuille.lignesBarrees);
    return table.lignes.filter(compte).flatMap((ligne) => {
      const titre = titres.get(ligne.ligne);
      const dite =
        mention(table, ligne, libre) ??
        (titre === undefined ? undefined : { colonne: null, champ: null, v: titre, col: null });
      if (!dite && !barrees.has(ligne.ligne)) return [];
      const { colonne, champ, v, col } = dite ?? { colonne: null, champ: null, v: null, col: null };
      const lieu = { feuille: table.feuille.nom, ligne: ligne.ligne, colonne, champ, valeur: v };
      return [anomalie('ligne.annulee', lieu, { v, col, versement })];
    });
  };
  return [
    ...dire(projets, 'observations', false, (p) => estAgree(p) && !estEcarte(p)),
    ...(versements
      ? dire(
          versements,
          'reference',
          true,
          ({ nature, montant }) => nature !== null && montant !== null && estUnPaiement(nature),
        )
      : []),
  ];
}
