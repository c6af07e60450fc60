/** `npm run bench` : toutes les mesures du moteur, ou celles nommées (`npm run bench -- chaine`). */
import { mesurerChaine } from './chaine';
import { mesurerConsolidation } from './consolidation';
import { mesurerFlottants } from './flottants';
import { ecrireSection } from './rapport';

const MESURES: Readonly<Record<string, readonly [titre: string, mesurer: () => Promise<string>]>> = {
  chaine: ['Du classeur aux fichiers', mesurerChaine],
  flottants: ['Le prix de l’exactitude', mesurerFlottants],
  consolidation: ['Le bilan national', mesurerConsolidation],
};

const choisies = process.argv.slice(2);
for (const [cle, [titre, mesurer]] of Object.entries(MESURES)) {
  if (choisies.length > 0 && !choisies.includes(cle)) continue;
  const texte = await mesurer();
  process.stdout.write(`${titre}\n${texte}\n\n`);
  ecrireSection(cle, titre, `npm run bench -- ${cle}`, texte);
}
