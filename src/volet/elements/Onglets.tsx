/**
 * Les onglets de Fluent, sur une ligne : un seul dans l'ordre de tabulation, les flèches passent de l'un à l'autre et
 * l'ouvrent ; ceux qui ne tiennent pas en largeur passent dans un menu.
 */
import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Overflow,
  OverflowItem,
  Tab,
  TabList,
  makeStyles,
  tokens,
  useIsOverflowItemVisible,
  useOverflowMenu,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  barre: {
    display: 'flex',
    overflow: 'hidden',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  onglet: { paddingInline: tokens.spacingHorizontalXS },
});

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

export function Onglets<C extends string>(props: Props<C>) {
  const { etiquette, onglets, actif, surChoix, complement } = props;
  const styles = useStyles();
  const cles = Object.keys(onglets) as C[];
  return (
    <Overflow minimumVisible={1} padding={0}>
      <div className={styles.barre}>
        <TabList
          size="small"
          selectTabOnFocus
          aria-label={etiquette}
          selectedValue={actif}
          onTabSelect={(_, { value }) => surChoix(value as C)}
        >
          {cles.map((cle, i) => (
            <OverflowItem key={cle} id={cle} priority={cle === actif ? cles.length + 1 : cles.length - i}>
              <Tab
                id={idOnglet(cle)}
                className={styles.onglet}
                value={cle}
                aria-controls={cle === actif ? idPanneau(cle) : undefined}
              >
                {onglets[cle]}
                {complement?.[cle]}
              </Tab>
            </OverflowItem>
          ))}
        </TabList>
        <Autres {...props} cles={cles} />
      </div>
    </Overflow>
  );
}

/** Le menu de ceux qui n'ont pas leur place ; rien quand tous l'ont. */
function Autres<C extends string>(props: Props<C> & { readonly cles: readonly C[] }) {
  const { onglets, surChoix, complement, cles } = props;
  const { ref, isOverflowing } = useOverflowMenu<HTMLButtonElement>();
  if (!isOverflowing) return null;
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button
          ref={(bouton: HTMLButtonElement | null) => void (ref.current = bouton)}
          size="small"
          appearance="transparent"
          aria-label="Autres onglets"
        >
          …
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {cles.map((cle) => (
            <Autre key={cle} cle={cle} surChoix={() => surChoix(cle)}>
              {onglets[cle]}
              {complement?.[cle]}
            </Autre>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

interface PropsAutre {
  readonly cle: string;
  readonly surChoix: () => void;
  readonly children: ReactNode;
}

function Autre({ cle, surChoix, children }: PropsAutre) {
  return useIsOverflowItemVisible(cle) ? null : <MenuItem onClick={surChoix}>{children}</MenuItem>;
}
