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
import { Bouton } from './Bouton';

interface PropsFenetre {
  readonly bouton: ReactElement;
  readonly titre: string;
  readonly faire: string;
  /** Ce qui manque pour le faire ; faux : rien. */
  readonly empeche: string | false;
  readonly surFaire: () => void;
  readonly children: ReactNode;
}

export function Fenetre({ bouton, titre, faire, empeche, surFaire, children }: PropsFenetre) {
  return (
    <Dialog>
      <DialogTrigger disableButtonEnhancement>{bouton}</DialogTrigger>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{titre}</DialogTitle>
          <DialogContent>
            <div className="pile">{children}</div>
          </DialogContent>
          <DialogActions fluid>
            {empeche === false ? (
              <DialogTrigger disableButtonEnhancement>
                <Button appearance="primary" onClick={surFaire}>
                  {faire}
                </Button>
              </DialogTrigger>
            ) : (
              <Bouton aspect="primary" empeche={empeche} surClic={surFaire}>
                {faire}
              </Bouton>
            )}
            <DialogTrigger disableButtonEnhancement>
              <Button>Fermer</Button>
            </DialogTrigger>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
