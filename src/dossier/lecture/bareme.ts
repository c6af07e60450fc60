/** Le barème de l'année dans la feuille Paramètres : celui du classeur l'emporte sur celui publié. */
import { anomalie, type Anomalie, type Lieu } from '../anomalies/anomalie';
import type { Feuille } from '../formes/grille';
import { lireAnnee } from '../../reglement/annee';
import { baremePublie, type Bareme } from '../../reglement/bareme';
import { bonusExistent } from '../../reglement/bonus';
import { euros, pourCent } from '../../reglement/explication';
import { Decimal } from '../../valeurs/montant';
import { FORMES_BAREME, ligneDeBareme, type ENTETES_BAREME } from './enteteBareme';
import type { CelluleTrouvee } from './libelles';
import { lireNombre, lireTaux } from '../../valeurs/nombre';
import { estIllisible } from '../../valeurs/valeur';
import { ILLISIBLE } from '../../valeurs/verdict';
import { estVide, normaliser, texteDe } from '../../valeurs/texte';

/** Un écart d'un euro entre montant publié et plafond × taux trahit une faute de saisie (le barème 2021 en a 0,375). */
const ECART_BAREME = new Decimal(1);

interface LigneBareme {
  readonly bareme: Partial<Record<keyof typeof ENTETES_BAREME, CelluleTrouvee>>;
  readonly annee: number | undefined;
}

function lireLignesBareme(feuille: Feuille): LigneBareme[] {
  const debut = feuille.lignes.findIndex((ligne) => ligneDeBareme(ligne) !== undefined);
  const entete = feuille.lignes[debut];
  if (!entete) return [];
  return feuille.lignes.slice(debut + 1).map((ligne, i) => {
    const bareme: LigneBareme['bareme'] = {};
    entete.forEach((titre, c) => {
      const cle = typeof titre === 'string' ? FORMES_BAREME.get(normaliser(titre)) : undefined;
      if (cle === undefined) return;
      const valeur = ligne[c] ?? null;
      bareme[cle as keyof typeof ENTETES_BAREME] ??= {
        valeur,
        lieu: {
          feuille: feuille.nom,
          ligne: feuille.premiereLigne + debut + 1 + i,
          colonne: feuille.premiereColonne + c,
          champ: cle,
          valeur,
        },
      };
    });
    return { bareme, annee: lireAnnee(texteDe(bareme.annee?.valeur ?? null)) };
  });
}

const estBloquante = ({ gravite }: Anomalie): boolean => gravite === 'bloquante';

type NombreBareme = { readonly valeur: Decimal | null; readonly anomalie?: Anomalie };

/** Nombre d'une cellule du barème ; un montant lu dans un texte se dit, comme partout ailleurs. */
function nombreBareme(cellule: CelluleTrouvee | undefined, col: string): NombreBareme {
  if (!cellule || estVide(cellule.valeur)) return { valeur: null };
  const brut = cellule.valeur;
  const v = texteDe(brut) ?? '';
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

/** Barème de l'année : celui du classeur l'emporte sur celui publié. */
export function lireBareme(
  feuille: Feuille,
  annee: number,
): { bareme: Bareme | null; anomalies: Anomalie[] } {
  const publie = baremePublie(annee);
  const ligne = lireLignesBareme(feuille).find((l) => l.annee === annee)?.bareme;
  const nulle: Lieu = { feuille: feuille.nom, ligne: null, colonne: null, champ: 'bareme', valeur: null };
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
    anomalies.push(anomalie('bareme.modifie', lieu, { annee: String(annee) }));
  return { bareme, anomalies };
}
