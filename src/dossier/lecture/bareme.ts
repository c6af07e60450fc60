/** Le barème de l'année dans la feuille Paramètres : celui du classeur l'emporte sur celui publié. */
import { anomalie, type Anomalie, type Lieu } from '../anomalies/anomalie';
import type { Feuille } from '../formes/grille';
import { lireAnnee } from '../../reglement/annee';
import { baremePublie, type Bareme } from '../../reglement/bareme';
import { bonusExistent } from '../../reglement/bonus';
import { euros, pourCent } from '../../reglement/explication';
import { Decimal } from '../../valeurs/montant';
import { GENRES_DITS } from './cellule';
import { champDuBareme, ligneDeBareme, type ENTETES_BAREME } from './enteteBareme';
import type { CelluleTrouvee } from './libelles';
import { lireNombre, lireTaux } from '../../valeurs/nombre';
import { dateDeSerie } from '../../valeurs/date';
import { genreDeFormat, nombreAffiche } from '../../valeurs/formatNombre';
import { estIllisible, type Valeur } from '../../valeurs/valeur';
import { ILLISIBLE } from '../../valeurs/verdict';
import { estVide, texteDe } from '../../valeurs/texte';

/** Un écart d'un euro entre montant publié et plafond × taux trahit une faute de saisie (le barème 2021 en a 0,375). */
const ECART_BAREME = new Decimal(1);

const MONTANTS = ['taux', 'prixPlafond', 'montantMaximal', 'bonusEnfants', 'bonusParents'] as const;

export interface LigneBareme {
  readonly ligne: number;
  readonly bareme: Partial<Record<keyof typeof ENTETES_BAREME, CelluleTrouvee>>;
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
  const debut = feuille.lignes.findIndex((ligne) => ligneDeBareme(ligne) !== undefined);
  const entete = feuille.lignes[debut];
  if (!entete) return [];
  const cles = entete.map((titre) => (typeof titre === 'string' ? champDuBareme(titre) : undefined));
  const lignes: LigneBareme[] = [];
  for (let l = debut + 1; l < feuille.lignes.length; l++) {
    const bareme: LigneBareme['bareme'] = {};
    cles.forEach((cle, c) => {
      if (cle === undefined) return;
      const valeur = feuille.lignes[l]?.[c] ?? null;
      bareme[cle as keyof typeof ENTETES_BAREME] ??= {
        valeur,
        format: feuille.formats[l]?.[c],
        lieu: {
          feuille: feuille.nom,
          ligne: feuille.premiereLigne + l,
          colonne: feuille.premiereColonne + c,
          champ: cle,
          valeur,
        },
      };
    });
    const annee = anneeDeCellule(bareme.annee?.valeur ?? null, bareme.annee?.format, dates1904);
    const chiffree = MONTANTS.some((cle) => estChiffree(bareme[cle]));
    if (annee !== undefined || chiffree) lignes.push({ ligne: feuille.premiereLigne + l, bareme, annee });
  }
  return lignes;
}

const estChiffree = (cellule: CelluleTrouvee | undefined): boolean =>
  typeof cellule?.valeur === 'number' ||
  (typeof cellule?.valeur === 'string' && lireNombre(cellule.valeur).etat !== 'illisible');

/** Une ligne chiffrée dont l'année ne se lit pas : rien ne dit de quelle année elle est. */
export const anneesIllisibles = (lignes: readonly LigneBareme[]): Anomalie[] =>
  lignes.flatMap(({ annee, bareme }) =>
    annee === undefined && bareme.annee
      ? [
          anomalie('bareme.annee-illisible', bareme.annee.lieu, {
            v: texteDe(bareme.annee.valeur) ?? '',
          }),
        ]
      : [],
  );

const estBloquante = ({ gravite }: Anomalie): boolean => gravite === 'bloquante';

type NombreBareme = { readonly valeur: Decimal | null; readonly anomalie?: Anomalie };

