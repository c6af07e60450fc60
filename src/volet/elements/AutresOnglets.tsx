/** Le menu des onglets qui n'ont pas leur place en largeur ; rien quand tous l'ont. */
import { Button, MenuItem, useIsOverflowItemVisible, useOverflowMenu } from '@fluentui/react-components';
import { MenuDe } from './MenuDe';
import type { ReactNode } from 'react';
import type { PropsAutres } from './Onglets';

export function AutresOnglets<C extends string>({ onglets, surChoix, complement }: PropsAutres<C>) {
  const { ref, isOverflowing } = useOverflowMenu<HTMLButtonElement>();
  if (!isOverflowing) return null;
  return (
    <MenuDe
      bouton={
        <Button
          ref={(bouton: HTMLButtonElement | null) => void (ref.current = bouton)}
          size="small"
          appearance="transparent"
          aria-label="Autres onglets"
        >
          …
        </Button>
      }
    >
      {(Object.keys(onglets) as C[]).map((cle) => (
        <Autre key={cle} cle={cle} surChoix={() => surChoix(cle)}>
          {onglets[cle]}
          {complement[cle]}
        </Autre>
      ))}
    </MenuDe>
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
