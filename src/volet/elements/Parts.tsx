/** Les parts d'un tout, côte à côte ; la légende dit tout, la barre n'est qu'une image. */
import { Badge } from '@fluentui/react-components';
import { enFrancais, euros } from '../../reglement/explication';
import { ZERO, somme, type Decimal } from '../../valeurs/montant';

const LEGENDE = {
  // des couleurs imposées le videraient, à côté d'une barre qui reste pleine
  plein: { appearance: 'filled', color: 'brand', style: { forcedColorAdjust: 'none' } },
  clair: { appearance: 'tint', color: 'brand' },
  vide: { appearance: 'outline', color: 'informative' },
} as const;

interface Props {
  readonly parts: readonly (readonly [nom: string, montant: Decimal, aspect: 'plein' | 'clair' | 'vide'])[];
}

export function Parts({ parts }: Props) {
  const total = somme([ZERO, ...parts.map(([, montant]) => montant)]);
  if (total.isZero()) return null;
  const taux = (montant: Decimal): Decimal => montant.div(total).times(100);
  return (
    <div className="pile jauge">
      <div className="barre" aria-hidden="true">
        {parts.map(([nom, montant, aspect]) => (
          <span key={nom} className={aspect} style={{ inlineSize: `${taux(montant).toFixed(1)}%` }} />
        ))}
      </div>
      <ul className="rang">
        {parts.map(([nom, montant, aspect]) => (
          <li key={nom} className="rang">
            <Badge {...LEGENDE[aspect]} size="extra-small" shape="square" aria-hidden="true" />
            {nom} {enFrancais(taux(montant), 0)}&nbsp;% <span className="aide">{euros(montant)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