/** Nombre d'une cellule du barème ; un montant lu dans un texte se dit, comme partout ailleurs. */
function nombreBareme(cellule: CelluleTrouvee | undefined, col: string): NombreBareme {
  if (!cellule || estVide(cellule.valeur)) return { valeur: null };
  const brut = cellule.valeur;
  const v = texteDe(brut) ?? '';
  const genre = typeof brut === 'number' ? genreDeFormat(cellule.format, brut) : 'nombre';
  if (genre !== 'nombre' && !(genre === 'pourcent' && col === 'Taux'))
    return {
      valeur: null,
      anomalie: anomalie('cellule.nombre-en-date', cellule.lieu, {
        v: nombreAffiche(Number(brut), cellule.format, false),
        genre: GENRES_DITS[genre],
        attendu: col === 'Taux' ? 'un taux' : 'un montant',
      }),
    };
  const lire = col === 'Taux' ? lireTaux : lireNombre;
  const lu = brut === null || estIllisible(brut) ? ILLISIBLE : lire(brut);
  if (lu.etat === 'illisible')
    return { valeur: null, anomalie: anomalie('cellule.nombre-illisible', cellule.lieu, { v, col }) };
  if (lu.valeur.isNeg())
    return { valeur: null, anomalie: anomalie('cellule.nombre-negatif', cellule.lieu, { v, col }) };
  const { valeur } = lu;
  if (lu.etat === 'lu' || col === 'Taux') return { valeur };
  const code = lu.etat === 'ambigu' ? 'cellule.montant-ambigu' : 'cellule.montant-en-texte';
  return { valeur, anomalie: anomalie(code, cellule.lieu, { v, n: euros(valeur) }) };
}

/** Ce que vaut une ligne du barème, quelle que soit l'écriture de ses nombres. */
const valeursDe = (bareme: LigneBareme['bareme']): string =>
  MONTANTS.map((cle) => {
    const brut = bareme[cle]?.valeur ?? null;
    if (brut === null || estIllisible(brut)) return texteDe(brut);
    const lu = (cle === 'taux' ? lireTaux : lireNombre)(brut);
    return lu.etat === 'illisible' ? texteDe(brut) : String(lu.valeur);
  }).join(' ');

/** Barème de l'année : celui du classeur l'emporte sur celui publié. */
export function lireBareme(
  feuille: Feuille,
  lignes: readonly LigneBareme[],
  annee: number,
): { bareme: Bareme | null; anomalies: Anomalie[] } {
  const publie = baremePublie(annee);
  const deLAnnee = lignes.filter((l) => l.annee === annee);
  const ligne = deLAnnee[0]?.bareme;
  const nulle: Lieu = { feuille: feuille.nom, ligne: null, colonne: null, champ: 'bareme', valeur: null };
  if (ligne && new Set(deLAnnee.map(({ bareme }) => valeursDe(bareme))).size > 1)
    return {
      bareme: null,
      anomalies: [
        anomalie('bareme.annee-en-double', ligne.annee?.lieu ?? nulle, {
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

  const lu = {
    taux: nombreBareme(ligne.taux, 'Taux'),
    prixPlafond: nombreBareme(ligne.prixPlafond, 'Prix plafond'),
    montantMaximal: nombreBareme(ligne.montantMaximal, 'Montant maximal'),
    bonusEnfants: nombreBareme(ligne.bonusEnfants, 'Bonus enfants'),
    bonusParents: nombreBareme(ligne.bonusParents, 'Bonus parents'),
  };
  const anomalies = Object.values(lu).flatMap((n) => n.anomalie ?? []);
  const prixPlafond = lu.prixPlafond.valeur;
  const montantMaximal = lu.montantMaximal.valeur;
  const taux = lu.taux.valeur;
  const lieu = ligne.annee?.lieu ?? nulle;
  if (!taux || !prixPlafond || !montantMaximal || taux.isZero() || prixPlafond.isZero()) {
    if (!anomalies.some(estBloquante))
      anomalies.push(anomalie('bareme.absent', lieu, { annee: String(annee) }));
    return { bareme: null, anomalies };
  }
  const source = texteDe(ligne.source?.valeur ?? null);
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
      anomalie('bareme.montant-incoherent', ligne.montantMaximal?.lieu ?? lieu, {
        m: euros(montantMaximal),
        p: euros(prixPlafond),
        t: pourCent(taux),
        x: euros(attendu),
      }),
    );
  const differe =
    publie &&
    !(['taux', 'prixPlafond', 'montantMaximal', 'bonusEnfants', 'bonusParents'] as const).every(
      (c) => bareme[c] !== null && publie[c]?.eq(bareme[c]),
    );
  if (differe || (!publie && source === null))
    anomalies.push(anomalie('bareme.modifie', lieu, { annee: String(annee), publie: publie !== undefined }));
  return { bareme, anomalies };
}
