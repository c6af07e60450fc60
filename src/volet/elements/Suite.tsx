/** Une longue liste, montrée par pages : cinq mille lignes ne coûtent que celles qu'on regarde. */
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { entier } from '../../dossier/affichage/pluriel';
import { Bouton } from './Bouton';

const PAGE = 40;

interface Props<T> {
  readonly elements: readonly T[];
  readonly cle: (element: T) => string;
  readonly rendre: (element: T) => ReactNode;
  /** Titre placé avant un élément quand il ouvre un groupe. */
  readonly titre?: (element: T, precedent: T | undefined) => ReactNode;
}

export function Suite<T>({ elements, cle, rendre, titre }: Props<T>) {
  const [montres, montrer] = useState(PAGE);
  const liste = useRef<HTMLOListElement>(null);
  /** Le focus va au premier élément ajouté : le clavier reprend là où la lecture continue. */
  const premierNouveau = useRef<number | null>(null);
  useEffect(() => {
    const rang = premierNouveau.current;
    premierNouveau.current = null;
    if (rang !== null)
      liste.current?.querySelector<HTMLElement>(`:scope > li:nth-child(${rang + 1})`)?.focus();
  }, [montres]);
  if (elements.length === 0) return null;
  const reste = elements.length - montres;
  return (
    <>
      <ol className="pile" ref={liste}>
        {elements.slice(0, montres).map((element, i) => (
          <li key={cle(element)} tabIndex={-1} className="pile">
            {titre?.(element, elements[i - 1])}
            {rendre(element)}
          </li>
        ))}
      </ol>
      {reste > 0 && (
        <Bouton
          surClic={() => {
            premierNouveau.current = montres;
            montrer(montres + PAGE);
          }}
        >
          Afficher la suite ({entier(reste)} de plus)
        </Bouton>
      )}
    </>
  );
}
