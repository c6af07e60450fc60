/**
 * Une heure de saisie sur 3 000 projets, au rythme que l'hôte permet : la mémoire du volet reste plate, et ce qu'il montre à
 * la fin est ce que montre un volet rouvert sur le même classeur.
 */
import type { Page } from 'playwright-core';
import { propre } from '../scripts/exemples/propre';
import { lettres } from '../src/dossier/formes/adresses';
import { ONGLETS } from '../src/volet/etat';
import { lancerChromium } from '../outils/chromium';
import { complementConstruit } from '../outils/construction';
import type { FeuilleTest } from '../outils/excel';
import type { FeuilleMesuree } from './hotePage';
import { tirage } from '../outils/tirage';
import { fois, ms, tableau } from '../outils/rapport';
import { mediane } from './chronometre';
import { feuillesPourExcel } from './classeurs';
import { servirDossiers } from './pages';
import { ouvrirVolet } from './volet';
import type { Mesure } from './synthese';

const PROJETS = 3_000;
/** Une saisie toutes les cinq secondes pendant une heure. */
const SAISIES = 720;
const RELEVES = 6;
/** Le contrôle attend que l'agent s'arrête ; au-delà, rien ne bouge plus. */
const ARRET_MS = 3_000;
/** Un gros classeur se recontrôle moins souvent : ce délai passé, il ne le sera plus. */
const CONTROLE_MAX_MS = 60_000;
const DERIVE_MAX = 1.1;

const VALEURS = [
  '',
  'x',
  'oui',
  'non',
  0,
  1,
  12.5,
  1234.56,
  -5,
  '1 234,56 €',
  '45 000',
  'néant',
  '2021-11-05',
  44_481,
  '31/02/2022',
  true,
] as const;

interface Releve {
  readonly saisies: number;
  /** Octets de la page après ramasse-miettes, hôte et classeur compris. */
  readonly octets: number;
  readonly noeuds: number;
  readonly ecouteurs: number;
}

async function relever(page: Page, saisies: number): Promise<Releve> {
  const sonde = await page.context().newCDPSession(page);
  await sonde.send('Performance.enable');
  await sonde.send('HeapProfiler.collectGarbage');
  const { metrics } = await sonde.send('Performance.getMetrics');
  const de = (nom: string): number => metrics.find(({ name }) => name === nom)?.value ?? NaN;
  await sonde.detach();
  return { saisies, octets: de('JSHeapUsedSize'), noeuds: de('Nodes'), ecouteurs: de('JSEventListeners') };
}

/** Ce que montre chaque onglet, posé sur la première ligne de Projets ; attendu, il a le temps de le devenir. */
async function montre(page: Page, attendus: readonly string[] = []): Promise<string[]> {
  await page.evaluate(() => window.hoteMesure.selectionner('Projets!A2'));
  const textes: string[] = [];
  for (const [i, nom] of Object.values(ONGLETS).entries()) {
    await page.getByRole('tab', { name: nom }).click();
    const panneau = page.getByRole('tabpanel', { name: nom });
    await panneau.waitFor();
    const limite = performance.now() + CONTROLE_MAX_MS;
    do await page.waitForTimeout(ARRET_MS);
    while (i in attendus && (await panneau.innerText()) !== attendus[i] && performance.now() < limite);
    textes.push(await panneau.innerText());
  }
  return textes;
}

/** Le classeur tel que la saisie l'a laissé : valeurs de la grille, et les formats qu'une frappe pose (« 2021-11-05 »). */
const relire = (page: Page, feuilles: readonly FeuilleTest[]): Promise<FeuilleMesuree[]> =>
  page.evaluate(
    (tailles) =>
      tailles.map(({ nom, lignes, colonnes }) => {
        const { classeur } = window.hoteMesure;
        const { id, presentations } = window.hoteMesure.feuille(nom);
        const rect = { ligne: 0, colonne: 0, lignes, colonnes };
        const valeurs = classeur.grille.lire(id, rect).map((l) => l.map(({ valeur }) => valeur));
        const formats = valeurs.flatMap((l, ligne) =>
          l.flatMap((_, colonne) => {
            const format = presentations.en('numberFormat', ligne, colonne);
            return typeof format === 'string' ? [[ligne, colonne, format] as const] : [];
          }),
        );
        return { nom, lignes: valeurs, formats };
      }),
    feuilles.map(({ nom, lignes }) => ({
      nom,
      lignes: lignes.length,
      colonnes: Math.max(...lignes.map((l) => l.length)),
    })),
  );

