/** Le barème de l'année dans la feuille Paramètres : celui du classeur l'emporte sur celui publié. */
import { anomalie, type Anomalie, type Lieu } from '../anomalies/anomalie';
import type { Feuille } from '../formes/grille';
import { lireAnnee } from '../../reglement/annee';
import { baremePublie, type Bareme } from '../../reglement/bareme';
import { bonusExistent } from '../../reglement/bonus';
import { euros, pourCent } from '../../reglement/explication';
import { Decimal } from '../../valeurs/montant';
import { GENRES_DITS } from './cellule';
import { champsDeLigne, ENTETES_BAREME, ligneDeBareme } from './enteteBareme';
import type { CelluleTrouvee } from './libelles';
import { lireNombre, lireTaux } from '../../valeurs/nombre';
import { dateDeSerie } from '../../valeurs/date';
import { genreDeFormat, nombreAffiche } from '../../valeurs/formatNombre';
import { estIllisible, type Valeur } from '../../valeurs/valeur';
import { ILLISIBLE } from '../../valeurs/verdict';
import { pleine, texteDe } from '../../valeurs/texte';

/** Un écart d'un euro entre montant publié et plafond × taux trahit une faute de saisie (le barème 2021 en a 0,375). */
const ECART_BAREME = new Decimal(1);

const MONTANTS = ['taux', 'prixPlafond', 'montantMaximal', 'bonusEnfants', 'bonusParents'] as const;

type Champ = keyof typeof ENTETES_BAREME;

export interface LigneBareme {
  readonly ligne: number;
  /** Une colonne absente est une cellule vide. */
  readonly bareme: Readonly<Record<Champ, CelluleTrouvee>>;
  readonly annee: number | undefined;
}

/** L'année d'une cellule : un nombre, un texte, ou une date de cette année. */
export function anneeDeCellule(
  valeur: Valeur,
  format: string | undefined,
  dates1904: boolean,
): number | undefined {
  if (typeof valeur === 'number' && genreDeFormat(format, valeur) === 'date') {
    const iso = dateDeSerie(valeur, dates1904);
    return iso === undefined ? undefined : Number(iso.slice(0, 4));
  }
  return lireAnnee(texteDe(valeur));
}

/** Les lignes du barème, toutes années ; celles dont l'année ne se lit pas aussi, si un nombre y est saisi. */
export function lireLignesBareme(feuille: Feuille, dates1904: boolean): readonly LigneBareme[] {
  const lignes = enLignes(feuille, dates1904);
  return lignes.length > 0 ? lignes : enLignes(transposer(feuille), dates1904).map(redresser);
}

/** Un barème saisi de haut en bas (« Taux | 32,5 % », « Prix plafond | 7 885 € ») se lit comme l'autre, tourné. */
function transposer(feuille: Feuille): Feuille {
  const { lignes, formats, premiereLigne, premiereColonne } = feuille;
  const largeur = lignes.reduce((n, { length }) => Math.max(n, length), 0);
  const tourner = <T>(cellule: (l: number, c: number) => T): T[][] =>
    Array.from({ length: largeur }, (_, c) => lignes.map((_ligne, l) => cellule(l, c)));
  return {
    ...feuille,
    premiereLigne: premiereColonne,
    premiereColonne: premiereLigne,
    lignes: tourner((l, c) => lignes[l]?.[c] ?? null),
    formats: tourner((l, c) => formats[l]?.[c]),
  };
}

function redresser({ bareme, annee }: LigneBareme): LigneBareme {
  const debout = Object.fromEntries(
    Object.entries(bareme).map(([champ, { lieu, ...reste }]) => [
      champ,
      { ...reste, lieu: { ...lieu, ligne: lieu.colonne, colonne: lieu.ligne } },
    ]),
  ) as LigneBareme['bareme'];
  return { ligne: debout.annee.lieu.ligne ?? 0, bareme: debout, annee };
}

