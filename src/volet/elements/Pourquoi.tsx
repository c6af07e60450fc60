/** Un montant et « Pourquoi ce montant ? » : ses étapes, leur formule, en mots puis en chiffres, leur source. */
import { typographier } from '../../dossier/affichage/typographie';
import { euros, formuleChiffree, formuleEnMots, type Etape } from '../../reglement/explication';
import type { Montant } from '../../dossier/calcul/connu';
import { direManque } from '../../dossier/calcul/manque';

interface Props {
  readonly intitule: string;
  readonly montant: Montant;
}

const UneEtape = ({ etape }: { readonly etape: Etape }) => (
  <li>
    <strong>{typographier(etape.etape)}</strong>
    <span>{typographier(formuleEnMots(etape))}</span>
    <span>
      {typographier(formuleChiffree(etape))} = <b>{euros(etape.montant)}</b>
    </span>
    <span className="aide">{etape.source}</span>
  </li>
);

export const Pourquoi = ({ intitule, montant }: Props) => (
  <details className="montant">
    <summary>
      <span>{typographier(intitule)}</span>
      {montant.montant === null ? <i>inconnu</i> : <b>{euros(montant.montant)}</b>}
      <span className="cache"> Pourquoi ce montant&nbsp;?</span>
    </summary>
    {montant.montant !== null ? (
      <ol>
        {montant.etapes.map((etape, i) => (
          <UneEtape key={i} etape={etape} />
        ))}
      </ol>
    ) : (
      <ul>
        {montant.manque.map((m) => (
          <li key={direManque(m)}>{typographier(direManque(m))}</li>
        ))}
      </ul>
    )}
  </details>
);
