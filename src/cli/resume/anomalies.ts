/**
 * Les anomalies pour une personne : le compte d'abord, puis par cause, ou une à une par gravité et par feuille (`--tout`) ;
 * toujours avec leur dossier et son gestionnaire.
 */
import { grouperPar } from '../../valeurs/grouper';
import { adresseDe, lettres } from '../../dossier/formes/adresses';
import { phraseDe, type Anomalie } from '../../dossier/anomalies/anomalie';
import type { Gravite } from '../../dossier/anomalies/catalogue';
import type { Examen } from '../../dossier/examiner';
import { proprietaires, type Proprietaire } from '../../dossier/lecture/proprietaire';
import { parCause, phraseCommune, titreDe, valeurDe, type Cause } from '../../dossier/restitution/causes';
import type { Couleur, Ecran } from '../ecran';
import { typographier } from '../../dossier/affichage/typographie';
import { pluriel } from '../../dossier/affichage/pluriel';
import { abreger, dire, inoffensif } from '../texte';

const GRAVITES: Readonly<Record<Gravite, { titre: string; couleur: Couleur; suite: string }>> = {
  bloquante: {
    titre: 'Bloquantes',
    couleur: 'rouge',
    suite: 'rien d’officiel n’est produit avant correction',
  },
  alerte: { titre: 'Alertes', couleur: 'jaune', suite: 'à corriger, ou à justifier' },
  information: { titre: 'Informations', couleur: 'bleu', suite: 'pour lecture' },
};

/** « 2 bloquantes, 5 alertes, 1 information » */
export function compteEnMots({ compte }: Examen, ecran: Ecran): string {
  return (Object.keys(GRAVITES) as Gravite[])
    .map((g) => {
      const texte = pluriel(compte[g], g);
      return compte[g] > 0 ? ecran.teinter(GRAVITES[g].couleur, texte) : texte;
    })
    .join(', ');
}

/** Une anomalie de la feuille entière, ou du classeur. */
const SANS_CELLULE = '—';

/** La cellule dans sa feuille : « N7 », « ligne 7 », « colonne N ». */
function cellule({ ligne, colonne }: Anomalie): string {
  if (ligne === null) return colonne === null ? SANS_CELLULE : `col. ${lettres(colonne)}`;
  return colonne === null ? `ligne ${ligne}` : adresseDe(ligne, colonne);
}

const MARGE = 13;
const ADRESSES_MAX = 12;
/** Au-delà, plus personne ne lit : le reste de la feuille se compte, et se retrouve en JSON. */
const MONTREES_MAX = 500;

type AQui = (a: Anomalie) => Proprietaire | null;

/** « N6 CLAS-001, Association Les Lilas » */
function lieu(a: Anomalie, aQui: AQui): string {
  const { dossier, gestionnaire } = aQui(a) ?? {};
  const nom = gestionnaire === null || gestionnaire === undefined ? '' : `, ${gestionnaire}`;
  return dossier === undefined ? cellule(a) : `${cellule(a)} ${dossier}${nom}`;
}

/** Où la règle est écrite : « C-ACO-01 · Circ. 2021-006, § 3.4 ». */
const origine = ({ reference, source }: Anomalie): string => `${reference} · ${source}`;

const rang = ({ ligne, colonne }: Anomalie): number => (ligne ?? 0) * 100_000 + (colonne ?? 0);

const messageDe = (a: Anomalie): string =>
  a.justification === null ? phraseDe(a) : `${phraseDe(a)} Justifiée : ${a.justification}.`;

const citer = (lieux: readonly string[], max: number): string => {
  const reste = lieux.length - max;
  return `${lieux.slice(0, max).join(' ; ')}${reste > 0 ? ` et ${pluriel(reste, 'autre')}` : ''}`;
};

function feuille(nom: string, anomalies: readonly Anomalie[], ecran: Ecran, aQui: AQui): string {
  const marge = ' '.repeat(MARGE);
  // dans l'ordre où l'agent parcourt sa feuille
  const ordonnees = [...anomalies].sort((x, y) => rang(x) - rang(y));
  // une même phrase à plusieurs endroits ne se lit qu'une fois
  const montrees = grouperPar(ordonnees.slice(0, MONTREES_MAX), messageDe);
  const lignes = [...montrees].map(([message, siennes]) => {
    const [premiere] = siennes;
    const [sien = '', ...autres] = siennes.map((a) => lieu(a, aQui));
    const dossier = sien === cellule(premiere) ? '' : ` (${sien.slice(cellule(premiere).length + 1)})`;
    const suite = autres.length > 0 ? ` Aussi : ${citer(autres, ADRESSES_MAX - 1)}.` : '';
    return dire(
      `${message}${dossier}${suite} ${origine(premiere)}`,
      ecran,
      marge,
      abreger(`    ${cellule(premiere)}`, MARGE - 1).padEnd(MARGE),
    );
  });
  const tues = ordonnees.length - MONTREES_MAX;
  const suite = tues > 0 ? [`${marge}… et ${pluriel(tues, 'autre')} dans cette feuille.`] : [];
  return [`  ${ecran.teinter('gras', inoffensif(nom))}`, ...lignes, ...suite].join('\n');
}

