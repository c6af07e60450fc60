/** Onglets (WAI-ARIA « tabs ») : un seul dans l'ordre de tabulation, les flèches passent de l'un à l'autre. */
import { useRef, type KeyboardEvent, type ReactNode } from 'react';

interface Props<C extends string> {
  readonly etiquette: string;
  readonly onglets: Readonly<Record<C, string>>;
  readonly actif: C;
  readonly surChoix: (cle: C) => void;
  /** Complément d'un intitulé (nombre d'anomalies). */
  readonly complement?: Partial<Record<C, ReactNode>>;
}

const PAS: Readonly<Record<string, (rang: number, nombre: number) => number>> = {
  ArrowRight: (rang, nombre) => (rang + 1) % nombre,
  ArrowLeft: (rang, nombre) => (rang + nombre - 1) % nombre,
  Home: () => 0,
  End: (_, nombre) => nombre - 1,
};

export const idOnglet = (cle: string): string => `onglet-${cle}`;
export const idPanneau = (cle: string): string => `panneau-${cle}`;

export function Onglets<C extends string>({ etiquette, onglets, actif, surChoix, complement }: Props<C>) {
  const liste = useRef<HTMLDivElement>(null);
  const cles = Object.keys(onglets) as C[];

  const surTouche = (e: KeyboardEvent): void => {
    const cible = cles[PAS[e.key]?.(cles.indexOf(actif), cles.length) ?? -1];
    if (cible === undefined) return;
    e.preventDefault();
    surChoix(cible);
    liste.current?.querySelector<HTMLElement>(`#${idOnglet(cible)}`)?.focus();
  };

  return (
    <div ref={liste} className="onglets" role="tablist" aria-label={etiquette} onKeyDown={surTouche}>
      {cles.map((cle) => (
        <button
          key={cle}
          type="button"
          role="tab"
          id={idOnglet(cle)}
          aria-selected={cle === actif}
          aria-controls={cle === actif ? idPanneau(cle) : undefined}
          tabIndex={cle === actif ? 0 : -1}
          onClick={() => surChoix(cle)}
        >
          {onglets[cle]}
          {complement?.[cle]}
        </button>
      ))}
    </div>
  );
}
