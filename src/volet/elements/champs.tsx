/** Les champs de Fluent, avec leur intitulé visible, leur aide, et ce qui n'y va pas. */
import { Field, Input, Select, type InputProps } from '@fluentui/react-components';
import type { ReactElement } from 'react';

interface PropsChamp {
  readonly intitule: string;
  readonly aide?: string | undefined;
  /** Ce qui manque ou ne va pas dans ce champ. */
  readonly erreur?: string | undefined;
}

const Champ = ({ intitule, aide, erreur, children }: PropsChamp & { readonly children: ReactElement }) => (
  <Field
    size="small"
    label={intitule}
    {...(aide !== undefined && { hint: aide })}
    {...(erreur !== undefined && { validationMessage: erreur })}
  >
    {children}
  </Field>
);

interface PropsListe extends PropsChamp {
  readonly valeur: string;
  readonly choix: readonly (readonly [valeur: string, texte: string])[];
  readonly surChoix: (valeur: string) => unknown;
}

export const ChampListe = ({ valeur, choix, surChoix, ...champ }: PropsListe) => (
  <Champ {...champ}>
    <Select value={valeur} onChange={(_, { value }) => void surChoix(value)}>
      {choix.map(([cle, texte]) => (
        <option key={cle} value={cle}>
          {texte}
        </option>
      ))}
    </Select>
  </Champ>
);

interface PropsTexte extends PropsChamp, Pick<InputProps, 'inputMode' | 'placeholder' | 'contentAfter'> {
  readonly valeur: string;
  readonly surSaisie: (valeur: string) => void;
}

export const ChampTexte = ({ intitule, aide, erreur, valeur, surSaisie, ...saisie }: PropsTexte) => (
  <Champ intitule={intitule} aide={aide} erreur={erreur}>
    <Input value={valeur} onChange={(_, { value }) => surSaisie(value)} {...saisie} />
  </Champ>
);
