/** Un bouton et son menu. */
import { Menu, MenuList, MenuPopover, MenuTrigger, type MenuProps } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';

interface Props extends Pick<MenuProps, 'checkedValues' | 'onCheckedValueChange'> {
  readonly bouton: ReactElement;
  readonly children: ReactNode;
}

export const MenuDe = ({ bouton, children, ...coches }: Props) => (
  <Menu {...coches}>
    <MenuTrigger disableButtonEnhancement>{bouton}</MenuTrigger>
    <MenuPopover>
      <MenuList>{children}</MenuList>
    </MenuPopover>
  </Menu>
);
