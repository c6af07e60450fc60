/** Le bilan national : 25, 50 puis 101 fichiers ; le temps doit suivre leur nombre. */
import { ecrireXlsx, lireXlsx } from '../src/classeur/xlsx';
import { CAFS } from '../src/dossier/cafs';
import { examiner } from '../src/dossier/examiner';
import { consolider, type Entree } from '../src/dossier/restitution/bilan/consolider';
import { lireRemontee } from '../src/dossier/restitution/remontee/relecture';
import { planBilan } from '../src/dossier/restitution/bilan/planBilan';
import { creerRemontee } from '../src/dossier/restitution/remontee/remontee';
import { planRemontee } from '../src/dossier/restitution/remontee/planRemontee';
import { octetsExemple } from '../scripts/exemples/fichier';
import { propre } from '../scripts/exemples/propre';
import { alterner } from './chronometre';
import { fois, ms, tableau } from '../outils/rapport';
import type { Mesure } from './synthese';

const TOURS = 5;
const PROJETS = 60;
/** De 25 à 101 fichiers, un fichier ne coûte pas plus que ce facteur : linéaire. */
const DERIVE = 1.2;

async function fichierDe(code: string, nom: string): Promise<Uint8Array> {
  const octets = await octetsExemple(propre({ nombre: PROJETS }, [code, nom]));
  const examen = examiner(await lireXlsx(octets), { au: '2022-01-20' });
  return ecrireXlsx(planRemontee(await creerRemontee(examen)));
}

export async function mesurerConsolidation(): Promise<Mesure> {
  const fichiers: Uint8Array[] = [];
  for (const { code, nom } of CAFS) fichiers.push(await fichierDe(code, nom));
  const reunir = async (n: number): Promise<void> => {
    const entrees: Entree[] = [];
    for (const [i, octets] of fichiers.slice(0, n).entries())
      entrees.push({ fichier: `${i}.xlsx`, remontee: await lireRemontee(await lireXlsx(octets)) });
    const bilan = await consolider(entrees);
    if (bilan.acceptes.length !== n) throw new Error(`${bilan.refuses.length} fichiers refusés.`);
    await ecrireXlsx(planBilan(bilan));
  };
  const t = await alterner(
    { '25': () => reunir(25), '50': () => reunir(50), '101': () => reunir(101) },
    TOURS,
  );
  const derive = t['101'] / 101 / (t['25'] / 25);
  const texte = [
    `Les fichiers de n Caf (campagnes de ${PROJETS} projets) : les relire, vérifier empreintes et totaux, écrire le bilan. Médianes de ${TOURS} tours alternés.`,
    tableau(
      ['Fichiers', 'Durée', 'Par fichier'],
      (['25', '50', '101'] as const).map((n) => [n, ms(t[n]), ms(t[n] / Number(n), 1)]),
    ),
  ].join('\n\n');
  return {
    texte,
    synthese: [
      { mesure: 'Les fichiers de 101 Caf relus et réunis', clas: ms(t['101']) },
      {
        mesure: 'Coût d’un fichier parmi 101, comparé à un parmi 25',
        clas: fois(derive),
        objectif: `≤ ${fois(DERIVE)} (linéaire)`,
        tenu: derive <= DERIVE,
      },
    ],
  };
}