export async function mesurerHeure(): Promise<Mesure> {
  const { adresse, fermer } = await servirDossiers({ clas: await complementConstruit() });
  const navigateur = await lancerChromium();
  try {
    const feuilles = feuillesPourExcel(propre({ nombre: PROJETS, collectifs: 5 }));
    const page = await ouvrirVolet(navigateur, adresse, feuilles);
    const erreurs: string[] = [];
    page.on('pageerror', ({ message }) => erreurs.push(message));
    const tirer = tirage(1);
    const saisissables = feuilles.filter(({ nom }) => nom !== 'Paramètres');
    const durees: number[] = [];
    const releves: Releve[] = [];
    // un tour d'onglets d'abord : ce qui ne se charge qu'une fois n'est pas une fuite
    await montre(page);
    for (let n = 0; n <= SAISIES; n += 1) {
      if (n % (SAISIES / RELEVES) === 0) {
        await page.waitForTimeout(ARRET_MS);
        releves.push(await relever(page, n));
      }
      const feuille = saisissables[tirer(saisissables.length - 1)];
      const ligne = 1 + tirer((feuille?.lignes.length ?? 2) - 2);
      const colonne = 1 + tirer((feuille?.lignes[0]?.length ?? 2) - 2);
      const debut = performance.now();
      await page.evaluate(
        async ({ cellule, valeur }) => {
          window.hoteMesure.selectionner(cellule);
          await window.hoteMesure.saisir(cellule, valeur);
        },
        {
          cellule: `${feuille?.nom ?? ''}!${lettres(colonne + 1)}${ligne + 1}`,
          valeur: VALEURS[tirer(VALEURS.length - 1)] ?? null,
        },
      );
      durees.push(performance.now() - debut);
    }
    const neuf = await ouvrirVolet(navigateur, adresse, await relire(page, feuilles));
    const rouvert = await montre(neuf);
    const temoin = await relever(neuf, 0);
    const laisse = await montre(page, rouvert);
    if (erreurs.length > 0) throw new Error(erreurs.join('\n'));
    const pareils = laisse.filter((texte, i) => texte === rouvert[i]).length;
    const derive = (releves.at(-1)?.octets ?? NaN) / temoin.octets;
    return {
      texte: [
        `${SAISIES} saisies au hasard (valeurs justes et fausses) dans ${PROJETS.toLocaleString('fr-FR')} projets et ${(5 * PROJETS).toLocaleString('fr-FR')} collectifs, volet ouvert et contrôle à la frappe : une heure d’un agent qui taperait toutes les cinq secondes. Mémoire de la page, hôte émulé et classeur compris, après ramasse-miettes. Une saisie, l’hôte y répondant : ${ms(mediane(durees))} (médiane), ${ms(Math.max(...durees))} au plus.`,
        tableau(
          ['Saisies', 'Mémoire', 'Nœuds', 'Écouteurs'],
          [...releves, temoin].map(({ saisies, octets, noeuds, ecouteurs }, i) => [
            i < releves.length ? String(saisies) : 'volet rouvert sur le même classeur',
            `${(octets / 2 ** 20).toFixed(1).replace('.', ',')} Mo`,
            String(noeuds),
            String(ecouteurs),
          ]),
        ),
        `À la fin, ${pareils} onglets sur ${laisse.length} disent mot pour mot ce que dit un volet rouvert sur le même classeur.`,
      ].join('\n\n'),
      synthese: [
        {
          mesure: `Mémoire du volet après ${SAISIES} saisies, comparée à un volet rouvert sur le même classeur`,
          clas: fois(derive),
          objectif: `≤ ${fois(DERIVE_MAX)} (plate)`,
          tenu: derive <= DERIVE_MAX,
        },
        {
          mesure: 'Onglets qui disent alors ce que dit un volet rouvert',
          clas: `${pareils} sur ${laisse.length}`,
          objectif: 'tous',
          tenu: pareils === laisse.length,
        },
      ],
    };
  } finally {
    await navigateur.close();
    await fermer();
  }
}
