/** La fiche d'un dossier : une page à imprimer et à signer. Identité, décision, montants expliqués, versements, ce qui reste. */
import { MONTANTS, type CalculProjet, type CleMontant } from '../../calcul/montants';
import { COLONNES_PROJETS as P, type Projet } from '../../colonnes/projets';
import { direManque } from '../../calcul/manque';
import { creerContexte, type Contexte } from '../../controle/contexte';
import type { Examen } from '../../examiner';
import type { CellulePlan, FeuillePlan } from '../../formes/plan';
import { formuleChiffree, formuleEnMots, type Etape } from '../../../reglement/explication';
import { Decimal } from '../../../valeurs/montant';
import { entetes, entier, euros, jour, libelle, texte } from '../cellules';
import { LARGEUR_MONTANT } from '../planTable';
import { hautDePage } from '../mentions';
import { manquesDe } from '../../calcul/connu';
import { etapesDe } from '../../calcul/origines';
import { versementsDates } from './versementsDates';

/** Les montants de la fiche, dans l'ordre de l'année ; ceux d'un contrôle, s'il y en a un. */
const DECISION = ['psPrevisionnelle', 'psRetenue', 'bonus'] as const;
/** Sans agrément, aucun acompte ne se verse : la fiche n'en montre pas le maximum théorique. */
const ACOMPTES = ['acompteMaxN', 'acompteMaxN1'] as const;
const LIQUIDATION = ['psReelle', 'psLiquidee', 'bonusDu'] as const;
const CONTROLE = ['psControlee', 'bonusControle'] as const;
const DU = ['psDue', 'bonusDuFinal'] as const;
const RESTE = ['versePs', 'verseBonus', 'resteAPayer', 'resteARecouvrer'] as const;

const IDENTITE = ['gestionnaire', 'siret', 'action', 'commune', 'public', 'agrement'] as const;
/** Ce dont les montants se tirent ; vide, ou illisible (la vérification le dit), il ne prend pas de ligne. */
const DONNEES = [
  'misAlEcart',
  'dateAgrement',
  'montantDemande',
  'montantAccorde',
  'coutPrevisionnel',
  'collectifsAgrees',
  'coutReel',
  'collectifsReels',
  'coutControle',
  'collectifsControles',
] as const;

const NOM_MAX = 31;
/** Un nom de feuille : ni plus de 31 signes, ni ceux qu'Excel refuse, ni deux fois le même. */
function nomFeuille(dossier: string, pris: Set<string>): string {
  const base =
    dossier
      .replace(/[[\]:*?/\\]/g, '-')
      .replace(/^'+|'+$/g, '')
      .slice(0, NOM_MAX) || 'Fiche';
  let nom = base;
  for (let n = 2; pris.has(nom.toLowerCase()); n++) {
    const fin = ` (${n})`;
    nom = base.slice(0, NOM_MAX - fin.length) + fin;
  }
  pris.add(nom.toLowerCase());
  return nom;
}

/** Un montant repris tel quel dit duquel : « Ps prévisionnelle » plutôt que deux fois le même nombre. */
const calculDit = (etape: Etape): string =>
  /^{[^{}]+}$/.test(etape.formule) ? formuleEnMots(etape) : formuleChiffree(etape);

function donnee(projet: Projet, cle: (typeof DONNEES)[number]): CellulePlan[][] {
  const valeur = projet[cle];
  if (valeur === null) return [];
  const { entete, type } = P[cle];
  const cellule =
    valeur instanceof Decimal
      ? euros(valeur)
      : typeof valeur === 'number'
        ? entier(valeur)
        : type === 'date'
          ? jour(valeur)
          : texte(valeur);
  return [[libelle(entete), cellule]];
}

const ligneMontant = (calcul: CalculProjet, cle: CleMontant): CellulePlan[] => {
  const montant = calcul.montants[cle].montant;
  const derniere = etapesDe(calcul.montants[cle]).at(-1);
  return [
    libelle(MONTANTS[cle].intitule),
    montant === null ? libelle('inconnu') : euros(montant),
    libelle(derniere ? calculDit(derniere) : manquesDe(calcul.montants[cle]).map(direManque).join(' ; ')),
    libelle(derniere?.source ?? ''),
  ];
};

const bloc = (titre: string, calcul: CalculProjet, cles: readonly CleMontant[]): CellulePlan[][] => [
  [],
  entetes([titre, 'Montant', 'Calcul', 'Source']),
  ...cles.map((cle) => ligneMontant(calcul, cle)),
];

function versements(calcul: CalculProjet, contexte: Contexte): CellulePlan[][] {
  const payes = versementsDates(calcul, contexte);
  return [
    [],
    entetes(['Versement', 'Montant', 'Référence', 'Date']),
    ...(payes.length > 0
      ? payes.map(({ versement: v }) => [
          libelle(`${v.nature ?? 'nature inconnue'} ${v.gestion ?? ''}`.trim()),
          v.montant === null ? libelle('illisible') : euros(v.montant),
          texte(v.reference),
          v.date === null ? libelle('sans date') : jour(v.date),
        ])
      : [[libelle('Aucun versement au journal.')]]),
  ];
}

function planUne(calcul: CalculProjet, examen: Examen, contexte: Contexte, pris: Set<string>): FeuillePlan {
  const { projet } = calcul;
  const dossier = projet.dossier ?? `ligne ${projet.ligne}`;
  return {
    nom: nomFeuille(dossier, pris),
    colonnes: [{ largeur: 32 }, { largeur: LARGEUR_MONTANT }, { largeur: 52 }, { largeur: 26 }],
    lignes: [
      ...hautDePage(`Fiche du dossier ${dossier}`, examen),
      ...IDENTITE.map((cle) => [libelle(P[cle].entete), texte(projet[cle] ?? '')]),
      ...DONNEES.flatMap((cle) => donnee(projet, cle)),
      ...bloc('Décision', calcul, DECISION),
      ...bloc('Droit', calcul, [
        ...(calcul.agree ? ACOMPTES : []),
        ...LIQUIDATION,
        ...CONTROLE.filter((cle) => calcul.montants[cle].montant !== null),
        ...DU,
      ]),
      ...versements(calcul, contexte),
      ...bloc('Ce qui reste', calcul, RESTE),
      [],
      [libelle('Vu et vérifié, le'), libelle(''), libelle('Signature')],
    ],
    impression: { paysage: false, unePage: true, pied: `Dossier ${dossier} — Clas` },
  };
}

/** Une feuille par dossier, dans l'ordre du classeur. */
export function planFiches(examen: Examen, calculs: readonly CalculProjet[] = examen.calculs): FeuillePlan[] {
  const contexte = creerContexte(examen.lecture, examen.au);
  const pris = new Set<string>();
  return calculs.map((calcul) => planUne(calcul, examen, contexte, pris));
}
