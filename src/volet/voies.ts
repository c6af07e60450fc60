/** Les voies pour garder un fichier que Clas vient de faire : toutes celles de l'Excel de l'agent, la plus sûre d'abord. */
import type { CapacitesExcel } from '../classeur/excel/port';
import type { Fichier } from './etat';

type Plateforme = CapacitesExcel['plateforme'];
export type Voie = 'telecharger' | 'ouvrir' | 'copier';

/**
 * Sur Mac, un lien de téléchargement ne fait rien, sans le dire, et le classeur ouvert passe derrière ; sur le web, Excel
 * demande son accord, puis garde le classeur ouvert dans OneDrive.
 */
const VOIES: Readonly<Record<Plateforme, readonly Voie[]>> = {
  windows: ['telecharger', 'ouvrir', 'copier'],
  mac: ['ouvrir', 'copier', 'telecharger'],
  web: ['telecharger', 'copier', 'ouvrir'],
};

const AUTRE_VOIE = 'Si rien ne s’enregistre, prendre une autre voie.';
const AIDES: Readonly<Record<Plateforme, Partial<Record<Voie, string>>>> = {
  windows: { telecharger: AUTRE_VOIE, ouvrir: 'L’enregistrer sous le nom ci-dessus.' },
  mac: {
    ouvrir: 'Il s’ouvre derrière cette fenêtre : menu Fenêtre, puis l’enregistrer sous le nom ci-dessus.',
    telecharger: 'Sur Mac, ce lien peut ne rien faire, sans le dire.',
  },
  web: {
    telecharger: AUTRE_VOIE,
    ouvrir:
      'Excel demande votre accord, puis garde le classeur dans votre OneDrive, sous un nom à lui : l’y renommer.',
  },
};

/** Ce que ce fichier permet : Excel n'ouvre qu'un classeur, et seul un tableau se copie. */
const PERMISES: Readonly<Record<Voie, (fichier: Fichier) => boolean>> = {
  telecharger: () => true,
  ouvrir: ({ nom }) => nom.endsWith('.xlsx'),
  copier: ({ texte }) => texte !== undefined,
};

export const voiesDe = (
  plateforme: Plateforme,
  fichier: Fichier,
): readonly { readonly voie: Voie; readonly aide: string | undefined }[] =>
  VOIES[plateforme]
    .filter((voie) => PERMISES[voie](fichier))
    .map((voie) => ({ voie, aide: AIDES[plateforme][voie] }));

const OUVERT: Readonly<Record<Plateforme, (nom: string) => string>> = {
  windows: (nom) => `Un nouveau classeur est ouvert : l’enregistrer sous le nom ${nom}.`,
  mac: (nom) =>
    `Un nouveau classeur est ouvert derrière cette fenêtre (menu Fenêtre) : l’enregistrer sous le nom ${nom}.`,
  web: (nom) =>
    `Un nouveau classeur est ouvert dans un autre onglet, et gardé dans votre OneDrive : le renommer ${nom}.`,
};

/** Ce qu'il reste à faire une fois le classeur ouvert. */
export const direOuvert = (plateforme: Plateforme, nom: string): string => OUVERT[plateforme](nom);
