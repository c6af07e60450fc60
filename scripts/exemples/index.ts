/** Les classeurs d'exemple, et le jour auquel les examiner. */
import { anomalies, ligneMasquee } from './anomalies';
import { anneeEntiere, cycle } from './cycle';
import { octetsExemple } from './fichier';
import { propre } from './propre';
import { ANNEES, CAFS, octetsAnnee } from './troisAnnees';

interface Exemple {
  readonly fichier: string;
  readonly au: string;
  readonly octets: () => Promise<Uint8Array>;
}

export const EXEMPLES: readonly Exemple[] = [
  { fichier: 'clas-2021-2022.xlsx', au: '2022-01-20', octets: () => octetsExemple(propre()) },
  {
    fichier: 'clas-anomalies.xlsx',
    au: '2022-10-15',
    octets: () => octetsExemple(anomalies(), ligneMasquee),
  },
  { fichier: 'cycle-de-vie.xlsx', au: '2022-09-15', octets: () => octetsExemple(cycle()) },
  { fichier: 'annee-entiere.xlsx', au: '2023-01-20', octets: () => octetsExemple(anneeEntiere()) },
  ...CAFS.flatMap(({ caf }) =>
    ANNEES.map((annee) => ({
      fichier: `trois-annees/clas-${caf}-${annee}.xlsx`,
      au: `${Math.min(annee + 2, 2024)}-01-20`,
      octets: () => octetsAnnee(caf, annee),
    })),
  ),
];
