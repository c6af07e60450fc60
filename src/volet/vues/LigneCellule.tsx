/** Le rang d'une cellule : sa place, son dossier, et de quoi la corriger ou la saisir quand l'agent y est. */
import { Button, Field, Input, mergeClasses, TreeItemLayout } from '@fluentui/react-components';
import { memo, useEffect, useMemo, useRef, useState } from 'react';
import { Source } from '../elements/Terme';
import { useControle, useSession } from '../contexte';
import { proprietairesDe } from '../liste';
import { adresse, type Anomalie, phraseDe } from '../../dossier/anomalies/anomalie';
import { lireSaisie, seSaisit } from '../../dossier/lecture/saisie';
import { controleDe } from '../etat';
import { phraseCommune } from '../../dossier/restitution/causes';
import { Corriger, type PropsLigne, toujours, useStyles } from './rang';

interface PropsCellule extends PropsLigne {
  readonly anomalie: Anomalie;
  readonly enCours: boolean;
}

/** La bonne valeur, saisie ici et écrite dans la cellule si elle se lit. */
function SaisieDansLaCarte({ anomalie }: { readonly anomalie: Anomalie }) {
  const session = useSession();
  const [saisi, saisir] = useState('');
  const [refus, dire] = useState<string | null>(null);
  const ecrire = (): void => {
    const controle = controleDe(session.etat());
    if (controle === null) return;
    const lue = lireSaisie(saisi, anomalie, controle.examen.lecture, controle.dates1904);
    if ('refus' in lue) return dire(lue.refus);
    dire(null);
    void session.corriger([lue.correction]);
  };
  return (
    <Field size="small" {...(refus !== null && { validationMessage: refus })}>
      <Input
        size="small"
        aria-label={`Valeur pour ${adresse(anomalie) ?? anomalie.feuille}`}
        placeholder="La bonne valeur"
        value={saisi}
        onChange={(_, { value }) => saisir(value)}
        onKeyDown={(e) => {
          e.stopPropagation();
          if (e.key === 'Enter') ecrire();
        }}
        contentAfter={{
          style: { flexShrink: 0 },
          children: (
            <Button size="small" appearance="subtle" onClick={ecrire}>
              Écrire
            </Button>
          ),
        }}
      />
    </Field>
  );
}

/** « N6 », « ligne 6 » ; sans ligne ni colonne, la feuille. */
function endroit(a: Anomalie): string {
  if (a.colonne === null && a.ligne !== null) return `ligne ${a.ligne}`;
  return adresse({ ...a, feuille: '' })?.replace(/^.*!/, '') ?? a.feuille;
}

export const LigneCellule = memo(function LigneCellule(props: PropsCellule) {
  const { anomalie: a, cause, enCours, tabIndex, aller, corriger } = props;
  const { examen } = useControle();
  const aQui = proprietairesDe(examen)(a);
  const styles = useStyles();
  const ou = adresse(a) ?? a.feuille;
  const commune = useMemo(() => phraseCommune(cause), [cause]);
  const lieu = useRef<HTMLElement>(null);
  useEffect(() => {
    if (enCours) lieu.current?.scrollIntoView({ block: 'nearest' });
  }, [enCours]);
  return (
    <TreeItemLayout
      className={mergeClasses(styles.rang, styles.cellule, enCours && styles.active)}
      main={{ className: styles.corps }}
      actions={toujours(
        styles.gestes,
        <>
          <Corriger anomalie={a} tabIndex={tabIndex} corriger={corriger} />
          <Button
            size="small"
            appearance="subtle"
            className={styles.fleche}
            tabIndex={tabIndex}
            aria-label={`Aller à la cellule ${ou}`}
            onClick={() => aller(a)}
          >
            ›
          </Button>
        </>,
      )}
    >
      <div className={mergeClasses(!enCours && styles.deux, !enCours && styles.une)}>
        <strong ref={lieu}>{endroit(a)}</strong>{' '}
        {aQui ? `${aQui.dossier}${aQui.gestionnaire === null ? '' : ` · ${aQui.gestionnaire}`}` : a.feuille}
      </div>
      {(commune === null || enCours) && (
        <div className={mergeClasses(styles.dit, !enCours && styles.deux)}>{phraseDe(a)}</div>
      )}
      {a.justification !== null && <div className={styles.dit}>Justifiée&nbsp;: {a.justification}</div>}
      {enCours && (
        <div className={styles.dit}>
          {a.reference} · <Source source={a.source} />
        </div>
      )}
      {enCours && seSaisit(a, examen.lecture) && <SaisieDansLaCarte anomalie={a} />}
    </TreeItemLayout>
  );
});
