/** Le volet du modèle : monté quand Office est prêt. */
import { createRoot } from 'react-dom/client';
import { FluentProvider, makeStyles, webLightTheme } from '@fluentui/react-components';
import { Atouts } from './Atouts';
import { Bandeau } from './Bandeau';
import { Insertion } from './Insertion';

const useStyles = makeStyles({ racine: { minHeight: '100vh' } });

function Volet() {
  return (
    <div className={useStyles().racine}>
      <Bandeau logo="icones/clas-80.png" titre="Bienvenue" />
      <Atouts />
      <Insertion />
    </div>
  );
}

const racine = document.getElementById('volet');
void Office.onReady(() => {
  if (racine)
    createRoot(racine).render(
      <FluentProvider theme={webLightTheme}>
        <Volet />
      </FluentProvider>,
    );
});
