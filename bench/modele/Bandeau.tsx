import { Image, makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  bandeau: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    paddingTop: '100px',
    paddingBottom: '30px',
    backgroundColor: tokens.colorNeutralBackground3,
  },
  titre: { fontSize: tokens.fontSizeHero900, fontWeight: tokens.fontWeightRegular },
});

/** Le logo et la bienvenue. */
export function Bandeau({ logo, titre }: { readonly logo: string; readonly titre: string }) {
  const styles = useStyles();
  return (
    <section className={styles.bandeau}>
      <Image width="90" height="90" src={logo} alt="" />
      <h1 className={styles.titre}>{titre}</h1>
    </section>
  );
}
