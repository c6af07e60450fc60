/** La fenêtre d'un geste : ce qui va se faire, puis « faire » (ou Entrée, dans un champ) ou « Fermer ». */
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
import { useState, type ReactElement, type ReactNode, type SyntheticEvent } from 'react';
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
  const [ouverte, ouvrir] = useState(false);
  const valider = (e: SyntheticEvent): void => {
    e.preventDefault();
    if (empeche !== false) return;
    surFaire();
    ouvrir(false);
  };
  return (
    <Dialog open={ouverte} onOpenChange={(_, { open }) => ouvrir(open)}>
      <DialogTrigger disableButtonEnhancement>{bouton}</DialogTrigger>
      <DialogSurface>
        <form onSubmit={valider}>
          <DialogBody>
            <DialogTitle>{titre}</DialogTitle>
            <DialogContent>
              <div className="pile">{children}</div>
            </DialogContent>
            <DialogActions fluid>
              <Bouton aspect="primary" empeche={empeche} soumet>
                {faire}
              </Bouton>
              <DialogTrigger disableButtonEnhancement>
                <Button>Fermer</Button>
              </DialogTrigger>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
