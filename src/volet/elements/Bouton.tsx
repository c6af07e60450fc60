/**
 * Le bouton du volet : la conduite de celui de Fluent, qui garde le focus quand il n'est pas disponible. Son style est
 * dans `style/boutons.ts`, sur les mêmes jetons : celui de Fluent, écrit pour tous les cas, pèse comme tout l'onglet.
 */
import { useButton_unstable } from '@fluentui/react-components';
import type { ComponentProps, ReactNode } from 'react';

interface Props {
  readonly surClic: () => unknown;
  readonly children: ReactNode;
  readonly aspect?: 'primary' | 'subtle';
  readonly petit?: boolean;
  readonly indisponible?: boolean;
  readonly decritPar?: string | undefined;
  readonly etiquette?: string;
}

export function Bouton({ surClic, children, aspect, petit, indisponible, decritPar, etiquette }: Props) {
  const { root } = useButton_unstable(
    {
      className: ['bouton', aspect, petit && 'petit'].filter(Boolean).join(' '),
      disabledFocusable: indisponible ?? false,
      'aria-describedby': decritPar,
      'aria-label': etiquette,
      onClick: () => void surClic(),
      children,
    },
    null,
  );
  // toujours un bouton : le rendu de Fluent, qui sait aussi faire un lien ou une icône, ne servirait à rien d'autre
  return <button {...(root as ComponentProps<'button'>)} />;
}
