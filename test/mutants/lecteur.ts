/** Le travailleur des mutants : lecture, examen, puis toutes les sorties, comme une commande ; réuni par esbuild. */
import { parentPort } from 'node:worker_threads';
import { ecrireXlsx, lireXlsx } from '../../src/classeur/xlsx';
import { phraseDe } from '../../src/dossier/anomalies/anomalie';
import { ErreurClasseur } from '../../src/dossier/formes/erreurs';
import { examiner } from '../../src/dossier/examiner';
import { planAnomalies } from '../../src/dossier/restitution/feuilles/planAnomalies';
import { planCalculs } from '../../src/dossier/restitution/feuilles/planCalculs';
import { creerCloture } from '../../src/dossier/restitution/arrete/arrete';
import { consolider } from '../../src/dossier/restitution/bilan/consolider';
import { jsonCalculer, jsonVerifier } from '../../src/dossier/restitution/json';
import { planEcritures } from '../../src/dossier/restitution/arrete/planEcritures';
import { planRemontee } from '../../src/dossier/restitution/remontee/planRemontee';
import { lireRemontee } from '../../src/dossier/restitution/remontee/relecture';
import { creerRemontee } from '../../src/dossier/restitution/remontee/remontee';

export type Issue = { readonly genre: 'lu' | 'bloque' | 'refuse' | 'defaut'; readonly texte: string };

async function traiter(octets: Uint8Array): Promise<Issue> {
  const examen = examiner(await lireXlsx(octets), { au: '2022-01-20' });
  JSON.stringify([jsonVerifier(examen), jsonCalculer(examen)]);
  const impossible = examen.anomalies.find(({ code }) => code === 'controle.impossible');
  if (impossible) return { genre: 'defaut', texte: phraseDe(impossible) };
  const proprietes = { titre: '', sujet: '', auteur: '' };
  await ecrireXlsx({ proprietes, feuilles: [planAnomalies(examen), planCalculs(examen)] });
  const phrases = examen.anomalies.map(phraseDe).join('\n');
  if (!examen.valide) return { genre: 'bloque', texte: phrases };
  await ecrireXlsx(planEcritures(creerCloture(examen)));
  const remontee = await ecrireXlsx(planRemontee(await creerRemontee(examen)));
  await consolider([{ fichier: 'x.xlsx', remontee: await lireRemontee(await lireXlsx(remontee)) }]);
  return { genre: 'lu', texte: phrases };
}

parentPort?.on('message', (octets: Uint8Array) => {
  const rendre = (issue: Issue): void => parentPort?.postMessage(issue);
  traiter(octets).then(rendre, (erreur: unknown) => {
    if (erreur instanceof ErreurClasseur) rendre({ genre: 'refuse', texte: erreur.message });
    else rendre({ genre: 'defaut', texte: erreur instanceof Error ? (erreur.stack ?? '') : String(erreur) });
  });
});
