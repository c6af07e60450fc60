/** Une partie d'un onglet : une carte de Fluent, sous son titre. */
import { Card, makeStyles, typographyStyles } from '@fluentui/react-components';
import type { ReactNode, RefObject } from 'react';

const useStyles = makeStyles({
  carte: { padding: '10px', rowGap: '8px' },
  h2: typographyStyles.subtitle2,
  h3: typographyStyles.body1Strong,
});

interface Props {
  readonly titre?: ReactNode;
  /** Niveau du titre : sous celui de l'onglet, ou d'un dossier. */
  readonly niveau?: 2 | 3;
  /** Le titre prend le focus quand la partie paraît. */
  readonly refTitre?: RefObject<HTMLHeadingElement>;
  readonly etiquette?: string;
  readonly children: ReactNode;
}

export function Section({ titre, niveau = 2, refTitre, etiquette, children }: Props) {
  const styles = useStyles();
  const Titre = `h${niveau}` as const;
  return (
    <Card
      size="small"
      className={styles.carte}
      {...(etiquette !== undefined && { role: 'region', 'aria-label': etiquette })}
    >
      {titre !== undefined && (
        <Titre className={styles[Titre]} {...(refTitre && { ref: refTitre, tabIndex: -1 })}>
          {titre}
        </Titre>
      )}
      {children}
    </Card>
  );
}
