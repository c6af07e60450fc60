/** Une barre contre un maximum ; le texte à côté dit tout, la barre n'est qu'une image. */
import { Text, tokens } from '@fluentui/react-components';
import { enFrancais, euros } from '../../reglement/explication';
import { ZERO, type Decimal } from '../../valeurs/montant';

interface Props {
  readonly titre: string;
  readonly valeur: Decimal;
  readonly maximum: Decimal;
  /** Ce que vaut la barre pleine, si ce n'est pas le maximum (le coût entier, dont 80 % sont permis). */
  readonly plein?: Decimal;
}

/** Part de `b` en pour cent, bornée pour l'affichage. */
export const part = (a: Decimal, b: Decimal): number =>
  b.gt(ZERO) ? Math.min(100, a.div(b).times(100).toDecimalPlaces(1).toNumber()) : a.gt(ZERO) ? 100 : 0;

export function Jauge({ titre, valeur, maximum, plein = maximum }: Props) {
  const depasse = valeur.minus(maximum);
  const taux = plein.gt(ZERO) ? `${enFrancais(valeur.div(plein).times(100), 1)}\u00a0%` : null;
  const trop = depasse.gt(ZERO);
  return (
    <div className="pile jauge">
      <p>
        <strong>{titre}</strong>&nbsp;: {euros(valeur)} sur {euros(maximum)} au plus
        {taux && plein !== maximum && ` (${taux} du coût)`}
        {taux && plein === maximum && ` (${taux})`}
        {trop && (
          <Text weight="semibold" style={{ color: tokens.colorPaletteRedForeground2 }}>
            , dépassement de {euros(depasse)}
          </Text>
        )}
      </p>
      <div className="barre" aria-hidden="true">
        <span className={trop ? 'rouge' : 'plein'} style={{ inlineSize: `${part(valeur, plein)}%` }} />
        {plein !== maximum && <i style={{ insetInlineStart: `${part(maximum, plein)}%` }} />}
      </div>
    </div>
  );
}
