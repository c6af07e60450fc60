/** Choisir un fichier du poste : il se lit dans la page, et n'en sort pas. */
import { useRef } from 'react';
import { Bouton } from './Bouton';

interface Props {
  readonly bouton: string;
  /** Extensions admises : « .docx ». */
  readonly accepte: string;
  readonly surChoix: (octets: Uint8Array, nom: string) => unknown;
}

export function ChoixFichier({ bouton, accepte, surChoix }: Props) {
  const champ = useRef<HTMLInputElement>(null);
  const lire = async (fichier: File | undefined): Promise<void> => {
    if (fichier) await surChoix(new Uint8Array(await fichier.arrayBuffer()), fichier.name);
  };
  return (
    <div>
      <input
        ref={champ}
        type="file"
        accept={accepte}
        hidden
        aria-label={bouton}
        onChange={({ target }) => {
          void lire(target.files?.[0]);
          // le même fichier peut se choisir de nouveau
          target.value = '';
        }}
      />
      <Bouton surClic={() => champ.current?.click()}>{bouton}</Bouton>
    </div>
  );
}
