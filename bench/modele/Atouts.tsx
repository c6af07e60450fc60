import { makeStyles, tokens } from '@fluentui/react-components';
import { DesignIdeas24Regular, LockOpen24Regular, Ribbon24Regular } from '@fluentui/react-icons';

const useStyles = makeStyles({
  cadre: { width: '100%', display: 'flex', flexDirection: 'column', alignItems: 'center' },
  message: { fontSize: tokens.fontSizeBase500, fontWeight: tokens.fontWeightRegular },
  atout: { display: 'flex', paddingBottom: '20px' },
  icone: { marginRight: '10px' },
  texte: { fontSize: tokens.fontSizeBase300 },
});

const ATOUTS = [
  { icone: <Ribbon24Regular />, texte: 'Faire plus avec Excel' },
  { icone: <LockOpen24Regular />, texte: 'Ouvrir des fonctions' },
  { icone: <DesignIdeas24Regular />, texte: 'Montrer ses idées' },
];

/** Trois lignes, chacune son icône. */
export function Atouts() {
  const styles = useStyles();
  return (
    <div className={styles.cadre}>
      <h2 className={styles.message}>Ce que fait ce complément</h2>
      <ul>
        {ATOUTS.map(({ icone, texte }) => (
          <li key={texte} className={styles.atout}>
            <i className={styles.icone}>{icone}</i>
            <span className={styles.texte}>{texte}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
