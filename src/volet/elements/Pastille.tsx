import { CounterBadge } from '@fluentui/react-components';
import { s } from '../../valeurs/pluriel';

/** Nombre d'anomalies bloquantes, à côté de « Vérifier ». */
export function Pastille({ nombre }: { readonly nombre: number }) {
  if (nombre === 0) return null;
  return (
    <>
      <span className="cache"> : </span>
      <CounterBadge
        style={{ marginInlineStart: '4px' }}
        size="small"
        color="danger"
        count={nombre}
        overflowCount={999}
      />
      <span className="cache"> bloquante{s(nombre)}</span>
    </>
  );
}
