/** Ce qui se déplie sous son titre, dans un `Accordion` de Fluent ; un titre de la page a son niveau, les autres sont petits. */
import {
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  type AccordionItemProps,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';

interface Props {
  readonly cle: AccordionItemProps['value'];
  readonly titre: ReactNode;
  readonly niveau?: 'h2' | 'h3';
  readonly ferme?: boolean;
  readonly children: ReactNode;
}

export const Depliant = ({ cle, titre, niveau, ferme = false, children }: Props) => (
  <AccordionItem value={cle} disabled={ferme}>
    <AccordionHeader {...(niveau ? { as: niveau } : { size: 'small' })}>{titre}</AccordionHeader>
    <AccordionPanel collapseMotion={null}>{children}</AccordionPanel>
  </AccordionItem>
);
