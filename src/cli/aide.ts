/** L'aide, composée des définitions : elle ne peut pas oublier une option. */
import type { Commande } from './commande';
import { aGauche, dire } from './texte';
import { definitionDe, type NomOption, type Precisions } from './options';
import type { Ecran } from './ecran';

const ARGUMENTS = {
  aucun: '',
  un: ' classeur.xlsx',
  deux: ' ancien.xlsx nouveau.xlsx',
  plusieurs: ' fichier.xlsx…',
} as const;
const COMMUNES = ['json', 'couleur', 'sans-couleur', 'aide'] as const;

const ecrite = (nom: NomOption, precisions?: Precisions): string => {
  const { valeur } = definitionDe(nom, precisions);
  return valeur === null ? `--${nom}` : `--${nom} ${valeur}`;
};

/** « clas remontee classeur.xlsx --sortie FICHIER » */
export const usage = (nom: string, { fichiers, obligatoires, precisions }: Commande): string =>
  [`clas ${nom}${ARGUMENTS[fichiers]}`, ...obligatoires.map((option) => ecrite(option, precisions))].join(
    ' ',
  );

function liste(titre: string, entrees: readonly (readonly [string, string])[], ecran: Ecran): string {
  const colonne = Math.max(...entrees.map(([nom]) => nom.length)) + 4;
  const lignes = entrees.map(([nom, aide]) =>
    dire(aide, ecran, ' '.repeat(colonne), aGauche(`  ${nom}`, colonne)).trimEnd(),
  );
  return [ecran.teinter('gras', titre), ...lignes].join('\n');
}

const options = (noms: readonly NomOption[], precisions?: Precisions): (readonly [string, string])[] =>
  noms.map((nom) => [ecrite(nom, precisions), definitionDe(nom, precisions).aide] as const);

export function aideGenerale(commandes: Readonly<Record<string, Commande>>, ecran: Ecran): string {
  return [
    dire(
      'Clas : du classeur des contrats locaux d’accompagnement à la scolarité au fichier pour la Cnaf.',
      ecran,
    ),
    liste('Usage', [['clas <commande> [options]', '']], ecran),
    liste(
      'Commandes',
      Object.entries(commandes).map(([nom, { role }]) => [nom, role] as const),
      ecran,
    ),
    liste('Options de toutes les commandes', options([...COMMUNES, 'version']), ecran),
    liste(
      'Codes de sortie',
      [
        ['0', 'fait'],
        ['1', 'à corriger : rien d’officiel n’est écrit, ou des fichiers, des courriers sont laissés'],
        ['2', 'fichier inutilisable, ou commande mal écrite'],
        ['130', 'commande interrompue (Ctrl-C) : rien n’est écrit à moitié'],
      ],
      ecran,
    ),
    dire('« clas <commande> --aide » : le détail d’une commande et un exemple.', ecran),
  ].join('\n\n');
}

export function aideCommande(nom: string, commande: Commande, exemple: string, ecran: Ecran): string {
  const { role, obligatoires, facultatives, precisions } = commande;
  const blocs = [dire(`clas ${nom} : ${role}`, ecran), liste('Usage', [[usage(nom, commande), '']], ecran)];
  if (obligatoires.length > 0) blocs.push(liste('Obligatoire', options(obligatoires, precisions), ecran));
  blocs.push(liste('Options', options([...facultatives, ...COMMUNES], precisions), ecran));
  if (commande.complement) {
    const [titre, texte] = commande.complement();
    blocs.push(`${ecran.teinter('gras', titre)}\n${dire(texte, ecran, '  ')}`);
  }
  blocs.push(liste('Exemple', [[exemple, '']], ecran));
  return blocs.join('\n\n');
}
