/** Le bouton de Fluent ; empêché, il garde le focus et dit pourquoi. */
import { Button, Tooltip, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';

/** Dans une carte, qui étirerait ce qu'elle contient. */
const useStyles = makeStyles({ bouton: { alignSelf: 'flex-start' } });

interface Props {
  readonly surClic?: () => unknown;
  /** Valide le formulaire où il est. */
  readonly soumet?: boolean;
  readonly children: ReactNode;
  readonly aspect?: 'primary' | 'subtle';
  readonly petit?: boolean;
  /** Pourquoi ce bouton ne fait rien encore, en une phrase ; faux : il fait. */
  readonly empeche?: string | false | undefined;
  readonly etiquette?: string;
}

export function Bouton({ surClic, soumet, children, aspect, petit, empeche = false, etiquette }: Props) {
  const styles = useStyles();
  const bouton = (
    <Button
      type={soumet ? 'submit' : 'button'}
      className={styles.bouton}
      appearance={aspect ?? 'secondary'}
      size={petit ? 'small' : 'medium'}
      disabledFocusable={empeche !== false}
      aria-label={etiquette}
      onClick={() => void surClic?.()}
    >
      {children}
    </Button>
  );
  return empeche === false ? (
    bouton
  ) : (
    <Tooltip content={empeche} relationship="description">
      {bouton}
    </Tooltip>
  );
}
