/**
 * Les causes, en arbre : une par rang, avec son titre, son nombre et son geste ; dépliée, ses cellules, chacune avec son
 * dossier et son gestionnaire. Les flèches passent de rang en rang, la touche Tab d'un rang à ses seuls boutons.
 */
import { FlatTree, mergeClasses, TreeItem, TreeItemLayout } from '@fluentui/react-components';
import { type MouseEvent, useEffect, useMemo, useRef, useState } from 'react';
import { Bouton } from '../elements/Bouton';
import { useFocusRepris } from '../elements/focus';
import { useEtat, useSession } from '../contexte';
import {
  activer,
  basculer,
  cleAnomalie,
  montrerPlus,
  ouvertesDe,
  PAS,
  type Rang,
  rangsDe,
  suivante,
} from '../liste';
import { pluriel } from '../../dossier/affichage/pluriel';
import { correctionSituee } from '../../dossier/anomalies/correction';
import type { Anomalie } from '../../dossier/anomalies/anomalie';
import type { Liste } from '../etat';
import type { Session } from '../session';
import type { Cause } from '../../dossier/restitution/causes';
import { type PropsLigne, useStyles } from './rang';
import { LigneCause } from './LigneCause';
import { LigneCellule } from './LigneCellule';

interface Props {
  readonly causes: readonly Cause[];
}

/** Les mêmes d'un rendu à l'autre : un rang que rien ne change ne se refait pas. Ici, pour ne retenir que cela. */
function useGestes(causes: readonly Cause[], liste: Liste): Pick<PropsLigne, 'aller' | 'corriger'> {
  const vu = useRef({ causes, liste });
  vu.current = { causes, liste };
  const session = useSession();
  return useState(() => gestesSur(vu, session))[0];
}

function gestesSur(
  vu: { readonly current: { readonly causes: readonly Cause[]; readonly liste: Liste } },
  session: Session,
): Pick<PropsLigne, 'aller' | 'corriger'> {
  const activee = (a: Anomalie): void => session.lister(activer(vu.current.causes, vu.current.liste, a));
  return {
    aller: (a) => {
      activee(a);
      void session.allerA({ feuille: a.feuille, ligne: a.ligne ?? 1, colonne: a.colonne ?? 1 });
    },
    corriger: (a) => {
      const aEcrire = correctionSituee(a);
      if (aEcrire === null) return;
      activee(a);
      void session.corriger([aEcrire]);
    },
  };
}

export function ListeAnomalies({ causes }: Props) {
  const session = useSession();
  const { liste } = useEtat();
  const [montrees, montrer] = useState(PAS);
  /** Le rang où est le clavier : seuls ses boutons sont dans l'ordre de tabulation. */
  const [courant, surRang] = useState<string | null>(null);
  const styles = useStyles();
  const vues = useMemo(() => causes.slice(0, montrees), [causes, montrees]);
  const rangs = useMemo(() => rangsDe(vues, liste), [vues, liste]);
  const tenu = rangs.some(({ id }) => id === courant) ? courant : (rangs[0]?.id ?? null);
  const arbre = useRef<HTMLDivElement>(null);
  // corrigée, l'anomalie disparaît avec son bouton : le clavier reprend à celle qui a pris sa place
  const repris = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const prochaine = liste.active ? suivante(causes, liste) : undefined;
    const rang = (id: string) =>
      arbre.current?.querySelector<HTMLElement>(`[data-fui-tree-item-value="${id}"]`);
    repris.current =
      (prochaine && rang(cleAnomalie(prochaine))) ??
      arbre.current?.querySelector<HTMLElement>('[role=treeitem]') ??
      null;
  });
  useFocusRepris(repris);
  const { aller, corriger } = useGestes(causes, liste);
  if (rangs.length === 0) return null;

  const commun = (rang: Rang) => ({
    key: rang.id,
    value: rang.id,
    'aria-posinset': rang.place,
    'aria-setsize': rang.sur,
    onFocus: () => surRang(rang.id),
  });
  const rendre = (rang: Rang) => {
    const { key, ...place } = commun(rang);
    const tabIndex = rang.id === tenu ? 0 : -1;
    switch (rang.type) {
      case 'cause':
        return (
          <TreeItem key={key} {...place} itemType="branch" aria-level={1}>
            <LigneCause {...rang} tabIndex={tabIndex} aller={aller} corriger={corriger} />
          </TreeItem>
        );
      case 'cellule': {
        const { anomalie, cause, parent } = rang;
        const enCours = liste.active?.cle === rang.id;
        return (
          <TreeItem
            key={key}
            {...place}
            itemType="leaf"
            aria-level={2}
            parentValue={parent}
            aria-current={enCours || undefined}
            onClick={(e: MouseEvent) => {
              if (!(e.target as Element).closest('button, input')) aller(anomalie);
            }}
          >
            <LigneCellule
              anomalie={anomalie}
              cause={cause}
              enCours={enCours}
              tabIndex={tabIndex}
              aller={aller}
              corriger={corriger}
            />
          </TreeItem>
        );
      }
      case 'autres':
        return (
          <TreeItem
            key={key}
            {...place}
            itemType="leaf"
            aria-level={2}
            parentValue={rang.parent}
            onClick={() => session.lister(montrerPlus(liste, rang.parent))}
          >
            <TreeItemLayout className={mergeClasses(styles.rang, styles.cellule)}>
              <span className={styles.lien}>{pluriel(rang.reste, 'autre')}</span>
            </TreeItemLayout>
          </TreeItem>
        );
    }
  };
  return (
    <>
      <div ref={arbre}>
        <FlatTree
          className={styles.arbre}
          aria-label="Anomalies par cause"
          navigationMode="treegrid"
          openItems={ouvertesDe(vues, liste)}
          onOpenChange={(_, { value, open }) => session.lister(basculer(causes, liste, String(value), open))}
        >
          {rangs.map(rendre)}
        </FlatTree>
      </div>
      {causes.length > montrees && (
        <Bouton surClic={() => montrer(montrees + PAS)}>
          Afficher la suite ({pluriel(causes.length - montrees, 'cause')} de plus)
        </Bouton>
      )}
    </>
  );
}
