/** Un plan qui emploie tout ce qu'un plan sait dire. */
import type { ClasseurPlan, Style } from '../../src/dossier/formes/plan';

const STYLES: readonly Style[] = [
  'normal',
  'titre',
  'entete',
  'total',
  'aide',
  'saisie',
  'bloquante',
  'alerte',
  'information',
];

export const AIDE =
  'Coût prévisionnel de l’action, toutes charges comprises.\nIl borne le prix plafond : voir la circulaire, § 3.2.';

export const PLAN: ClasseurPlan = {
  proprietes: {
    titre: 'Contrôle & remontée',
    sujet: 'Clas 2021-2022',
    auteur: 'Caf du Loiret',
    description: 'Écrit « ici »',
    motsCles: 'clas, caf',
  },
  feuilles: [
    {
      nom: 'Listes',
      masquee: true,
      colonnes: [{ largeur: 20 }],
      lignes: [
        [{ valeur: 'Agrément' }],
        [{ valeur: 'favorable' }],
        [{ valeur: 'refusé' }],
        [{ valeur: 'en attente' }],
      ],
    },
    {
      nom: 'Remontée Cnaf',
      colonnes: [
        { largeur: 14, format: 'texte' },
        { largeur: 16, format: 'montant' },
        { largeur: 12, format: 'date' },
        { largeur: 10, format: 'taux' },
        { largeur: 9, format: 'entier' },
        { largeur: 30 },
      ],
      lignes: [
        ['N° dossier', 'Coût', 'Date d’agrément', 'Taux', 'Collectifs', 'Agrément'].map((valeur) => ({
          valeur,
          style: 'entete' as const,
        })),
        [
          { valeur: '00123' },
          { valeur: 652.9299999999999 },
          { valeur: 44479 },
          { valeur: 0.325 },
          { valeur: 3 },
          { valeur: 'favorable', style: 'saisie' },
        ],
        [
          { valeur: '045-21-0002' },
          { valeur: 7689 },
          { valeur: 44440 },
          { valeur: 0.325 },
          { valeur: 1 },
          { valeur: null, style: 'saisie' },
        ],
        [
          { valeur: 'Total', style: 'total' },
          { valeur: 8341.93, formule: 'SUM(B2:B3)', style: 'total' },
          { valeur: null, style: 'total' },
          { valeur: null, style: 'total' },
          { valeur: 4, formule: 'SUM(E2:E3)', style: 'total' },
          { valeur: 2563, formule: 'CLAS.PS_BAREME(B2,E2,D2,7885,2563)', format: 'montant' },
        ],
      ],
      lignesFigees: 1,
      colonnesFigees: 1,
      tableaux: [{ nom: 'TableRemontee', plage: 'A1:F3' }],
      validations: [
        {
          plage: 'F2:F3',
          regle: { type: 'liste', source: 'Listes!$A$2:$A$4' },
          titre: 'Agrément',
          message: 'Choisissez dans la liste.',
          rigueur: 'arret',
        },
        {
          plage: 'E2:E3',
          regle: { type: 'entier', min: 0, max: 500 },
          titre: 'Collectifs',
          message: 'Un nombre entier.',
          rigueur: 'avertissement',
        },
        {
          plage: 'A2:A3',
          regle: { type: 'entier', min: 0 },
          titre: 'N',
          message: 'M',
          rigueur: 'avertissement',
        },
        {
          plage: 'B2:B3',
          regle: { type: 'decimal', min: 0 },
          titre: 'Coût',
          message: 'Un montant.',
          rigueur: 'arret',
        },
        {
          plage: 'C2:C3',
          regle: { type: 'date', min: '2021-09-01', max: '2022-08-31' },
          titre: 'x'.repeat(60),
          message: 'y'.repeat(400),
          rigueur: 'arret',
        },
      ],
      notes: [
        { adresse: 'F1', texte: 'Avis du comité.' },
        { adresse: 'B1', texte: AIDE },
      ],
      protegee: true,
      impression: { paysage: true, repeterLigne: 1, pied: 'Caf du Loiret & Cnaf' },
    },
    {
      nom: "L'aperçu",
      colonnes: STYLES.map(() => ({ largeur: 15 })),
      lignes: [
        STYLES.map((style) => ({ valeur: style, style })),
        ['=1+1', '+33', '-note', '@moi', '#N/A', '#REF!', '_x0041_', ' bords ', 'a\r\nb'].map((valeur) => ({
          valeur,
        })),
        [
          { valeur: true },
          { valeur: false },
          { valeur: '' },
          { valeur: 'é€😀\u0001<&>"' },
          { valeur: 'z'.repeat(40_000) },
          { valeur: -0.1 },
          { valeur: 1e-7 },
          { valeur: 1e21 },
        ],
        [
          { valeur: 'ab', formule: '"a"&"b"' },
          { valeur: true, formule: '1=1' },
          { valeur: '', formule: '""' },
          { valeur: 1, formule: '1+0*LEN("CLAS.PS(")' },
        ],
      ],
      impression: { paysage: false, repeterLigne: 1 },
    },
  ],
};

/** La feuille de données de ce plan, telle que tout lecteur doit la rendre. */
export const LIGNES_RELUES = [
  ['N° dossier', 'Coût', 'Date d’agrément', 'Taux', 'Collectifs', 'Agrément'],
  ['00123', 652.9299999999999, 44479, 0.325, 3, 'favorable'],
  ['045-21-0002', 7689, 44440, 0.325, 1],
  ['Total', 8341.93, null, null, 4, 2563],
];
export const FORMULES_RELUES = {
  B4: '=SUM(B2:B3)',
  E4: '=SUM(E2:E3)',
  F4: '=CLAS.PS_BAREME(B2,E2,D2,7885,2563)',
};