function parGravite(gravite: Gravite, { anomalies, lecture }: Examen, ecran: Ecran): string[] {
  const siennes = anomalies.filter((a) => a.gravite === gravite);
  if (siennes.length === 0) return [];
  const aQui = proprietaires(lecture);
  const noms = new Set([...lecture.feuilles, ...siennes.map((a) => a.feuille)]);
  const feuilles = [...noms].flatMap((nom) => {
    const ici = siennes.filter((a) => a.feuille === nom);
    return ici.length > 0 ? [feuille(nom, ici, ecran, aQui)] : [];
  });
  return [[titre(gravite, ecran), ...feuilles].join('\n')];
}

const titre = (gravite: Gravite, ecran: Ecran): string =>
  typographier(
    `${ecran.teinter(GRAVITES[gravite].couleur, GRAVITES[gravite].titre)} : ${GRAVITES[gravite].suite}`,
  );

/** Cellules citées d'une cause. */
const CELLULES_MAX = 3;

/** « 92 × Nombre illisible — Bonus parents », ce qu'il faut faire, les premières cellules et à qui elles sont. */
function bloc(cause: Cause, { lecture }: Examen, ecran: Ecran, aQui: AQui): string {
  const { anomalies } = cause;
  const marge = ' '.repeat(MARGE);
  const phrase = phraseCommune(cause);
  const valeur = phrase === null ? valeurDe(cause) : null;
  const justifiees = anomalies.filter(({ justification }) => justification !== null).length;
  const nom = `${titreDe(cause, lecture)}${valeur === null ? '' : ` « ${valeur} »`} (${anomalies[0].feuille})`;
  const tete = dire(nom, ecran, marge, `${String(anomalies.length).padStart(MARGE - 4)} ×  `);
  const dite = (texte: string): string => dire(texte, ecran, marge);
  const lieux = [...new Set(anomalies.map((a) => lieu(a, aQui)))].filter((l) => l !== SANS_CELLULE);
  return [
    ecran.teinter('gras', tete),
    dite(phrase ?? phraseDe(anomalies[0])),
    ...(lieux.length > 0 ? [dite(`${citer(lieux, CELLULES_MAX)}.`)] : []),
    dite(origine(anomalies[0])),
    ...(justifiees > 0 ? [dite(`${pluriel(justifiees, 'justifiée')} sur ${anomalies.length}.`)] : []),
  ].join('\n');
}

function parCauses(gravite: Gravite, examen: Examen, ecran: Ecran): string[] {
  const aQui = proprietaires(examen.lecture);
  const siennes = parCause(examen.anomalies.filter((a) => a.gravite === gravite));
  if (siennes.length === 0) return [];
  return [[titre(gravite, ecran), ...siennes.map((cause) => bloc(cause, examen, ecran, aQui))].join('\n')];
}

function direVerdict({ valide, calculs }: Examen, ecran: Ecran): string {
  if (!valide) return ecran.teinter('rouge', 'Classeur à corriger.');
  return calculs.length > 0
    ? ecran.teinter('vert', 'Classeur valide.')
    : typographier('Classeur à remplir : il n’a pas de projet.');
}

/** `tout` : chaque anomalie, au lieu de ses causes. */
export function resumeAnomalies(examen: Examen, ecran: Ecran, tout: boolean): string {
  const blocs = (Object.keys(GRAVITES) as Gravite[]).flatMap((g) =>
    (tout ? parGravite : parCauses)(g, examen, ecran),
  );
  const verdict = direVerdict(examen, ecran);
  const justifiees =
    examen.justifiees > 0
      ? `, dont ${pluriel(examen.justifiees, 'alerte justifiée', 'alertes justifiées')}`
      : '';
  const compte =
    examen.anomalies.length > 0 ? `${compteEnMots(examen, ecran)}${justifiees}.` : 'Aucune anomalie.';
  return [`${verdict} ${compte}`, ...blocs].join('\n\n');
}

/** Les seules bloquantes, pour une commande qu'elles arrêtent. */
export function resumeBloquantes(examen: Examen, ecran: Ecran): string {
  return [
    `${ecran.teinter('rouge', 'Rien n’a été écrit.')} ${compteEnMots(examen, ecran)}.`,
    ...parGravite('bloquante', examen, ecran),
  ].join('\n\n');
}
