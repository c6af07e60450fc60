/** Les commandes, dans l'ordre où un agent les emploie. */
import type { Commande } from '../commande';
import { calculer } from './calculer';
import { cloture } from './cloture';
import { consolider } from './consolider';
import { preparer } from './preparer';
import { remontee } from './remontee';
import { verifier } from './verifier';

export const COMMANDES = {
  preparer,
  verifier,
  calculer,
  remontee,
  cloture,
  consolider,
} as const satisfies Record<string, Commande>;

export type NomCommande = keyof typeof COMMANDES;

export const EXEMPLES: Readonly<Record<NomCommande, string>> = {
  preparer: 'npx clas preparer --annee 2021-2022 --caf 45 --sortie modele.xlsx',
  verifier: 'npx clas verifier assets/exemples/clas-anomalies.xlsx --au 2022-10-15',
  calculer: 'npx clas calculer assets/exemples/cycle-de-vie.xlsx --json',
  remontee:
    'npx clas remontee assets/exemples/clas-2021-2022.xlsx --au 2022-01-20 --sortie CLAS_BONUS_2021-2022_CAF45.xlsx',
  cloture: 'npx clas cloture assets/exemples/clas-2021-2022.xlsx --au 2022-01-20 --sortie ecritures.xlsx',
  consolider: 'npx clas consolider CLAS_BONUS_2021-2022_CAF*.xlsx --sortie bilan.xlsx',
};