function enLignes(feuille: Feuille, dates1904: boolean): readonly LigneBareme[] {
  const debut = feuille.lignes.findIndex((ligne) => ligneDeBareme(ligne) !== undefined);
  const entete = feuille.lignes[debut];
  if (!entete) return [];
  const champs = champsDeLigne(entete);
  // « Année scolaire », plus haut dans la même colonne que « Année N », est un autre paramètre
  const premier = champs.findIndex((champ) => MONTANTS.some((m) => m === champ));
  const rangDe = (champ: string): number =>
    champ === 'annee' && champs.lastIndexOf(champ, premier) >= 0
      ? champs.lastIndexOf(champ, premier)
      : champs.indexOf(champ);
  return [...feuille.lignes.entries()].slice(debut + 1).flatMap(([l, brutes]): LigneBareme[] => {
    const ligne = feuille.premiereLigne + l;
    const cellule = (champ: string): CelluleTrouvee => {
      const c = rangDe(champ);
      const valeur = brutes[c] ?? null;
      const colonne = feuille.premiereColonne + c;
      return {
        valeur,
        format: feuille.formats[l]?.[c],
        lieu: { feuille: feuille.nom, ligne, colonne, champ, valeur },
      };
    };
    const bareme = Object.fromEntries(
      Object.keys(ENTETES_BAREME).map((champ) => [champ, cellule(champ)]),
    ) as LigneBareme['bareme'];
    const annee = anneeDeCellule(bareme.annee.valeur, bareme.annee.format, dates1904);
    const chiffree = MONTANTS.some((champ) => estChiffree(bareme[champ]));
    return annee !== undefined || chiffree ? [{ ligne, bareme, annee }] : [];
  });
}

const estChiffree = ({ valeur }: CelluleTrouvee): boolean =>
  valeur !== null && !estIllisible(valeur) && lireNombre(valeur).etat !== 'illisible';

/** Une ligne chiffrée dont l'année ne se lit pas : rien ne dit de quelle année elle est. */
export const anneesIllisibles = (lignes: readonly LigneBareme[]): Anomalie[] =>
  lignes.flatMap(({ annee, bareme }) =>
    annee === undefined
      ? [anomalie('bareme.annee-illisible', bareme.annee.lieu, { v: texteDe(bareme.annee.valeur) ?? '' })]
      : [],
  );

const estBloquante = ({ gravite }: Anomalie): boolean => gravite === 'bloquante';

type NombreBareme = { readonly valeur: Decimal | null; readonly anomalie?: Anomalie };

/** Nombre d'une cellule du barème ; un montant lu dans un texte se dit, comme partout ailleurs. */
function nombreBareme(
  { valeur: saisi, format, lieu }: CelluleTrouvee,
  champ: (typeof MONTANTS)[number],
  dates1904: boolean,
): NombreBareme {
  const brut = pleine(saisi);
  if (brut === null) return { valeur: null };
  const [col] = ENTETES_BAREME[champ];
  const v = texteDe(brut) ?? '';
  const sans = (a: Anomalie): NombreBareme => ({ valeur: null, anomalie: a });
  if (typeof brut === 'number') {
    const genre = genreDeFormat(format, brut);
    if (genre !== 'nombre' && !(genre === 'pourcent' && champ === 'taux'))
      return sans(
        anomalie('cellule.nombre-en-date', lieu, {
          v: nombreAffiche(brut, format, dates1904),
          genre: GENRES_DITS[genre],
          attendu: champ === 'taux' ? 'un taux' : 'un montant',
        }),
      );
  }
  const lu = estIllisible(brut) ? ILLISIBLE : lecteurDe(champ)(brut);
  if (lu.etat === 'illisible') return sans(anomalie('cellule.nombre-illisible', lieu, { v, col }));
  const { valeur } = lu;
  if (valeur.isNeg()) return sans(anomalie('cellule.nombre-negatif', lieu, { v, col }));
  if (lu.etat === 'lu' || champ === 'taux') return { valeur };
  const code = lu.etat === 'ambigu' ? 'cellule.montant-ambigu' : 'cellule.montant-en-texte';
  return { valeur, anomalie: anomalie(code, lieu, { v, n: euros(valeur) }) };
}

const lecteurDe = (champ: Champ): typeof lireNombre => (champ === 'taux' ? lireTaux : lireNombre);

