/** `npm run bench` : toutes les mesures, ou celles nommées (`npm run bench -- chaine`). */
import { mesurerAllersRetours } from './allersRetours';
import { mesurerAttaques } from './attaques';
import { mesurerChaine } from './chaine';
import { mesurerComplement } from './complement';
import { mesurerConsolidation } from './consolidation';
import { mesurerCroissance } from './croissance';
import { mesurerDependances } from './dependances';
import { mesurerDossier } from './dossier';
import { mesurerFlottants } from './flottants';
import { mesurerHeure } from './heure';
import { mesurerInstallation } from './installation';
import { mesurerPairs } from './pairs';
import { mesurerScripts } from './scripts';
import { mesurerSorties } from './sorties';
import { mesurerVolet } from './volet';
import { ecrireSection, lireSection } from '../outils/rapport';
import { ecrireSynthese, type Mesure } from './synthese';

const MESURES: Readonly<Record<string, readonly [titre: string, mesurer: () => Mesure | Promise<Mesure>]>> = {
  chaine: ['Du classeur aux fichiers', mesurerChaine],
  sorties: ['Ce que la Caf remet à d’autres', mesurerSorties],
  croissance: ['De cent à trente mille projets', mesurerCroissance],
  attaques: ['Les classeurs hostiles', mesurerAttaques],
  scripts: ['Ce qu’un script ferait', mesurerScripts],
  pairs: ['Les mêmes calculs, ailleurs', mesurerPairs],
  flottants: ['Le prix de l’exactitude', mesurerFlottants],
  consolidation: ['Le bilan national', mesurerConsolidation],
  complement: ['Le complément, à côté du modèle officiel', mesurerComplement],
  volet: ['Le volet sous la main', mesurerVolet],
  heure: ['Une heure de saisie', mesurerHeure],
  'allers-retours': ['Les échanges avec Excel', mesurerAllersRetours],
  dossier: ['Une formule pour tout un tableau', mesurerDossier],
  dependances: ['Ce que pèse l’installation', mesurerDependances],
  installation: ['Installer', mesurerInstallation],
};
/** Longues : seulement si on les nomme. */
const A_LA_DEMANDE = ['installation', 'heure'];

const titres = Object.values(MESURES).map(([titre]) => titre);
const choisies = process.argv.slice(2);
const inconnues = choisies.filter((cle) => !(cle in MESURES));
if (inconnues.length > 0)
  throw new Error(
    `Mesure inconnue : ${inconnues.join(', ')}. Au choix : ${Object.keys(MESURES).join(', ')}.`,
  );
for (const [cle, [titre, mesurer]] of Object.entries(MESURES)) {
  if (choisies.length > 0 ? !choisies.includes(cle) : A_LA_DEMANDE.includes(cle)) continue;
  const debut = performance.now();
  try {
    const { texte, synthese } = await mesurer();
    process.stdout.write(`${titre} (${Math.round((performance.now() - debut) / 1000)} s)\n${texte}\n\n`);
    ecrireSection(cle, titre, `npm run bench -- ${cle}`, texte);
    ecrireSynthese(titres, titre, synthese);
  } catch (erreur) {
    // une mesure en panne n'emporte pas les autres ; sa section garde ce qu'elle disait
    console.error(`${titre} : mesure impossible.`, erreur);
    process.exitCode = 1;
  }
}
process.stdout.write(`${lireSection('synthese').trim()}\n`);
