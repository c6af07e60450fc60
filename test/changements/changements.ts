/** Les six changements de tous les jours (docs/changer.md), en données : le texte d'aujourd'hui, et ce qu'il devient. */
export interface Changement {
  readonly titre: string;
  /** Hors essais et pages. */
  readonly fichiers: readonly Retouche[];
  /** Ce que les essais de la maison réclament avec. */
  readonly essais?: readonly Retouche[];
}

interface Retouche {
  readonly chemin: string;
  readonly retouches: readonly (readonly [avant: string, apres: string])[];
}

const PROJETS = 'src/dossier/colonnes/projets.ts';
const MONTANTS = 'src/dossier/calcul/montants.ts';
const DROIT = 'src/dossier/calcul/projet/droit.ts';

export const CHANGEMENTS: readonly Changement[] = [
  {
    titre: 'une colonne',
    fichiers: [
      {
        chemin: PROJETS,
        retouches: [
          [
            '} as const satisfies Colonnes;',
            "  quartier: {\n    entete: 'Quartier prioritaire',\n    type: 'ouiNon',\n    exigence: 'non',\n    synonymes: ['qpv'],\n    aide: 'Le projet se tient dans un quartier prioritaire.',\n  },\n} as const satisfies Colonnes;",
          ],
        ],
      },
    ],
  },
  {
    titre: 'un synonyme',
    fichiers: [
      {
        chemin: PROJETS,
        retouches: [["synonymes: ['remarques',", "synonymes: ['notes libres', 'remarques',"]],
      },
    ],
  },
  {
    titre: 'une anomalie',
    fichiers: [
      {
        chemin: 'src/dossier/anomalies/catalogue.ts',
        retouches: [
          [
            '  // Cohérence\n',
            "  'projet.commune-en-code-postal': d('alerte', 'format', 'C-ID-08', FORMAT),\n  // Cohérence\n",
          ],
        ],
      },
      {
        chemin: 'src/dossier/anomalies/messages.ts',
        retouches: [
          [
            "  'projet.aucun-collectif': (p:",
            "  'projet.commune-en-code-postal': () => 'Un code postal n’est pas une commune. Saisir son nom.',\n  'projet.aucun-collectif': (p:",
          ],
          [
            "  'projet.aucun-collectif': '",
            "  'projet.commune-en-code-postal': 'code postal à la place de la commune',\n  'projet.aucun-collectif': '",
          ],
        ],
      },
      {
        chemin: 'src/dossier/controle/parProjet/projet.ts',
        retouches: [
          [
            '  if (p.aideAuxDevoirsSeule === true)\n',
            "  if (/^\\d{5}$/.test(p.commune ?? ''))\n    anomalies.push(anomalie('projet.commune-en-code-postal', projets.lieu(p.ligne, 'commune')));\n  if (p.aideAuxDevoirsSeule === true)\n",
          ],
        ],
      },
    ],
    essais: [
      {
        chemin: 'test/dossier/situations.ts',
        retouches: [
          [
            "  p('commune vide', ",
            "  p('code postal à la place de la commune', { commune: '45000' }, [\n    'Projets!F2 projet.commune-en-code-postal',\n  ]),\n  p('commune vide', ",
          ],
        ],
      },
      {
        chemin: 'test/dossier/conseilsAlertes.ts',
        retouches: [
          [
            "  'cellule.non-renseignee': ",
            "  'projet.commune-en-code-postal': p({ commune: '45000' }, { commune: 'Orléans' }),\n  'cellule.non-renseignee': ",
          ],
        ],
      },
    ],
  },
  {
    titre: 'un montant, avec son explication, à toutes les portes',
    fichiers: [
      {
        chemin: 'src/reglement/ps.ts',
        retouches: [
          [
            '/** Le coût moyen atteint le prix plafond. */\n',
            "/** Ps d'un collectif, en €. */\nexport const psMoyenne = (due: Decimal, nb: number): Resultat =>\n  nb === 0\n    ? resultat('Ps par collectif', 'aucun collectif', {}, ZERO, SOURCE)\n    : resultat(\n        'Ps par collectif',\n        '{Ps} ÷ {nb}, au centime',\n        { Ps: due, nb },\n        auCentime(due.div(nb)),\n        SOURCE,\n      );\n\n/** Le coût moyen atteint le prix plafond. */\n",
          ],
        ],
      },
      {
        chemin: MONTANTS,
        retouches: [
          [
            "  acompteDisponibleN1: d('gestionN1', 'Acompte N+1 disponible'),\n",
            "  acompteDisponibleN1: d('gestionN1', 'Acompte N+1 disponible'),\n  psMoyenne: d('droit', 'Ps par collectif'),\n",
          ],
        ],
      },
      {
        chemin: DROIT,
        retouches: [
          [
            "import { psRetenue } from '../../../reglement/decision';",
            "import { psRetenue } from '../../../reglement/decision';\nimport { psMoyenne } from '../../../reglement/ps';",
          ],
          [
            '    psRetenue: retenue,\n',
            "    psRetenue: retenue,\n    psMoyenne: precede(\n      situer(avec([base, lue(p, 'collectifsAgrees')], psMoyenne), { nb: 'collectifsAgrees' }),\n      retenue,\n    ),\n",
          ],
        ],
      },
    ],
    essais: [
      {
        chemin: 'scripts/docs/catalogue/financement.ts',
        retouches: [
          [
            "  {\n    id: 'ps.deux-droits',\n",
            "  {\n    id: 'ps.moyenne',\n    titre: 'Ps par collectif : la Ps retenue, partagée entre les collectifs agréés',\n    sources: ['3.2'],\n    fichier: 'ps.ts',\n    fonctions: ['psMoyenne'],\n    tests: ['citations.test.ts'],\n  },\n  {\n    id: 'ps.deux-droits',\n",
          ],
        ],
      },
      {
        chemin: 'test/reglement/citations.test.ts',
        retouches: [
          [
            '  psLiquidee: () => [',
            '  psMoyenne: () => [R.psMoyenne(d(100), 3), R.psMoyenne(d(0), 0)],\n  psLiquidee: () => [',
          ],
        ],
      },
      {
        chemin: 'test/reglement/oracleAnnee.ts',
        retouches: [
          [
            '    psRetenue: retenue,\n',
            '    psRetenue: retenue,\n    // la moitié d’un centime monte\n    psMoyenne: si(retenue, (r) => {\n      const nb = c.collectifsAgrees;\n      return nb === 0n ? 0n : (2n * r + nb) / (2n * nb);\n    }),\n',
          ],
        ],
      },
      {
        chemin: 'test/restitution/json.test.ts',
        retouches: [[" acompteDisponibleN1'", " acompteDisponibleN1 psMoyenne'"]],
      },
      {
        chemin: 'test/dossier/calcul.test.ts',
        retouches: [
          [
            "    acompteDisponibleN1: '29.38',\n",
            "    acompteDisponibleN1: '29.38',\n    psMoyenne: '2563.00',\n",
          ],
          [
            "['psPrevisionnelle', 'psReelle', 'psRetenue', 'psLiquidee']);",
            "[\n    'psPrevisionnelle',\n    'psReelle',\n    'psRetenue',\n    'psLiquidee',\n    'psMoyenne',\n  ]);",
          ],
        ],
      },
    ],
  },
  {
    titre: 'un bouton du volet',
    fichiers: [
      {
        chemin: 'src/volet/vues/EtatClasseur.tsx',
        retouches: [
          [
            '          <Controlee controle={situation.controle} />\n',
            '          <Controlee controle={situation.controle} />\n          <Bouton surClic={session.verifier}>Relire le classeur</Bouton>\n',
          ],
        ],
      },
    ],
  },
  {
    titre: 'un barème',
    fichiers: [
      {
        chemin: 'src/reglement/bareme.ts',
        retouches: [
          [
            "    source: 'Circ. 2021-006, § 3.2 et 3.3',\n  },\n",
            "    source: 'Circ. 2021-006, § 3.2 et 3.3',\n  },\n  {\n    annee: 2024,\n    taux: montant('0.325'),\n    prixPlafond: montant(8000),\n    montantMaximal: montant(2600),\n    bonusEnfants: montant(300),\n    bonusParents: montant(300),\n    source: 'Lettre circulaire',\n  },\n",
          ],
        ],
      },
    ],
    essais: [
      {
        chemin: 'test/reglement/textes.test.ts',
        retouches: [['.toEqual([2021])', '.toEqual([2021, 2024])']],
      },
      {
        chemin: 'test/fonctions/arguments.test.ts',
        retouches: [
          ['sans année (%p), celle du seul barème publié', 'sans année (%p), elle se demande'],
          [
            "  expect(appeler('PS', 24000, 3, vide, vide)).toBe(7689);\n",
            "  expect(phrase(() => appeler('PS', 24000, 3, vide, vide))).toMatch(/^année : plusieurs barèmes/);\n",
          ],
        ],
      },
    ],
  },
];
