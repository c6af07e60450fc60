/** Les onglets de Fluent : un seul dans l'ordre de tabulation, les flèches passent de l'un à l'autre et l'ouvrent. */
import { Tab, TabList } from '@fluentui/react-components';
import type { ReactNode } from 'react';

interface Props<C extends string> {
  readonly etiquette: string;
  readonly onglets: Readonly<Record<C, string>>;
  readonly actif: C;
  readonly surChoix: (cle: C) => void;
  /** Complément d'un intitulé (nombre d'anomalies). */
  readonly complement?: Partial<Record<C, ReactNode>>;
}

export const idOnglet = (cle: string): string => `onglet-${cle}`;
export const idPanneau = (cle: string): string => `panneau-${cle}`;

export const Onglets = <C extends string>({ etiquette, onglets, actif, surChoix, complement }: Props<C>) => (
  <TabList
    className="onglets"
    size="small"
    selectTabOnFocus
    aria-label={etiquette}
    selectedValue={actif}
    onTabSelect={(_, { value }) => surChoix(value as C)}
  >
    {(Object.keys(onglets) as C[]).map((cle) => (
      <Tab
        key={cle}
        id={idOnglet(cle)}
        value={cle}
        aria-controls={cle === actif ? idPanneau(cle) : undefined}
      >
        {onglets[cle]}
        {complement?.[cle]}
      </Tab>
    ))}
  </TabList>
);
