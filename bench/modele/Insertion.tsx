import { useState } from 'react';
import { Button, Field, Textarea, makeStyles } from '@fluentui/react-components';

const useStyles = makeStyles({
  cadre: { display: 'flex', flexDirection: 'column', alignItems: 'center' },
  champ: { margin: '30px 20px 20px', maxWidth: '50%' },
});

const inserer = (texte: string): Promise<void> =>
  Excel.run(async (contexte) => {
    const plage = contexte.workbook.worksheets.getActiveWorksheet().getRange('A1');
    plage.values = [[texte]];
    plage.format.autofitColumns();
    await contexte.sync();
  });

/** Un texte, et le bouton qui l'écrit dans la feuille. */
export function Insertion() {
  const styles = useStyles();
  const [texte, changer] = useState('Un texte.');
  return (
    <div className={styles.cadre}>
      <Field className={styles.champ} size="large" label="Texte à insérer">
        <Textarea size="large" value={texte} onChange={(_, { value }) => changer(value)} />
      </Field>
      <Button appearance="primary" size="large" onClick={() => void inserer(texte)}>
        Insérer
      </Button>
    </div>
  );
}
