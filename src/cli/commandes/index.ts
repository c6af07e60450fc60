/** Les commandes, dans l'ordre où un agent les emploie. */
import type { Commande } from '../commande';
import { calculer } from './calculer';
import { comparer } from './comparer';
import { cloture } from './cloture';
import { consolider } from './consolider';
import { corriger } from './corriger';
import { courriers } from './courriers';
import { fiches, tableau } from './feuilles';
import { enveloppe } from './enveloppe';
import { paiements } from './paiements';
import { preparer } from './preparer';
import { reprendre } from './reprendre';
import { remontee } from './remontee';
import { subventions } from './subventions';
import { verifier } from './verifier';

export const COMMANDES = {
  preparer,
  verifier,
  corriger,
  calculer,
  remontee,
  paiements,
  courriers,
  tableau,
  fiches,
  cloture,
  reprendre,
  comparer,
  enveloppe,
  subventions,
  consolider,
} as const satisfies Record<string, Commande>;

export type NomCommande = keyof typeof COMMANDES;

export const EXEMPLES: Readonly<Record<NomCommande, string>> = {
  preparer: 'npx clas preparer --annee 2021-2022 --caf 45 --sortie modele.xlsx',
  verifier: 'npx clas verifier assets/exemples/clas-anomalies.xlsx --au 2022-10-15',
  corriger: 'npx clas corriger assets/exemples/clas-anomalies.xlsx --sortie copie.xlsx',
  calculer: 'npx clas calculer assets/exemples/cycle-de-vie.xlsx --json',
  remontee:
    'npx clas remontee assets/exemples/clas-2021-2022.xlsx --au 2022-01-20 --sortie CLAS_BONUS_2021-2022_CAF45.xlsx',
  cloture: 'npx clas cloture assets/exemples/clas-2021-2022.xlsx --au 2022-01-20 --sortie ecritures.xlsx',
  paiements: 'npx clas paiements assets/exemples/cycle-de-vie.xlsx --au 2022-10-15',
  courriers:
    'npx clas courriers assets/exemples/clas-2021-2022.xlsx --modele assets/modeles/notification.docx --sortie courriers',
  reprendre: 'npx clas reprendre assets/exemples/clas-2021-2022.xlsx --sortie clas-2022-2023.xlsx',
  tableau: 'npx clas tableau assets/exemples/clas-2021-2022.xlsx --sortie tableau.xlsx',
  fiches: 'npx clas fiches assets/exemples/clas-2021-2022.xlsx --sortie fiches.xlsx',
  comparer:
    'npx clas comparer assets/exemples/trois-annees/clas-45-2021.xlsx assets/exemples/trois-annees/clas-45-2022.xlsx',
  enveloppe:
    'npx clas enveloppe --annee 2022 assets/exemples/trois-annees/clas-45-2021.xlsx assets/exemples/trois-annees/clas-45-2022.xlsx',
  subventions:
    'npx clas subventions assets/exemples/clas-2021-2022.xlsx --siret 99900148000022 --sortie subventions.csv',
  consolider: 'npx clas consolider CLAS_BONUS_2021-2022_CAF45.xlsx --sortie bilan.xlsx',
};
