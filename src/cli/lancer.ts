/** D'une ligne de commande à un code de sortie : usage, exécution, rendu, refus en une phrase. */
import { ErreurClasseur } from '../dossier/formes/erreurs';
import { normaliser } from '../valeurs/texte';
import { aideCommande, aideGenerale, usage } from './aide';
import type { Commande } from './commande';
import { COMMANDES, EXEMPLES, type NomCommande } from './commandes';
import { creerEcran, creerProgression, type Ecran } from './ecran';
import { ErreurUsage } from './erreurs';
import { definitionDe, lireArguments, lireValeurs, type Arguments, type NomOption } from './options';
import { plusProche } from '../valeurs/suggestion';
import { typographier } from '../dossier/affichage/typographie';
import { inoffensif } from './texte';

export type Poste = Pick<NodeJS.Process, 'stdout' | 'stderr' | 'env'>;

declare const __VERSION__: string;

export async function lancer(argv: readonly string[], poste: Poste): Promise<0 | 1 | 2> {
  const progression = creerProgression(poste.stderr);
  const dire = (phrase: string): void => {
    progression.effacer();
    poste.stderr.write(`${inoffensif(typographier(phrase)).replaceAll('\n', ' ')}\n`);
  };
  try {
    const lus = lireArguments(argv);
    const { drapeaux } = lus;
    const ecran = creerEcran(poste.stdout, poste.env, {
      couleur: drapeaux.has('couleur'),
      sansCouleur: drapeaux.has('sans-couleur'),
    });
    const aide = information(lus, ecran);
    if (aide !== undefined) {
      poste.stdout.write(`${aide}\n`);
      return 0;
    }
    const nom = lireCommande(lus.mots[0]);
    verifierUsage(nom, COMMANDES[nom], lus);
    const commande: Commande = COMMANDES[nom];
    const valeurs = lireValeurs(lus.valeurs, commande.precisions);
    const issue = await commande.executer({
      fichiers: lus.mots.slice(1),
      valeurs,
      drapeaux,
      listes: lus.listes,
      au: valeurs.au ?? aujourdhui(),
      avancer: progression.avancer,
    });
    progression.effacer();
    const texte = drapeaux.has('json') ? JSON.stringify(issue.json(), null, 2) : issue.resume(ecran);
    poste.stdout.write(`${texte}\n`);
    if (issue.motif !== undefined) dire(issue.motif);
    return issue.code;
  } catch (erreur) {
    dire(phraseDe(erreur));
    return 2;
  }
}

function information({ mots, drapeaux }: Arguments, ecran: Ecran): string | undefined {
  if (drapeaux.has('version')) return `clas ${__VERSION__}`;
  const [premier, second] = mots;
  const demande = drapeaux.has('aide') ? premier : premier === 'aide' ? second : null;
  if (demande === null) return undefined;
  if (demande === undefined) return aideGenerale(COMMANDES, ecran);
  const nom = lireCommande(demande);
  return aideCommande(nom, COMMANDES[nom], EXEMPLES[nom], ecran);
}

function lireCommande(saisie: string | undefined): NomCommande {
  const noms = Object.keys(COMMANDES) as NomCommande[];
  if (saisie === undefined)
    throw new ErreurUsage(`Commande attendue : ${noms.join(', ')} ; clas --aide les présente.`);
  const nom = noms.find((n) => n === normaliser(saisie));
  if (nom !== undefined) return nom;
  const proche = plusProche(saisie, noms);
  throw new ErreurUsage(
    `Commande inconnue « ${saisie} » : ${proche ? `vouliez-vous dire clas ${proche} ?` : 'clas --aide les présente.'}`,
  );
}

const COMMUNES: readonly NomOption[] = ['json', 'couleur', 'sans-couleur', 'aide', 'version'];

function verifierUsage(nom: string, commande: Commande, { mots, valeurs, drapeaux }: Arguments): void {
  const { fichiers, obligatoires, facultatives } = commande;
  const permises: readonly NomOption[] = [...obligatoires, ...facultatives, ...COMMUNES];
  const donnees = [...Object.keys(valeurs), ...drapeaux] as NomOption[];
  const etrangere = donnees.find((option) => !permises.includes(option));
  if (etrangere !== undefined)
    throw new ErreurUsage(
      `L’option --${etrangere} n’est pas de cette commande : clas ${nom} --aide présente les siennes.`,
    );
  const nombre = mots.length - 1;
  const attendu = `Usage : ${usage(nom, commande)}`;
  if (fichiers === 'aucun' && nombre > 0)
    throw new ErreurUsage(`Argument en trop « ${mots[1] ?? ''} ». ${attendu}`);
  if (fichiers !== 'aucun' && nombre === 0) throw new ErreurUsage(`Fichier à lire manquant. ${attendu}`);
  if (fichiers === 'un' && nombre > 1)
    throw new ErreurUsage(`Un seul classeur à la fois, « ${mots[2] ?? ''} » est en trop. ${attendu}`);
  if (fichiers === 'deux' && nombre !== 2)
    throw new ErreurUsage(`Deux classeurs attendus, l’ancien puis le nouveau. ${attendu}`);
  const manquante = obligatoires.find((option) => valeurs[option] === undefined);
  if (manquante !== undefined)
    throw new ErreurUsage(
      `Option --${manquante} ${definitionDe(manquante, commande.precisions).valeur ?? ''} manquante. ${attendu}`,
    );
}

/** Le jour du poste, dans son fuseau, « AAAA-MM-JJ » (ainsi l'écrit le suédois) : le moteur, lui, n'a pas d'horloge. */
const aujourdhui = (): string => new Date().toLocaleDateString('sv');

function phraseDe(erreur: unknown): string {
  if (erreur instanceof ErreurUsage || erreur instanceof ErreurClasseur) return erreur.message;
  const raison = erreur instanceof Error ? erreur.message : String(erreur);
  return `Clas s’est arrêté sur un défaut qui lui est propre (${raison}) : le signaler avec le classeur en cause.`;
}