/** Ce que vaut une ligne du barème, quelle que soit l'écriture de ses nombres. */
const valeursDe = (bareme: LigneBareme['bareme']): string =>
  MONTANTS.map((champ) => {
    const brut = bareme[champ].valeur;
    const lu = brut === null || estIllisible(brut) ? ILLISIBLE : lecteurDe(champ)(brut);
    return lu.etat === 'illisible' ? texteDe(brut) : String(lu.valeur);
  }).join(' ');

/** Barème de l'année : celui du classeur l'emporte sur celui publié. */
export function lireBareme(
  feuille: Feuille,
  lignes: readonly LigneBareme[],
  annee: number,
  dates1904: boolean,
): { bareme: Bareme | null; anomalies: Anomalie[] } {
  const publie = baremePublie(annee);
  const deLAnnee = lignes.filter((l) => l.annee === annee);
  const ligne = deLAnnee[0]?.bareme;
  const nulle: Lieu = { feuille: feuille.nom, ligne: null, colonne: null, champ: 'bareme', valeur: null };
  if (ligne && new Set(deLAnnee.map(({ bareme }) => valeursDe(bareme))).size > 1)
    return {
      bareme: null,
      anomalies: [
        anomalie('bareme.annee-en-double', ligne.annee.lieu, {
          annee: String(annee),
          lignes: deLAnnee.map((l) => l.ligne).join(', '),
        }),
      ],
    };
  // une ligne sans année pourrait être celle-ci : le barème est inconnu, le publié ne la remplace pas
  if (!ligne && lignes.some((l) => l.annee === undefined)) return { bareme: null, anomalies: [] };
  if (!ligne)
    return {
      bareme: publie ?? null,
      anomalies: publie ? [] : [anomalie('bareme.absent', nulle, { annee: String(annee) })],
    };

  const lire = (champ: (typeof MONTANTS)[number]) => nombreBareme(ligne[champ], champ, dates1904);
  const lu = {
    taux: lire('taux'),
    prixPlafond: lire('prixPlafond'),
    montantMaximal: lire('montantMaximal'),
    bonusEnfants: lire('bonusEnfants'),
    bonusParents: lire('bonusParents'),
  };
  const anomalies = Object.values(lu).flatMap((n) => n.anomalie ?? []);
  const prixPlafond = lu.prixPlafond.valeur;
  const montantMaximal = lu.montantMaximal.valeur;
  const taux = lu.taux.valeur;
  const lieu = ligne.annee.lieu;
  if (!taux || !prixPlafond || !montantMaximal || taux.isZero() || prixPlafond.isZero()) {
    if (!anomalies.some(estBloquante))
      anomalies.push(anomalie('bareme.absent', lieu, { annee: String(annee) }));
    return { bareme: null, anomalies };
  }
  const source = texteDe(ligne.source.valeur);
  const bareme: Bareme = {
    annee,
    taux,
    prixPlafond,
    montantMaximal,
    bonusEnfants: lu.bonusEnfants.valeur,
    bonusParents: lu.bonusParents.valeur,
    source: source ?? 'barème du classeur, sans source',
  };
  const bonusManque = !bareme.bonusEnfants || !bareme.bonusParents;
  if (bonusManque && bonusExistent(annee) && !anomalies.some(estBloquante))
    anomalies.push(anomalie('bareme.bonus-absent', lieu, { annee: String(annee) }));
  const attendu = prixPlafond.times(taux);
  if (montantMaximal.minus(attendu).abs().gte(ECART_BAREME))
    anomalies.push(
      anomalie('bareme.montant-incoherent', ligne.montantMaximal.lieu, {
        m: euros(montantMaximal),
        p: euros(prixPlafond),
        t: pourCent(taux),
        x: euros(attendu),
      }),
    );
  const differe = publie
    ? MONTANTS.some((champ) => String(bareme[champ]) !== String(publie[champ]))
    : source === null;
  if (differe)
    anomalies.push(anomalie('bareme.modifie', lieu, { annee: String(annee), publie: publie !== undefined }));
  return { bareme, anomalies };
}
