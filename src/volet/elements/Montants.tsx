/** Liste « intitulé : valeur », valeurs alignées à droite. */
import { Terme } from './Terme';

export type LigneMontant = readonly [intitule: string, valeur: string];

export const Montants = ({ lignes }: { readonly lignes: readonly LigneMontant[] }) => (
  <dl className="montants">
    {lignes.map(([intitule, valeur]) => (
      <div key={intitule} className="rang">
        <dt>
          <Terme texte={intitule} />
        </dt>
        <dd className="fin">
          <b>{valeur}</b>
        </dd>
      </div>
    ))}
  </dl>
);
