/** Entrée de la ligne de commande. */
import { enEcoutant } from './arret';
import { lancer } from './lancer';

// « clas verifier … | head » ferme la sortie avant la fin : ce n'est pas une panne
process.stdout.on('error', (erreur: NodeJS.ErrnoException) => {
  if (erreur.code !== 'EPIPE') throw erreur;
  process.exit();
});

process.exitCode = await enEcoutant(() => lancer(process.argv.slice(2), process));
