/**
 * Compose `docs/regles.md` à partir du catalogue : la page ne peut pas dire autre chose que le code.
 * `npm run docs` la réécrit, un test refuse une page périmée.
 */
import { BAREMES, COFINANCEMENT, COLLECTIF, GESTION, TEXTES, euros, pourCent } from '../../src/reglement';
import { CATALOGUE, type Regle } from './catalogue';
import { SECTIONS } from '../../src/reglement/sources';

const code = (noms: readonly string[] = []): string => noms.map((n) => `\`${n}\``).join(', ');
/** Une case de tableau : ses morceaux non vides, l'un sous l'autre. */
const caseDe = (...morceaux: readonly string[]): string => morceaux.filter(Boolean).join('<br>') || '—';

function source({ sources, interpretations = [] }: Regle): string {
  const cites = sources.map((s) =>
    s === 'note' ? TEXTES.note.abrege : s === 'Annexe' ? 'annexe' : `§ ${s}`,
  );
  const liens = interpretations.map((i) => `[${i}](interpretations.md#${i})`);
  return caseDe(cites.join(', '), liens.join(', '));
}

/** Une règle est dans `src/reglement`, sauf la clé du Siret, que la lecture emploie aussi. */
const cheminDe = (fichier: string): string =>
  fichier === 'siret.ts' ? `src/valeurs/${fichier}` : `src/reglement/${fichier}`;

function lieu({ fichier, fonctions, controles, module, horsClasseur }: Regle): string {
  const regle = fichier ? `[${fichier}](../${cheminDe(fichier)}) : ${code(fonctions)}` : '';
  return caseDe(
    regle,
    controles ? `contrôle ${controles.join(', ')}` : '',
    module ? `[${module}](../${module})` : '',
    horsClasseur ? `hors du classeur : ${horsClasseur}` : '',
  );
}

const ligne = (r: Regle): string =>
  `| ${r.titre} | ${source(r)} | ${lieu(r)} | ${caseDe(code(r.constantes), r.classeur ?? '')} | ${caseDe((r.tests ?? []).map((t) => t.replace('.test.ts', '')).join(', '))} |`;

const tableau = (entetes: readonly string[], lignes: readonly string[]): string =>
  [`| ${entetes.join(' | ')} |`, `|${' --- |'.repeat(entetes.length)}`, ...lignes].join('\n');

/** Le texte entier de la page. */
export function docsRegles(): string {
  const nombre = CATALOGUE.reduce((n, { regles }) => n + regles.length, 0);
  const sections = Object.entries(SECTIONS).map(([n, titre]) => `| ${n} | ${titre} |`);
  const baremes = BAREMES.map((b) => {
    const bonus = [b.bonusEnfants, b.bonusParents].map((m) => (m ? euros(m) : '—'));
    const ps = [pourCent(b.taux), euros(b.prixPlafond), euros(b.montantMaximal)];
    return `| ${[b.annee, ...ps, ...bonus, b.source].join(' | ')} |`;
  });
  const taux = Object.entries({ ...GESTION, tauxMaximum: COFINANCEMENT.tauxMaximum });
  const constantes = [
    ...taux.map(([nom, valeur]) => `| \`${nom}\` | ${pourCent(valeur)} |`),
    `| \`depassementMinimal\` | ${euros(COFINANCEMENT.depassementMinimal)} |`,
    ...Object.entries(COLLECTIF).map(([nom, n]) => `| \`${nom}\` | ${String(n).replace('.', ',')} |`),
  ];
  return [
    '# Les règles',
    '<!-- prettier-ignore-start -->',
    '<!-- Page écrite par npm run docs : modifier scripts/docs/catalogue, pas ce fichier. -->',
    `${nombre} règles. Les « § » renvoient à la ${TEXTES.circulaire.titre} ; la ${TEXTES.note.titre} est citée « ${TEXTES.note.abrege} ». Où les textes se taisent, la décision est dans [interpretations.md](interpretations.md). Les références C-… sont celles du catalogue des anomalies ; les tests sont dans \`test/reglement\`.`,
    ...CATALOGUE.flatMap(({ theme, regles }) => [
      `## ${theme}`,
      tableau(['Règle', 'Source', 'Où', 'Paramètres', 'Tests'], regles.map(ligne)),
    ]),
    '## Barèmes publiés',
    'Une année absente de cette table se saisit dans le classeur (Paramètres, table Barème), avec sa source.',
    tableau(
      ['N', 'Taux', 'Prix plafond', 'Montant maximal', 'Bonus enfants', 'Bonus parents', 'Source'],
      baremes,
    ),
    '## Autres paramètres',
    'Valables depuis la rentrée 2021 ; leur section est dans [parametres.ts](../src/reglement/parametres.ts).',
    tableau(['Paramètre', 'Valeur'], constantes),
    '## Sections de la circulaire',
    'Les titres du texte diffusé ne portent pas de numéro : voici ceux employés ici.',
    tableau(['§', 'Objet'], sections),
    '<!-- prettier-ignore-end -->\n',
  ].join('\n\n');
}
