/**
 * Ce qu'un courrier peut nommer : {dossier}, {gestionnaire}, {psRetenue}, {psRetenueEnLettres}, {#versements}…{/versements}.
 * Les noms sont ceux des colonnes et des montants ; un montant inconnu reste inconnu : le courrier qui le cite n'est pas fait.
 */
import type { CalculProjet } from '../../calcul/montants';
import { CLES_MONTANTS, type CleMontant } from '../../calcul/montants';
import { COLONNES_COLLECTIFS } from '../../colonnes/collectifs';
import type { Colonne, Colonnes, Rangee } from '../../colonnes/colonne';
import { COLONNES_PROJETS } from '../../colonnes/projets';
import { COLONNES_VERSEMENTS } from '../../colonnes/versements';
import { creerContexte } from '../../controle/contexte';
import type { Examen } from '../../examiner';
import { anneeScolaire } from '../../../reglement/annee';
import { enFrancais, euros } from '../../../reglement/explication';
import { dateFrancaise } from '../../../valeurs/date';
import type { Decimal } from '../../../valeurs/montant';
import { enLettres } from './enLettres';
import { versementsDates } from './versementsDates';

/** Un champ simple a un texte ; une liste a des lignes de champs simples ; `null` : inconnu. */
export type Champs = Readonly<Record<string, string | null | readonly Readonly<Record<string, string>>[]>>;

export const LETTRES = 'EnLettres';
const estMontant = (cle: string): cle is CleMontant => (CLES_MONTANTS as readonly string[]).includes(cle);

/** Le nombre de collectifs d'un bonus s'appelle autrement que son montant. */
const nomDe = (cle: string): string =>
  estMontant(cle) ? `collectifs${cle.charAt(0).toUpperCase()}${cle.slice(1)}` : cle;

const ecrire = ({ type }: Colonne, valeur: unknown): string => {
  if (valeur === null || valeur === undefined) return '';
  switch (type) {
    case 'montant':
      return euros(valeur as Decimal);
    case 'date':
      return dateFrancaise(valeur as string);
    case 'ouiNon':
      return valeur === true ? 'oui' : 'non';
    case 'nombre':
    case 'duree':
    case 'entier':
      return enFrancais(valeur as number, Number.isInteger(valeur) ? 0 : 2);
    case 'texte':
    case 'siret':
    case 'choix':
      return String(valeur as string);
  }
};

const colonnesSaisies = (colonnes: Colonnes): (readonly [string, Colonne])[] =>
  Object.entries(colonnes).filter(([, c]) => !c.calculee);

/** Les acomptes saisis dans Projets sont déjà un montant, sous le même nom. */
const DES_PROJETS = colonnesSaisies(COLONNES_PROJETS).filter(
  ([cle, { type }]) => !(estMontant(cle) && type === 'montant'),
);

const rangeeEcrite = <D extends Colonnes>(colonnes: D, rangee: Rangee<D>): Record<string, string> =>
  Object.fromEntries(colonnesSaisies(colonnes).map(([cle, c]) => [cle, ecrire(c, rangee[cle])]));

/** Les lignes d'une liste ; `null` dès qu'une cellule ne s'y lit pas : le courrier la montrerait vide. */
const listeEcrite = <D extends Colonnes>(
  colonnes: D,
  rangees: readonly Rangee<D>[],
): readonly Record<string, string>[] | null =>
  rangees.some(({ illisibles }) => illisibles.size > 0)
    ? null
    : rangees.map((rangee) => rangeeEcrite(colonnes, rangee));

const LISTES = { versements: COLONNES_VERSEMENTS, collectifs: COLONNES_COLLECTIFS } as const;
const GENERAUX = ['caf', 'nomCaf', 'contact', 'anneeScolaire', 'anneeN', 'anneeN1', 'date'] as const;

/** Tous les noms qu'un modèle peut employer, et ceux de chaque liste. */
export const NOMS_CHAMPS: readonly string[] = [
  ...GENERAUX,
  ...DES_PROJETS.map(([cle]) => nomDe(cle)),
  ...CLES_MONTANTS.flatMap((cle) => [cle, `${cle}${LETTRES}`]),
];
export const NOMS_LISTES: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(LISTES).map(([nom, colonnes]) => [nom, colonnesSaisies(colonnes).map(([cle]) => cle)]),
);

/** Les champs nommés de chaque projet d'un classeur examiné : eux seuls sont composés. */
export function champsDes(examen: Examen, noms: readonly string[]): (calcul: CalculProjet) => Champs {
  const { lecture, au } = examen;
  const { annee, caf, nomCaf, contact } = lecture.parametres;
  const contexte = creerContexte(lecture, au);
  const generaux: Readonly<Record<(typeof GENERAUX)[number], string>> = {
    caf: caf ?? '',
    nomCaf: nomCaf ?? '',
    contact: contact ?? '',
    anneeScolaire: anneeScolaire(annee),
    anneeN: String(annee),
    anneeN1: String(annee + 1),
    date: dateFrancaise(au),
  };
  const composer = new Map<string, (calcul: CalculProjet) => Champs[string]>();
  for (const [nom, valeur] of Object.entries(generaux)) composer.set(nom, () => valeur);
  for (const [cle, colonne] of DES_PROJETS)
    composer.set(nomDe(cle), ({ projet }) =>
      projet.illisibles.has(cle) ? null : ecrire(colonne, projet[cle as keyof typeof projet]),
    );
  for (const cle of CLES_MONTANTS) {
    const compose = (texte: (montant: Decimal) => string) => (calcul: CalculProjet) => {
      const montant = calcul.montants[cle].montant;
      return montant && texte(montant);
    };
    composer.set(cle, compose(euros)).set(`${cle}${LETTRES}`, compose(enLettres));
  }
  composer.set('versements', (calcul) =>
    listeEcrite(
      COLONNES_VERSEMENTS,
      versementsDates(calcul, contexte).map(({ versement }) => versement),
    ),
  );
  composer.set('collectifs', ({ projet }) => listeEcrite(COLONNES_COLLECTIFS, contexte.collectifsDe(projet)));
  return (calcul) => Object.fromEntries(noms.map((nom) => [nom, composer.get(nom)?.(calcul) ?? null]));
}
