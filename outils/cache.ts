/** Ce qui se fait une fois et se relit : hors du dépôt, parti avec `node_modules`. */
import { resolve } from 'node:path';

export const CACHE = resolve('node_modules/.cache/clas');
