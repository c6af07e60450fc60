/** Liste « intitulé : valeur », valeurs alignées à droite. */
export type LigneMontant = readonly [intitule: string, valeur: string];

export const Montants = ({ lignes }: { readonly lignes: readonly LigneMontant[] }) => (
  <dl className="montants">
    {lignes.map(([intitule, valeur]) => (
      <div key={intitule}>
        <dt>{intitule}</dt>
        <dd>{valeur}</dd>
      </div>
    ))}
  </dl>
);
