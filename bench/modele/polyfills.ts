/** Ce que le modèle officiel charge avant tout le reste, pour Internet Explorer. */
import 'core-js/stable';
import 'regenerator-runtime/runtime';
