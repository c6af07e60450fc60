/** Feuille Paramètres : Caf, année scolaire, arrondi, et le barème du classeur, où qu'il soit sur la feuille. */
import { z } from 'zod/mini';
import { anomalie, type Anomalie, type Lieu } from '../anomalies/anomalie';
import { cafsDuCode } from '../cafs';
import { ARRONDIS } from '../colonnes/choix';
import { ErreurClasseur } from '../erreurs';
import type { Feuille, Valeur } from '../grille';
import { lireAnnee } from '../../reglement/annee';
import { baremePublie, type Bareme } from '../../reglement/bareme';
import { bonusExistent } from '../../reglement/bonus';
import { euros, pourCent } from '../../reglement/explication';
import type { ArrondiPs } from '../../reglement/ps';
import { Decimal } from '../../reglement/montant';
import { indexDe } from './cellule';
import { lireNombre } from './nombre';
import { estVide, normaliser, texteDe } from './texte';

/** Un écart d'un euro entre montant publié et plafond × taux trahit une faute de saisie (le barème 2021 en a 0,375). */
const ECART_BAREME = new Decimal(1);

const LIBELLES = {
  caf: ['Caf', 'code caf', 'département', 'code département', 'code de la caf'],
  nomCaf: ['Nom de la Caf', 'nom caf', 'caisse'],
  codeOrganisme: ['Code organisme', 'organisme'],
  annee: ['Année scolaire', 'campagne', 'année'],
  arrondi: ['Arrondi Ps', 'arrondi'],
  contact: ['Contact', 'courriel', 'référent'],
} as const;

const ENTETES_BAREME = {
  annee: ['Année N', 'année'],
  taux: ['Taux', 'taux ps'],
  prixPlafond: ['Prix plafond', 'plafond'],
  montantMaximal: ['Montant maximal', 'montant max', 'ps maximale'],
  bonusEnfants: ['Bonus enfants'],
  bonusParents: ['Bonus parents'],
  source: ['Source'],
} as const;

export interface Parametres {
  /** N, année d'ouverture. */
  readonly annee: number;
  /** Code du département (« 45 », « 2A ») ; `null` si absent ou inconnu. */
  readonly caf: string | null;
  readonly nomCaf: string | null;
  readonly codeOrganisme: string | null;
  readonly arrondi: ArrondiPs;
  readonly contact: string | null;
  /** Barème de N, du classeur sinon publié ; `null` : absent. */
  readonly bareme: Bareme | null;
}

interface CelluleTrouvee {
  readonly valeur: Valeur;
  readonly lieu: Lieu;
}

const codeCaf = z.string().check(z.regex(/^(?:\d{2}|2[AB]|97[1-4])$/));

/** « 1 », 1, « 01 » donnent « 01 » ; « 2a » donne « 2A ». */
export function lireCodeCaf(texte: string): string | null {
  const code = texte
    .trim()
    .toUpperCase()
    .replace(/^CAF\s*/, '')
    .padStart(2, '0')
    .replace(/^0(?=\d{2}$)/, '');
  return codeCaf.safeParse(code).success && cafsDuCode(code).length > 0 ? code : null;
}

function lireLibelles(feuille: Feuille): Map<keyof typeof LIBELLES, CelluleTrouvee> {
  const cles = new Map(
    Object.entries(LIBELLES).flatMap(([cle, formes]) =>
      formes.map((f) => [normaliser(f), cle as keyof typeof LIBELLES] as const),
    ),
  );
  const trouves = new Map<keyof typeof LIBELLES, CelluleTrouvee>();
  feuille.lignes.forEach((ligne, l) => {
    ligne.forEach((libelle, c) => {
      if (typeof libelle !== 'string') return;
      const cle = cles.get(normaliser(libelle));
      // un intitulé de barème (« Année N ») n'est jamais suivi de sa valeur à droite, mais dessous
      if (cle === undefined || trouves.has(cle) || ligneDeBareme(ligne) === c) return;
      const valeur = ligne[c + 1] ?? null;
      trouves.set(cle, {
        valeur,
        lieu: {
          feuille: feuille.nom,
          ligne: feuille.premiereLigne + l,
          colonne: feuille.premiereColonne + c + 1,
          champ: cle,
          valeur,
        },
      });
    });
  });
  return trouves;
}

const FORMES_BAREME = new Map(
  Object.entries(ENTETES_BAREME).flatMap(([cle, formes]) => formes.map((f) => [normaliser(f), cle] as const)),
);

