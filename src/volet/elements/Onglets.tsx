/**
 * Les onglets de Fluent, sur une ligne : un seul dans l'ordre de tabulation, les flèches passent de l'un à l'autre et
 * l'ouvrent ; ceux qui ne tiennent pas en largeur passent dans un menu, qui vient avec la session.
 */
import { Overflow, OverflowItem, Tab, TabList } from '@fluentui/react-components';
import type { ComponentType, ReactNode } from 'react';

export interface PropsAutres<C extends string> {
  readonly onglets: Readonly<Record<C, string>>;
  readonly surChoix: (cle: C) => void;
  /** Complément d'un intitulé (nombre d'anomalies). */
  readonly complement: Partial<Record<C, ReactNode>>;
}

interface Props<C extends string> extends PropsAutres<C> {
  readonly etiquette: string;
  readonly actif: C;
  readonly Autres: ComponentType<PropsAutres<NoInfer<C>>> | undefined;
}

export const idOnglet = (cle: string): string => `onglet-${cle}`;
export const idPanneau = (cle: string): string => `panneau-${cle}`;

export function Onglets<C extends string>({ etiquette, actif, Autres, ...props }: Props<C>) {
  const { onglets, surChoix, complement } = props;
  const cles = Object.keys(onglets) as C[];
  return (
    <Overflow minimumVisible={1} padding={0}>
      <div className="onglets">
        <TabList
          size="small"
          selectTabOnFocus
          aria-label={etiquette}
          selectedValue={actif}
          onTabSelect={(_, { value }) => surChoix(value as C)}
        >
          {cles.map((cle, i) => (
            <OverflowItem key={cle} id={cle} priority={cle === actif ? cles.length + 1 : cles.length - i}>
              <Tab id={idOnglet(cle)} value={cle} aria-controls={cle === actif ? idPanneau(cle) : undefined}>
                {onglets[cle]}
                {complement[cle]}
              </Tab>
            </OverflowItem>
          ))}
        </TabList>
        {Autres && <Autres {...props} />}
      </div>
    </Overflow>
  );
}
