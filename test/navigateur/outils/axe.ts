/** axe sur une page ouverte : RGAA 4.1 et WCAG 2.2 AA, et les bonnes pratiques. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const REGLES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** Les bornes de focus de Fluent (tabster) rendent aussitôt le focus qu'elles reçoivent : personne ne s'y arrête. */
const BORNES = '[data-tabster-dummy]';

/** Une ligne par élément en faute ; vide quand tout va bien. `racine` : ce qui s'examine, toute la page par défaut. */
export async function violations(page: Page, racine = 'html'): Promise<string[]> {
  await page.evaluate(AXE);
  // une cible à demi sous le haut du volet se mesurerait trop petite
  await page.evaluate(() => window.scrollTo(0, 0));
  // une couleur à mi-fondu n'est pas celle qu'on lit
  await page.evaluate(async () => {
    const finies = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(finies.map(({ finished }) => finished));
  });
  const trouvees = await page.evaluate(
    async ([valeurs, bornes, inclus]) => {
      const { axe } = window as unknown as {
        axe: { run(racine: unknown, options: unknown): Promise<{ violations: Violation[] }> };
      };
      return (
        await axe.run(
          { include: [[inclus]], exclude: [[bornes]] },
          { runOnly: { type: 'tag', values: valeurs } },
        )
      ).violations;
    },
    [REGLES, BORNES, racine] as const,
  );
  return trouvees.flatMap(({ id, nodes }) =>
    nodes.map((n) => `${id} : ${n.html} — ${n.failureSummary ?? ''}`),
  );
}
