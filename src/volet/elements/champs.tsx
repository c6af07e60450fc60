/** Les champs de Fluent, avec leur intitulé visible et leur aide. */
import { Field, Select } from '@fluentui/react-components';

interface Liste {
  readonly intitule: string;
  readonly valeur: string;
  readonly choix: readonly (readonly [valeur: string, texte: string])[];
  readonly surChoix: (valeur: string) => unknown;
  readonly aide?: string;
  /** Ce qui manque ou ne va pas dans ce champ. */
  readonly erreur?: string | undefined;
}

export const ChampListe = ({ intitule, valeur, choix, surChoix, aide, erreur }: Liste) => (
  <Field
    size="small"
    label={intitule}
    {...(aide !== undefined && { hint: aide })}
    {...(erreur !== undefined && { validationMessage: erreur, validationState: 'error' })}
  >
    <Select value={valeur} onChange={(_, { value }) => void surChoix(value)}>
      {choix.map(([cle, texte]) => (
        <option key={cle} value={cle}>
          {texte}
        </option>
      ))}
    </Select>
  </Field>
);
