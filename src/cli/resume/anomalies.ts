/** Les anomalies pour une personne : le compte d'abord, puis par gravité et par feuille. */
import { lettres } from '../../dossier/formes/adresses';
import { phraseDe, type Anomalie } from '../../dossier/anomalies/anomalie';
import type { Gravite } from '../../dossier/anomalies/catalogue';
import type { Examen } from '../../dossier/examiner';
import type { Couleur, Ecran } from '../ecran';
import { typographier } from '../../dossier/affichage/typographie';
import { abreger, inoffensif, paragraphe, pluriel } from '../texte';

const GRAVITES: Readonly<Record<Gravite, { titre: string; couleur: Couleur; suite: string }>> = {
  bloquante: {
    titre: 'Bloquantes',
    couleur: 'rouge',
    suite: 'rien d’officiel n’est produit avant correction',
  },
  alerte: { titre: 'Alertes', couleur: 'jaune', suite: 'à corriger, ou à justifier' },
  information: { titre: 'Informations', couleur: 'bleu', suite: 'pour lecture' },
};

const NOMS: Readonly<Record<Gravite, readonly [string, string]>> = {
  bloquante: ['bloquante', 'bloquantes'],
  alerte: ['alerte', 'alertes'],
  information: ['information', 'informations'],
};

/** « 2 bloquantes, 5 alertes, 1 information » */
export function compteEnMots({ compte }: Examen, ecran: Ecran): string {
  return (Object.keys(GRAVITES) as Gravite[])
    .map((g) => {
      const texte = pluriel(compte[g], ...NOMS[g]);
      return compte[g] > 0 ? ecran.teinter(GRAVITES[g].couleur, texte) : texte;
    })
    .join(', ');
}

/** La cellule dans sa feuille : « N7 », « ligne 7 », « colonne N ». */
function cellule({ ligne, colonne }: Anomalie): string {
  if (ligne === null) return colonne === null ? '—' : `col. ${lettres(colonne)}`;
  return colonne === null ? `ligne ${ligne}` : `${lettres(colonne)}${ligne}`;
}

const MARGE = 13;
const ADRESSES_MAX = 12;

/** Dans l'ordre où l'agent parcourt sa feuille ; une même phrase à plusieurs endroits ne se lit qu'une fois. */
function parMessage(anomalies: readonly Anomalie[]): [string, string[]][] {
  const groupes = new Map<string, string[]>();
  const rang = ({ ligne, colonne }: Anomalie): number => (ligne ?? 0) * 100_000 + (colonne ?? 0);
  for (const a of [...anomalies].sort((x, y) => rang(x) - rang(y))) {
    const message = phraseDe(a);
    const cellules = groupes.get(message);
    if (cellules) cellules.push(cellule(a));
    else groupes.set(message, [cellule(a)]);
  }
  return [...groupes];
}

function feuille(nom: string, anomalies: readonly Anomalie[], ecran: Ecran): string {
  const marge = ' '.repeat(MARGE);
  const lignes = parMessage(anomalies).map(([message, [premiere = '', ...autres]]) => {
    const montrees = autres.slice(0, ADRESSES_MAX - 1).join(', ');
    const reste =
      autres.length >= ADRESSES_MAX ? ` et ${pluriel(autres.length - ADRESSES_MAX + 1, 'autre')}` : '';
    const suite = autres.length > 0 ? ` (aussi ${montrees}${reste})` : '';
    const texte = typographier(inoffensif(message + suite));
    return paragraphe(texte, ecran.largeur, marge, abreger(`    ${premiere}`, MARGE - 1).padEnd(MARGE));
  });
  return [`  ${ecran.teinter('gras', inoffensif(nom))}`, ...lignes].join('\n');
}

function parGravite(gravite: Gravite, { anomalies, lecture }: Examen, ecran: Ecran): string[] {
  const siennes = anomalies.filter((a) => a.gravite === gravite);
  if (siennes.length === 0) return [];
  const { titre, couleur, suite } = GRAVITES[gravite];
  const noms = new Set([...lecture.feuilles, ...siennes.map((a) => a.feuille)]);
  const feuilles = [...noms].flatMap((nom) => {
    const ici = siennes.filter((a) => a.feuille === nom);
    return ici.length > 0 ? [feuille(nom, ici, ecran)] : [];
  });
  return [[typographier(`${ecran.teinter(couleur, titre)} : ${suite}`), ...feuilles].join('\n')];
}

export function resumeAnomalies(examen: Examen, ecran: Ecran): string {
  const blocs = (Object.keys(GRAVITES) as Gravite[]).flatMap((g) => parGravite(g, examen, ecran));
  const verdict = examen.valide
    ? ecran.teinter('vert', 'Classeur valide.')
    : ecran.teinter('rouge', 'Classeur à corriger.');
  const compte = examen.anomalies.length > 0 ? `${compteEnMots(examen, ecran)}.` : 'Aucune anomalie.';
  return [`${verdict} ${compte}`, ...blocs].join('\n\n');
}

/** Les seules bloquantes, pour une commande qu'elles arrêtent. */
export function resumeBloquantes(examen: Examen, ecran: Ecran): string {
  return [
    `${ecran.teinter('rouge', 'Rien n’a été écrit.')} ${compteEnMots(examen, ecran)}.`,
    ...parGravite('bloquante', examen, ecran),
  ].join('\n\n');
}
