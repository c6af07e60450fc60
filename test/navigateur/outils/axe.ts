/** axe sur une page ouverte : RGAA 4.1 et WCAG 2.2 AA, et les bonnes pratiques. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const REGLES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** Une ligne par élément en faute ; vide quand tout va bien. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const trouvees = await page.evaluate(async (valeurs) => {
    const { axe } = window as unknown as {
      axe: { run(racine: Document, options: unknown): Promise<{ violations: Violation[] }> };
    };
    return (await axe.run(document, { runOnly: { type: 'tag', values: valeurs } })).violations;
  }, REGLES);
  return trouvees.flatMap(({ id, nodes }) =>
    nodes.map((n) => `${id} : ${n.html} — ${n.failureSummary ?? ''}`),
  );
}
