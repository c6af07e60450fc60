/**
 * La maison, en une table : chaque pièce, et celles qu'elle peut importer en plus d'elle-même. Le lint, les essais de la
 * maison et le dessin de docs/architecture.md la lisent ; changer une flèche se fait ici, et nulle part ailleurs.
 */
import { posix } from 'node:path';

const MOTEUR = ['src/valeurs', 'src/reglement', 'src/dossier'];
const ETAPES = [
  ...MOTEUR,
  'src/dossier/lecture',
  'src/dossier/controle',
  'src/dossier/calcul',
  'src/dossier/restitution',
];

/** @type {Readonly<Record<string, readonly string[]>>} */
const PIECES = {
  'src/valeurs': [],
  'src/reglement': ['src/valeurs'],
  'src/dossier/lecture': MOTEUR,
  'src/dossier/controle': [...MOTEUR, 'src/dossier/lecture'],
  'src/dossier/calcul': [...MOTEUR, 'src/dossier/lecture', 'src/dossier/controle'],
  'src/dossier/restitution': [...MOTEUR, 'src/dossier/lecture', 'src/dossier/controle', 'src/dossier/calcul'],
  // examiner.ts conduit le moteur d'un bout à l'autre ; les autres fichiers de la racine sont des formes partagées
  'src/dossier': [
    'src/valeurs',
    'src/reglement',
    'src/dossier/lecture',
    'src/dossier/controle',
    'src/dossier/calcul',
  ],
  'src/classeur': [...MOTEUR, 'src/dossier/lecture'],
  'src/classeur/xlsx': [...MOTEUR, 'src/dossier/lecture', 'src/classeur'],
  'src/classeur/excel': [...MOTEUR, 'src/dossier/lecture', 'src/classeur'],
  'src/classeur/docx': [...MOTEUR, 'src/dossier/restitution', 'src/classeur'],
  'src/fonctions': ['src/valeurs', 'src/reglement'],
  'src/volet': [
    ...ETAPES,
    'src/fonctions',
    'src/classeur',
    'src/classeur/excel',
    'src/classeur/xlsx',
    'src/classeur/docx',
  ],
  'src/complement': ['src/fonctions', 'src/volet'],
  'src/cli': [...ETAPES, 'src/classeur', 'src/classeur/xlsx', 'src/classeur/docx'],
  atelier: [
    ...MOTEUR,
    'src/dossier/lecture',
    'src/classeur',
    'src/classeur/xlsx',
    'src/complement',
    'src/fonctions',
  ],
};

/** Ce qui n'a qu'une place dans la maison : un motif de paquet, et les dossiers qui peuvent l'importer. */
export const PLACES = [
  { nom: 'la bibliothèque .xlsx', motif: /^hucre/, places: ['src/classeur/xlsx'] },
  { nom: 'la bibliothèque des courriers', motif: /^docxtemplater/, places: ['src/classeur/docx'] },
  {
    nom: 'l’archive que l’on retouche',
    motif: /^pizzip/,
    places: ['src/classeur/docx', 'src/classeur/xlsx'],
  },
  { nom: 'Univer', motif: /^@univerjs/, places: ['atelier'] },
  { nom: 'React et Fluent', motif: /^(react|@fluentui)/, places: ['src/volet', 'src/complement', 'atelier'] },
  { nom: 'decimal.js', motif: /^decimal\.js$/, places: ['src/valeurs/montant.ts'] },
  { nom: 'les modules de Node', motif: /^node:/, places: ['src/cli', 'atelier'] },
];

const dans = (chemin, dossier) => chemin === dossier || chemin.startsWith(`${dossier}/`);

/** La pièce d'un fichier : la plus précise. */
const pieceDe = (chemin) =>
  Object.keys(PIECES)
    .sort((a, b) => b.length - a.length)
    .find((piece) => dans(chemin, piece));

/** Pourquoi `de` ne peut pas importer `vers` (chemin relatif au fichier, ou paquet) ; rien quand il le peut. */
export function refusDe(de, vers) {
  const piece = pieceDe(de);
  if (piece === undefined) return undefined;
  if (!vers.startsWith('.')) {
    const place = PLACES.find(({ motif }) => motif.test(vers));
    return place && !place.places.some((p) => dans(de, p))
      ? `${place.nom} n’a qu’une place : ${place.places.join(', ')}`
      : undefined;
  }
  const cible = pieceDe(posix.join(posix.dirname(de), vers));
  if (cible === undefined) return `${piece} n’importe rien hors des pièces de la maison`;
  return cible === piece || PIECES[piece].includes(cible) ? undefined : `${piece} n’importe pas ${cible}`;
}

/** La règle de lint. */
export const regleCouches = {
  create(contexte) {
    const de = posix.relative(contexte.cwd.replaceAll('\\', '/'), contexte.filename.replaceAll('\\', '/'));
    const verifier = (noeud) => {
      const refus = typeof noeud.source?.value === 'string' && refusDe(de, noeud.source.value);
      if (refus) contexte.report({ node: noeud, message: refus });
    };
    return {
      ImportDeclaration: verifier,
      ExportNamedDeclaration: verifier,
      ExportAllDeclaration: verifier,
      ImportExpression: verifier,
    };
  },
};
