/** Champs du volet : intitulé visible, liste ou texte ; les commandes natives, à l'aspect de Fluent. */
import { useId, type ReactNode } from 'react';

interface Liste {
  readonly intitule: ReactNode;
  readonly valeur: string;
  readonly choix: readonly (readonly [valeur: string, texte: string])[];
  readonly surChoix: (valeur: string) => unknown;
  readonly aide?: string;
}

export function ChampListe({ intitule, valeur, choix, surChoix, aide }: Liste) {
  const id = useId();
  return (
    <div className="champ">
      <label htmlFor={id}>{intitule}</label>
      <select
        id={id}
        value={valeur}
        aria-describedby={aide === undefined ? undefined : `${id}-aide`}
        onChange={(e) => void surChoix(e.currentTarget.value)}
      >
        {choix.map(([cle, texte]) => (
          <option key={cle} value={cle}>
            {texte}
          </option>
        ))}
      </select>
      {aide !== undefined && (
        <p className="aide" id={`${id}-aide`}>
          {aide}
        </p>
      )}
    </div>
  );
}

interface Texte {
  readonly intitule: string;
  readonly valeur: string;
  readonly surSaisie: (valeur: string) => void;
}

export function ChampRecherche({ intitule, valeur, surSaisie }: Texte) {
  const id = useId();
  return (
    <div className="champ">
      <label htmlFor={id}>{intitule}</label>
      <input id={id} type="search" value={valeur} onChange={(e) => surSaisie(e.currentTarget.value)} />
    </div>
  );
}

interface Interrupteur {
  readonly intitule: string;
  readonly actif: boolean;
  readonly surChoix: (actif: boolean) => void;
}

export const ChampInterrupteur = ({ intitule, actif, surChoix }: Interrupteur) => (
  <label className="interrupteur">
    <input
      type="checkbox"
      role="switch"
      checked={actif}
      onChange={(e) => surChoix(e.currentTarget.checked)}
    />
    {intitule}
  </label>
);
