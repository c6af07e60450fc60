/** Le fichier fait : son identité, et trois voies pour l'enregistrer (une vue web peut en refuser une en silence). */
import { Button } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { Bouton } from '../elements/Bouton';
import { Copie } from '../elements/Copie';
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
          <Copie bouton="Copier le tableau" quoi="Tableau de la remontée" texte={() => fichier.texte} />
        </li>
      </ol>
    </section>
  );
}
