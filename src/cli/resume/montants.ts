/** Les montants pour une personne : un tableau par projet, aussi large que l'écran, puis tous les totaux. */
import { CLES_MONTANTS, MONTANTS, type CalculProjet, type CleMontant } from '../../dossier/calcul/montants';
import type { Examen } from '../../dossier/examiner';
import { enFrancais } from '../../reglement/explication';
import type { Decimal } from '../../valeurs/montant';
import type { Ecran } from '../ecran';
import { typographier } from '../../dossier/affichage/typographie';
import { pluriel } from '../../dossier/affichage/pluriel';
import { abreger, aDroite, aGauche, dire, inoffensif, paragraphe } from '../texte';
import { compteEnMots } from './anomalies';
import { ligneMontant } from './lignes';

/** Par ordre d'utilité : un écran étroit montre les premières colonnes. */
const COLONNES: readonly (readonly [CleMontant, string])[] = [
  ['psPrevisionnelle', 'Ps prév.'],
  ['psReelle', 'Ps réelle'],
  ['bonus', 'Bonus'],
  ['aPayer', 'À payer'],
  ['indu', 'Indu'],
  ['chargeAPayer', 'Ch. à payer'],
  ['engagement', 'Engagement'],
  ['soldePs', 'Solde Ps'],
];
const LARGEUR_MIN = 11;
const DOSSIER_MAX = 20;

const ecrire = (montant: Decimal | null): string => (montant === null ? '—' : enFrancais(montant, 2));

export function resumeMontants(examen: Examen, ecran: Ecran): string {
  const { calculs, totaux } = examen;
  const agrees = calculs.filter((c) => c.agree).length;
  const lignesTotaux = CLES_MONTANTS.map((cle) => ligneMontant(MONTANTS[cle].intitule, totaux[cle].montant));
  return [
    ...(calculs.length > 0 ? [tableau(examen, ecran)] : []),
    [
      ecran.teinter('gras', typographier(`Totaux : ${pluriel(agrees, 'projet agréé', 'projets agréés')}`)),
      ...lignesTotaux,
    ].join('\n'),
    paragraphe(typographier(`Anomalies : ${compteEnMots(examen, ecran)}.`), ecran.largeur),
  ].join('\n\n');
}

function tableau({ calculs, totaux }: Examen, ecran: Ecran): string {
  const noms = calculs.map(({ projet }) => inoffensif(projet.dossier ?? `(ligne ${projet.ligne})`));
  const premiere = Math.min(DOSSIER_MAX, Math.max(7, ...noms.map((n) => [...n].length)));
  const toutes = COLONNES.map(([cle, titre]) => ({
    cle,
    titre,
    largeur: Math.max(LARGEUR_MIN, titre.length, ecrire(totaux[cle].montant).length) + 1,
  }));
  let reste = ecran.largeur - premiere - 2;
  const colonnes = toutes.filter(({ largeur }) => (reste -= largeur) >= 0);
  const rang = (nom: string, cellule: (cle: CleMontant, titre: string) => string): string =>
    `  ${aGauche(abreger(nom, premiere), premiere)}${colonnes.map(({ cle, titre, largeur }) => aDroite(cellule(cle, titre), largeur)).join('')}`;
  const ligne = ({ montants, agree }: CalculProjet, i: number): string => {
    const texte = rang(noms[i] ?? '', (cle) => ecrire(montants[cle].montant));
    return agree ? texte : ecran.teinter('pale', texte);
  };
  const ecartes = noms.filter((_, i) => calculs[i]?.ecarte);
  const notes = [
    ...(calculs.some((c) => !c.agree && !c.ecarte)
      ? ['Sans agrément, la Ps montrée est théorique et n’entre pas dans les totaux.']
      : []),
    ...(ecartes.length > 0 ? [`Mis à l’écart, hors de tous les totaux : ${ecartes.join(', ')}.`] : []),
  ];
  return [
    ecran.teinter(
      'gras',
      rang('Dossier', (_, titre) => titre),
    ),
    ...calculs.map(ligne),
    ecran.teinter(
      'gras',
      rang('Total', (cle) => ecrire(totaux[cle].montant)),
    ),
    ...notes.map((note) => dire(note, ecran, '  ')),
  ].join('\n');
}
