/** Qui est qui : cellules attendues, doublons, une seule Caf et une seule année. */
import { projet } from '../fabrique';
import { p, type Situation } from '../situation';

export const BORDS_IDENTITE: readonly Situation[] = [
  ...(
    [
      ['gestionnaire', 'B', 'Gestionnaire'],
      ['action', 'E', 'Action'],
      ['public', 'G', 'Public'],
      ['enfants', 'M', 'Enfants'],
      ['axeEnfants', 'N', 'Axe enfants'],
      ['axeParents', 'O', 'Axe parents'],
      ['axeEcole', 'P', 'Axe école'],
      ['axeTerritoire', 'Q', 'Axe territoire'],
    ] as const
  ).map(([cle, colonne, entete]) =>
    p(`${entete} vide`, { [cle]: null }, [
      `Projets!${colonne}2 cellule.non-renseignee — ${entete} : cellule vide. La compléter.`,
    ]),
  ),
  p('dossier illisible', { dossier: { illisible: '#N/A' } }, ['Projets!A2 cellule.valeur-illisible']),
  p(
    'le même numéro dix fois : toutes les lignes citées',
    {},
    Array.from(
      { length: 10 },
      (_, i) =>
        `Projets!A${i + 2} dossier.doublon — Dossier P-1 présent 10 fois (lignes 2, 3, 4, 5, 6, 7, 8, 9, 10, 11). Donner à chacune son numéro, ou n’en garder qu’une.`,
    ),
    { projets: Array.from({ length: 10 }, (_, i) => projet({ action: `Action ${i}` })) },
  ),
  p(
    'le même numéro onze fois : dix lignes citées',
    {},
    Array.from(
      { length: 11 },
      (_, i) =>
        `Projets!A${i + 2} dossier.doublon — Dossier P-1 présent 11 fois (lignes 2, 3, 4, 5, 6, 7, 8, 9, 10, 11…). Donner à chacune son numéro, ou n’en garder qu’une.`,
    ),
    { projets: Array.from({ length: 11 }, (_, i) => projet({ action: `Action ${i}` })) },
  ),
  p(
    'le même numéro à la casse près : un doublon, pas deux anomalies',
    {},
    [
      'Projets!A2 dossier.doublon — Dossier P-1 présent 2 fois (lignes 2, 3). Donner à chacune son numéro, ou n’en garder qu’une.',
      'Projets!A3 dossier.doublon — Dossier p-1 présent 2 fois (lignes 2, 3). Donner à chacune son numéro, ou n’en garder qu’une.',
    ],
    { projets: [projet({}), projet({ dossier: 'p-1' })] },
  ),
  ...(
    [
      ['action', 'Une autre action'],
      ['public', 'lycée'],
      ['commune', 'Saran'],
      ['siret', '73282932000074'],
    ] as const
  ).map(([cle, autre]) =>
    p(`deux projets que distingue : ${cle}`, {}, [], {
      projets: [projet({}), projet({ dossier: 'P-2', [cle]: autre })],
    }),
  ),
  p(
    'doublons possibles : à la casse et aux accents près, chacun cite le premier',
    {},
    [
      'Projets!E3 projet.doublon-possible — Doublon possible : même gestionnaire, même action et même public que la ligne 2. Vérifier qu’il s’agit de deux projets.',
      'Projets!E4 projet.doublon-possible — Doublon possible : même gestionnaire, même action et même public que la ligne 2. Vérifier qu’il s’agit de deux projets.',
    ],
    {
      projets: [
        projet({}),
        projet({ dossier: 'P-2', action: 'CLAS DES MARRONNIERS' }),
        projet({ dossier: 'P-3', commune: 'ORLEANS', gestionnaire: 'Autre' }),
      ],
    },
  ),
  p(
    'sans Siret, c’est le gestionnaire qui rapproche',
    {},
    ['Projets!C2 siret.absent', 'Projets!C3 siret.absent', 'Projets!E3 projet.doublon-possible'],
    { projets: [projet({ siret: null }), projet({ dossier: 'P-2', siret: null })] },
  ),
  p(
    'ni Siret ni gestionnaire : rien ne rapproche',
    {},
    [
      'Projets!B2 cellule.non-renseignee',
      'Projets!C2 siret.absent',
      'Projets!B3 cellule.non-renseignee',
      'Projets!C3 siret.absent',
    ],
    {
      projets: [
        projet({ siret: null, gestionnaire: null }),
        projet({ dossier: 'P-2', siret: null, gestionnaire: null }),
      ],
    },
  ),
  p(
    'deux projets sans action ne sont pas rapprochés',
    {},
    ['Projets!E2 cellule.non-renseignee', 'Projets!E3 cellule.non-renseignee'],
    { projets: [projet({ action: null }), projet({ dossier: 'P-2', action: null })] },
  ),
  p('la Caf et l’année du classeur, redites', { caf: '45', anneeScolaire: '2021/2022' }, []),
  p('une Caf et une année illisibles ne mélangent rien', { caf: 'Loiret ?', anneeScolaire: 'n' }, []),
  p('une Caf, quand le classeur n’en a pas', { caf: '41' }, ['Paramètres!B1 parametres.caf-inconnue'], {
    parametres: { Caf: null },
  }),
];
