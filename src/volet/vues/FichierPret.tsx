/** Le fichier fait : son identité, et les voies pour le garder. */
import { Button } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { Bouton } from '../elements/Bouton';
import { Copie } from '../elements/Copie';
import { typographier } from '../../dossier/affichage/typographie';
import { useEtat, useSession } from '../contexte';
import { taille } from '../phrases';
import type { Fichier } from '../etat';
import { voiesDe, type Voie } from '../voies';

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
      <Voies fichier={fichier} adresse={adresse} />
    </section>
  );
}

interface Props {
  readonly fichier: Fichier;
  readonly adresse: string | undefined;
}

/** Chaque voie que cet Excel permet ; la première est la bonne. */
function Voies({ fichier, adresse }: Props) {
  const session = useSession();
  const { plateforme } = useEtat().excel;
  const bouton = (voie: Voie, premiere: boolean) => {
    switch (voie) {
      case 'telecharger':
        return (
          <Button
            as="a"
            appearance={premiere ? 'primary' : 'secondary'}
            href={adresse}
            download={fichier.nom}
          >
            Télécharger
          </Button>
        );
      case 'ouvrir':
        return (
          <Bouton {...(premiere && { aspect: 'primary' })} surClic={session.enregistrerSous}>
            Ouvrir pour «&nbsp;Enregistrer sous&nbsp;»
          </Bouton>
        );
      case 'copier':
        return <Copie bouton="Copier le tableau" quoi="Tableau de la remontée" texte={() => fichier.texte} />;
    }
  };
  return (
    <ol className="voies">
      {voiesDe(plateforme, fichier).map(({ voie, aide }, i) => (
        <li key={voie}>
          {bouton(voie, i === 0)}
          {aide !== undefined && <span className="aide">{typographier(aide)}</span>}
        </li>
      ))}
    </ol>
  );
}
