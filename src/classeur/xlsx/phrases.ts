/**
 * Toutes les phrases de refus d'un fichier, en un seul endroit : elles arrivent telles quelles sous les yeux de l'agent.
 * Aucune ne cite le nom du fichier : la ligne de commande et le volet le mettent devant.
 */
import { ErreurClasseur } from '../../dossier/formes/erreurs';
import { OCTETS_MAX } from './limites';

const ENREGISTRER = 'l’ouvrir dans Excel et l’enregistrer au format « Classeur Excel (.xlsx) »';

export const PHRASES = {
  vide: 'Le fichier est vide : ce n’est pas un classeur Excel (.xlsx).',
  texte: `Le fichier est du texte (CSV ou page web) et non un classeur .xlsx : ${ENREGISTRER}.`,
  inconnu: 'Le fichier n’est pas un classeur Excel (.xlsx) : son contenu n’est pas reconnu.',
  ancien: `Le fichier est un ancien classeur .xls : ${ENREGISTRER}.`,
  motDePasse:
    'Le classeur est protégé par un mot de passe : l’ouvrir dans Excel, retirer le mot de passe et l’enregistrer.',
  ods: `Le fichier est un classeur LibreOffice (.ods) : l’ouvrir et l’enregistrer au format « Excel 2007-365 (.xlsx) ».`,
  binaire: `Le fichier est un classeur binaire (.xlsb) : ${ENREGISTRER}.`,
  word: 'Le fichier est un document Word et non un classeur Excel (.xlsx).',
  diaporama: 'Le fichier est un diaporama PowerPoint et non un classeur Excel (.xlsx).',
  archive: 'Le fichier est une archive .zip qui ne contient pas de classeur Excel (.xlsx).',
  tropGros: `Le classeur est trop gros pour être lu : ${OCTETS_MAX / 1024 / 1024} Mo au plus.`,
  tropDeParties: 'Le classeur est refusé : il contient un nombre anormal de fichiers internes.',
  tropEtendu: 'Le classeur est refusé : une fois décompressé, son contenu est démesuré.',
  tropDeCellules:
    'Le classeur est refusé : ses feuilles comptent un nombre anormal de cellules ; supprimer les lignes et colonnes inutiles.',
  chemin:
    'Le classeur est refusé : un de ses fichiers internes porte un nom interdit, qui sort de l’archive.',
  doublon: 'Le classeur est refusé : deux de ses fichiers internes portent le même nom.',
  chiffre: 'Le classeur est illisible : son contenu est chiffré.',
  entite: 'Le classeur est refusé : il contient une déclaration XML interdite (DOCTYPE ou entité).',
  tronque: 'Le classeur est illisible : le fichier est tronqué (copie ou téléchargement incomplet).',
  abime: 'Le classeur est illisible : son archive est endommagée.',
  controle:
    'Le classeur est illisible : son contenu ne correspond pas à sa somme de contrôle (fichier endommagé).',
  compression: 'Le classeur est illisible : il emploie une compression inconnue.',
  encodage: 'Le classeur est illisible : l’encodage de son contenu n’est pas reconnu.',
  xml: 'Le classeur est illisible : son contenu XML est mal formé.',
  feuilleAbsente: 'Le classeur est illisible : une de ses feuilles manque dans le fichier.',
  sansFeuille: 'Le classeur ne contient aucune feuille de calcul.',
  adresse: 'Le classeur est illisible : une cellule porte une adresse incohérente.',
  cellulesEnDouble: 'Le classeur est illisible : deux cellules d’une feuille portent la même adresse.',
  texteAbsent: 'Le classeur est illisible : une cellule renvoie à un texte absent du fichier.',
  structure:
    'Le classeur est refusé : une de ses parties n’a pas la structure attendue. L’ouvrir dans Excel et l’enregistrer de nouveau en .xlsx.',
  imprevu: 'Le classeur est illisible : sa structure n’est pas celle d’un classeur Excel (.xlsx).',
} as const;

/** `cause` : l'erreur inattendue d'où vient le refus, pour qui la cherche. */
export function refus(cle: keyof typeof PHRASES, cause?: unknown): ErreurClasseur {
  return new ErreurClasseur(PHRASES[cle], { cause });
}
