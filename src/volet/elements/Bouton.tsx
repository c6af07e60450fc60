/**
 * Le bouton du volet : la conduite de celui de Fluent, qui garde le focus quand il n'est pas disponible. Son style est
 * dans `style/boutons.ts`, sur les mêmes jetons : celui de Fluent, écrit pour tous les cas, pèse comme tout l'onglet.
 */
import { renderButton_unstable, useButton_unstable } from '@fluentui/react-components';
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

export const Bouton = ({ surClic, children, aspect, petit, indisponible, decritPar, etiquette }: Props) =>
  renderButton_unstable(
    useButton_unstable(
      {
        className: ['bouton', aspect, petit && 'petit'].filter(Boolean).join(' '),
        disabledFocusable: indisponible ?? false,
        'aria-describedby': decritPar,
        'aria-label': etiquette,
        onClick: () => void surClic(),
        children,
      },
      null,
    ),
  );