/** Colonne où commence l'en-tête du barème dans cette ligne, s'il y est. */
function ligneDeBareme(ligne: readonly Valeur[]): number | undefined {
  const cles = ligne.map((v) => (typeof v === 'string' ? FORMES_BAREME.get(normaliser(v)) : undefined));
  return cles.includes('prixPlafond') && cles.includes('annee') ? cles.indexOf('annee') : undefined;
}

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

type NombreBareme = { readonly valeur: Decimal | null; readonly anomalie?: Anomalie };

function nombreBareme(cellule: CelluleTrouvee | undefined, col: string): NombreBareme {
  if (!cellule || estVide(cellule.valeur)) return { valeur: null };
  const brut = cellule.valeur;
  const v = texteDe(brut) ?? '';
  const texte = typeof brut === 'string' ? brut.replace(/%\s*$/, '') : brut;
  const lu = typeof texte === 'object' ? ({ etat: 'illisible' } as const) : lireNombre(texte ?? '');
  if (lu.etat === 'illisible')
    return { valeur: null, anomalie: anomalie('cellule.nombre-illisible', cellule.lieu, { v, col }) };
  if (lu.valeur.isNeg())
    return { valeur: null, anomalie: anomalie('cellule.nombre-negatif', cellule.lieu, { v, col }) };
  return { valeur: lu.valeur };
}

/** Barème de l'année : celui du classeur l'emporte sur celui publié. */
function lireBareme(feuille: Feuille, annee: number): { bareme: Bareme | null; anomalies: Anomalie[] } {
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
  const { prixPlafond, montantMaximal } = {
    prixPlafond: lu.prixPlafond.valeur,
    montantMaximal: lu.montantMaximal.valeur,
  };
  // 32,5 saisi pour 32,5 % : un taux dépasse toujours 1 quand il est écrit en pour cent
  const taux = lu.taux.valeur?.gt(1) ? lu.taux.valeur.div(100) : lu.taux.valeur;
  const lieu = ligne.annee?.lieu ?? nulle;
  if (!taux || !prixPlafond || !montantMaximal || taux.isZero() || prixPlafond.isZero()) {
    if (anomalies.length === 0) anomalies.push(anomalie('bareme.absent', lieu, { annee: String(annee) }));
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
  if (bonusManque && bonusExistent(annee) && !lu.bonusEnfants.anomalie && !lu.bonusParents.anomalie)
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

const SANS_ANNEE =
  'Année scolaire absente ou illisible : la saisir dans la feuille Paramètres, par exemple 2021-2022.';

export function lireParametres(feuille: Feuille | undefined): Parametres & { anomalies: Anomalie[] } {
  if (!feuille) throw new ErreurClasseur(`Feuille « Paramètres » introuvable. ${SANS_ANNEE}`);
  const libelles = lireLibelles(feuille);
  const texte = (cle: keyof typeof LIBELLES): string | null => texteDe(libelles.get(cle)?.valeur ?? null);
  const annee = lireAnnee(texte('annee'));
  if (annee === undefined) throw new ErreurClasseur(SANS_ANNEE);

  const anomalies: Anomalie[] = [];
  const saisi = texte('caf');
  const caf = saisi === null ? null : lireCodeCaf(saisi);
  const nomCaf = texte('nomCaf');
  const codeOrganisme = texte('codeOrganisme');
  const lieuCaf = libelles.get('caf')?.lieu ?? {
    feuille: feuille.nom,
    ligne: null,
    colonne: null,
    champ: 'caf',
    valeur: null,
  };
  if (caf === null)
    anomalies.push(
      anomalie('parametres.caf-inconnue', lieuCaf, { v: saisi === null ? '' : ` (« ${saisi} »)` }),
    );
  else if (cafsDuCode(caf).length > 1 && nomCaf === null && codeOrganisme === null)
    anomalies.push(anomalie('parametres.caf-inconnue', lieuCaf, { v: ` (deux Caf dans le ${caf})` }));

  const arrondiSaisi = texte('arrondi');
  const arrondi = arrondiSaisi === null ? 'bareme' : indexDe(ARRONDIS).get(normaliser(arrondiSaisi));
  const lieuArrondi = libelles.get('arrondi')?.lieu;
  if (arrondi === undefined && lieuArrondi)
    anomalies.push(
      anomalie('cellule.valeur-illisible', lieuArrondi, {
        v: arrondiSaisi ?? '',
        col: LIBELLES.arrondi[0],
        attendu: 'choisir barème publié, centime ou euro',
      }),
    );

  const lu = lireBareme(feuille, annee);
  return {
    annee,
    caf,
    nomCaf,
    codeOrganisme,
    arrondi: (arrondi ?? 'bareme') as ArrondiPs,
    contact: texte('contact'),
    bareme: lu.bareme,

    anomalies: [...anomalies, ...lu.anomalies],
  };
}
