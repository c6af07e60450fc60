/** Une ligne qui se dit annulée là où Clas ne lit pas (« Statut »), ou dans un texte libre : elle compte, et cela se dit. */
import { anomalie, type Anomalie } from '../../anomalies/anomalie';
import type { Colonnes, Rangee } from '../../colonnes/colonne';
import { lettres } from '../../formes/adresses';
import type { Table } from '../../lecture/table';
import { estUnPaiement } from '../../../reglement/journal';
import { sansAccents, texteDe } from '../../../valeurs/texte';
import { estAgree, estEcarte, type Contexte } from '../contexte';

/** En tête de la cellule : « annulé le 12/11 », « Rejeté (RIB) » ; un nom (« rejet », « retrait ») n'y est que seul. */
const ANNULEE =
  /^(?:(?:annul|abandonn|retir|desist|rejet|supprim)ee?s?|impayee?s?|caduc|caduque|sans suite|(?:non|pas) (?:payee?|versee?)|(?:ne pas|a ne pas) (?:compter|payer|verser)|a (?:annuler|supprimer))(?![a-z])|^(?:annulation|abandon|desistement|rejet|retrait|doublon)$/;

const ditAnnulee = (texte: string): boolean =>
  ANNULEE.test(
    sansAccents(texte)
      .toLowerCase()
      .replace(/^[^a-z]+|[^a-z]+$/g, ''),
  );

/** La première cellule de la ligne qui la dit annulée, parmi celles que Clas ne lit pas et ce texte libre. */
function mention<D extends Colonnes>(
  { feuille, bilan, entetes }: Table<D>,
  ligne: Rangee<D>,
  libre: keyof D & string,
):
  | { readonly colonne: number; readonly champ: string | null; readonly v: string; readonly col: string }
  | undefined {
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
    ligne: Rangee<D>,
    libre: keyof D & string,
    versement: boolean,
  ): Anomalie[] => {
    const dite = mention(table, ligne, libre);
    if (!dite) return [];
    const { colonne, champ, v, col } = dite;
    const lieu = { feuille: table.feuille.nom, ligne: ligne.ligne, colonne, champ, valeur: v };
    return [anomalie('ligne.annulee', lieu, { v, col, versement })];
  };
  return [
    ...projets.lignes.flatMap((p) =>
      estAgree(p) && !estEcarte(p) ? dire(projets, p, 'observations', false) : [],
    ),
    ...(versements?.lignes ?? []).flatMap((v) =>
      versements && v.nature !== null && v.montant !== null && estUnPaiement(v.nature)
        ? dire(versements, v, 'reference', true)
        : [],
    ),
  ];
}
