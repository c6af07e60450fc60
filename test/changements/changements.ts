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
const CALCULER = 'src/dossier/calcul/calculer.ts';

export const CHANGEMENTS: readonly Changement[] = [
  {
    titre: 'une colonne',
    fichiers: [
      {
        chemin: PROJETS,
        retouches: [
          [
            '  observations: {\n',
            "  quartier: {\n    entete: 'Quartier prioritaire',\n    type: 'ouiNon',\n    exigence: 'non',\n    synonymes: ['qpv'],\n    aide: 'Le projet se tient dans un quartier prioritaire.',\n  },\n  observations: {\n",
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
            "  'projet.aucun-collectif': d(",
            "  'projet.sans-commune': d('information', 'reglement', 'C-COL-99', circ('3.2')),\n  'projet.aucun-collectif': d(",
          ],
        ],
      },
      {
        chemin: 'src/dossier/anomalies/messages.ts',
        retouches: [
          [
            "  'projet.aucun-collectif': (p:",
            "  'projet.sans-commune': () => 'Commune absente. La saisir.',\n  'projet.aucun-collectif': (p:",
          ],
          [
            "  'projet.aucun-collectif': '",
            "  'projet.sans-commune': 'commune absente',\n  'projet.aucun-collectif': '",
          ],
        ],
      },
      {
        chemin: 'src/dossier/controle/parProjet/projet.ts',
        retouches: [
          [
            '  if (p.aideAuxDevoirsSeule === true)\n',
            "  if (p.commune === null) anomalies.push(anomalie('projet.sans-commune', projets.lieu(p.ligne, 'commune')));\n  if (p.aideAuxDevoirsSeule === true)\n",
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
            "/** Ps d'un collectif, en €. */\nexport const psMoyenne = (due: Decimal, nb: number): Resultat =>\n  resultat('Ps par collectif', '{Ps} ÷ {nb}, au centime', { Ps: due, nb }, auCentime(due.div(nb)), SOURCE);\n\n/** Le coût moyen atteint le prix plafond. */\n",
          ],
        ],
      },
      {
        chemin: MONTANTS,
        retouches: [
          [
            "  psRetenue: d('droit', 'Ps retenue'),\n",
            "  psRetenue: d('droit', 'Ps retenue'),\n  psMoyenne: d('droit', 'Ps par collectif'),\n",
          ],
        ],
      },
      {
        chemin: CALCULER,
        retouches: [
          ["import { ps } from '../../reglement/ps';", "import { ps, psMoyenne } from '../../reglement/ps';"],
          [
            '    psRetenue: retenue,\n',
            "    psRetenue: retenue,\n    psMoyenne: precede(avec([valeurDe(retenue), lue(p, 'collectifsAgrees')], psMoyenne), retenue),\n",
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
            "    source: 'Circ. 2021-006, § 3.2 et 3.3',\n  },\n  {\n    annee: 2022,\n    taux: montant('0.325'),\n    prixPlafond: montant(8000),\n    montantMaximal: montant(2600),\n    bonusEnfants: montant(300),\n    bonusParents: montant(300),\n    source: 'Lettre circulaire',\n  },\n",
          ],
        ],
      },
    ],
  },
];
