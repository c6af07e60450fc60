/** La fiche d'un dossier : une page à imprimer et à signer. Identité, décision, montants expliqués, versements, ce qui reste. */
import { MONTANTS, type CalculProjet, type CleMontant } from '../../calcul/montants';
import { COLONNES_PROJETS as P } from '../../colonnes/projets';
import { direManque } from '../../calcul/manque';
import { creerContexte, type Contexte } from '../../controle/contexte';
import type { Examen } from '../../examiner';
import type { CellulePlan, FeuillePlan } from '../../formes/plan';
import { formuleChiffree } from '../../../reglement/explication';
import { dateFrancaise } from '../../../valeurs/date';
import { entetes, euros, libelle, texte } from '../cellules';
import { hautDePage } from './mentions';
import { etapesDe, manquesDe, montantConnu } from './montantConnu';
import { versementsDates } from './versementsDates';

/** Les montants de la fiche, dans l'ordre de l'année. */
const DECISION = ['psPrevisionnelle', 'psRetenue', 'bonus'] as const;
const ANNEE = ['acompteMaxN', 'acompteMaxN1', 'psLiquidee', 'bonusDu', 'psDue', 'bonusDuFinal'] as const;
const RESTE = ['versePs', 'verseBonus', 'resteAPayer', 'resteARecouvrer'] as const;

const IDENTITE = ['gestionnaire', 'siret', 'action', 'commune', 'public', 'agrement'] as const;

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

const ligneMontant = (calcul: CalculProjet, cle: CleMontant): CellulePlan[] => {
  const montant = montantConnu(calcul, cle);
  const derniere = etapesDe(calcul, cle).at(-1);
  return [
    libelle(MONTANTS[cle].intitule),
    montant === null ? libelle('inconnu') : euros(montant),
    libelle(derniere ? formuleChiffree(derniere) : manquesDe(calcul, cle).map(direManque).join(' ; ')),
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
    entetes(['Versement', 'Montant', 'Date', 'Référence']),
    ...(payes.length > 0
      ? payes.map(({ versement: v }) => [
          libelle(`${v.nature ?? 'nature inconnue'} ${v.gestion ?? ''}`.trim()),
          v.montant === null ? libelle('illisible') : euros(v.montant),
          libelle(v.date === null ? 'sans date' : dateFrancaise(v.date)),
          texte(v.reference),
        ])
      : [[libelle('Aucun versement au journal.')]]),
  ];
}

function planUne(calcul: CalculProjet, examen: Examen, contexte: Contexte, pris: Set<string>): FeuillePlan {
  const { projet } = calcul;
  const dossier = projet.dossier ?? `ligne ${projet.ligne}`;
  return {
    nom: nomFeuille(dossier, pris),
    colonnes: [{ largeur: 30 }, { largeur: 16 }, { largeur: 52 }, { largeur: 26 }],
    lignes: [
      ...hautDePage(`Fiche du dossier ${dossier}`, examen),
      ...IDENTITE.map((cle) => [libelle(P[cle].entete), texte(projet[cle] ?? '')]),
      ...bloc('Décision', calcul, DECISION),
      ...bloc('Droit', calcul, ANNEE),
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
