/** Ce que le volet retient : un contrôle remplacé s'en va, quel que soit l'onglet où l'agent reste pendant qu'il saisit. */
import type { Page } from 'playwright-core';
import { projet } from '../volet/port';
import { classeur } from './outils/classeurs';
import { ouvrirOnglet, voletParEssai } from './outils/page';

const ouvrirVolet = voletParEssai();

interface Tas {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      readonly node_types: readonly [readonly string[], ...unknown[]];
      readonly edge_fields: readonly string[];
    };
  };
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
  readonly strings: readonly string[];
}

/** Examens que la page tient encore, après ramasse-miettes : les objets qui en ont les propriétés. */
async function examens(page: Page): Promise<number> {
  const sonde = await page.context().newCDPSession(page);
  const morceaux: string[] = [];
  sonde.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => void morceaux.push(chunk));
  await sonde.send('HeapProfiler.collectGarbage');
  await sonde.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await sonde.detach();
  const { snapshot, nodes, edges, strings } = JSON.parse(morceaux.join('')) as Tas;
  const { node_fields: champs, edge_fields: aretes } = snapshot.meta;
  const [parNoeud, parArete] = [champs.length, aretes.length];
  const [iAretes, iNom] = [champs.indexOf('edge_count'), aretes.indexOf('name_or_index')];
  const voulus = ['lecture', 'calculs', 'effectifs', 'anomalies'].map((nom) => strings.indexOf(nom));
  let [trouves, arete] = [0, 0];
  for (let n = 0; n < nodes.length; n += parNoeud) {
    const fin = arete + (nodes[n + iAretes] ?? 0);
    const noms = new Set<number | undefined>();
    for (; arete < fin; arete++) noms.add(edges[arete * parArete + iNom]);
    if (voulus.every((nom) => noms.has(nom))) trouves += 1;
  }
  return trouves;
}

test.each(['Vérifier', 'Clôturer'])('dans %s, dix saisies ne laissent pas dix contrôles', async (onglet) => {
  const projets = Array.from({ length: 6 }, (_, i) =>
    projet(`D-${i}`, { 'Coût réel': 3000, 'Collectifs réels': 1, Commune: null }),
  );
  const page = await ouvrirVolet({ feuilles: classeur(...projets) });
  await page.getByText('En chiffres').waitFor();
  await ouvrirOnglet(page, onglet);
  for (let n = 0; n < 10; n++) {
    await page.evaluate((i) => {
      window.hote.selectionner(`Projets!N${2 + (i % 6)}`);
      return window.hote.saisir(`Projets!N${2 + (i % 6)}`, i % 3 === 0 ? 'à voir' : 20_000 + i);
    }, n);
    await page.waitForTimeout(1000);
  }
  // le montré, et celui d'avant que React garde de côté
  const tenus = await examens(page);
  expect([1, 2]).toContain(tenus);
});
