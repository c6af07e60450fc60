/** Porte du volet : sa session sur Excel, ses vues, ses actions de ruban. */
import { createRoot } from 'react-dom/client';
import { creerPortExcel } from '../classeur/excel';
import { inscrireActions } from './actions';
import { ContexteSession } from './contexte';
import { creerSession } from './session';
import { poserStyle } from './style';
import { Themes } from './theme';
import { Volet } from './vues/Volet';

/** Le jour du poste, « AAAA-MM-JJ ». */
function aujourdhui(): string {
  const jour = new Date();
  const deux = (n: number): string => String(n).padStart(2, '0');
  return `${jour.getFullYear()}-${deux(jour.getMonth() + 1)}-${deux(jour.getDate())}`;
}

export interface VoletMonte {
  /** Excel est prêt : le classeur se lit. */
  readonly demarrer: () => void;
  /** Excel montre le volet, ou le ferme : la page, elle, vit encore pour les formules. */
  readonly montrer: (visible: boolean) => void;
  readonly retirer: () => void;
}

/** Montre le volet sans rien demander à Excel, qui s'éveille encore : c'est `demarrer` qui commence. */
export function monter(element: HTMLElement): VoletMonte {
  const session = creerSession({ port: creerPortExcel(), aujourdhui });
  poserStyle(document);
  session.attendre();
  const racine = createRoot(element);
  racine.render(
    <ContexteSession.Provider value={session}>
      <Themes>
        <Volet />
      </Themes>
    </ContexteSession.Provider>,
  );
  const inscrire = (): unknown =>
    inscrireActions({
      verifier: () => session.desQueLibre(session.verifier),
      genererFichier: () => session.desQueLibre(session.genererFichier),
    });
  return {
    demarrer: () => void session.demarrer().then(inscrire),
    montrer: session.montrer,
    retirer: () => {
      racine.unmount();
    },
  };
}
