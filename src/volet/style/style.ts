/**
 * L'aspect du volet, de 320 px à 200 % de zoom, en clair, en sombre et en couleurs imposées.
 * Une gravité se reconnaît à son signe et à son mot ; la couleur ne fait qu'aider.
 */
import { BASE } from './base';
import { CADRE } from './cadre';
import { BLOCS } from './blocs';
import { LISTES } from './listes';
import { PREFERENCES } from './preferences';

export const STYLE = BASE + CADRE + BLOCS + LISTES + PREFERENCES;
