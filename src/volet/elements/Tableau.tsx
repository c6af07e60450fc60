/** Un tableau de montants : à 200 % de zoom, il défile seul, au clavier aussi, et un montant ne se coupe pas. */
import { Table, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  defile: {
    overflowX: 'auto',
    '& table': { tableLayout: 'auto' },
    '& :is(th, td)': { paddingBlock: '3px', overflowWrap: 'normal' },
    '& td': { whiteSpace: 'nowrap' },
  },
});

/** L'intitulé d'une colonne de montants, à droite comme eux. */
export const FIN = { style: { justifyContent: 'flex-end' } } as const;

export const Tableau = ({ titre, children }: { readonly titre: string; readonly children: ReactNode }) => (
  <div className={useStyles().defile} role="region" aria-label={titre} tabIndex={0}>
    <Table size="extra-small">{children}</Table>
  </div>
);
