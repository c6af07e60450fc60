/** Copie un texte ; si le presse-papiers est refusé (vue web), le montre choisi, prêt pour Ctrl+C. */
import { Field, Textarea } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { useSession } from '../contexte';
import { copier as copierTexte } from '../copier';
import { Bouton } from './Bouton';

interface Props {
  readonly bouton: string;
  /** Ce qui se copie, dit dans les phrases : « Tableau », « Liste ». */
  readonly quoi: string;
  readonly texte: () => string;
  /** Pourquoi rien ne se copie encore. */
  readonly empeche?: string | false;
}

export function Copie({ bouton, quoi, texte, empeche = false }: Props) {
  const session = useSession();
  const [aLaMain, passerALaMain] = useState<string | null>(null);
  const zone = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (aLaMain !== null) zone.current?.select();
  }, [aLaMain]);
  const copier = async (): Promise<void> => {
    const aCopier = texte();
    if (await copierTexte(aCopier)) {
      passerALaMain(null);
      session.dire('succes', `${quoi} : copie faite, à coller dans un classeur ou un message.`);
    } else {
      passerALaMain(aCopier);
      session.dire('information', 'Le presse-papiers est refusé ici : copier le texte choisi par Ctrl+C.');
    }
  };
  return (
    <>
      <Bouton surClic={copier} empeche={empeche}>
        {bouton}
      </Bouton>
      {aLaMain !== null && (
        <Field label={quoi}>
          <Textarea textarea={{ ref: zone }} readOnly rows={4} value={aLaMain} />
        </Field>
      )}
    </>
  );
}
