/** Le signe d'une gravité : une forme par gravité, jamais la couleur seule ; le mot est toujours à côté. */
import type { Gravite } from '../../dossier/anomalies/catalogue';

type Genre = Gravite | 'succes' | 'faite' | 'aFaire' | 'aVenir';

const TRACES: Readonly<Record<Genre, string>> = {
  bloquante: 'M5 1h6l4 4v6l-4 4H5l-4-4V5zM5.500 5.500l5 5m0-5-5 5',
  alerte: 'M8 1.500 15 14H1zM8 6v4m0 1.800v.2',
  information: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zM8 7v4.500M8 4.300v.2',
  faite: 'M2.500 8.500l3.500 3.500 7.500-8',
  aFaire: 'M8 3a5 5 0 1 1 0 10A5 5 0 0 1 8 3zM8 6a2 2 0 1 1 0 4A2 2 0 0 1 8 6z',
  aVenir: 'M8 3a5 5 0 1 1 0 10A5 5 0 0 1 8 3z',
  succes: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zM4.800 8.200l2.200 2.200 4.200-4.600',
};

export const Signe = ({ de }: { readonly de: Genre }) => (
  <svg className={`signe ${de}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
    <path d={TRACES[de]} />
  </svg>
);
