/** Le moteur de React n'existe qu'en CommonJS : lu une fois ici, un élément s'écrit `jsx(…)` au lieu de `(0, s().jsx)(…)`. */
import * as moteur from 'react-cjs/jsx-runtime';

export const { Fragment, jsx, jsxs } = moteur;
