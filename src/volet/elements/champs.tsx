/** Les champs de Fluent, avec leur intitulé visible et leur aide. */
import { Field, SearchBox, Select, Switch } from '@fluentui/react-components';

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

interface Texte {
  readonly intitule: string;
  readonly valeur: string;
  readonly surSaisie: (valeur: string) => void;
}

export const ChampRecherche = ({ intitule, valeur, surSaisie }: Texte) => (
  <Field size="small" label={intitule}>
    <SearchBox
      value={valeur}
      dismiss={{ 'aria-label': 'Effacer' }}
      onChange={(_, { value }) => surSaisie(value)}
    />
  </Field>
);

interface Interrupteur {
  readonly intitule: string;
  readonly actif: boolean;
  readonly surChoix: (actif: boolean) => void;
}

export const ChampInterrupteur = ({ intitule, actif, surChoix }: Interrupteur) => (
  <Switch label={intitule} checked={actif} onChange={(_, { checked }) => surChoix(checked)} />
);
