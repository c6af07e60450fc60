/** Un montant et « Pourquoi ce montant ? » : ses étapes, leur formule, en mots puis en chiffres, leur source. */
import { typographier } from '../../dossier/affichage/typographie';
import { euros, formuleChiffree, formuleEnMots, type Etape } from '../../reglement/explication';
import type { Decimal } from '../../valeurs/montant';

interface Props {
  readonly intitule: string;
  readonly montant: Decimal | null;
  readonly etapes: readonly Etape[] | undefined;
  /** Ce qui se dit sans étapes : d'où vient la valeur, ou ce qui manque. */
  readonly sinon: string;
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

export const Pourquoi = ({ intitule, montant, etapes, sinon }: Props) => (
  <details className="montant">
    <summary>
      <span>{typographier(intitule)}</span>
      {montant === null ? <i>non calculé</i> : <b>{euros(montant)}</b>}
      <span className="cache"> Pourquoi ce montant&nbsp;?</span>
    </summary>
    {etapes && etapes.length > 0 ? (
      <ol>
        {etapes.map((etape, i) => (
          <UneEtape key={i} etape={etape} />
        ))}
      </ol>
    ) : (
      <p>{typographier(sinon)}</p>
    )}
  </details>
);
