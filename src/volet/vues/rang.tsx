/** Ce que les rangs de la liste ont en commun : leur aspect, leurs gestes, la correction d'un clic. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { HTMLAttributes, ReactNode } from 'react';
import { correctionSituee } from '../../dossier/anomalies/correction';
import { adresse, type Anomalie } from '../../dossier/anomalies/anomalie';
import type { Cause } from '../../dossier/restitution/causes';

export const useStyles = makeStyles({
  arbre: {
    rowGap: 0,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  rang: {
    // à 200 % de zoom, les gestes passent dessous : la phrase garde sa largeur
    '@media (max-width: 240px)': { flexWrap: 'wrap' },
    paddingBlock: '4px',
    alignItems: 'flex-start',
    cursor: 'pointer',
    fontSize: '13px',
    lineHeight: '18px',
  },
  cause: {
    paddingInlineEnd: '2px',
    borderTopWidth: '1px',
    borderTopStyle: 'solid',
    borderTopColor: tokens.colorNeutralStroke2,
  },
  cellule: { paddingInlineStart: '28px', alignItems: 'center', paddingBlock: '2px' },
  active: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    boxShadow: `inset 3px 0 ${tokens.colorBrandForeground1}`,
  },
  corps: { minWidth: 0, flexGrow: 1, '@media (max-width: 240px)': { flexBasis: '80px' } },
  deux: {
    display: '-webkit-box',
    WebkitLineClamp: 2,
    '@media (max-width: 240px)': { WebkitLineClamp: 4 },
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
  },
  une: { WebkitLineClamp: 1, '@media (max-width: 240px)': { WebkitLineClamp: 3 } },
  titre: { fontWeight: tokens.fontWeightSemibold },
  lien: { color: tokens.colorBrandForegroundLink },
  fleche: { minWidth: '28px' },
  dit: { color: tokens.colorNeutralForeground3, fontSize: '12px', lineHeight: '16px' },
  gestes: { paddingInline: '4px', gap: '2px', alignItems: 'center', flexShrink: 0 },
});

/** Des gestes toujours visibles ; Fluent passerait `visible` à l'élément, qui ne le connaît pas. */
export const toujours = (className: string, gestes: ReactNode) => ({
  visible: true,
  className,
  children: (
    _: unknown,
    { visible: _visible, ...autres }: HTMLAttributes<HTMLDivElement> & { visible?: boolean },
  ) => <div {...autres}>{gestes}</div>,
});

export interface PropsLigne {
  readonly cause: Cause;
  readonly tabIndex: number;
  readonly aller: (a: Anomalie) => void;
  readonly corriger: (a: Anomalie) => void;
}

/** La valeur proposée, qui s'écrit d'un clic ; rien quand il n'y a rien de sûr à écrire. */
export function Corriger(props: Pick<PropsLigne, 'tabIndex' | 'corriger'> & { readonly anomalie: Anomalie }) {
  const { anomalie: a, tabIndex, corriger } = props;
  if (!a.correction || !correctionSituee(a)) return null;
  return (
    <Button
      size="small"
      tabIndex={tabIndex}
      aria-label={`Corriger ${adresse(a) ?? a.feuille} : ${a.correction.texte}`}
      onClick={() => corriger(a)}
    >
      {a.correction.texte}&nbsp;✓
    </Button>
  );
}
