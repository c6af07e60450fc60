/** Les documents du dépôt. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((f) => f.endsWith('.md'))
    .map((f) => join('docs', f)),
];

export const texte = (page: string): string => readFileSync(page, 'utf8');
