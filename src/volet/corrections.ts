/**
 * La correction que Clas sait proposer pour une anomalie de format : la valeur qu'il a lue, écrite proprement.
 * Ce qui demande un jugement (montant ambigu, Siret faux) et les formules ne se corrigent pas d'ici.
 */
import type { Correction } from '../classeur/excel/port';
import { lettres } from '../dossier/formes/adresses';
import type { Anomalie } from '../dossier/anomalies/anomalie';
import type { Colonnes, TypeColonne } from '../dossier/colonnes/colonne';
import { estIllisible } from '../valeurs/valeur';
import { dateDeTexte, dateFrancaise, serieDeDate } from '../valeurs/date';
import { normaliser, texteDe } from '../valeurs/texte';
import { lireDuree, lireNombre } from '../valeurs/nombre';
import type { Lecture } from '../dossier/lecture/lire';
import { NON, OUI } from '../dossier/colonnes/choix';
import { CODES_FORMAT } from '../dossier/formes/plan';
import { chiffresSiret, siretValide } from '../valeurs/siret';
import { enFrancais, euros } from '../reglement/explication';
import { auCentime } from '../valeurs/montant';

export interface Proposition {
  readonly correction: Correction;
  /** La nouvelle valeur, comme l'agent la verra. */
  readonly texte: string;
}

/** Jours entre les deux calendriers d'Excel. */
const ECART_1904 = 1462;

type Ecrit = { readonly apres: string | number; readonly texte: string; readonly format?: string };

const nombre = (type: TypeColonne | undefined, brut: string | number): Ecrit | null => {
  const lu = type === 'duree' ? lireDuree(brut) : lireNombre(brut);
  if (lu.etat === 'illisible' || lu.etat === 'ambigu') return null;
  if (type === 'montant') {
    const valeur = auCentime(lu.valeur);
    return { apres: valeur.toNumber(), texte: euros(valeur), format: CODES_FORMAT.montant };
  }
  const decimales = Math.min(lu.valeur.decimalPlaces(), 2);
  const format = type === 'entier' ? CODES_FORMAT.entier : CODES_FORMAT.general;
  return { apres: lu.valeur.toNumber(), texte: enFrancais(lu.valeur, decimales), format };
};

function siret(brut: string | number): Ecrit | null {
  const complet = chiffresSiret(String(brut)).replace(/^'/, '').padStart(14, '0');
  return siretValide(complet) ? { apres: complet, texte: complet, format: CODES_FORMAT.texte } : null;
}

function date(brut: string, dates1904: boolean): Ecrit | null {
  const iso = dateDeTexte(brut);
  if (!iso) return null;
  const serie = serieDeDate(iso) - (dates1904 ? ECART_1904 : 0);
  return { apres: serie, texte: dateFrancaise(iso), format: CODES_FORMAT.date };
}

function ouiNon(brut: string): Ecrit | null {
  const forme = normaliser(brut);
  if (OUI.some((o) => o === forme)) return { apres: 'oui', texte: 'oui' };
  if (NON.some((n) => n === forme)) return { apres: 'non', texte: 'non' };
  return null;
}

function ecrire({ code, valeur, champ }: Anomalie, colonnes: Colonnes, dates1904: boolean): Ecrit | null {
  if (valeur === null || estIllisible(valeur)) return null;
  const texte = texteDe(valeur) ?? '';
  if (code === 'cellule.oui-non-normalise') return ouiNon(texte);
  if (typeof valeur === 'boolean') return null;
  switch (code) {
    case 'siret.stocke-en-nombre':
      return siret(valeur);
    case 'cellule.montant-en-texte':
    case 'cellule.plus-de-deux-decimales':
      return nombre(colonnes[champ ?? '']?.type, valeur);
    case 'cellule.date-en-texte':
      return date(texte, dates1904);
    default:
      return null;
  }
}

/** `null` : rien à proposer. */
export function proposer(a: Anomalie, lecture: Lecture, dates1904: boolean): Proposition | null {
  const { feuille, ligne, colonne, valeur } = a;
  if (ligne === null || colonne === null) return null;
  const tables = [lecture.projets, lecture.collectifs, lecture.versements, lecture.bonusVerses];
  const table = tables.find((t) => t?.feuille.nom === feuille);
  if (!table || table.feuille.formules.has(`${lettres(colonne)}${ligne}`)) return null;
  const ecrit = ecrire(a, table.definitions, dates1904);
  if (ecrit === null) return null;
  const { apres, texte, format } = ecrit;
  return {
    correction: { feuille, ligne, colonne, avant: valeur, apres, ...(format !== undefined && { format }) },
    texte,
  };
}
