/** Le fichier fait : son identité, et trois voies pour l'enregistrer (une vue web peut en refuser une en silence). */
import { Button, Field, Textarea } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { Bouton } from '../elements/Bouton';
import { useSession } from '../contexte';
import { taille } from '../phrases';
import type { Fichier } from '../etat';

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Adresse locale du fichier, rendue quand il change ou disparaît. */
function useAdresse(octets: Uint8Array): string | undefined {
  const [adresse, poser] = useState<string>();
  useEffect(() => {
    const url = URL.createObjectURL(new Blob([new Uint8Array(octets)], { type: TYPE }));
    poser(url);
    return () => URL.revokeObjectURL(url);
  }, [octets]);
  return adresse;
}

export function FichierPret({ fichier }: { readonly fichier: Fichier }) {
  const session = useSession();
  const adresse = useAdresse(fichier.octets);
  const titre = useRef<HTMLHeadingElement>(null);
  useEffect(() => titre.current?.focus(), [fichier]);
  return (
    <section className="encart pret">
      <h2 ref={titre} tabIndex={-1}>
        Fichier prêt
      </h2>
      <dl className="identite">
        <dt>Nom</dt>
        <dd>{fichier.nom}</dd>
        <dt>Taille</dt>
        <dd>{taille(fichier.octets.length)}</dd>
        <dt>Empreinte des données (SHA-256)</dt>
        <dd>
          <code>{fichier.empreinte}</code>
        </dd>
      </dl>
      <ol className="voies">
        <li>
          <Button as="a" appearance="primary" href={adresse} download={fichier.nom}>
            Télécharger
          </Button>
          <span className="aide">Si rien ne s’enregistre, prendre une autre voie.</span>
        </li>
        <li>
          <Bouton surClic={session.enregistrerSous}>Ouvrir pour «&nbsp;Enregistrer sous&nbsp;»</Bouton>
          <span className="aide">L’enregistrer sous le nom ci-dessus.</span>
        </li>
        <li>
          <Copie texte={fichier.texte} />
        </li>
      </ol>
    </section>
  );
}

/** Copie le tableau ; si le presse-papiers est refusé, le montre choisi, prêt pour Ctrl+C. */
function Copie({ texte }: { readonly texte: string }) {
  const session = useSession();
  const [aLaMain, passerALaMain] = useState(false);
  const zone = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (aLaMain) zone.current?.select();
  }, [aLaMain]);
  const copier = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(texte);
      session.dire('succes', 'Tableau copié : le coller dans un classeur ou un message.');
    } catch {
      // presse-papiers refusé par la vue web : la copie se finit au clavier
      passerALaMain(true);
      session.dire('information', 'Le presse-papiers est refusé ici : copier le texte choisi par Ctrl+C.');
    }
  };
  return (
    <>
      <Bouton surClic={copier}>Copier le tableau</Bouton>
      {aLaMain && (
        <Field label="Tableau de la remontée">
          <Textarea textarea={{ ref: zone }} readOnly rows={4} value={texte} />
        </Field>
      )}
    </>
  );
}
