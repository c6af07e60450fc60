/** Le bouton de Fluent, qui garde le focus quand il n'est pas disponible. */
import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';

interface Props {
  readonly surClic: () => unknown;
  readonly children: ReactNode;
  readonly aspect?: 'primary' | 'subtle';
  readonly petit?: boolean;
  readonly indisponible?: boolean;
  readonly decritPar?: string | undefined;
  readonly etiquette?: string;
}

export const Bouton = ({ surClic, children, aspect, petit, indisponible, decritPar, etiquette }: Props) => (
  <Button
    appearance={aspect ?? 'secondary'}
    size={petit ? 'small' : 'medium'}
    disabledFocusable={indisponible ?? false}
    aria-describedby={decritPar}
    aria-label={etiquette}
    onClick={() => void surClic()}
  >
    {children}
  </Button>
);
