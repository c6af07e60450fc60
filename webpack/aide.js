/** Page d'aide des fonctions, composée des mêmes déclarations que `fonctions.json`. */
import { ancre } from './fonctions-declarees.js';

const ENTITES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const texte = (brut) => String(brut).replace(/[&<>"]/g, (signe) => ENTITES[signe]);

const syntaxe = ({ name, parameters }) =>
  `=${name}(${parameters.map((p) => (p.optional ? `[${p.name}]` : p.name)).join('; ')})`;

const parametre = ({ name, optional, description }) =>
  `<dt><code>${texte(name)}</code>${optional ? ' <span class="discret">(facultatif)</span>' : ''}</dt>
   <dd>${texte(description)}</dd>`;

const exemple = (ligne) => {
  const [formule, resultat = ''] = ligne.split(' → ');
  return `<li><code>${texte(formule)}</code> donne <strong>${texte(resultat)}</strong></li>`;
};

const fonction = (f) => `<section aria-labelledby="${ancre(f.name)}">
  <h3 id="${ancre(f.name)}">${texte(f.name)}</h3>
  <p>${texte(f.description)}</p>
  <p><code>${texte(syntaxe(f))}</code></p>
  <dl>${f.parameters.map(parametre).join('')}</dl>
  <p>Exemples :</p>
  <ul>${f.detail.exemples.map(exemple).join('')}</ul>
  <p class="discret">Source : ${texte(f.detail.source)}</p>
</section>`;

/** Les étapes de janvier, dans l'ordre où le volet les propose. */
const JANVIER = [
  'Vérifier le classeur, et corriger ce qui bloque (onglet Vérifier).',
  'Écrire la feuille Écritures, la comparer à la balance, la faire passer, puis figer l’arrêté (onglet Clôturer).',
  'Remplir la remontée, générer le fichier, l’envoyer à la Cnaf avant le 31 janvier (onglet Clôturer).',
  'Verser les acomptes de la gestion N+1, désormais ouverts (onglet Payer).',
];

const definition = ({ terme, texte: dit }) => `<dt>${texte(terme)}</dt><dd>${texte(dit)}</dd>`;
const section = ([numero, dit]) =>
  `<dt>${numero === 'Annexe' ? numero : `§ ${numero}`}</dt><dd>${texte(dit)}</dd>`;

/** Ce qui aide hors des formules : que faire en janvier, les mots, les paragraphes de la circulaire. */
const reperes = ({
  termes,
  sections,
}) => `<section aria-labelledby="janvier"><h2 id="janvier">Que faire en janvier</h2>
<ol>${JANVIER.map((etape) => `<li>${texte(etape)}</li>`).join('')}</ol></section>
<section aria-labelledby="glossaire"><h2 id="glossaire">Les mots</h2><dl>${termes.map(definition).join('')}</dl></section>
<section aria-labelledby="circulaire"><h2 id="circulaire">La circulaire 2021-006, en bref</h2>
<dl>${Object.entries(sections).map(section).join('')}</dl></section>`;

/** @param {readonly object[]} fonctions @param {{ version: string, csp: string, definitions: object }} page */
export function composerAide(fonctions, { version, csp, definitions }) {
  const groupes = new Map();
  for (const f of fonctions) groupes.set(f.detail.groupe, [...(groupes.get(f.detail.groupe) ?? []), f]);
  const sommaire = fonctions.map((f) => `<li><a href="#${ancre(f.name)}">${texte(f.name)}</a></li>`);
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${texte(csp)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Aide — Clas</title>
<link rel="icon" href="icones/clas-32.png">
<link rel="stylesheet" href="page.css">
</head>
<body>
<header>
<h1>Aide de Clas</h1>
<p>Les montants sont en euros, exacts au centime. Une cellule vide vaut 0. Un argument illisible donne une erreur
(#VALEUR! ou #N/A) et une phrase qui dit quoi corriger : pointer la cellule pour la lire.</p>
<p class="discret">Version ${texte(version)}. Le séparateur des arguments est le point-virgule d’Excel en français.</p>
</header>
<main>
<nav aria-label="Sommaire"><ul><li><a href="#janvier">Que faire en janvier</a></li><li><a href="#glossaire">Les mots</a></li><li><a href="#circulaire">La circulaire</a></li></ul></nav>
${reperes(definitions)}
<nav aria-label="Fonctions"><ul>${sommaire.join('')}</ul></nav>
${[...groupes].map(([titre, liste]) => `<section><h2>${texte(titre)}</h2>${liste.map(fonction).join('')}</section>`).join('\n')}
</main>
</body>
</html>
`;
}
