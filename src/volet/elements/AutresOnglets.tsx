/** Le menu des onglets qui n'ont pas leur place en largeur ; rien quand tous l'ont. */
import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  useIsOverflowItemVisible,
  useOverflowMenu,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { PropsAutres } from './Onglets';

export function AutresOnglets<C extends string>({ onglets, surChoix, complement }: PropsAutres<C>) {
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
          {(Object.keys(onglets) as C[]).map((cle) => (
            <Autre key={cle} cle={cle} surChoix={() => surChoix(cle)}>
              {onglets[cle]}
              {complement[cle]}
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
