/** Chaque commande écrite dans un document, et qui la passe : une commande que personne ne passe a déjà vieilli. */

/** Passées par l'intégration continue, telles quelles. */
const PAR_LA_CI = ['npm ci', 'npm test', 'npm run lint', 'npm run types', 'npm run docs'];

/** Passées par etranger.test.ts dans une copie du dépôt, dans cet ordre. */
export const PAR_L_ETRANGER = [
  'CLAS_ADRESSE=https://clas.votre-caf.fr/ npm run build',
  'npm run docs',
  'npm run exemples',
  'npm run bench -- flottants',
  'npm start',
  'npm start -- mon-classeur.xlsx',
  'npm start -- chemin/vers/classeur.xlsx',
  'npm start -- --sans-navigateur',
] as const;

/** Que l'on lance à la main, et pourquoi. */
const A_LA_MAIN: Readonly<Record<string, string>> = {
  'npm run bench': 'des minutes ; sa mesure la plus courte passe, les autres partagent son programme',
  'npm run mutation': 'une demi-heure, et bien plus que ce que supporte une intégration continue',
  'npm run changements':
    'des minutes par changement ; test/changements les fait ensemble, compile et regarde',
  'npm run excel': 'demande Excel, sous Windows ou macOS',
  'npm run excel -- --retirer': 'comme npm run excel',
  'npm run excel -- --recette': 'comme npm run excel',
  'npm run excel -- --recette --retirer': 'comme npm run excel',
  'npm run paquet': 'paquet.test.ts la passe, sa sortie à part',
  'npx jest test/recette': 'une partie de npm test',
  'npx jest test/xlsx/juges': 'une partie de npm test',
  'npm run dev': 'demande un certificat que le poste accepte',
  'node scripts/machine-neuve.mjs':
    'installe et passe tous les essais dans un clone ; l’intégration continue les passe sous le même PATH',
  'npm run format': 'réécrit les sources ; npm run lint vérifie ce qu’elle ferait',
  'npm run guide': 'des images à relire à l’œil ; la page et le navigateur ont leurs essais',
  'npm run animation': 'comme npm run guide ; les étapes de la visite ont leur essai',
  'node scripts/lancer.mjs scripts/mesurer-atelier.ts':
    'des durées ; la page et le navigateur ont leurs essais',
  'npx office-addin-manifest validate dist/manifest.xml': 'envoie le manifeste à un service de Microsoft',
  'frictionless validate CLAS_BONUS_2021-2022_CAF45.xlsx --sheet Données --schema schemas/remontee.schema.json':
    'demande Python ; le même schéma juge les mêmes lignes dans test/cli/schema.test.ts',
};

/** Une seule mesure, un seul groupe de mutations, un seul changement : à la main comme le tout. */
const PARTIE = /(?<=^npm run (?:bench|mutation|changements)) -- \S+$/;

/** Une ligne de commande, débarrassée de son commentaire ; « a && b » en fait deux. */
const decouper = (ligne: string): string[] =>
  ligne
    .replace(/\s+#.*$/, '')
    .split('&&')
    .map((commande) => commande.trim())
    .filter((commande) => commande !== '');

/** Les commandes d'une page : celles de ses blocs « sh », et celles citées dans une phrase. */
export function commandesDe(page: string): string[] {
  const blocs = [...page.matchAll(/^```(?:sh|bash|shell|console)\n(.*?)^```/gms)].map((m) => m[1] ?? '');
  const citees = [...page.replace(/^```.*?^```/gms, '').matchAll(/`((?:npm|npx|node) [^`]+)`/g)];
  return [...blocs.flatMap((bloc) => bloc.split('\n')), ...citees.map((m) => m[1] ?? '')].flatMap(decouper);
}

/** Les commandes du README ont leur essai, qui les passe toutes. */
const estClas = (commande: string): boolean => commande.startsWith('npx clas ');

export function orphelines(commandes: readonly string[], ci: string, readme: readonly string[]): string[] {
  const lignesCi = ci.split('\n').flatMap(decouper);
  return commandes.filter(
    (commande) =>
      !(estClas(commande) && readme.includes(commande)) &&
      !(
        PAR_LA_CI.includes(commande) &&
        lignesCi.some((l) => l === commande || l.startsWith(`${commande} --no-`))
      ) &&
      !(PAR_L_ETRANGER as readonly string[]).includes(commande) &&
      A_LA_MAIN[commande.replace(PARTIE, '')] === undefined,
  );
}

/** Ce qu'une liste nomme encore et que plus rien ne cite. */
export const perimees = (commandes: readonly string[]): string[] =>
  [...PAR_L_ETRANGER, ...Object.keys(A_LA_MAIN)].filter((commande) => !commandes.includes(commande));
