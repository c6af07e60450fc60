/** L'adresse d'une cellule, qui y conduit ; rien quand l'endroit n'a pas de ligne. */
import { Link } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useSession } from '../contexte';
import { adresse, type Lieu } from '../../dossier/anomalies/anomalie';

interface Props {
  readonly lieu: Pick<Lieu, 'feuille' | 'ligne' | 'colonne'>;
  /** Ce qui se lit à la place de l'adresse. */
  readonly children?: ReactNode;
}

export function LienCellule({ lieu, children }: Props) {
  const session = useSession();
  const { feuille, ligne, colonne } = lieu;
  if (ligne === null) return <>{children ?? feuille}</>;
  const ou = adresse(lieu) ?? `${feuille}, ligne ${ligne}`;
  return (
    <Link as="button" inline onClick={() => void session.allerA({ feuille, ligne, colonne: colonne ?? 1 })}>
      {children === undefined ? (
        <>
          <span className="cache">Aller à la cellule </span>
          {ou}
        </>
      ) : (
        <>
          {children}
          <span className="cache">, aller à la cellule {ou}</span>
        </>
      )}
    </Link>
  );
}
