/** La fenêtre d'un geste : ce qui va se faire, puis « faire » ou « Fermer ». */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
} from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';

interface PropsFenetre {
  readonly bouton: ReactElement;
  readonly titre: string;
  readonly faire: string;
  readonly possible: boolean;
  readonly surFaire: () => void;
  readonly children: ReactNode;
}

export function Fenetre({ bouton, titre, faire, possible, surFaire, children }: PropsFenetre) {
  return (
    <Dialog>
      <DialogTrigger disableButtonEnhancement>{bouton}</DialogTrigger>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{titre}</DialogTitle>
          <DialogContent>
            <div className="suite">{children}</div>
          </DialogContent>
          <DialogActions fluid>
            <DialogTrigger disableButtonEnhancement>
              <Button appearance="primary" disabled={!possible} onClick={surFaire}>
                {faire}
              </Button>
            </DialogTrigger>
            <DialogTrigger disableButtonEnhancement>
              <Button>Fermer</Button>
            </DialogTrigger>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
